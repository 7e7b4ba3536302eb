"""What applies to a whole server: who may create groups, and forgetting servers that are left."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.ids import ChannelId, GuildId
from bot.logs import Log
from bot.services.groups import GroupKeeping
from cogs.choosing import guild_of
from cogs.controls import Interaction
from cogs.replies import tell
from cogs.wording import groups as wording

_LOG = Log("groups")


class ServerCog(commands.Cog):
    """`/server`, and what happens to servers and their channels."""

    server = app_commands.Group(
        name="server",
        description=wording.SERVER,
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
    )

    def __init__(self, groups: GroupKeeping) -> None:
        self._groups = groups

    @server.command(name="creators", description=wording.CREATORS)
    @app_commands.describe(**wording.CREATORS_OPTIONS)
    @app_commands.choices(
        who=[
            app_commands.Choice(name=wording.MANAGERS, value="managers"),
            app_commands.Choice(name=wording.EVERYONE, value="everyone"),
        ]
    )
    async def creators(self, interaction: Interaction, who: app_commands.Choice[str]) -> None:
        """Says who may create groups; Discord offers this to who manages the server."""
        everyone = who.value == "everyone"
        await self._groups.set_creators(guild_of(interaction), everyone=everyone)
        await tell(interaction, wording.creators(everyone=everyone))

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forgets a server that the bot was taken out of; an outage does not come here."""
        await self._groups.erase_guild(GuildId(guild.id))
        _LOG.info("a server was left and forgotten", guild=guild.id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Only notes it: a group outlives its channel until somebody decides."""
        group = await self._groups.in_channel(ChannelId(channel.id))
        if group:
            _LOG.warning("a group's channel was deleted", group=group.id, channel=channel.id)
