"""Established schedules: set up from a form, shown back, started, and changed meeting by meeting.

The rules are in `bot.domain.series`; here they meet who may ask for them, and the store.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain import decisions
from bot.domain.errors import LengthUnclear, LikelyIdentifier, NoSuchDraft, NoSuchSeries, SeriesOver
from bot.domain.group import LONGEST_MEETING, SHORTEST_MEETING, Group
from bot.domain.ids import GroupId, MemberId, SeriesId
from bot.domain.meeting import Gathering, Meeting
from bot.domain.series.course import Course, Occurring, next_ones, occurring
from bot.domain.series.refusals import FirstUnclear, LastBeforeFirst, LastUnclear, ScheduleRefused
from bot.domain.series.rule import rule_from
from bot.domain.series.schedule import LONGEST_TITLE, Occurrence, Series, coming, odd_hours, on
from bot.domain.series.steps import first_ahead, meeting_on
from bot.domain.standing.days import read_day
from bot.domain.when.typed import read_times
from bot.services.actor import Actor
from bot.services.calling import Refilled
from bot.services.inputs import Inputs
from bot.services.ports import Clock, Decide

SHOWN_FIRST = 5
SHOWN_NEXT = 6
LONGEST_TIME = 60
"""Characters of a typed first meeting, or of an end."""

_MOST_HELD = 200
_A_DAY = timedelta(days=1)
_A_YEAR = timedelta(days=366)


class SeriesBook(Protocol):
    """Established schedules as they are kept."""

    async def keep_draft(self, series: Series) -> Series:
        """Keeps a draft in place of the one whose id it carries; gives it with its new id."""
        ...

    async def drop_draft(self, series_id: SeriesId) -> None:
        """Forgets a draft; refuses with NoSuchSeries where there is none."""
        ...

    async def drop_drafts_before(self, instant: datetime) -> int:
        """Forgets drafts that nobody started; gives how many."""
        ...

    async def get(self, series_id: SeriesId) -> Series:
        """The series or draft; refuses with NoSuchSeries."""
        ...

    async def courses(self, group_id: GroupId, since: datetime) -> tuple[Course, ...]:
        """A group's series, each with its meetings that were not over at `since`."""
        ...

    async def start(
        self, draft_id: SeriesId, now: datetime, without: Iterable[date] = ()
    ) -> Series:
        """A draft becomes a series; where it takes another's place, that one ends with it.

        Its meetings of the dates `without` are off before anybody is told of them.
        """
        ...

    async def ensure(self, series_id: SeriesId, day: date, now: datetime) -> Gathering:
        """The meeting of a date, which is made where it does not exist yet."""
        ...

    async def change(
        self, series_id: SeriesId, day: date, decide: Decide, now: datetime
    ) -> Gathering:
        """One step of the meeting of a date, whether it exists already or not."""
        ...

    async def end(self, series_id: SeriesId, last: date, now: datetime) -> Series:
        """Gives a series its last day; what was to come after it is called off."""
        ...

    async def tend(self, now: datetime) -> int:
        """Makes what must exist of every series by now; gives how many meetings that concerned."""
        ...


@dataclass(frozen=True, slots=True)
class TypedSchedule:
    """What stands in the form: `often` as `rule_from` takes it, `length` in minutes."""

    title: str
    often: int
    first: str
    length: int
    last: str


@dataclass(frozen=True, slots=True)
class Place:
    """For what a form was filled in: a group, and what it changes from which date on, if anything.

    `replaces` is the draft that it was opened to mend.
    """

    group: Group
    follows: SeriesId | None = None
    follows_from: date | None = None
    replaces: SeriesId = SeriesId(0)  # noqa: RUF009 - a number by another name


@dataclass(frozen=True, slots=True)
class Previewed:
    """A draft with its first meetings, and those of a year whose hour a clock skips or repeats.

    `known` is when the group expects the meeting that a change of all would move to the first.
    """

    draft: Series
    first: tuple[Occurrence, ...]
    odd: tuple[Occurrence, ...]
    known: datetime | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A series with what is next: meetings that take place, and between them what is off."""

    series: Series
    ahead: tuple[Occurring, ...]


class SeriesKeeping:
    """What members do with established schedules."""

    def __init__(
        self,
        book: SeriesBook,
        clock: Clock,
        stirred: Callable[[], None],
        inputs: Inputs | None = None,
    ) -> None:
        self._book = book
        self._clock = clock
        self._stirred = stirred
        self._inputs = inputs or Inputs()
        # What was refused is never written to the disk; here it can be mended for a while.
        self._held: OrderedDict[int, tuple[Actor, Place, TypedSchedule]] = OrderedDict()

    async def prepare(self, place: Place, actor: Actor, typed: TypedSchedule) -> Previewed:
        """Reads and keeps a draft; refuses (as Refilled) what cannot be read or shown to others."""
        convener_id = await self._allowed(place, actor)
        try:
            draft = await self._read(place, convener_id, typed)
        except (ScheduleRefused, LengthUnclear, LikelyIdentifier, SeriesOver) as refusal:
            raise Refilled(refusal, self._hold(actor, place, typed)) from refusal
        kept = await self._book.keep_draft(draft)
        now = self._now()
        year = odd_hours(kept, now, now + _A_YEAR)
        known = await self._known(place, now)
        return Previewed(kept, coming(kept, now, SHOWN_FIRST), year, known)

    async def _known(self, place: Place, now: datetime) -> datetime | None:
        if place.follows is None or place.follows_from is None:
            return None
        ahead = (await self.shown(place.follows)).ahead
        told = (one for one in ahead if one.told_by(now) and not one.off)
        starts = (one.slot.starts for one in told if one.date >= place.follows_from)
        return next((at for at in starts if at > now), None)

    async def _allowed(self, place: Place, actor: Actor) -> MemberId:
        """Refuses who may not; gives whose series it will be."""
        if place.follows is not None:
            return (await self._kept(place.follows, actor)).convener_id
        actor.require_member(place.group)
        return actor.id

    async def _read(self, place: Place, convener_id: MemberId, typed: TypedSchedule) -> Series:
        group, now = place.group, self._now()
        if not SHORTEST_MEETING <= typed.length <= LONGEST_MEETING:
            raise LengthUnclear(SHORTEST_MEETING, LONGEST_MEETING)
        zone = ZoneInfo(group.settings.zone)
        title = await self._inputs.clean(
            "series title", typed.title, LONGEST_TITLE, group.guild_id, group
        )
        first = _first(typed, zone, now)
        series = Series(
            id=place.replaces,
            guild_id=group.guild_id,
            group_id=group.id,
            convener_id=convener_id,
            uid=secrets.token_hex(12),
            title=title,
            rule=rule_from(first.date(), typed.often),
            anchor=first.date(),
            starts=first.time(),
            zone=zone.key,
            length=typed.length,
            created_at=now,
            last=_last(typed.last, first, zone),
            follows=place.follows,
            follows_from=place.follows_from,
        )
        if not coming(series, now, 1):
            raise SeriesOver
        return series

    def _hold(self, actor: Actor, place: Place, typed: TypedSchedule) -> int:
        number = secrets.randbits(40)
        self._held[number] = (actor, place, typed)
        while len(self._held) > _MOST_HELD:
            self._held.popitem(last=False)
        return number

    def held(self, number: int, actor: Actor) -> tuple[Place, TypedSchedule]:
        """What was typed and refused, for who typed it; NoSuchDraft where it is forgotten."""
        if number not in self._held or self._held[number][0].id != actor.id:
            raise NoSuchDraft
        _, place, typed = self._held[number]
        return place, typed

    async def draft(self, draft_id: SeriesId, actor: Actor) -> Series:
        """A draft, for who may start it; refuses with NoSuchSeries where it was started."""
        draft = await self._book.get(draft_id)
        if draft.started_at is not None:
            raise NoSuchSeries
        actor.require_keeper(draft)
        return draft

    async def drop(self, draft_id: SeriesId, actor: Actor) -> None:
        """Forgets a draft."""
        await self.draft(draft_id, actor)
        await self._book.drop_draft(draft_id)

    async def start(self, draft_id: SeriesId, actor: Actor, without: Iterable[date] = ()) -> Series:
        """Makes a series of a draft; a second press finds it started.

        What is left out from the start is not told of.
        """
        await self.draft(draft_id, actor)
        started = await self._book.start(draft_id, self._now(), without)
        self._stirred()
        return started

    async def get(self, series_id: SeriesId) -> Series:
        """A series that was started; refuses with NoSuchSeries."""
        series = await self._book.get(series_id)
        if series.started_at is None:
            raise NoSuchSeries
        return series

    async def _kept(self, series_id: SeriesId, actor: Actor) -> Series:
        series = await self.get(series_id)
        actor.require_keeper(series)
        return series

    async def of_group(self, group_id: GroupId) -> tuple[Shown, ...]:
        """A group's series that are not over, each with what is next."""
        now = self._now()
        courses = await self._book.courses(group_id, now)
        return tuple(shown for course in courses if (shown := _shown(course, now)).ahead)

    async def shown(self, series_id: SeriesId) -> Shown:
        """One series with what is next, which may be nothing."""
        now, series = self._now(), await self.get(series_id)
        courses = await self._book.courses(series.group_id, now)
        return next(_shown(one, now) for one in courses if one.series.id == series_id)

    async def occurring(self, series_id: SeriesId, day: date) -> Occurring:
        """One meeting as it really is; refuses with NoSuchMeeting or TimePassed."""
        now, series = self._now(), await self.get(series_id)
        courses = await self._book.courses(series.group_id, now)
        course = next(one for one in courses if one.series.id == series_id)
        meeting = meeting_on(course, day, now)
        known = meeting if meeting.id else None
        return Occurring(day, on(series, day).slot, known)

    async def next_day(self, series_id: SeriesId) -> date:
        """The date of the next meeting that has not begun; refuses with SeriesOver."""
        now, series = self._now(), await self.get(series_id)
        courses = await self._book.courses(series.group_id, now)
        return first_ahead(next(one for one in courses if one.series.id == series_id), now)

    async def skip(self, series_id: SeriesId, day: date, actor: Actor) -> Gathering:
        """One meeting less; the group is told where it had been told of it."""
        return await self._step(series_id, day, actor, decisions.cancelled)

    async def put_back(self, series_id: SeriesId, day: date, actor: Actor) -> Gathering:
        """A skipped meeting takes place after all."""
        return await self._step(series_id, day, actor, decisions.restored)

    async def _step(
        self,
        series_id: SeriesId,
        day: date,
        actor: Actor,
        decide: Callable[[Gathering, datetime], Meeting],
    ) -> Gathering:
        await self._kept(series_id, actor)
        now = self._now()
        after = await self._book.change(series_id, day, lambda before: decide(before, now), now)
        self._stirred()
        return after

    async def ensure(self, series_id: SeriesId, day: date, actor: Actor) -> Gathering:
        """The meeting of a date, to be moved as any other."""
        await self._kept(series_id, actor)
        return await self._book.ensure(series_id, day, self._now())

    async def end(self, series_id: SeriesId, day: date, actor: Actor) -> Series:
        """The series without the meeting of that date and all that would follow."""
        await self._kept(series_id, actor)
        ended = await self._book.end(series_id, day - _A_DAY, self._now())
        self._stirred()
        return ended

    async def read_end(self, series_id: SeriesId, typed: str) -> date:
        """The first date that falls away where a series ends on a typed day."""
        series = await self.get(series_id)
        last = read_day(typed, now=self._now(), zone=ZoneInfo(series.zone))
        if last is None:
            raise LastUnclear(typed)
        return last + _A_DAY

    async def tend(self) -> None:
        """Makes what must exist by now: at the start, and every night."""
        if await self._book.tend(self._now()):
            self._stirred()

    async def tidy(self) -> None:
        """Forgets drafts that nobody started."""
        await self._book.drop_drafts_before(self._now() - _A_DAY)

    def _now(self) -> datetime:
        # Whole seconds, as they are stored: what is planned from them must not shift by reading.
        return self._clock.now().replace(microsecond=0)


def _first(typed: TypedSchedule, zone: ZoneInfo, now: datetime) -> datetime:
    """The first meeting on the group's wall."""
    length = timedelta(minutes=typed.length)
    read = read_times(typed.first, now=now, zone=zone, length=length)
    if len(read.slots) != 1 or read.problems:
        raise FirstUnclear(read.problems, zone.key)
    return read.slots[0].starts.astimezone(zone).replace(tzinfo=None, fold=0)


def _last(typed: str, first: datetime, zone: ZoneInfo) -> date | None:
    """The last day, meant from the first meeting on: "until 30 June"."""
    if not typed.strip():
        return None
    begins = datetime.combine(first.date(), time(), zone)
    last = read_day(typed, now=begins, zone=zone)
    if last is None:
        raise LastUnclear(typed)
    if last < first.date():
        raise LastBeforeFirst
    return last


def _shown(course: Course, now: datetime) -> Shown:
    following = next_ones(course, now, SHOWN_NEXT)
    if not following:
        return Shown(course.series, ())
    return Shown(course.series, occurring(course, now, following[-1].slot.ends))
