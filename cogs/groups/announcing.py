"""A new group's first steps: whether its channel lets the bot work, and telling the channel."""

from typing import Any

import discord
from discord import app_commands

from bot.domain.group import Group
from bot.logs import Log
from cogs.choosing import channel_of
from cogs.controls import Interaction, button, still
from cogs.replies import rows, tell
from cogs.wording import groups as wording

Home = discord.TextChannel | discord.ForumChannel


class HomeChannel(app_commands.Transformer):
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
    ) -> Home | None:
        """The channel itself, as far as the bot sees it."""
        del interaction
        home = value.resolve()
        return home if isinstance(home, Home) else None


_LOG = Log("groups")
_IN_POSTS_ALREADY = "create_public_threads"  # in a forum, who may send may open a post


def home_of(interaction: Interaction, chosen: Home | None) -> Home | None:
    """The channel chosen, or the one where the command is used; None where no group can live."""
    if chosen or not interaction.guild:
        return chosen
    here = interaction.guild.get_channel(channel_of(interaction))
    return here if isinstance(here, Home) else None


def missing_permissions(home: Home) -> tuple[str, ...]:
    """What the bot may not do there and has to, in Discord's words."""
    allowed = home.permissions_for(home.guild.me)
    return tuple(
        words
        for name, words in wording.PERMISSIONS.items()
        if not getattr(allowed, name)
        and not (isinstance(home, discord.ForumChannel) and name == _IN_POSTS_ALREADY)
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
