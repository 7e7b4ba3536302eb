"""Reminds an author once of a warning that nothing happened about; a healed text is left alone."""

import discord

from bot.logs import Log
from bot.services.confidentiality import Confidentiality
from bot.services.warnings import Decision, Notice, Told, Warned
from cogs.confidentiality.rules import Rulebook
from cogs.confidentiality.subjects import Subject, message_subject, read_now, title_subject
from cogs.confidentiality.telling import link
from cogs.confidentiality.warner import Warner
from cogs.wording import confidentiality as wording

_LOG = Log("confidentiality")


class Reminders:
    """The second and last word about a warning; it stands in the first one's place."""

    def __init__(
        self,
        client: discord.Client,
        guard: Confidentiality,
        rulebook: Rulebook,
        warner: Warner,
        *,
        reads_messages: bool,
    ) -> None:
        self._client = client
        self._guard = guard
        self._rulebook = rulebook
        self._warner = warner
        self._reads_messages = reads_messages

    async def remind(self, due: Warned) -> None:
        """Says it again, unless something happened since; whatever fails, there is no other."""
        async with self._warner.turn(due.message_id):
            known = await self._guard.find(due.message_id)
            if known is None or known.decision is not None:
                return
            ended = await self._ended(known)
            if ended:
                await self._warner.decide(known, ended)
                return
            try:
                notice = await self._say(known)
            except discord.HTTPException as refused:
                number = abs(known.message_id)
                _LOG.warning("a reminder could not be given", message=number, code=refused.code)
                return
            await self._guard.noticed(known.message_id, notice, again=False)
            _LOG.info("reminded", message=abs(known.message_id), state=notice.told.value)
            await self._take_back(known)

    async def _ended(self, known: Warned) -> Decision | None:
        """What its author did while the bot did not see it; None where nothing can be told."""
        subject = _subject(known)
        if not subject.title and not self._reads_messages:
            return None
        try:
            text = await read_now(self._client, subject)
        except discord.NotFound:
            return Decision.DELETED
        except discord.HTTPException:
            return None
        rules = await self._rulebook.of(known.guild_id, known.channel_id)
        return None if (await rules.screened(text)).warn else Decision.EDITED

    async def _say(self, known: Warned) -> Notice:
        subject, teller = _subject(known), self._warner.teller
        if known.notice.told is Told.PRIVATELY:
            where = link(subject, known.guild_id)
            words = wording.private_reminder(where, title=subject.title)
            return await teller.privately(subject, known, words)
        if subject.title:
            words = wording.title_reminder(known.author_id)
            return await teller.in_reply(subject, known, words)
        return await teller.in_reply(subject, known, wording.REMINDER)

    async def _take_back(self, known: Warned) -> None:
        try:
            await self._warner.teller.take_back(known.notice)
        except discord.HTTPException as refused:
            number = abs(known.message_id)
            _LOG.warning("a warning could not be removed", message=number, code=refused.code)


def _subject(known: Warned) -> Subject:
    if known.message_id < 0:
        return title_subject(-known.message_id)
    return message_subject(known.message_id, known.channel_id)
