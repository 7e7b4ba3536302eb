"""Meetings of a formal group, and a small world in which such a group meets again and again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.agenda.facts import Agenda, Turn, TurnState
from bot.domain.agenda.offers import accepted, followed, passed
from bot.domain.agenda.queue import presenting, taken
from bot.domain.group import Group, Member, Structure
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Phase
from bot.domain.when.slot import Slot
from tests.domain.examples import ADA, BEN, CLEO, NOON, a_group, a_meeting, slot

STARTS = 24 * 5
"""Hours after NOON."""


def a_formal_group(
    members: Sequence[MemberId] = (ADA, BEN, CLEO), presenters: int = 1, **settings: int
) -> Group:
    """A group whose members present in turn, and joined in the order given."""
    group = a_group(members)
    formal = {"structure": Structure.FORMAL, "presenters": presenters, **settings}
    return replace(group, settings=replace(group.settings, **formal))


def a_settled(
    group: Group | None = None, *, at: Slot | None = None, now: datetime = NOON, **facts: object
) -> Gathering:
    """A meeting five days ahead, with whatever follows from its being settled now."""
    meeting = a_meeting(
        [at or slot(STARTS)], time=at or slot(STARTS), phase=Phase.SCHEDULED, changed_at=now
    )
    found = Gathering(group or a_formal_group(), replace(meeting, **facts))  # pyright: ignore[reportArgumentType] - real fields
    return found.having(followed(found, now))


def then(before: Gathering, step: Callable[[Gathering], object], now: datetime) -> Gathering:
    """The gathering after a step and all that follows from it, as the store has it."""
    after = before.having(step(before))  # pyright: ignore[reportArgumentType] - steps give meetings
    return before.having(followed(after, now))


def states(gathering: Gathering) -> dict[MemberId, TurnState]:
    """Where everybody stands who was asked or spoke up."""
    return {who: turn.state for who, turn in gathering.meeting.agenda.turns.items()}


def a_turn(state: TurnState, position: int = 1, **facts: object) -> Turn:
    """A turn that was asked about with the first message."""
    return replace(Turn(state, position, 1, NOON), **facts)  # pyright: ignore[reportArgumentType] - real fields


def holding(turns: Mapping[MemberId, Turn], group: Group | None = None) -> Gathering:
    """A meeting at which these hold turns, as it is told, without anything following."""
    settled = a_settled(group)
    return settled.having(replace(settled.meeting, agenda=Agenda(turns=turns, asks=1)))


@dataclass
class Meetings:
    """A group that meets week after week."""

    group: Group
    week: int = 0

    def meet(
        self, passing: Sequence[MemberId] = (), away: Sequence[MemberId] = ()
    ) -> tuple[MemberId, ...]:
        """One meeting, of which some pass and some cannot come; who presented."""
        self.week += 1
        starts = NOON + timedelta(weeks=self.week)
        now = starts - timedelta(days=5)
        absent = dict.fromkeys(away, Attendance.NOT_COMING)
        meeting = a_settled(
            self.group, at=Slot(starts, starts + timedelta(hours=1)), now=now, attendance=absent
        )
        # Each is asked at most once, so this comes to its end.
        while asked := [who for who, one in states(meeting).items() if one is TurnState.OFFERED]:
            for who in asked:
                step = passed if who in passing else accepted
                meeting = then(meeting, lambda g, s=step, w=who: s(g, w, now), now)
        done = taken(meeting)
        assert done == tuple(presenting(meeting))
        self.group = replace(
            self.group,
            members=tuple(
                replace(one, presents_at=starts) if one.id in done else one
                for one in self.group.members
            ),
        )
        return done

    def join(self, member_id: MemberId) -> None:
        """Somebody new, after this week's meeting."""
        if member_id not in self.group.member_ids:
            at = NOON + timedelta(weeks=self.week, hours=2)
            members = (*self.group.members, Member(member_id, None, at))
            self.group = replace(self.group, members=members)
