"""The check of a message that stands, from its own menu: for who wrote it, or for who reads it.

The interaction brings the message along, so it needs no right to read messages.
"""

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.ids import MemberId
from bot.identifiers import Screening
from bot.services.confidentiality import screened
from cogs.confidentiality.check import delete_button
from cogs.confidentiality.marking import points
from cogs.confidentiality.posting import is_of
from cogs.confidentiality.subjects import text_of
from cogs.controls import Interaction
from cogs.replies import tell
from cogs.wording import checking as wording


class CheckMenuCog(commands.Cog):
    """Offers the check in the menu of every message of a server."""

    def __init__(self, client: commands.Bot) -> None:
        self._client = client
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
        text = text_of(message)
        if not text.strip():
            await tell(interaction, wording.NOTHING_TO_READ)
            return
        await _answer(interaction, message, text, await screened(text))


def _callback(cog: CheckMenuCog) -> Any:  # noqa: ANN401 - discord.py reads the types of the inner one
    async def check(interaction: discord.Interaction, message: discord.Message) -> None:
        await cog.look(interaction, message)

    return check


async def _answer(
    interaction: Interaction, message: discord.Message, text: str, verdict: Screening
) -> None:
    found = points(text, verdict)
    if not is_of(message, interaction.user.id, interaction.application_id):
        await tell(interaction, wording.others_message(MemberId(message.author.id), found))
    elif found:
        undo = delete_button(wording.DELETE, message.id, message.channel.id)
        await tell(interaction, wording.own_message(found), undo)
    else:
        await tell(interaction, wording.own_message(found))
