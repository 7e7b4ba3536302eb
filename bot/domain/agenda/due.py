"""What the agenda has happen at a time, and when; `bot.domain.plan` gives it its keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.agenda.boxes import MORE, running
from bot.domain.agenda.facts import HELD, TurnState
from bot.domain.agenda.offers import closes_at, lapses_at, opens_at
from bot.domain.agenda.queue import open_places, presenting
from bot.domain.meeting import Gathering, Meeting
from bot.domain.when.slot import Slot
from bot.domain.when.wall import at_wall

MORNING = time(8)
SHORTLY = timedelta(hours=2)
LEAST = timedelta(minutes=30)
"""An agenda that would come later than this before the start comes SHORTLY before it."""

THREAD_WAIT = timedelta(minutes=5)
"""How long an offer waits for the meeting's thread."""

CHANGE_LIFE = timedelta(minutes=10)
"""How long it is of use to say that a box has begun."""


class What(StrEnum):
    """What happens; the same words as the plan's own actions."""

    OFFERING = "offering"
    OFFER = "offer"
    SWAP = "swap"
    PLACES = "places"
    AGENDA = "agenda"
    BOX = "box"
    BOX_ENDS = "box ends"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing; `mark` tells it from others of its kind, `once` holds over every revision."""

    what: What
    mark: str
    at: datetime
    until: datetime | None = None
    once: bool = False


def dues(gathering: Gathering) -> Iterator[Due]:
    """Everything about the agenda of a meeting that has a time."""
    meeting = gathering.meeting
    if meeting.time is None:
        return
    if gathering.group.settings.formal:
        yield from _turns(gathering, meeting.time)
        yield from _asks(gathering, meeting.time)
    if gathering.group.settings.formal or meeting.agenda.topics:
        at = max(agenda_at(meeting.time, gathering.group.settings.zone), meeting.changed_at)
        yield Due(What.AGENDA, "", at, meeting.time.starts)
    yield from _boxes(meeting)


def agenda_at(time: Slot, zone: str) -> datetime:
    """When the agenda is posted: at eight in the group's morning, or two hours before if later."""
    there = ZoneInfo(zone)
    morning = at_wall(time.starts.astimezone(there).date(), MORNING, there)
    shortly = time.starts - SHORTLY
    return morning if shortly < morning <= time.starts - LEAST else shortly


def _turns(gathering: Gathering, time: Slot) -> Iterator[Due]:
    """What changes turns when its hour comes: the first offers, and the end of each."""
    meeting = gathering.meeting
    yield Due(What.OFFERING, "open", opens_at(meeting), time.starts)
    offered = [one for one in meeting.agenda.turns.values() if one.state is TurnState.OFFERED]
    ends = {turn.ask: lapses_at(meeting, turn) for turn in offered}
    for ask, at in ends.items():
        yield Due(What.OFFERING, str(ask), at, time.starts)
    if open_places(gathering):
        at = max(closes_at(meeting), meeting.changed_at)
        yield Due(What.PLACES, "", at, time.starts)


def _asks(gathering: Gathering, time: Slot) -> Iterator[Due]:
    meeting = gathering.meeting
    wait = timedelta() if meeting.posts.thread else THREAD_WAIT
    turns = presenting(gathering).values()
    asked = {turn.ask: turn.at for turn in turns if turn.ask and turn.state in HELD}
    for ask, at in asked.items():
        yield Due(What.OFFER, str(ask), at + wait, time.starts, once=True)
    for turn in turns:
        if turn.swap:
            yield Due(What.SWAP, str(turn.swap.number), turn.swap.at, time.ends, once=True)


def _boxes(meeting: Meeting) -> Iterator[Due]:
    """At each box's beginning, and five minutes before its end; not what earlier laying told."""
    laid = running(meeting)
    if laid is None:
        return
    for place, box in enumerate(laid.boxes):
        mark = f"{laid.number}.{place}"
        if box.starts >= laid.at:
            until = min(box.ends, box.starts + CHANGE_LIFE)
            yield Due(What.BOX, mark, box.starts, until)
        soon = box.ends - MORE
        if soon > max(box.starts, laid.at):
            yield Due(What.BOX_ENDS, mark, soon, box.ends)
