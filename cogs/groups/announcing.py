"""A new group's first steps: whether its channel lets the bot work, and telling the channel."""

from typing import Any

import discord
from discord import app_commands

from bot.domain.group import Group
from bot.domain.ids import ChannelId
from bot.logs import Log
from cogs.choosing import channel_of
from cogs.controls import Interaction, button, still
from cogs.replies import rows, tell
from cogs.wording import groups as wording

Home = discord.TextChannel | discord.ForumChannel


class ChosenHome(app_commands.Transformer):
    """A channel option for text and forum channels; discord.py's own adds news and media."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """What Discord offers to pick from."""
        return [discord.ChannelType.text, discord.ChannelType.forum]

    async def transform(
        self, interaction: Interaction, value: app_commands.AppCommandChannel, /
    ) -> app_commands.AppCommandChannel:
        """The channel as Discord names it; the bot need not see it."""
        del interaction
        return value


_LOG = Log("groups")
_IN_POSTS_ALREADY = "create_public_threads"  # in a forum, who may send may open a post


async def home_for_group(
    interaction: Interaction, chosen: app_commands.AppCommandChannel | None
) -> Home | None:
    """The channel chosen, or the one where the command is used, if a group can live there.

    Where it cannot, the member is told what is missing.
    """
    home = _home(interaction, chosen)
    if home is None and chosen is None:
        await tell(interaction, wording.WRONG_CHANNEL)
        return None
    place = home or chosen
    missing = _missing(interaction, home)
    if place and missing:
        await tell(interaction, wording.cannot_work(ChannelId(place.id), missing))
        return None
    return home


def _home(interaction: Interaction, chosen: app_commands.AppCommandChannel | None) -> Home | None:
    if chosen:
        found = chosen.resolve()
    else:
        here = interaction.channel
        found = here.parent if isinstance(here, discord.Thread) else here
    return found if isinstance(found, Home) else None


def _missing(interaction: Interaction, home: Home | None) -> tuple[str, ...]:
    """What the bot may not do there and has to, in Discord's words."""
    if home is None:
        allowed = discord.Permissions.none()
    elif home.id == channel_of(interaction):
        allowed = interaction.app_permissions
    else:
        allowed = home.permissions_for(home.guild.me)
    if not allowed.view_channel:
        return (wording.PERMISSIONS["view_channel"],)
    forum = isinstance(home, discord.ForumChannel)
    return tuple(
        words
        for name, words in wording.PERMISSIONS.items()
        if not getattr(allowed, name) and not (forum and name == _IN_POSTS_ALREADY)
    )


async def announce(
    interaction: Interaction, home: Home, group: Group, *, reads_messages: bool
) -> None:
    """Tells the channel about its group, with a button that lets people in."""
    text = wording.created(group, reads_messages=reads_messages)
    join = button(wording.JOIN_BUTTON, "group", group.id, "join", style=discord.ButtonStyle.primary)
    if channel_of(interaction) == home.id:
        await tell(interaction, text, join, ephemeral=False)
        return
    await tell(interaction, wording.created_elsewhere(group))
    try:
        await _post(home, group.name, text, join)
    except discord.HTTPException as refused:
        _LOG.warning("a new group could not be announced", group=group.id, code=refused.code)
        await tell(interaction, wording.not_announced(group))


async def _post(home: Home, title: str, text: str, join: discord.ui.Button[Any]) -> None:
    view = still(rows(join))
    if isinstance(home, discord.ForumChannel):
        await home.create_thread(name=title, content=text, view=view)
    else:
        await home.send(text, view=view)
