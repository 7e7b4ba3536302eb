"""The calendar file: neutral, with an identity that survives moves and a cancellation."""

from typing import Any

import pytest
from icalendar import Calendar

from bot.domain import decisions
from bot.domain.meeting import Gathering, Phase
from bot.services.calendar import NEUTRAL_SUMMARY, calendar_file
from tests.domain.examples import a_poll, after, slot

TIME = slot(24, 90)


def a_scheduled() -> Gathering:
    """A meeting about a topic that is nobody's business."""
    return a_poll(phase=Phase.SCHEDULED, time=TIME, topic="The client in the red coat")


def event_of(gathering: Gathering) -> dict[str, object]:
    """The one event in a meeting's calendar file."""
    calendar: Any = Calendar.from_ical(calendar_file(gathering))  # icalendar types it in part only
    (event,) = calendar.walk("VEVENT")
    return {name: event.decoded(name) for name in event}


def test_it_says_when_and_nothing_of_what() -> None:
    gathering = a_scheduled()
    event = event_of(gathering)
    assert (event["DTSTART"], event["DTEND"]) == (TIME.starts, TIME.ends)
    assert event["SUMMARY"] == NEUTRAL_SUMMARY
    assert b"red coat" not in calendar_file(gathering)


def test_a_move_replaces_the_entry_of_before() -> None:
    before = a_scheduled()
    moved = before.having(decisions.moved(before, slot(48), after(1)))
    one, other = event_of(before), event_of(moved)
    assert one["UID"] == other["UID"]
    assert (one["SEQUENCE"], other["SEQUENCE"]) == (0, 1)
    assert other["DTSTART"] == slot(48).starts


def test_a_cancellation_comes_after_every_move() -> None:
    before = a_scheduled()
    moved = before.having(decisions.moved(before, slot(48), after(1)))
    off = event_of(moved.having(decisions.cancelled(moved, after(2))))
    assert off["SEQUENCE"] == 2
    assert b"CANCELLED" in calendar_file(moved.having(decisions.cancelled(moved, after(2))))


def test_a_meeting_without_a_time_has_no_file() -> None:
    with pytest.raises(ValueError, match="without a time"):
        calendar_file(a_poll())
