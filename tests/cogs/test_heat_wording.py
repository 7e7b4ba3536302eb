"""What a picture of hours shows, in words: the same content, within what Discord keeps."""

import string
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.heat.answers import heat_of_answers
from bot.domain.heat.grid import Cell, Heat, Row
from bot.domain.heat.week import heat_of_week
from bot.domain.meeting import Choice
from bot.domain.standing.pattern import Standing
from bot.domain.standing.typed import read_week
from bot.pictures.captions import Captions
from cogs.wording.heat import LONGEST_ALT, poll_alt, poll_captions, week_alt, week_captions
from tests.domain.examples import ADA, BEN, CLEO, a_poll, slot

MONDAY = date(2026, 1, 12)
NEW_YORK = "America/New_York"
YES, NEED = Choice.YES, Choice.IF_NEED_BE


def keeps(text: str) -> Standing:
    return Standing(NEW_YORK, read_week(text).week)


def test_a_polls_picture_in_words() -> None:
    slots = [slot(24), slot(26.5), slot(48), slot(50)]
    said = {ADA: dict.fromkeys(slots, YES), BEN: {slots[2]: YES, slots[3]: NEED}}
    heat = heat_of_answers(a_poll(said, slots=slots))
    assert heat is not None
    assert poll_alt(heat).splitlines() == [
        "How many of 3 can come, New York time.",
        "Tue 13 Jan: 7 am: 1, 9:30 am: 1",
        "Wed 14 Jan: 7 am: 2 (best), 9 am: 2 (1 if need be)",
    ]


def test_a_groups_week_in_words() -> None:
    group = {ADA: keeps("Mon 9-12"), BEN: keeps("Mon 10-12, Tue 9-10"), CLEO: keeps("Mon 10-11")}
    assert week_alt(heat_of_week(group, ADA, NEW_YORK, MONDAY)).splitlines() == [
        "How many of 3 are usually free, New York time.",
        (
            "Mon 12 Jan: 9 am-10 am: 1 (with you), 10 am-11 am: 3 (best, with you),"
            " 11 am-12 pm: 2 (with you)"
        ),
        "Tue 13 Jan: 9 am-10 am: 1",
        "Nobody is free at other times.",
    ]


def test_ones_own_week_in_words_needs_no_numbers() -> None:
    heat = heat_of_week({ADA: keeps("Mon 9-12, 22-24")}, ADA, NEW_YORK, MONDAY)
    assert week_alt(heat).splitlines() == [
        "When you are usually free, New York time.",
        "Mon 12 Jan: 9 am-12 pm, 10 pm-12 am",
        "Nobody is free at other times.",
    ]


cells = st.builds(Cell, st.integers(0, 12), st.integers(0, 3), st.booleans(), st.booleans())


@st.composite
def heats(draw: st.DrawFn) -> Heat:
    """Grids of all sizes and shapes, more than any group would fill."""
    days = tuple(MONDAY + timedelta(days=place) for place in range(draw(st.integers(1, 25))))
    length = draw(st.sampled_from((30, 60)))
    starts = draw(st.lists(st.integers(0, 1440 // length - 1), min_size=1, unique=True))
    rows = tuple(Row(length * start, length=length) for start in sorted(starts))
    row = st.tuples(*[st.none() | cells] * len(days))
    grid = draw(st.lists(row, min_size=len(rows), max_size=len(rows)))
    return Heat("America/Argentina/ComodRivadavia", 12, days, rows, tuple(grid))


@given(heats())
def test_whatever_the_grid_the_words_fit(heat: Heat) -> None:
    for text in (week_alt(heat), poll_alt(heat)):
        assert len(text) <= LONGEST_ALT


def test_where_all_is_too_long_the_smallest_numbers_are_left_out() -> None:
    days = tuple(MONDAY + timedelta(days=place) for place in range(7))
    rows = tuple(Row(60 * hour) for hour in range(24))
    grid = tuple(
        tuple(
            Cell(5, best=True) if hour == 9 else Cell(1 + (hour + place) % 2) for place in range(7)
        )
        for hour in range(24)
    )
    text = week_alt(Heat(NEW_YORK, 5, days, rows, grid))
    assert text.count("9 am-10 am: 5 (best)") == 7
    assert text.endswith("Fewer than 5 at other times.")


@given(heats())
def test_the_pictures_own_letters_are_enough(heat: Heat) -> None:
    for captions in (week_captions(heat), poll_captions(heat)):
        assert set(_letters(captions)) <= set(string.printable)


def _letters(captions: Captions) -> str:
    words = (
        captions.title,
        captions.zone,
        captions.scale,
        captions.best,
        captions.own,
        captions.doubtful,
    )
    return "".join([*words, *captions.rows, *("".join(day) for day in captions.days)])
