"""A message gives way to its rewrite: the author edits it, it is screened again, the bot posts it.

What was typed lies in the private message alone until it is clean; nothing is kept here.
"""

import discord

from bot.services.confidentiality import Confidentiality
from bot.services.warnings import Decision, Warned
from cogs.confidentiality.authors import deleted, end, of_author
from cogs.confidentiality.choices import review_choices
from cogs.confidentiality.marking import quoted
from cogs.confidentiality.reposting import repost
from cogs.confidentiality.rewrite_form import REWRITE, rewrite_form
from cogs.confidentiality.rules import Rulebook
from cogs.confidentiality.showing import own_words, rewrite_in, with_rewrite
from cogs.confidentiality.subjects import Subject, passages_now, subject_of
from cogs.confidentiality.warner import Warner
from cogs.controls import Press, Router, custom_id, still
from cogs.replies import rows
from cogs.wording import reviews as wording

_ENDED = {Decision.DELETED, Decision.REWRITTEN}


class Swaps:
    """Serves "Delete and post the rewrite" and its form."""

    def __init__(
        self,
        client: discord.Client,
        guard: Confidentiality,
        rulebook: Rulebook,
        warner: Warner,
        router: Router,
    ) -> None:
        self._client = client
        self._guard = guard
        self._rulebook = rulebook
        self._warner = warner
        router.on("review", "reword", self._reword)
        router.on("review", "reworded", self._reworded)
        router.on("review", "anyway", self._anyway)

    async def _reword(self, press: Press) -> None:
        known = await of_author(self._guard, press)
        if known is None:
            return
        draft = rewrite_in(press.interaction.message)
        if draft is None:
            draft = await self._made_anew(subject_of(press), known)
        form_id = custom_id("review", press.number, "reworded", press.rest)
        await press.interaction.response.send_modal(rewrite_form(form_id, draft))

    async def _made_anew(self, subject: Subject, known: Warned) -> str:
        """A rewrite that was too long to be shown; empty where the message is out of reach."""
        try:
            text = own_words(await passages_now(self._client, subject))
        except discord.HTTPException:
            return ""
        rules = await self._rulebook.of(known.guild_id, known.channel_id)
        return await rules.rewrite(text, await rules.screened(text))

    async def _reworded(self, press: Press) -> None:
        known = await of_author(self._guard, press)
        if known is None:
            return
        await press.interaction.response.defer()
        typed = press.text(REWRITE).strip()
        rules = await self._rulebook.of(known.guild_id, known.channel_id)
        verdict = await rules.screened(typed)
        if not typed:
            await self._again(press, typed, wording.EMPTY)
        elif verdict.warn:
            lines = wording.reasons(quoted(typed, verdict))
            await self._again(press, typed, wording.still(lines), objected=True)
        else:
            await self._swap(press, known, typed)

    async def _anyway(self, press: Press) -> None:
        """Their own wording, which they say is no identifier; the group learns that."""
        known = await of_author(self._guard, press)
        typed = rewrite_in(press.interaction.message)
        if known is None:
            return
        await press.interaction.response.defer()
        if typed is None:
            await end(press.interaction, wording.NOT_KNOWN)
            return
        await self._rulebook.learn(known.guild_id, known.channel_id, typed)
        await self._swap(press, known, typed)

    async def _again(self, press: Press, typed: str, words: str, *, objected: bool = False) -> None:
        """Shows what was typed in place of the rewrite, so that the author can go on with it."""
        choices = review_choices(subject_of(press), reword=True, objected=objected)
        await press.interaction.edit_original_response(
            content=words, embeds=with_rewrite([], typed), view=still(rows(*choices))
        )

    async def _swap(self, press: Press, known: Warned, typed: str) -> None:
        async with self._warner.turn(known.message_id):
            now = await self._guard.find(known.message_id)
            if now is None or now.decision in _ENDED:
                await end(press.interaction, wording.NOT_KNOWN)
                return
            subject = subject_of(press)
            answered = await self._answered_by(subject)
            if not await deleted(self._client, subject):
                await self._again(press, typed, wording.CANNOT_SWAP)
                return
            await self._post(press, known, typed, answered)

    async def _answered_by(self, subject: Subject) -> int:
        """The message that it answers, or 0; it has to be asked for before it goes."""
        channel = self._client.get_partial_messageable(subject.channel_id)
        try:
            message = await channel.fetch_message(subject.number)
        except discord.HTTPException:
            return 0
        return (message.reference.message_id if message.reference else None) or 0

    async def _post(self, press: Press, known: Warned, typed: str, answered: int) -> None:
        try:
            await repost(self._client, known.channel_id, known.author_id, typed, answered)
        except discord.HTTPException:
            await self._warner.decide(known, Decision.DELETED)
            await press.interaction.edit_original_response(
                content=wording.NOT_POSTED, embeds=with_rewrite([], typed), view=None
            )
            return
        await self._warner.decide(known, Decision.REWRITTEN)
        await end(press.interaction, wording.SWAPPED)
