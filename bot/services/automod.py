"""Which formal identifiers a server has Discord refuse unseen, and which channels that is not for.

A part that was asked for has a rule at Discord, or waits: a rule holds in the whole server but
for the channels named in it, and Discord takes fifty of those. It does *not* speak to Discord.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from bot.domain.group import Group
from bot.domain.ids import ChannelId, GuildId
from bot.identifiers.automod import Part

MOST_EXEMPT = 50

Wanted = Mapping[Part, int | None]
"""The parts that a server asked for, each with its rule's id; None where it waits."""


class AutoModRules(Protocol):
    """What is kept of the rules that the bot made."""

    async def wanted(self, guild_id: GuildId) -> dict[Part, int | None]:
        """The parts that the server asked for."""
        ...

    async def keep(self, guild_id: GuildId, part: Part, rule_id: int | None) -> None:
        """Keeps that a part is asked for, and its rule."""
        ...

    async def drop(self, guild_id: GuildId, part: Part) -> None:
        """Forgets a part."""
        ...


def parts_of(*, contacts: bool) -> tuple[Part, ...]:
    """What is asked for: numbers always, ways to reach somebody where that is chosen."""
    return (Part.NUMBERS, Part.CONTACTS) if contacts else (Part.NUMBERS,)


def exempt(channels: Iterable[int], groups: Iterable[Group]) -> tuple[ChannelId, ...]:
    """The channels that are no group's, in order; a group's voice channel is its own, too."""
    own = {
        place for group in groups for place in (group.channel_id, group.settings.voice_channel_id)
    }
    return tuple(ChannelId(one) for one in sorted(channels) if one not in own)
