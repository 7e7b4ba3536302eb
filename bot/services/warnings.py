"""What remains of a warning about a likely client identifier: ids, kinds and the decision."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId
from bot.identifiers import Kind


class Decision(StrEnum):
    """What an author decides about a warning."""

    DELETED = "deleted"
    FALSE_ALARM = "false alarm"
    CONSENTED = "consented"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Warned:
    """One warning; `kinds` holds one kind for each finding, never what was found."""

    message_id: MessageId
    guild_id: GuildId
    channel_id: ChannelId
    author_id: MemberId
    kinds: tuple[Kind, ...]
    warned_at: datetime
    reply_id: MessageId | None = None
    decision: Decision | None = None
