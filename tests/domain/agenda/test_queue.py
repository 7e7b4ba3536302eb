"""Fairness: who has waited longest is next, nobody waits for ever, and a pass costs nothing."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.facts import TurnState
from bot.domain.agenda.queue import facilitator, next_up, queue
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance
from tests.domain.agenda.formal import Meetings, a_formal_group, a_settled, a_turn, holding
from tests.domain.examples import ADA, BEN, CLEO, DEV, EVERYBODY, NOON

COMING = dict.fromkeys(EVERYBODY, Attendance.COMING)
PEOPLE = st.lists(st.sampled_from(EVERYBODY), unique=True, max_size=3)
WEEKS = st.lists(st.tuples(PEOPLE, PEOPLE), min_size=1, max_size=12)
"""Weeks, each with who passes and who is away."""


def test_who_joined_first_is_first_and_a_turn_puts_them_last() -> None:
    meetings = Meetings(a_formal_group((ADA, BEN, CLEO)))
    assert [meetings.meet() for _ in range(4)] == [(ADA,), (BEN,), (CLEO,), (ADA,)]


def test_a_newcomer_comes_after_all_who_were_there() -> None:
    meetings = Meetings(a_formal_group((ADA, BEN)))
    meetings.meet()
    meetings.join(DEV)
    assert queue(meetings.group) == (BEN, ADA, DEV)


def test_who_was_asked_for_this_meeting_or_cannot_come_is_not_next() -> None:
    meeting = holding({ADA: a_turn(TurnState.PASSED)})
    away = replace(meeting.meeting, attendance={BEN: Attendance.NOT_COMING})
    assert next_up(meeting) == (BEN, CLEO)
    assert next_up(meeting.having(away)) == (CLEO,)


def test_a_turn_at_a_meeting_to_come_counts_as_one_that_was_taken() -> None:
    group = a_formal_group()
    soon = replace(group.members[0], presents_at=NOON + timedelta(days=3))
    assert queue(replace(group, members=(soon, *group.members[1:]))) == (BEN, CLEO, ADA)


@given(
    members=st.integers(1, 6),
    presenters=st.integers(1, 4),
    weeks=WEEKS,
    joining=st.lists(st.sampled_from(EVERYBODY), max_size=12),
)
def test_nobody_is_overtaken_by_who_has_waited_less(
    members: int,
    presenters: int,
    weeks: list[tuple[list[MemberId], list[MemberId]]],
    joining: list[MemberId],
) -> None:
    """Whoever presents while another waits had been waiting longer, or the other could not."""
    meetings = Meetings(a_formal_group(EVERYBODY[:members], presenters))
    for (passing, away), newcomer in zip(weeks, [*joining, *([ADA] * 12)], strict=False):
        before = [who for who in queue(meetings.group) if who not in (*passing, *away)]
        done = meetings.meet(passing, away)
        assert set(done) == set(before[:presenters])
        meetings.join(newcomer)


@given(members=st.integers(1, 6), presenters=st.integers(1, 4), weeks=WEEKS)
def test_who_always_comes_presents_within_as_many_turns_as_there_are_members(
    members: int, presenters: int, weeks: list[tuple[list[MemberId], list[MemberId]]]
) -> None:
    """Whatever the others do, and however many join in the meantime."""
    meetings = Meetings(a_formal_group(EVERYBODY[:members], presenters))
    patient = EVERYBODY[members - 1]
    others = [who for who in EVERYBODY if who != patient]
    waited, ahead = 0, members - 1
    for passing, away in weeks * 2:
        done = meetings.meet(
            [who for who in passing if who in others], [who for who in away if who in others]
        )
        if patient in done:
            waited, ahead = 0, len(meetings.group.members) - 1
        else:
            waited += len(done)
        assert waited <= ahead
        meetings.join(others[meetings.week % len(others)])


@given(st.lists(st.sampled_from([ADA, BEN, CLEO]), max_size=3, unique=True))
def test_a_pass_changes_nobodys_place_in_the_queue(passing: list[MemberId]) -> None:
    meetings = Meetings(a_formal_group((ADA, BEN, CLEO)))
    before = queue(meetings.group)
    done = meetings.meet(passing)
    assert queue(meetings.group) == (*(who for who in before if who not in done), *done)


def test_who_facilitates_comes_does_not_present_and_has_waited_longest() -> None:
    meeting = a_settled(attendance={BEN: Attendance.COMING, CLEO: Attendance.COMING})
    assert list(meeting.meeting.agenda.turns) == [ADA]
    assert facilitator(meeting) == BEN
    led = replace(meeting.group.members[1], facilitated_at=NOON)
    group = replace(
        meeting.group, members=(meeting.group.members[0], led, meeting.group.members[2])
    )
    assert facilitator(replace(meeting, group=group)) == CLEO


def test_who_was_named_keeps_it_as_long_as_they_come() -> None:
    meeting = a_settled(attendance=COMING)
    named = meeting.having(
        replace(meeting.meeting, agenda=replace(meeting.meeting.agenda, facilitator=CLEO))
    )
    assert facilitator(named) == CLEO
    away = replace(named.meeting, attendance={**COMING, CLEO: Attendance.NOT_COMING})
    assert facilitator(named.having(away)) == BEN


def test_an_informal_group_has_no_facilitator() -> None:
    meeting = a_settled(attendance=COMING)
    settings = replace(meeting.group.settings, structure="informal")
    assert facilitator(replace(meeting, group=replace(meeting.group, settings=settings))) is None
