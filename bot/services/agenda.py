"""Presenters, topics and time boxes: who may ask for what, and the guard before any of it is seen.

The rules are in `bot.domain.agenda`.
"""

from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from bot.domain.agenda import boxes, offers, topics
from bot.domain.errors import LikelyIdentifier
from bot.domain.group import Group
from bot.domain.ids import MeetingId, MemberId
from bot.domain.meeting import Gathering, Meeting
from bot.services.inputs import Inputs
from bot.services.ports import Clock, Meetings

LONGEST_TITLE = 100
_MOST_HELD = 200
_Step = Callable[[Gathering, datetime], Meeting]


class AgendaKeeping:
    """What members do with the agenda of a meeting."""

    def __init__(
        self, meetings: Meetings, clock: Clock, stirred: Callable[[], None], inputs: Inputs
    ) -> None:
        self._meetings = meetings
        self._clock = clock
        self._stirred = stirred
        self._inputs = inputs
        # What the guard refused is never written to the disk; here it can be mended for a while.
        self._held: OrderedDict[tuple[MeetingId, MemberId], str] = OrderedDict()

    async def accept(self, meeting_id: MeetingId, member_id: MemberId) -> Gathering:
        """A member presents, asked or not; or is the first when a turn becomes free."""
        return await self._change(
            meeting_id, lambda gathering, now: offers.accepted(gathering, member_id, now)
        )

    async def give_up(self, meeting_id: MeetingId, member_id: MemberId) -> Gathering:
        """A member does not present this time."""
        return await self._change(
            meeting_id, lambda gathering, now: offers.passed(gathering, member_id, now)
        )

    async def ask_swap(self, meeting_id: MeetingId, who: MemberId, to: MemberId) -> Gathering:
        """A presenter asks another member to take the turn."""
        return await self._change(
            meeting_id, lambda gathering, now: offers.swap_asked(gathering, who, to, now)
        )

    async def answer_swap(
        self, meeting_id: MeetingId, number: int, by: MemberId, *, agrees: bool
    ) -> tuple[Gathering, MemberId]:
        """Who was asked says yes or no; gives also whose turn it was."""
        giver, _, _ = offers.swap_of(await self._meetings.get(meeting_id), number)
        after = await self._change(
            meeting_id,
            lambda gathering, now: offers.swap_answered(gathering, number, by, now, agrees=agrees),
        )
        return after, giver

    async def set_title(self, meeting_id: MeetingId, member_id: MemberId, title: str) -> Gathering:
        """A presenter says what they bring."""
        async with self._holding(meeting_id, member_id, title) as (tidy, group):
            clean = await self._inputs.clean("title", tidy, LONGEST_TITLE, group.guild_id, group)
        return await self._change(
            meeting_id, lambda gathering, now: offers.titled(gathering, member_id, clean, now)
        )

    async def add_topic(self, meeting_id: MeetingId, member_id: MemberId, text: str) -> Gathering:
        """A member brings a topic."""
        async with self._holding(meeting_id, member_id, text) as (tidy, group):
            longest = topics.LONGEST_TOPIC
            clean = await self._inputs.clean("agenda item", tidy, longest, group.guild_id, group)
        return await self._change(
            meeting_id, lambda gathering, now: topics.with_topic(gathering, member_id, clean, now)
        )

    async def remove_topic(
        self, meeting_id: MeetingId, member_id: MemberId, number: int
    ) -> Gathering:
        """A member takes a topic of theirs back."""
        return await self._change(
            meeting_id, lambda gathering, _: topics.without_topic(gathering, member_id, number)
        )

    async def begin(self, meeting_id: MeetingId, member_id: MemberId) -> Gathering:
        """A member who comes begins the meeting; its time is shared out from now."""
        return await self._change(
            meeting_id, lambda gathering, now: boxes.begun(gathering, member_id, now)
        )

    async def longer(
        self, meeting_id: MeetingId, member_id: MemberId, number: int, place: int
    ) -> Gathering:
        """Five more minutes for the box that runs."""
        return await self._change(
            meeting_id,
            lambda gathering, now: boxes.longer(gathering, member_id, number, place, now),
        )

    async def sooner(
        self, meeting_id: MeetingId, member_id: MemberId, number: int, place: int
    ) -> Gathering:
        """The next box at once."""
        return await self._change(
            meeting_id,
            lambda gathering, now: boxes.sooner(gathering, member_id, number, place, now),
        )

    def held(self, meeting_id: MeetingId, member_id: MemberId) -> str:
        """What a member typed that the guard refused, while it is remembered; else nothing."""
        return self._held.get((meeting_id, member_id), "")

    @asynccontextmanager
    async def _holding(
        self, meeting_id: MeetingId, member_id: MemberId, text: str
    ) -> AsyncGenerator[tuple[str, Group]]:
        """Gives the text in one line, and the group; remembers it if the guard refuses it."""
        try:
            yield " ".join(text.split()), (await self._meetings.get(meeting_id)).group
        except LikelyIdentifier:
            self._held[meeting_id, member_id] = text
            while len(self._held) > _MOST_HELD:
                self._held.popitem(last=False)
            raise
        self._held.pop((meeting_id, member_id), None)

    async def _change(self, meeting_id: MeetingId, decide: _Step) -> Gathering:
        # Whole seconds, as they are stored: what is planned from them must not shift by reading.
        now = self._clock.now().replace(microsecond=0)
        gathering = await self._meetings.change(meeting_id, lambda before: decide(before, now), now)
        self._stirred()
        return gathering
