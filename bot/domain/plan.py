"""Everything that has to happen at a time, as a pure function of the meeting.

The plan is complete: whatever is pending and not in it any more is withdrawn, whatever is in it
and not yet known is added, in the same transaction as the change of the meeting. An entry that is
done keeps its key, so it is never planned again. How and whether entries reach Discord is not
known here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import blake2s

from bot.domain.agenda.due import dues
from bot.domain.decisions import UNDO
from bot.domain.group import Nudge
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Meeting, Phase
from bot.domain.nudges import may_nudge, nudge_at, to_nudge
from bot.domain.reminders import (
    common_leads,
    leads_of,
    lives,
    privately,
    snoozes,
    start_is_common,
)
from bot.domain.wishes import Where

START_GRACE = timedelta(minutes=10)
"""How long after the start "we are starting" is still of use."""

CLOSE_AFTER = timedelta(minutes=1)
CLOSE_LIFE = timedelta(hours=6)
"""How long after the end it is still of use to ask who was there."""

NOTICE_LIFE = timedelta(days=1)
"""How long a notice about a change is of use where no meeting time bounds it."""


class Action(StrEnum):
    """What an entry does when its time has come."""

    TIMES_WANTED = "times wanted"
    POLL_CARD = "poll card"
    POLL_DEADLINE = "poll deadline"
    NUDGE = "nudge"
    NUDGE_DM = "nudge dm"
    IMPOSSIBLE = "impossible"
    UNDECIDED = "undecided"
    MEETING_CARD = "meeting card"
    THREAD = "thread"
    EVENT = "event"
    REMINDER = "reminder"
    REMINDER_DM = "reminder dm"
    SNOOZE = "snooze"
    SNOOZE_DM = "snooze dm"
    START = "start"
    START_DM = "start dm"
    MOVED = "moved"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    SHORT = "short"
    END = "end"
    OFFERING = "offering"
    OFFER = "offer"
    SWAP = "swap"
    PLACES = "places"
    AGENDA = "agenda"
    BOX = "box"
    BOX_ENDS = "box ends"
    WORDS_END = "words end"
    CLOSE = "close"


CHANGING = (Action.POLL_DEADLINE, Action.END, Action.OFFERING, Action.WORDS_END)
"""What changes a meeting and sends nothing itself."""


ALONE = {Action.NUDGE_DM, Action.REMINDER_DM, Action.SNOOZE_DM, Action.START_DM}
"""What goes to one member by direct message, where Discord allows it."""

_SNOOZES = {Action.SNOOZE, Action.SNOOZE_DM}
REMINDERS = {Action.REMINDER, Action.REMINDER_DM, Action.START, Action.START_DM, *_SNOOZES}
"""What is taken away once it is of no use any more, so that one reminder replaces another."""

_NUDGES = {Action.NUDGE, Action.NUDGE_DM}
_AHEAD_ONLY = REMINDERS | _NUDGES


@dataclass(frozen=True, slots=True)
class Planned:
    """One entry of the plan; `lead` is in minutes; without `expires_at` it is never too late.

    `member` is whom alone it is for.
    """

    key: str
    action: Action
    due_at: datetime
    expires_at: datetime | None = None
    lead: int | None = None
    member: MemberId | None = None


def plan(gathering: Gathering) -> tuple[Planned, ...]:
    """All that shall happen, and all that has, as the meeting stands."""
    return tuple(_entries(gathering))


def worth_adding(planned: Planned, now: datetime) -> bool:
    """Whether an entry that is not yet known is of use: a new lead time does not reach back."""
    return planned.action not in _AHEAD_ONLY or planned.due_at > now


def marker(meeting: Meeting, key: str) -> str:
    """What a message's controls carry so that it can be found again: 12 hexadecimal digits.

    It is made of the meeting's random uid, so it cannot repeat after a database was reset. The uid
    of a regular meeting says its date; where an older copy of the database was put back, the same
    meeting may be made under another number, which therefore does not count.
    """
    if meeting.regular:
        key = key.removeprefix(f"meeting:{meeting.id}:")
    return blake2s(f"{meeting.uid}:{key}".encode(), digest_size=6).hexdigest()


def key_of(meeting: Meeting, action: Action) -> str:
    """The key of an entry of which a meeting has only one."""
    return f"meeting:{meeting.id}:{action}"


def _entries(gathering: Gathering) -> Iterator[Planned]:
    meeting = gathering.meeting
    match meeting.phase:
        case Phase.WAITING:
            yield from _waiting(meeting)
        case Phase.POLLING:
            yield from _polling(gathering)
        case Phase.UNDECIDED:
            yield from _undecided(meeting)
        case Phase.SCHEDULED:
            yield from _scheduled(gathering)
        case Phase.CANCELLED:
            yield from _cancelled(meeting)
        case Phase.HELD:
            yield from _held(meeting)


def _waiting(meeting: Meeting) -> Iterator[Planned]:
    key, until = key_of(meeting, Action.TIMES_WANTED), meeting.deadline
    yield Planned(key, Action.TIMES_WANTED, meeting.called_at, until)
    yield Planned(_rounds_deadline(meeting), Action.POLL_DEADLINE, until)


def _rounds_deadline(meeting: Meeting) -> str:
    return f"{key_of(meeting, Action.POLL_DEADLINE)}:{meeting.round}"


def _polling(gathering: Gathering) -> Iterator[Planned]:
    meeting = gathering.meeting
    yield Planned(key_of(meeting, Action.POLL_CARD), Action.POLL_CARD, meeting.called_at)
    yield Planned(_rounds_deadline(meeting), Action.POLL_DEADLINE, meeting.deadline)
    yield from _restored(meeting, meeting.deadline)
    yield from _nudges(gathering)
    doubted = meeting.impossible_at
    if doubted and doubted >= meeting.changed_at:  # whoever opened the poll again knew it
        key = f"{key_of(meeting, Action.IMPOSSIBLE)}:{meeting.round}"
        yield Planned(key, Action.IMPOSSIBLE, doubted, meeting.deadline)


def _nudges(gathering: Gathering) -> Iterator[Planned]:
    """One message for all who are asked in the thread, and one each for the others."""
    meeting = gathering.meeting
    due, until = nudge_at(meeting), meeting.deadline
    if due is None or not may_nudge(gathering):
        return
    if to_nudge(gathering, Nudge.THREAD):
        key = f"{key_of(meeting, Action.NUDGE)}:{meeting.round}"
        yield Planned(key, Action.NUDGE, due, until)
    for member_id in to_nudge(gathering, Nudge.DM):
        key = f"{key_of(meeting, Action.NUDGE_DM)}:{meeting.round}:{member_id}"
        yield Planned(key, Action.NUDGE_DM, due, until, member=member_id)


def _undecided(meeting: Meeting) -> Iterator[Planned]:
    # The card first, where an outage kept it back: members may still answer it.
    yield Planned(key_of(meeting, Action.POLL_CARD), Action.POLL_CARD, meeting.called_at)
    last = max(slot.starts for slot in meeting.slots)
    key = f"{key_of(meeting, Action.UNDECIDED)}:{meeting.round}"
    life = max(last, meeting.changed_at + NOTICE_LIFE)
    yield Planned(key, Action.UNDECIDED, meeting.changed_at, life)
    yield from _restored(meeting, life)


def _restored(meeting: Meeting, until: datetime) -> Iterator[Planned]:
    """Who was told that it is called off is told that it is not, until something else changes."""
    seen = meeting.posts.poll_message or meeting.posts.card_message
    told = meeting.told_by(meeting.changed_at)
    if seen and told and meeting.restored_at == meeting.changed_at:
        key = f"{key_of(meeting, Action.RESTORED)}:{meeting.restored}"
        yield Planned(key, Action.RESTORED, meeting.changed_at, until)


def _scheduled(gathering: Gathering) -> Iterator[Planned]:
    meeting = gathering.meeting
    if meeting.time is None:
        return
    starts, ends = meeting.time.starts, meeting.time.ends
    changed = meeting.changed_at
    told = meeting.told_at
    if gathering.group.forum and meeting.posts.thread is None and not meeting.regular:
        # An outage kept the post back, and it is the only place for all that follows.
        yield Planned(key_of(meeting, Action.POLL_CARD), Action.POLL_CARD, meeting.called_at, ends)
    yield Planned(key_of(meeting, Action.MEETING_CARD), Action.MEETING_CARD, told, ends)
    if meeting.posts.card_message and not gathering.group.forum:
        # Again with each revision: the thread's name says the time.
        yield Planned(_revised(meeting, Action.THREAD), Action.THREAD, told, ends)
    yield Planned(_revised(meeting, Action.EVENT), Action.EVENT, told, starts)
    yield from _restored(meeting, starts)
    if meeting.revision and meeting.restored_at != changed and meeting.told_by(changed):
        key = f"{key_of(meeting, Action.MOVED)}:{meeting.revision}"
        yield Planned(key, Action.MOVED, changed, starts)
    if meeting.short_at and meeting.short_at < starts:
        yield Planned(_revised(meeting, Action.SHORT), Action.SHORT, meeting.short_at, starts)
    yield from _reminders(gathering)
    yield from _agenda(gathering)
    yield Planned(_revised(meeting, Action.END), Action.END, ends)


def _reminders(gathering: Gathering) -> Iterator[Planned]:
    """One message for all who are pinged in the thread at one instant, and one each for others."""
    meeting = gathering.meeting
    if meeting.time is None:
        return
    starts = meeting.time.starts
    over = starts + START_GRACE
    for lead, due, until in lives(common_leads(gathering), starts):
        key = f"{_revised(meeting, Action.REMINDER)}:{lead}"
        yield Planned(key, Action.REMINDER, due, until, lead)
    for member in privately(gathering):
        for lead, due, until in lives(leads_of(gathering, member), starts):
            key = f"{_revised(meeting, Action.REMINDER_DM)}:{member.id}:{lead}"
            yield Planned(key, Action.REMINDER_DM, due, until, lead, member.id)
        key = f"{_revised(meeting, Action.START_DM)}:{member.id}"
        yield Planned(key, Action.START_DM, starts, over, member=member.id)
    yield from _snoozes(gathering)
    if start_is_common(gathering):
        yield Planned(_revised(meeting, Action.START), Action.START, starts, over)


def _snoozes(gathering: Gathering) -> Iterator[Planned]:
    """What a member asked to hear once more, where they are reminded otherwise."""
    for member, at, until in snoozes(gathering):
        alone = member.wishes.where is Where.DM
        action = Action.SNOOZE_DM if alone else Action.SNOOZE
        key = f"{_revised(gathering.meeting, action)}:{member.id}:{int(at.timestamp())}"
        yield Planned(key, action, at, until, member=member.id)


def _held(meeting: Meeting) -> Iterator[Planned]:
    """A quiet close, where the meeting was seen at all."""
    seen = meeting.posts.card_message or meeting.posts.thread
    if meeting.time and seen:
        due = meeting.time.ends + CLOSE_AFTER
        until = meeting.time.ends + CLOSE_LIFE
        yield Planned(_revised(meeting, Action.CLOSE), Action.CLOSE, due, until)


def _agenda(gathering: Gathering) -> Iterator[Planned]:
    """Offers, the agenda on the day, and the signals of a meeting that was begun."""
    meeting = gathering.meeting
    for one in dues(gathering):
        action = Action(one.what)
        key = key_of(meeting, action) if one.once else _revised(meeting, action)
        mark = f":{one.mark}" if one.mark else ""
        yield Planned(f"{key}{mark}", action, one.at, one.until)


def _cancelled(meeting: Meeting) -> Iterator[Planned]:
    """Tell those concerned where they saw something, and take the event away."""
    life = meeting.time.ends if meeting.time else meeting.changed_at + NOTICE_LIFE
    if meeting.posts.poll_message or meeting.posts.card_message:
        key = f"{key_of(meeting, Action.CANCELLED)}{_again(meeting)}"
        yield Planned(key, Action.CANCELLED, meeting.changed_at, life)
    # Also where no event is known of: the answer that told of it may have been lost.
    if meeting.time and meeting.told_by(meeting.changed_at):
        event = f"{key_of(meeting, Action.EVENT)}:cancelled{_again(meeting)}"
        yield Planned(event, Action.EVENT, meeting.changed_at, life)
    if meeting.agenda.worded:
        key = f"{key_of(meeting, Action.WORDS_END)}{_again(meeting)}"
        yield Planned(key, Action.WORDS_END, meeting.changed_at + UNDO)


def _revised(meeting: Meeting, action: Action) -> str:
    """The key of what hangs on the meeting's time, and comes anew once it was called off."""
    return f"{key_of(meeting, action)}:{meeting.revision}{_again(meeting)}"


def _again(meeting: Meeting) -> str:
    return f".{meeting.restored}" if meeting.restored else ""
