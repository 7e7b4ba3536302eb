"""No text makes the patterns go back and forth: the time for a text grows with its length."""

import re
from collections.abc import Iterator
from typing import cast

import pytest

from bot.identifiers import plain, recognizer, screen, sieve
from bot.identifiers.patterns import RECOGNIZERS, found_by_patterns
from bot.identifiers.plain import read

_ROOMS = (plain, recognizer, sieve)
_CHECKS = [check for one in RECOGNIZERS for check in one.checks]
_HELD: list[object] = [
    *(value for room in _ROOMS for value in vars(room).values()),
    *(
        cell.cell_contents
        for check in _CHECKS
        for cell in getattr(check, "__closure__", None) or ()
    ),
]


def _within(look: object) -> Iterator[str]:
    """The patterns by which a need looks into a text."""
    for cell in getattr(look, "__closure__", None) or ():
        held = cell.cell_contents
        if isinstance(held, list):
            for one in cast("list[object]", held):
                yield from _within(one)
        elif isinstance(getattr(held, "__self__", None), re.Pattern):
            yield cast("re.Pattern[str]", held.__self__).pattern


_NEEDED = {
    pattern
    for one in RECOGNIZERS
    for need in (*one.needs, *one.checks_need)
    for pattern in _within(need.look)
}
_PATTERNS = sorted(
    {one.pattern.pattern for one in RECOGNIZERS}
    | _NEEDED
    | {str(cast("re.Pattern[str]", held).pattern) for held in _HELD if isinstance(held, re.Pattern)}
)
# In a pattern's text: an escaped character, a set of characters, and a repetition without bound.
_IN_TEXT = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<unbounded>[*+](?![+*])|\{[0-9]*,\})", re.DOTALL
)


def _unbounded(pattern: str) -> list[str]:
    found = (match["unbounded"] for match in _IN_TEXT.finditer(pattern))
    return [repetition for repetition in found if repetition]


def test_all_patterns_are_seen() -> None:
    """The patterns of the recognizers, of their needs and checks are among what is tried."""
    assert len(_NEEDED) > 30
    assert len(_PATTERNS) > len(RECOGNIZERS) + len(_NEEDED) + 30


@pytest.mark.parametrize("pattern", _PATTERNS, ids=lambda pattern: pattern[:40])
def test_every_repetition_has_a_bound(pattern: str) -> None:
    """No `*`, `+` or `{n,}`: the work at one place of a text has a limit."""
    assert _unbounded(pattern) == []


def test_an_unbounded_repetition_would_be_noticed() -> None:
    """The check above sees repetitions in groups, and none in sets or after a backslash."""
    assert _unbounded(r"a(?:b|(?:c+d)?)x*[y]{2,}") == ["+", "*", "{2,}"]
    assert _unbounded(r"[*+]\+\*[^]+]{1,3}") == []


# Each would take minutes where a repetition within a repetition had no bound.
_HOSTILE = (
    "a", "1", " ", "-", ".", "_", "1 ", "a ", "A ", "a.", "1-", "a@", "a@b.", "@a", "A.B.", "my ",
    "my client ", "one ", "Aa ", "(1", "/1", "1/1/", "'", "\n", "a\n", "he is the only ", "::",
    "f:", "she lives in ", "lives at ", "last four of his ", "MRN ", "plate 1 ", "he a b c d ",
    "a dot ", "http://a.", "x_1.", "intake_a_", "|| ", "_a", "`", "<", "<@1", "on 3/14 ", "91 ",
    "admitted a ", "Mr. ", "St. A ",
)  # fmt: skip


@pytest.mark.parametrize("piece", _HOSTILE)
def test_repeated_pieces_come_back(piece: str) -> None:
    """Patterns come to their end with a text of 20,000 characters made to mislead them."""
    text = piece * (20_000 // len(piece))
    assert all(one.end <= len(text) for one in found_by_patterns(read(text)))


@pytest.mark.parametrize("piece", ["a", "my client ", "1/1/"])
def test_repeated_pieces_come_back_from_the_whole_screening(piece: str) -> None:
    """With the network, which reads such a text window by window."""
    text = piece * (20_000 // len(piece))
    assert all(one.end <= len(text) for one in screen(text).findings)
