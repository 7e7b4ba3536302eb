"""Local times stand for the instants at which a clock really shows them."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.when.wall import around_gap, at_wall, instants

CHANGES = [
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("America/New_York", date(2027, 3, 14)),
    ("America/New_York", date(2027, 11, 7)),
    ("Europe/London", date(2026, 3, 29)),
    ("Europe/London", date(2026, 10, 25)),
    ("Europe/London", date(2027, 3, 28)),
    ("Europe/London", date(2027, 10, 31)),
    ("Australia/Sydney", date(2026, 4, 5)),
    ("Australia/Sydney", date(2026, 10, 4)),
    ("Australia/Sydney", date(2027, 4, 4)),
    ("Australia/Sydney", date(2027, 10, 3)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Pacific/Chatham", date(2026, 9, 27)),
    ("Asia/Kolkata", date(2026, 6, 1)),
    ("Pacific/Apia", date(2011, 12, 30)),
]


@cache
def clock_by_minutes(zone: str, day: date) -> dict[datetime, list[datetime]]:
    """Watch a clock in the zone, minute by minute, from a day before to a day after."""
    seen: dict[datetime, list[datetime]] = defaultdict(list)
    start = datetime.combine(day, time(), UTC) - timedelta(days=2)
    for minutes in range(5 * 24 * 60):
        instant = start + timedelta(minutes=minutes)
        seen[instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)].append(instant)
    return seen


@given(
    st.sampled_from(CHANGES),
    st.integers(-24 * 60, 2 * 24 * 60 - 1),
    st.sampled_from([0, 1]),
)
def test_instants_are_those_at_which_a_clock_shows_the_time(
    change: tuple[str, date], minutes: int, fold: int
) -> None:
    zone, day = change
    local = datetime.combine(day, time()) + timedelta(minutes=minutes)
    expected = tuple(clock_by_minutes(zone, day)[local])
    assert instants(local.replace(fold=fold), ZoneInfo(zone)) == expected


@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_every_minute_of_the_nights_of_change(zone: str, day: date) -> None:
    seen = clock_by_minutes(zone, day)
    for minutes in range(6 * 60):
        local = datetime.combine(day, time()) + timedelta(minutes=minutes)
        assert instants(local, ZoneInfo(zone)) == tuple(seen[local]), local


@pytest.mark.parametrize(
    ("zone", "local", "expected"),
    [
        ("America/New_York", "2026-03-08T02:30", "2026-03-08T03:30-04:00"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T01:30-04:00"),
        ("Europe/London", "2026-03-29T01:15", "2026-03-29T02:15+01:00"),
        ("Europe/London", "2026-10-25T01:15", "2026-10-25T01:15+01:00"),
        ("Australia/Sydney", "2026-10-04T02:00", "2026-10-04T03:00+11:00"),
        ("Australia/Sydney", "2026-04-05T02:00", "2026-04-05T02:00+11:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-04T02:40+11:00"),
        ("Asia/Kolkata", "2026-03-08T02:30", "2026-03-08T02:30+05:30"),
    ],
)
def test_what_recurs_moves_out_of_a_gap_and_takes_the_first_of_two(
    zone: str, local: str, expected: str
) -> None:
    wall = datetime.fromisoformat(local)
    found = at_wall(wall.date(), wall.time(), ZoneInfo(zone))
    assert found == datetime.fromisoformat(expected)
    assert found.tzinfo is UTC


def test_a_fold_in_the_time_of_a_series_changes_nothing() -> None:
    zone = ZoneInfo("America/New_York")
    day = date(2026, 11, 1)
    assert at_wall(day, time(1, 30, fold=1), zone) == at_wall(day, time(1, 30), zone)


@pytest.mark.parametrize(
    ("zone", "first", "days"),
    [
        ("America/New_York", date(2026, 2, 1), 365),
        ("Europe/London", date(2026, 2, 1), 365),
        ("Australia/Sydney", date(2026, 2, 1), 365),
    ],
)
def test_a_series_keeps_its_local_hour_across_both_changes(
    zone: str, first: date, days: int
) -> None:
    for ahead in range(0, days, 7):
        found = at_wall(first + timedelta(days=ahead), time(19), ZoneInfo(zone))
        assert found.astimezone(ZoneInfo(zone)).time() == time(19)


def test_around_a_gap_lie_the_times_just_before_and_just_after() -> None:
    zone = ZoneInfo("America/New_York")
    early, late = around_gap(datetime(2026, 3, 8, 2, 30), zone)  # noqa: DTZ001 - a wall time
    assert early == datetime.fromisoformat("2026-03-08T01:30-05:00")
    assert late == datetime.fromisoformat("2026-03-08T03:30-04:00")
