"""Puts pieces together to runs: lists of times that share their days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from bot.domain.when.pieces import DaySaid, Piece, TimeSaid
from bot.domain.when.reading import ProblemKind
from bot.domain.when.said import Moment, ZoneSaid


@dataclass(frozen=True, slots=True)
class Item:
    """One time of a run, where it stands in the text, and what was said beside it."""

    time: TimeSaid
    piece: Piece
    zone: ZoneSaid | None


@dataclass(slots=True)
class Run:
    """Times that are meant on each of the days."""

    start: int
    days: tuple[DaySaid, ...]
    items: list[Item] = field(default_factory=list[Item])
    days_last: bool = False


@dataclass(frozen=True, slots=True)
class Instants:
    """A piece that says its instants outright."""

    piece: Piece
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """A piece from which no time can come."""

    kind: ProblemKind
    piece: Piece


Told = Run | Instants | Flaw


def runs(pieces: Iterable[Piece]) -> list[Told]:
    """Give the runs of a text and what could not become one, in order."""
    joining = _Joining()
    for piece in pieces:
        joining.take(piece)
    joining.finish()
    return [_with_zones(each) if isinstance(each, Run) else each for each in joining.told]


class _Joining:
    """Walks along the pieces and remembers what still waits for its other half."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self._run: Run | None = None
        self._days: list[Piece] = []
        self._times: list[Piece] = []

    def take(self, piece: Piece) -> None:
        if not piece.readable:
            self._forget()
            self.told.append(Flaw(ProblemKind.UNREADABLE, piece))
        elif piece.moments:
            self._forget()
            self.told.append(Instants(piece, piece.moments))
        elif piece.days and piece.times:
            self._take_whole(piece)
        elif piece.days:
            self._take_days(piece)
        elif piece.times:
            self._take_times(piece)
        else:
            self._take_aside(piece)

    def finish(self) -> None:
        self._forget()

    def _take_whole(self, piece: Piece) -> None:
        if piece.hard or piece.days_last:
            self._let_days_go()
        days, start = _joined([*self._days, piece])
        if not piece.days_last:
            self._let_times_go()
        waiting, self._days, self._times = self._times, [], []
        start = min(start, *(each.start for each in waiting), start)
        self._open(Run(start, days, days_last=piece.days_last), [*waiting, piece])

    def _take_days(self, piece: Piece) -> None:
        if piece.hard:
            self._let_days_go()
        if self._times and not piece.hard:
            waiting, self._times = self._times, []
            self._open(Run(waiting[0].start, piece.days, days_last=True), waiting)
            return
        self._let_times_go()
        self._days.append(piece)

    def _take_times(self, piece: Piece) -> None:
        if self._days:
            days, start = _joined(self._days)
            self._days = []
            self._open(Run(start, days), [piece])
        elif self._run is not None and not self._run.days_last:
            self._run.items += _items(piece)
        else:
            self._run = None
            self._times.append(piece)

    def _take_aside(self, piece: Piece) -> None:
        """A zone after a comma belongs to the time before it; anything else alone says nothing."""
        last = self._run.items[-1] if self._run else None
        if self._run and last and piece.zone and last.zone is None and not piece.hard:
            self._run.items[-1] = replace(last, zone=piece.zone)
        else:
            self.told.append(Flaw(ProblemKind.UNREADABLE, piece))

    def _open(self, run: Run, pieces: Iterable[Piece]) -> None:
        run.items = [item for piece in pieces for item in _items(piece)]
        self.told.append(run)
        self._run = run

    def _forget(self) -> None:
        self._let_days_go()
        self._let_times_go()
        self._run = None

    def _let_days_go(self) -> None:
        """Days that wait for a time in vain; after "2pm Tue or Wed" they have one already."""
        if self._days and self._run and self._run.days_last and not self._days[0].hard:
            self._run.days += _joined(self._days)[0]
        else:
            self.told += [Flaw(ProblemKind.NO_TIME, piece) for piece in self._days]
        self._days = []

    def _let_times_go(self) -> None:
        self.told += [Flaw(ProblemKind.NO_DAY, piece) for piece in self._times]
        self._times = []


def _items(piece: Piece) -> Iterator[Item]:
    return (Item(time, piece, piece.zone) for time in piece.times)


def _joined(pieces: list[Piece]) -> tuple[tuple[DaySaid, ...], int]:
    """Give all days of the pieces; "Tue, 3 March" is one day in two pieces."""
    days: list[DaySaid] = []
    for piece in pieces:
        first = piece.days[0]
        apart = piece.joins or not days or days[-1].date is not None or first.weekday is not None
        if apart:
            days += piece.days
        else:
            days[-1:] = [replace(days[-1], date=first.date), *piece.days[1:]]
    return tuple(days), pieces[0].start


def _with_zones(run: Run) -> Run:
    """Let a zone said once hold for the list it stands in: "1pm, 3pm and 5pm EST"."""
    zone: ZoneSaid | None = None
    for place in reversed(range(len(run.items))):
        zone = run.items[place].zone or zone
        run.items[place] = replace(run.items[place], zone=zone)
    for place, item in enumerate(run.items):
        zone = item.zone or (run.items[place - 1].zone if place else None)
        run.items[place] = replace(item, zone=zone)
    return run
