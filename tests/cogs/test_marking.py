"""How findings are shown to the one who wrote them."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.ids import ChannelId
from bot.identifiers import Finding, Kind, Screening
from cogs.confidentiality.marking import marked, points, quoted
from cogs.wording import reviews

DISCORD_SHOWS = 2000
LONGEST_REASON = 120


def _finding(start: int, end: int, reason: str = "a name") -> Finding:
    return Finding(start, end, Kind.NAME, 0.9, reason)


def test_a_finding_is_marked_where_it_stands() -> None:
    text = "I saw Jane Doe today."
    assert marked(text, _finding(6, 14)) == "I saw __**Jane Doe**__ today."


def test_only_some_of_a_long_text_is_shown_around_it() -> None:
    text = f"{'a' * 100}NAME{'b' * 100}"
    assert marked(text, _finding(100, 104)) == f"…{'a' * 40}__**NAME**__{'b' * 40}…"


def test_what_was_typed_takes_no_effect() -> None:
    """Neither line ends, nor stars, nor an address that would be opened for a preview."""
    text = "*see*\n> https://example.org/_x_"
    assert marked(text, _finding(0, 5)) == (r"__**\*see\***__ \> https\://example.org/\_x\_")


def test_a_line_that_would_be_a_heading_is_none() -> None:
    assert marked("# Jane Doe", _finding(2, 10)) == r"\# __**Jane Doe**__"


@st.composite
def _screened(draw: st.DrawFn) -> tuple[str, Screening]:
    text = draw(st.text(min_size=1, max_size=4000))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=60)))
    reasons = st.text(st.characters(codec="ascii"), min_size=1, max_size=LONGEST_REASON)
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    found = tuple(_finding(start, end, draw(reasons)) for start, end in pairs)
    return text, Screening(warn=True, findings=found)


@given(_screened())
def test_any_review_and_any_check_fit_into_one_message(drawn: tuple[str, Screening]) -> None:
    """However many findings, and however much of the text must be escaped."""
    text, verdict = drawn
    shown = points(text, verdict)
    assert all(len(passage.splitlines()) <= 1 for _, passage in shown)
    short = quoted(text, verdict)
    for said in (
        reviews.review(reviews.around(shown, ["in a file's name"] * len(shown)), title=True),
        reviews.review(reviews.reasons(short), title=False),
        reviews.removed(ChannelId(10**18), reviews.reasons(short), files=True),
        reviews.still(reviews.reasons(short)),
    ):
        assert len(said) <= DISCORD_SHOWS
        assert "1. " in said
        assert ("There is more" in said) == (f"{len(shown)}. " not in said)
