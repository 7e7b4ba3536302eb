"""Usual hours: kept by each member, proposed from for a call, and suggested for a poll."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from bot.domain.decisions import WINDOWS
from bot.domain.group import Group
from bot.domain.heat.grid import Heat
from bot.domain.heat.week import heat_of_week
from bot.domain.ids import GuildId, MemberId
from bot.domain.meeting import Choice, Gathering, Soon
from bot.domain.standing.days import read_day
from bot.domain.standing.hours import free
from bot.domain.standing.pattern import DECENT, Away, Hours, Standing, Week
from bot.domain.standing.proposing import Proposal, best_slots
from bot.domain.standing.refusals import (
    AwayReversed,
    DayUnclear,
    HoursRefused,
    HoursUnclear,
    NoneOfThese,
    NoUsualHours,
    TooManyAways,
    TooManyHours,
)
from bot.domain.standing.stretches import covers
from bot.domain.standing.typed import read_hours, read_week
from bot.domain.when.names import zone
from bot.domain.when.slot import Slot
from bot.services.ports import Clock

MOST_PROPOSED = 6
MOST_AWAYS = 10
MOST_HOURS = 6
"""Stretches a day; all that is kept of a member fits into one message and one form."""

LONGEST_WEEK = 1000
_MOST_HELD = 200
_QUARTER = 15 * 60

_TIME_TO_ANSWER = {
    Soon.TODAY: timedelta(hours=2),
    Soon.TWO_DAYS: timedelta(hours=12),
    Soon.WEEK: timedelta(hours=24),
    Soon.TWO_WEEKS: timedelta(hours=48),
}
"""Nothing is proposed sooner: a poll closes before its first slot, and people must see it."""


class Standings(Protocol):
    """Usual hours as they are kept."""

    async def of(
        self, guild_id: GuildId, members: Iterable[MemberId], zone_else: str
    ) -> dict[MemberId, Standing]:
        """What each of them said; `zone_else` is the zone of who never said theirs."""
        ...

    async def set_week(
        self, guild_id: GuildId, member_id: MemberId, week: Week, decent: Hours
    ) -> None:
        """Keeps a week in place of the one before."""
        ...

    async def add_away(
        self, guild_id: GuildId, member_id: MemberId, away: Away, today: date
    ) -> None:
        """Keeps days away; what ended before today is forgotten by the way."""
        ...

    async def remove_away(self, guild_id: GuildId, member_id: MemberId, first: date) -> None:
        """Takes out the days away that begin on that day."""
        ...


@dataclass(frozen=True, slots=True)
class TypedWeek:
    """What stands in the form, in the member's own words."""

    week: str
    decent: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the usual hours give: `known` members keep some, each slot with who is free."""

    proposals: tuple[Proposal, ...]
    known: int

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots in the order of time."""
        return tuple(one.slot for one in self.proposals)


class UsualHours:
    """What members keep, and what follows for calls and polls."""

    def __init__(self, standings: Standings, clock: Clock) -> None:
        self._standings = standings
        self._clock = clock
        # What could not be read is not written to the disk; here it can be mended for a while.
        self._held: OrderedDict[tuple[GuildId, MemberId], TypedWeek] = OrderedDict()

    async def of(self, guild_id: GuildId, member_id: MemberId, zone_name: str) -> Standing:
        """What a member keeps."""
        return (await self._standings.of(guild_id, [member_id], zone_name))[member_id]

    async def keep_week(
        self, guild_id: GuildId, member_id: MemberId, zone_name: str, typed: TypedWeek
    ) -> Standing:
        """Keeps a typed week; refuses with HoursRefused, and then holds what was typed."""
        try:
            week, decent = _read(typed)
        except HoursRefused:
            self._hold(guild_id, member_id, typed)
            raise
        self._held.pop((guild_id, member_id), None)
        await self._standings.set_week(guild_id, member_id, week, decent)
        return await self.of(guild_id, member_id, zone_name)

    def _hold(self, guild_id: GuildId, member_id: MemberId, typed: TypedWeek) -> None:
        self._held[guild_id, member_id] = typed
        self._held.move_to_end((guild_id, member_id))
        while len(self._held) > _MOST_HELD:
            self._held.popitem(last=False)

    def held(self, guild_id: GuildId, member_id: MemberId) -> TypedWeek | None:
        """What a member typed that could not be read, while it is remembered."""
        return self._held.get((guild_id, member_id))

    async def add_away(
        self, guild_id: GuildId, member_id: MemberId, zone_name: str, first: str, last: str
    ) -> Standing:
        """Keeps days away as typed; without a last day it is one day."""
        now, there = self._clock.now(), zone(zone_name)
        begins = read_day(first, now=now, zone=there)
        if begins is None:
            raise DayUnclear(first)
        ends = begins
        if last.strip():
            # The last day is meant from the first one on: "20 December to 3 January".
            midnight = datetime.combine(begins, time(), there)
            found = read_day(last, now=max(now, midnight), zone=there)
            found = found or read_day(last, now=now, zone=there)
            if found is None:
                raise DayUnclear(last)
            ends = found
        if ends < begins:
            raise AwayReversed
        before = await self.of(guild_id, member_id, zone_name)
        if len(before.away) >= MOST_AWAYS:
            raise TooManyAways(MOST_AWAYS)
        today = now.astimezone(there).date()
        await self._standings.add_away(guild_id, member_id, Away(begins, ends), today)
        return await self.of(guild_id, member_id, zone_name)

    async def remove_away(
        self, guild_id: GuildId, member_id: MemberId, zone_name: str, first: date
    ) -> Standing:
        """Forgets the days away that begin on that day."""
        await self._standings.remove_away(guild_id, member_id, first)
        return await self.of(guild_id, member_id, zone_name)

    async def propose(
        self, group: Group, member_id: MemberId, soon: Soon, length: timedelta
    ) -> Proposed:
        """The best slots for a call; beyond the window asked for only where it has none."""
        members = await self._standings.of(
            group.guild_id, [one.id for one in group.members], group.settings.zone
        )
        known = sum(one.known for one in members.values())
        now = self._clock.now()
        found: tuple[Proposal, ...] = ()
        for end in (now + WINDOWS[soon], now + max(WINDOWS.values())):
            window = _window(now + _TIME_TO_ANSWER[soon], end)
            found = found or best_slots(members, member_id, window, length, MOST_PROPOSED)
        return Proposed(found, known)

    async def week_seen(
        self, guild_id: GuildId, member_id: MemberId, zone_name: str, group: Group | None
    ) -> Heat | None:
        """The seven days from tomorrow on as a member may see them, in their zone.

        Of a group how many are free, of no group their own hours; None where there is nothing.
        """
        members = {member_id} if group is None else {*group.member_ids, member_id}
        zone_else = zone_name if group is None else group.settings.zone
        standings = await self._standings.of(guild_id, members, zone_else)
        tomorrow = self._clock.now().astimezone(zone(zone_name)).date() + timedelta(days=1)
        heat = await asyncio.to_thread(heat_of_week, standings, member_id, zone_name, tomorrow)
        return heat if heat.rows else None

    async def in_common(
        self, group: Group, asking: MemberId, until: datetime, soon: Soon, enough: int
    ) -> tuple[Slot, ...]:
        """The best slots before `until` at which so many are usually free, for a call by itself.

        The convener (`asking`) is free at them if anything can be found so; else somebody is.
        """
        members = await self._standings.of(
            group.guild_id, [one.id for one in group.members], group.settings.zone
        )
        length = timedelta(minutes=group.settings.length)
        first = self._clock.now() + _TIME_TO_ANSWER[soon]
        if first + length > until:
            return ()
        window = _window(first, until)
        for who in (asking, *(one for one in members if one != asking)):
            found = best_slots(members, who, window, length, MOST_PROPOSED)
            slots = tuple(one.slot for one in found if len(one.free) >= enough)
            if slots:
                return slots
        return ()

    async def suggested(
        self, gathering: Gathering, member_id: MemberId
    ) -> dict[Slot, Choice] | None:
        """What a member's usual hours say to a poll; None where they keep none."""
        standing = await self.of(gathering.group.guild_id, member_id, gathering.group.settings.zone)
        if not standing.known:
            return None
        return {
            slot: Choice.YES
            for slot in gathering.meeting.slots
            if covers(free(standing, slot), slot.starts, slot.ends)
        }

    async def confirmed(self, gathering: Gathering, member_id: MemberId) -> dict[Slot, Choice]:
        """The same, to be kept as an answer; refuses where it would say nothing."""
        choices = await self.suggested(gathering, member_id)
        if choices is None:
            raise NoUsualHours
        if not choices:
            raise NoneOfThese
        return choices


def _read(typed: TypedWeek) -> tuple[Week, Hours]:
    read = read_week(typed.week)
    decent = read_hours(typed.decent) if typed.decent.strip() else DECENT
    if decent is None:
        raise HoursUnclear((*read.unread, typed.decent.strip()))
    if read.unread:
        raise HoursUnclear(read.unread)
    if any(len(day) > MOST_HOURS for day in read.week):
        raise TooManyHours(MOST_HOURS)
    return read.week, decent


def _window(first: datetime, end: datetime) -> Slot:
    """From the next full quarter of an hour: nobody proposes 3:07 pm."""
    seconds = -(-first.timestamp() // _QUARTER) * _QUARTER
    return Slot(datetime.fromtimestamp(seconds, first.tzinfo), end)
