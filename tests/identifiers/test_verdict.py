"""From what the network and the patterns say to a verdict that an author can understand."""

from bot.identifiers import Kind, Strictness, screen
from bot.identifiers.finding import Finding
from bot.identifiers.marked import marked
from bot.identifiers.network import Judged
from bot.identifiers.pieces import SHAPES, Word
from bot.identifiers.reasons import reason_for
from bot.identifiers.weighing import warn_at


def judged(text: str, likely: dict[str, tuple[float, Kind]]) -> tuple[Judged, ...]:
    """The words of a text, parted by blanks, with what a network might say of them."""
    made: list[Judged] = []
    at = 0
    for part in text.split(" "):
        probability, kind = likely.get(part, (0.01, Kind.NAME))
        shape = SHAPES.index("mark" if not part[0].isalnum() else "lower")
        made.append(Judged(Word(at, at + len(part), (1,), shape), probability, kind))
        at += len(part) + 1
    return tuple(made)


def test_neighbouring_words_are_one_finding() -> None:
    """A first name and a surname beside each other are one name."""
    text = "saw dana okafor today"
    words = judged(text, {"dana": (0.9, Kind.NAME), "okafor": (0.4, Kind.NAME)})
    (found,) = marked(text, words, ())
    assert text[found.start : found.end] == "dana okafor"
    assert found.kind is Kind.NAME


def test_marks_at_the_ends_are_left_out() -> None:
    """The comma after a name is no part of it."""
    text = "saw dana , today"
    words = judged(text, {"dana": (0.9, Kind.NAME), ",": (0.7, Kind.NAME)})
    (found,) = marked(text, words, ())
    assert text[found.start : found.end] == "dana"


def test_a_pattern_gives_the_reason_where_both_agree() -> None:
    """Its words are more exact than any that are found for the network."""
    text = "call 617-555-0143 please"
    pattern = Finding(5, 17, Kind.PHONE, 0.8, "a telephone number")
    words = judged(text, {"617-555-0143": (0.9, Kind.PHONE)})
    (found,) = marked(text, words, (pattern,))
    assert found.reason == "a telephone number"


def test_a_pattern_that_the_network_doubts_is_left_out() -> None:
    """The network has seen what the pattern found, and the sentence around it."""
    text = "our office is 617-555-0143 now"
    pattern = Finding(14, 26, Kind.PHONE, 0.8, "a telephone number")
    assert marked(text, judged(text, {}), (pattern,)) == ()


def test_a_reason_names_the_words_beside_it() -> None:
    """`my client` beside a name is what a colleague would point to."""
    text = "my client dana cried"
    assert reason_for(text, 10, 14, Kind.NAME) == "a name beside “client”"
    assert "dana" not in reason_for(text, 10, 14, Kind.NAME)


def test_every_kind_has_a_reason() -> None:
    """None is shown without one."""
    assert all(reason_for("x", 0, 1, kind) for kind in Kind)


def test_what_is_known_draws_no_warning() -> None:
    """A member's name is a colleague's, wherever it stands."""
    text = "My client Jane Doe relapsed on May 2nd."
    assert screen(text).warn
    alone = screen(text, known=lambda part: part in {"Jane Doe", "May 2nd"})
    assert not alone.warn
    assert alone.findings == ()


def test_the_stricter_the_sooner() -> None:
    """Strict warns at a lower likelihood than nudge, nudge than quiet."""
    order = [warn_at(one) for one in (Strictness.STRICT, Strictness.NUDGE, Strictness.QUIET)]
    assert order == sorted(order)
