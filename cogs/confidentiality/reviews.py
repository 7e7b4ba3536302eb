"""The private review of a warning: what was found and why, and what its author makes of it."""

import discord

from bot.services.confidentiality import Confidentiality
from bot.services.warnings import Decision, Warned
from cogs.confidentiality.authors import deleted, end, of_author
from cogs.confidentiality.choices import review_choices
from cogs.confidentiality.rules import Rulebook
from cogs.confidentiality.showing import Seen, reasons, with_rewrite
from cogs.confidentiality.subjects import Button, Subject, passages_now, subject_of
from cogs.confidentiality.warner import Warner
from cogs.controls import Interaction, Press, Router, still
from cogs.replies import rows, tell
from cogs.wording import reviews as wording


class Reviews:
    """Serves the controls of warnings and reviews; each is for the author alone."""

    def __init__(
        self,
        client: discord.Client,
        guard: Confidentiality,
        rulebook: Rulebook,
        warner: Warner,
        router: Router,
        *,
        reads_messages: bool,
    ) -> None:
        self._client = client
        self._guard = guard
        self._rulebook = rulebook
        self._warner = warner
        self._reads_messages = reads_messages
        for thing in ("review", "title"):
            router.on(thing, "open", self._open)
            router.on(thing, "alarm", self._false_alarm)
            router.on(thing, "consent", self._consented)
        router.on("review", "delete", self._delete)

    # What was found.

    async def _open(self, press: Press) -> None:
        known = await of_author(self._guard, press)
        if known is None:
            return
        # Discord has to be asked for the text, which is kept nowhere: the answer follows.
        await press.interaction.response.defer(ephemeral=True, thinking=True)
        subject = subject_of(press)
        try:
            seen = await self._seen(subject, known)
        except discord.NotFound:
            await tell(press.interaction, wording.GONE)
            await self._warner.decide(known, Decision.DELETED)
        except discord.Forbidden:
            await tell(press.interaction, wording.CANNOT_READ, *_blind(subject))
        else:
            await self._show(press.interaction, subject, known, seen)

    async def _seen(self, subject: Subject, known: Warned) -> Seen:
        passages = await passages_now(self._client, subject)
        rules = await self._rulebook.of(known.guild_id, known.channel_id)
        return await rules.seen(passages)

    async def _show(
        self, interaction: Interaction, subject: Subject, known: Warned, seen: Seen
    ) -> None:
        if not self._reads_messages and not subject.title:
            await tell(interaction, wording.CANNOT_READ, *_blind(subject))
        elif seen.verdict.warn:
            lines, embeds = reasons(seen)
            choices = review_choices(subject, reword=bool(seen.words))
            await interaction.followup.send(
                wording.review(lines, title=subject.title),
                embeds=with_rewrite(embeds, seen.rewrite),
                view=still(rows(*choices)),
                ephemeral=True,
            )
        else:
            await tell(interaction, wording.HEALED)
            await self._warner.decide(known, Decision.EDITED)

    # It stays.

    async def _false_alarm(self, press: Press) -> None:
        known = await of_author(self._guard, press)
        if known is None:
            return
        await press.interaction.response.defer()
        learned = await self._learn(subject_of(press), known)
        await end(press.interaction, wording.LEARNED if learned else wording.KEPT)
        await self._warner.decide(known, Decision.FALSE_ALARM)

    async def _learn(self, subject: Subject, known: Warned) -> bool:
        """Remembers what was found as no identifiers; False where it cannot be read any more."""
        if not self._reads_messages and not subject.title:
            return False
        try:
            found = (await self._seen(subject, known)).found()
        except discord.HTTPException:
            return False
        if known.group_id and found:
            await self._guard.learn(known.group_id, found)
        return bool(known.group_id and found)

    async def _consented(self, press: Press) -> None:
        known = await of_author(self._guard, press)
        if known:
            await press.interaction.response.defer()
            await end(press.interaction, wording.KEPT)
            await self._warner.decide(known, Decision.CONSENTED)

    # It goes.

    async def _delete(self, press: Press) -> None:
        known = await of_author(self._guard, press)
        if known is None:
            return
        await press.interaction.response.defer()
        if await deleted(self._client, subject_of(press)):
            await end(press.interaction, wording.DELETED)
            await self._warner.decide(known, Decision.DELETED)
        else:
            await end(press.interaction, wording.CANNOT_DELETE)


def _blind(subject: Subject) -> tuple[Button, ...]:
    """The choices about a text that the bot may not read."""
    return review_choices(subject, reword=False)
