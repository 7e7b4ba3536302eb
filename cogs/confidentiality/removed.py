"""A message that was taken out at once: its author mends it from the copy in a direct message.

The copy is read back from that direct message when a control is pressed; it is kept nowhere else.
"""

from dataclasses import dataclass

import discord

from bot.domain.ids import ChannelId, MemberId, MessageId
from bot.services.confidentiality import Confidentiality
from bot.services.warnings import Decision, Warned
from cogs.confidentiality.authors import deleted
from cogs.confidentiality.choices import REMOVED, removed_choices
from cogs.confidentiality.marking import quoted
from cogs.confidentiality.reposting import repost
from cogs.confidentiality.rewrite_form import REWRITE, rewrite_form
from cogs.confidentiality.rules import Rulebook
from cogs.confidentiality.showing import copy_embed, copy_in, rewrite_in, with_rewrite
from cogs.confidentiality.subjects import message_subject
from cogs.confidentiality.warner import Warner
from cogs.controls import Press, Router, custom_id, still
from cogs.replies import rows, tell
from cogs.wording import reviews as wording

_DONE = {
    Decision.FALSE_ALARM: wording.POSTED_LEARNED,
    Decision.CONSENTED: wording.POSTED_AGAIN,
    Decision.REWRITTEN: wording.POSTED_REWRITE,
    Decision.DELETED: wording.LEFT_OUT,
}


@dataclass(frozen=True, slots=True)
class _Case:
    """A removed message whose author pressed something."""

    press: Press
    warned: Warned
    channel_id: ChannelId
    answered: int


class Removed:
    """Serves the controls of the copy."""

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
        router.on(REMOVED, "reword", self._reword)
        router.on(REMOVED, "reworded", self._reworded)
        router.on(REMOVED, "anyway", self._anyway)
        router.on(REMOVED, "alarm", self._false_alarm)
        router.on(REMOVED, "consent", self._consented)
        router.on(REMOVED, "leave", self._left)

    async def _case(self, press: Press) -> _Case | None:
        """What is pressed about, unless it was settled or is not theirs; then they are told."""
        warned = await self._guard.find(MessageId(press.number))
        channel_id, _, answered = press.rest.partition(".")
        if warned is None or warned.decision is not None:
            await tell(press.interaction, wording.NOT_KNOWN)
        elif warned.author_id != MemberId(press.interaction.user.id):
            await tell(press.interaction, wording.NOT_YOURS)
        else:
            return _Case(press, warned, ChannelId(int(channel_id)), int(answered or 0))
        return None

    async def _reword(self, press: Press) -> None:
        case = await self._case(press)
        if case is None:
            return
        draft = rewrite_in(press.interaction.message)
        if draft is None:
            text = copy_in(press.interaction.message) or ""
            rules = await self._rulebook.of(case.warned.guild_id, case.channel_id)
            draft = await rules.rewrite(text, await rules.screened(text))
        form_id = custom_id(REMOVED, press.number, "reworded", press.rest)
        await press.interaction.response.send_modal(rewrite_form(form_id, draft))

    async def _reworded(self, press: Press) -> None:
        case = await self._case(press)
        if case is None:
            return
        await press.interaction.response.defer()
        typed = press.text(REWRITE).strip()
        rules = await self._rulebook.of(case.warned.guild_id, case.channel_id)
        verdict = await rules.screened(typed)
        if not typed:
            await self._again(case, typed, wording.EMPTY)
        elif verdict.warn:
            words = wording.still(wording.reasons(quoted(typed, verdict)))
            await self._again(case, typed, words, objected=True)
        else:
            await self._post(case, typed, Decision.REWRITTEN)

    async def _anyway(self, press: Press) -> None:
        """Their own wording, which they say is no identifier; the group learns that."""
        case = await self._case(press)
        if case is None:
            return
        typed = rewrite_in(press.interaction.message)
        await press.interaction.response.defer()
        if typed is None:
            await tell(press.interaction, wording.NO_COPY)
        elif await self._post(case, typed, Decision.REWRITTEN):
            await self._rulebook.learn(case.warned.guild_id, case.channel_id, typed)

    async def _again(self, case: _Case, typed: str, words: str, *, objected: bool = False) -> None:
        """Shows what was typed in place of the rewrite, so that the author can go on with it."""
        text = copy_in(case.press.interaction.message) or ""
        choices = removed_choices(
            case.press.number, case.channel_id, case.answered, objected=objected
        )
        embeds = with_rewrite([copy_embed(text)], typed)
        await case.press.interaction.edit_original_response(
            content=words, embeds=embeds, view=still(rows(*choices))
        )
        if typed and len(embeds) == 1:  # both together are too long for one message
            await case.press.interaction.followup.send(embeds=with_rewrite([], typed))

    async def _false_alarm(self, press: Press) -> None:
        await self._as_it_was(press, Decision.FALSE_ALARM)

    async def _consented(self, press: Press) -> None:
        await self._as_it_was(press, Decision.CONSENTED)

    async def _as_it_was(self, press: Press, decision: Decision) -> None:
        case = await self._case(press)
        if case is None:
            return
        text = copy_in(press.interaction.message)
        await press.interaction.response.defer()
        if text is None:
            await tell(press.interaction, wording.NO_COPY)
        elif await self._post(case, text, decision) and decision is Decision.FALSE_ALARM:
            await self._rulebook.learn(case.warned.guild_id, case.channel_id, text)

    async def _left(self, press: Press) -> None:
        case = await self._case(press)
        if case:
            await press.interaction.response.defer()
            await self._surely_out(case)
            await self._end(case, Decision.DELETED)

    async def _surely_out(self, case: _Case) -> None:
        """Takes the message out if it still stands: the bot may have been stopped before it did."""
        await deleted(self._client, message_subject(case.press.number, case.channel_id))

    async def _post(self, case: _Case, text: str, decision: Decision) -> bool:
        """Posts it in the author's name; a second press finds it settled."""
        async with self._warner.turn(case.warned.message_id):
            now = await self._guard.find(case.warned.message_id)
            if now is None or now.decision is not None:
                return False
            await self._surely_out(case)
            try:
                await repost(
                    self._client, case.channel_id, case.warned.author_id, text, case.answered
                )
            except discord.HTTPException:
                await tell(case.press.interaction, wording.CANNOT_POST)
                return False
            await self._end(case, decision)
        return True

    async def _end(self, case: _Case, decision: Decision) -> None:
        await self._warner.decide(case.warned, decision)
        await case.press.interaction.edit_original_response(
            content=_DONE[decision], embeds=[], attachments=[], view=None
        )
