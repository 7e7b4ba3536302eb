"""How a meeting changes: every step of the main job as a pure function from facts to facts.

Each takes the gathering as it is and gives the meeting as it shall be, or raises a refusal.
What has to be sent because of a change follows from the result (`bot.domain.plan`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.availability import can_reach_quorum, has_quorum, missing, winner
from bot.domain.errors import (
    LastSlot,
    NoSlots,
    NoSlotWithQuorum,
    NotAMember,
    NothingChanged,
    NotScheduled,
    PollClosed,
    TimePassed,
    TooLateToUndo,
    TooManySlots,
)
from bot.domain.ids import MemberId
from bot.domain.meeting import (
    MOST_SLOTS,
    Answer,
    Attendance,
    Choice,
    Gathering,
    Meeting,
    Phase,
    Soon,
)
from bot.domain.when.slot import Slot

_PATIENCE = {
    Soon.TODAY: timedelta(hours=2),
    Soon.TWO_DAYS: timedelta(hours=12),
    Soon.WEEK: timedelta(hours=48),
    Soon.TWO_WEEKS: timedelta(hours=96),
}
WINDOWS = {
    Soon.TODAY: timedelta(days=1),
    Soon.TWO_DAYS: timedelta(hours=48),
    Soon.WEEK: timedelta(days=7),
    Soon.TWO_WEEKS: timedelta(days=14),
}
"""How far ahead a member means, by how soon the meeting is needed."""

NOTICE = timedelta(minutes=30)
"""How long before the first slot the poll closes, where the time allows."""

A_MOMENT = timedelta(seconds=1)
"""What is told of so much later than a change was not known before it."""

UNDO = timedelta(hours=12)
"""How long a call-off can be taken back."""

_AS_ATTENDANCE = {
    Choice.YES: Attendance.COMING,
    Choice.IF_NEED_BE: Attendance.TENTATIVE,
    Choice.NO: Attendance.NOT_COMING,
}


def deadline_for(soon: Soon, slots: Sequence[Slot], now: datetime) -> datetime:
    """When the poll closes: after the usual patience, but before the first slot."""
    first = min(slot.starts for slot in slots)
    before_first = max(first - NOTICE, now + (first - now) / 2)
    return min(now + _PATIENCE[soon], before_first).replace(microsecond=0)


def checked_slots(slots: Sequence[Slot], now: datetime) -> tuple[Slot, ...]:
    """The slots in the order of time, one a start; refuses none, too many, and past ones."""
    tidy = tuple(sorted({slot.starts: slot for slot in reversed(slots)}.values()))
    if not tidy:
        raise NoSlots
    if len(tidy) > MOST_SLOTS:
        raise TooManySlots(MOST_SLOTS)
    if tidy[0].starts <= now:
        raise TimePassed(tidy[0].starts)
    return tidy


def answered(
    gathering: Gathering,
    member_id: MemberId,
    choices: Mapping[Slot, Choice],
    note: str,
    now: datetime,
) -> Meeting:
    """A member's answer, counted; settles the poll if it was the last that was missing.

    A slot that the choices leave out is a no: the member has seen it and not ticked it.
    """
    meeting = gathering.meeting
    _require_open(meeting, now)
    _require_member(gathering, member_id)
    full = {slot: choices.get(slot, Choice.NO) for slot in meeting.slots}
    answers = {**meeting.answers, member_id: Answer(full, note, now)}
    return settled_if_complete(gathering.having(replace(meeting, answers=answers)), now)


def settled_if_complete(gathering: Gathering, now: datetime) -> Meeting:
    """Settles when every member has answered; below quorum the convener is asked at once.

    An undecided poll is past its deadline: it settles as soon as some slot has the quorum.
    """
    meeting = gathering.meeting
    if not meeting.open or not gathering.group.members:
        return meeting
    if meeting.phase is Phase.POLLING and missing(gathering):
        return _with_doubt(gathering, now)
    slot = winner(gathering, now)
    return scheduled(gathering, slot, now) if slot else _undecided(meeting, now)


def _with_doubt(gathering: Gathering, now: datetime) -> Meeting:
    """An open poll, with a note of when its quorum became impossible; noted once until reopened."""
    meeting = gathering.meeting
    if meeting.impossible_at or can_reach_quorum(gathering, now):
        return meeting
    return replace(meeting, impossible_at=now)


def at_deadline(gathering: Gathering, now: datetime) -> Meeting:
    """What the deadline does: the winning slot, or the convener's decision.

    A turn that nobody gave times for is over without a word.
    """
    meeting = gathering.meeting
    if meeting.phase is Phase.WAITING and meeting.deadline <= now:
        return cancelled(gathering, now)
    if meeting.phase is not Phase.POLLING or meeting.deadline > now:
        return meeting
    slot = winner(gathering, now)
    return scheduled(gathering, slot, now) if slot else _undecided(meeting, now)


def settled_early(gathering: Gathering, now: datetime) -> Meeting:
    """The convener settles by the rule before the deadline."""
    _require_poll(gathering.meeting)
    slot = winner(gathering, now)
    if slot is None:
        raise NoSlotWithQuorum
    return scheduled(gathering, slot, now)


def chosen(gathering: Gathering, slot: Slot, now: datetime) -> Meeting:
    """The convener's explicit choice: the one way to a slot below quorum."""
    _require_poll(gathering.meeting)
    if slot not in gathering.meeting.slots or slot.starts <= now:
        raise TimePassed(slot.starts)
    return scheduled(gathering, slot, now)


def _undecided(meeting: Meeting, now: datetime) -> Meeting:
    if meeting.phase is Phase.UNDECIDED:
        return meeting
    return replace(meeting, phase=Phase.UNDECIDED, changed_at=now)


def scheduled(gathering: Gathering, slot: Slot, now: datetime) -> Meeting:
    """The meeting with its time; answers become attendance."""
    meeting = gathering.meeting
    return replace(
        meeting,
        phase=Phase.SCHEDULED,
        time=slot,
        changed_at=now,
        attendance=_attendance_at(gathering, slot),
    )


def _attendance_at(gathering: Gathering, slot: Slot) -> dict[MemberId, Attendance]:
    return {
        member.id: _AS_ATTENDANCE[answer.choices[slot]]
        for member in gathering.group.members
        if (answer := gathering.meeting.answers.get(member.id)) and slot in answer.choices
    }


def extended(gathering: Gathering, by: timedelta, now: datetime) -> Meeting:
    """The poll open for longer, counted from its deadline or from now, whichever is later."""
    meeting = gathering.meeting
    _require_poll(meeting)
    ahead = [slot for slot in meeting.slots if slot.starts > now]
    if not ahead:
        raise TimePassed(max(slot.starts for slot in meeting.slots))
    deadline = min(max(meeting.deadline, now) + by, _latest_deadline(ahead, now))
    if deadline <= meeting.deadline:
        raise NothingChanged
    return _reopened(meeting, deadline, now)


def _latest_deadline(ahead: Sequence[Slot], now: datetime) -> datetime:
    """Until when a poll can be open at most, so that its last slot can still be settled."""
    last = max(slot.starts for slot in ahead)
    return max(last - NOTICE, now + (last - now) / 2).replace(microsecond=0)


def _reopened(meeting: Meeting, deadline: datetime, now: datetime) -> Meeting:
    return replace(
        meeting,
        phase=Phase.POLLING,
        deadline=deadline,
        round=meeting.round + 1,
        changed_at=now,
    )


def with_more_slots(gathering: Gathering, slots: Sequence[Slot], now: datetime) -> Meeting:
    """More candidate times: those who answered keep their answers and are asked about the new."""
    meeting = gathering.meeting
    _require_poll(meeting)
    known = {slot.starts for slot in meeting.slots}
    new = [slot for slot in checked_slots(slots, now) if slot.starts not in known]
    if not new:
        raise NothingChanged
    together = tuple(sorted((*meeting.slots, *new)))
    if len(together) > MOST_SLOTS:
        raise TooManySlots(MOST_SLOTS)
    deadline = max(meeting.deadline, deadline_for(meeting.soon, new, now))
    more = _reopened(replace(meeting, slots=together), deadline, now)
    possible = can_reach_quorum(gathering.having(more), now)
    return replace(more, impossible_at=None) if possible else more


def without_slot(gathering: Gathering, slot: Slot, now: datetime) -> Meeting:
    """One candidate time less: what was said about it goes, all else stays.

    It settles where that was the only slot that somebody had left unsaid.
    """
    meeting = gathering.meeting
    _require_poll(meeting)
    left = tuple(one for one in meeting.slots if one != slot)
    if left == meeting.slots:
        raise NothingChanged
    ahead = [one for one in left if one.starts > now]
    if not ahead:
        raise LastSlot
    answers = {who: _without(answer, slot) for who, answer in meeting.answers.items()}
    fewer = replace(meeting, slots=left, answers=answers)
    latest = _latest_deadline(ahead, now)
    if meeting.phase is Phase.POLLING and meeting.deadline > latest:
        fewer = _reopened(fewer, latest, now)
    return settled_if_complete(gathering.having(fewer), now)


def _without(answer: Answer, slot: Slot) -> Answer:
    kept = {one: choice for one, choice in answer.choices.items() if one != slot}
    return replace(answer, choices=kept)


def moved(gathering: Gathering, slot: Slot, now: datetime, by: MemberId | None = None) -> Meeting:
    """The meeting at another time.

    What was said about the old time is void. Who said something in the poll about exactly the new
    one keeps that, everybody else is asked again. Who moves it (`by`) comes: they chose the time.
    """
    meeting = gathering.meeting
    if meeting.phase is not Phase.SCHEDULED or _is_over(meeting, now):
        raise NotScheduled
    if slot.starts <= now:
        raise TimePassed(slot.starts)
    if slot == meeting.time:
        raise NothingChanged
    mover = {by: Attendance.COMING} if by and by in gathering.group.member_ids else {}
    after = replace(
        meeting,
        time=slot,
        revision=meeting.revision + 1,
        changed_at=now,
        restored_at=None,
        short_at=None,
        snoozed={},
        attendance=_attendance_at(gathering, slot) | mover,
    )
    return with_shortfall(gathering, gathering.having(after), now)


def cancelled(gathering: Gathering, now: datetime) -> Meeting:
    """The meeting, or its poll, called off; what is over cannot be."""
    meeting = gathering.meeting
    if meeting.phase in {Phase.CANCELLED, Phase.HELD} or _is_over(meeting, now):
        raise NotScheduled
    return replace(meeting, phase=Phase.CANCELLED, changed_at=now, snoozed={})


def restored(gathering: Gathering, now: datetime) -> Meeting:
    """A call-off taken back: the meeting, or its poll, goes on where it stood.

    A poll gets the time back for which it was called off.
    """
    meeting = gathering.meeting
    if meeting.phase is not Phase.CANCELLED or not (meeting.slots or meeting.time):
        raise NothingChanged
    told = meeting.told_by(meeting.changed_at)
    if told and now >= meeting.changed_at + UNDO:
        raise TooLateToUndo(UNDO // timedelta(minutes=1))
    again = replace(meeting, restored=meeting.restored + 1, restored_at=now, short_at=None)
    if meeting.regular and not told:
        # Nobody heard that it was off, so its card is the first that they hear of it.
        announce_at = max(meeting.regular.announce_at, now + A_MOMENT)
        again = replace(again, regular=replace(meeting.regular, announce_at=announce_at))
    if meeting.time is None:
        return _poll_restored(gathering.having(again), now)
    if meeting.time.starts <= now:
        raise TimePassed(meeting.time.starts)
    return replace(again, phase=Phase.SCHEDULED, changed_at=now)


def _poll_restored(gathering: Gathering, now: datetime) -> Meeting:
    meeting = gathering.meeting
    ahead = [slot for slot in meeting.slots if slot.starts > now]
    if not ahead:
        raise TimePassed(max(slot.starts for slot in meeting.slots))
    waited = now - meeting.changed_at
    deadline = min(meeting.deadline + waited, _latest_deadline(ahead, now))
    again = _reopened(meeting, deadline, now)
    if meeting.deadline <= meeting.changed_at:  # its deadline had passed: it was undecided
        again = replace(again, phase=Phase.UNDECIDED, deadline=meeting.deadline)
    return settled_if_complete(gathering.having(again), now)


def attending(
    gathering: Gathering, member_id: MemberId, state: Attendance, now: datetime
) -> Meeting:
    """A member says whether they come; who may come wants to hear of it again."""
    meeting = gathering.meeting
    if meeting.phase is not Phase.SCHEDULED or _is_over(meeting, now):
        raise NotScheduled
    _require_member(gathering, member_id)
    said = {**meeting.attendance, member_id: state}
    hushed = meeting.hushed - {member_id} if state is not Attendance.NOT_COMING else meeting.hushed
    after = replace(meeting, attendance=said, hushed=hushed)
    return with_shortfall(gathering, gathering.having(after), now)


def with_shortfall(before: Gathering, after: Gathering, now: datetime) -> Meeting:
    """The meeting after a step, with a note of when it fell below the quorum.

    It is noted once for each time of the meeting. A meeting that never had the quorum, because its
    convener chose so, cannot fall below it; nor can a regular one of which nobody was told yet.
    """
    meeting = after.meeting
    had_it = has_quorum(before) or before.meeting.short_at is not None
    if meeting.phase is not Phase.SCHEDULED or not had_it or has_quorum(after) or meeting.short_at:
        return meeting
    return replace(meeting, short_at=now) if meeting.told_by(now) else meeting


def at_end(gathering: Gathering, now: datetime) -> Meeting:
    """The scheduled time is over."""
    meeting = gathering.meeting
    if meeting.phase is not Phase.SCHEDULED or meeting.time is None or meeting.time.ends > now:
        return meeting
    return replace(meeting, phase=Phase.HELD, changed_at=now)


def _is_over(meeting: Meeting, now: datetime) -> bool:
    """Whether its time has passed, even where nobody has noted yet that it was held."""
    return meeting.time is not None and meeting.time.ends <= now


def _require_poll(meeting: Meeting) -> None:
    if not meeting.open:
        raise PollClosed


def _require_open(meeting: Meeting, now: datetime) -> None:
    # An undecided poll stays open: a late answer may be the one that makes the quorum.
    if not meeting.open or (meeting.phase is Phase.POLLING and meeting.deadline <= now):
        raise PollClosed


def _require_member(gathering: Gathering, member_id: MemberId) -> None:
    if member_id not in gathering.group.member_ids:
        raise NotAMember(gathering.group.name)
