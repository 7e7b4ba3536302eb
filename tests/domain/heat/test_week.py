"""The group's usual hours as a grid, against a reckoning minute by minute."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.heat.grid import Cell, Heat, Row, runs
from bot.domain.heat.week import heat_of_week
from bot.domain.ids import MemberId
from bot.domain.standing.pattern import Away, Standing
from bot.domain.standing.typed import read_week
from bot.domain.when.slot import Slot
from tests.domain.standing.drawn import TURNS, ZONES, likely, standings
from tests.domain.standing.minutes import is_askable, is_free, minutes_of

ADA, BEN, CLEO, DEV = (MemberId(number) for number in range(1, 5))
MONDAY = date(2026, 1, 12)
NEW_YORK = "America/New_York"


def keeps(zone: str, text: str) -> Standing:
    return Standing(zone, read_week(text).week)


def cell(heat: Heat, day: date, hour: float) -> Cell | None:
    if day not in heat.days:
        return None
    place = heat.days.index(day)
    by_start = {row.starts: cells[place] for row, cells in zip(heat.rows, heat.cells, strict=True)}
    return by_start.get(round(60 * hour))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(standings, min_size=1, max_size=4) | st.lists(likely, min_size=3, max_size=4),
    st.sampled_from(ZONES),
    st.sampled_from(TURNS),
    st.integers(0, 6),
    st.integers(0, 23),
)
def test_every_cell_counts_whom_counting_by_minutes_finds(
    group: list[Standing], zone: str, turn: datetime, before: int, hour: int
) -> None:
    """All of the day on which a clock changes, and one hour of the other days."""
    members = {MemberId(number): one for number, one in enumerate(group, start=1)}
    first = turn.date() - timedelta(days=before)
    heat = heat_of_week(members, ADA, zone, first)
    known = {who for who, one in members.items() if one.known}
    counted = known if len(known - {ADA}) >= 2 else known & {ADA}
    assert heat.of == len(counted)
    most = max((one.count for one in _cells(heat) if one.best), default=1)
    assert all(one.count == most > 1 for one in _cells(heat) if one.best)
    length = heat.rows[0].length if heat.rows else 60
    week = [first + timedelta(days=place) for place in range(7)]
    for day, starts, minutes in _around(week, length, turn.date(), hour, zone):
        found = cell(heat, day, starts / 60)
        who = {one for one in counted if all(is_free(members[one], at) for at in minutes)}
        if found is None:  # there is no such time that day, or nobody is free at it on any
            assert not minutes or not who
            continue
        fits = all(is_askable(one, at) for one in members.values() for at in minutes)
        assert (found.count, found.own) == (len(who), ADA in who)
        assert found.best == (fits and len(who) == most > 1)
        assert not (fits and len(who) > most)


def _cells(heat: Heat) -> list[Cell]:
    return [one for cells in heat.cells for one in cells if one]


def _around(
    week: list[date], length: int, turn: date, hour: int, zone: str
) -> Iterator[tuple[date, int, list[datetime]]]:
    """The places to look at, with the minutes of real time at which a clock shows them."""
    for day in week:
        shown = _shown(day, zone)
        for starts in range(0, 24 * 60, length):
            if day == turn or starts // 60 == hour:
                wall = range(starts, starts + length)
                yield day, starts, [at for minute in wall for at in shown[minute]]


@cache
def _shown(day: date, zone: str) -> defaultdict[int, list[datetime]]:
    """Each minute that is of that day there, by what a clock shows."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    found: defaultdict[int, list[datetime]] = defaultdict(list)
    for at in minutes_of(Slot(noon - timedelta(hours=30), noon + timedelta(hours=30))):
        local = at.astimezone(ZoneInfo(zone))
        if local.date() == day:
            found[60 * local.hour + local.minute].append(at)
    return found


def test_a_group_over_three_zones_in_the_viewers_own() -> None:
    group = {
        ADA: keeps(NEW_YORK, "Mon 9-12"),
        BEN: keeps("Europe/London", "Mon 3pm-6pm"),  # 10 to 1 in New York
        CLEO: keeps("Pacific/Auckland", "Tue 8am-10am"),  # Monday 2 pm to 4 pm
    }
    heat = heat_of_week(group, ADA, NEW_YORK, MONDAY)
    assert [row.starts // 60 for row in heat.rows] == [9, 10, 11, 12, 14, 15]
    assert cell(heat, MONDAY, 9) == Cell(1, own=True)
    assert cell(heat, MONDAY, 14) == Cell(1)
    assert cell(heat, MONDAY, 10) == Cell(2, own=True)  # in Auckland it is 4 in the morning


def test_half_hours_appear_where_a_zone_needs_them() -> None:
    heat = heat_of_week({ADA: keeps("Asia/Kolkata", "Mon 6-8pm")}, ADA, NEW_YORK, MONDAY)
    assert [(row.starts, row.length) for row in heat.rows] == [
        (7 * 60 + 30, 30),
        (8 * 60, 30),
        (8 * 60 + 30, 30),
        (9 * 60, 30),
    ]


def test_hours_do_where_half_hours_would_be_too_many() -> None:
    heat = heat_of_week({ADA: keeps("Asia/Kolkata", "Mon 8am-10pm")}, ADA, NEW_YORK, MONDAY)
    assert {row.length for row in heat.rows} == {60}
    sunday = [row.starts // 60 for row, one in heat.column(6) if one.count]
    assert sunday == [22, 23]  # from half past nine on: full hours alone
    assert len(heat.rows) == 13


def test_one_other_person_is_never_told_by_a_count() -> None:
    group = {
        ADA: keeps(NEW_YORK, "Mon 9-10"),
        BEN: keeps(NEW_YORK, "Mon 2pm-4pm"),
        CLEO: Standing(NEW_YORK),
    }
    heat = heat_of_week(group, ADA, NEW_YORK, MONDAY)
    assert (heat.of, [row.starts for row in heat.rows]) == (1, [540])
    assert not heat.best
    assert heat_of_week(group, CLEO, NEW_YORK, MONDAY).of == 2  # two others: not known who is free
    assert heat_of_week(group, BEN, NEW_YORK, MONDAY).of == 1


def test_days_away_count_for_nobody() -> None:
    away = Standing(NEW_YORK, read_week("Mon-Tue 9-11").week, (Away(MONDAY, MONDAY),))
    heat = heat_of_week({ADA: away}, ADA, NEW_YORK, MONDAY)
    assert cell(heat, MONDAY, 9) == Cell(0)
    assert cell(heat, MONDAY + timedelta(days=1), 9) == Cell(1, own=True)
    assert len(heat.days) == 7


def test_the_hour_that_is_skipped_has_no_cell_and_the_one_that_comes_twice_has_one() -> None:
    every = {ADA: keeps(NEW_YORK, "every day 1am-4am")}
    spring = heat_of_week(every, ADA, NEW_YORK, date(2026, 3, 6))
    assert cell(spring, date(2026, 3, 8), 2) is None
    assert cell(spring, date(2026, 3, 9), 2) == Cell(1, own=True)
    autumn = heat_of_week(every, ADA, NEW_YORK, date(2026, 10, 30))
    assert cell(autumn, date(2026, 11, 1), 1) == Cell(1, own=True)
    twice = {ADA: keeps("UTC", "Sun 5am-6am")}  # the first 1 am in New York, not the second
    assert heat_of_week(twice, ADA, NEW_YORK, date(2026, 10, 30)).rows == ()


def test_the_best_is_no_imposition_on_who_keeps_no_hours() -> None:
    group = {
        ADA: keeps(NEW_YORK, "Mon 1pm-4pm"),
        BEN: keeps(NEW_YORK, "Mon 1pm-4pm"),
        CLEO: keeps(NEW_YORK, "Mon 1pm-4pm"),
        DEV: Standing("Pacific/Auckland"),  # 8 there is 2 pm in New York
    }
    heat = heat_of_week(group, ADA, NEW_YORK, MONDAY)
    best = [(run.starts.hour, run.ends.hour) for run in runs(heat) if run.cell.best]
    assert best == [(14, 16)]


def test_nobody_with_hours_gives_an_empty_grid() -> None:
    heat = heat_of_week({ADA: Standing(NEW_YORK)}, ADA, NEW_YORK, MONDAY)
    assert (heat.rows, heat.days, heat.of) == ((), (), 0)


def test_bands_hold_a_week_each_and_only_the_rows_they_need() -> None:
    days = tuple(MONDAY + timedelta(days=place) for place in range(9))
    one = Cell(1)
    upper, lower = (one,) * 7 + (None, None), (None,) * 7 + (one, one)
    heat = Heat(NEW_YORK, 1, days, (Row(540), Row(600)), (upper, lower))
    first, second = heat.bands()
    assert (first.days, first.rows, first.cells) == (days[:7], (Row(540),), ((one,) * 7,))
    assert (second.days, second.rows, second.cells) == (days[7:], (Row(600),), ((one, one),))
