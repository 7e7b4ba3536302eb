"""Quiet hours on a member's own clock, against an oracle that counts minutes on that clock."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import QuietUnclear
from bot.domain.quiet import moved_out
from bot.domain.standing.pattern import Hours
from bot.domain.wishes import LONGEST_QUIET, read_quiet

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NIGHT = Hours(21 * 60, 32 * 60)
LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
CHANGES = [
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Europe/London", date(2026, 3, 29)),
    ("Europe/London", date(2026, 10, 25)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("America/Santiago", date(2026, 9, 6)),
    ("Asia/Kolkata", date(2026, 6, 1)),
]
Walls = dict[datetime, datetime]


def wall_minutes(there: ZoneInfo, around: date) -> Walls:
    """Each minute that a clock shows in some days, with the instant of its first coming.

    A minute that the clock skips stands for the one that is as much later as the clock was moved.
    """
    at = datetime(around.year, around.month, around.day, tzinfo=UTC) - 3 * DAY
    instants = [at + step * MINUTE for step in range(6 * 24 * 60)]
    shown = [(one.astimezone(there).replace(tzinfo=None, fold=0), one) for one in instants]
    first: Walls = {}
    for wall, instant in shown:
        first.setdefault(wall, instant)
    for (before, _), (after, _) in pairwise(shown):
        gap = after - before - MINUTE
        for step in range(max(0, gap // MINUTE)):
            skipped = before + (step + 1) * MINUTE
            first.setdefault(skipped, first.get(skipped + gap, instants[-1]))
    return first


def stretches(quiet: Hours, walls: Walls, around: date) -> Iterator[tuple[datetime, datetime]]:
    """The quiet stretches of the nights around a day."""
    for step in (-2, -1, 0, 1):
        midnight = datetime(around.year, around.month, around.day) + step * DAY  # noqa: DTZ001 - a clock on a wall
        yield walls[midnight + quiet.starts * MINUTE], walls[midnight + quiet.ends * MINUTE]


KNOWN = {(name, day): wall_minutes(ZoneInfo(name), day) for name, day in CHANGES}


@given(
    st.sampled_from(CHANGES),
    st.integers(0, 1439),
    st.integers(1, LONGEST_QUIET),
    st.integers(-24 * 60, 30 * 60),
    st.integers(1, 30 * 60),
    st.integers(1, 30 * 60),
)
def test_a_reminder_comes_before_the_quiet_hours_or_after_them_or_not_at_all(
    where: tuple[str, date], starts: int, length: int, due_in: int, past: int, left: int
) -> None:
    name, day = where
    quiet = Hours(starts, starts + length)
    due = datetime(day.year, day.month, day.day, tzinfo=UTC) + due_in * MINUTE
    after, before = due - past * MINUTE, due + left * MINUTE
    found = moved_out(due, quiet, ZoneInfo(name), after=after, before=before)
    nights = list(stretches(quiet, KNOWN[where], day))
    mine = [(begins, ends) for begins, ends in nights if begins <= due < ends]
    if not mine:
        assert found == due
        return
    begins, ends = mine[0]
    if begins - MINUTE > after:
        assert found == begins - MINUTE
    else:
        assert found == (ends if ends < before else None)


@given(
    st.sampled_from(CHANGES),
    st.integers(0, 1439),
    st.integers(1, LONGEST_QUIET),
    st.integers(-24 * 60, 30 * 60),
)
def test_wherever_it_goes_it_is_not_quiet_there(
    where: tuple[str, date], starts: int, length: int, due_in: int
) -> None:
    name, day = where
    quiet = Hours(starts, starts + length)
    due = datetime(day.year, day.month, day.day, tzinfo=UTC) + due_in * MINUTE
    found = moved_out(due, quiet, ZoneInfo(name), after=due - DAY, before=due + DAY)
    nights = list(stretches(quiet, KNOWN[where], day))
    assert found is not None
    assert not any(begins <= found < ends for begins, ends in nights)


def _at(there: ZoneInfo, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=there).astimezone(UTC)


def _moved(due: datetime, there: ZoneInfo, quiet: Hours = NIGHT) -> datetime | None:
    return moved_out(due, quiet, there, after=due - DAY, before=due + DAY)


def test_what_falls_into_the_night_comes_the_evening_before_even_over_midnight() -> None:
    evening = _at(LONDON, 6, 1, 20, 59)
    assert _moved(_at(LONDON, 6, 1, 23), LONDON) == evening
    assert _moved(_at(LONDON, 6, 2, 7, 59), LONDON) == evening


def test_the_hours_begin_with_their_first_minute_and_end_before_their_last() -> None:
    assert _moved(_at(LONDON, 6, 1, 21), LONDON) == _at(LONDON, 6, 1, 20, 59)
    assert _moved(_at(LONDON, 6, 1, 20, 59), LONDON) == _at(LONDON, 6, 1, 20, 59)
    assert _moved(_at(LONDON, 6, 2, 8), LONDON) == _at(LONDON, 6, 2, 8)


@pytest.mark.parametrize(("evening", "morning"), [((3, 7), (3, 8)), ((10, 31), (11, 1))])
def test_in_the_night_in_which_clocks_change_the_evening_stays_where_it_is(
    evening: tuple[int, int], morning: tuple[int, int]
) -> None:
    assert _moved(_at(NEW_YORK, *morning, 7), NEW_YORK) == _at(NEW_YORK, *evening, 20, 59)


def test_hours_within_a_day_are_possible_too() -> None:
    """Who works in the night sleeps by day."""
    day = Hours(9 * 60, 16 * 60)
    assert _moved(_at(LONDON, 6, 1, 12), LONDON, day) == _at(LONDON, 6, 1, 8, 59)
    assert _moved(_at(LONDON, 6, 1, 22), LONDON, day) == _at(LONDON, 6, 1, 22)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("21-8", NIGHT),
        ("9pm - 8am", NIGHT),
        ("22:30-7", Hours(22 * 60 + 30, 31 * 60)),
        ("10pm to 7", Hours(22 * 60, 31 * 60)),
        ("9am-4pm", Hours(9 * 60, 16 * 60)),
        ("", None),
        ("None", None),
        ("off", None),
    ],
)
def test_quiet_hours_are_read_as_people_type_them(typed: str, hours: Hours | None) -> None:
    assert read_quiet(typed) == hours


@pytest.mark.parametrize("typed", ["at night", "21", "25-8", "8am-7am", "5-5"])
def test_what_is_no_stretch_or_leaves_too_little_of_the_day_is_refused(typed: str) -> None:
    with pytest.raises(QuietUnclear):
        read_quiet(typed)
