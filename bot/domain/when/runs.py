"""Puts pieces together to runs: lists of times that share their days."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.when.pieces import DaySaid, Piece, TimeSaid, in_following_week
from bot.domain.when.reading import ProblemKind
from bot.domain.when.said import DayDate, Moment, MonthDay, ZoneSaid


@dataclass(frozen=True, slots=True)
class Item:
    """One time of a run, where it stands in the text, and the zone said for it."""

    time: TimeSaid
    piece: Piece
    zone: ZoneSaid | None


@dataclass(slots=True)
class Run:
    """Times that are meant on each of the days; `days_last` for "2pm Tue"."""

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
    """Give the runs of a text and what could not become one, in the order of the text."""
    joining = _Joining()
    for piece in pieces:
        joining.take(piece)
    return joining.finish()


class _Joining:
    """Walks along the pieces and remembers what still waits for its other half."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._run: Run | None = None
        self._days: list[Piece] = []
        self._times: list[Piece] = []
        self._zone: ZoneSaid | None = None

    def take(self, piece: Piece) -> None:
        if piece.everywhere and piece.zone:
            self._zone = piece.zone
        if not piece.readable:
            self._close(Flaw(ProblemKind.UNREADABLE, piece))
        elif piece.moments:
            self._close(Instants(piece, piece.moments))
        elif piece.days and piece.times:
            self._take_whole(piece)
        elif piece.days:
            self._take_days(piece)
        elif piece.times:
            self._take_times(piece)
        else:
            self._take_aside(piece)

    def finish(self) -> list[Told]:
        self._let_go()
        told = sorted(self._told, key=_place)
        return [_with_zones(each, self._zone) if isinstance(each, Run) else each for each in told]

    def _close(self, told: Instants | Flaw) -> None:
        """Take what ends a list: the days said before do not carry past it."""
        self._let_go()
        self._run = None
        self._told.append(told)

    def _take_whole(self, piece: Piece) -> None:
        """Take days with times; days that waited share the times, times that waited the days."""
        if piece.hard:
            self._let_go()
        elif piece.days_last:
            self._let_days_go()
        else:
            self._let_times_go()
        start = min(each.start for each in (*self._days, *self._times, piece))
        run = Run(start, _joined([*self._days, piece]), days_last=piece.days_last)
        waiting, self._days, self._times = self._times, [], []
        self._open(run, [*waiting, piece])

    def _take_days(self, piece: Piece) -> None:
        if piece.hard:
            self._let_go()
        run = self._run
        if run and run.days_last and not piece.hard and _completes(run.days[-1], piece):
            run.days = _with_piece(run.days, piece)
        elif self._times:
            waiting, self._times = self._times, []
            self._open(Run(waiting[0].start, piece.days, days_last=True), waiting)
        else:
            self._days.append(piece)

    def _take_times(self, piece: Piece) -> None:
        if self._days:
            run = Run(self._days[0].start, _joined(self._days))
            self._days = []
            self._open(run, [piece])
        elif self._run is None or self._run.days_last:
            self._times.append(piece)
        else:
            self._run.items += _items(piece)

    def _take_aside(self, piece: Piece) -> None:
        """A zone after a comma belongs to the time before it, on a line of its own to all times."""
        last = self._run.items[-1] if self._run else None
        if piece.zone and (piece.hard or piece.everywhere):
            self._zone = piece.zone
        elif piece.zone and self._run and last and last.zone is None:
            self._run.items[-1] = replace(last, zone=piece.zone)
        else:
            self._told.append(Flaw(ProblemKind.UNREADABLE, piece))

    def _open(self, run: Run, pieces: Iterable[Piece]) -> None:
        run.items = [item for piece in pieces for item in _items(piece)]
        self._told.append(run)
        self._run = run

    def _let_go(self) -> None:
        self._let_days_go()
        self._let_times_go()

    def _let_days_go(self) -> None:
        """Days that wait for a time in vain; after "2pm Tue or Wed" they have one already."""
        if self._days and self._run and self._run.days_last and not self._days[0].hard:
            self._run.days += _joined(self._days)
        else:
            self._told += [Flaw(ProblemKind.NO_TIME, piece) for piece in self._days]
        self._days = []

    def _let_times_go(self) -> None:
        """Times that wait for a day in vain; after "2pm Tue, 3pm" they have one already."""
        if self._times and self._run and self._run.days_last and not self._times[0].hard:
            self._run.items += [item for piece in self._times for item in _items(piece)]
        else:
            self._told += [Flaw(ProblemKind.NO_DAY, piece) for piece in self._times]
        self._times = []


def _place(told: Told) -> int:
    return told.start if isinstance(told, Run) else told.piece.start


def _items(piece: Piece) -> Iterator[Item]:
    return (Item(time, piece, piece.zone) for time in piece.times)


def _joined(pieces: Sequence[Piece]) -> tuple[DaySaid, ...]:
    """Give all days of the pieces."""
    days: tuple[DaySaid, ...] = ()
    for piece in pieces:
        days = _with_piece(days, piece)
    return tuple(_with_shared_words(list(days)))


def _with_piece(days: tuple[DaySaid, ...], piece: Piece) -> tuple[DaySaid, ...]:
    if not days or not _completes(days[-1], piece):
        return days + piece.days
    return (*days[:-1], replace(days[-1], date=piece.days[0].date), *piece.days[1:])


def _completes(day: DaySaid, piece: Piece) -> bool:
    """Tell whether a piece goes on with the day before: "Tue, 3 March" is one day."""
    first = piece.days[0]
    return not piece.joins and day.date is None and first.weekday is None


def _with_shared_words(days: list[DaySaid]) -> list[DaySaid]:
    """Share the month of "3rd and 5th March" and the "next" of "next Mon and Wed"."""
    for place in reversed(range(len(days) - 1)):
        mine, later = days[place].date, days[place + 1].date
        if isinstance(mine, MonthDay) and isinstance(later, DayDate):
            dated = DayDate(later.month, mine.day, later.year)
            days[place] = replace(days[place], date=dated)
    for place in range(1, len(days)):
        before, day = days[place - 1], days[place]
        if before.weekday and before.weekday.next and day.date is None:
            days[place] = in_following_week(day)
    return days


def _with_zones(run: Run, everywhere: ZoneSaid | None) -> Run:
    """Let a zone said once hold for the list it stands in: "1pm, 3pm and 5pm EST"."""
    zone: ZoneSaid | None = None
    for place in reversed(range(len(run.items))):
        zone = run.items[place].zone or zone
        run.items[place] = replace(run.items[place], zone=zone)
    for place, item in enumerate(run.items):
        zone = item.zone or (run.items[place - 1].zone if place else everywhere)
        run.items[place] = replace(item, zone=zone)
    return run
