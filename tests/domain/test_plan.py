"""What has to happen at a time: due when, useful until when, and under which key."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from bot.domain.meeting import Gathering, Phase, Posts
from bot.domain.plan import NOTICE_LIFE, START_GRACE, Action, Planned, marker, plan, worth_adding
from bot.domain.when.names import zone
from bot.domain.when.slot import Slot
from bot.domain.when.wall import at_wall
from tests.domain.examples import (
    NOON,
    a_group,
    a_meeting,
    a_poll,
    after,
    slot,
)
from tests.domain.histories import TIMED_STEPS, Step, history

TIME = slot(48)
SEEN = Posts(poll_channel=1, poll_message=2)  # pyright: ignore[reportArgumentType] - NewTypes of int


def a_scheduled(
    leads: tuple[int, ...] = (1440, 60, 10), *, forum: bool = False, **facts: object
) -> Gathering:
    """A meeting at TIME, scheduled at NOON."""
    group = a_group(leads=leads, forum=forum)
    return a_poll(group=group, **{"phase": Phase.SCHEDULED, "time": TIME, **facts})  # pyright: ignore[reportArgumentType] - real fields


def only(gathering: Gathering, action: Action) -> Planned:
    """The one planned entry that does this."""
    (found,) = [planned for planned in plan(gathering) if planned.action is action]
    return found


def reminders(gathering: Gathering) -> list[Planned]:
    """The planned reminders in their order."""
    return [planned for planned in plan(gathering) if planned.action is Action.REMINDER]


def actions(gathering: Gathering) -> set[Action]:
    """Everything that is planned, by what it does."""
    return {planned.action for planned in plan(gathering)}


def test_a_poll_is_shown_at_once_and_closes_at_its_deadline() -> None:
    gathering = a_poll()
    card, closing = plan(gathering)
    assert (card.action, card.due_at, card.expires_at) == (Action.POLL_CARD, NOON, None)
    assert (closing.action, closing.due_at, closing.expires_at) == (
        Action.POLL_DEADLINE,
        after(12),
        None,
    )


def test_an_undecided_poll_is_told_of_until_its_last_slot_or_for_a_day() -> None:
    long = a_poll(slots=[slot(30), slot(60)], phase=Phase.UNDECIDED, changed_at=after(12))
    assert only(long, Action.UNDECIDED).expires_at == after(60)
    short = a_poll(slots=[slot(13)], phase=Phase.UNDECIDED, changed_at=after(12))
    assert only(short, Action.UNDECIDED).expires_at == after(12) + NOTICE_LIFE


def test_each_round_of_a_poll_has_its_own_deadline_and_notice() -> None:
    first, second = a_poll(), a_poll(round=2)
    assert only(first, Action.POLL_DEADLINE).key != only(second, Action.POLL_DEADLINE).key
    first, second = (a_poll(round=number, phase=Phase.UNDECIDED) for number in (1, 2))
    assert only(first, Action.UNDECIDED).key != only(second, Action.UNDECIDED).key


def test_each_reminder_lives_until_the_next_one_is_due() -> None:
    gathering = a_scheduled((1440, 60, 10))
    chain = [*reminders(gathering), only(gathering, Action.START)]
    assert [planned.expires_at for planned in chain[:-1]] == [one.due_at for one in chain[1:]]
    assert chain[-1].due_at == TIME.starts
    assert chain[-1].expires_at == TIME.starts + START_GRACE


def test_a_reminder_that_is_due_before_the_settling_is_not_planned() -> None:
    late = a_scheduled(changed_at=TIME.starts - timedelta(minutes=60))
    assert [planned.lead for planned in reminders(late)] == [10]


def test_a_group_may_have_no_reminders() -> None:
    gathering = a_scheduled(())
    assert reminders(gathering) == []
    assert Action.START in actions(gathering)


def test_a_single_lead_time_lives_until_the_start() -> None:
    (planned,) = reminders(a_scheduled((30,)))
    assert (planned.due_at, planned.expires_at) == (after(47.5), TIME.starts)


CHANGES = [
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Europe/London", date(2026, 3, 29)),
    ("Europe/London", date(2026, 10, 25)),
    ("Australia/Sydney", date(2026, 10, 4)),
    ("Australia/Sydney", date(2026, 4, 5)),
]


@pytest.mark.parametrize(("name", "day"), CHANGES)
@pytest.mark.parametrize("at", [time(0, 30), time(2, 30), time(9)], ids=str)
def test_leads_are_exact_across_a_change_of_clocks(name: str, day: date, at: time) -> None:
    """A day before is 1440 minutes before, whatever the clocks did that night."""
    leads = (20160, 1440, 180, 60, 10)
    starts = at_wall(day, at, zone(name))
    called = starts - timedelta(days=20)
    gathering = a_scheduled(
        leads, time=Slot(starts, starts + timedelta(hours=1)), changed_at=called, called_at=called
    )
    planned = reminders(gathering)
    assert tuple(one.lead for one in planned) == leads
    for one in planned:
        assert one.lead is not None
        assert (starts - one.due_at).total_seconds() == one.lead * 60


@pytest.mark.parametrize(("name", "day"), CHANGES)
def test_a_day_before_is_another_hour_on_the_wall_when_clocks_change(name: str, day: date) -> None:
    starts = at_wall(day, time(9), zone(name))
    gathering = a_scheduled(
        (1440,),
        time=Slot(starts, starts + timedelta(hours=1)),
        changed_at=starts - timedelta(days=3),
    )
    (planned,) = reminders(gathering)
    local = planned.due_at.astimezone(zone(name))
    assert local.date() == day - timedelta(days=1)
    assert local.hour in {8, 10}


def test_a_card_in_a_text_channel_gets_its_thread_once_it_stands() -> None:
    stands = Posts(card_channel=1, card_message=2)  # pyright: ignore[reportArgumentType] - NewTypes of int
    assert Action.THREAD not in actions(a_scheduled())
    assert Action.THREAD in actions(a_scheduled(posts=stands))
    assert Action.THREAD not in actions(a_scheduled(forum=True, posts=stands))


def test_a_moved_meeting_has_new_keys_for_all_that_hangs_on_its_time() -> None:
    before, moved = a_scheduled(), a_scheduled(revision=1, time=slot(60), changed_at=after(1))
    same = {planned.key for planned in plan(before)} & {planned.key for planned in plan(moved)}
    assert same == {only(before, Action.MEETING_CARD).key}
    assert Action.MOVED not in actions(before)
    assert only(moved, Action.MOVED).expires_at == after(60)


def test_a_scheduled_meeting_without_a_time_plans_nothing() -> None:
    assert plan(a_scheduled(time=None)) == ()


def test_nothing_is_planned_for_a_meeting_that_was_held() -> None:
    assert plan(a_scheduled(phase=Phase.HELD, posts=SEEN)) == ()


def test_calling_off_a_poll_that_nobody_saw_tells_nobody() -> None:
    assert plan(a_poll(phase=Phase.CANCELLED)) == ()


def test_calling_off_a_poll_is_told_for_a_day() -> None:
    gathering = a_poll(phase=Phase.CANCELLED, posts=SEEN, changed_at=after(3))
    assert actions(gathering) == {Action.CANCELLED}
    assert only(gathering, Action.CANCELLED).expires_at == after(3) + NOTICE_LIFE


def test_calling_off_a_meeting_takes_its_event_away_even_if_none_is_known_of() -> None:
    """The answer that told of the event may have been lost."""
    unseen = a_scheduled(phase=Phase.CANCELLED)
    assert actions(unseen) == {Action.EVENT}
    seen = a_scheduled(phase=Phase.CANCELLED, posts=SEEN)
    assert actions(seen) == {Action.EVENT, Action.CANCELLED}
    assert only(seen, Action.EVENT).expires_at == TIME.ends
    assert only(seen, Action.EVENT).key != only(a_scheduled(), Action.EVENT).key


def test_a_reminder_with_a_new_lead_does_not_reach_back() -> None:
    (planned,) = reminders(a_scheduled((60,)))
    assert worth_adding(planned, planned.due_at - timedelta(seconds=1))
    assert not worth_adding(planned, planned.due_at)
    card = only(a_scheduled(), Action.MEETING_CARD)
    assert worth_adding(card, card.due_at + timedelta(hours=1))


def test_a_marker_belongs_to_one_key_of_one_meeting() -> None:
    one, other = a_meeting(uid="aa"), a_meeting(uid="bb")
    marks = {marker(meeting, key) for meeting in (one, other) for key in ("k1", "k2")}
    assert len(marks) == 4
    assert all(len(mark) == 12 for mark in marks)
    assert marker(one, "k1") == marker(replace(one, topic="Other"), "k1")


@given(TIMED_STEPS)
def test_whatever_happens_a_key_is_unique_and_means_the_same_for_life(
    steps: list[tuple[Step, int]],
) -> None:
    meant: dict[str, tuple[Action, int | None]] = {}
    bound: dict[str, datetime] = {}
    for gathering in history(steps):
        planned = plan(gathering)
        assert len({one.key for one in planned}) == len(planned)
        for one in planned:
            assert meant.setdefault(one.key, (one.action, one.lead)) == (one.action, one.lead)
            if one.action is not Action.MEETING_CARD:
                assert bound.setdefault(one.key, one.due_at) == one.due_at


@given(TIMED_STEPS)
def test_whatever_happens_nothing_is_planned_that_was_useless_from_the_start(
    steps: list[tuple[Step, int]],
) -> None:
    for gathering in history(steps):
        for one in plan(gathering):
            assert one.expires_at is None or one.expires_at > one.due_at


@given(TIMED_STEPS)
def test_rounds_and_revisions_only_rise(steps: list[tuple[Step, int]]) -> None:
    for earlier, later in pairwise(history(steps)):
        assert later.meeting.round >= earlier.meeting.round
        assert later.meeting.revision >= earlier.meeting.revision
