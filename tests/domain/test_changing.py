"""Second thoughts: a slot withdrawn, a call-off taken back, a meeting that loses its quorum."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import decisions
from bot.domain.availability import has_quorum
from bot.domain.errors import LastSlot, NothingChanged, PollClosed, TimePassed, TooLateToUndo
from bot.domain.group import Group
from bot.domain.meeting import Attendance, Choice, Gathering, Meeting, Phase, Posts
from bot.domain.plan import Action, plan
from tests.domain.examples import ADA, BEN, CLEO, NOON, a_group, a_poll, after, slot

YES, MAYBE, NO = Choice.YES, Choice.IF_NEED_BE, Choice.NO
COMING, NOT_COMING = Attendance.COMING, Attendance.NOT_COMING
EARLY, LATE = slot(24), slot(30)
SLOTS = [EARLY, LATE]
SEEN = Posts(poll_channel=1, poll_message=2)  # pyright: ignore[reportArgumentType] - NewTypes of int
SECOND = timedelta(seconds=1)


def actions(gathering: Gathering, meeting: Meeting) -> list[Action]:
    """What is planned for the meeting as it has become."""
    return [one.action for one in plan(gathering.having(meeting))]


def keys(gathering: Gathering, meeting: Meeting) -> set[str]:
    """The keys of all that is planned."""
    return {one.key for one in plan(gathering.having(meeting))}


# Withdrawing a slot


def test_answers_to_a_withdrawn_slot_go_and_others_stay() -> None:
    poll = a_poll({ADA: {EARLY: YES, LATE: MAYBE}, BEN: {EARLY: NO}}, slots=SLOTS)
    fewer = decisions.without_slot(poll, EARLY, after(1))
    assert fewer.slots == (LATE,)
    assert fewer.answers[ADA].choices == {LATE: MAYBE}
    assert fewer.answers[BEN].choices == {}
    assert (fewer.phase, fewer.deadline, fewer.round) == (Phase.POLLING, after(12), 1)


def test_withdrawing_the_slot_that_somebody_left_unsaid_settles() -> None:
    said = {who: {LATE: YES} for who in (ADA, BEN, CLEO)}
    fewer = decisions.without_slot(a_poll(said, slots=SLOTS), EARLY, after(1))
    assert (fewer.phase, fewer.time) == (Phase.SCHEDULED, LATE)


def test_a_poll_keeps_a_slot_ahead() -> None:
    with pytest.raises(LastSlot):
        decisions.without_slot(a_poll(slots=[LATE]), LATE, NOON)
    with pytest.raises(LastSlot):
        decisions.without_slot(a_poll(slots=SLOTS), LATE, EARLY.starts)


def test_a_slot_that_is_none_of_the_poll_cannot_be_withdrawn() -> None:
    with pytest.raises(NothingChanged):
        decisions.without_slot(a_poll(slots=SLOTS), slot(77), NOON)


def test_a_poll_that_is_settled_has_no_slots_to_withdraw() -> None:
    with pytest.raises(PollClosed):
        decisions.without_slot(a_poll(slots=SLOTS, phase=Phase.SCHEDULED, time=LATE), EARLY, NOON)


def test_a_deadline_after_the_last_slot_comes_before_it_in_a_round_of_its_own() -> None:
    poll = a_poll(slots=SLOTS, deadline=after(28))
    fewer = decisions.without_slot(poll, LATE, after(1))
    assert fewer.deadline == EARLY.starts - decisions.NOTICE
    assert fewer.round == 2


# Taking a call-off back


def a_cancelled(**facts: object) -> Gathering:
    """A meeting at LATE that was called off an hour after NOON."""
    known = {"time": LATE, "phase": Phase.CANCELLED, "changed_at": after(1), "posts": SEEN}
    return a_poll(**(known | facts))  # pyright: ignore[reportArgumentType] - real fields


def test_a_meeting_goes_on_as_it_was() -> None:
    before = a_poll(time=LATE, phase=Phase.SCHEDULED, attendance={ADA: COMING}, posts=SEEN)
    off = before.having(decisions.cancelled(before, after(1)))
    again = decisions.restored(off, after(2))
    assert (again.phase, again.time, again.attendance) == (Phase.SCHEDULED, LATE, {ADA: COMING})
    told = actions(before, again)
    assert Action.RESTORED in told
    assert {Action.CANCELLED, Action.MOVED} & set(told) == set()


def test_a_call_off_can_be_taken_back_for_twelve_hours() -> None:
    off = a_cancelled()
    assert decisions.restored(off, after(13) - SECOND).phase is Phase.SCHEDULED
    with pytest.raises(TooLateToUndo):
        decisions.restored(off, after(13))


def test_a_meeting_whose_time_has_come_stays_called_off() -> None:
    with pytest.raises(TimePassed):
        decisions.restored(a_cancelled(changed_at=after(29)), LATE.starts)


@pytest.mark.parametrize("phase", [one for one in Phase if one is not Phase.CANCELLED])
def test_only_what_was_called_off_can_be_taken_back(phase: Phase) -> None:
    with pytest.raises(NothingChanged):
        decisions.restored(a_cancelled(phase=phase), after(2))


def test_all_that_hangs_on_the_time_comes_anew_once_it_is_taken_back() -> None:
    """Also where it had been done or was being tried when the meeting was called off."""
    before = a_cancelled(phase=Phase.SCHEDULED)
    again = decisions.restored(a_cancelled(), after(2))
    shared = keys(before, before.meeting) & keys(before, again)
    assert [key.split(":")[2] for key in shared] == ["meeting card"]
    twice = decisions.cancelled(before.having(again), after(3))
    assert keys(before, twice) & keys(before, a_cancelled().meeting) == set()


def test_a_move_that_was_told_is_not_told_again() -> None:
    again = decisions.restored(a_cancelled(revision=1), after(2))
    assert Action.MOVED not in actions(a_cancelled(), again)
    moved = decisions.moved(a_cancelled().having(again), slot(40), after(2))
    assert Action.MOVED in actions(a_cancelled(), moved)
    assert Action.RESTORED not in actions(a_cancelled(), moved)


def test_a_poll_gets_the_time_back_for_which_it_was_called_off() -> None:
    off = a_poll(slots=SLOTS, phase=Phase.CANCELLED, changed_at=after(6))
    again = decisions.restored(off, after(10))
    assert (again.phase, again.deadline, again.round) == (Phase.POLLING, after(16), 2)


def test_a_poll_that_was_undecided_asks_its_convener_again() -> None:
    off = a_poll(slots=SLOTS, phase=Phase.CANCELLED, changed_at=after(13), posts=SEEN)
    again = decisions.restored(off, after(14))
    assert again.phase is Phase.UNDECIDED
    told = [one for one in plan(off.having(again)) if one.action is Action.UNDECIDED]
    assert [one.due_at for one in told] == [after(14)]


def test_a_poll_whose_slots_have_passed_stays_called_off() -> None:
    off = a_poll(slots=[slot(8)], phase=Phase.CANCELLED, changed_at=after(6))
    with pytest.raises(TimePassed):
        decisions.restored(off, after(8))


# Falling below the quorum


def a_settled(group: Group | None = None) -> Gathering:
    """A meeting at LATE to which Ada and Ben come; the quorum is two."""
    said = {ADA: COMING, BEN: COMING}
    return a_poll(group=group, phase=Phase.SCHEDULED, time=LATE, attendance=said, posts=SEEN)


def test_a_meeting_that_falls_below_its_quorum_says_so_once() -> None:
    settled = a_settled()
    short = decisions.attending(settled, BEN, NOT_COMING, after(5))
    (told,) = [one for one in plan(settled.having(short)) if one.action is Action.SHORT]
    assert (told.due_at, told.expires_at) == (after(5), LATE.starts)
    assert short.phase is Phase.SCHEDULED
    back = decisions.attending(settled.having(short), BEN, COMING, after(6))
    again = decisions.attending(settled.having(back), BEN, NOT_COMING, after(7))
    assert told in plan(settled.having(again))


def test_maybe_counts_towards_the_quorum() -> None:
    maybe = decisions.attending(a_settled(), BEN, Attendance.TENTATIVE, after(5))
    assert maybe.short_at is None


def test_a_meeting_that_never_had_the_quorum_cannot_lose_it() -> None:
    chosen = a_settled(a_group(quorum=3))
    assert decisions.attending(chosen, BEN, NOT_COMING, after(5)).short_at is None


def test_a_member_who_leaves_can_be_the_one_who_was_needed() -> None:
    settled = a_settled()
    alone = Gathering(a_group((ADA, CLEO)), settled.meeting)
    assert decisions.with_shortfall(settled, alone, after(5)).short_at == after(5)


def test_another_time_is_another_question() -> None:
    settled = a_settled()
    short = decisions.attending(settled, BEN, NOT_COMING, after(5))
    moved = decisions.moved(settled.having(short), slot(50), after(6), by=ADA)
    assert moved.short_at is None
    assert Action.SHORT not in actions(settled, moved)


def test_after_a_move_the_quorum_is_lost_only_by_those_who_say_so() -> None:
    settled = a_settled()
    moved = settled.having(decisions.moved(settled, slot(50), after(5), by=ADA))
    assert has_quorum(moved)
    one_left = moved.having(decisions.attending(moved, BEN, NOT_COMING, after(6)))
    assert one_left.meeting.short_at is None
    alone = decisions.attending(one_left, CLEO, NOT_COMING, after(7))
    assert alone.short_at == after(7)


def test_a_move_to_a_time_that_the_poll_rules_out_says_so_at_once() -> None:
    """Also where the old time had lost its quorum before."""
    nos = {BEN: {EARLY: NO, LATE: YES}, CLEO: {EARLY: NO, LATE: YES}}
    said = dict.fromkeys((ADA, BEN, CLEO), COMING)
    settled = a_poll(nos, slots=SLOTS, phase=Phase.SCHEDULED, time=LATE, attendance=said)
    moved = decisions.moved(settled, EARLY, after(5), by=ADA)
    assert moved.short_at == after(5)
    assert {Action.SHORT, Action.MOVED} <= set(actions(settled, moved))
    short = settled.having(replace(settled.meeting, attendance={ADA: COMING}, short_at=after(2)))
    assert decisions.moved(short, EARLY, after(5), by=ADA).short_at == after(5)


def test_a_quorum_that_is_raised_can_be_lost_by_that() -> None:
    settled = a_settled()
    raised = Gathering(a_group(quorum=3), settled.meeting)
    short = decisions.with_shortfall(settled, raised, after(5))
    assert short.short_at == after(5)
    again = Gathering(a_group(quorum=4), short)
    assert decisions.with_shortfall(raised.having(short), again, after(6)).short_at == after(5)


def test_nobody_is_asked_what_to_do_once_the_meeting_has_begun() -> None:
    begun = a_settled()
    short = decisions.attending(begun, BEN, NOT_COMING, LATE.starts + SECOND)
    assert Action.SHORT not in actions(begun, short)
    assert short.attendance == {ADA: COMING, BEN: NOT_COMING}
