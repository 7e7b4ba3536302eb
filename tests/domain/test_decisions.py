"""How a poll is answered, settles, and is settled by its convener; each refusal with its reason."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import decisions
from bot.domain.errors import (
    NoSlots,
    NoSlotWithQuorum,
    NotAMember,
    NothingChanged,
    PollClosed,
    TimePassed,
    TooManySlots,
)
from bot.domain.meeting import Attendance, Choice, Gathering, Phase, Soon
from tests.domain.examples import (
    ADA,
    BEN,
    CLEO,
    FINN,
    NOON,
    a_group,
    a_poll,
    after,
    polls,
    slot,
)

YES, MAYBE, NO = Choice.YES, Choice.IF_NEED_BE, Choice.NO
EARLY, LATE = slot(24), slot(30)
SLOTS = [EARLY, LATE]
CLOSED = [Phase.SCHEDULED, Phase.HELD, Phase.CANCELLED]
SECOND = timedelta(seconds=1)


def all_but_cleo(choice: Choice = NO) -> Gathering:
    """A poll that waits for Cleo alone."""
    said = {ADA: dict.fromkeys(SLOTS, choice), BEN: dict.fromkeys(SLOTS, choice)}
    return a_poll(said, slots=SLOTS)


# Answering


def test_an_answer_is_kept_with_its_note_and_time() -> None:
    meeting = decisions.answered(a_poll(slots=SLOTS), BEN, {LATE: YES}, "late train", after(1))
    kept = meeting.answers[BEN]
    assert (kept.note, kept.at) == ("late train", after(1))
    assert kept.choices == {EARLY: NO, LATE: YES}


def test_what_is_not_ticked_in_an_answer_is_a_no() -> None:
    meeting = decisions.answered(a_poll(slots=SLOTS), BEN, {}, "", NOON)
    assert set(meeting.answers[BEN].choices.values()) == {NO}


def test_a_choice_for_a_slot_of_no_poll_is_left_out() -> None:
    meeting = decisions.answered(a_poll(slots=SLOTS), BEN, {slot(77): YES}, "", NOON)
    assert meeting.answers[BEN].choices.keys() == set(SLOTS)


def test_an_answer_can_be_changed_until_the_deadline_and_not_at_it() -> None:
    gathering = a_poll({ADA: {EARLY: YES}}, slots=SLOTS)
    changed = decisions.answered(gathering, ADA, {LATE: YES}, "", after(12) - SECOND)
    assert changed.answers[ADA].choices == {EARLY: NO, LATE: YES}
    with pytest.raises(PollClosed):
        decisions.answered(gathering, ADA, {LATE: YES}, "", after(12))


@pytest.mark.parametrize("phase", CLOSED)
def test_a_poll_that_is_over_takes_no_answer(phase: Phase) -> None:
    with pytest.raises(PollClosed):
        decisions.answered(a_poll(phase=phase), ADA, {}, "", NOON)


def test_only_members_answer() -> None:
    with pytest.raises(NotAMember) as refused:
        decisions.answered(a_poll(), FINN, {}, "", NOON)
    assert refused.value.group_name == "Monday circle"


def test_the_last_missing_answer_settles_the_poll() -> None:
    meeting = decisions.answered(all_but_cleo(YES), CLEO, {LATE: MAYBE}, "", after(2))
    assert (meeting.phase, meeting.time, meeting.changed_at) == (Phase.SCHEDULED, LATE, after(2))


def test_an_answer_before_the_last_settles_nothing() -> None:
    meeting = decisions.answered(a_poll(slots=SLOTS), ADA, dict.fromkeys(SLOTS, YES), "", NOON)
    assert meeting.phase is Phase.POLLING


def test_everybody_saying_no_asks_the_convener_at_once() -> None:
    meeting = decisions.answered(all_but_cleo(), CLEO, {}, "", after(2))
    assert (meeting.phase, meeting.time, meeting.changed_at) == (Phase.UNDECIDED, None, after(2))


def test_a_late_answer_to_an_undecided_poll_settles_it_once_it_makes_the_quorum() -> None:
    said = {ADA: {LATE: YES}, BEN: {LATE: NO}}
    undecided = a_poll(said, slots=SLOTS, phase=Phase.UNDECIDED)
    still = decisions.answered(undecided, BEN, {EARLY: YES}, "", after(13))
    assert (still.phase, still.changed_at) == (Phase.UNDECIDED, NOON)
    settled = decisions.answered(undecided.having(still), CLEO, {LATE: MAYBE}, "", after(14))
    assert (settled.phase, settled.time) == (Phase.SCHEDULED, LATE)


def test_a_group_without_members_settles_nothing() -> None:
    gathering = a_poll(group=a_group(()))
    assert decisions.settled_if_complete(gathering, NOON) == gathering.meeting


def test_answers_become_attendance() -> None:
    said = {ADA: {EARLY: YES}, BEN: {EARLY: MAYBE}, CLEO: {EARLY: NO}, FINN: {EARLY: YES}}
    meeting = decisions.scheduled(a_poll(said, slots=SLOTS), EARLY, NOON)
    assert meeting.attendance == {
        ADA: Attendance.COMING,
        BEN: Attendance.TENTATIVE,
        CLEO: Attendance.NOT_COMING,
    }


def test_who_said_nothing_has_no_attendance() -> None:
    meeting = decisions.scheduled(a_poll({ADA: {LATE: YES}}, slots=SLOTS), EARLY, NOON)
    assert meeting.attendance == {}


# The deadline


def test_the_deadline_settles_on_the_winner() -> None:
    gathering = a_poll({ADA: {LATE: YES}, BEN: {LATE: YES}}, slots=SLOTS)
    meeting = decisions.at_deadline(gathering, after(12))
    assert (meeting.phase, meeting.time) == (Phase.SCHEDULED, LATE)


def test_the_deadline_below_quorum_leaves_it_to_the_convener() -> None:
    meeting = decisions.at_deadline(a_poll({ADA: {LATE: YES}}, slots=SLOTS), after(12))
    assert (meeting.phase, meeting.time) == (Phase.UNDECIDED, None)


def test_before_the_deadline_nothing_happens() -> None:
    gathering = a_poll({m: {LATE: YES} for m in (ADA, BEN)}, slots=SLOTS)
    assert decisions.at_deadline(gathering, after(12) - SECOND) == gathering.meeting


@pytest.mark.parametrize("phase", [*CLOSED, Phase.UNDECIDED])
def test_the_deadline_means_nothing_to_a_poll_that_is_not_open(phase: Phase) -> None:
    gathering = a_poll(phase=phase)
    assert decisions.at_deadline(gathering, after(99)) == gathering.meeting


@given(polls())
def test_the_deadline_never_schedules_below_quorum(gathering: Gathering) -> None:
    meeting = decisions.at_deadline(gathering, after(12))
    if meeting.time is not None:
        coming = [s for s in meeting.attendance.values() if s is not Attendance.NOT_COMING]
        assert len(coming) >= gathering.group.settings.quorum
        assert meeting.time.starts > after(12)
    assert meeting.phase is (Phase.SCHEDULED if meeting.time else Phase.UNDECIDED)


@given(
    st.sampled_from(Soon),
    st.lists(st.integers(60, 14 * 24 * 3600), min_size=1, max_size=5, unique=True),
)
def test_a_deadline_lies_ahead_and_before_the_first_slot(soon: Soon, seconds: list[int]) -> None:
    slots = [slot(one / 3600) for one in seconds]
    deadline = decisions.deadline_for(soon, slots, NOON)
    first = min(one.starts for one in slots)
    assert NOON < deadline < first
    assert deadline.microsecond == 0
    half = NOON + (first - NOON) / 2
    assert deadline >= min(NOON + timedelta(hours=2), half) - SECOND


@pytest.mark.parametrize(
    ("soon", "first_hour", "expected_hour"),
    [
        (Soon.TODAY, 6, 2),
        (Soon.TWO_DAYS, 24, 12),
        (Soon.WEEK, 100, 48),
        (Soon.TWO_WEEKS, 200, 96),
        (Soon.TWO_WEEKS, 10, 9.5),
        (Soon.TODAY, 0.5, 0.25),
    ],
)
def test_the_deadline_is_the_usual_patience_but_leaves_notice(
    soon: Soon, first_hour: float, expected_hour: float
) -> None:
    deadline = decisions.deadline_for(soon, [slot(first_hour + 9), slot(first_hour)], NOON)
    assert deadline == after(expected_hour)


# Candidate times


def test_slots_are_put_in_order_once_a_start() -> None:
    longer = slot(24, 120)
    assert decisions.checked_slots([LATE, longer, EARLY, LATE], NOON) == (longer, LATE)


def test_a_call_without_times_is_refused() -> None:
    with pytest.raises(NoSlots):
        decisions.checked_slots([], NOON)


def test_twenty_five_times_fit_and_twenty_six_do_not() -> None:
    slots = [slot(hour) for hour in range(1, 27)]
    assert len(decisions.checked_slots(slots[:25], NOON)) == 25
    with pytest.raises(TooManySlots) as refused:
        decisions.checked_slots(slots, NOON)
    assert refused.value.most == 25


def test_a_time_that_has_come_is_refused_by_name() -> None:
    with pytest.raises(TimePassed) as refused:
        decisions.checked_slots([LATE, slot(0)], NOON)
    assert refused.value.starts == NOON


# What the convener may do with a poll


def test_settling_early_follows_the_rule() -> None:
    gathering = a_poll({m: {LATE: YES} for m in (ADA, BEN)}, slots=SLOTS)
    meeting = decisions.settled_early(gathering, after(1))
    assert (meeting.phase, meeting.time, meeting.changed_at) == (Phase.SCHEDULED, LATE, after(1))


def test_settling_early_below_quorum_is_refused() -> None:
    with pytest.raises(NoSlotWithQuorum):
        decisions.settled_early(a_poll({ADA: {LATE: YES}}, slots=SLOTS), NOON)


def test_the_convener_alone_may_choose_below_quorum() -> None:
    meeting = decisions.chosen(a_poll({ADA: {LATE: YES}}, slots=SLOTS), EARLY, NOON)
    assert (meeting.phase, meeting.time, meeting.attendance) == (Phase.SCHEDULED, EARLY, {})


def test_an_undecided_poll_can_be_chosen_from() -> None:
    gathering = a_poll(slots=SLOTS, phase=Phase.UNDECIDED)
    assert decisions.chosen(gathering, LATE, after(13)).time == LATE


@pytest.mark.parametrize("one", [slot(77), slot(24, 90)], ids=["unknown", "another length"])
def test_only_a_slot_of_the_poll_can_be_chosen(one: decisions.Slot) -> None:
    with pytest.raises(TimePassed):
        decisions.chosen(a_poll(slots=SLOTS), one, NOON)


def test_a_slot_that_has_begun_cannot_be_chosen() -> None:
    with pytest.raises(TimePassed):
        decisions.chosen(a_poll(slots=SLOTS), EARLY, EARLY.starts)


@pytest.mark.parametrize("phase", CLOSED)
def test_nothing_is_left_to_settle_once_the_poll_is_over(phase: Phase) -> None:
    gathering = a_poll(slots=SLOTS, phase=phase)
    with pytest.raises(PollClosed):
        decisions.settled_early(gathering, NOON)
    with pytest.raises(PollClosed):
        decisions.chosen(gathering, EARLY, NOON)
    with pytest.raises(PollClosed):
        decisions.extended(gathering, timedelta(hours=1), NOON)
    with pytest.raises(PollClosed):
        decisions.with_more_slots(gathering, [slot(40)], NOON)


def test_extending_counts_from_the_deadline() -> None:
    meeting = decisions.extended(a_poll(slots=SLOTS), timedelta(hours=6), after(3))
    assert (meeting.deadline, meeting.round, meeting.phase) == (after(18), 2, Phase.POLLING)


def test_extending_an_undecided_poll_counts_from_now_and_opens_it() -> None:
    gathering = a_poll(slots=SLOTS, phase=Phase.UNDECIDED)
    meeting = decisions.extended(gathering, timedelta(hours=2), after(20))
    assert (meeting.deadline, meeting.phase, meeting.changed_at) == (
        after(22),
        Phase.POLLING,
        after(20),
    )


def test_extending_leaves_notice_before_the_last_slot() -> None:
    meeting = decisions.extended(a_poll(slots=SLOTS), timedelta(days=9), after(3))
    assert meeting.deadline == after(29.5)


def test_a_deadline_that_cannot_be_later_is_refused() -> None:
    gathering = a_poll(slots=SLOTS, deadline=after(29.5))
    with pytest.raises(NothingChanged):
        decisions.extended(gathering, timedelta(hours=5), after(3))


def test_a_poll_of_which_every_slot_has_begun_cannot_be_extended() -> None:
    gathering = a_poll(slots=SLOTS, phase=Phase.UNDECIDED)
    with pytest.raises(TimePassed) as refused:
        decisions.extended(gathering, timedelta(hours=5), LATE.starts)
    assert refused.value.starts == LATE.starts


def test_more_slots_keep_the_answers_and_ask_again() -> None:
    said = {m: dict.fromkeys(SLOTS, NO) for m in (ADA, BEN, CLEO)}
    gathering = a_poll(said, slots=SLOTS, phase=Phase.UNDECIDED)
    meeting = decisions.with_more_slots(gathering, [slot(27), LATE], after(13))
    assert meeting.slots == (EARLY, slot(27), LATE)
    assert meeting.answers == gathering.meeting.answers
    assert (meeting.phase, meeting.round, meeting.deadline) == (Phase.POLLING, 2, after(25))


def test_more_slots_never_bring_the_deadline_forward() -> None:
    meeting = decisions.with_more_slots(a_poll(slots=SLOTS), [slot(5)], NOON)
    assert meeting.deadline == after(12)


def test_slots_that_are_there_already_change_nothing() -> None:
    with pytest.raises(NothingChanged):
        decisions.with_more_slots(a_poll(slots=SLOTS), [EARLY, slot(30, 120)], NOON)


def test_more_slots_than_a_poll_holds_are_refused() -> None:
    gathering = a_poll(slots=[slot(hour) for hour in range(1, 26)])
    with pytest.raises(TooManySlots):
        decisions.with_more_slots(gathering, [slot(40)], NOON)


def test_more_slots_must_lie_ahead() -> None:
    with pytest.raises(TimePassed):
        decisions.with_more_slots(a_poll(slots=SLOTS), [slot(2)], after(3))


def test_calling_off_a_poll_keeps_what_was_said() -> None:
    gathering = a_poll({ADA: {EARLY: YES}}, slots=SLOTS)
    meeting = decisions.cancelled(gathering, after(1))
    assert meeting == replace(gathering.meeting, phase=Phase.CANCELLED, changed_at=after(1))
