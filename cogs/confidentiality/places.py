"""Which channels the guard watches: those that belong to a group."""

import discord

from bot.domain.ids import ChannelId, GuildId
from bot.services.groups import GroupKeeping


class Places:
    """A group's channel, its threads and posts, and the chat of its voice channel."""

    def __init__(self, client: discord.Client, groups: GroupKeeping) -> None:
        self._client = client
        self._groups = groups

    async def watched(self, guild_id: int, channel_id: int) -> bool:
        """Whether the channel or thread belongs to a group."""
        channel = await self._channel(guild_id, channel_id)
        if isinstance(channel, discord.Thread):
            return await self.watched_channel(channel.parent_id)
        if isinstance(channel, discord.VoiceChannel) and await self._is_meeting_room(channel):
            return True
        return channel is not None and await self.watched_channel(channel.id)

    async def watched_channel(self, channel_id: int) -> bool:
        """Whether the channel is one that a group lives in."""
        return await self._groups.in_channel(ChannelId(channel_id)) is not None

    async def _is_meeting_room(self, channel: discord.VoiceChannel) -> bool:
        groups = await self._groups.of_guild(GuildId(channel.guild.id))
        return any(group.settings.voice_channel_id == channel.id for group in groups)

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
