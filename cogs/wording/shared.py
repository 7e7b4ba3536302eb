"""Small parts of sentences: instants, lengths, lists of people."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.ids import ChannelId, MemberId


def moment(instant: datetime) -> str:
    """A full date and time, which Discord shows to each reader in their own zone."""
    return f"<t:{int(instant.timestamp())}:F>"


def clock(instant: datetime) -> str:
    """The time of day alone, in each reader's own zone."""
    return f"<t:{int(instant.timestamp())}:t>"


def away(instant: datetime) -> str:
    """How far away an instant is, kept current by Discord."""
    return f"<t:{int(instant.timestamp())}:R>"


def person(member_id: MemberId) -> str:
    """A member, shown by name; whether they are pinged is decided elsewhere."""
    return f"<@{member_id}>"


def people(member_ids: Sequence[MemberId]) -> str:
    """Members by name."""
    return " ".join(map(person, member_ids))


def channel(channel_id: ChannelId) -> str:
    """A channel, shown by name."""
    return f"<#{channel_id}>"


def counted(count: int, one: str, many: str) -> str:
    """A number with its noun, like "1 person" or "2 people"."""
    return f"{count} {one if count == 1 else many}"


def listed(parts: Sequence[str]) -> str:
    """Parts in a row, like "a, b and c"."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def duration(minutes: int) -> str:
    """Minutes in the largest unit that fits, like "90 minutes", "1 hour", "2 days"."""
    for size, one, many in ((24 * 60, "day", "days"), (60, "hour", "hours")):
        if minutes % size == 0:
            return counted(minutes // size, one, many)
    return counted(minutes, "minute", "minutes")
