"""What can happen to a meeting that has its time: moving, calling off, attending, ending."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import decisions
from bot.domain.availability import able, awaited
from bot.domain.errors import NotAMember, NothingChanged, NotScheduled, TimePassed
from bot.domain.meeting import Attendance, Choice, Gathering, Phase
from tests.domain.examples import (
    ADA,
    BEN,
    CLEO,
    DEV,
    FINN,
    NOON,
    a_group,
    a_poll,
    after,
    polls,
    slot,
)

COMING, TENTATIVE, NOT_COMING = Attendance.COMING, Attendance.TENTATIVE, Attendance.NOT_COMING
TIME, OTHER = slot(24), slot(30)
UNSCHEDULED = [Phase.POLLING, Phase.UNDECIDED, Phase.HELD, Phase.CANCELLED]


def a_scheduled(**attendance: Attendance) -> Gathering:
    """A meeting at TIME with Ada, Ben, Cleo and Dev, who attend as told by first name."""
    people = {"ada": ADA, "ben": BEN, "cleo": CLEO, "dev": DEV}
    return a_poll(
        {ADA: {TIME: Choice.YES, OTHER: Choice.YES}, BEN: {TIME: Choice.YES, OTHER: Choice.NO}},
        group=a_group((ADA, BEN, CLEO, DEV)),
        slots=[TIME, OTHER],
        phase=Phase.SCHEDULED,
        time=TIME,
        attendance={people[name]: state for name, state in attendance.items()},
    )


def test_a_move_keeps_what_the_poll_says_and_asks_the_others_again() -> None:
    gathering = a_scheduled(ada=COMING, ben=COMING, cleo=COMING, dev=NOT_COMING)
    meeting = decisions.moved(gathering, OTHER, after(1))
    assert meeting.attendance == {ADA: COMING, BEN: NOT_COMING}
    assert awaited(gathering.having(meeting)) == (CLEO, DEV)
    assert (meeting.time, meeting.revision, meeting.changed_at) == (OTHER, 1, after(1))


def test_a_move_to_a_time_nobody_was_asked_about_asks_everybody() -> None:
    gathering = a_scheduled(ada=COMING, ben=TENTATIVE, dev=NOT_COMING)
    meeting = decisions.moved(gathering, slot(99), NOON)
    assert meeting.attendance == {}
    assert awaited(gathering.having(meeting)) == (ADA, BEN, CLEO, DEV)


def test_another_length_than_the_poll_named_is_another_time() -> None:
    meeting = decisions.moved(a_scheduled(ada=COMING), slot(30, 90), NOON)
    assert meeting.attendance == {}


def test_nobody_is_awaited_before_a_move_or_after_their_word() -> None:
    gathering = a_scheduled(ada=COMING)
    assert awaited(gathering) == ()
    moved = gathering.having(decisions.moved(gathering, slot(99), NOON, by=ADA))
    said = moved.having(decisions.attending(moved, BEN, NOT_COMING, NOON))
    assert awaited(said) == (CLEO, DEV)


@given(polls(), st.data())
def test_a_move_asks_exactly_those_who_said_nothing_of_its_time(
    poll: Gathering, data: st.DataObject
) -> None:
    """Whatever was said about the old time, and however often the meeting moves."""
    members = sorted(poll.group.member_ids)
    said = data.draw(st.dictionaries(st.sampled_from(members), st.sampled_from(Attendance)))
    facts = {"phase": Phase.SCHEDULED, "time": slot(70), "attendance": said}
    gathering = poll.having(replace(poll.meeting, **facts))  # pyright: ignore[reportArgumentType] - real fields
    elsewhere = [*poll.meeting.slots, slot(80), slot(90)]
    for to in data.draw(st.lists(st.sampled_from(elsewhere), min_size=1, max_size=3)):
        if to == gathering.meeting.time:
            continue
        gathering = gathering.having(decisions.moved(gathering, to, NOON))
        told = {
            who: one.choices[to] for who, one in poll.meeting.answers.items() if to in one.choices
        }
        assert set(awaited(gathering)) == set(members) - told.keys()
        can = {who for who in members if told.get(who) in {Choice.YES, Choice.IF_NEED_BE}}
        assert set(able(gathering)) == can


def test_each_move_is_another_revision() -> None:
    gathering = a_scheduled()
    first = decisions.moved(gathering, OTHER, NOON)
    second = decisions.moved(gathering.having(first), TIME, NOON)
    assert (first.revision, second.revision) == (1, 2)


def test_the_same_time_is_no_move() -> None:
    with pytest.raises(NothingChanged):
        decisions.moved(a_scheduled(), TIME, NOON)


def test_another_length_is_a_move() -> None:
    assert decisions.moved(a_scheduled(), slot(24, 90), NOON).time == slot(24, 90)


def test_a_move_into_the_past_is_refused() -> None:
    with pytest.raises(TimePassed):
        decisions.moved(a_scheduled(), slot(20), after(20))


@pytest.mark.parametrize("phase", UNSCHEDULED)
def test_only_a_scheduled_meeting_moves(phase: Phase) -> None:
    gathering = a_scheduled()
    other = gathering.having(replace(gathering.meeting, phase=phase))
    with pytest.raises(NotScheduled):
        decisions.moved(other, OTHER, NOON)
    with pytest.raises(NotScheduled):
        decisions.attending(other, ADA, COMING, NOON)


@pytest.mark.parametrize("phase", [Phase.POLLING, Phase.UNDECIDED, Phase.SCHEDULED])
def test_whatever_is_not_over_can_be_called_off(phase: Phase) -> None:
    gathering = a_scheduled()
    before = gathering.having(replace(gathering.meeting, phase=phase))
    meeting = decisions.cancelled(before, after(1))
    assert (meeting.phase, meeting.changed_at, meeting.time) == (Phase.CANCELLED, after(1), TIME)


@pytest.mark.parametrize("phase", [Phase.HELD, Phase.CANCELLED])
def test_what_is_over_cannot_be_called_off(phase: Phase) -> None:
    gathering = a_scheduled()
    with pytest.raises(NotScheduled):
        decisions.cancelled(gathering.having(replace(gathering.meeting, phase=phase)), NOON)


def test_a_meeting_that_has_run_can_be_called_off_or_moved_no_more() -> None:
    """Also in the moment before it is noted as held."""
    running = TIME.ends - timedelta(seconds=1)
    assert decisions.cancelled(a_scheduled(), running).phase is Phase.CANCELLED
    assert decisions.moved(a_scheduled(), slot(99), running).time == slot(99)
    with pytest.raises(NotScheduled):
        decisions.cancelled(a_scheduled(), TIME.ends)
    with pytest.raises(NotScheduled):
        decisions.moved(a_scheduled(), slot(99), TIME.ends)


def test_who_moves_it_comes() -> None:
    gathering = a_scheduled(ada=COMING, ben=COMING, cleo=NOT_COMING)
    meeting = decisions.moved(gathering, slot(99), NOON, by=CLEO)
    assert meeting.attendance == {CLEO: COMING}
    outsider = decisions.moved(gathering, slot(99), NOON, by=FINN)
    assert outsider.attendance == {}


def test_a_member_says_whether_they_come_until_the_meeting_ends() -> None:
    gathering = a_scheduled(ada=COMING)
    at_last = TIME.ends - timedelta(seconds=1)
    meeting = decisions.attending(gathering, CLEO, NOT_COMING, at_last)
    assert meeting.attendance == {ADA: COMING, CLEO: NOT_COMING}
    with pytest.raises(NotScheduled):
        decisions.attending(gathering, CLEO, COMING, TIME.ends)


def test_only_members_attend() -> None:
    with pytest.raises(NotAMember):
        decisions.attending(a_scheduled(), FINN, COMING, NOON)


def test_the_meeting_is_held_when_its_time_is_over_and_not_before() -> None:
    gathering = a_scheduled()
    assert decisions.at_end(gathering, TIME.ends).phase is Phase.HELD
    early = decisions.at_end(gathering, TIME.ends - timedelta(seconds=1))
    assert early == gathering.meeting


def test_the_end_of_a_time_means_nothing_to_a_meeting_that_was_called_off() -> None:
    gathering = a_scheduled()
    gathering = gathering.having(decisions.cancelled(gathering, NOON))
    assert decisions.at_end(gathering, TIME.ends) == gathering.meeting
