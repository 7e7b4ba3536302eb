"""What remains of a warning about a likely client identifier: ids, kinds and the decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.ids import ChannelId, GroupId, GuildId, MemberId, MessageId
from bot.identifiers import Kind


class Decision(StrEnum):
    """What an author decides about a warning."""

    DELETED = "deleted"
    REWRITTEN = "rewritten"
    FALSE_ALARM = "false alarm"
    CONSENTED = "consented"
    EDITED = "edited"


CONFIRMED = frozenset({Decision.DELETED, Decision.REWRITTEN, Decision.EDITED})
"""What an author does who agrees with a warning."""


class Told(StrEnum):
    """How the author of a text heard of a warning."""

    IN_REPLY = "in reply"
    PRIVATELY = "privately"
    REMOVED = "removed"
    """Privately, with a copy: the message was taken out of the channel."""
    NOBODY = "nobody"
    """They take no direct messages, and nothing is said in the channel."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Where a warning stands, and how it was given; no place where it could not be."""

    told: Told
    channel_id: ChannelId | None = None
    message_id: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """One warning; `kinds` holds one kind for each finding, never what was found."""

    message_id: MessageId
    guild_id: GuildId
    channel_id: ChannelId
    author_id: MemberId
    kinds: tuple[Kind, ...]
    warned_at: datetime
    group_id: GroupId | None = None
    notice: Notice = Notice(Told.IN_REPLY)
    remind_at: datetime | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the alarms of one kind in a group; each finding counts."""

    confirmed: int = 0
    refused: int = 0
    consented: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """How a group's alarms went, by kind, and of how many warnings nobody could be told."""

    tallies: Mapping[Kind, Tally]
    unheard: int
