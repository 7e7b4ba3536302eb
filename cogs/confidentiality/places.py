"""Which channels the guard watches: those that belong to a group."""

from dataclasses import dataclass

import discord

from bot.domain.group import Group
from bot.domain.ids import ChannelId, GuildId
from bot.services.groups import GroupKeeping


@dataclass(frozen=True, slots=True)
class Home:
    """Whose a channel is; `channels` are the channel and the one around it, the inner one first."""

    group: Group
    channels: tuple[ChannelId, ...]


class Places:
    """A group's channel, its threads and posts, and the chat of its voice channel."""

    def __init__(self, client: discord.Client, groups: GroupKeeping) -> None:
        self._client = client
        self._groups = groups

    async def watched(self, guild_id: int, channel_id: int) -> bool:
        """Whether the channel or thread belongs to a group."""
        return await self.home(guild_id, channel_id) is not None

    async def home(self, guild_id: int, channel_id: int) -> Home | None:
        """The group that a channel or thread belongs to, or None."""
        channel = await self._channel(guild_id, channel_id)
        if channel is None:
            return None
        inner = ChannelId(channel.id)
        if isinstance(channel, discord.Thread):
            outer = ChannelId(channel.parent_id)
            return _home(await self._groups.in_channel(outer), inner, outer)
        return _home(
            await self._groups.in_channel(inner) or await self._meeting_there(channel), inner
        )

    async def watched_channel(self, channel_id: int) -> bool:
        """Whether the channel is one that a group lives in."""
        return await self._groups.in_channel(ChannelId(channel_id)) is not None

    async def _meeting_there(self, channel: discord.abc.GuildChannel) -> Group | None:
        """The first group, by name, that meets in the voice channel."""
        if not isinstance(channel, discord.VoiceChannel):
            return None
        groups = await self._groups.of_guild(GuildId(channel.guild.id))
        return next((one for one in groups if one.settings.voice_channel_id == channel.id), None)

    async def _channel(
        self, guild_id: int, channel_id: int
    ) -> discord.abc.GuildChannel | discord.Thread | None:
        """The channel as it is known, or as Discord gives it."""
        guild = self._client.get_guild(guild_id)
        known = guild.get_channel_or_thread(channel_id) if guild else None
        if known or guild is None:
            return known
        try:
            return await guild.fetch_channel(channel_id)
        except (discord.HTTPException, discord.InvalidData):
            return None  # what the bot may not see, it does not watch


def _home(group: Group | None, *channels: ChannelId) -> Home | None:
    return Home(group, channels) if group else None
