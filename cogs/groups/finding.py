"""Which group a member means here, as far as they may know of it; refuses with NoSuchGroup.

A group in a channel that somebody cannot see does not exist for them, whether they guess its
number or its name.
"""

import discord

from bot.domain.errors import NoSuchGroup
from bot.domain.group import Group
from bot.domain.ids import GroupId, MemberId
from bot.services.groups import GroupKeeping
from cogs.choosing import channel_of, group_meant, guild_of
from cogs.controls import Interaction


def can_see(interaction: Interaction, group: Group) -> bool:
    """Whether the member sees the group's channel in Discord."""
    channel = interaction.guild.get_channel(group.channel_id) if interaction.guild else None
    if channel is None or not isinstance(interaction.user, discord.Member):
        return False
    return channel.permissions_for(interaction.user).view_channel


async def group_known(interaction: Interaction, groups: GroupKeeping, named: str | None) -> Group:
    """The group meant, for its members, those who see its channel, and who manages the server."""
    group = await group_meant(interaction, groups, named)
    known = MemberId(interaction.user.id) in group.member_ids
    if known or interaction.permissions.manage_guild or can_see(interaction, group):
        return group
    raise NoSuchGroup


async def group_to_join(interaction: Interaction, groups: GroupKeeping, named: str | None) -> Group:
    """The group named, the one of this channel, or the only one that is open to the member."""
    if named is not None:
        return open_to(interaction, await group_meant(interaction, groups, named))
    here = await groups.in_channel(channel_of(interaction))
    if here:
        return open_to(interaction, here)
    joinable = [
        group
        for group in await groups.of_guild(guild_of(interaction))
        if can_see(interaction, group) and MemberId(interaction.user.id) not in group.member_ids
    ]
    if len(joinable) != 1:
        raise NoSuchGroup
    return joinable[0]


async def group_of_button(interaction: Interaction, groups: GroupKeeping, number: int) -> Group:
    """The group whose button was pressed."""
    return open_to(interaction, await groups.get(GroupId(number)))


def open_to(interaction: Interaction, group: Group) -> Group:
    """The group, if its channel lies in this server and the member can see it."""
    if group.guild_id != guild_of(interaction) or not can_see(interaction, group):
        raise NoSuchGroup
    return group
