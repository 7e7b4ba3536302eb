"""How a text is cut for the network: every word is seen, at its place, in windows that fit."""

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identifiers.model_input import LONGEST, model_input
from bot.identifiers.pieces import LONGEST_WORD, SHAPES, UNKNOWN, windows, words_of

pytestmark = pytest.mark.xdist_group("pieces")  # they share what is costly to make


@pytest.fixture(scope="module")
def vocabulary() -> dict[str, int]:
    """The pieces that the bot has."""
    file = resources.files("bot.identifiers") / "weights" / "vocabulary.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}


def test_words_are_cut_as_bert_cuts_them(vocabulary: dict[str, int]) -> None:
    """Case and accents go, marks are words of their own, rare words are cut into pieces."""
    names = {number: piece for piece, number in vocabulary.items()}
    cut = [
        [names[piece] for piece in word.pieces] for word in words_of("Désirée's MRN", vocabulary)
    ]
    assert cut == [["desire", "##e"], ["'"], ["s"], ["mr", "##n"]]


def test_the_way_a_word_is_written_stands_beside_it(vocabulary: dict[str, int]) -> None:
    """Case tells `will` from `Will`, and `J` from `j`."""
    words = words_of("Will will J MS iPad 42 ?", vocabulary)
    assert [SHAPES[word.shape] for word in words] == [
        "Capital",
        "lower",
        "C",
        "CAPITALS",
        "miXed",
        "0",
        "mark",
    ]


def test_a_word_that_is_none_is_one_unknown_piece(vocabulary: dict[str, int]) -> None:
    """Else a message of one endless word would take endlessly long."""
    (word,) = words_of("zq" * LONGEST_WORD, vocabulary)
    assert word.pieces == (UNKNOWN,)


@given(text=st.text(max_size=1500))
def test_windows_fit_and_leave_no_word_out(vocabulary: dict[str, int], text: str) -> None:
    """Each window has at most so many pieces, and together they hold every word."""
    words = words_of(text, vocabulary)
    parts = list(windows(words, 60, 20))
    assert {place for part in parts for place in part} == set(range(len(words)))
    for part in parts:
        assert sum(len(words[place].pieces) for place in part) <= 60


def test_windows_of_a_long_text_grow_with_its_length(vocabulary: dict[str, int]) -> None:
    """Twice the text has about twice the windows."""
    counts = [len(model_input("She said it was fine, twice. " * n, vocabulary)) for n in (100, 200)]
    assert counts[1] <= 2 * counts[0] + 1


def test_words_stand_where_they_were_written(vocabulary: dict[str, int]) -> None:
    """Discord's own marks shift nothing."""
    text = "saw **Dana** <@80351110224678912> today"
    made = model_input(text, vocabulary)[0]
    assert [text[word.start : word.end] for word in made.words] == ["saw", "Dana", "today"]
    assert len(made.pieces) == len(made.shapes) == len(made.marks) <= LONGEST + 2
