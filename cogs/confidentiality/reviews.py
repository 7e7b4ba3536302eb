"""The private review of a warning: what was found and why, and what its author makes of it."""

import discord

from bot.domain.ids import MemberId
from bot.services.confidentiality import Confidentiality, screened
from bot.services.warnings import Decision, Warned
from cogs.confidentiality.marking import points
from cogs.confidentiality.subjects import Button, Subject, read_now, subject_of
from cogs.confidentiality.warner import Warner
from cogs.controls import Interaction, Press, Router
from cogs.replies import replace, tell
from cogs.wording import confidentiality as wording


class Reviews:
    """Serves the controls of warnings and reviews; each is for the author alone."""

    def __init__(
        self,
        client: discord.Client,
        guard: Confidentiality,
        warner: Warner,
        router: Router,
        *,
        reads_messages: bool,
    ) -> None:
        self._client = client
        self._guard = guard
        self._warner = warner
        self._reads_messages = reads_messages
        for thing in ("review", "title"):
            router.on(thing, "open", self._open)
            router.on(thing, "alarm", self._false_alarm)
            router.on(thing, "consent", self._consented)
        router.on("review", "delete", self._delete)

    async def _of_author(self, press: Press) -> Warned | None:
        """The warning, if it is about a text of the member who presses; else they are told."""
        known = await self._guard.find(subject_of(press).key)
        if known is None:
            await tell(press.interaction, wording.NOT_KNOWN)
        elif known.author_id != MemberId(press.interaction.user.id):
            await tell(press.interaction, wording.NOT_YOURS)
        else:
            return known
        return None

    async def _open(self, press: Press) -> None:
        known = await self._of_author(press)
        if known is None:
            return
        # Discord has to be asked for the text, which is kept nowhere: the answer follows.
        await press.interaction.response.defer(ephemeral=True, thinking=True)
        subject = subject_of(press)
        try:
            text = await read_now(self._client, subject)
        except discord.NotFound:
            await tell(press.interaction, wording.GONE)
            await self._warner.decide(known, Decision.DELETED)
        except discord.Forbidden:
            await tell(press.interaction, wording.CANNOT_READ, *_choices(subject))
        else:
            await self._show(press.interaction, subject, known, text)

    async def _show(
        self, interaction: Interaction, subject: Subject, known: Warned, text: str
    ) -> None:
        if not self._reads_messages and not subject.title:
            await tell(interaction, wording.CANNOT_READ, *_choices(subject))
            return
        verdict = await screened(text)
        if verdict.warn:
            words = wording.review(points(text, verdict), title=subject.title)
            await tell(interaction, words, *_choices(subject))
        else:
            await tell(interaction, wording.HEALED)
            await self._warner.decide(known, Decision.EDITED)

    async def _false_alarm(self, press: Press) -> None:
        await self._keep(press, Decision.FALSE_ALARM)

    async def _consented(self, press: Press) -> None:
        await self._keep(press, Decision.CONSENTED)

    async def _keep(self, press: Press, decision: Decision) -> None:
        known = await self._of_author(press)
        if known:
            await replace(press.interaction, wording.KEPT)
            await self._warner.decide(known, decision)

    async def _delete(self, press: Press) -> None:
        known = await self._of_author(press)
        if known is None:
            return
        await press.interaction.response.defer()
        subject = subject_of(press)
        channel = self._client.get_partial_messageable(subject.channel_id)
        try:
            await channel.get_partial_message(subject.number).delete()
        except discord.NotFound:
            pass
        except discord.Forbidden:
            await _end(press.interaction, wording.CANNOT_DELETE)
            return
        await _end(press.interaction, wording.DELETED)
        await self._warner.decide(known, Decision.DELETED)


def _choices(subject: Subject) -> tuple[Button, ...]:
    keep = (
        subject.button(wording.FALSE_ALARM, "alarm"),
        subject.button(wording.CONSENTED, "consent"),
    )
    if subject.title:
        return keep
    return (subject.button(wording.DELETE, "delete", discord.ButtonStyle.danger), *keep)


async def _end(interaction: Interaction, text: str) -> None:
    """Puts a sentence in place of the review."""
    await interaction.edit_original_response(content=text, view=None)
