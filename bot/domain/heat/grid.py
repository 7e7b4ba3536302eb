"""The grid itself: which times of which days, on one clock, and how many people at each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

MOST_DAYS = 7
"""Days beside one another that a phone shows legibly; what is longer continues below."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One time of one day.

    `count` people can come, `doubtful` of them only if need be; `own` says that the viewer is one
    of them, `best` that nothing is better.
    """

    count: int
    doubtful: int = 0
    own: bool = False
    best: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A time of day in minutes after midnight, and how many minutes a cell of it lasts.

    `again` is the second coming of an hour that comes twice, where the two are told apart.
    """

    starts: int
    again: bool = False
    length: int = 60


Cells = tuple[Cell | None, ...]
"""One row's cells by day; None where the day has no such time, or nobody was asked about it."""


@dataclass(frozen=True, slots=True)
class Heat:
    """A grid in one zone, an IANA name: `of` people are counted, so no count is higher."""

    zone: str
    of: int
    days: tuple[date, ...]
    rows: tuple[Row, ...]
    cells: tuple[Cells, ...]

    @property
    def counts(self) -> frozenset[int]:
        """The counts that occur; empty where the grid is."""
        return frozenset(cell.count for cell in self._all())

    @property
    def doubtful(self) -> bool:
        """Whether somebody comes only if need be."""
        return any(cell.doubtful for cell in self._all())

    @property
    def own(self) -> bool:
        """Whether the viewer is counted anywhere."""
        return any(cell.own for cell in self._all())

    @property
    def best(self) -> bool:
        """Whether anything stands out."""
        return any(cell.best for cell in self._all())

    def _all(self) -> Iterator[Cell]:
        return (cell for cells in self.cells for cell in cells if cell)

    def column(self, place: int) -> Iterator[tuple[Row, Cell]]:
        """One day from its morning on: the times that it has."""
        for row, cells in zip(self.rows, self.cells, strict=True):
            cell = cells[place]
            if cell:
                yield row, cell

    def bands(self) -> tuple["Heat", ...]:
        """The grid in pieces of so many days as a phone shows, each with the rows it needs."""
        starts = range(0, len(self.days), MOST_DAYS)
        return tuple(self._band(first, first + MOST_DAYS) for first in starts)

    def _band(self, first: int, end: int) -> "Heat":
        cut = [(row, cells[first:end]) for row, cells in zip(self.rows, self.cells, strict=True)]
        kept = [(row, cells) for row, cells in cut if any(cells)]
        return replace(
            self,
            days=self.days[first:end],
            rows=tuple(row for row, _ in kept),
            cells=tuple(cells for _, cells in kept),
        )


def laid(zone: str, of: int, found: Iterable[tuple[date, Row, Cell]]) -> Heat:
    """The grid of what was found; days and rows are those that occur, in order."""
    by_place = {(day, row): cell for day, row, cell in found}
    days = tuple(sorted({day for day, _ in by_place}))
    rows = tuple(sorted({row for _, row in by_place}))
    cells = tuple(tuple(by_place.get((day, row)) for day in days) for row in rows)
    return Heat(zone, of, days, rows, cells)


@dataclass(frozen=True, slots=True)
class Run:
    """Times of one day that follow one another and have the same count, in wall time."""

    starts: datetime
    ends: datetime
    cell: Cell


def runs(heat: Heat) -> tuple[Run, ...]:
    """The whole grid as runs, day by day."""
    found: list[Run] = []
    for place, day in enumerate(heat.days):
        midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a clock on a wall
        for row, cell in heat.column(place):
            starts = midnight + timedelta(minutes=row.starts)
            ends = starts + timedelta(minutes=row.length)
            last = found[-1] if found else None
            if last and last.ends == starts and last.cell == cell:
                found[-1] = Run(last.starts, ends, cell)
            else:
                found.append(Run(starts, ends, cell))
    return tuple(found)
