"""By how much a poll can be extended, and that it ends before its last slot."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import NothingChanged, PollClosed, TimePassed
from bot.domain.extending import extended_to, ways_to_extend
from bot.domain.meeting import Gathering, Phase
from tests.domain.examples import NOON, a_poll, after, polls, slot

DAY = timedelta(days=1)


def test_a_day_two_and_a_week_where_there_is_room() -> None:
    poll = a_poll(slots=[slot(24 * 30)])
    ways = ways_to_extend(poll, NOON)
    assert ways == (
        (DAY, after(36)),
        (2 * DAY, after(60)),
        (7 * DAY, after(12 + 7 * 24)),
    )


def test_what_would_pass_the_last_slot_is_offered_once_and_ends_before_it() -> None:
    poll = a_poll(slots=[slot(24), slot(50)])
    ways = ways_to_extend(poll, NOON)
    assert ways == ((DAY, after(36)), (timedelta(hours=37.5), after(49.5)))


def test_after_the_deadline_it_is_counted_from_now() -> None:
    late = a_poll(slots=[slot(24 * 30)], phase=Phase.UNDECIDED)
    assert ways_to_extend(late, after(20))[0] == (DAY, after(44))


def test_the_same_choice_twice_extends_once() -> None:
    poll = a_poll(slots=[slot(24 * 30)])
    longer = extended_to(poll, after(36), NOON)
    assert (longer.deadline, longer.round) == (after(36), 2)
    with pytest.raises(NothingChanged):
        extended_to(poll.having(longer), after(36), after(1))


def test_a_poll_that_is_open_as_long_as_it_can_be_says_so() -> None:
    with pytest.raises(NothingChanged):
        ways_to_extend(a_poll(slots=[slot(13)], deadline=after(12.5)), NOON)


def test_a_settled_poll_is_not_extended() -> None:
    with pytest.raises(PollClosed):
        ways_to_extend(a_poll(phase=Phase.SCHEDULED, time=slot(24)), NOON)


@given(polls(), st.integers(0, 59))
def test_every_way_ends_before_the_last_slot_and_does_what_it_says(
    poll: Gathering, hours: int
) -> None:
    now, last = after(hours), poll.meeting.slots[-1].starts
    try:
        ways = ways_to_extend(poll, now)
    except NothingChanged:
        return
    except TimePassed:
        assert last <= now
        return
    assert len({until for _, until in ways}) == len(ways)
    for by, until in ways:
        assert now < until < last
        assert until == max(poll.meeting.deadline, now) + by
        assert extended_to(poll, until, now).deadline == until
