"""Topics for a meeting of an informal group: brought along by anybody, taken back by who did."""

from dataclasses import replace
from datetime import datetime

from bot.domain.agenda.facts import Topic
from bot.domain.agenda.refusals import NoSuchTopic, NothingTyped, NoTopics, TooManyTopics
from bot.domain.decisions import UNDO
from bot.domain.errors import NotAMember, NotScheduled
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Meeting, Phase

MOST_TOPICS = 8
LONGEST_TOPIC = 150


def with_topic(gathering: Gathering, member_id: MemberId, text: str, now: datetime) -> Meeting:
    """The meeting with one more topic, which may be brought while its poll is still open."""
    meeting, group = gathering.meeting, gathering.group
    if member_id not in group.member_ids:
        raise NotAMember(group.name)
    if group.settings.formal:
        raise NoTopics
    over = meeting.time is not None and meeting.time.ends <= now
    if over or not (meeting.open or meeting.phase is Phase.SCHEDULED):
        raise NotScheduled
    if not text.strip():
        raise NothingTyped
    agenda = meeting.agenda
    if len(agenda.topics) >= MOST_TOPICS:
        raise TooManyTopics(MOST_TOPICS)
    topic = Topic(agenda.given + 1, member_id, text)
    more = replace(agenda, topics=(*agenda.topics, topic), given=topic.number)
    return replace(meeting, agenda=more)


def without_topic(gathering: Gathering, member_id: MemberId, number: int) -> Meeting:
    """The meeting without a topic of the member's own."""
    agenda = gathering.meeting.agenda
    if all((one.number, one.member_id) != (number, member_id) for one in agenda.topics):
        raise NoSuchTopic
    fewer = tuple(one for one in agenda.topics if one.number != number)
    return replace(gathering.meeting, agenda=replace(agenda, topics=fewer))


def without_words(gathering: Gathering, now: datetime) -> Meeting:
    """What members typed is taken out: the meeting was called off, and can be taken up no more."""
    meeting = gathering.meeting
    if meeting.phase is not Phase.CANCELLED or now < meeting.changed_at + UNDO:
        return meeting
    turns = {who: replace(turn, title="") for who, turn in meeting.agenda.turns.items()}
    return replace(meeting, agenda=replace(meeting.agenda, turns=turns, topics=(), laid=None))
