"""A meeting as a calendar file: neutral by default, with an identity that survives moves."""

from typing import Any

from icalendar import Calendar, Event

from bot.domain.meeting import Gathering, Phase

NEUTRAL_SUMMARY = "Peer consultation"
"""Calendars are synchronised, shared and shown on screens: nothing of the topic goes there."""


def calendar_file(gathering: Gathering) -> bytes:
    """The meeting as RFC 5545 text.

    UID stays the same for the meeting's life; SEQUENCE rises with each move, with a
    cancellation and when that is taken back, so that calendars replace what they have.

    Raises:
        ValueError: the meeting has no time.
    """
    meeting = gathering.meeting
    if meeting.time is None:
        raise ValueError("a meeting without a time has no calendar file")
    off = meeting.phase is Phase.CANCELLED
    event: Any = Event()  # icalendar types `add` in part only
    event.add("uid", f"{meeting.uid}@convene")
    event.add("sequence", meeting.revision + 2 * meeting.restored + int(off))
    event.add("dtstamp", meeting.changed_at)
    event.add("dtstart", meeting.time.starts)
    event.add("dtend", meeting.time.ends)
    event.add("summary", NEUTRAL_SUMMARY)
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add("class", "PRIVATE")
    calendar: Any = Calendar()
    calendar.add("prodid", "-//Convene//Peer consultation//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
