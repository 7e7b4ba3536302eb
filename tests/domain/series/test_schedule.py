"""A series meets at its local hour, week after week, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.series.rule import LAST, EveryWeeks, MonthlyByWeekday, dates, nth_of
from bot.domain.series.schedule import Series, coming, has_date, occurrences, odd_hours, on
from tests.domain.series.drawn import SERIES, a_series, reckoned

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
"""The Sundays on which Berlin's clocks change."""


@settings(max_examples=400, deadline=None)
@given(SERIES, st.integers(0, 2 * 366 * 24 * 60), st.integers(0, 500))
def test_occurrences_are_what_another_reckoning_finds(
    series: Series, minutes: int, days: int
) -> None:
    since = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    until = since + timedelta(days=days)
    found = [(one.date, one.slot.starts) for one in occurrences(series, since, until)]
    assert found == reckoned(series, since, until)


@settings(max_examples=100, deadline=None)
@given(SERIES, st.integers(0, 700))
def test_the_next_ones_are_the_first_of_all(series: Series, days: int) -> None:
    since = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=days)
    every = list(occurrences(series, since, since + timedelta(days=4 * 366)))
    assert list(coming(series, since, 3)) == every[:3]


@settings(max_examples=100, deadline=None)
@given(SERIES)
def test_the_wall_shows_the_hour_of_the_series_but_on_nights_that_are_told(series: Series) -> None:
    since, until = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 6, 1, tzinfo=UTC)
    odd = {one.date for one in odd_hours(series, since, until)}
    for one in occurrences(series, since, until):
        shown = one.slot.starts.astimezone(ZoneInfo(series.zone))
        same = (shown.date(), shown.time()) == (one.date, series.starts)
        assert same or one.date in odd
        assert has_date(series, one.date)


@pytest.mark.parametrize(
    ("zone", "around", "hours"),
    [
        ("America/New_York", date(2026, 3, 8), -1),
        ("America/New_York", date(2026, 11, 1), 1),
        ("Europe/Berlin", SPRING, -1),
        ("Europe/Berlin", AUTUMN, 1),
        ("Pacific/Auckland", date(2026, 4, 5), 1),
        ("Pacific/Auckland", date(2026, 9, 27), -1),
        ("Australia/Lord_Howe", date(2026, 4, 5), 0.5),
        ("Asia/Kolkata", date(2026, 3, 29), 0),
    ],
)
def test_over_a_change_of_the_clocks_a_week_is_longer_or_shorter(
    zone: str, around: date, hours: float
) -> None:
    series = a_series(anchor=around - timedelta(days=4), zone=zone)
    first, second, third = coming(series, on(series, series.anchor).slot.starts, 3)
    week = timedelta(days=7)
    assert second.slot.starts - first.slot.starts == week + timedelta(hours=hours)
    assert third.slot.starts - second.slot.starts == week


def test_a_skipped_hour_moves_forward_and_one_that_comes_twice_is_the_first() -> None:
    series = a_series(anchor=SPRING - timedelta(days=7), starts=time(2, 30))
    assert on(series, SPRING).slot.starts == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 3:30 there
    assert on(series, AUTUMN).slot.starts == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    since = datetime(2026, 1, 1, tzinfo=UTC)
    told = [one.date for one in odd_hours(series, since, since + timedelta(days=365))]
    assert told == [SPRING, AUTUMN]


def test_an_anchor_in_the_past_keeps_its_count() -> None:
    other_week = a_series(EveryWeeks(2), anchor=date(2024, 1, 2))
    since = datetime(2026, 1, 1, tzinfo=UTC)
    assert [one.date for one in coming(other_week, since, 2)] == [
        date(2026, 1, 13),
        date(2026, 1, 27),
    ]


def test_the_last_weekday_of_a_month_is_the_fourth_or_the_fifth() -> None:
    found = list(
        dates(MonthlyByWeekday(LAST, 3), date(2026, 1, 1), date(2026, 1, 1), date(2026, 5, 31))
    )
    assert [day.day for day in found] == [29, 26, 26, 30, 28]
    assert [nth_of(day) for day in found] == [LAST, 4, 4, LAST, 4]


def test_the_year_turns_within_a_monthly_series() -> None:
    found = list(
        dates(MonthlyByWeekday(2, 0), date(2026, 11, 9), date(2026, 11, 1), date(2027, 2, 28))
    )
    assert found == [date(2026, 11, 9), date(2026, 12, 14), date(2027, 1, 11), date(2027, 2, 8)]


def test_an_end_date_is_the_last_on_which_it_may_meet() -> None:
    series = a_series(last=date(2026, 1, 27))
    assert [one.date.day for one in coming(series, datetime(2026, 1, 1, tzinfo=UTC), 9)] == [
        13,
        20,
        27,
    ]


def test_a_meeting_that_goes_on_is_not_over() -> None:
    series = a_series(starts=time(23, 30))
    (first,) = coming(series, datetime(2026, 1, 13, 23, 59, tzinfo=UTC), 1)
    assert first.date == date(2026, 1, 13)  # it began at 22:30 in UTC, and lasts for 90 minutes


def test_dates_rise_without_end_in_any_stretch() -> None:
    found = list(dates(EveryWeeks(1), date(2026, 1, 13), date(2020, 1, 1), date(2026, 3, 1)))
    assert found[0] == date(2026, 1, 13)
    assert {two - one for one, two in pairwise(found)} == {timedelta(days=7)}


@pytest.mark.parametrize("weeks", [0, 13, -1])
def test_a_rhythm_without_sense_is_refused(weeks: int) -> None:
    with pytest.raises(ValueError, match="weeks"):
        EveryWeeks(weeks)


@pytest.mark.parametrize(("nth", "weekday"), [(0, 1), (5, 1), (-2, 1), (1, 7), (1, -1)])
def test_a_day_that_some_months_do_not_have_is_refused(nth: int, weekday: int) -> None:
    with pytest.raises(ValueError, match="month"):
        MonthlyByWeekday(nth, weekday)
