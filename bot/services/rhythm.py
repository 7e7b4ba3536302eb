"""Rhythms: kept by a group's members, and their turns, taken when they are due.

A turn is taken in one transaction that calls its meeting and lets the next turn wait, so it comes
once, over restarts and outages. What the meeting then sends goes through the outbox like all else.
"""

import secrets
from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.domain.errors import NoRhythm
from bot.domain.group import Group
from bot.domain.ids import MeetingId
from bot.domain.meeting import Gathering, Meeting, Soon
from bot.domain.rhythm import Rhythm, begun, convener, enough, present, still_time
from bot.domain.standing.days import read_day
from bot.domain.standing.refusals import DayUnclear
from bot.domain.turns import declined, turn_called
from bot.domain.when.names import zone
from bot.services.actor import Actor
from bot.services.ports import Clock, Meetings, Rhythms
from bot.services.standing import UsualHours
from bot.services.watch import Watch

PAUSE = timedelta(minutes=5)
"""After a fault, until a turn is looked at again."""


class RhythmKeeping:
    """What members do with their group's rhythm."""

    def __init__(
        self,
        rhythms: Rhythms,
        meetings: Meetings,
        clock: Clock,
        stirred: Callable[[], None],
    ) -> None:
        self._rhythms = rhythms
        self._meetings = meetings
        self._clock = clock
        self._stirred = stirred

    async def of(self, group: Group) -> Rhythm | None:
        """The group's rhythm, or None."""
        return await self._rhythms.of(group.id)

    async def change(
        self, group: Group, actor: Actor, weeks: int | None, start: str, soon: Soon | None
    ) -> Rhythm:
        """Keeps a rhythm, by a member or who manages the server; what is not given stays.

        A new one without a start begins next Monday. Refuses with DayUnclear, RhythmUnclear, and
        with NoRhythm where there is none to change.
        """
        _require_may(group, actor)
        before = await self._rhythms.of(group.id)
        if weeks is None and before is None:
            raise NoRhythm
        now = self._clock.now()
        every = weeks or (before.weeks if before else 0)
        kept_soon = soon or (before.soon if before and every == before.weeks else None)
        anchor = self._anchor(group, start, before, now)
        rhythm = begun(group, actor.id, every, anchor, kept_soon, now)
        await self._rhythms.keep(rhythm)
        self._stirred()
        return rhythm

    def _anchor(self, group: Group, start: str, before: Rhythm | None, now: datetime) -> date:
        there = zone(group.settings.zone)
        if start.strip():
            read = read_day(start, now=now, zone=there)
            if read is None:
                raise DayUnclear(start)
            return read
        if before:
            return before.turn
        today = now.astimezone(there).date()
        return today + timedelta(days=7 - today.weekday())

    async def stop(self, group: Group, actor: Actor) -> None:
        """Ends the asking; polls that are open stay. Refuses with NoRhythm."""
        _require_may(group, actor)
        await self._rhythms.stop(group.id)
        self._stirred()

    async def decline(self, meeting_id: MeetingId, actor: Actor) -> Gathering:
        """A member leaves a turn out that waits for times; refuses with TurnOver."""
        now = self._clock.now().replace(microsecond=0)
        gathering = await self._meetings.change(
            meeting_id, lambda before: declined(before, actor.id, now), now
        )
        self._stirred()
        return gathering


def _require_may(group: Group, actor: Actor) -> None:
    if not actor.manages:
        actor.require_member(group)


class Turns:
    """Takes the turns that are due; the delivery works them off before the outbox."""

    def __init__(self, rhythms: Rhythms, hours: UsualHours, clock: Clock, watch: Watch) -> None:
        self._rhythms = rhythms
        self._hours = hours
        self._clock = clock
        self._watch = watch

    async def work_once(self) -> int:
        """Takes what is due now; gives how many turns that were."""
        due = await self._rhythms.due(self._clock.now())
        for rhythm, group in due:
            try:
                await self._take(rhythm, group)
            except Exception as fault:  # noqa: BLE001 - one group's fault must not stop the others
                self._watch.fault("a turn failed", fault)
                await self._rhythms.postpone(group.id, self._clock.now() + PAUSE)
        return len(due)

    async def next_at(self) -> datetime | None:
        """When the next turn is due."""
        return await self._rhythms.next_at()

    async def _take(self, rhythm: Rhythm, group: Group) -> None:
        # The clock may have been stepped back since; the turn was due all the same.
        now = self._clock.now()
        turn = present(rhythm, group, now)
        meeting = await self._meeting(turn, group, now)
        await self._rhythms.take(rhythm, turn, meeting, now)

    async def _meeting(self, turn: Rhythm, group: Group, now: datetime) -> Meeting | None:
        """What the turn calls; None where it is over, or nobody is in the group."""
        left, who = still_time(turn, group, now), convener(turn, group)
        if left is None or who is None:
            return None
        slots = await self._hours.in_common(group, who, left.ends, turn.soon, enough(group))
        return turn_called(turn, group, who, slots, secrets.token_hex(16), now)
