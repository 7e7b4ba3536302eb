"""Polls and regular meetings in a forum: each is a post of its own.

Discord de-duplicates no posts, so a post is looked for among the open ones whenever an earlier try
may have arrived.
"""

import discord
from discord.ext import commands
from discord.utils import MISSING

from bot.domain.ids import ChannelId, MessageId
from bot.domain.meeting import Gathering
from bot.services.outbox import Posted, Refused
from cogs.controls import carried
from cogs.delivery.enclosing import Enclosure
from cogs.delivery.faults import UNKNOWN_CHANNEL
from cogs.outgoing import Outgoing


async def open_post(
    client: commands.Bot, gathering: Gathering, outgoing: Outgoing, enclosure: Enclosure | None
) -> Posted:
    """Opens the post of a poll or of a regular meeting."""
    users = [discord.Object(member_id) for member_id in outgoing.pinged[:100]]
    made = await _forum(client, gathering).create_thread(
        name=outgoing.title,
        view=outgoing.view,
        files=[enclosure.file()] if enclosure else MISSING,
        allowed_mentions=discord.AllowedMentions(everyone=False, roles=False, users=users),
    )
    return _posted(made.thread, made.message.id)


async def find_post(client: commands.Bot, gathering: Gathering, mark: str) -> Posted | None:
    """The post whose first message carries the marker, among the open ones."""
    guild = client.get_guild(gathering.group.guild_id)
    if guild is None:
        raise Refused(UNKNOWN_CHANNEL)
    for thread in await guild.active_threads():
        if thread.parent_id != gathering.group.channel_id or thread.owner_id != _own_id(client):
            continue
        try:
            first = await thread.fetch_message(thread.id)
        except discord.NotFound:
            continue  # somebody deleted the first message
        if carried(first, mark):
            return _posted(thread, first.id)
    return None


def _own_id(client: commands.Bot) -> int:
    return client.user.id if client.user else 0


def _posted(thread: discord.Thread, message_id: int) -> Posted:
    place = ChannelId(thread.id)
    return Posted(channel=place, message=MessageId(message_id), thread=place)


def _forum(client: commands.Bot, gathering: Gathering) -> discord.ForumChannel:
    channel = client.get_channel(gathering.group.channel_id)
    if not isinstance(channel, discord.ForumChannel):
        raise Refused(UNKNOWN_CHANNEL)
    return channel
