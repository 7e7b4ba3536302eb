"""The check of a message that stands, from its own menu: for who wrote it, or for who reads it.

The interaction brings the message along, so it needs no right to read messages.
"""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.ids import MemberId
from cogs.confidentiality.check import delete_button
from cogs.confidentiality.marking import points
from cogs.confidentiality.passages import joined
from cogs.confidentiality.posting import is_of_who_asks, is_ours
from cogs.confidentiality.rules import Rulebook
from cogs.confidentiality.showing import Seen, with_rewrite
from cogs.confidentiality.subjects import passages_in
from cogs.controls import Interaction, still
from cogs.replies import rows, tell
from cogs.wording import checking as wording
from cogs.wording import reviews


class CheckMenuCog(commands.Cog):
    """Offers the check in the menu of every message of a server."""

    def __init__(self, client: commands.Bot, rulebook: Rulebook) -> None:
        self._client = client
        self._rulebook = rulebook
        self._menu = app_commands.ContextMenu(name=wording.MENU, callback=_callback(self))
        self._menu.allowed_contexts = app_commands.AppCommandContext(guild=True)

    async def cog_load(self) -> None:
        """Menu commands are no part of what a cog brings by itself."""
        self._client.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Takes the menu away again."""
        self._client.tree.remove_command(self._menu.name, type=self._menu.type)

    async def look(self, interaction: Interaction, message: discord.Message) -> None:
        """Answers privately; the author of the message is not told."""
        # Its files have to be fetched, and the group's names asked for: the answer follows.
        await interaction.response.defer(ephemeral=True, thinking=True)
        passages = await passages_in(message)
        if not passages:
            await tell(interaction, wording.NOTHING_TO_READ)
            return
        rules = await self._rulebook.of(interaction.guild_id or 0, message.channel.id)
        seen = Seen(passages, await rules.screened(joined(passages)))
        if is_of_who_asks(interaction, message):
            await _answer_author(interaction, message, seen)
        else:
            whose = MemberId(message.author.id)
            await tell(interaction, wording.others_message(whose, _lines(seen)))


def _callback(cog: CheckMenuCog) -> Any:  # noqa: ANN401 - discord.py reads the types of the inner one
    async def check(interaction: discord.Interaction, message: discord.Message) -> None:
        await cog.look(interaction, message)

    return check


async def _answer_author(interaction: Interaction, message: discord.Message, seen: Seen) -> None:
    lines = _lines(seen)
    options: dict[str, Any] = {"ephemeral": True}
    if lines:
        options["embeds"] = with_rewrite([], seen.rewrite if seen.verdict.warn else "")
    posted_by_us = is_ours(interaction, message)
    if lines or posted_by_us:  # who had it posted cannot delete it in any other way
        label = wording.TAKE_BACK if posted_by_us else wording.DELETE
        options["view"] = still(rows(delete_button(label, message.id, message.channel.id)))
    await interaction.followup.send(wording.own_message(lines), **options)


def _lines(seen: Seen) -> str:
    """What was found, why and where, in words; empty where nothing was."""
    found = points(joined(seen.passages), seen.verdict)
    if not found:
        return ""
    return reviews.around(found, [seen.where(one) for one in seen.verdict.findings])
