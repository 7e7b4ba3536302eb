"""Who is reminded of a meeting, when, and where: as each likes it.

All is counted in minutes before the start, so that what falls on one instant is one message. What
such a message says and how it travels is not known here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.availability import able, awaited
from bot.domain.errors import NotAMember, NotScheduled, TooLateToSnooze
from bot.domain.group import Member
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Meeting, Phase
from bot.domain.quiet import moved_out
from bot.domain.when.names import zone
from bot.domain.wishes import Where

SNOOZES = (10, 60)
"""Minutes after which a reminder may come once more."""

_MINUTE = timedelta(minutes=1)


def reminded(gathering: Gathering) -> tuple[Member, ...]:
    """Who comes, may come or was asked and has not said, and wants to hear of it, by joining."""
    expected, hushed = _expected(gathering), gathering.meeting.hushed
    return tuple(
        member
        for member in gathering.group.members
        if member.id in expected and member.id not in hushed
    )


def _expected(gathering: Gathering) -> frozenset[MemberId]:
    return frozenset((*able(gathering), *awaited(gathering)))


def privately(gathering: Gathering) -> tuple[Member, ...]:
    """Who of them is reminded alone."""
    return tuple(one for one in reminded(gathering) if one.wishes.where is Where.DM)


def leads_of(gathering: Gathering, member: Member) -> tuple[int, ...]:
    """When the member is reminded, in minutes before the start, the longest first.

    A lead time that falls before the meeting got its time is past; quiet hours are kept.
    """
    wishes, settings = member.wishes, gathering.group.settings
    wanted = settings.leads if wishes.leads is None else wishes.leads
    settled = (_settled(gathering, member, lead) for lead in wanted)
    return tuple(sorted({lead for lead in settled if lead}, reverse=True))


def _settled(gathering: Gathering, member: Member, lead: int) -> int | None:
    """What becomes of one lead time, in whole minutes; None where it falls away."""
    meeting, wishes = gathering.meeting, member.wishes
    if meeting.time is None:
        return None
    starts = meeting.time.starts
    due = starts - lead * _MINUTE
    if due <= meeting.told_at:
        return None
    past = max(meeting.told_at, wishes.since or meeting.told_at)
    if wishes.quiet is None or due <= past:
        return lead
    there = zone(member.zone or gathering.group.settings.zone)
    instead = moved_out(due, wishes.quiet, there, after=past, before=starts)
    return None if instead is None else (starts - instead) // _MINUTE


def common_leads(gathering: Gathering) -> tuple[int, ...]:
    """When the thread is reminded, in minutes before the start, the longest first.

    As long as nobody comes it is at the group's own lead times: somebody still may.
    """
    meeting = gathering.meeting
    if meeting.time is None:
        return ()
    if _expected(gathering):
        return _united([leads_of(gathering, one) for one in reminded(gathering) if _in_thread(one)])
    starts = meeting.time.starts
    leads = gathering.group.settings.leads
    return tuple(lead for lead in leads if starts - lead * _MINUTE > meeting.told_at)


def _united(leads: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sorted({lead for one in leads for lead in one}, reverse=True))


def _in_thread(member: Member) -> bool:
    return member.wishes.where is Where.THREAD


def pinged(gathering: Gathering, lead: int) -> tuple[MemberId, ...]:
    """Who is pinged in the thread so many minutes before the start; 0 stands for the start."""
    return tuple(
        one.id
        for one in reminded(gathering)
        if _in_thread(one) and (not lead or lead in leads_of(gathering, one))
    )


def start_is_common(gathering: Gathering) -> bool:
    """Whether the start is told in the thread: not where all who come are told alone."""
    return not _expected(gathering) or bool(pinged(gathering, 0))


def lives(leads: Sequence[int], starts: datetime) -> Iterator[tuple[int, datetime, datetime]]:
    """Each lead time with when it is due, and until when it is of use: until the next one.

    Two reminders at once after an outage help nobody.
    """
    dues = [starts - lead * _MINUTE for lead in leads]
    yield from zip(leads, dues, [*dues[1:], starts], strict=False)


def snoozes(gathering: Gathering) -> Iterator[tuple[Member, datetime, datetime]]:
    """Whom a reminder comes to once more, when, and until when that is of use.

    Who has said nothing about the meeting may have asked for it too. Where another reminder comes
    to them at that very moment, there is none.
    """
    meeting = gathering.meeting
    if meeting.time is None:
        return
    starts = meeting.time.starts
    for member in gathering.group.members:
        at = meeting.snoozed.get(member.id)
        if at is None or not meeting.changed_at < at < starts or not _listens(meeting, member):
            continue
        dues = [due for _, due, _ in lives(leads_of(gathering, member), starts) if due >= at]
        until = min([*dues, starts])
        if until > at:
            yield member, at, until


def _listens(meeting: Meeting, member: Member) -> bool:
    absent = meeting.attendance.get(member.id) is Attendance.NOT_COMING
    return not absent and member.id not in meeting.hushed


def ahead(gathering: Gathering, member_id: MemberId, now: datetime) -> tuple[datetime, ...]:
    """When the member will still be reminded, the start left out."""
    meeting, member = gathering.meeting, gathering.group.member(member_id)
    if meeting.phase is not Phase.SCHEDULED or meeting.time is None or member is None:
        return ()
    dues = {at for one, at, _ in snoozes(gathering) if one.id == member_id}
    if member in reminded(gathering):
        dues |= {due for _, due, _ in lives(leads_of(gathering, member), meeting.time.starts)}
    return tuple(sorted(due for due in dues if due > now))


def choices(gathering: Gathering, now: datetime) -> tuple[int, ...]:
    """After how many minutes a reminder may come once more: only such as fit before the start."""
    time = gathering.meeting.time
    if gathering.meeting.phase is not Phase.SCHEDULED or time is None:
        return ()
    return tuple(one for one in SNOOZES if now + one * _MINUTE < time.starts)


def snoozed(gathering: Gathering, member_id: MemberId, minutes: int, now: datetime) -> Meeting:
    """The meeting, of which the member is reminded once more after so many minutes."""
    meeting = _before_start(gathering, member_id, now)
    if minutes not in choices(gathering, now):
        raise TooLateToSnooze
    at = now + minutes * _MINUTE
    heard = meeting.hushed - {member_id}
    return replace(meeting, snoozed={**meeting.snoozed, member_id: at}, hushed=heard)


def hushed(gathering: Gathering, member_id: MemberId, now: datetime) -> Meeting:
    """The meeting, of which the member hears no more; they still come, if they said so."""
    meeting = _before_start(gathering, member_id, now)
    left = {who: at for who, at in meeting.snoozed.items() if who != member_id}
    return replace(meeting, hushed=meeting.hushed | {member_id}, snoozed=left)


def heard(gathering: Gathering, member_id: MemberId, now: datetime) -> Meeting:
    """The meeting, of which the member is reminded after all."""
    meeting = _before_start(gathering, member_id, now)
    return replace(meeting, hushed=meeting.hushed - {member_id})


def _before_start(gathering: Gathering, member_id: MemberId, now: datetime) -> Meeting:
    meeting = gathering.meeting
    if meeting.phase is not Phase.SCHEDULED or meeting.time is None or meeting.time.starts <= now:
        raise NotScheduled
    if member_id not in gathering.group.member_ids:
        raise NotAMember(gathering.group.name)
    return meeting
