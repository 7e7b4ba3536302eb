"""Which slot wins: most who can come, then most plain yeses, then the earliest; quorum always."""

import random
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.availability import missing, ranked, tally, winner
from bot.domain.ids import MemberId
from bot.domain.meeting import Answer, Choice, Gathering
from bot.domain.when.slot import Slot
from tests.domain.examples import (
    ADA,
    BEN,
    CLEO,
    DEV,
    NOON,
    a_group,
    a_poll,
    after,
    polls,
    slot,
)

YES, MAYBE, NO = Choice.YES, Choice.IF_NEED_BE, Choice.NO
EARLY, LATE = slot(24), slot(30)
MOMENTS = st.integers(0, 60).map(after)


def can_come(gathering: Gathering, one: Slot) -> int:
    """Members who said yes or if need be, counted without the code under test."""
    return sum(
        gathering.meeting.answers[member].choices.get(one) in {YES, MAYBE}
        for member in gathering.group.member_ids & gathering.meeting.answers.keys()
    )


def saying(gathering: Gathering, member: MemberId, one: Slot, choice: Choice) -> Gathering:
    """The same poll with one member's choice for one slot changed."""
    before = gathering.meeting.answers.get(member, Answer({}, "", NOON))
    answer = replace(before, choices={**before.choices, one: choice})
    answers = {**gathering.meeting.answers, member: answer}
    return gathering.having(replace(gathering.meeting, answers=answers))


@given(polls(), MOMENTS)
def test_the_winner_has_the_quorum_and_lies_ahead(gathering: Gathering, now: datetime) -> None:
    won = winner(gathering, now)
    if won is not None:
        assert can_come(gathering, won) >= gathering.group.settings.quorum
        assert won.starts > now


@given(polls())
def test_no_winner_means_that_no_slot_ahead_has_the_quorum(gathering: Gathering) -> None:
    if winner(gathering, NOON) is None:
        counts = [can_come(gathering, one) for one in gathering.meeting.slots]
        assert max(counts) < gathering.group.settings.quorum


@given(polls())
def test_nobody_could_have_had_more_people(gathering: Gathering) -> None:
    won = winner(gathering, NOON)
    if won is not None:
        most = max(can_come(gathering, one) for one in gathering.meeting.slots)
        assert can_come(gathering, won) == most


@given(polls(), st.randoms(use_true_random=False))
def test_neither_the_order_of_members_nor_of_answers_matters(
    gathering: Gathering, chance: random.Random
) -> None:
    members = list(gathering.group.members)
    answers = list(gathering.meeting.answers.items())
    chance.shuffle(members)
    chance.shuffle(answers)
    shuffled = Gathering(
        replace(gathering.group, members=tuple(members)),
        replace(gathering.meeting, answers=dict(answers)),
    )
    assert winner(shuffled, NOON) == winner(gathering, NOON)


@given(polls(), st.data())
def test_one_more_yes_never_makes_the_winner_lose(
    gathering: Gathering, data: st.DataObject
) -> None:
    won = winner(gathering, NOON)
    if won is not None:
        member = data.draw(st.sampled_from(gathering.group.members))
        assert winner(saying(gathering, member.id, won, YES), NOON) == won


@given(polls(), st.data())
def test_a_no_where_there_was_no_answer_changes_no_winner(
    gathering: Gathering, data: st.DataObject
) -> None:
    """A no answer is not counted as a no, so saying it changes nothing but who is missing."""
    member = data.draw(st.sampled_from(gathering.group.members))
    one = data.draw(st.sampled_from(gathering.meeting.slots))
    if one not in gathering.meeting.answers.get(member.id, Answer({}, "", NOON)).choices:
        said = saying(gathering, member.id, one, NO)
        assert winner(said, NOON) == winner(gathering, NOON)
        assert [t.can for t in tally(said)] == [t.can for t in tally(gathering)]


@given(polls())
def test_who_is_not_a_member_does_not_count(gathering: Gathering) -> None:
    inside = {
        member: answer
        for member, answer in gathering.meeting.answers.items()
        if member in gathering.group.member_ids
    }
    without = gathering.having(replace(gathering.meeting, answers=inside))
    assert ranked(without) == ranked(gathering)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({ADA: {EARLY: YES, LATE: YES}, BEN: {LATE: MAYBE}}, LATE),
        ({ADA: {EARLY: MAYBE, LATE: YES}, BEN: {EARLY: YES, LATE: YES}}, LATE),
        ({ADA: {EARLY: YES, LATE: YES}, BEN: {EARLY: YES, LATE: YES}}, EARLY),
        ({ADA: {EARLY: YES}, BEN: {LATE: YES}}, None),
        ({ADA: {EARLY: YES, LATE: MAYBE}, BEN: {LATE: MAYBE}, DEV: {EARLY: YES}}, LATE),
        ({}, None),
    ],
    ids=["most", "plain yeses", "earliest", "below quorum", "a stranger's yes", "silence"],
)
def test_the_order_of_the_rule(
    said: dict[MemberId, dict[Slot, Choice]], expected: Slot | None
) -> None:
    assert winner(a_poll(said, slots=[EARLY, LATE]), NOON) == expected


def test_a_slot_that_has_begun_cannot_win() -> None:
    gathering = a_poll({m: {EARLY: YES} for m in (ADA, BEN)}, slots=[EARLY, LATE])
    assert winner(gathering, EARLY.starts) is None


def test_a_quorum_of_nobody_still_needs_somebody() -> None:
    gathering = a_poll(group=a_group(quorum=0))
    assert winner(gathering, NOON) is None


def test_missing_are_those_who_left_a_slot_unsaid() -> None:
    said = {ADA: {EARLY: YES, LATE: NO}, BEN: {EARLY: YES}}
    assert missing(a_poll(said, slots=[EARLY, LATE])) == (BEN, CLEO)


def test_a_tally_names_people_in_the_order_of_joining() -> None:
    group = a_group((CLEO, ADA, BEN, DEV))
    said = {ADA: {EARLY: YES}, BEN: {EARLY: MAYBE}, CLEO: {EARLY: YES}, DEV: {EARLY: NO}}
    (one,) = tally(a_poll(said, group=group, slots=[EARLY]))
    assert (one.yes, one.if_need_be, one.no, one.can) == ((CLEO, ADA), (BEN,), (DEV,), 3)
