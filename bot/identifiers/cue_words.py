"""Which words a piece of a pattern may begin with, read from the piece itself.

So a recognizer's cues are written down once: the pattern is made of them, and a text without any
of them is passed by. It knows as much of regular expressions as cues are written with: choices,
optional parts, sets of characters, and what stands around a place without being matched.
"""

from collections.abc import Iterator
from itertools import product

_ENDED = " "
"""After a word's last letter stands something that is no letter; what it is does not matter."""

_ANY = "?"
"""A letter that can be any."""

_LOOKS = ("(?!", "(?=", "(?<!", "(?<=")
_GROUPS = ("(?:", "(?-i:")


def first_words(*bodies: str) -> frozenset[str]:
    """The runs of letters, in lower case, that a match of one of the pieces can begin with.

    Raises:
        ValueError: a piece can begin with no letter, or with any.
    """
    words = {
        word.partition(_ENDED)[0].lower() for body in bodies for word in _Reader(f"{body})").read()
    }
    if "" in words or any(_ANY in word for word in words):
        message = f"no telling which words begin {bodies!r}"
        raise ValueError(message)
    return frozenset(words)


class _Reader:
    """Reads a piece from left to right; what it gives are ways to write the words."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._at = 0

    def read(self) -> set[str]:
        """The ways to write what stands up to the closing bracket, which is read too."""
        ways: set[str] = set()
        so_far = {""}
        while not self._takes(")"):
            if self._takes("|"):
                ways |= so_far
                so_far = {""}
            else:
                so_far = set(_joined(so_far, self._repeated(self._one())))
        return ways | so_far

    def _takes(self, *marks: str) -> bool:
        for mark in marks:
            if self._body.startswith(mark, self._at):
                self._at += len(mark)
                return True
        return False

    def _one(self) -> set[str]:
        """One character, set or group."""
        if self._takes(*_LOOKS):
            self.read()
            return {""}
        if self._takes(*_GROUPS):
            return self.read()
        if self._takes("["):
            return self._set()
        mark = self._next()
        if mark == "\\":
            return {{"b": "", "w": _ANY}.get(self._next(), _ENDED)}
        return {_ANY if mark == "." else _known(mark)}

    def _set(self) -> set[str]:
        first = self._at
        while self._next() != "]":
            pass
        marks = self._body[first : self._at - 1]
        ranged = marks.startswith("^") or ("-" in marks[1:-1] and "a-z" in marks.lower())
        return {_ANY} if ranged else {_known(mark) for mark in marks}

    def _repeated(self, ways: set[str]) -> set[str]:
        """With what says how often; what comes more than once is as good as any letter."""
        if self._takes("?"):
            return ways | {""}
        if self._takes("{"):
            least = self._next()
            while self._next() != "}":
                pass
            self._takes("?")
            often = {way if _ENDED in way else way + _ANY for way in ways}
            return often | {""} if least == "0" else often
        return ways

    def _next(self) -> str:
        self._at += 1
        return self._body[self._at - 1]


def _known(mark: str) -> str:
    return mark if mark.isalpha() else _ENDED


def _joined(before: set[str], after: set[str]) -> Iterator[str]:
    for first, then in product(before, after):
        yield first if _ENDED in first else first + then
