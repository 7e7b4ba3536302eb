"""Which meetings fall on holidays: by the day on the group's wall, as they really take place."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.meeting import Phase
from bot.domain.public_holidays import Land
from bot.domain.series.course import Course, meeting_of
from bot.domain.series.schedule import Series, on
from bot.domain.when.slot import Slot
from bot.services.public_holidays import hit
from tests.domain.series.drawn import a_series

NOW = datetime(2026, 12, 1, tzinfo=UTC)
CHRISTMAS, NEW_YEAR = date(2026, 12, 25), date(2027, 1, 1)


def _fridays(zone: str, starts: time) -> Series:
    return replace(
        a_series(), zone=zone, starts=starts, anchor=date(2026, 12, 4), last=date(2027, 1, 8)
    )


def _dates(course: Course, land: Land) -> list[date]:
    return [one.date for one in hit(course, land, NOW)]


def test_the_day_is_the_one_on_the_wall_and_not_the_one_in_utc() -> None:
    early = Course(_fridays("Pacific/Auckland", time(8)))
    assert _dates(early, Land("NZ")) == [CHRISTMAS, NEW_YEAR]
    late = Course(_fridays("America/New_York", time(22)))
    assert _dates(late, Land("US")) == [CHRISTMAS, NEW_YEAR]


def test_what_is_off_or_moved_away_is_not_named_and_what_moved_onto_a_holiday_is() -> None:
    series = _fridays("Europe/Berlin", time(18))
    on_christmas = meeting_of(series, CHRISTMAS, on(series, CHRISTMAS).slot, NOW)
    off = replace(on_christmas, phase=Phase.CANCELLED)
    moved = meeting_of(series, NEW_YEAR, _later(on(series, NEW_YEAR).slot, days=4), NOW)
    last = date(2027, 1, 8)
    onto = meeting_of(series, last, _later(on(series, last).slot, days=-2), NOW)
    course = Course(series, {CHRISTMAS: off, NEW_YEAR: moved, last: onto})
    (found,) = hit(course, Land("DE", "BY"), NOW)
    assert (found.date, found.name) == (last, "Epiphany")
    assert hit(course, Land("DE", "BE"), NOW) == ()


def _later(slot: Slot, days: int) -> Slot:
    return replace(slot, starts=slot.starts + timedelta(days), ends=slot.ends + timedelta(days))
