"""A call that is being prepared: typed, read and shown back, but not posted yet."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.ids import DraftId, GroupId, GuildId, MeetingId, MemberId
from bot.domain.meeting import Kind, Soon
from bot.domain.when.slot import Slot


@dataclass(frozen=True, slots=True)
class Draft:
    """What a convener typed; with `meeting_id` it is about more times or a move of that meeting.

    `typed` are the candidate times in the convener's words, `slots` what was read in them;
    `id` is 0 until it is kept; `length` is in minutes.
    """

    id: DraftId
    guild_id: GuildId
    group_id: GroupId
    member_id: MemberId
    meeting_id: MeetingId | None
    topic: str
    kind: Kind
    soon: Soon
    length: int
    typed: str
    slots: tuple[Slot, ...]
    created_at: datetime
