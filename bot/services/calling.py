"""Calling: what a convener types becomes a draft, is shown back, and only then a meeting.

Also the other places where times are typed: more for a poll, a move, a turn that waits for some.
"""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.decisions import WINDOWS, checked_slots, deadline_for, moved, with_more_slots
from bot.domain.errors import LengthUnclear, LikelyIdentifier, NoSlots, NoSuchDraft
from bot.domain.group import LONGEST_MEETING, SHORTEST_MEETING, Group
from bot.domain.ids import DraftId, GroupId, MeetingId
from bot.domain.meeting import Answer, Choice, Gathering, Kind, Meeting, Phase, Soon
from bot.domain.series.course import Course
from bot.domain.series.nearness import regular_near
from bot.domain.turns import opened
from bot.domain.when.names import zone
from bot.domain.when.reading import Problem
from bot.domain.when.shown import show_local
from bot.domain.when.slot import Slot
from bot.domain.when.typed import read_times
from bot.services.actor import Actor
from bot.services.drafts import Draft
from bot.services.inputs import Inputs
from bot.services.offered_times import is_offered_time
from bot.services.ports import Clock, Drafts, Meetings
from bot.services.standing import Proposed, UsualHours

LONGEST_TOPIC = 150
LONGEST_TIMES = 1000
_MOST_HELD = 200


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form: `length` in minutes, `times` in the convener's words."""

    topic: str
    kind: Kind
    soon: Soon
    length: int
    times: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft as it was read: `problems` name pieces, `late` slots lie outside the window.

    `proposed` is there where no times were typed, and says where they come from; `regular` is a
    regular meeting that is near.
    """

    draft: Draft
    problems: tuple[Problem, ...]
    late: tuple[Slot, ...]
    proposed: Proposed | None = None
    regular: Slot | None = None


class Refilled(Exception):  # noqa: N818 - carries a refusal on, it is none of its own
    """A refused form, with a number under which what was typed can be had back for a while."""

    def __init__(self, refusal: Exception, held: int) -> None:
        self.refusal, self.held = refusal, held
        super().__init__()


class Regulars(Protocol):
    """The established schedules of groups, as they are kept."""

    async def courses(self, group_id: GroupId, since: datetime) -> tuple[Course, ...]:
        """A group's series, each with its meetings that were not over at `since`."""
        ...


class Calling:
    """From typed times to a meeting."""

    def __init__(
        self,
        meetings: Meetings,
        drafts: Drafts,
        clock: Clock,
        stirred: Callable[[], None],
        inputs: Inputs | None = None,
        hours: UsualHours | None = None,
        regulars: Regulars | None = None,
    ) -> None:
        self._regulars = regulars
        self._hours = hours
        self._meetings = meetings
        self._drafts = drafts
        self._clock = clock
        self._stirred = stirred
        self._inputs = inputs or Inputs()
        # What the guard refused is never written to the disk; here it can be mended for a while.
        self._held: OrderedDict[int, tuple[Actor, Group, Typed]] = OrderedDict()

    async def prepare(
        self,
        group: Group,
        actor: Actor,
        typed: Typed,
        zone_name: str,
        *,
        replaces: DraftId = DraftId(0),  # noqa: B008 - a number by another name
    ) -> Prepared:
        """Reads and keeps a call; refuses (as Refilled) what others must not see."""
        actor.require_member(group)
        own = await self._own(replaces, actor)
        try:
            return await self._beside(await self._prepare(group, actor, typed, zone_name, own))
        except (LikelyIdentifier, LengthUnclear) as refusal:
            raise Refilled(refusal, self._hold(actor, group, typed)) from refusal

    async def _beside(self, prepared: Prepared) -> Prepared:
        """The same, with a regular meeting of the group that is near."""
        if self._regulars is None:
            return prepared
        draft, now = prepared.draft, self._clock.now()
        courses = await self._regulars.courses(draft.group_id, now)
        until = draft.created_at + WINDOWS[draft.soon]
        return replace(prepared, regular=regular_near(courses, draft.slots, until, now))

    async def _own(self, draft_id: DraftId, actor: Actor) -> DraftId:
        """The draft to replace, if there is one and it is the actor's; else none."""
        try:
            return (await self.draft(draft_id, actor)).id
        except NoSuchDraft:
            return DraftId(0)

    async def _prepare(
        self, group: Group, actor: Actor, typed: Typed, zone_name: str, replaces: DraftId
    ) -> Prepared:
        if not SHORTEST_MEETING <= typed.length <= LONGEST_MEETING:
            raise LengthUnclear(SHORTEST_MEETING, LONGEST_MEETING)
        topic = await self._inputs.clean("topic", typed.topic, LONGEST_TOPIC, group.guild_id, group)
        times = await self._clean_times(typed.times, group)
        draft = Draft(
            id=replaces,
            guild_id=group.guild_id,
            group_id=group.id,
            member_id=actor.id,
            meeting_id=None,
            topic=topic,
            kind=typed.kind,
            soon=typed.soon,
            length=typed.length,
            typed=times,
            slots=(),
            created_at=self._clock.now(),
        )
        if self._hours and not times:
            return await self._propose(self._hours, draft, group, zone_name)
        return await self._read(draft, zone_name)

    async def _propose(
        self, hours: UsualHours, draft: Draft, group: Group, zone_name: str
    ) -> Prepared:
        """The best common hours as if they had been typed, so that they can be changed."""
        length = timedelta(minutes=draft.length)
        proposed = await hours.propose(group, draft.member_id, draft.soon, length)
        if not proposed.slots:
            return Prepared(await self._drafts.keep(draft), (), (), proposed)
        now = draft.created_at
        shown = (show_local(one.starts, zone(zone_name), now=now) for one in proposed.slots)
        read = await self._read(replace(draft, typed="\n".join(shown)), zone_name)
        return replace(read, proposed=proposed)

    async def _clean_times(self, times: str, group: Group) -> str:
        return await self._inputs.clean(
            "candidate times", times, LONGEST_TIMES, group.guild_id, group, is_offered_time
        )

    async def _read(self, draft: Draft, zone_name: str) -> Prepared:
        now = draft.created_at
        length = timedelta(minutes=draft.length)
        reading = read_times(draft.typed, now=now, zone=zone(zone_name), length=length)
        kept = await self._drafts.keep(replace(draft, slots=reading.slots))
        end = now + WINDOWS[draft.soon]
        late = () if draft.meeting_id else tuple(s for s in reading.slots if s.starts > end)
        return Prepared(kept, reading.problems, late)

    def _hold(self, actor: Actor, group: Group, typed: Typed) -> int:
        number = secrets.randbits(40)
        self._held[number] = (actor, group, typed)
        while len(self._held) > _MOST_HELD:
            self._held.popitem(last=False)
        return number

    def held(self, number: int, actor: Actor) -> tuple[Group, Typed]:
        """What was typed and refused, for who typed it; NoSuchDraft where it is forgotten."""
        if number not in self._held or self._held[number][0].id != actor.id:
            raise NoSuchDraft
        _, group, typed = self._held[number]
        return group, typed

    async def retime(
        self, meeting_id: MeetingId, actor: Actor, times: str, zone_name: str
    ) -> Prepared:
        """Reads times for a meeting that exists: more for its poll, or another for a move."""
        gathering = await self._meetings.get(meeting_id)
        meeting = gathering.meeting
        _require_may_time(gathering, actor)
        draft = Draft(
            id=DraftId(0),
            guild_id=meeting.guild_id,
            group_id=meeting.group_id,
            member_id=actor.id,
            meeting_id=meeting_id,
            topic="",
            kind=meeting.kind,
            soon=meeting.soon,
            length=meeting.length,
            typed=await self._clean_times(times, gathering.group),
            slots=(),
            created_at=self._clock.now(),
        )
        return await self._read(draft, zone_name)

    async def draft(self, draft_id: DraftId, actor: Actor) -> Draft:
        """A kept draft, for who typed it."""
        draft = await self._drafts.get(draft_id)
        if draft.member_id != actor.id:
            raise NoSuchDraft
        return draft

    async def drop(self, draft_id: DraftId, actor: Actor) -> None:
        """Forgets a draft."""
        await self.draft(draft_id, actor)
        await self._drafts.drop(draft_id)

    async def post(self, draft_id: DraftId, actor: Actor) -> Gathering:
        """Makes the meeting of a draft; a second press finds the draft used up."""
        draft = await self.draft(draft_id, actor)
        if draft.meeting_id is not None:
            raise NoSuchDraft
        now = self._clock.now()
        gathering = await self._meetings.call(_meeting(draft, now), draft.id, now)
        self._stirred()
        return gathering

    async def add_slots(self, draft_id: DraftId, actor: Actor) -> Gathering:
        """Adds a draft's slots to its meeting's poll."""
        draft = await self.draft(draft_id, actor)
        now = self._clock.now()
        return await self._apply(draft, actor, lambda g: with_more_slots(g, draft.slots, now))

    async def move(self, draft_id: DraftId, actor: Actor) -> Gathering:
        """Moves a draft's meeting to its first slot."""
        draft = await self.draft(draft_id, actor)
        if not draft.slots:
            raise NoSlots
        now = self._clock.now()
        return await self._apply(draft, actor, lambda g: moved(g, draft.slots[0], now, by=actor.id))

    async def open_turn(self, draft_id: DraftId, actor: Actor) -> Gathering:
        """Opens the poll of a turn that waited for times, with a draft's slots."""
        draft = await self.draft(draft_id, actor)
        now = self._clock.now().replace(microsecond=0)
        return await self._apply(draft, actor, lambda g: opened(g, draft.slots, actor.id, now))

    async def _apply(
        self, draft: Draft, actor: Actor, decide: Callable[[Gathering], Meeting]
    ) -> Gathering:
        if draft.meeting_id is None:
            raise NoSuchDraft

        def step(gathering: Gathering) -> Meeting:
            _require_may_time(gathering, actor)
            return decide(gathering)

        gathering = await self._meetings.change(draft.meeting_id, step, self._clock.now())
        await self._drafts.drop(draft.id)
        self._stirred()
        return gathering


def _require_may_time(gathering: Gathering, actor: Actor) -> None:
    """Times are the convener's to give; where a turn waits for them, any member's."""
    if gathering.meeting.phase is Phase.WAITING:
        actor.require_member(gathering.group)
    else:
        actor.require_convener(gathering.meeting)


def _meeting(draft: Draft, now_exact: datetime) -> Meeting:
    """The meeting that a draft asks for; its convener can make the times they propose."""
    now = now_exact.replace(microsecond=0)
    slots = checked_slots(draft.slots, now)
    own = Answer(dict.fromkeys(slots, Choice.YES), "", now)
    return Meeting(
        id=MeetingId(0),
        guild_id=draft.guild_id,
        group_id=draft.group_id,
        convener_id=draft.member_id,
        uid=secrets.token_hex(16),
        topic=draft.topic,
        kind=draft.kind,
        soon=draft.soon,
        length=draft.length,
        phase=Phase.POLLING,
        called_at=now,
        changed_at=now,
        deadline=deadline_for(draft.soon, slots, now),
        slots=slots,
        answers={draft.member_id: own},
    )
