"""Meetings as calendars read them: neutral by default, with an identity that survives moves.

What the methods mean, and why nobody is invited, is told in docs/decisions/0011. Knows nothing of
how a file or a feed reaches anybody.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from icalendar import Alarm, Calendar, Event

from bot.domain.meeting import Gathering, Meeting, Phase

NEUTRAL_SUMMARY = "Peer consultation"
"""Calendars are synchronised, shared and shown on screens: nothing of the topic goes there."""

_PRODUCT = "-//Convene//Peer consultation//EN"


def calendar_file(gathering: Gathering) -> bytes:
    """The meeting as RFC 5545 text, for everybody in its group.

    Called off, it takes itself out of the calendar again (METHOD:CANCEL).

    Raises:
        ValueError: the meeting has no time.
    """
    off = gathering.meeting.phase is Phase.CANCELLED
    event = event_of(gathering.meeting, gathering.group.settings.leads)
    return written("CANCEL" if off else "PUBLISH", [event])


def written(method: str, parts: Iterable[Any], **properties: object) -> bytes:
    """A calendar of these parts; `properties` are its own, `_` for `-` in their names."""
    calendar: Any = Calendar()  # icalendar types `add` in part only
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    for name, value in properties.items():
        calendar.add(name.replace("_", "-"), value)
    for part in parts:
        calendar.add_component(part)
    return bytes(calendar.to_ical())


def event_of(meeting: Meeting, leads: Iterable[int]) -> Any:  # noqa: ANN401 - icalendar's own types are partial
    """The meeting's event, with an alarm at each lead time (minutes before the start).

    Raises:
        ValueError: the meeting has no time.
    """
    if meeting.time is None:
        raise ValueError("a meeting without a time has no calendar event")
    off = meeting.phase is Phase.CANCELLED
    event: Any = Event()
    event.add("uid", f"{meeting.uid}@convene")
    event.add("sequence", sequence(meeting))
    event.add("dtstamp", meeting.changed_at)
    event.add("last-modified", meeting.changed_at)
    event.add("dtstart", meeting.time.starts)
    event.add("dtend", meeting.time.ends)
    dress(event, () if off else leads)
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    return event


def sequence(meeting: Meeting) -> int:
    """Rises with each move, with a call-off and when that is taken back.

    By that, and by the UID that stays, calendars replace what they have.
    """
    return meeting.revision + 2 * meeting.restored + int(meeting.phase is Phase.CANCELLED)


def dress(event: Any, leads: Iterable[int]) -> None:  # noqa: ANN401 - likewise
    """What all our events have in common: neutral words, and alarms."""
    event.add("summary", NEUTRAL_SUMMARY)
    event.add("class", "PRIVATE")
    for lead in leads:
        alarm: Any = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", NEUTRAL_SUMMARY)
        alarm.add("trigger", -timedelta(minutes=lead))
        event.add_component(alarm)
