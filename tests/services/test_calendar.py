"""The calendar file: neutral, with an identity that survives moves and a cancellation."""

from datetime import timedelta
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


def method_of(gathering: Gathering) -> str:
    """How the file asks to be taken."""
    calendar: Any = Calendar.from_ical(calendar_file(gathering))
    return str(calendar["METHOD"])


def test_a_call_off_takes_the_entry_away_and_an_undo_brings_it_back() -> None:
    """Each comes after what was before it, so that no calendar keeps the older word."""
    first = a_scheduled()
    moved = first.having(decisions.moved(first, slot(48), after(1)))
    off = moved.having(decisions.cancelled(moved, after(2)))
    back = off.having(decisions.restored(off, after(3)))
    again = back.having(decisions.moved(back, slot(72), after(4)))
    steps = (first, moved, off, back, again)
    events = [event_of(one) for one in steps]
    assert [method_of(one) for one in steps] == ["PUBLISH"] * 2 + ["CANCEL"] + ["PUBLISH"] * 2
    assert [one["STATUS"] == "CANCELLED" for one in events] == [False, False, True, False, False]
    assert [one["SEQUENCE"] for one in events] == [0, 1, 2, 3, 4]
    assert len({one["UID"] for one in events}) == 1
    stamps = [one["DTSTAMP"] for one in events]
    assert stamps == [one.meeting.changed_at for one in steps]


def test_it_rings_at_the_groups_lead_times_unless_it_is_off() -> None:
    gathering = a_scheduled()
    calendar: Any = Calendar.from_ical(calendar_file(gathering))
    alarms = calendar.walk("VALARM")
    triggers = [-one.decoded("TRIGGER") for one in alarms]
    assert triggers == [timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)]
    assert {str(one["DESCRIPTION"]) for one in alarms} == {NEUTRAL_SUMMARY}
    off = gathering.having(decisions.cancelled(gathering, after(2)))
    assert b"VALARM" not in calendar_file(off)


def test_nobody_is_invited_so_nobody_is_asked_to_reply() -> None:
    gathering = a_scheduled()
    for step in (gathering, gathering.having(decisions.cancelled(gathering, after(2)))):
        assert not {"ATTENDEE", "ORGANIZER"} & event_of(step).keys()


def test_a_meeting_without_a_time_has_no_file() -> None:
    with pytest.raises(ValueError, match="without a time"):
        calendar_file(a_poll())
