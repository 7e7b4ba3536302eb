"""Usual hours become instants as a clock on the member's wall has them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings

from bot.domain.ids import MemberId
from bot.domain.standing.hours import askable, free, present
from bot.domain.standing.pattern import Away, Standing
from bot.domain.standing.proposing import common
from bot.domain.standing.stretches import Row, covers
from bot.domain.standing.typed import read_week
from bot.domain.when.slot import Slot
from tests.domain.standing.drawn import standings, windows
from tests.domain.standing.minutes import covered_minutes, is_askable, is_free, minutes_of

CASES = 250


@settings(max_examples=CASES, deadline=None)
@given(standings, windows())
def test_free_is_what_counting_by_minutes_finds(standing: Standing, window: Slot) -> None:
    found = covered_minutes(free(standing, window))
    assert found == {at for at in minutes_of(window) if is_free(standing, at)}


@settings(max_examples=CASES, deadline=None)
@given(standings, windows(48))
def test_askable_is_what_counting_by_minutes_finds(standing: Standing, window: Slot) -> None:
    found = covered_minutes(askable(standing, window))
    assert found == {at for at in minutes_of(window) if is_askable(standing, at)}


@settings(max_examples=CASES, deadline=None)
@given(standings, standings, standings, windows(48))
def test_common_hours_are_those_in_which_everybody_is_free(
    one: Standing, two: Standing, three: Standing, window: Slot
) -> None:
    members = {MemberId(number): each for number, each in enumerate((one, two, three))}
    found = covered_minutes(common(members, window))
    everybody = {
        at for at in minutes_of(window) if all(is_free(each, at) for each in members.values())
    }
    assert found == everybody


@settings(max_examples=100, deadline=None)
@given(standings, windows())
def test_stretches_are_in_order_and_never_touch(standing: Standing, window: Slot) -> None:
    row = free(standing, window)
    assert all(one[1] < two[0] for one, two in pairwise(row))
    assert all(window.starts <= starts < ends <= window.ends for starts, ends in row)


def keeps(zone: str, text: str) -> Standing:
    read = read_week(text)
    assert read.unread == ()
    return Standing(zone, read.week)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # pyright: ignore[reportArgumentType] - the date's parts


def window(first: datetime, days: int = 7) -> Slot:
    return Slot(first, first + timedelta(days=days))


def in_week(standing: Standing, first: datetime) -> Row:
    return free(standing, window(first))


# The eight cases that a public bot got wrong.


def test_1_a_zone_is_kept_by_its_name_and_not_as_an_offset() -> None:
    """The same hours are an hour earlier in UTC once New York has its summer time."""
    standing = keeps("America/New_York", "Tue 10-11")
    assert in_week(standing, utc(2026, 3, 2)) == ((utc(2026, 3, 3, 15), utc(2026, 3, 3, 16)),)
    assert in_week(standing, utc(2026, 3, 9)) == ((utc(2026, 3, 10, 14), utc(2026, 3, 10, 15)),)


def test_2_monday_evening_in_new_york_is_monday_there_and_not_sunday() -> None:
    standing = keeps("America/New_York", "Mon 7-10pm")
    row = in_week(standing, utc(2026, 1, 11))  # a Sunday
    monday_8_pm, sunday_8_pm = utc(2026, 1, 13, 1), utc(2026, 1, 12, 1)
    an_hour = timedelta(hours=1)
    assert covers(row, monday_8_pm, monday_8_pm + an_hour)
    assert not covers(row, sunday_8_pm, sunday_8_pm + an_hour)
    assert len(row) == 1


def test_3_a_window_that_crosses_midnight_in_utc_is_one_stretch() -> None:
    row = in_week(keeps("America/New_York", "Mon 6-9pm"), utc(2026, 1, 11))
    assert row == ((utc(2026, 1, 12, 23), utc(2026, 1, 13, 2)),)


def test_4_a_window_that_crosses_midnight_locally_goes_on_in_the_next_morning() -> None:
    row = in_week(keeps("Europe/London", "Sun 10pm-1am"), utc(2026, 1, 11))
    assert row == ((utc(2026, 1, 11, 22), utc(2026, 1, 12, 1)),)
    monday_only = free(keeps("Europe/London", "Sun 10pm-1am"), window(utc(2026, 1, 12), 1))
    assert monday_only == ((utc(2026, 1, 12), utc(2026, 1, 12, 1)),)


def test_5_no_weekday_is_off_by_one_at_the_date_line() -> None:
    """Monday at 9 begins on UTC's Sunday in Auckland, and on UTC's Monday evening in Honolulu."""
    first = utc(2026, 1, 11)
    auckland = in_week(keeps("Pacific/Auckland", "Mon 9-10"), first)
    honolulu = in_week(keeps("Pacific/Honolulu", "Mon 9-10"), first)
    assert auckland == ((utc(2026, 1, 11, 20), utc(2026, 1, 11, 21)),)
    assert honolulu == ((utc(2026, 1, 12, 19), utc(2026, 1, 12, 20)),)


def test_6_zones_of_half_an_hour() -> None:
    first = utc(2026, 1, 12)
    assert in_week(keeps("Asia/Kolkata", "Mon 9-10"), first) == (
        (utc(2026, 1, 12, 3, 30), utc(2026, 1, 12, 4, 30)),
    )
    assert in_week(keeps("Australia/Adelaide", "Tue 9-10"), first) == (
        (utc(2026, 1, 12, 22, 30), utc(2026, 1, 12, 23, 30)),
    )


def test_7_the_days_on_which_clocks_change() -> None:
    """One to four in New York is two hours when an hour is skipped, four when it comes twice."""
    standing = keeps("America/New_York", "Sun 1am-4am")
    assert in_week(standing, utc(2026, 3, 7)) == ((utc(2026, 3, 8, 6), utc(2026, 3, 8, 8)),)
    assert in_week(standing, utc(2026, 10, 31)) == ((utc(2026, 11, 1, 5), utc(2026, 11, 1, 9)),)
    skipped = keeps("America/New_York", "Sun 2am-3am")
    assert in_week(skipped, utc(2026, 3, 7)) == ()
    twice = keeps("America/New_York", "Sun 1am-2am")
    assert in_week(twice, utc(2026, 10, 31)) == ((utc(2026, 11, 1, 5), utc(2026, 11, 1, 7)),)


def test_8_the_pattern_moves_with_a_member_who_changes_zone() -> None:
    """Monday from 7 to 10 in the evening stays that, on another clock."""
    before = keeps("America/New_York", "Mon 7-10pm")
    after = replace(before, zone="Asia/Kolkata")
    assert after.week == before.week
    assert in_week(before, utc(2026, 1, 11)) == ((utc(2026, 1, 13), utc(2026, 1, 13, 3)),)
    assert in_week(after, utc(2026, 1, 11)) == (
        (utc(2026, 1, 12, 13, 30), utc(2026, 1, 12, 16, 30)),
    )


def test_days_away_are_days_of_the_members_own_calendar() -> None:
    """Away on the 12th in Auckland: from 11:00 UTC on the 11th, for a day."""
    standing = replace(
        keeps("Pacific/Auckland", "every day all day"),
        away=(Away(date(2026, 1, 12), date(2026, 1, 12)),),
    )
    there = free(standing, Slot(utc(2026, 1, 11), utc(2026, 1, 13)))
    assert there == (
        (utc(2026, 1, 11), utc(2026, 1, 11, 11)),
        (utc(2026, 1, 12, 11), utc(2026, 1, 13)),
    )
    assert present(standing, Slot(utc(2026, 1, 11), utc(2026, 1, 13))) == there
