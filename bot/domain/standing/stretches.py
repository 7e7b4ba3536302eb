"""Stretches of time on any one clock, as sets: joined, intersected, taken away.

A stretch is a pair of times, the end excluded; a row of stretches is sorted and does not overlap.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

Stretch = tuple[datetime, datetime]
Row = tuple[Stretch, ...]


def joined(stretches: Iterable[Stretch]) -> Row:
    """All of them as one row; what touches becomes one."""
    row: list[Stretch] = []
    for starts, ends in sorted(one for one in stretches if one[0] < one[1]):
        if row and starts <= row[-1][1]:
            row[-1] = (row[-1][0], max(row[-1][1], ends))
        else:
            row.append((starts, ends))
    return tuple(row)


def within(one: Sequence[Stretch], other: Sequence[Stretch]) -> Row:
    """What lies in both rows."""
    both: list[Stretch] = []
    here = there = 0
    while here < len(one) and there < len(other):
        starts = max(one[here][0], other[there][0])
        ends = min(one[here][1], other[there][1])
        if starts < ends:
            both.append((starts, ends))
        if one[here][1] <= other[there][1]:
            here += 1
        else:
            there += 1
    return tuple(both)


def without(row: Sequence[Stretch], taken: Sequence[Stretch]) -> Row:
    """What of the row lies in none of the others."""
    left = list(row)
    for starts, ends in taken:
        pieces = [((a, min(b, starts)), (max(a, ends), b)) for a, b in left]
        left = [one for two in pieces for one in two if one[0] < one[1]]
    return tuple(left)


def covers(row: Sequence[Stretch], starts: datetime, ends: datetime) -> bool:
    """Whether one stretch of the row holds all of it."""
    return any(a <= starts and ends <= b for a, b in row)
