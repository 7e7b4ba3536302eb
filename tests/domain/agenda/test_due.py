"""When what happens about an agenda: the plan of it, and what of it goes when something changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain import decisions
from bot.domain.agenda.boxes import begun, longer, sooner
from bot.domain.agenda.due import THREAD_WAIT, agenda_at
from bot.domain.agenda.facts import TurnState
from bot.domain.agenda.offers import PATIENCE, accepted, passed, swap_asked, titled
from bot.domain.agenda.refusals import (
    NoSuchTopic,
    NothingTyped,
    NoTopics,
    TooManyTopics,
)
from bot.domain.agenda.topics import MOST_TOPICS, with_topic, without_topic, without_words
from bot.domain.errors import NotAMember, NotScheduled
from bot.domain.meeting import Gathering, Phase, Posts
from bot.domain.plan import Action, Planned, plan
from bot.domain.when.slot import Slot
from tests.domain.agenda.formal import STARTS, a_formal_group, a_settled, a_turn, holding, then
from tests.domain.examples import ADA, BEN, CLEO, DEV, NOON, a_group, a_poll, after, slot

START = after(STARTS)
THREADED = Posts(thread=5)  # pyright: ignore[reportArgumentType] - NewTypes of int
MINUTE = timedelta(minutes=1)


def planned(gathering: Gathering, action: Action) -> list[Planned]:
    return [one for one in plan(gathering) if one.action is action]


def dues(gathering: Gathering, action: Action) -> list[datetime]:
    return [one.due_at for one in planned(gathering, action)]


def test_an_offer_is_sent_once_into_the_thread() -> None:
    meeting = a_settled()
    assert dues(meeting, Action.OFFER) == [NOON + THREAD_WAIT]
    threaded = meeting.having(replace(meeting.meeting, posts=THREADED))
    assert dues(threaded, Action.OFFER) == [NOON]
    moved = threaded.having(decisions.moved(threaded, slot(200), after(1)))
    [before], [now] = planned(threaded, Action.OFFER), planned(moved, Action.OFFER)
    assert before.key == now.key


def test_a_pass_plans_the_next_offer_and_no_other() -> None:
    meeting = a_settled(posts=THREADED)
    asked = then(meeting, lambda g: passed(g, ADA, after(1)), after(1))
    assert dues(asked, Action.OFFER) == [after(1)]
    assert planned(asked, Action.OFFER) != planned(meeting, Action.OFFER)


def test_offers_end_by_themselves() -> None:
    meeting = a_settled()
    assert dues(meeting, Action.OFFERING) == [NOON, NOON + PATIENCE]
    said = then(meeting, lambda g: accepted(g, ADA, after(1)), after(1))
    assert dues(said, Action.OFFERING) == [NOON]


def test_a_turn_that_nobody_holds_is_said_a_day_before() -> None:
    assert dues(a_settled(), Action.PLACES) == []
    assert dues(a_settled(a_formal_group((ADA,), 2)), Action.PLACES) == [START - timedelta(days=1)]


def test_a_swap_is_asked_until_it_is_answered() -> None:
    meeting = a_settled()
    asked = meeting.having(swap_asked(meeting, ADA, BEN, after(1)))
    assert dues(asked, Action.SWAP) == [after(1)]
    gone = then(asked, lambda g: passed(g, ADA, after(2)), after(2))
    assert dues(gone, Action.SWAP) == []


@pytest.mark.parametrize(
    ("starts", "at"),
    [
        (datetime(2026, 3, 6, 19, tzinfo=UTC), datetime(2026, 3, 6, 17, tzinfo=UTC)),
        (datetime(2026, 3, 6, 14, 30, tzinfo=UTC), datetime(2026, 3, 6, 13, tzinfo=UTC)),
        (datetime(2026, 3, 6, 13, 15, tzinfo=UTC), datetime(2026, 3, 6, 11, 15, tzinfo=UTC)),
        (datetime(2026, 3, 8, 13, 0, tzinfo=UTC), datetime(2026, 3, 8, 12, tzinfo=UTC)),
        (datetime(2026, 3, 6, 4, 0, tzinfo=UTC), datetime(2026, 3, 6, 2, tzinfo=UTC)),
    ],
    ids=[
        "evening",
        "morning",
        "right after eight",
        "clocks go forward",
        "late, another day in UTC",
    ],
)
def test_the_agenda_comes_at_eight_or_two_hours_before(starts: datetime, at: datetime) -> None:
    assert agenda_at(Slot(starts, starts + timedelta(hours=1)), "America/New_York") == at


def test_a_meeting_within_two_hours_has_its_agenda_at_once() -> None:
    assert dues(a_settled(at=slot(1)), Action.AGENDA) == [NOON]


def test_an_informal_group_has_an_agenda_once_somebody_brought_a_topic() -> None:
    meeting = a_settled(a_group())
    assert dues(meeting, Action.AGENDA) == []
    brought = meeting.having(with_topic(meeting, ADA, "Fees", NOON))
    assert dues(brought, Action.AGENDA) == [START - timedelta(hours=2)]


# Signals


def a_begun() -> Gathering:
    turns = {ADA: a_turn(TurnState.ACCEPTED, 1), BEN: a_turn(TurnState.ACCEPTED, 2)}
    meeting = holding(turns, a_formal_group(presenters=2, opening=5, closing=0))
    return meeting.having(begun(meeting, CLEO, START + timedelta(seconds=20)))


def minutes(gathering: Gathering, action: Action) -> list[int]:
    return [(due - START) // MINUTE for due in dues(gathering, action)]


def test_a_meeting_that_was_not_begun_gives_no_signals() -> None:
    assert dues(a_settled(), Action.BOX) == dues(a_settled(), Action.BOX_ENDS) == []


def test_each_box_tells_its_beginning_and_its_last_five_minutes() -> None:
    assert minutes(a_begun(), Action.BOX) == [0, 5, 33]
    assert minutes(a_begun(), Action.BOX_ENDS) == [28, 55]


def test_what_was_told_is_not_told_again_when_the_times_change() -> None:
    meeting, now = a_begun(), START + timedelta(minutes=29)
    more = meeting.having(longer(meeting, ADA, 1, 1, now))
    assert minutes(more, Action.BOX) == [38]
    assert minutes(more, Action.BOX_ENDS) == [33, 55]
    onward = more.having(sooner(more, ADA, 2, 1, now))
    assert minutes(onward, Action.BOX) == [29]
    keys = [{one.key for one in planned(g, Action.BOX)} for g in (meeting, more, onward)]
    assert keys[0].isdisjoint(keys[1] | keys[2])
    assert keys[1].isdisjoint(keys[2])


def test_a_meeting_that_is_moved_or_called_off_gives_no_more_signals() -> None:
    meeting = a_begun()
    for step in (
        lambda: decisions.moved(meeting, slot(STARTS + 3), START + MINUTE),
        lambda: decisions.cancelled(meeting, START + MINUTE),
    ):
        assert dues(meeting.having(step()), Action.BOX) == []


# Topics


def test_topics_may_be_brought_while_the_poll_is_open_and_until_the_end() -> None:
    poll = a_poll()
    assert with_topic(poll, ADA, "Fees", NOON).agenda.topics[0].text == "Fees"
    settled = a_settled(a_group())
    assert with_topic(settled, BEN, "Fees", START).agenda.topics[0].member_id == BEN
    with pytest.raises(NotScheduled):
        with_topic(settled, BEN, "Fees", START + timedelta(hours=1))


def test_a_topic_is_taken_back_by_who_brought_it() -> None:
    meeting = a_settled(a_group())
    one = meeting.having(with_topic(meeting, ADA, "Fees", NOON))
    with pytest.raises(NoSuchTopic):
        without_topic(one, BEN, 1)
    none = one.having(without_topic(one, ADA, 1))
    assert none.meeting.agenda.topics == ()
    assert with_topic(none, ADA, "Rooms", NOON).agenda.topics[0].number == 2


def test_what_is_no_topic_is_refused() -> None:
    meeting = a_settled(a_group())
    with pytest.raises(NothingTyped):
        with_topic(meeting, ADA, "  ", NOON)
    with pytest.raises(NotAMember):
        with_topic(meeting, DEV, "Fees", NOON)
    with pytest.raises(NoTopics):
        with_topic(a_settled(), ADA, "Fees", NOON)
    for number in range(MOST_TOPICS):
        meeting = meeting.having(with_topic(meeting, ADA, f"Topic {number}", NOON))
    with pytest.raises(TooManyTopics):
        with_topic(meeting, ADA, "One more", NOON)


def test_a_call_off_that_stands_takes_the_words_and_keeps_the_turns() -> None:
    meeting = a_settled()
    named = meeting.having(titled(meeting, ADA, "Endings", NOON))
    off = named.having(decisions.cancelled(named, after(1)))
    [end] = planned(off, Action.WORDS_END)
    assert end.due_at == after(1) + decisions.UNDO
    assert without_words(off, end.due_at - MINUTE) == off.meeting
    bare = without_words(off, end.due_at)
    assert bare.agenda.turns[ADA].title == ""
    assert bare.agenda.turns[ADA].state is TurnState.OFFERED
    assert not bare.agenda.worded
    assert without_words(named, end.due_at) == named.meeting
    assert (
        planned(meeting.having(replace(meeting.meeting, phase=Phase.CANCELLED)), Action.WORDS_END)
        == []
    )
