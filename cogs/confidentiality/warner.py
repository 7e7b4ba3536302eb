"""Says once, under a text that may identify a client, that it may; and takes that back."""

import asyncio
from weakref import WeakValueDictionary

import discord

from bot.domain.ids import GuildId, MemberId, MessageId
from bot.identifiers import Screening
from bot.logs import Log
from bot.services.confidentiality import Confidentiality, screened
from bot.services.ports import Clock
from bot.services.warnings import Decision, Warned
from cogs.confidentiality.subjects import Subject, review_button
from cogs.controls import still
from cogs.replies import rows
from cogs.wording import confidentiality as wording

_LOG = Log("confidentiality")


class Warner:
    """Posts warnings and removes them; what became of each is kept by the service."""

    def __init__(self, client: discord.Client, guard: Confidentiality, clock: Clock) -> None:
        self._client = client
        self._guard = guard
        self._clock = clock
        self._turns = WeakValueDictionary[MessageId, asyncio.Lock]()

    async def look(self, subject: Subject, guild_id: int, author_id: int, text: str) -> None:
        """Screens a text as it is now: warns its author, or takes a former warning back."""
        async with self._turn(subject.key):
            verdict = await screened(text)
            if verdict.warn:
                warned = _warned(subject, guild_id, author_id, verdict, self._clock)
                await self._warn(subject, warned)
            else:
                await self._close(subject.key, Decision.EDITED)

    def _turn(self, key: MessageId) -> asyncio.Lock:
        """Events about one text take turns, so that an edit finds the warning it takes back."""
        return self._turns.setdefault(key, asyncio.Lock())

    async def _warn(self, subject: Subject, warned: Warned) -> None:
        if not await self._guard.warned(warned) and not await self._is_back(subject.key):
            return
        try:
            reply = await self._post(subject, warned)
        except discord.HTTPException as refused:
            _LOG.warning("a warning could not be posted", message=subject.number, code=refused.code)
            return
        await self._guard.replied(subject.key, MessageId(reply.id))
        _LOG.info("warned", message=subject.number, kinds=" ".join(warned.kinds))

    async def _is_back(self, key: MessageId) -> bool:
        """Whether a text that had been mended is no longer, and nothing says so."""
        known = await self._guard.find(key)
        if known is None or known.decision is not Decision.EDITED or known.reply_id is None:
            return False
        try:
            await self._client.get_partial_messageable(known.channel_id).fetch_message(
                known.reply_id
            )
        except discord.NotFound:
            return True
        except discord.HTTPException:
            return False
        return False

    async def _post(self, subject: Subject, warned: Warned) -> discord.Message:
        channel = self._client.get_partial_messageable(subject.channel_id, guild_id=warned.guild_id)
        view = still(rows(review_button(subject)))
        if subject.title:
            return await channel.send(
                wording.title_warning(warned.author_id),
                view=view,
                allowed_mentions=_only([discord.Object(warned.author_id)]),
            )
        return await channel.send(
            wording.WARNING,
            view=view,
            reference=channel.get_partial_message(subject.number).to_reference(),
            allowed_mentions=_only([], replied=True),
        )

    async def close(self, key: MessageId, decision: Decision) -> None:
        """Ends a warning that nobody has decided: the text was changed or deleted."""
        async with self._turn(key):
            await self._close(key, decision)

    async def _close(self, key: MessageId, decision: Decision) -> None:
        known = await self._guard.find(key)
        if known and known.decision in {None, Decision.EDITED}:
            await self.decide(known, decision)

    async def decide(self, known: Warned, decision: Decision) -> None:
        """Ends a warning: remembers how, and removes it from the channel."""
        await self._guard.decide(known.message_id, decision)
        _LOG.info("warning ended", message=abs(known.message_id), state=decision.value)
        await self._take_back(known)

    async def _take_back(self, known: Warned) -> None:
        if known.reply_id is None:
            return
        channel = self._client.get_partial_messageable(known.channel_id)
        try:
            await channel.get_partial_message(known.reply_id).delete()
        except discord.NotFound:
            pass
        except discord.HTTPException as refused:
            _LOG.warning(
                "a warning could not be removed", message=abs(known.message_id), code=refused.code
            )


def _warned(
    subject: Subject, guild_id: int, author_id: int, verdict: Screening, clock: Clock
) -> Warned:
    return Warned(
        message_id=subject.key,
        guild_id=GuildId(guild_id),
        channel_id=subject.channel_id,
        author_id=MemberId(author_id),
        kinds=tuple(finding.kind for finding in verdict.findings),
        warned_at=clock.now(),
    )


def _only(users: list[discord.Object], *, replied: bool = False) -> discord.AllowedMentions:
    """Nobody but the author is pinged."""
    return discord.AllowedMentions(everyone=False, roles=False, users=users, replied_user=replied)
