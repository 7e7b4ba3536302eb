"""When and whom a poll asks once more: only who has not answered, and at most as often as set.

A poll that is open for less than two days nudges nobody.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.availability import missing
from bot.domain.group import Nudge
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Meeting, Nudged

SHORTEST_LIFE = timedelta(days=2)
LONG_LIFE = timedelta(days=5)
LEAD = timedelta(hours=36)
LONG_LEAD = timedelta(hours=48)


def nudge_at(meeting: Meeting) -> datetime | None:
    """When this round of the poll nudges; None where it does not.

    A poll lives from its call to its deadline. What lies before the round was opened is past: a
    poll that was given a little more time asks nobody at once.
    """
    life = meeting.deadline - meeting.called_at
    if life < SHORTEST_LIFE:
        return None
    leads = (LONG_LEAD, LEAD) if life > LONG_LIFE else (LEAD,)
    dues = (meeting.deadline - lead for lead in leads)
    return next((due for due in dues if due > meeting.changed_at), None)


def may_nudge(gathering: Gathering) -> bool:
    """Whether the group's limit leaves a nudge for this round, or it is the round's own."""
    nudged = gathering.meeting.nudged
    own = nudged.round == gathering.meeting.round
    return own or nudged.count < gathering.group.settings.nudges


def to_nudge(gathering: Gathering, how: Nudge) -> tuple[MemberId, ...]:
    """Who has not answered, as far as they like to be asked in this way."""
    waiting = set(missing(gathering))
    return tuple(
        member.id
        for member in gathering.group.members
        if member.id in waiting and member.nudge is how
    )


def nudged(meeting: Meeting) -> Meeting:
    """The meeting once its poll's round has nudged; several messages of a round are one nudge."""
    before = meeting.nudged
    if before.round == meeting.round:
        return meeting
    return replace(meeting, nudged=Nudged(before.count + 1, meeting.round))
