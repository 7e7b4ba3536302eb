"""A week of usual hours is read however it is typed, or the piece that is not is given back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.standing.pattern import A_DAY, Hours, Week, tidied
from bot.domain.standing.typed import read_week, written
from tests.domain.standing.drawn import hours, weeks

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def spans(text: str) -> dict[int, list[tuple[float, float]]]:
    """What was read, by weekday, in hours."""
    read = read_week(text)
    assert read.unread == ()
    return {
        day: [(one.starts / 60, one.ends / 60) for one in each]
        for day, each in enumerate(read.week)
        if each
    }


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mon 9-12, 18-21", {MON: [(9, 12), (18, 21)]}),
        ("monday: 9am to noon and 6pm-9pm", {MON: [(9, 12), (18, 21)]}),
        ("Mon 7-10pm", {MON: [(19, 22)]}),
        ("Tue 10-2pm", {TUE: [(10, 14)]}),
        ("Tue 9-5", {TUE: [(9, 17)]}),
        ("Tue 9am-5", {TUE: [(9, 17)]}),
        ("Tue 9.30–11", {TUE: [(9.5, 11)]}),
        ("Tue 0900-1200", {TUE: [(9, 12)]}),
        ("Wed 2pm - 4:15pm", {WED: [(14, 16.25)]}),
        ("Thu 18-24", {THU: [(18, 24)]}),
        ("Thu 6pm-midnight", {THU: [(18, 24)]}),
        ("Fri 10pm-1am", {FRI: [(22, 25)]}),
        ("Fri 22-2", {FRI: [(22, 26)]}),
        ("Sat, Sun 10-12", {SAT: [(10, 12)], SUN: [(10, 12)]}),
        ("weekends all day", {SAT: [(0, 24)], SUN: [(0, 24)]}),
        ("Fri-Mon 9-10", {day: [(9, 10)] for day in (FRI, SAT, SUN, MON)}),
        ("weekdays 12-1", {day: [(12, 13)] for day in range(5)}),
        ("Mon 9-12; Tue none\nWed -", {MON: [(9, 12)]}),
        ("Mon 9-12, Tue 10-11", {MON: [(9, 12)], TUE: [(10, 11)]}),
        ("Mon 9-11, 10-12", {MON: [(9, 12)]}),
        ("Sun 06:00-07:30", {SUN: [(6, 7.5)]}),
        ("", {}),
    ],
)
def test_it_is_read_as_people_type_it(
    typed: str, meant: dict[int, list[tuple[float, float]]]
) -> None:
    assert spans(typed) == meant


@pytest.mark.parametrize(
    ("typed", "unread"),
    [
        ("whenever", ("whenever",)),
        ("Mon", ("Mon",)),
        ("9-12", ("9-12",)),
        ("Mon 9-12, perhaps", ("perhaps",)),
        ("Mon 2-5", ("Mon 2-5",)),  # in the night or in the afternoon?
        ("Mon 25-26", ("Mon 25-26",)),
        ("Mon 13pm-14pm", ("Mon 13pm-14pm",)),
        ("Mon 9-9", ()),
        ("Mon 9am-9am", ("Mon 9am-9am",)),
        ("Moonday 9-12\nTue 9-12", ("Moonday 9-12",)),
    ],
)
def test_what_cannot_be_read_is_given_back(typed: str, unread: tuple[str, ...]) -> None:
    assert read_week(typed).unread == unread


@settings(max_examples=200, deadline=None)
@given(weeks)
def test_what_is_written_is_read_as_the_same(week: Week) -> None:
    shown = tuple(tuple(one for one in day if _sayable(one)) for day in week)
    read = read_week("\n".join(written(shown)))
    assert read.unread == ()
    assert read.week == tuple(tidied(day) for day in shown)


def _sayable(one: Hours) -> bool:
    """A whole day from another hour than midnight cannot be typed, so no week holds it."""
    return one.ends - one.starts < A_DAY or not one.starts


@settings(max_examples=200, deadline=None)
@given(st.text("Mon tue,-;:0123456789apm \nnoidgt", max_size=120))
def test_no_text_breaks_the_reading(text: str) -> None:
    read = read_week(text)
    assert len(read.week) == 7


@given(st.lists(hours, max_size=4))
def test_tidying_loses_no_minute(day: list[Hours]) -> None:
    def minutes(of: tuple[Hours, ...] | list[Hours]) -> set[int]:
        return {minute for one in of for minute in range(one.starts, one.ends)}

    assert minutes(tidied(day)) == minutes(day)
