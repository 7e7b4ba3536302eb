"""What the model is shown of a text: its pieces, how words are written, and what patterns found.

The trainer and the running bot both take it from here, so that they cannot differ.
"""

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.identifiers.finding import Finding, Kind
from bot.identifiers.patterns import found_by_patterns
from bot.identifiers.pieces import BEGIN, END, Word, windows, words_of
from bot.identifiers.plain import Reading, read

LONGEST = 160
"""Pieces in a window, without its begin and end."""

OVERLAP = 40

_MARK = {kind: number for number, kind in enumerate(Kind, start=1)}


@dataclass(frozen=True, slots=True)
class Input:
    """One window of a text.

    Attributes:
        words: Its words, at their places in the text that was written.
        pieces: Numbers of word pieces, with a begin and an end.
        shapes: For each piece how its word is written.
        marks: For each piece the kind that a pattern found there, 0 for none.
    """

    words: tuple[Word, ...]
    pieces: list[int]
    shapes: list[int]
    marks: list[int]


def model_input(text: str, vocabulary: Mapping[str, int]) -> list[Input]:
    """The windows of a text; at least one."""
    reading = read(text)
    return inputs_of(reading, found_by_patterns(reading), vocabulary)


def inputs_of(
    reading: Reading, found: Sequence[Finding], vocabulary: Mapping[str, int]
) -> list[Input]:
    """The windows of a text that patterns have been over; `found` in order, none over another."""
    words = words_of(reading.text, vocabulary)
    if not reading.as_written:
        words = [_placed(word, reading) for word in words]
    return [
        _input(words[part.start : part.stop], found) for part in windows(words, LONGEST, OVERLAP)
    ]


def _placed(word: Word, reading: Reading) -> Word:
    return Word(*reading.place(word.start, word.end), word.pieces, word.shape)


def _input(words: Sequence[Word], found: Sequence[Finding]) -> Input:
    pieces, shapes, marks = [BEGIN], [0], [0]
    ends = [one.end for one in found]
    for start, end, its_pieces, shape in words:
        mark = 0
        if ends:
            at = bisect(ends, start)
            mark = _MARK[found[at].kind] if at < len(ends) and found[at].start < end else 0
        pieces += its_pieces
        shapes += [shape] * len(its_pieces)
        marks += [mark] * len(its_pieces)
    return Input(tuple(words), [*pieces, END], [*shapes, 0], [*marks, 0])
