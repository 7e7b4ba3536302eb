"""Time boxes: whole minutes that add up to the meeting, and what two buttons do to them."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.boxes import agenda_boxes, begun, longer, shared, sooner
from bot.domain.agenda.facts import Agenda, Box, Laid, Part, Topic, TurnState
from bot.domain.agenda.refusals import BoxOver, CannotCome, HasBegun, NoTimeLeft, NotYet
from bot.domain.errors import NotAMember, NotScheduled
from bot.domain.group import LONGEST_ROUND, MOST_PRESENTERS
from bot.domain.meeting import Attendance, Gathering
from tests.domain.agenda.formal import STARTS, a_formal_group, a_settled, a_turn, holding
from tests.domain.examples import ADA, BEN, CLEO, DEV, EVERYBODY, NOON, a_group, after

MINUTE = timedelta(minutes=1)
START = after(STARTS)
ROUNDS = st.integers(0, LONGEST_ROUND)


def minutes(boxes: tuple[Box, ...]) -> list[tuple[str, int]]:
    return [(str(box.part), (box.ends - box.starts) // MINUTE) for box in boxes]


def a_pair(opening: int = 10, closing: int = 5) -> Gathering:
    """Ada and Ben present; the meeting takes an hour."""
    group = a_formal_group(presenters=2, opening=opening, closing=closing)
    turns = {
        ADA: a_turn(TurnState.ACCEPTED, 1, title="Endings"),
        BEN: a_turn(TurnState.OFFERED, 2),
    }
    return holding(turns, group)


def test_the_time_between_the_rounds_is_shared_by_the_presenters() -> None:
    boxes = agenda_boxes(a_pair())
    assert minutes(boxes) == [("opening", 10), ("presenter", 23), ("presenter", 22), ("closing", 5)]
    assert [box.member_id for box in boxes] == [None, ADA, BEN, None]
    assert boxes[1].text == "Endings"


def test_a_round_of_no_minutes_is_none() -> None:
    assert minutes(agenda_boxes(a_pair(0, 0))) == [("presenter", 30), ("presenter", 30)]


def test_topics_share_the_whole_meeting_and_without_any_there_is_time_to_talk() -> None:
    meeting = a_settled(a_group())
    assert minutes(agenda_boxes(meeting)) == [("talk", 60)]
    topics = (Topic(1, ADA, "Fees"), Topic(2, BEN, "Fees"))
    brought = meeting.having(replace(meeting.meeting, agenda=Agenda(topics=topics)))
    assert minutes(agenda_boxes(brought)) == [("topic", 30), ("topic", 30)]


@given(
    length=st.integers(1, 480),
    presenters=st.integers(1, 8),
    opening=ROUNDS,
    closing=ROUNDS,
    seconds=st.integers(0, 59),
)
def test_boxes_fill_the_time_from_end_to_end(
    length: int, presenters: int, opening: int, closing: int, seconds: int
) -> None:
    ends = START + length * MINUTE + timedelta(seconds=seconds)
    settings = a_formal_group(opening=opening, closing=closing).settings
    turns = [Box(Part.PRESENTER, NOON, NOON, who) for who in (EVERYBODY * 2)[:presenters]]
    parts = [Box(Part.OPENING, NOON, NOON), *turns, Box(Part.CLOSING, NOON, NOON)]
    if length < presenters:
        with pytest.raises(NoTimeLeft):
            shared(parts, START, ends, settings)
        return
    boxes = shared(parts, START, ends, settings)
    assert boxes[0].starts == START
    assert boxes[-1].ends == ends
    assert all(one.ends == other.starts for one, other in pairwise(boxes))
    lengths = [(box.ends - box.starts) // MINUTE for box in boxes]
    assert sum(lengths) == length
    own = [n for box, n in zip(boxes, lengths, strict=True) if box.part is Part.PRESENTER]
    assert len(own) == presenters
    assert min(own) >= 1
    assert max(own) - min(own) <= 1
    assert len(boxes) == presenters or min(own) >= 5


@given(presenters=st.integers(1, MOST_PRESENTERS), opening=ROUNDS, closing=ROUNDS)
def test_the_shortest_meeting_has_room_for_all_that_settings_allow(
    presenters: int, opening: int, closing: int
) -> None:
    group = a_formal_group(EVERYBODY, presenters, opening=opening, closing=closing)
    rounds = [box.part for box in agenda_boxes(a_settled(group))]
    assert rounds.count(Part.PRESENTER) == presenters
    assert (Part.OPENING in rounds, Part.CLOSING in rounds) == (opening > 0, closing > 0)


# Begun


def a_begun() -> Gathering:
    """Begun three minutes and some seconds late."""
    meeting = a_pair()
    return meeting.having(begun(meeting, CLEO, START + timedelta(minutes=3, seconds=40)))


def laid_of(meeting: Gathering) -> Laid:
    laid = meeting.meeting.agenda.laid
    assert laid is not None
    return laid


def test_a_late_beginning_shares_what_is_left() -> None:
    boxes = laid_of(a_begun()).boxes
    assert boxes[0].starts == START + 3 * MINUTE
    assert minutes(boxes) == [("opening", 10), ("presenter", 21), ("presenter", 21), ("closing", 5)]


def test_with_little_time_left_the_rounds_fall_away() -> None:
    meeting = a_pair()
    late = meeting.having(begun(meeting, ADA, START + 41 * MINUTE))
    assert minutes(laid_of(late).boxes) == [("presenter", 10), ("presenter", 9)]
    with pytest.raises(NoTimeLeft):
        begun(meeting, ADA, START + 59 * MINUTE)


def test_who_begins_is_a_member_who_comes_and_the_time_is_near() -> None:
    meeting = a_pair()
    away = meeting.having(replace(meeting.meeting, attendance={CLEO: Attendance.NOT_COMING}))
    for before, who, at, refusal in (
        (meeting, DEV, START, NotAMember),
        (away, CLEO, START, CannotCome),
        (meeting, ADA, START - 31 * MINUTE, NotYet),
        (meeting, ADA, START + 60 * MINUTE, NotScheduled),
        (a_begun(), ADA, START + 5 * MINUTE, HasBegun),
    ):
        with pytest.raises(refusal):
            begun(before, who, at)


def test_five_more_minutes_are_taken_from_those_who_follow() -> None:
    meeting = a_begun()
    now = START + 20 * MINUTE
    after_it = longer(meeting, ADA, 1, 1, now)
    boxes = laid_of(meeting.having(after_it)).boxes
    assert minutes(boxes) == [("opening", 10), ("presenter", 26), ("presenter", 16), ("closing", 5)]
    with pytest.raises(BoxOver):
        longer(meeting.having(after_it), BEN, 1, 1, now)


def test_next_ends_the_box_at_once_and_two_presses_are_one() -> None:
    meeting = a_begun()
    now = START + 20 * MINUTE
    gone = meeting.having(sooner(meeting, ADA, 1, 1, now))
    boxes = laid_of(gone).boxes
    assert minutes(boxes) == [("opening", 10), ("presenter", 7), ("presenter", 35), ("closing", 5)]
    assert boxes[2].starts == now
    with pytest.raises(BoxOver):
        sooner(gone, BEN, 1, 1, now)


def test_a_box_that_is_not_running_cannot_be_changed_and_the_last_only_ends() -> None:
    meeting = a_begun()
    for place, at in ((1, START + 12 * MINUTE), (0, START + 13 * MINUTE)):
        with pytest.raises(BoxOver):
            sooner(meeting, ADA, 1, place, at)
    for step in (sooner, longer):
        with pytest.raises(NoTimeLeft):
            step(meeting, ADA, 1, 3, START + 58 * MINUTE)


def test_a_meeting_that_was_moved_has_to_begin_anew() -> None:
    meeting = a_begun()
    moved = meeting.having(replace(meeting.meeting, revision=1))
    with pytest.raises(BoxOver):
        longer(moved, ADA, 1, 0, START + 5 * MINUTE)
    assert laid_of(moved.having(begun(moved, ADA, START))).number == 2


@given(st.lists(st.tuples(st.integers(0, 15), st.booleans()), max_size=12))
def test_whatever_is_pressed_the_boxes_end_with_the_meeting(
    pressed: list[tuple[int, bool]],
) -> None:
    meeting, now = a_begun(), START + 4 * MINUTE
    for passes, more in pressed:
        now += passes * MINUTE
        laid = laid_of(meeting)
        running = [n for n, one in enumerate(laid.boxes) if one.starts <= now < one.ends]
        step = longer if more else sooner
        for place in running:
            try:
                meeting = meeting.having(step(meeting, ADA, laid.number, place, now))
            except NoTimeLeft:
                continue
        boxes = laid_of(meeting).boxes
        assert boxes[-1].ends == START + 60 * MINUTE
        assert all(one.ends == other.starts for one, other in pairwise(boxes))
        assert all(one.ends > one.starts for one in boxes)
