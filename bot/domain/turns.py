"""What a turn of a rhythm calls: a poll, or, where no hours are known, a wish for some.

Nobody is counted in a poll that nobody called: its convener is asked like everybody else.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.decisions import cancelled, checked_slots, deadline_for
from bot.domain.errors import NotAMember, TurnOver
from bot.domain.group import Group
from bot.domain.ids import MeetingId, MemberId
from bot.domain.meeting import Answer, Choice, Gathering, Kind, Meeting, Phase
from bot.domain.rhythm import Rhythm, ends_at
from bot.domain.when.slot import Slot


def turn_called(
    rhythm: Rhythm,
    group: Group,
    convener: MemberId,
    slots: Sequence[Slot],
    uid: str,
    now_exact: datetime,
) -> Meeting:
    """The turn's meeting: a poll of these slots; without any it waits for its convener's times.

    `uid` is random and names it for its whole life.
    """
    now = now_exact.replace(microsecond=0)
    ahead = checked_slots(slots, now) if slots else ()
    return Meeting(
        id=MeetingId(0),
        guild_id=group.guild_id,
        group_id=group.id,
        convener_id=convener,
        uid=uid,
        topic="",
        kind=Kind.CASE,
        soon=rhythm.soon,
        length=group.settings.length,
        phase=Phase.POLLING if ahead else Phase.WAITING,
        called_at=now,
        changed_at=now,
        deadline=deadline_for(rhythm.soon, ahead, now) if ahead else ends_at(rhythm, group),
        slots=ahead,
        turn=rhythm.turn,
    )


def opened(gathering: Gathering, slots: Sequence[Slot], by: MemberId, now: datetime) -> Meeting:
    """The waiting turn's poll, with the times of a member, who stands as convener from now on."""
    meeting = gathering.meeting
    _require_waiting(gathering, by, now)
    ahead = checked_slots(slots, now)
    return replace(
        meeting,
        phase=Phase.POLLING,
        convener_id=by,
        slots=ahead,
        called_at=now,
        changed_at=now,
        deadline=deadline_for(meeting.soon, ahead, now),
        answers={by: Answer(dict.fromkeys(ahead, Choice.YES), "", now)},
    )


def declined(gathering: Gathering, by: MemberId, now: datetime) -> Meeting:
    """The waiting turn, left out by a member; the next one asks again."""
    _require_waiting(gathering, by, now)
    return cancelled(gathering, now)


def _require_waiting(gathering: Gathering, by: MemberId, now: datetime) -> None:
    if by not in gathering.group.member_ids:
        raise NotAMember(gathering.group.name)
    if gathering.meeting.phase is not Phase.WAITING or gathering.meeting.deadline <= now:
        raise TurnOver
