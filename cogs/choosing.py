"""Which group a command means: the one named, the one of the channel, or the only one."""

import discord
from discord import app_commands

from bot.domain.errors import NoSuchGroup
from bot.domain.group import Group
from bot.domain.ids import ChannelId, GroupId, GuildId, MemberId
from bot.services.groups import GroupKeeping
from cogs.controls import Interaction


def guild_of(interaction: Interaction) -> GuildId:
    """The server; commands are offered in servers only."""
    if interaction.guild_id is None:
        raise app_commands.NoPrivateMessage
    return GuildId(interaction.guild_id)


def channel_of(interaction: Interaction) -> ChannelId:
    """The text or forum channel in which something happens; for a thread, the one it belongs to."""
    channel = interaction.channel
    if isinstance(channel, discord.Thread):
        return ChannelId(channel.parent_id)
    return ChannelId(interaction.channel_id or 0)


async def group_meant(interaction: Interaction, groups: GroupKeeping, named: str | None) -> Group:
    """The group that the command is about; refuses with NoSuchGroup where that is not clear."""
    guild_id = guild_of(interaction)
    if named is not None:
        return await _by_name(guild_id, groups, named)
    here = await groups.in_channel(channel_of(interaction))
    if here:
        return here
    own = [
        group
        for group in await groups.of_guild(guild_id)
        if MemberId(interaction.user.id) in group.member_ids
    ]
    if len(own) == 1:
        return own[0]
    raise NoSuchGroup


async def _by_name(guild_id: GuildId, groups: GroupKeeping, named: str) -> Group:
    """A picked group comes by its number, a typed one by its name."""
    if named.isdecimal() and named.isascii() and len(named) < 19:  # noqa: PLR2004 - a 64-bit number
        group = await groups.get(GroupId(int(named)))
        if group.guild_id == guild_id:
            return group
        raise NoSuchGroup
    return await groups.named(guild_id, named)


async def offered_groups(
    interaction: Interaction, groups: GroupKeeping, typed: str
) -> list[app_commands.Choice[str]]:
    """The server's groups whose channel the member can see, for autocompletion."""
    found = [
        app_commands.Choice(name=group.name, value=str(group.id))
        for group in await groups.of_guild(guild_of(interaction))
        if typed.casefold() in group.name.casefold() and _visible(interaction, group)
    ]
    return found[:25]


def _visible(interaction: Interaction, group: Group) -> bool:
    channel = interaction.guild.get_channel(group.channel_id) if interaction.guild else None
    if channel is None or not isinstance(interaction.user, discord.Member):
        return False
    return channel.permissions_for(interaction.user).view_channel
