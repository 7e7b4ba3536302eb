"""Who can come when, and which slot wins: the rule by which a poll settles.

Only members of the group count. No answer is not a no, and it is not a yes either.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Choice, Gathering
from bot.domain.when.slot import Slot


@dataclass(frozen=True, slots=True)
class Tally:
    """What the group says about one slot, each tuple in the order of joining."""

    slot: Slot
    yes: tuple[MemberId, ...]
    if_need_be: tuple[MemberId, ...]
    no: tuple[MemberId, ...]

    @property
    def can(self) -> int:
        """How many could come."""
        return len(self.yes) + len(self.if_need_be)


def tally(gathering: Gathering) -> tuple[Tally, ...]:
    """One tally a slot, in the order of time."""
    return tuple(_count(gathering, slot) for slot in gathering.meeting.slots)


def _count(gathering: Gathering, slot: Slot) -> Tally:
    said: dict[Choice, list[MemberId]] = {choice: [] for choice in Choice}
    for member in gathering.group.members:
        answer = gathering.meeting.answers.get(member.id)
        if answer and slot in answer.choices:
            said[answer.choices[slot]].append(member.id)
    return Tally(
        slot=slot,
        yes=tuple(said[Choice.YES]),
        if_need_be=tuple(said[Choice.IF_NEED_BE]),
        no=tuple(said[Choice.NO]),
    )


def ranked(gathering: Gathering) -> tuple[Tally, ...]:
    """All slots, the best first: most who can come, then most plain yeses, then the earliest."""
    return tuple(sorted(tally(gathering), key=_rank))


def _rank(one: Tally) -> tuple[int, int, datetime]:
    return -one.can, -len(one.yes), one.slot.starts


def missing(gathering: Gathering) -> tuple[MemberId, ...]:
    """Members who have not yet said something about every slot, in the order of joining."""
    slots = set(gathering.meeting.slots)
    return tuple(
        member.id
        for member in gathering.group.members
        if not (answer := gathering.meeting.answers.get(member.id))
        or not slots <= answer.choices.keys()
    )


def able(gathering: Gathering) -> tuple[MemberId, ...]:
    """Members who come to the scheduled meeting, or may, in the order of joining."""
    said = gathering.meeting.attendance
    return tuple(
        member.id
        for member in gathering.group.members
        if said.get(member.id) in {Attendance.COMING, Attendance.TENTATIVE}
    )


def awaited(gathering: Gathering) -> tuple[MemberId, ...]:
    """Members who are asked to come and have not said yet, in the order of joining.

    After a move that is everybody; to a regular meeting all are asked from the start.
    """
    meeting = gathering.meeting
    asked = gathering.group.members if meeting.revision or meeting.regular else ()
    return tuple(member.id for member in asked if member.id not in meeting.attendance)


def has_quorum(gathering: Gathering) -> bool:
    """Whether enough members can come to the scheduled meeting, or still may say so."""
    expected = len(able(gathering)) + len(awaited(gathering))
    return expected >= max(1, gathering.group.settings.quorum)


def most_reachable(gathering: Gathering, now: datetime) -> int:
    """How many could come at most to any slot ahead, if everybody who has not said no said yes."""
    members = len(gathering.group.members)
    ahead = (one for one in tally(gathering) if one.slot.starts > now)
    return max((members - len(one.no) for one in ahead), default=0)


def can_reach_quorum(gathering: Gathering, now: datetime) -> bool:
    """Whether some slot ahead can still get the quorum."""
    return most_reachable(gathering, now) >= max(1, gathering.group.settings.quorum)


def winner(gathering: Gathering, now: datetime) -> Slot | None:
    """The slot that the rule picks at `now`, or None where none ahead has the quorum."""
    quorum = max(1, gathering.group.settings.quorum)
    return next(
        (one.slot for one in ranked(gathering) if one.can >= quorum and one.slot.starts > now),
        None,
    )
