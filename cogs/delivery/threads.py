"""The thread under a meeting's card: opened once, and renamed when the meeting moves."""

import discord
from discord.ext import commands

from bot.domain.ids import ChannelId, MessageId
from bot.domain.meeting import Gathering
from bot.services.outbox import Refused
from cogs.delivery.faults import THREAD_EXISTS, UNKNOWN_CHANNEL
from cogs.wording import meetings as wording

_A_WEEK = 10080
"""Minutes without a word after which Discord puts a thread away; the longest that it offers."""


async def thread_of_card(client: commands.Bot, gathering: Gathering) -> ChannelId:
    """The thread's id; it carries the number of the card that it hangs on."""
    posts = gathering.meeting.posts
    if posts.card_message is None or posts.card_channel is None:
        raise Refused(UNKNOWN_CHANNEL)
    title = wording.thread_title(gathering)
    if posts.thread is None:
        try:
            return await _opened(client, gathering, posts.card_channel, posts.card_message, title)
        except discord.HTTPException as error:
            if error.code != THREAD_EXISTS:
                raise
    return await _renamed(client, gathering, ChannelId(posts.thread or posts.card_message), title)


async def _opened(
    client: commands.Bot, gathering: Gathering, place: ChannelId, card: MessageId, title: str
) -> ChannelId:
    channel = client.get_partial_messageable(place, guild_id=gathering.group.guild_id)
    message = channel.get_partial_message(card)
    thread = await message.create_thread(name=title, auto_archive_duration=_A_WEEK)
    return ChannelId(thread.id)


async def _renamed(
    client: commands.Bot, gathering: Gathering, thread_id: ChannelId, title: str
) -> ChannelId:
    guild = client.get_guild(gathering.group.guild_id)
    thread = guild.get_channel_or_thread(thread_id) if guild else None
    if isinstance(thread, discord.Thread) and thread.name != title:
        await thread.edit(name=title)
    return thread_id
