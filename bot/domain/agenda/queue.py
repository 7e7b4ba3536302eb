"""Who is next: whoever has waited longest, for presenting and for facilitating alike.

Waiting begins with joining, and begins anew with a turn that was taken. Who passes, cannot come or
swaps a turn away loses nothing: they have waited as long as before. Nobody who joins later gets in
front of anybody, so each member comes up after at most as many turns as there are others.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.domain.agenda.facts import HELD, Turn, TurnState
from bot.domain.group import Group, Member
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering


def queue(group: Group) -> tuple[MemberId, ...]:
    """All members, who has waited longest first; those who joined together by their ids."""
    return _by_waiting((one, one.presents_at) for one in group.members)


def next_up(gathering: Gathering) -> tuple[MemberId, ...]:
    """Who may still be asked to present at this meeting, the next first.

    Nobody who cannot come, and nobody who was asked for this meeting already.
    """
    meeting = gathering.meeting
    asked = meeting.agenda.turns.keys()
    return tuple(
        member_id
        for member_id in queue(gathering.group)
        if member_id not in asked and comes(gathering, member_id)
    )


def comes(gathering: Gathering, member_id: MemberId) -> bool:
    """Whether a member may come: they are in the group and did not say that they cannot."""
    state = gathering.meeting.attendance.get(member_id)
    return member_id in gathering.group.member_ids and state is not Attendance.NOT_COMING


def presenting(gathering: Gathering) -> Mapping[MemberId, Turn]:
    """Who holds a turn, whether they have said so or were only asked, in order."""
    turns = gathering.meeting.agenda.turns.items()
    held = [(who, turn) for who, turn in turns if turn.state in HELD and comes(gathering, who)]
    return dict(sorted(held, key=lambda one: one[1].position))


def open_places(gathering: Gathering) -> int:
    """How many turns nobody holds."""
    settings = gathering.group.settings
    wanted = settings.presenters if settings.formal else 0
    return max(0, wanted - len(presenting(gathering)))


def facilitator(gathering: Gathering) -> MemberId | None:
    """Who leads through the meeting: of those who come and do not present, who waited longest.

    Who was named before keeps it as long as they come and do not present.
    """
    if not gathering.group.settings.formal:
        return None
    named, turns = gathering.meeting.agenda.facilitator, presenting(gathering)
    said = gathering.meeting.attendance
    coming = [
        (one, one.facilitated_at)
        for one in gathering.group.members
        if said.get(one.id) is Attendance.COMING and one.id not in turns
    ]
    waiting = _by_waiting(coming)
    return named if named in waiting else next(iter(waiting), None)


def taken(gathering: Gathering) -> tuple[MemberId, ...]:
    """Who is taken to have presented once the meeting is over: those who said that they would."""
    turns = presenting(gathering).items()
    return tuple(who for who, turn in turns if turn.state is TurnState.ACCEPTED)


def _by_waiting(members: Iterable[tuple[Member, datetime | None]]) -> tuple[MemberId, ...]:
    def since(one: tuple[Member, datetime | None]) -> tuple[datetime, datetime, MemberId]:
        member, last = one
        return max(member.joined_at, last or member.joined_at), member.joined_at, member.id

    return tuple(member.id for member, _ in sorted(members, key=since))
