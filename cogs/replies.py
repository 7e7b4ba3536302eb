"""How a member is answered: privately, at once, and with one sentence where something is wrong."""

from collections.abc import Sequence
from typing import Any, cast

import discord
from discord import app_commands, ui

from bot.domain.errors import Refusal
from bot.domain.ids import MemberId
from bot.domain.when.names import UnknownZone
from bot.logs import Log
from bot.services.actor import Actor
from cogs.controls import Interaction, still
from cogs.wording import refusals

_LOG = Log("cogs")


def actor(interaction: Interaction) -> Actor:
    """Who asks, with what Discord says they may do in this server."""
    return Actor(MemberId(interaction.user.id), manages=interaction.permissions.manage_guild)


async def tell(
    interaction: Interaction,
    text: str,
    *controls: ui.Item[Any],
    ephemeral: bool = True,
    file: discord.File | None = None,
    pinged: Sequence[MemberId] = (),
) -> None:
    """Answers with a text, controls and a file; a second answer follows the first."""
    options: dict[str, Any] = {"ephemeral": ephemeral}
    if file:
        options["file"] = file
    if pinged:
        users = [discord.Object(member_id) for member_id in pinged]
        options["allowed_mentions"] = discord.AllowedMentions(users=users)
    if controls:
        options["view"] = still(rows(*controls))
    if interaction.response.is_done():
        await interaction.followup.send(text, **options)
    else:
        await interaction.response.send_message(text, **options)


async def replace(interaction: Interaction, text: str, *controls: ui.Item[Any]) -> None:
    """Puts a text and controls in place of the private message whose control was pressed."""
    view = still(rows(*controls)) if controls else None
    await interaction.response.edit_message(content=text, view=view)


async def redraw(interaction: Interaction, view: ui.LayoutView) -> None:
    """Puts a card in place of the one whose control was pressed, for all who see it.

    A second press finds the card as the first one left it.
    """
    await interaction.response.edit_message(view=view)


def rows(*controls: ui.Item[Any]) -> ui.View:
    """A plain view; discord.py lays the controls out, five buttons or one menu a row."""
    view = ui.View(timeout=None)
    for control in controls:
        view.add_item(control)
    return view


async def explain(interaction: Interaction, error: Exception) -> None:
    """The one place where a refusal or a fault becomes a sentence for the member."""
    cause = _cause(error)
    if not isinstance(cause, Refusal | UnknownZone | app_commands.AppCommandError):
        command = interaction.command.qualified_name if interaction.command else "control"
        _LOG.fault("an interaction failed", cause, command=command)
    try:
        await tell(interaction, refusals.sentence(cause))
    except discord.HTTPException as lost:
        _LOG.fault("a member could not be answered", lost)


def _cause(error: BaseException) -> BaseException:
    """What really went wrong, under discord.py's wrapping."""
    while isinstance(error, app_commands.CommandInvokeError):
        error = cast("BaseException", error.original)
    return error
