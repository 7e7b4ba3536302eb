"""Turns runs of days and times into stretches of time between instants.

Here the calendar, the zone and the present meet what was said: each time on each day becomes one
stretch, or one problem.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.when.days import NoSuchDay, OtherWeekday, Today, TwoDays, resolve
from bot.domain.when.halves import Backwards, Minutes, Undecided, decided, hinted
from bot.domain.when.pieces import DaySaid
from bot.domain.when.reading import Problem, ProblemKind
from bot.domain.when.runs import Item, Run
from bot.domain.when.said import NearDay
from bot.domain.when.wall import around_gap, at_wall, instants

_DAY = 24 * 60
_NEAR = timedelta(days=400)
"""Beyond this no instant is computed; it is too far, or past, in any zone."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time from an instant on, to another where a range was said, in the member's words."""

    words: str
    start: datetime
    end: datetime | None = None


def stretches(run: Run, text: str, today: Today) -> Iterator[Stretch | Problem]:
    """Give what each time of a run is on each of its days."""
    times = decided([hinted(item.time, item.piece.half) for item in run.items])
    for day in run.days:
        yield from _OneDay(run, day, text, today).found(times)


class _OneDay:
    """The times of a run on one of its days."""

    def __init__(self, run: Run, day: DaySaid, text: str, today: Today) -> None:
        self._run = run
        self._day = day
        self._text = text
        self._today = today
        self._is_today = day.date == NearDay(0) or day.date == NearDay(0, evening=True)

    def found(
        self, times: Sequence[Minutes | Undecided | Backwards]
    ) -> Iterator[Stretch | Problem]:
        readings = [
            (item, self._narrowed(time, item))
            for item, time in zip(self._run.items, times, strict=True)
        ]
        starts = [(item, start) for item, found in readings for start in _latest(found, item)]
        found = resolve(
            self._day,
            self._today,
            lambda day: all(self._at(day, start, item) > self._today.now for item, start in starts),
        )
        if isinstance(found, date):
            yield from self._without_echo(found, readings)
        else:
            yield self._day_problem(found, self._run.items[0], starts)

    def _narrowed(
        self, found: Minutes | Undecided | Backwards, item: Item
    ) -> Minutes | Undecided | Backwards:
        """Take the evening where the morning of today is over: "today 4" typed at noon."""
        if isinstance(found, Undecided) and self._is_today:
            morning = self._at(self._today.date, found.morning.start, item)
            return found.evening if morning <= self._today.now else found
        return found

    def _without_echo(
        self, day: date, readings: list[tuple[Item, Minutes | Undecided | Backwards]]
    ) -> Iterator[Stretch | Problem]:
        """Leave out what says a time again in another zone: "1pm ET / 10am PT"."""
        told: dict[datetime, tzinfo] = {}
        for item, reading in readings:
            found = self._on(day, item, reading)
            if isinstance(found, Stretch) and item.piece.zone:
                other = told.setdefault(found.start, item.piece.zone.zone)
                if other is not item.piece.zone.zone:
                    continue
            yield found

    def _day_problem(
        self,
        found: NoSuchDay | TwoDays | OtherWeekday,
        item: Item,
        starts: list[tuple[Item, int]],
    ) -> Problem:
        words = self._words(item)
        match found:
            case NoSuchDay():
                return Problem(ProblemKind.UNREADABLE, words)
            case TwoDays(dates=dates) if dates[0] - self._today.date > _NEAR:
                return Problem(ProblemKind.TOO_FAR, words, day=dates[0])
            case TwoDays(dates=dates):
                both = [self._at(day, start, who) for day in dates for who, start in starts[:1]]
                return Problem(ProblemKind.AMBIGUOUS_DATE, words, tuple(both))
            case OtherWeekday(date=day, weekday=weekday):
                return Problem(ProblemKind.WEEKDAY_MISMATCH, words, day=day, weekday=weekday)

    def _on(
        self, day: date, item: Item, reading: Minutes | Undecided | Backwards
    ) -> Stretch | Problem:
        words = self._words(item)
        if abs(day - self._today.date) > _NEAR:
            kind = ProblemKind.TOO_FAR if day > self._today.date else ProblemKind.PAST
            return Problem(kind, words, day=day)
        match reading:
            case Backwards():
                return Problem(ProblemKind.REVERSED, words)
            case Undecided(morning=morning, evening=evening):
                both = tuple(self._at(day, each.start, item) for each in (morning, evening))
                return Problem(ProblemKind.AMBIGUOUS_HALF, words, both)
            case Minutes():
                return self._stretch(day, item, reading, words)

    def _stretch(self, day: date, item: Item, reading: Minutes, words: str) -> Stretch | Problem:
        first = reading.start
        if item.time.start.midnight:
            nights = (self._at(day, 0, item), self._at(day, _DAY, item))
            if not self._is_today:
                return Problem(ProblemKind.AMBIGUOUS_DATE, words, nights)
            first = _DAY
        start = self._instant(day, first, item, words)
        if isinstance(start, Problem) or reading.end is None:
            return start if isinstance(start, Problem) else Stretch(words, start)
        end = self._instant(day, first - reading.start + reading.end, item, words)
        return end if isinstance(end, Problem) else Stretch(words, start, end)

    def _instant(self, day: date, minutes: int, item: Item, words: str) -> datetime | Problem:
        """Give the one instant that is meant, or ask where the clock skips it or shows it twice."""
        local = _local(day, minutes)
        zone = self._zone(item)
        found = instants(local, zone)
        if not found:
            return Problem(ProblemKind.GAP, words, around_gap(local, zone))
        said = item.zone.abbreviation if item.zone else ""
        named = [one for one in found if one.astimezone(zone).tzname() == said]
        if len(found) == 1 or len(named) == 1:
            return (named or found)[0]
        return Problem(ProblemKind.FOLD, words, found)

    def _at(self, day: date, minutes: int, item: Item) -> datetime:
        local = _local(day, minutes)
        return at_wall(local.date(), local.time(), self._zone(item))

    def _zone(self, item: Item) -> tzinfo:
        return item.zone.zone if item.zone else self._today.zone

    def _words(self, item: Item) -> str:
        """Give the member's words: with the first time of a run come the days before it."""
        start = item.piece.start
        if item is self._run.items[0]:
            start = min(start, self._run.start)
        return self._text[start : item.piece.end]


def _local(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _latest(reading: Minutes | Undecided | Backwards, item: Item) -> list[int]:
    """Give the start by which a weekday is told to be ahead, the later one if it is open."""
    match reading:
        case Minutes(start=start):
            return [_DAY if item.time.start.midnight else start]
        case Undecided(evening=evening):
            return [evening.start]
        case Backwards():
            return []
