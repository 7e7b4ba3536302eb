"""Everything that happens to a meeting after its call: answers, settling, attendance, calling off.

The rules are in `bot.domain.decisions`; here they meet who may ask for them, and the store.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from bot.domain import attended, decisions, reminders
from bot.domain.extending import extended_to
from bot.domain.ids import GuildId, MeetingId, MemberId
from bot.domain.meeting import Attendance, Choice, Gathering, Meeting
from bot.domain.when.slot import Slot
from bot.services.actor import Actor
from bot.services.inputs import Inputs
from bot.services.outbox import Entry
from bot.services.ports import Clock, Meetings

LONGEST_NOTE = 200


class MeetingKeeping:
    """What members and conveners do with a meeting."""

    def __init__(
        self,
        meetings: Meetings,
        clock: Clock,
        stirred: Callable[[], None],
        inputs: Inputs | None = None,
    ) -> None:
        self._meetings = meetings
        self._clock = clock
        self._stirred = stirred
        self._inputs = inputs or Inputs()

    async def get(self, meeting_id: MeetingId) -> Gathering:
        """A meeting with its group; refuses with NoSuchMeeting."""
        return await self._meetings.get(meeting_id)

    async def ahead(self, guild_id: GuildId) -> tuple[Gathering, ...]:
        """The server's open polls and coming meetings, the next first."""
        return await self._meetings.ahead(guild_id, self._clock.now())

    async def undelivered(self, meeting_id: MeetingId) -> tuple[Entry, ...]:
        """What Discord refused of a meeting."""
        return await self._meetings.undelivered(meeting_id)

    async def answer(
        self,
        meeting_id: MeetingId,
        member_id: MemberId,
        choices: Mapping[Slot, Choice],
        note: str,
    ) -> Gathering:
        """Keeps a member's answer; it may be the one that settles the poll."""
        group = (await self._meetings.get(meeting_id)).group
        clean = await self._inputs.clean("note", note, LONGEST_NOTE, group.guild_id, group)
        return await self._change(
            meeting_id,
            lambda gathering, now: decisions.answered(gathering, member_id, choices, clean, now),
        )

    async def attend(
        self, meeting_id: MeetingId, member_id: MemberId, state: Attendance
    ) -> Gathering:
        """Keeps whether a member comes."""
        return await self._change(
            meeting_id,
            lambda gathering, now: decisions.attending(gathering, member_id, state, now),
        )

    async def snooze(self, meeting_id: MeetingId, member_id: MemberId, minutes: int) -> Gathering:
        """A member is reminded once more after so many minutes."""
        return await self._change(
            meeting_id,
            lambda gathering, now: reminders.snoozed(gathering, member_id, minutes, now),
        )

    async def hush(self, meeting_id: MeetingId, member_id: MemberId) -> Gathering:
        """A member wants no more reminders of this one."""
        return await self._change(
            meeting_id, lambda gathering, now: reminders.hushed(gathering, member_id, now)
        )

    async def hear(self, meeting_id: MeetingId, member_id: MemberId) -> Gathering:
        """A member wants to be reminded of it after all."""
        return await self._change(
            meeting_id, lambda gathering, now: reminders.heard(gathering, member_id, now)
        )

    async def say_there(
        self, meeting_id: MeetingId, member_id: MemberId, *, was: bool
    ) -> Gathering:
        """Keeps whether a member was there."""
        return await self._change(
            meeting_id,
            lambda gathering, now: attended.said_there(gathering, member_id, now, was=was),
        )

    async def mend_there(
        self, meeting_id: MeetingId, actor: Actor, present: Iterable[MemberId]
    ) -> Gathering:
        """The convener says who was there."""
        were = frozenset(present)
        return await self._convene(
            meeting_id, actor, lambda gathering, now: attended.mended(gathering, were, now)
        )

    def reminders_ahead(self, gathering: Gathering, member_id: MemberId) -> tuple[datetime, ...]:
        """When the member will still be reminded of it, the start left out."""
        return reminders.ahead(gathering, member_id, self._clock.now())

    def snoozes(self, gathering: Gathering) -> tuple[int, ...]:
        """After how many minutes a reminder may come once more now."""
        return reminders.choices(gathering, self._clock.now())

    async def settle_now(self, meeting_id: MeetingId, actor: Actor) -> Gathering:
        """The convener settles by the rule before the deadline."""
        return await self._convene(meeting_id, actor, decisions.settled_early)

    async def choose(self, meeting_id: MeetingId, actor: Actor, slot: Slot) -> Gathering:
        """The convener chooses, quorum or not."""
        return await self._convene(
            meeting_id, actor, lambda gathering, now: decisions.chosen(gathering, slot, now)
        )

    async def extend(self, meeting_id: MeetingId, actor: Actor, until: datetime) -> Gathering:
        """The convener gives the poll more time."""
        return await self._convene(
            meeting_id, actor, lambda gathering, now: extended_to(gathering, until, now)
        )

    async def withdraw(self, meeting_id: MeetingId, actor: Actor, slot: Slot) -> Gathering:
        """The convener takes a candidate time back."""
        return await self._convene(
            meeting_id, actor, lambda gathering, now: decisions.without_slot(gathering, slot, now)
        )

    async def restore(self, meeting_id: MeetingId, actor: Actor) -> Gathering:
        """The convener takes back that it was called off."""
        return await self._convene(meeting_id, actor, decisions.restored)

    async def cancel(self, meeting_id: MeetingId, actor: Actor) -> Gathering:
        """The convener calls the meeting, or its poll, off."""
        return await self._convene(meeting_id, actor, decisions.cancelled)

    async def _convene(
        self,
        meeting_id: MeetingId,
        actor: Actor,
        decide: Callable[[Gathering, datetime], Meeting],
    ) -> Gathering:
        def step(gathering: Gathering, now: datetime) -> Meeting:
            actor.require_convener(gathering.meeting)
            return decide(gathering, now)

        return await self._change(meeting_id, step)

    async def _change(
        self, meeting_id: MeetingId, decide: Callable[[Gathering, datetime], Meeting]
    ) -> Gathering:
        # Whole seconds, as they are stored: what is planned from them must not shift by reading.
        now = self._clock.now().replace(microsecond=0)
        gathering = await self._meetings.change(meeting_id, lambda before: decide(before, now), now)
        self._stirred()
        return gathering
