"""Which meetings of a series must exist, when the group is told of them, and what steps do."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import decisions
from bot.domain.errors import NoSuchMeeting, NothingChanged, SeriesOver, TimePassed
from bot.domain.ids import MeetingId, SeriesId
from bot.domain.meeting import Attendance, Gathering, Meeting, Phase
from bot.domain.plan import Action, plan
from bot.domain.series.course import (
    ANNOUNCED,
    HORIZON,
    Course,
    next_ones,
    occurring,
    to_exist,
)
from bot.domain.series.rule import EveryWeeks, MonthlyByWeekday
from bot.domain.series.schedule import Series, occurrences
from bot.domain.series.steps import ended, first_ahead, meeting_on, replaced, started
from bot.domain.when.slot import Slot
from tests.domain.examples import ADA, BEN, CLEO, NOON, a_group
from tests.domain.series.drawn import SERIES, a_series

GROUP = a_group()
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
TUESDAYS = [date(2026, 1, 13) + number * WEEK for number in range(7)]


def kept(course: Course, meetings: Iterable[Meeting]) -> Course:
    """The course once a store has kept the meetings."""
    known = dict(course.meetings)
    for one in meetings:
        assert one.regular is not None
        number = one.id or MeetingId(len(known) + 1)
        known[one.regular.date] = replace(one, id=number)
    return replace(course, meetings=known)


def tended(series: Series, now: datetime = NOON) -> Course:
    """A course of which exists what must."""
    course = Course(series)
    return kept(course, to_exist(course, now))


def stepped(course: Course, day: date, meeting: Meeting, now: datetime) -> Course:
    """The course after a step of one meeting, tended."""
    after = kept(course, [meeting])
    assert day in after.meetings
    return kept(after, to_exist(after, now))


def off(course: Course, day: date, now: datetime) -> Course:
    """The course with one meeting skipped."""
    gathering = Gathering(GROUP, meeting_on(course, day, now))
    return stepped(course, day, decisions.cancelled(gathering, now), now)


def moved(course: Course, day: date, slot: Slot, now: datetime) -> Course:
    """The course with one meeting moved."""
    gathering = Gathering(GROUP, meeting_on(course, day, now))
    return stepped(course, day, decisions.moved(gathering, slot, now), now)


def announced(course: Course) -> dict[date, datetime]:
    """When the group is told of each meeting that takes place."""
    return {
        day: one.regular.announce_at
        for day, one in course.meetings.items()
        if one.regular and one.phase is Phase.SCHEDULED
    }


def actions(meeting: Meeting) -> set[Action]:
    return {one.action for one in plan(Gathering(GROUP, meeting))}


def test_all_within_the_horizon_exist_and_each_is_told_of_when_the_one_before_is_over() -> None:
    course = tended(a_series())
    assert list(course.meetings) == TUESDAYS[:5]
    first, *others = course.meetings.values()
    assert announced(course)[TUESDAYS[0]] == NOON
    before = first
    for one in others:
        assert before.time is not None
        assert announced(course)[one.regular.date if one.regular else NOON] == before.time.ends
        before = one


def test_of_a_rare_series_the_next_one_exists_and_is_told_of_a_week_before() -> None:
    course = tended(a_series(EveryWeeks(12), anchor=date(2026, 4, 7)))
    (only,) = course.meetings.values()
    assert only.time is not None
    assert only.time.starts > NOON + HORIZON
    assert announced(course) == {date(2026, 4, 7): only.time.starts - ANNOUNCED}


def test_where_the_next_ones_are_skipped_one_that_takes_place_exists_all_the_same() -> None:
    course = tended(a_series(EveryWeeks(4)))
    for one in [one.date for one in next_ones(course, NOON, 3)]:
        course = off(course, one, NOON)
    assert next_ones(course, NOON, 1)[0].meeting is not None


@settings(max_examples=150, deadline=None)
@given(SERIES, st.lists(st.integers(1, 40 * 24), max_size=6))
def test_a_second_look_finds_nothing_to_do_at_any_time(series: Series, hours: list[int]) -> None:
    course, now = Course(series), NOON
    for passed in hours:
        now += passed * HOUR
        course = kept(course, to_exist(course, now))
        assert to_exist(course, now) == ()
        near = {one.date for one in occurrences(series, now, now + HORIZON)}
        assert near <= set(course.meetings)
        ahead = occurring(course, now, now + HORIZON)
        for earlier, later in pairwise(ahead):
            assert announced(course)[later.date] >= min(earlier.slot.ends, later.slot.starts)


def test_after_an_outage_nothing_is_made_of_what_passed() -> None:
    course = Course(a_series())
    now = NOON + 60 * DAY
    assert all(one.time and one.time.ends > now for one in to_exist(course, now))


def test_an_end_date_is_kept_to() -> None:
    course = tended(a_series(last=TUESDAYS[1]))
    assert list(course.meetings) == TUESDAYS[:2]
    later = NOON + 30 * DAY
    assert to_exist(course, later) == ()
    with pytest.raises(SeriesOver):
        first_ahead(course, later)
    with pytest.raises(SeriesOver):
        started(course, later)


def test_before_its_card_a_meeting_is_skipped_and_brought_back_without_a_word() -> None:
    course = off(tended(a_series()), TUESDAYS[2], NOON)
    skipped = course.meetings[TUESDAYS[2]]
    assert actions(skipped) == set()
    later = NOON + 5 * DAY  # longer than a call-off can be taken back
    back = decisions.restored(Gathering(GROUP, skipped), later)
    assert back.phase is Phase.SCHEDULED
    assert Action.RESTORED not in actions(replace(back, posts=replace(back.posts, card_message=7)))


def test_a_meeting_that_comes_back_after_its_turn_has_its_card_as_the_only_word() -> None:
    course = off(tended(a_series()), TUESDAYS[1], NOON)
    now = NOON + 7 * DAY  # its card would have come on the evening of the first meeting
    back = decisions.restored(Gathering(GROUP, course.meetings[TUESDAYS[1]]), now)
    with_card = replace(back, posts=replace(back.posts, card_message=7))
    assert not {Action.RESTORED, Action.MOVED} & actions(with_card)
    assert Action.MEETING_CARD in actions(back)


def test_the_next_is_told_of_earlier_where_the_one_before_it_is_off() -> None:
    course = tended(a_series())
    fourth = course.meetings[TUESDAYS[3]]
    assert fourth.time is not None
    assert announced(off(course, TUESDAYS[2], NOON))[TUESDAYS[3]] == fourth.time.starts - ANNOUNCED


def test_the_next_is_told_of_later_where_the_one_before_it_moves_back() -> None:
    course = tended(a_series())
    second = course.meetings[TUESDAYS[1]].time
    assert second is not None
    later = Slot(second.starts + 2 * DAY, second.ends + 2 * DAY)
    after = moved(course, TUESDAYS[1], later, NOON)
    assert announced(after)[TUESDAYS[2]] == later.ends
    assert Action.MOVED not in actions(after.meetings[TUESDAYS[1]])
    (there,) = [one for one in occurring(after, NOON, NOON + HORIZON) if one.moved]
    assert (there.date, there.slot) == (TUESDAYS[1], later)


def test_once_told_of_a_move_and_a_call_off_are_told_as_well() -> None:
    course, now = tended(a_series()), NOON + HOUR
    first = course.meetings[TUESDAYS[0]].time
    assert first is not None
    later = Slot(first.starts + HOUR, first.ends + HOUR)
    there = moved(course, TUESDAYS[0], later, now).meetings[TUESDAYS[0]]
    assert Action.MOVED in actions(there)
    with_card = replace(there, posts=replace(there.posts, card_message=7))
    gone = decisions.cancelled(Gathering(GROUP, with_card), now)
    assert Action.CANCELLED in actions(gone)


def test_who_says_nothing_counts_as_coming_until_too_many_cannot() -> None:
    now = NOON + HOUR
    gathering = Gathering(GROUP, tended(a_series()).meetings[TUESDAYS[0]])
    for member, short in ((ADA, False), (BEN, True), (CLEO, True)):
        after = decisions.attending(gathering, member, Attendance.NOT_COMING, now)
        gathering = gathering.having(after)
        assert bool(after.short_at) is short


def test_nobody_hears_that_a_meeting_is_short_of_which_nobody_has_heard() -> None:
    meeting = tended(a_series()).meetings[TUESDAYS[3]]
    before, alone = Gathering(GROUP, meeting), Gathering(a_group((ADA,)), meeting)
    assert decisions.with_shortfall(before, alone, NOON).short_at is None


def test_only_dates_of_the_series_that_are_ahead_have_a_meeting() -> None:
    course = tended(a_series())
    with pytest.raises(NoSuchMeeting):
        meeting_on(course, TUESDAYS[0] + DAY, NOON)
    with pytest.raises(TimePassed):
        meeting_on(course, TUESDAYS[0], NOON + 3 * DAY)
    assert meeting_on(course, TUESDAYS[6], NOON).id == MeetingId(0)


def test_an_end_calls_off_what_was_to_come_after_it() -> None:
    course = tended(a_series())
    changed = ended(GROUP, course, TUESDAYS[1], NOON + HOUR)
    assert changed.series.last == TUESDAYS[1]
    assert [one.regular.date for one in changed.meetings if one.regular] == TUESDAYS[2:5]
    assert all(one.phase is Phase.CANCELLED for one in changed.meetings)
    with pytest.raises(NothingChanged):
        ended(GROUP, Course(changed.series), TUESDAYS[1], NOON + HOUR)


def test_a_call_off_taken_back_after_the_end_still_occurs() -> None:
    course = tended(a_series())
    changed = ended(GROUP, course, TUESDAYS[1], NOON)
    after = kept(replace(course, series=changed.series), changed.meetings)
    back = decisions.restored(Gathering(GROUP, after.meetings[TUESDAYS[2]]), NOON)
    again = kept(after, [back])
    there = [one.date for one in occurring(again, NOON, NOON + HORIZON) if not one.off]
    assert there == TUESDAYS[:3]


def a_follower(rule: EveryWeeks | MonthlyByWeekday, anchor: date, starts: time) -> Series:
    """What takes the place of the Tuesdays from the first of them on."""
    new = a_series(rule, anchor, starts, length=60)
    return replace(new, id=SeriesId(2), uid="2", follows=SeriesId(1), follows_from=TUESDAYS[0])


def test_another_hour_from_here_on_moves_the_one_that_is_known_and_keeps_the_skips() -> None:
    now = NOON + HOUR
    course = off(tended(a_series()), TUESDAYS[2], NOON)
    new = a_follower(EveryWeeks(1), TUESDAYS[0], time(19))
    before, after = replaced(GROUP, course, new, now)
    assert before.series.last == TUESDAYS[0] - DAY
    assert all(one.phase is Phase.CANCELLED for one in before.meetings)
    known, skipped = after.meetings
    assert known.regular is not None
    assert skipped.regular is not None
    assert known.time is not None
    assert (known.regular.series, known.regular.date) == (SeriesId(2), TUESDAYS[0])
    assert known.time.starts == datetime.combine(TUESDAYS[0], time(18), known.time.starts.tzinfo)
    assert Action.MOVED in actions(known)
    assert (skipped.regular.date, skipped.phase) == (TUESDAYS[2], Phase.CANCELLED)
    course_after = kept(Course(new), after.meetings)
    dates = [one.date for one in next_ones(course_after, now, 3)]
    assert dates == [TUESDAYS[0], TUESDAYS[1], TUESDAYS[3]]


def test_another_weekday_from_here_on_moves_the_one_that_is_known_to_its_first_date() -> None:
    now, thursday = NOON + HOUR, TUESDAYS[0] + 2 * DAY
    new = a_follower(EveryWeeks(2), thursday, time(18))
    _, after = replaced(GROUP, tended(a_series()), new, now)
    (known,) = after.meetings
    assert known.regular is not None
    assert known.regular.date == thursday
    assert known.topic == new.title
