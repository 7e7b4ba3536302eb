"""Where answers are hidden, nothing that everybody reads depends on what was answered."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.availability import missing
from bot.domain.group import Answers
from bot.domain.meeting import Answer, Choice, Gathering, Phase
from cogs.polls.cards import draw
from cogs.wording import polls as wording
from cogs.wording.quorum import impossible_notice
from tests.domain.examples import EVERYBODY, NOON, a_group, a_poll, polls, slot


def hiding(poll: Gathering, phase: Phase) -> Gathering:
    """The same poll in a group that hides answers."""
    settings = replace(poll.group.settings, answers=Answers.HIDDEN)
    meeting = replace(poll.meeting, phase=phase)
    return Gathering(replace(poll.group, settings=settings), meeting)


OPEN = st.sampled_from([Phase.POLLING, Phase.UNDECIDED])


@given(polls(), OPEN, st.data())
def test_what_everybody_reads_is_the_same_whatever_was_answered(
    poll: Gathering, phase: Phase, data: st.DataObject
) -> None:
    poll = hiding(poll, phase)
    meeting = poll.meeting
    others = {
        who: Answer(
            {one: data.draw(st.sampled_from(Choice)) for one in answer.choices}, "I cannot", NOON
        )
        for who, answer in meeting.answers.items()
    }
    other = poll.having(replace(meeting, answers=others))
    assert missing(poll) == missing(other)
    assert draw(poll).to_components() == draw(other).to_components()
    assert wording.undecided_notice(poll) == wording.undecided_notice(other)


def test_the_question_about_an_impossible_quorum_tells_no_count() -> None:
    poll = hiding(a_poll(group=a_group(quorum=6)), Phase.POLLING)
    assert "quorum" not in impossible_notice(poll, NOON)
    assert "See answers" in impossible_notice(poll, NOON)


def test_the_private_answers_fit_into_a_message() -> None:
    slots = [slot(hour) for hour in range(1, 26)]
    said = {who: dict.fromkeys(slots, Choice.YES) for who in EVERYBODY}
    poll = a_poll(said, group=a_group(EVERYBODY), slots=slots)
    noted = {who: replace(one, note="n" * 200) for who, one in poll.meeting.answers.items()}
    full = hiding(poll.having(replace(poll.meeting, answers=noted)), Phase.POLLING)
    assert len(wording.answers(full)) <= 1900
    assert len(wording.thanks(full, EVERYBODY[0], (), 1200)) <= 1200
    assert "6 yes" in wording.answers(full)
