"""How a meeting's time is shared out: whole minutes, nothing left over, everybody alike.

The opening and the closing round have the group's lengths; they fall away where the turns would
otherwise be shorter than SHORTEST.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.agenda.facts import Box, Laid, Part
from bot.domain.agenda.queue import comes, facilitator, presenting
from bot.domain.agenda.refusals import BoxOver, CannotCome, HasBegun, NoTimeLeft, NotYet
from bot.domain.errors import NotAMember, NotScheduled
from bot.domain.group import GroupSettings
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Meeting, Phase

SHORTEST = 5
"""Minutes that each presenter or topic has, before the rounds fall away."""

MORE = timedelta(minutes=5)
EARLY = timedelta(minutes=30)
"""How long before its time a meeting can be begun."""

_MINUTE = timedelta(minutes=1)
_ROUNDS = {Part.OPENING, Part.CLOSING}


def agenda_boxes(gathering: Gathering) -> tuple[Box, ...]:
    """The boxes as they would be if the meeting began on time; none where it has no time."""
    time = gathering.meeting.time
    if time is None:
        return ()
    return shared(_parts(gathering, time.starts), time.starts, time.ends, gathering.group.settings)


def _parts(gathering: Gathering, at: datetime) -> tuple[Box, ...]:
    """What there is to do, in its order; the times are still to be found."""
    agenda, settings = gathering.meeting.agenda, gathering.group.settings
    if not settings.formal:
        topics = [Box(Part.TOPIC, at, at, one.member_id, one.text) for one in agenda.topics]
        return tuple(topics) or (Box(Part.TALK, at, at),)
    turns = presenting(gathering).items()
    presenters = [Box(Part.PRESENTER, at, at, who, turn.title) for who, turn in turns]
    middle = presenters or [Box(Part.TALK, at, at)]
    return Box(Part.OPENING, at, at), *middle, Box(Part.CLOSING, at, at)


def shared(
    parts: Sequence[Box], starts: datetime, ends: datetime, settings: GroupSettings
) -> tuple[Box, ...]:
    """The parts with their times, end to end from `starts` to `ends`; one without time is left out.

    Raises:
        NoTimeLeft: not even a minute each is left.
    """
    turns = [one for one in parts if one.part not in _ROUNDS] or list(parts)
    rounds = {Part.OPENING: settings.opening, Part.CLOSING: settings.closing}
    minutes = (ends - starts) // _MINUTE
    spent = sum(rounds[one.part] for one in parts if one not in turns)
    if minutes - spent < SHORTEST * len(turns):
        parts, spent = turns, 0
    each, over = divmod(minutes - spent, len(turns))
    if each < 1:
        raise NoTimeLeft
    lengths = iter([each + (place < over) for place in range(len(turns))])
    told = [(one, next(lengths) if one in turns else rounds[one.part]) for one in parts]
    return _end_to_end([(one, length) for one, length in told if length], starts, ends)


def _end_to_end(
    told: Sequence[tuple[Box, int]], starts: datetime, ends: datetime
) -> tuple[Box, ...]:
    laid: list[Box] = []
    for box, minutes in told:
        until = starts + minutes * _MINUTE
        laid.append(replace(box, starts=starts, ends=until))
        starts = until
    # Seconds that make no whole minute belong to the last.
    return *laid[:-1], replace(laid[-1], ends=ends)


def begun(gathering: Gathering, member_id: MemberId, now: datetime) -> Meeting:
    """A member who comes begins the meeting: its boxes are laid from this minute to its end."""
    meeting = gathering.meeting
    _require_coming(gathering, member_id)
    if meeting.phase is not Phase.SCHEDULED or meeting.time is None or meeting.time.ends <= now:
        raise NotScheduled
    if running(meeting):
        raise HasBegun
    if now < meeting.time.starts - EARLY:
        raise NotYet(EARLY // _MINUTE)
    minute = now.replace(second=0, microsecond=0)
    boxes = shared(_parts(gathering, minute), minute, meeting.time.ends, gathering.group.settings)
    led = replace(meeting, agenda=replace(meeting.agenda, facilitator=facilitator(gathering)))
    return _with_boxes(led, boxes, minute)


def _require_coming(gathering: Gathering, member_id: MemberId) -> None:
    if member_id not in gathering.group.member_ids:
        raise NotAMember(gathering.group.name)
    if not comes(gathering, member_id):
        raise CannotCome


def running(meeting: Meeting) -> Laid | None:
    """The boxes, if the meeting was begun at its present time."""
    laid = meeting.agenda.laid
    return laid if laid and laid.revision == meeting.revision else None


def longer(
    gathering: Gathering, member_id: MemberId, number: int, place: int, now: datetime
) -> Meeting:
    """Five more minutes for a box that is running; what follows shares what is left.

    `number` is that of the boxes' laying, `place` the box's own.
    """
    _require_coming(gathering, member_id)
    laid = _still(gathering.meeting, number, place, now)
    return _relaid(gathering, laid, place, laid.boxes[place].ends + MORE, now)


def sooner(
    gathering: Gathering, member_id: MemberId, number: int, place: int, now: datetime
) -> Meeting:
    """The next box begins at once."""
    _require_coming(gathering, member_id)
    laid = _still(gathering.meeting, number, place, now)
    return _relaid(gathering, laid, place, now, now)


def _still(meeting: Meeting, number: int, place: int, now: datetime) -> Laid:
    """The boxes, if that one of them is running and nobody has changed the times since."""
    laid = running(meeting)
    if laid is None or laid.number != number or meeting.phase is not Phase.SCHEDULED:
        raise BoxOver
    if not laid.boxes[place].starts <= now < laid.boxes[place].ends:
        raise BoxOver
    return laid


def _relaid(
    gathering: Gathering, laid: Laid, place: int, until: datetime, now: datetime
) -> Meeting:
    time, settings = gathering.meeting.time, gathering.group.settings
    before, rest = laid.boxes[: place + 1], laid.boxes[place + 1 :]
    if time is None or not rest:
        raise NoTimeLeft
    current = replace(before[-1], ends=until)
    ended = (current,) if current.ends > current.starts else ()
    boxes = (*before[:-1], *ended, *shared(rest, until, time.ends, settings))
    return _with_boxes(gathering.meeting, boxes, now)


def _with_boxes(meeting: Meeting, boxes: tuple[Box, ...], now: datetime) -> Meeting:
    before = meeting.agenda.laid
    laid = Laid(before.number + 1 if before else 1, meeting.revision, now, boxes)
    return replace(meeting, agenda=replace(meeting.agenda, laid=laid))
