"""A rhythm's turns: by the wall clock, one a date, none for what an outage passed over twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import decisions
from bot.domain.errors import NotAMember, NothingChanged, RhythmUnclear, TimePassed, TurnOver
from bot.domain.group import Group
from bot.domain.meeting import Choice, Gathering, Phase, Soon
from bot.domain.plan import Action, plan
from bot.domain.rhythm import (
    ASKED_AT,
    Rhythm,
    begun,
    convener,
    due_at,
    ends_at,
    enough,
    following,
    is_needless,
    present,
    still_time,
    taken,
)
from bot.domain.turns import declined, opened, turn_called
from bot.domain.when.slot import Slot
from tests.domain.examples import ADA, BEN, CLEO, DEV, NOON, a_group, a_meeting, after, slot

ZONES = ("America/New_York", "Europe/London", "Australia/Adelaide", "Asia/Kolkata", "UTC")
TODAY = date(2026, 1, 12)


def in_zone(name: str) -> Group:
    """The group, by another clock."""
    group = a_group()
    return replace(group, settings=replace(group.settings, zone=name))


def a_rhythm(weeks: int = 4, anchor: date = TODAY, soon: Soon | None = None) -> Rhythm:
    """Ada's rhythm, set at NOON."""
    return begun(a_group(), ADA, weeks, anchor, soon, NOON)


@given(
    st.sampled_from(ZONES),
    st.integers(1, 12),
    st.dates(date(2025, 6, 1), date(2026, 12, 31)),
    st.integers(0, 60),
)
def test_every_turn_is_some_weeks_after_the_anchor_at_the_same_hour_of_the_wall(
    name: str, weeks: int, anchor: date, turns: int
) -> None:
    group = in_zone(name)
    rhythm = begun(group, ADA, weeks, anchor, None, NOON)
    today = NOON.astimezone(ZoneInfo(name)).date()
    assert rhythm.turn >= today
    assert rhythm.turn == anchor or rhythm.turn - timedelta(weeks=weeks) < today
    for _ in range(turns):
        rhythm = taken(rhythm)
    assert (rhythm.turn - anchor).days % (7 * weeks) == 0
    wall = due_at(rhythm, group).astimezone(ZoneInfo(name))
    assert (wall.date(), wall.time()) == (rhythm.turn, ASKED_AT)


def test_over_the_change_of_the_clocks_the_instant_moves_and_the_hour_does_not() -> None:
    rhythm = a_rhythm(anchor=date(2026, 2, 9))
    assert due_at(rhythm, a_group()) == datetime(2026, 2, 9, 14, tzinfo=UTC)
    assert due_at(taken(rhythm), a_group()) == datetime(2026, 3, 9, 13, tzinfo=UTC)


@pytest.mark.parametrize("weeks", [0, -1, 13])
def test_a_rhythm_is_of_one_to_twelve_weeks(weeks: int) -> None:
    with pytest.raises(RhythmUnclear):
        a_rhythm(weeks)


def test_a_turn_looks_two_weeks_ahead_unless_said_otherwise_but_not_into_the_next() -> None:
    group = a_group()
    for rhythm, days in (
        (a_rhythm(4), 14),
        (a_rhythm(4, soon=Soon.WEEK), 7),
        (a_rhythm(1), 7),
        (a_rhythm(1, soon=Soon.TWO_WEEKS), 7),
    ):
        assert ends_at(rhythm, group) - due_at(rhythm, group) == timedelta(days=days)


@given(st.integers(1, 12), st.integers(0, 400))
def test_after_an_outage_only_the_newest_turn_comes(weeks: int, days: int) -> None:
    group, rhythm = a_group(), a_rhythm(weeks)
    now = due_at(rhythm, group) + timedelta(days=days)
    turn = present(rhythm, group, now)
    assert due_at(turn, group) <= now < due_at(taken(turn), group)
    left = still_time(turn, group, now)
    assert (left is not None) == (now < ends_at(turn, group))


def test_an_open_poll_or_a_meeting_before_the_window_ends_makes_a_turn_needless() -> None:
    group, rhythm = a_group(), a_rhythm()
    end = ends_at(rhythm, group)
    last = Slot(end - timedelta(minutes=1), end + timedelta(hours=1))

    def needless(*, phase: Phase, time: Slot | None = None, now: datetime = NOON) -> bool:
        return is_needless(rhythm, group, [a_meeting(phase=phase, time=time)], now)

    assert needless(phase=Phase.POLLING)
    assert needless(phase=Phase.UNDECIDED)
    assert needless(phase=Phase.SCHEDULED, time=last)
    assert not needless(phase=Phase.SCHEDULED, time=Slot(end, last.ends))
    assert not needless(phase=Phase.SCHEDULED, time=slot(-1))
    assert needless(phase=Phase.UNDECIDED, now=after(47))
    assert not needless(phase=Phase.UNDECIDED, now=after(48))


def test_who_set_it_convenes_then_the_longest_member() -> None:
    rhythm = replace(a_rhythm(), set_by=BEN)
    assert convener(rhythm, a_group()) == BEN
    assert convener(rhythm, a_group((CLEO, ADA))) == CLEO
    assert convener(rhythm, a_group(())) is None


def test_hours_are_common_where_two_are_free_or_all_that_it_takes() -> None:
    assert enough(a_group()) == 2
    assert enough(a_group(quorum=1)) == 1
    assert enough(a_group((ADA,))) == 1


def called(*slots: Slot) -> Gathering:
    """What a turn calls at NOON."""
    group, rhythm = a_group(), a_rhythm()
    return Gathering(group, turn_called(rhythm, group, ADA, slots, "c0ffee", NOON))


def actions(gathering: Gathering) -> set[Action]:
    """What is planned."""
    return {one.action for one in plan(gathering)}


def test_a_poll_that_nobody_called_counts_nobody() -> None:
    gathering = called(slot(60), slot(80))
    assert gathering.meeting.phase is Phase.POLLING
    assert gathering.meeting.answers == {}
    assert gathering.meeting.turn == TODAY
    assert Action.TIMES_WANTED not in actions(gathering)


def test_without_times_it_waits_for_some_until_its_window_ends_and_goes_without_a_word() -> None:
    gathering = called()
    assert actions(gathering) == {Action.TIMES_WANTED, Action.POLL_DEADLINE}
    end = gathering.meeting.deadline
    early = decisions.at_deadline(gathering, end - timedelta(seconds=1))
    assert early == gathering.meeting
    over = gathering.having(decisions.at_deadline(gathering, end))
    assert over.meeting.phase is Phase.CANCELLED
    assert actions(over) == set()
    with pytest.raises(NothingChanged):
        decisions.restored(over, end)


def test_any_member_may_give_the_times_and_stands_as_convener_then() -> None:
    slots = (slot(60), slot(80))
    meeting = opened(called(), slots, BEN, after(5))
    assert (meeting.phase, meeting.convener_id, meeting.slots) == (Phase.POLLING, BEN, slots)
    assert set(meeting.answers) == {BEN}
    assert set(meeting.answers[BEN].choices.values()) == {Choice.YES}
    assert after(5) < meeting.deadline < slots[0].starts
    polled = actions(called().having(meeting))
    assert {Action.POLL_CARD, Action.POLL_DEADLINE} <= polled
    assert Action.TIMES_WANTED not in polled


def test_times_are_for_members_ahead_and_while_the_turn_waits() -> None:
    waiting = called()
    with pytest.raises(NotAMember):
        opened(waiting, [slot(60)], DEV, NOON)
    with pytest.raises(TimePassed):
        opened(waiting, [slot(1)], BEN, after(2))
    for over in (
        waiting.having(opened(waiting, [slot(60)], BEN, NOON)),
        waiting.having(declined(waiting, BEN, NOON)),
    ):
        with pytest.raises(TurnOver):
            opened(over, [slot(60)], BEN, NOON)
        with pytest.raises(TurnOver):
            declined(over, BEN, NOON)
    with pytest.raises(TurnOver):
        opened(waiting, [slot(2000)], BEN, waiting.meeting.deadline)


def test_a_turn_is_named_by_its_date() -> None:
    rhythm = a_rhythm(2)
    assert [rhythm.turn, following(rhythm)] == [TODAY, date(2026, 1, 26)]
    assert time(9) == ASKED_AT
