"""Turns: whom the queue asks and until when, what a yes, a pass and a swap do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import decisions
from bot.domain.agenda.facts import Agenda, TurnState
from bot.domain.agenda.offers import (
    AHEAD,
    PATIENCE,
    accepted,
    closes_at,
    followed,
    opens_at,
    passed,
    swap_answered,
    swap_asked,
    titled,
)
from bot.domain.agenda.queue import presenting, taken
from bot.domain.agenda.refusals import (
    AskedOfAnother,
    NobodyToSwapWith,
    NoPresenters,
    NotPresenting,
    SwapOver,
)
from bot.domain.errors import NotAMember, NotScheduled
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Phase
from tests.domain.agenda.formal import (
    STARTS,
    a_formal_group,
    a_settled,
    a_turn,
    holding,
    states,
    then,
)
from tests.domain.examples import ADA, BEN, CLEO, DEV, NOON, a_group, after, slot

OFFERED, ACCEPTED, WILLING = TurnState.OFFERED, TurnState.ACCEPTED, TurnState.WILLING
PASSED, LAPSED = TurnState.PASSED, TurnState.LAPSED
SECOND = timedelta(seconds=1)
TWO = a_formal_group(presenters=2)


def accepting(who: MemberId, before: Gathering, hours: float = 1) -> Gathering:
    return then(before, lambda g: accepted(g, who, after(hours)), after(hours))


def passing(who: MemberId, before: Gathering, hours: float = 1) -> Gathering:
    return then(before, lambda g: passed(g, who, after(hours)), after(hours))


def test_a_settled_meeting_asks_as_many_as_are_to_present() -> None:
    assert states(a_settled(TWO)) == {ADA: OFFERED, BEN: OFFERED}
    assert states(a_settled(a_formal_group(presenters=4))) == dict.fromkeys(
        (ADA, BEN, CLEO), OFFERED
    )


def test_an_informal_group_asks_nobody() -> None:
    assert states(a_settled(a_group())) == {}
    with pytest.raises(NoPresenters):
        accepted(a_settled(a_group()), ADA, NOON)


def test_a_pass_asks_the_next_with_a_message_of_their_own() -> None:
    meeting = passing(ADA, a_settled())
    assert states(meeting) == {ADA: PASSED, BEN: OFFERED}
    assert meeting.meeting.agenda.turns[BEN].ask == 2
    assert states(passing(CLEO, passing(BEN, meeting))) == dict.fromkeys((ADA, BEN, CLEO), PASSED)


def test_who_cannot_come_or_leaves_gives_the_turn_back() -> None:
    meeting = accepting(ADA, a_settled())
    away = then(
        meeting,
        lambda g: decisions.attending(g, ADA, Attendance.NOT_COMING, after(2)),
        after(2),
    )
    assert states(away) == {ADA: PASSED, BEN: OFFERED}
    left = replace(meeting, group=a_formal_group((BEN, CLEO)))
    assert states(left.having(followed(left, after(2)))) == {ADA: PASSED, BEN: OFFERED}


def test_who_says_yes_comes_to_the_meeting() -> None:
    meeting = accepting(ADA, a_settled(attendance={ADA: Attendance.TENTATIVE}))
    assert meeting.meeting.attendance == {ADA: Attendance.COMING}


def test_silence_lets_a_turn_lapse_and_the_next_is_asked() -> None:
    meeting = a_settled()
    assert followed(meeting, NOON + PATIENCE - SECOND) == meeting.meeting
    later = meeting.having(followed(meeting, NOON + PATIENCE))
    assert states(later) == {ADA: LAPSED, BEN: OFFERED}
    assert states(accepting(ADA, later, 80)) == {ADA: WILLING, BEN: OFFERED}


def test_the_queue_is_asked_from_two_weeks_to_a_day_before() -> None:
    far = a_settled(at=slot(24 * 30))
    assert states(far) == {}
    opens = after(24 * 30) - AHEAD
    assert states(far.having(followed(far, opens - SECOND))) == {}
    assert states(far.having(followed(far, opens))) == {ADA: OFFERED}
    closes = after(STARTS - 24)
    assert closes_at(far.meeting) == after(24 * 29)
    last = a_settled()
    assert states(passing(ADA, last, STARTS - 25)) == {ADA: PASSED, BEN: OFFERED}
    late = last.having(followed(last, closes))
    assert ADA in states(late)
    assert OFFERED not in states(late).values()


def test_a_meeting_at_short_notice_asks_for_half_of_the_time_there_is() -> None:
    soon = a_settled(at=slot(4))
    assert states(soon) == {ADA: OFFERED}
    assert (opens_at(soon.meeting), closes_at(soon.meeting)) == (NOON, after(2))


def test_who_offers_while_every_turn_is_taken_is_the_first_when_one_is_free() -> None:
    meeting = accepting(CLEO, a_settled())
    assert states(meeting) == {ADA: OFFERED, CLEO: WILLING}
    assert CLEO not in meeting.meeting.attendance
    given = passing(ADA, meeting)
    assert states(given) == {ADA: PASSED, CLEO: ACCEPTED}
    assert given.meeting.agenda.turns[CLEO].ask == 2
    late = passing(ADA, meeting, STARTS - 2)
    assert states(late)[CLEO] is ACCEPTED


def test_a_free_turn_can_be_taken_by_anybody_until_the_end() -> None:
    nobody = a_settled(attendance=dict.fromkeys((ADA, BEN), Attendance.NOT_COMING))
    meeting = passing(CLEO, nobody)
    assert states(accepting(ADA, meeting, STARTS)) == {CLEO: PASSED, ADA: ACCEPTED}
    with pytest.raises(NotScheduled):
        accepted(meeting, ADA, after(STARTS + 1))


def test_a_second_yes_changes_nothing() -> None:
    meeting = accepting(ADA, a_settled())
    assert accepting(ADA, meeting) == meeting


def test_who_holds_no_turn_cannot_pass_swap_or_name_it() -> None:
    meeting = a_settled()
    for step in (
        lambda: passed(meeting, CLEO, NOON),
        lambda: swap_asked(meeting, CLEO, ADA, NOON),
        lambda: titled(meeting, CLEO, "Endings", NOON),
    ):
        with pytest.raises(NotPresenting):
            step()
    with pytest.raises(NotAMember):
        accepted(meeting, DEV, NOON)


# Swaps


def swapping(meeting: Gathering, giver: MemberId, taker: MemberId) -> Gathering:
    return meeting.having(swap_asked(meeting, giver, taker, NOON))


def agreed(meeting: Gathering, by: MemberId, number: int = 1, *, yes: bool = True) -> Gathering:
    return then(meeting, lambda g: swap_answered(g, number, by, NOON, agrees=yes), NOON)


def test_until_the_other_agrees_a_swap_changes_nothing() -> None:
    asked = swapping(accepting(ADA, a_settled()), ADA, BEN)
    assert states(asked) == {ADA: ACCEPTED}
    for other in (ADA, CLEO):
        with pytest.raises(AskedOfAnother):
            agreed(asked, other)
    assert states(agreed(asked, BEN, yes=False)) == {ADA: ACCEPTED}


def test_the_other_takes_the_turn_and_comes() -> None:
    done = agreed(swapping(accepting(ADA, a_settled(TWO)), ADA, CLEO), CLEO)
    assert states(done) == {ADA: PASSED, BEN: OFFERED, CLEO: ACCEPTED}
    assert list(presenting(done)) == [CLEO, BEN]
    assert done.meeting.attendance[CLEO] is Attendance.COMING
    assert taken(done) == (CLEO,)


def test_presenters_trade_their_places_and_keep_their_titles() -> None:
    meeting = holding(
        {
            ADA: a_turn(ACCEPTED, 1, title="Endings"),
            BEN: a_turn(ACCEPTED, 2, title="Fees"),
        },
        TWO,
    )
    done = agreed(swapping(meeting, ADA, BEN), BEN)
    assert {who: turn.title for who, turn in presenting(done).items()} == {
        BEN: "Fees",
        ADA: "Endings",
    }
    assert list(presenting(done)) == [BEN, ADA]


def test_a_swap_is_answered_once_and_a_newer_one_replaces_it() -> None:
    once = swapping(accepting(ADA, a_settled()), ADA, BEN)
    done = agreed(once, BEN)
    with pytest.raises(SwapOver):
        agreed(done, BEN)
    newer = swapping(once, ADA, CLEO)
    with pytest.raises(SwapOver):
        agreed(newer, BEN, 1)
    assert states(agreed(newer, CLEO, 2)) == {ADA: PASSED, CLEO: ACCEPTED}


def test_a_swap_is_over_once_the_turn_is_given_back() -> None:
    asked = swapping(accepting(ADA, a_settled()), ADA, CLEO)
    with pytest.raises(SwapOver):
        agreed(passing(ADA, asked), CLEO)


def test_only_another_member_who_may_come_can_be_asked() -> None:
    meeting = a_settled(attendance={BEN: Attendance.NOT_COMING})
    for to in (ADA, BEN, DEV):
        with pytest.raises(NobodyToSwapWith):
            swap_asked(meeting, ADA, to, NOON)


# The end


def test_when_it_is_held_nothing_of_the_agenda_is_left() -> None:
    meeting = a_settled()
    named = meeting.having(titled(meeting, ADA, "Endings", NOON))
    held = named.having(replace(named.meeting, phase=Phase.HELD))
    assert followed(held, after(STARTS + 1)).agenda == Agenda()


def test_once_it_has_begun_nobody_is_asked_any_more() -> None:
    meeting = a_settled()
    assert followed(meeting, after(STARTS)) == meeting.meeting
