"""Who is asked once more for an answer, and when: only who has not answered, and not too often."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from bot.domain import decisions
from bot.domain.group import Group, Nudge
from bot.domain.ids import MemberId
from bot.domain.meeting import Choice, Gathering, Nudged, Phase
from bot.domain.nudges import nudge_at, nudged
from bot.domain.plan import Action, Planned, plan, worth_adding
from bot.domain.when.slot import Slot
from tests.domain.examples import ADA, BEN, CLEO, DEV, NOON, a_group, a_meeting, a_poll, after, slot
from tests.domain.histories import TIMED_STEPS, Step, history

FAR = slot(400)
YES = {FAR: Choice.YES}
NUDGES = {Action.NUDGE, Action.NUDGE_DM}


def liking(group: Group, *members: MemberId) -> Group:
    """The group, in which these like a direct message."""
    liked = [
        replace(one, nudge=Nudge.DM if one.id in members else Nudge.THREAD) for one in group.members
    ]
    return replace(group, members=tuple(liked))


def allowing(group: Group, nudges: int) -> Group:
    """The group with another limit."""
    return replace(group, settings=replace(group.settings, nudges=nudges))


def a_long_poll(
    said: Mapping[MemberId, Mapping[Slot, Choice]] | None = None,
    group: Group | None = None,
    **facts: object,
) -> Gathering:
    """A poll that is open for four days; Ada, who called it, has answered."""
    answers = {ADA: YES} if said is None else said
    return a_poll(answers, group=group, slots=[FAR], **{"deadline": after(96), **facts})  # pyright: ignore[reportArgumentType] - real fields


def planned_nudges(gathering: Gathering) -> Sequence[Planned]:
    """The planned nudges."""
    return [one for one in plan(gathering) if one.action in NUDGES]


@pytest.mark.parametrize(
    ("life", "lead"),
    [(1, None), (47.9, None), (48, 36), (96, 36), (120, 36), (120.1, 48), (240, 48)],
)
def test_how_long_before_the_deadline_depends_on_how_long_a_poll_lives(
    life: float, lead: float | None
) -> None:
    due = nudge_at(a_meeting(deadline=after(life)))
    assert due == (None if lead is None else after(life - lead))


def test_a_nudge_is_of_use_until_the_deadline() -> None:
    (one,) = planned_nudges(a_long_poll())
    assert (one.action, one.due_at, one.expires_at) == (Action.NUDGE, after(60), after(96))


def test_one_message_for_the_thread_and_one_each_for_who_likes_it_so() -> None:
    group = liking(a_group((ADA, BEN, CLEO, DEV)), CLEO, DEV)
    one, *private = planned_nudges(a_long_poll(group=group))
    assert (one.action, one.member) == (Action.NUDGE, None)
    assert [(each.action, each.member) for each in private] == [
        (Action.NUDGE_DM, CLEO),
        (Action.NUDGE_DM, DEV),
    ]


def test_who_has_answered_is_not_nudged() -> None:
    said = {ADA: YES, CLEO: YES}
    group = liking(a_group(), CLEO)
    (one,) = planned_nudges(a_long_poll(said, group))
    assert one.action is Action.NUDGE
    assert planned_nudges(a_long_poll({ADA: YES, BEN: YES, CLEO: YES}, group)) == []


@pytest.mark.parametrize("phase", [one for one in Phase if one is not Phase.POLLING])
def test_only_an_open_poll_nudges(phase: Phase) -> None:
    assert planned_nudges(a_long_poll(phase=phase, time=FAR)) == []


def test_a_group_may_want_none() -> None:
    assert planned_nudges(a_long_poll(group=allowing(a_group(), 0))) == []


def test_a_round_that_nudged_keeps_its_entries_and_the_next_has_none() -> None:
    before = a_long_poll(group=liking(a_group(), CLEO))
    once = before.having(nudged(before.meeting))
    assert planned_nudges(once) == planned_nudges(before)
    longer = decisions.extended(once, timedelta(days=2), after(70))
    assert planned_nudges(once.having(longer)) == []
    assert planned_nudges(Gathering(allowing(once.group, 2), longer)) != []


def test_several_messages_of_a_round_are_one_nudge() -> None:
    once = nudged(a_meeting())
    assert once.nudged == Nudged(1, 1)
    assert nudged(once) == once
    assert nudged(replace(once, round=2)).nudged == Nudged(2, 2)


def test_a_little_more_time_asks_nobody_at_once() -> None:
    poll = a_long_poll(phase=Phase.UNDECIDED, changed_at=after(96))
    longer = decisions.extended(poll, timedelta(days=1), after(97))
    assert planned_nudges(poll.having(longer)) == []


def test_a_poll_that_grew_long_late_falls_back_to_the_shorter_lead() -> None:
    meeting = a_meeting(deadline=after(130), changed_at=after(90))
    assert nudge_at(meeting) == after(130 - 36)


def test_a_limit_that_is_raised_does_not_reach_back() -> None:
    (one,) = planned_nudges(a_long_poll())
    assert worth_adding(one, one.due_at - timedelta(seconds=1))
    assert not worth_adding(one, one.due_at)


@given(TIMED_STEPS)
def test_whatever_happens_only_who_owes_an_answer_is_nudged_and_before_the_deadline(
    steps: list[tuple[Step, int]],
) -> None:
    for gathering in history(steps, deadline=NOON + timedelta(days=3)):
        for one in planned_nudges(gathering):
            assert gathering.meeting.phase is Phase.POLLING
            assert gathering.meeting.changed_at < one.due_at < gathering.meeting.deadline
            assert len(gathering.meeting.answers) < len(gathering.group.members) or any(
                len(answer.choices) < len(gathering.meeting.slots)
                for answer in gathering.meeting.answers.values()
            )
