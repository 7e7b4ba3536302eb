"""A poll's answers as a grid: a cell a slot, on the group's clock, counts and never names."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given

from bot.domain.availability import ranked
from bot.domain.heat.answers import ENOUGH, heat_of_answers
from bot.domain.heat.grid import Cell, Row
from bot.domain.meeting import Choice, Gathering, Phase
from bot.domain.when.slot import Slot
from tests.domain.examples import ADA, BEN, CLEO, a_poll, polls, slot

YES, NEED, NO = Choice.YES, Choice.IF_NEED_BE, Choice.NO
FOUR = [slot(24), slot(26), slot(48), slot(50)]  # 7 and 9 am in New York, on two days


def test_slots_stand_by_day_and_time_on_the_groups_clock() -> None:
    said = {
        ADA: dict.fromkeys(FOUR, YES),
        BEN: {FOUR[0]: YES, FOUR[1]: NEED, FOUR[2]: NO},
        CLEO: {FOUR[0]: NEED},
    }
    heat = heat_of_answers(a_poll(said, slots=FOUR))
    assert heat is not None
    assert (heat.zone, heat.of) == ("America/New_York", 3)
    assert heat.days == (date(2026, 1, 13), date(2026, 1, 14))
    assert heat.rows == (Row(7 * 60), Row(9 * 60))
    assert heat.cells == (
        (Cell(3, doubtful=1, best=True), Cell(1)),
        (Cell(2, doubtful=1), Cell(1)),
    )


def test_one_who_looks_alone_sees_their_zone_and_what_they_said() -> None:
    said = {ADA: dict.fromkeys(FOUR, YES), BEN: {FOUR[0]: NEED, FOUR[1]: NO}}
    heat = heat_of_answers(a_poll(said, slots=FOUR), "Asia/Kolkata", BEN)
    assert heat is not None
    assert [row.starts for row in heat.rows] == [17 * 60 + 30, 19 * 60 + 30]
    assert heat.cells[0][0] == Cell(2, doubtful=1, own=True, best=True)
    assert heat.cells[1][0] == Cell(1)


def test_few_times_and_a_poll_that_is_over_have_no_picture() -> None:
    assert heat_of_answers(a_poll(slots=FOUR[: ENOUGH - 1])) is None
    assert heat_of_answers(a_poll(slots=FOUR)) is not None
    assert heat_of_answers(a_poll(slots=FOUR, phase=Phase.UNDECIDED)) is not None
    assert heat_of_answers(a_poll(slots=FOUR, phase=Phase.CANCELLED)) is None


def test_where_all_is_the_same_nothing_is_best() -> None:
    for said in ({}, {ADA: dict.fromkeys(FOUR, YES)}):
        heat = heat_of_answers(a_poll(said, slots=FOUR))
        assert heat is not None
        assert not heat.best


def test_the_hour_that_comes_twice_stands_in_two_rows() -> None:
    first = datetime(2026, 11, 1, 5, tzinfo=UTC)
    hour = timedelta(hours=1)
    slots = [Slot(first + place * hour, first + (place + 1) * hour) for place in range(4)]
    heat = heat_of_answers(a_poll(slots=slots))
    assert heat is not None
    rows = [(row.starts // 60, row.again) for row in heat.rows]
    assert rows == [(1, False), (1, True), (2, False), (3, False)]


@given(polls())
def test_each_slot_has_its_cell_and_the_best_are_those_that_rank_first(poll: Gathering) -> None:
    heat = heat_of_answers(poll)
    if heat is None:
        assert len(poll.meeting.slots) < ENOUGH
        return
    cells = [cell for place in range(len(heat.days)) for _, cell in heat.column(place)]
    told = [(one.can, len(one.if_need_be)) for one in sorted(ranked(poll), key=lambda o: o.slot)]
    assert [(cell.count, cell.doubtful) for cell in cells] == told
    best = [cell for cell in cells if cell.best]
    assert all(cell.count == max(heat.counts) for cell in best)
    assert bool(best) == (
        any(one.can for one in ranked(poll))
        and any(
            (one.can, len(one.yes)) != (other.can, len(other.yes))
            for one, other in pairwise(ranked(poll))
        )
    )
