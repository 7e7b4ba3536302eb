"""Who was there: asked after a meeting, said by each, mended by the convener."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.errors import NotAMember, NotOver
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Meeting, Phase


def there(gathering: Gathering) -> tuple[MemberId, ...]:
    """The members who were there, in the order of joining."""
    said = gathering.meeting.attended
    return tuple(member.id for member in gathering.group.members if said.get(member.id))


def said_there(gathering: Gathering, member_id: MemberId, now: datetime, *, was: bool) -> Meeting:
    """The meeting, once a member has said whether they were there."""
    meeting = _over(gathering, now)
    if member_id not in gathering.group.member_ids:
        raise NotAMember(gathering.group.name)
    return replace(meeting, attended={**meeting.attended, member_id: was})


def mended(gathering: Gathering, present: Iterable[MemberId], now: datetime) -> Meeting:
    """The meeting with exactly these members there; who never said anything stays unsaid."""
    meeting = _over(gathering, now)
    were = gathering.group.member_ids & set(present)
    absent = dict.fromkeys(meeting.attended, False)
    return replace(meeting, attended=absent | dict.fromkeys(were, True))


def _over(gathering: Gathering, now: datetime) -> Meeting:
    """The meeting, if it took place; that may not have been noted yet."""
    meeting = gathering.meeting
    past = meeting.time is not None and meeting.time.ends <= now
    if meeting.phase is Phase.HELD or (meeting.phase is Phase.SCHEDULED and past):
        return meeting
    raise NotOver
