"""`/check`: a member shows the bot a draft, privately, and may have it posted.

The draft stands in the bot's private answer and is read back from there; it is kept nowhere else.
"""

from collections.abc import Sequence
from typing import Any

import aiohttp
import discord
from discord import TextStyle, app_commands, ui
from discord.ext import commands

from bot.domain.ids import GuildId
from bot.identifiers import Screening, Strictness
from bot.identifiers.automod import Part, refusing
from bot.services.automod import AutoModRules
from bot.services.confidentiality import screened
from cogs.confidentiality.marking import points
from cogs.confidentiality.posting import is_of_who_asks, may_post, post_for
from cogs.confidentiality.rules import Rulebook
from cogs.confidentiality.showing import rewrite_in, rewrite_of, with_rewrite
from cogs.controls import Interaction, Press, Router, button, custom_id, still
from cogs.replies import rows, tell
from cogs.wording import checking as wording

DRAFT = "draft"
LONGEST_DRAFT = 4000
_SERVERS_FAULT = 500


class DraftForm(ui.Modal):
    """Takes a draft, or changes one; the router gets what is submitted."""

    def __init__(self, draft: str | None = None) -> None:
        title = wording.CHECK_TITLE if draft is None else wording.CHANGE_TITLE
        super().__init__(title=title, custom_id=custom_id("check", 0, "done"))
        typed = ui.TextInput[DraftForm](
            custom_id=DRAFT, style=TextStyle.paragraph, max_length=LONGEST_DRAFT, default=draft
        )
        self.add_item(
            ui.Label(text=wording.CHECK_LABEL, description=wording.CHECK_HINT, component=typed)
        )
        self.stop()  # it is only shown: after a restart a submit must find its way as well


class CheckCog(commands.Cog):
    """The check of a draft; it needs no right to read messages."""

    def __init__(self, router: Router, rulebook: Rulebook, automod: AutoModRules) -> None:
        self._rulebook = rulebook
        self._automod = automod
        router.on("check", "done", self._checked)
        router.on("check", "change", self._change)
        router.on("check", "post", self._post)
        router.on("check", "drop", self._take_back)

    @app_commands.command(name="check", description=wording.CHECK)
    async def check(self, interaction: Interaction) -> None:
        """Opens the form."""
        await interaction.response.send_modal(DraftForm())

    async def _checked(self, press: Press) -> None:
        await self._show(press.interaction, press.text(DRAFT))

    async def _show(self, interaction: Interaction, draft: str) -> None:
        """The verdict, with the draft; in place of a former one where there is one."""
        verdict = await self._screened(interaction, draft)
        words = wording.checked(
            points(draft, verdict),
            length=len(draft),
            may_post=may_post(interaction),
            warns=verdict.warn,
        )
        copy = [discord.Embed(title=wording.DRAFT_TITLE, description=draft)]
        shown = with_rewrite(copy, rewrite_of(draft, verdict)) if verdict.warn else copy
        await _answer(interaction, words, shown, _choices(interaction, draft, warns=verdict.warn))

    async def _screened(self, interaction: Interaction, draft: str) -> Screening:
        """As strictly as the channel's own guard; names are asked for where it matters only."""
        verdict = await screened(draft, strictness=Strictness.STRICT)
        if not verdict.findings:
            return verdict
        if interaction.guild_id is None:
            return await screened(draft)
        rules = await self._rulebook.of(interaction.guild_id, interaction.channel_id or 0)
        return await rules.screened(draft)

    async def _change(self, press: Press) -> None:
        draft = _draft_in(press.interaction.message)
        if draft is None:
            await tell(press.interaction, wording.NO_DRAFT)
        else:
            draft = rewrite_in(press.interaction.message) or draft
            await press.interaction.response.send_modal(DraftForm(draft[:LONGEST_DRAFT]))

    async def _post(self, press: Press) -> None:
        """Posts the draft, once it has been looked at again."""
        interaction = press.interaction
        draft = _draft_in(interaction.message)
        if draft is None:
            await tell(interaction, wording.NO_DRAFT)
        elif not may_post(interaction):
            await tell(interaction, wording.NOT_A_PLACE)
        else:
            await interaction.response.defer()
            verdict = await self._screened(interaction, draft)
            if verdict.warn or len(draft) > wording.LONGEST_POST:
                await self._show(interaction, draft)
            elif refused := await self._refused(interaction, draft):
                await interaction.edit_original_response(content=wording.would_refuse(refused))
            else:
                await _posted(interaction, draft)

    async def _refused(self, interaction: Interaction, draft: str) -> Part | None:
        """What AutoMod would refuse in the channel, since it does not look at what a bot posts."""
        guild_id, manages = interaction.guild_id or 0, interaction.permissions.manage_guild
        rules = await self._rulebook.of(guild_id, interaction.channel_id or 0)
        if rules.group_id is None or manages:
            return None
        wanted = await self._automod.wanted(GuildId(guild_id))
        return refusing(draft, [part for part, number in wanted.items() if number is not None])

    async def _take_back(self, press: Press) -> None:
        interaction = press.interaction
        channel = interaction.client.get_partial_messageable(int(press.rest))
        try:
            message = await channel.fetch_message(press.number)
            if not is_of_who_asks(interaction, message):
                await tell(interaction, wording.NOT_YOURS)
                return
            await message.delete()
        except discord.NotFound:
            pass
        except discord.Forbidden:
            await tell(interaction, wording.NOT_TAKEN_BACK)
            return
        await interaction.response.edit_message(content=wording.TAKEN_BACK, embeds=[], view=None)


def delete_button(label: str, message_id: int, channel_id: int) -> ui.Button[Any]:
    """Takes a member's message away, if it is theirs."""
    style = discord.ButtonStyle.danger
    return button(label, "check", message_id, "drop", str(channel_id), style=style)


def _choices(interaction: Interaction, draft: str, *, warns: bool) -> list[ui.Button[Any]]:
    change = button(wording.CHANGE, "check", 0, "change")
    if warns or not may_post(interaction) or len(draft) > wording.LONGEST_POST:
        return [change]
    post = button(wording.POST, "check", 0, "post", style=discord.ButtonStyle.primary)
    return [post, change]


async def _answer(
    interaction: Interaction,
    words: str,
    embeds: list[discord.Embed],
    controls: Sequence[ui.Button[Any]],
) -> None:
    view = still(rows(*controls))
    if interaction.message is None:
        await interaction.response.send_message(words, embeds=embeds, view=view, ephemeral=True)
    elif interaction.response.is_done():
        await interaction.edit_original_response(content=words, embeds=embeds, view=view)
    else:
        await interaction.response.edit_message(content=words, embeds=embeds, view=view)


def _draft_in(message: discord.Message | None) -> str | None:
    """The draft that a private answer shows."""
    embeds = message.embeds if message else []
    return next((one.description for one in embeds if one.title == wording.DRAFT_TITLE), None)


async def _posted(interaction: Interaction, draft: str) -> None:
    source = interaction.message
    try:
        message = await post_for(interaction, draft, str(source.id if source else interaction.id))
    except (discord.HTTPException, aiohttp.ClientError, OSError) as refused:
        await interaction.edit_original_response(content=_why(refused))
        return
    undo = delete_button(wording.TAKE_BACK, message.id, message.channel.id)
    await interaction.edit_original_response(
        content=wording.done(message.jump_url), embeds=[], view=still(rows(undo))
    )


def _why(refused: Exception) -> str:
    answered = isinstance(refused, discord.HTTPException) and refused.status < _SERVERS_FAULT
    return wording.NOT_POSTED if answered else wording.NOT_KNOWN
