"""What a text must hold for a recognizer to be worth trying: words, digits, pieces, shapes.

Each is far quicker to look for than the recognizer's pattern. A text without it holds no match, so
that nothing but time depends on it. It does not know what a recognizer recognizes.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from bot.identifiers.cue_words import first_words
from bot.identifiers.plain import Reading

Look = Callable[[Reading, Sequence[int]], bool]
"""Looks into a text, in which the words of its need stand at these places."""


@dataclass(frozen=True, slots=True, eq=False)
class Need:
    """Words or digits, which are told of all needs in one pass, and what is looked for besides.

    Attributes:
        words: In small letters, with no letter of a to z right before or after; one of them.
        digits: So many digits, wherever they stand; not asked for where 0.
        look: What else is asked for.
        both: Whether the words must be there and `look` hold; else any of the three will do.
    """

    words: frozenset[str] = frozenset()
    digits: int = 0
    look: Look | None = None
    both: bool = False


def said(*bodies: str) -> Need:
    """One of the words that these pieces of patterns begin with."""
    return Need(words=first_words(*bodies))


@cache
def standing(body: str, after: str = "") -> Need:
    """This piece of a pattern, which begins with words, and after it another."""
    match = re.compile(body + after, re.IGNORECASE).match

    def look(reading: Reading, places: Sequence[int]) -> bool:
        for place in places:  # noqa: SIM110 (a generator costs more than the search)
            if match(reading.text, place):
                return True
        return False

    return Need(words=first_words(body), look=look, both=True)


@cache
def digits(least: int) -> Need:
    """So many digits."""
    return Need(digits=least)


@cache
def holding(*pieces: str) -> Need:
    """One of the pieces, in small letters."""

    def look(reading: Reading, _places: Sequence[int]) -> bool:
        folded = reading.folded
        for piece in pieces:  # noqa: SIM110 (as above)
            if piece in folded:
                return True
        return False

    return Need(look=look)


@cache
def shaped(body: str) -> Need:
    """Something of this shape in small letters.

    It is quickest where it begins with one mark or set, which the engine then skips to; a set that
    is repeated, a look around and a choice of sets are none of these.
    """
    search = re.compile(body).search
    return Need(look=lambda reading, _places: search(reading.folded) is not None)


@cache
def written(body: str) -> Need:
    """Something of this shape as it is written."""
    search = re.compile(body).search
    return Need(look=lambda reading, _places: search(reading.text) is not None)


def either(*needs: Need) -> Need:
    """What meets one of the needs; none of them may be a `standing`."""
    looks = [need.look for need in needs if need.look]

    def look(reading: Reading, places: Sequence[int]) -> bool:
        for one in looks:  # noqa: SIM110 (as above)
            if one(reading, places):
                return True
        return False

    words = frozenset[str]().union(*(need.words for need in needs))
    return Need(words, max(need.digits for need in needs), look)


# A capital after a word and a blank; commas, colons and quotes may stand between.
CAPITAL_WITHIN = written(r"[A-Z\u00c0-\u00de](?:(?<=[\w,:'-] .)|(?<=[\w,:'-] [(\"'].))")
