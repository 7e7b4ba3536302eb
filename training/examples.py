"""Rows as the network takes them, in batches of about the same length with near-twins together."""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

sys.path.insert(0, str(Path(__file__).parents[1]))

from rows import Row

from bot.identifiers.finding import Kind
from bot.identifiers.model_input import Input, model_input
from bot.identifiers.pieces import SHAPES

__all__ = ["IGNORED", "KINDS", "SHAPES", "Batch", "Example", "batch", "batches", "example"]

KINDS = tuple(Kind)
_NUMBER = {kind.value: number for number, kind in enumerate(KINDS, start=1)}
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Example:
    """One message: its input, the kind of each piece, and whether to warn."""

    input: Input
    kinds: list[int]
    warn: bool
    unit: str


def example(row: Row, vocabulary: dict[str, int]) -> Example:
    """The row as numbers; of a message over the longest window only the first window."""
    made = model_input(row.text, vocabulary)[0]
    kinds = [IGNORED]
    for word in made.words:
        kind = next(
            (
                _NUMBER.get(one.kind, 1)
                for one in row.labels
                if one.start < word.end and word.start < one.end
            ),
            0,
        )
        kinds += [kind] * len(word.pieces)
    return Example(made, [*kinds, IGNORED], row.warn, row.unit)


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of (messages, pieces), and of (messages,); `twins` holds (warned, clean) places."""

    pieces: Tensor
    shapes: Tensor
    marks: Tensor
    kinds: Tensor
    warn: Tensor
    twins: list[tuple[int, int]]


def batches(units: Sequence[Sequence[Example]], pieces: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of about so many pieces, in a drawn order."""
    drawn = list(units)
    rng.shuffle(drawn)
    groups: list[list[Sequence[Example]]] = []
    for start in range(0, len(drawn), 256):
        part = sorted(drawn[start : start + 256], key=_length)
        group: list[Sequence[Example]] = []
        for unit in part:
            count = sum(len(one) for one in [*group, unit])
            if group and count * _length(unit) > pieces:
                groups.append(group)
                group = []
            group.append(unit)
        groups.append(group)
    rng.shuffle(groups)
    for group in groups:
        yield batch([one for unit in group for one in unit])


def _length(unit: Sequence[Example]) -> int:
    return max(len(one.kinds) for one in unit)


def batch(examples: Sequence[Example]) -> Batch:
    """The examples side by side."""
    length = max(len(one.kinds) for one in examples)

    def padded(lines: list[list[int]], fill: int) -> Tensor:
        return torch.tensor([line + [fill] * (length - len(line)) for line in lines])

    twins = [
        (here, there)
        for here, one in enumerate(examples)
        for there, other in enumerate(examples)
        if one.unit == other.unit and one.warn and not other.warn
    ]
    return Batch(
        padded([one.input.pieces for one in examples], 0),
        padded([one.input.shapes for one in examples], 0),
        padded([one.input.marks for one in examples], 0),
        padded([one.kinds for one in examples], IGNORED),
        torch.tensor([float(one.warn) for one in examples]),
        twins,
    )


def read_vocabulary(path: Path) -> dict[str, int]:
    """Word pieces by number, from a file with one a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}
