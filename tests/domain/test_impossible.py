"""A poll of which no time can get the quorum any more: its convener is asked, once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import decisions
from bot.domain.availability import can_reach_quorum, missing, winner
from bot.domain.meeting import Answer, Choice, Gathering, Meeting, Phase
from bot.domain.plan import Action, Planned, plan
from tests.domain.examples import ADA, BEN, CLEO, NOON, a_group, a_poll, after, polls, slot

YES, NO = Choice.YES, Choice.NO
EARLY, LATE = slot(24), slot(30)


def asked(gathering: Gathering, meeting: Meeting | None = None) -> list[Planned]:
    """What is planned to ask the convener."""
    now = gathering.having(meeting) if meeting else gathering
    return [one for one in plan(now) if one.action is Action.IMPOSSIBLE]


def a_doubtful() -> Gathering:
    """Ada could come, the quorum is three, and Ben and Cleo have not answered."""
    said = {ADA: {EARLY: YES, LATE: YES}}
    return a_poll(said, group=a_group(quorum=3), slots=[EARLY, LATE])


def an_impossible() -> Gathering:
    """Ben has said no to everything, five hours after NOON."""
    before = a_doubtful()
    return before.having(decisions.answered(before, BEN, {}, "", after(5)))


@given(polls(), st.integers(0, 61))
def test_it_is_impossible_when_even_all_who_are_missing_could_not_bring_it(
    poll: Gathering, hours: int
) -> None:
    meeting, now = poll.meeting, after(hours)
    said = {
        member.id: meeting.answers.get(member.id, Answer({}, "", NOON))
        for member in poll.group.members
    }
    hoped = {
        who: replace(one, choices=dict.fromkeys(meeting.slots, YES) | dict(one.choices))
        for who, one in said.items()
    }
    best = winner(poll.having(replace(meeting, answers=hoped)), now)
    assert can_reach_quorum(poll, now) == (best is not None)


@given(polls())
def test_what_can_still_settle_asks_nobody(poll: Gathering) -> None:
    after_step = decisions.settled_if_complete(poll, NOON)
    if winner(poll, NOON):
        assert after_step.impossible_at is None
    if after_step.phase is Phase.POLLING and missing(poll):
        assert bool(after_step.impossible_at) != can_reach_quorum(poll, NOON)


def test_the_convener_is_asked_at_once_and_until_the_deadline() -> None:
    poll = an_impossible()
    (one,) = asked(poll)
    assert (one.due_at, one.expires_at) == (after(5), poll.meeting.deadline)
    assert poll.meeting.phase is Phase.POLLING


def test_it_is_asked_once_however_minds_change() -> None:
    poll = an_impossible()
    mended = poll.having(decisions.answered(poll, BEN, {EARLY: YES}, "", after(6)))
    again = mended.having(decisions.answered(mended, BEN, {}, "", after(7)))
    assert asked(poll) == asked(mended) == asked(again)


def test_a_member_who_leaves_or_a_raised_quorum_can_make_it_impossible() -> None:
    poll = a_doubtful()
    alone = Gathering(a_group((ADA, BEN), quorum=3), poll.meeting)
    assert asked(alone, decisions.settled_if_complete(alone, after(2)))
    raised = Gathering(a_group(quorum=4), poll.meeting)
    assert asked(raised, decisions.settled_if_complete(raised, after(2)))


def test_a_time_that_is_withdrawn_can_make_it_impossible() -> None:
    poll = a_doubtful()
    half = poll.having(decisions.answered(poll, BEN, {EARLY: YES}, "", after(1)))
    assert half.meeting.impossible_at is None
    assert asked(half, decisions.without_slot(half, EARLY, after(2)))


def test_whoever_gives_it_longer_knows_and_is_not_asked_again() -> None:
    poll = an_impossible()
    longer = decisions.extended(poll, after(10) - NOON, after(6))
    assert asked(poll, longer) == []
    still = decisions.answered(poll.having(longer), BEN, {}, "", after(7))
    assert asked(poll, still) == []


def test_more_times_make_it_possible_and_a_question_of_its_own() -> None:
    poll = an_impossible()
    more = poll.having(decisions.with_more_slots(poll, [slot(40)], after(6)))
    assert more.meeting.impossible_at is None
    again = more.having(decisions.answered(more, CLEO, {}, "", after(8)))
    assert [one.due_at for one in asked(again)] == [after(8)]
    assert asked(again)[0].key != asked(poll)[0].key


def test_nothing_is_asked_once_it_is_over_or_undecided() -> None:
    poll = an_impossible()
    assert asked(poll, decisions.cancelled(poll, after(6))) == []
    assert asked(poll, decisions.chosen(poll, EARLY, after(6))) == []
    done = decisions.answered(poll, CLEO, {EARLY: YES}, "", after(6))
    assert done.phase is Phase.UNDECIDED
    assert asked(poll, done) == []
