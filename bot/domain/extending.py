"""How much longer a poll can be open, and until when: a day, two, a week, before its last slot."""

from datetime import datetime, timedelta

from bot.domain.decisions import extended
from bot.domain.errors import NothingChanged
from bot.domain.meeting import Gathering, Meeting

_BY = (timedelta(days=1), timedelta(days=2), timedelta(days=7))


def ways_to_extend(gathering: Gathering, now: datetime) -> tuple[tuple[timedelta, datetime], ...]:
    """By how much it can be extended, each with another deadline; the shortest first.

    What would lie after the last slot ends before it, so the last way may be shorter than said.

    Raises:
        NothingChanged: it is open as long as it can be.
    """
    found: dict[datetime, timedelta] = {}
    for by in _BY:
        try:
            until = extended(gathering, by, now).deadline
        except NothingChanged:
            continue
        found.setdefault(until, until - _start(gathering.meeting, now))
    if not found:
        raise NothingChanged
    return tuple((by, until) for until, by in found.items())


def extended_to(gathering: Gathering, until: datetime, now: datetime) -> Meeting:
    """The poll open until then; a second press on the same choice changes nothing."""
    return extended(gathering, until - _start(gathering.meeting, now), now)


def _start(meeting: Meeting, now: datetime) -> datetime:
    return max(meeting.deadline, now)
