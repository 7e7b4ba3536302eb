"""A text as the model reads it: numbered word pieces, with how each word is written.

WordPiece as BERT has it (Devlin et al. 2019, arXiv:1810.04805), without case and accents; the case
goes beside it as a shape. It does not know what the model makes of the pieces.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

PAD, UNKNOWN, BEGIN, END = 0, 100, 101, 102
"""Numbers of the pieces that stand for no characters."""

LONGEST_WORD = 40
"""A longer one is no word: it becomes one unknown piece, so that the time stays linear."""

SHAPES = ("none", "lower", "Capital", "CAPITALS", "C", "miXed", "0", "mark", "line")
"""How a word is written; the number of a shape is its place here."""

_NUMBER_OF = {name: number for number, name in enumerate(SHAPES)}

_WORDS = re.compile(r"[^\W_]+|[^\w\s]|_|\n")
_MORE = "##"


class Word(NamedTuple):
    """A word or a mark of a text, with its pieces.

    Attributes:
        start: First code point.
        end: One past the last.
        pieces: The pieces' numbers; at least one.
        shape: Index into `SHAPES`.
    """

    start: int
    end: int
    pieces: tuple[int, ...]
    shape: int


def words_of(text: str, vocabulary: Mapping[str, int]) -> list[Word]:
    """The words of a text in order; blanks belong to none."""
    return [
        Word(match.start(), match.end(), _pieces(match[0], vocabulary), _shape(match[0]))
        for match in _WORDS.finditer(text)
    ]


def windows(words: Sequence[Word], longest: int, overlap: int) -> Iterator[range]:
    """Ranges of words of at most `longest` pieces; each takes up to `overlap` of the one before.

    A text that fits is one range. Every word is in at least one.
    """
    if sum(len(word.pieces) for word in words) <= longest:
        yield range(len(words))
        return
    start = 0
    while True:
        end, count = start, 0
        while end < len(words) and count + len(words[end].pieces) <= longest:
            count += len(words[end].pieces)
            end += 1
        yield range(start, end)
        if end >= len(words):
            return
        back, again = end, 0
        while back - 1 > start and again + len(words[back - 1].pieces) <= overlap:
            back -= 1
            again += len(words[back].pieces)
        start = back


def _pieces(word: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    plain = _plain(word)
    whole = vocabulary.get(plain)
    if whole is not None:
        return (whole,)
    if len(plain) > LONGEST_WORD:
        return (UNKNOWN,)
    return tuple(_greedy(plain, vocabulary)) or (UNKNOWN,)


def _greedy(plain: str, vocabulary: Mapping[str, int]) -> Iterator[int]:
    """The longest piece, then the longest of the rest; an unknown character is one piece."""
    start = 0
    while start < len(plain):
        lead = _MORE if start else ""
        for end in range(len(plain), start, -1):
            number = vocabulary.get(lead + plain[start:end])
            if number is not None:
                yield number
                start = end
                break
        else:
            yield UNKNOWN
            start += 1


def _plain(word: str) -> str:
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    apart = unicodedata.normalize("NFD", lowered)
    return "".join(mark for mark in apart if unicodedata.category(mark) != "Mn")


def _shape(word: str) -> int:
    return _NUMBER_OF[_shape_name(word)]


def _shape_name(word: str) -> str:
    if not word[0].isalnum():
        return "line" if word == "\n" else "mark"
    if word.islower():
        return "lower"
    if word.isdigit():
        return "0"
    if word.isupper():
        return "C" if len(word) == 1 else "CAPITALS"
    return "Capital" if word[0].isupper() and word[1:].islower() else "miXed"
