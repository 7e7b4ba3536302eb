"""Listens to what members write in groups' channels: messages, edits, titles, deletions."""

import asyncio
from contextlib import AbstractAsyncContextManager, nullcontext
from weakref import WeakValueDictionary

import discord
from discord.ext import commands

from bot.domain.ids import MessageId
from bot.services.confidentiality import Confidentiality
from bot.services.ports import Clock
from bot.services.reminding import Reminding
from bot.services.warnings import Decision
from cogs.confidentiality.files import files_of
from cogs.confidentiality.passages import joined
from cogs.confidentiality.reminders import Reminders
from cogs.confidentiality.removed import Removed
from cogs.confidentiality.reviews import Reviews
from cogs.confidentiality.rules import Rulebook
from cogs.confidentiality.subjects import message_subject, passages_in, title_subject
from cogs.confidentiality.swaps import Swaps
from cogs.confidentiality.warner import Warner
from cogs.controls import Router

_WRITTEN = {discord.MessageType.default, discord.MessageType.reply}
_RENAMED = discord.MessageType.channel_name_change
_RECENT = 5
"""So many of a thread's newest messages may stand after the note that it was renamed."""

_LONG_AT_ONCE = 2


class ConfidentialityCog(commands.Cog):
    """The first guard over messages and titles.

    Without the privileged intent (`reads_messages`) Discord shows the bot no message text, and
    the guard watches titles alone.
    """

    def __init__(
        self,
        client: discord.Client,
        guard: Confidentiality,
        rulebook: Rulebook,
        router: Router,
        clock: Clock,
        reminding: Reminding,
        *,
        reads_messages: bool,
    ) -> None:
        self._client = client
        self._reads_messages = reads_messages
        self._turns = WeakValueDictionary[int, asyncio.Lock]()
        self._long = asyncio.Semaphore(_LONG_AT_ONCE)
        self._places = rulebook.places
        self._rulebook = rulebook
        self._warner = Warner(client, guard, rulebook, clock)
        joint = (client, guard, rulebook, self._warner)
        Reviews(*joint, router, reads_messages=reads_messages)
        Swaps(*joint, router)
        Removed(*joint, router)
        reminding.serve(Reminders(*joint, reads_messages=reads_messages).remind)

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """A new message, the first one of a post, or the note that a thread was renamed."""
        if message.guild is None or _by_machine(message):
            return
        if message.type is _RENAMED:
            await self._look_at_title_of(message)
        elif message.type in _WRITTEN:
            await self._look_at_message(message)
            if message.id == message.channel.id:
                # A post can be answered only once its first message is there.
                await self._look_at_title_of(message)

    async def _look_at_message(self, message: discord.Message) -> None:
        guild_id, channel_id = message.guild.id if message.guild else 0, message.channel.id
        if self._reads_messages:
            async with self._turn(message.id):
                await self._look_into(message, guild_id, channel_id)

    async def _look_into(self, message: discord.Message, guild_id: int, channel_id: int) -> None:
        if not await self._places.watched(guild_id, channel_id):
            return
        async with self._way_for(message):
            passages = await passages_in(message)
            text = joined(passages)
            missed = any(passage.missed for passage in passages)
            if not missed or await self._warns(guild_id, channel_id, text):
                subject = message_subject(message.id, channel_id)
                await self._warner.look(subject, guild_id, message.author.id, text)

    def _turn(self, message_id: int) -> asyncio.Lock:
        """Events of one message are worked off in their order: opening a file takes a while."""
        return self._turns.setdefault(message_id, asyncio.Lock())

    def _way_for(self, message: discord.Message) -> AbstractAsyncContextManager[object]:
        """A long text takes seconds of a processor: a few at a time leave room for all others."""
        return self._long if any(files_of(message)) else nullcontext()

    async def _warns(self, guild_id: int, channel_id: int, text: str) -> bool:
        rules = await self._rulebook.of(guild_id, channel_id)
        return (await rules.screened(text)).warn

    async def _look_at_title_of(self, message: discord.Message) -> None:
        thread = message.channel
        if isinstance(thread, discord.Thread):
            await self._look_at_title(
                thread.guild.id, thread.parent_id, thread.id, thread.name, message.author.id
            )

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """A message was changed: it may have become worse, or better."""
        if payload.guild_id is None or not self._reads_messages:
            return
        message = payload.message
        if _by_machine(message) or message.type not in _WRITTEN:
            return
        async with self._turn(payload.message_id):
            if "content" not in payload.data:
                message = await self._fetched(payload)
            if message:
                await self._look_into(message, payload.guild_id, payload.channel_id)

    async def _fetched(self, payload: discord.RawMessageUpdateEvent) -> discord.Message | None:
        channel = self._client.get_partial_messageable(payload.channel_id)
        try:
            return await channel.fetch_message(payload.message_id)
        except discord.HTTPException:
            return None

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """A message is gone, so its warning goes."""
        await self._close(payload.message_id)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Many messages are gone, and their warnings with them."""
        for message_id in payload.message_ids:
            await self._close(message_id)

    async def _close(self, message_id: int) -> None:
        async with self._turn(message_id):
            await self._warner.close(MessageId(message_id), Decision.DELETED)

    @commands.Cog.listener()
    async def on_thread_create(self, thread: discord.Thread) -> None:
        """A new thread; a forum's post is looked at with its first message."""
        if not isinstance(thread.parent, discord.ForumChannel):
            await self._look_at_title(
                thread.guild.id, thread.parent_id, thread.id, thread.name, thread.owner_id
            )

    @commands.Cog.listener()
    async def on_raw_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        """A thread was renamed or otherwise changed; who did it is said in the thread."""
        name = payload.data["name"]
        if not await self._warns(payload.guild_id, payload.thread_id, name):
            await self._warner.close(title_subject(payload.thread_id).key, Decision.EDITED)
        elif await self._places.watched_channel(payload.parent_id):
            by = await self._renamer(payload.thread_id) or int(payload.data["owner_id"])
            await self._look_at_title(
                payload.guild_id, payload.parent_id, payload.thread_id, name, by
            )

    async def _renamer(self, thread_id: int) -> int | None:
        """Who renamed the thread last, where Discord's note about it still stands near its end."""
        channel = self._client.get_partial_messageable(thread_id)
        try:
            async for message in channel.history(limit=_RECENT):
                if message.type is _RENAMED:
                    return message.author.id
        except discord.HTTPException:
            return None
        return None

    async def _look_at_title(
        self, guild_id: int, parent_id: int, thread_id: int, name: str, author_id: int
    ) -> None:
        own = self._client.user is not None and author_id == self._client.user.id
        if not own and await self._places.watched_channel(parent_id):
            await self._warner.look(title_subject(thread_id), guild_id, author_id, name)


def _by_machine(message: discord.Message) -> bool:
    return message.author.bot or message.webhook_id is not None
