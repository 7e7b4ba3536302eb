"""A series as calendars read it: another reader finds the same meetings, whatever the clocks do."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from dateutil.tz import tzical
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.domain import decisions
from bot.domain.ids import MessageId
from bot.domain.meeting import Gathering, Meeting
from bot.domain.series.course import Course, meeting_of, occurring
from bot.domain.series.rule import LAST, EveryWeeks, MonthlyByWeekday
from bot.domain.series.schedule import Series, occurrences
from bot.domain.when.slot import Slot
from bot.domain.when.wall import instants
from bot.services.calendar import written
from bot.services.calendar_feed import Followed, feed_of, leads_of
from bot.services.calendar_zones import timezone_of
from tests.domain.examples import ADA, NOON, a_group
from tests.domain.series.drawn import SERIES, ZONES, a_series

A_DAY = timedelta(days=1)
UNTIL = NOON + timedelta(days=2 * 365)
GROUP = a_group()


@dataclass(frozen=True, slots=True)
class Departure:
    """What becomes of one occurrence; `minutes` by which it moves, 0 for not at all."""

    minutes: int = 0
    told: bool = False
    off: bool = False
    back: bool = False


DEPARTURES = st.builds(
    Departure, st.sampled_from([0, -1440, 90, 15000]), st.booleans(), st.booleans(), st.booleans()
)


def course_of(series: Series, departures: dict[int, Departure]) -> Course:
    """The series with some of its occurrences departing from it, by their place in the order."""
    dated = list(occurrences(series, NOON, UNTIL))
    meetings = {
        dated[place].date: departed(
            meeting_of(series, dated[place].date, dated[place].slot, NOON), how
        )
        for place, how in departures.items()
        if place < len(dated)
    }
    return Course(series, meetings)


def departed(meeting: Meeting, how: Departure) -> Meeting:
    """The meeting after what became of it, by the same steps as in life."""
    if how.told:
        meeting = meeting.with_posts(card_channel=7, card_message=MessageId(8))
    gathering = Gathering(GROUP, meeting)
    if how.minutes and meeting.time:
        shift = timedelta(minutes=how.minutes)
        slot = Slot(meeting.time.starts + shift, meeting.time.ends + shift)
        if slot.starts > NOON:
            gathering = gathering.having(decisions.moved(gathering, slot, NOON))
    if how.off or how.back:
        gathering = gathering.having(decisions.cancelled(gathering, NOON))
    if how.back:
        gathering = gathering.having(decisions.restored(gathering, NOON))
    return gathering.meeting


def calendar_of(course: Course, since: datetime = NOON) -> Any:  # noqa: ANN401 - icalendar's own types are partial
    """What a calendar understands of a feed with this series."""
    feed = feed_of(Followed(ADA, since, (), ((GROUP, course),)))
    calendar: Any = Calendar.from_ical(feed)
    return calendar


def read(course: Course) -> list[tuple[datetime, datetime]]:
    """When a second reader of calendars says that the group meets, as instants."""
    reader: Any = recurring_ical_events
    found = reader.of(calendar_of(course)).between(NOON, UNTIL)
    taking_place = [one for one in found if str(one.get("STATUS")) != "CANCELLED"]
    times = ((one["DTSTART"].dt, one["DTEND"].dt) for one in taking_place)
    return sorted((_utc(starts), _utc(ends)) for starts, ends in times)


def _utc(moment: datetime) -> datetime:
    assert moment.tzinfo is not None
    return moment.astimezone(UTC)


def really(course: Course) -> list[tuple[datetime, datetime]]:
    """When it meets by our own rules."""
    found = occurring(course, NOON, UNTIL)
    return sorted((one.slot.starts, one.slot.ends) for one in found if not one.off)


@given(SERIES, st.dictionaries(st.integers(0, 40), DEPARTURES, max_size=4))
@example(a_series(starts=time(2, 30), zone="America/New_York", anchor=date(2026, 3, 1)), {})
@example(a_series(starts=time(1, 30), zone="America/New_York", anchor=date(2026, 10, 25)), {})
@example(a_series(MonthlyByWeekday(LAST, 6), starts=time(2, 30)), {2: Departure(90, told=True)})
@example(a_series(EveryWeeks(2), last=date(2026, 6, 2)), {0: Departure(told=True, off=True)})
def test_a_second_reader_finds_the_same_meetings_over_two_years(
    series: Series, departures: dict[int, Departure]
) -> None:
    course = course_of(series, departures)
    assert read(course) == really(course)


SINGLE = a_series()
SECOND = date(2026, 1, 20)


def events_of(course: Course) -> list[Any]:
    """The master event and what stands beside it."""
    return calendar_of(course).walk("VEVENT")


def test_a_skip_that_nobody_knew_of_is_left_out_and_a_call_off_is_shown() -> None:
    (alone,) = events_of(course_of(SINGLE, {1: Departure(off=True)}))
    assert [one.dt.date() for one in alone["EXDATE"].dts] == [SECOND]
    master, off = events_of(course_of(SINGLE, {1: Departure(told=True, off=True)}))
    assert "EXDATE" not in master
    assert (str(off["STATUS"]), off["RECURRENCE-ID"].dt.date()) == ("CANCELLED", SECOND)
    assert str(off["UID"]) == str(master["UID"])
    assert off.walk("VALARM") == []


def test_what_is_long_over_leaves_its_trace_but_no_line_of_its_own() -> None:
    course = course_of(SINGLE, {1: Departure(told=True, off=True)})
    (alone,) = calendar_of(course, NOON + 60 * A_DAY).walk("VEVENT")
    assert alone["EXDATE"].dts[0].dt.date() == SECOND


def test_its_number_rises_with_a_skip_and_again_when_that_is_taken_back() -> None:
    steps = (Departure(), Departure(off=True), Departure(back=True))
    numbers = [events_of(course_of(SINGLE, {1: step}))[0]["SEQUENCE"] for step in steps]
    assert numbers == [0, 1, 2]


def test_a_meeting_after_the_end_of_its_series_stands_by_itself() -> None:
    whole = course_of(SINGLE, {2: Departure(told=True, off=True, back=True)})
    course = replace(whole, series=replace(SINGLE, last=SECOND))
    master, alone = events_of(course)
    assert str(alone["UID"]) != str(master["UID"])
    assert "RECURRENCE-ID" not in alone
    assert read(course) == really(course)


def test_a_series_that_ended_before_it_met_shows_nothing() -> None:
    assert events_of(Course(replace(SINGLE, last=date(2026, 1, 12)))) == []


def test_it_begins_where_it_was_started_and_keeps_the_rhythm_of_its_anchor() -> None:
    series = a_series(EveryWeeks(2), anchor=date(2025, 1, 7))
    (master,) = events_of(Course(series))
    assert master["DTSTART"].dt.date() == date(2026, 1, 20)
    assert str(master["DTSTART"].params["TZID"]) == "Europe/Berlin"
    assert read(Course(series)) == really(Course(series))


@pytest.mark.parametrize("name", [*ZONES, "Europe/Dublin", "Africa/Cairo", "Asia/Jerusalem"])
def test_a_program_that_does_not_know_the_zone_gets_the_same_instants(name: str) -> None:
    """Read by dateutil, which takes offsets from the text alone."""
    text = written("PUBLISH", [timezone_of(name, 2026)]).decode()
    zone, told = ZoneInfo(name), tzical(StringIO(text)).get(name)
    for day in range(11 * 365):
        begin = datetime(2026, 1, 2, tzinfo=UTC) + timedelta(days=day)
        nights = begin.astimezone(zone).utcoffset(), (begin + A_DAY).astimezone(zone).utcoffset()
        for half in range(48 if nights[0] != nights[1] else 1):
            wall = (begin + half * A_DAY / 48).astimezone(zone)
            if len(instants(wall.replace(tzinfo=None), zone)) == 1:
                assert wall.replace(tzinfo=told).utcoffset() == wall.utcoffset(), wall


def test_a_zones_changes_are_told_to_the_minute_and_by_a_rule() -> None:
    told = timezone_of("America/New_York", 2026)
    _, spring, autumn = told.subcomponents
    assert spring["DTSTART"].to_ical() == b"20260308T020000"
    assert spring["RRULE"].to_ical() == b"FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"
    assert autumn["DTSTART"].to_ical() == b"20261101T020000"
    assert autumn["RRULE"].to_ical() == b"FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"
    assert len(told.to_ical()) < 600


def test_it_rings_when_the_member_wishes_and_otherwise_at_the_groups_lead_times() -> None:
    ada, *others = GROUP.members
    own = replace(ada, wishes=replace(ada.wishes, leads=(45,)))
    group = replace(GROUP, members=(own, *others))
    assert leads_of(group, ADA) == (45,)
    assert leads_of(group, others[0].id) == GROUP.settings.leads
