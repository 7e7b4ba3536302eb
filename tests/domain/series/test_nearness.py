"""A caller hears of a regular meeting in the time they ask for, or close to what they offer."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.ids import MeetingId, SeriesId
from bot.domain.meeting import Phase
from bot.domain.series.course import Course, meeting_of
from bot.domain.series.nearness import regular_near
from bot.domain.series.rule import EveryWeeks
from bot.domain.series.schedule import Series, on
from bot.domain.when.slot import Slot
from tests.domain.examples import ADA, GUILD, NOON, a_group, after, slot

MONDAYS = Series(
    id=SeriesId(1),
    guild_id=GUILD,
    group_id=a_group().id,
    convener_id=ADA,
    uid="c0ffee",
    title="",
    rule=EveryWeeks(2),
    anchor=date(2026, 1, 19),
    starts=time(18),
    zone="UTC",
    length=60,
    created_at=NOON,
    started_at=NOON,
)
NEXT = on(MONDAYS, MONDAYS.anchor).slot
"""A week and six hours after NOON."""


def near(*slots: Slot, until: float, course: Course | None = None) -> Slot | None:
    return regular_near([course or Course(MONDAYS)], slots, after(until), NOON)


@pytest.mark.parametrize(
    ("slots", "until", "told"),
    [
        ((), 174, True),
        ((), 173.9, False),
        ((slot(102),), 48, True),
        ((slot(101),), 48, False),
        ((slot(246),), 48, True),
        ((slot(247),), 48, False),
        ((slot(24), slot(110)), 24, True),
    ],
)
def test_within_the_window_or_three_days_of_a_time(
    slots: tuple[Slot, ...], until: float, *, told: bool
) -> None:
    assert near(*slots, until=until) == (NEXT if told else None)


def test_what_is_skipped_does_not_count_and_what_is_moved_counts_where_it_is() -> None:
    meeting = replace(meeting_of(MONDAYS, MONDAYS.anchor, NEXT, NOON), id=MeetingId(5))
    off = Course(MONDAYS, {MONDAYS.anchor: replace(meeting, phase=Phase.CANCELLED)})
    assert near(until=200, course=off) is None
    assert near(until=600, course=off) == Slot(
        NEXT.starts + timedelta(weeks=2), NEXT.ends + timedelta(weeks=2)
    )
    moved = Course(MONDAYS, {MONDAYS.anchor: replace(meeting, time=slot(40))})
    assert near(until=48, course=moved) == slot(40)


def test_of_several_series_the_soonest_is_told() -> None:
    wednesdays = replace(MONDAYS, id=SeriesId(2), anchor=date(2026, 1, 14))
    found = regular_near([Course(MONDAYS), Course(wednesdays)], (), after(300), NOON)
    assert found == on(wednesdays, wednesdays.anchor).slot
