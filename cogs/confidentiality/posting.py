"""Posting a member's text for them, in their name, and taking it back.

The bot's message names its author in its first line; by that they are known later.
"""

import discord

from bot.domain.ids import MemberId
from cogs.controls import Interaction
from cogs.wording import checking as wording

_SILENT = discord.AllowedMentions.none()


def may_post(interaction: Interaction) -> bool:
    """Whether the member may write where they are, by what Discord says at this moment."""
    channel = interaction.channel
    if interaction.guild_id is None or not isinstance(channel, discord.abc.Messageable):
        return False
    if isinstance(channel, discord.Thread):
        closed = channel.locked and not interaction.permissions.manage_threads
        return interaction.permissions.send_messages_in_threads and not closed
    return interaction.permissions.send_messages


async def post_for(interaction: Interaction, text: str, nonce: str) -> discord.Message:
    """Posts a text in the name of who asks, where they ask; nobody is pinged.

    Args:
        interaction: who asks, and where.
        text: what they wrote; it has been screened.
        nonce: Discord gives the first message again where it comes twice within minutes.
    """
    channel = interaction.client.get_partial_messageable(
        interaction.channel_id, guild_id=interaction.guild_id
    )
    return await channel.send(
        wording.posted(MemberId(interaction.user.id), text),
        nonce=nonce,
        allowed_mentions=_SILENT,
        suppress_embeds=not interaction.permissions.embed_links,
    )


def is_ours(interaction: Interaction, message: discord.Message) -> bool:
    """Whether the bot posted it."""
    return interaction.client.user is not None and message.author.id == interaction.client.user.id


def is_of_who_asks(interaction: Interaction, message: discord.Message) -> bool:
    """Whether who asks wrote a message, by themselves or through the bot."""
    head = wording.head(MemberId(interaction.user.id))
    through_us = is_ours(interaction, message) and message.content.startswith(head)
    return message.author.id == interaction.user.id or through_us
