"""Public holidays beside established schedules: whose a group keeps, and which meetings they hit.

They are only proposed: what is skipped is what a member was shown and pressed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.errors import NoSuchMeeting, NotScheduled, TimePassed
from bot.domain.group import Group
from bot.domain.ids import GroupId, SeriesId
from bot.domain.meeting import Gathering
from bot.domain.public_holidays import Land, holidays_on, land_meant
from bot.domain.series.course import Course, occurring
from bot.domain.series.schedule import Series
from bot.domain.when.slot import Slot
from bot.services.actor import Actor
from bot.services.ports import Clock

AHEAD = timedelta(days=366)
MOST_SHOWN = 8
"""So many dates fit into a button's id; further ones come when these are settled."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A meeting on a public holiday: its date by the series' rule, its time, the holiday's name."""

    date: date
    slot: Slot
    name: str


class Lands(Protocol):
    """Whose holidays groups keep, as it is kept."""

    async def of(self, group_id: GroupId) -> Land | None:
        """Whose holidays the group keeps, or None."""
        ...

    async def keep(self, group_id: GroupId, land: Land | None) -> None:
        """Keeps whose holidays the group keeps; None forgets it."""
        ...


class Schedules(Protocol):
    """Established schedules, as far as holidays need them."""

    async def courses(self, group_id: GroupId, since: datetime) -> tuple[Course, ...]:
        """A group's series, each with its meetings that were not over at `since`."""
        ...


class Skipping(Protocol):
    """Whoever takes one meeting out of a series."""

    async def skip(self, series_id: SeriesId, day: date, actor: Actor) -> Gathering:
        """One meeting less; refuses with NotScheduled where it is off already."""
        ...


class HolidayKeeping:
    """What members do about holidays."""

    def __init__(
        self, lands: Lands, schedules: Schedules, skipping: Skipping, clock: Clock
    ) -> None:
        self._lands = lands
        self._schedules = schedules
        self._skipping = skipping
        self._clock = clock

    async def land_of(self, group_id: GroupId) -> Land | None:
        """Whose holidays the group keeps, or None."""
        return await self._lands.of(group_id)

    async def keep(self, group: Group, actor: Actor, country: str, region: str) -> Land:
        """Keeps a country and region; refuses with NoSuchCountry or NoSuchRegion."""
        _require_may(group, actor)
        land = land_meant(country, region)
        await self._lands.keep(group.id, land)
        return land

    async def forget(self, group: Group, actor: Actor) -> None:
        """The group keeps no holidays any more."""
        _require_may(group, actor)
        await self._lands.keep(group.id, None)

    async def of_draft(self, draft: Series) -> tuple[Holiday, ...]:
        """The meetings of a year to come that would fall on holidays, the next ones first."""
        return await self._of(Course(draft))

    async def of_series(self, series: Series) -> tuple[Holiday, ...]:
        """The same of a series: what is off already is left out."""
        courses = await self._schedules.courses(series.group_id, self._clock.now())
        found = next((one for one in courses if one.series.id == series.id), None)
        return await self._of(found) if found else ()

    async def _of(self, course: Course) -> tuple[Holiday, ...]:
        land = await self._lands.of(course.series.group_id)
        return hit(course, land, self._clock.now())[:MOST_SHOWN] if land else ()

    async def skip(
        self, series_id: SeriesId, days: Iterable[date], actor: Actor
    ) -> tuple[Slot, ...]:
        """Skips the meetings of these dates; those that are off, over or gone are left out."""
        skipped: list[Slot] = []
        for day in days:
            try:
                after = await self._skipping.skip(series_id, day, actor)
            except (NoSuchMeeting, NotScheduled, TimePassed):
                continue
            if after.meeting.time:
                skipped.append(after.meeting.time)
        return tuple(skipped)


def hit(course: Course, land: Land, now: datetime) -> tuple[Holiday, ...]:
    """The meetings of a series in the year to come that fall on the land's holidays."""
    there = ZoneInfo(course.series.zone)
    ahead = [
        (one, one.slot.starts.astimezone(there).date())
        for one in occurring(course, now, now + AHEAD)
        if not one.off and one.slot.starts > now
    ]
    names = holidays_on(land, (day for _, day in ahead))
    return tuple(Holiday(one.date, one.slot, names[day]) for one, day in ahead if day in names)


def _require_may(group: Group, actor: Actor) -> None:
    if not actor.manages:
        actor.require_member(group)
