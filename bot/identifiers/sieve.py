"""Which recognizers are worth trying on a text, and where.

One pass over the text finds its cue words and where they stand, and counts its digits. By what they
need, all but a few recognizers are then passed by; one whose matches begin with a cue is tried
there and nowhere else. What is found is the same as if each were tried at every character.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.identifiers.needs import Look
from bot.identifiers.plain import Reading
from bot.identifiers.recognizer import Recognizer

_RUN_OF_LETTERS = re.compile(r"[a-z]{1,60}")
_DIGIT = re.compile(r"[0-9]")

_Tried = tuple[int, tuple[tuple[int, int, Look], ...], int, Recognizer]
"""The bits that must all be there; for each need that takes a look, the bits that do instead, the
bit of the words to look at, and the look; the bit of the words to begin with, or 0."""


class Sieve:
    """Recognizers with what they need, made ready once for all texts.

    Each set of words and each count of digits is one bit.
    """

    def __init__(self, recognizers: Iterable[Recognizer]) -> None:
        self._bits: dict[frozenset[str] | int, int] = {}
        self._tried: tuple[_Tried, ...] = tuple(map(self._made_ready, recognizers))
        self._cues = {word: self._bits_of(word) for words, _ in self._sets() for word in words}
        counts = {asked: bit for asked, bit in self._bits.items() if isinstance(asked, int)}
        self._most = max(counts, default=0)
        self._counted = tuple(
            sum(bit for least, bit in counts.items() if least <= count)
            for count in range(self._most + 1)
        )

    def through(self, reading: Reading) -> Iterator[tuple[Recognizer, Sequence[int] | None]]:
        """The recognizers to try in their order, each with the places to try it at.

        None stands for every place.
        """
        held, cues = self._seen(reading.folded)
        for all_of, others, begins, recognizer in self._tried:
            if all_of & held != all_of:
                continue
            for instead, words, look in others:
                if not (instead & held or look(reading, _places(cues, words) if words else ())):
                    break
            else:
                yield recognizer, _places(cues, begins) if begins else None

    def _seen(self, folded: str) -> tuple[int, list[tuple[int, int]]]:
        """The bits of a text; and for each cue word its bits, and where it starts."""
        held = self._counted[min(len(_DIGIT.findall(folded)), self._most)]
        cues: list[tuple[int, int]] = []
        bits_of = self._cues.get
        for word in _RUN_OF_LETTERS.finditer(folded):
            bits = bits_of(word[0])
            if bits:
                held |= bits
                cues.append((bits, word.start()))
        return held, cues

    def _made_ready(self, recognizer: Recognizer) -> _Tried:
        all_of = begins = self._bit(recognizer.begins)
        others: list[tuple[int, int, Look]] = []
        for need in (*recognizer.checks_need, *recognizer.needs):
            words, digits = self._bit(need.words), self._bit(need.digits)
            if not need.look:
                all_of |= words | digits
            elif need.both:
                all_of |= words
                others.append((0, words, need.look))
            else:
                others.append((words | digits, 0, need.look))
        return all_of, tuple(others), begins, recognizer

    def _bit(self, asked: frozenset[str] | int) -> int:
        return self._bits.setdefault(asked, 1 << len(self._bits)) if asked else 0

    def _bits_of(self, word: str) -> int:
        """The bits of the sets that a word is in."""
        return sum(bit for words, bit in self._sets() if word in words)

    def _sets(self) -> Iterator[tuple[frozenset[str], int]]:
        return ((asked, bit) for asked, bit in self._bits.items() if isinstance(asked, frozenset))


def _places(cues: Sequence[tuple[int, int]], of: int) -> list[int]:
    return [start for bits, start in cues if bits & of]
