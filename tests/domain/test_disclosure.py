"""Who may see the answers to a poll where a group hides them."""

from dataclasses import replace

import pytest

from bot.domain.disclosure import is_public, may_see
from bot.domain.group import Answers
from bot.domain.meeting import Choice, Gathering, Phase
from tests.domain.examples import ADA, BEN, CLEO, FINN, a_group, a_poll, slot

EARLY, LATE = slot(24), slot(30)


def a_hidden(**facts: object) -> Gathering:
    """Ada has answered everything, Ben half of it, Cleo nothing."""
    group = a_group()
    hiding = replace(group, settings=replace(group.settings, answers=Answers.HIDDEN))
    said = {
        ADA: dict.fromkeys((EARLY, LATE), Choice.NO),
        BEN: {EARLY: Choice.YES},
        FINN: dict.fromkeys((EARLY, LATE), Choice.YES),
    }
    return a_poll(said, group=hiding, slots=[EARLY, LATE], **facts)


def test_an_open_poll_is_read_by_everybody() -> None:
    assert may_see(a_poll(), CLEO)
    assert may_see(a_poll(), FINN)


@pytest.mark.parametrize("phase", [Phase.POLLING, Phase.UNDECIDED, Phase.CANCELLED])
def test_hidden_answers_are_for_members_who_have_answered_every_time(phase: Phase) -> None:
    poll = a_hidden(phase=phase)
    assert not is_public(poll)
    assert [who for who in (ADA, BEN, CLEO, FINN) if may_see(poll, who)] == [ADA]


@pytest.mark.parametrize("phase", [Phase.SCHEDULED, Phase.HELD])
def test_nothing_is_hidden_once_it_is_settled(phase: Phase) -> None:
    poll = a_hidden(phase=phase, time=EARLY)
    assert is_public(poll)
    assert may_see(poll, CLEO)
