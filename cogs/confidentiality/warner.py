"""Warns the author of a text that may identify a client, once, as strictly as the group chose."""

import asyncio
from weakref import WeakValueDictionary

import discord

from bot.domain.ids import GuildId, MemberId, MessageId
from bot.identifiers import Strictness
from bot.logs import Log
from bot.services.confidentiality import Confidentiality
from bot.services.ports import Clock
from bot.services.warnings import Decision, Notice, Told, Warned
from cogs.confidentiality.rules import Rulebook, Rules
from cogs.confidentiality.subjects import Subject, passages_in
from cogs.confidentiality.telling import Teller, link
from cogs.wording import confidentiality as wording

_LOG = Log("confidentiality")


class Warner:
    """Gives warnings and takes them back; what became of each is kept by the service."""

    def __init__(
        self, client: discord.Client, guard: Confidentiality, rulebook: Rulebook, clock: Clock
    ) -> None:
        self._client = client
        self._guard = guard
        self._rulebook = rulebook
        self._clock = clock
        self.teller = Teller(client)
        self._turns = WeakValueDictionary[MessageId, asyncio.Lock]()

    async def look(self, subject: Subject, guild_id: int, author_id: int, text: str) -> None:
        """Screens a text as it is now: warns its author, or takes a former warning back."""
        async with self.turn(subject.key):
            rules = await self._rulebook.of(guild_id, subject.channel_id)
            verdict = await rules.screened(text)
            if not verdict.warn:
                await self._close(subject.key, Decision.EDITED)
                return
            warned = Warned(
                message_id=subject.key,
                guild_id=GuildId(guild_id),
                channel_id=subject.channel_id,
                author_id=MemberId(author_id),
                kinds=tuple(finding.kind for finding in verdict.findings),
                warned_at=self._clock.now(),
                group_id=rules.group_id,
            )
            await self._warn(subject, warned, rules)

    def turn(self, key: MessageId) -> asyncio.Lock:
        """Events about one text take turns, so that an edit finds the warning it takes back."""
        return self._turns.setdefault(key, asyncio.Lock())

    async def _warn(self, subject: Subject, warned: Warned, rules: Rules) -> None:
        if not await self._guard.warned(warned) and not await self._is_back(subject.key):
            return
        try:
            notice = await self._tell(subject, warned, rules)
        except discord.HTTPException as refused:
            _LOG.warning("a warning could not be posted", message=subject.number, code=refused.code)
            return
        if notice:
            await self._guard.noticed(subject.key, notice)
            kinds = " ".join(warned.kinds)
            _LOG.info("warned", message=subject.number, kinds=kinds, state=notice.told.value)

    async def _is_back(self, key: MessageId) -> bool:
        """Whether a text that had been mended is no longer, and nothing says so."""
        known = await self._guard.find(key)
        if known is None or known.decision is not Decision.EDITED:
            return False
        return not await self.teller.stands(known.notice)

    # The three ways.

    async def _tell(self, subject: Subject, warned: Warned, rules: Rules) -> Notice | None:
        if rules.strictness is Strictness.QUIET:
            words = wording.private_warning(link(subject, warned.guild_id), title=subject.title)
            try:
                return await self.teller.privately(subject, warned, words)
            except discord.HTTPException:
                return Notice(Told.NOBODY)
        if rules.strictness is Strictness.STRICT and not subject.title:
            return await self._remove(subject, warned, rules)
        return await self._in_channel(subject, warned)

    async def _in_channel(self, subject: Subject, warned: Warned) -> Notice:
        words = wording.title_warning(warned.author_id) if subject.title else wording.WARNING
        return await self.teller.in_reply(subject, warned, words)

    async def _remove(self, subject: Subject, warned: Warned, rules: Rules) -> Notice | None:
        """Takes a message out, after its author has a copy; else they are warned in the channel."""
        if not self.teller.may_delete(subject, warned.guild_id):
            return await self._in_channel(subject, warned)
        channel = self._client.get_partial_messageable(subject.channel_id)
        try:
            message = await channel.fetch_message(subject.number)
        except discord.NotFound:
            return None
        copy = await self._copied_or_nudged(subject, warned, rules, message)
        if copy.told is not Told.REMOVED:
            return copy
        # Kept before the message goes: its deletion is not to look like its author's own.
        await self._guard.noticed(subject.key, copy)
        try:
            await message.delete()
        except discord.NotFound:
            pass
        except discord.HTTPException:
            await self.teller.take_back(copy)
            return await self._in_channel(subject, warned)
        return copy

    async def _copied_or_nudged(
        self, subject: Subject, warned: Warned, rules: Rules, message: discord.Message
    ) -> Notice:
        """A copy for the author, or a nudge in the channel where they cannot have one."""
        seen = await rules.seen(await passages_in(message))
        words = wording.COULD_NOT_COPY
        try:
            copy = await self.teller.with_copy(seen, warned, message)
            if copy:
                return copy
        except discord.Forbidden:
            words = wording.COULD_NOT_REMOVE
        except discord.HTTPException:
            words = wording.WARNING
        return await self.teller.in_reply(subject, warned, words)

    # The end of a warning.

    async def close(self, key: MessageId, decision: Decision) -> None:
        """Ends a warning that nobody has decided: the text was changed or deleted."""
        async with self.turn(key):
            await self._close(key, decision)

    async def _close(self, key: MessageId, decision: Decision) -> None:
        known = await self._guard.find(key)
        if known is None or known.notice.told is Told.REMOVED:
            return  # the bot took it out itself, and its author still has to decide
        if known.decision in {None, Decision.EDITED}:
            await self.decide(known, decision)

    async def decide(self, known: Warned, decision: Decision) -> None:
        """Ends a warning: remembers how, and removes it from where it stands."""
        await self._guard.decide(known.message_id, decision)
        _LOG.info("warning ended", message=abs(known.message_id), state=decision.value)
        if known.notice.told is not Told.REMOVED:
            await self._take_back(known)

    async def _take_back(self, known: Warned) -> None:
        try:
            await self.teller.take_back(known.notice)
        except discord.HTTPException as refused:
            number = abs(known.message_id)
            _LOG.warning("a warning could not be removed", message=number, code=refused.code)
