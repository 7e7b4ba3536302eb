"""How an author hears of a warning: under the text, or by a direct message with or without a copy.

It does not know which way a group chose.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import aiohttp
import discord

from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId
from bot.services.warnings import Notice, Told, Warned
from cogs.confidentiality.choices import removed_choices
from cogs.confidentiality.showing import Seen, copy_embed, reasons, with_rewrite
from cogs.confidentiality.subjects import Subject, review_button
from cogs.controls import still
from cogs.replies import rows
from cogs.wording import reviews as wording

MOST_FILES = 8 * 1024 * 1024
"""Bytes; more than that a direct message may not hold."""

_LINK = "https://discord.com/channels/{}/{}/{}"


class Teller:
    """Says it; each way gives the notice that it left, and raises discord.HTTPException."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def in_reply(self, subject: Subject, warned: Warned, words: str) -> Notice:
        """Under the message, or in the thread whose title it is; the author alone is pinged."""
        channel = self._client.get_partial_messageable(subject.channel_id, guild_id=warned.guild_id)
        options: dict[str, Any] = {"view": still(rows(review_button(subject)))}
        if subject.title:
            options["allowed_mentions"] = _only([discord.Object(warned.author_id)])
        else:
            options["reference"] = channel.get_partial_message(subject.number).to_reference()
            options["allowed_mentions"] = _only([], replied=True)
        sent = await channel.send(words, **options)
        return Notice(Told.IN_REPLY, subject.channel_id, MessageId(sent.id))

    async def privately(self, subject: Subject, warned: Warned, words: str) -> Notice:
        """By a direct message, which leads to the review."""
        view = still(rows(review_button(subject)))
        sent = await (await self._dm(warned.author_id)).send(words, view=view)
        return Notice(Told.PRIVATELY, ChannelId(sent.channel.id), MessageId(sent.id))

    async def with_copy(
        self, seen: Seen, warned: Warned, message: discord.Message
    ) -> Notice | None:
        """By a direct message with all of it, since it will be gone; None where not all fits."""
        files = await _files(message)
        if files is None or message.poll:
            return None
        lines, _ = reasons(seen)
        answered = message.reference.message_id if message.reference else None
        text = message.content
        copy = [copy_embed(text)] if text else []
        choices = removed_choices(message.id, warned.channel_id, answered or 0, words=bool(text))
        sent = await (await self._dm(warned.author_id)).send(
            wording.removed(warned.channel_id, lines, files=bool(files)),
            embeds=with_rewrite(copy, seen.rewrite),
            files=files,
            view=still(rows(*choices)),
        )
        return Notice(Told.REMOVED, ChannelId(sent.channel.id), MessageId(sent.id))

    async def take_back(self, notice: Notice) -> None:
        """Removes what was said; fine where it is gone already."""
        if notice.channel_id is None or notice.message_id is None:
            return
        channel = self._client.get_partial_messageable(notice.channel_id)
        with suppress(discord.NotFound):
            await channel.get_partial_message(notice.message_id).delete()

    async def stands(self, notice: Notice) -> bool:
        """Whether what was said is still there, as far as the bot can see."""
        if notice.channel_id is None or notice.message_id is None:
            return True
        channel = self._client.get_partial_messageable(notice.channel_id)
        try:
            await channel.fetch_message(notice.message_id)
        except discord.NotFound:
            return False
        except discord.HTTPException:
            return True
        return True

    def may_delete(self, subject: Subject, guild_id: GuildId) -> bool:
        """Whether Discord lets the bot delete others' messages there."""
        guild = self._client.get_guild(guild_id)
        channel = guild.get_channel_or_thread(subject.channel_id) if guild else None
        if channel is None:
            return False
        try:
            return channel.permissions_for(channel.guild.me).manage_messages
        except discord.ClientException:
            return False  # a thread of a channel that the bot cannot see

    async def _dm(self, author_id: MemberId) -> discord.DMChannel:
        return await self._client.create_dm(discord.Object(author_id))


async def _files(message: discord.Message) -> list[discord.File] | None:
    """Copies of a message's files, in memory alone; None where they are too large or gone."""
    if sum(file.size for file in message.attachments) > MOST_FILES:
        return None
    try:
        return [await file.to_file() for file in message.attachments]
    except (discord.DiscordException, aiohttp.ClientError, TimeoutError):
        return None


def link(subject: Subject, guild_id: GuildId) -> str:
    """Where the text stands."""
    if subject.title:
        return f"<#{subject.number}>"
    return _LINK.format(guild_id, subject.channel_id, subject.number)


def _only(users: Sequence[discord.Object], *, replied: bool = False) -> discord.AllowedMentions:
    """Nobody but the author is pinged."""
    return discord.AllowedMentions(
        everyone=False, roles=False, users=list(users), replied_user=replied
    )
