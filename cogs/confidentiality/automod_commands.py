"""`/server automod`, and when the rules are brought in step."""

import asyncio
from weakref import WeakValueDictionary

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.ids import GuildId
from bot.logs import Log
from bot.services.automod import MOST_EXEMPT, AutoModRules, parts_of
from bot.services.groups import GroupKeeping
from cogs.confidentiality.automod import MOST_RULES, RuleKeeper, TooManyChannels, TooManyRules
from cogs.controls import Interaction
from cogs.replies import tell
from cogs.wording import automod as wording

_LOG = Log("automod")
_UNDER = "server"
_REFUSALS = (discord.DiscordException, aiohttp.ClientError, OSError)


class AutoModCommands(app_commands.Group):
    """What who manages the server can ask for."""

    def __init__(self, keeper: RuleKeeper, groups: GroupKeeping) -> None:
        super().__init__(name="automod", description=wording.GROUP)
        self._keeper = keeper
        self._groups = groups

    @app_commands.command(name="on", description=wording.ON)
    @app_commands.describe(**wording.ON_OPTIONS)
    @app_commands.choices(
        refuse=[
            app_commands.Choice(name=wording.NUMBERS_CHOICE, value="numbers"),
            app_commands.Choice(name=wording.CONTACTS_CHOICE, value="contacts"),
        ]
    )
    async def on(self, interaction: Interaction, refuse: app_commands.Choice[str]) -> None:
        """Makes the rules."""
        guild = await _ready(interaction)
        if guild is None:
            return
        if not await self._groups.of_guild(GuildId(guild.id)):
            await tell(interaction, wording.NO_GROUP)
            return
        parts = parts_of(contacts=refuse.value == "contacts")
        try:
            left_out = await self._keeper.ask(guild, parts)
        except TooManyChannels as many:
            await tell(interaction, wording.too_many_channels(many.others, MOST_EXEMPT))
        except TooManyRules:
            await tell(interaction, wording.too_many_rules(MOST_RULES))
        except _REFUSALS as refused:
            await tell(interaction, _why(guild, refused))
        else:
            await tell(interaction, wording.made(parts, left_out))

    @app_commands.command(name="off", description=wording.OFF)
    async def off(self, interaction: Interaction) -> None:
        """Takes the rules away."""
        guild = await _ready(interaction)
        if guild is None:
            return
        try:
            await self._keeper.withdraw(guild)
        except _REFUSALS as refused:
            await tell(interaction, _why(guild, refused))
        else:
            await tell(interaction, wording.TAKEN_AWAY)

    @app_commands.command(name="show", description=wording.SHOW)
    async def show(self, interaction: Interaction) -> None:
        """Says how the rules stand."""
        guild = await _ready(interaction)
        if guild is None:
            return
        try:
            now = await self._keeper.standing(guild)
        except _REFUSALS as refused:
            await tell(interaction, _why(guild, refused))
        else:
            words = wording.shown(now.on, now.waiting, now.switched_off, now.left_out)
            await tell(interaction, words)


class AutoModCog(commands.Cog):
    """Brings the rules in step at the start, and whenever groups or channels come and go."""

    def __init__(self, client: commands.Bot, groups: GroupKeeping, rules: AutoModRules) -> None:
        self._client = client
        self._keeper = RuleKeeper(client, groups, rules)
        self._commands = AutoModCommands(self._keeper, groups)
        self._dirty = set[int]()
        self._turns = WeakValueDictionary[int, asyncio.Lock]()
        self._tasks = set[asyncio.Task[None]]()
        groups.tell(self.touch)

    async def cog_load(self) -> None:
        """Hangs the commands under `/server`, which another cog brought before."""
        server = self._client.tree.get_command(_UNDER)
        if isinstance(server, app_commands.Group):
            server.add_command(self._commands)

    async def cog_unload(self) -> None:
        """Leaves nothing running."""
        for task in self._tasks:
            task.cancel()

    def touch(self, guild_id: int) -> None:
        """Notes that a server's groups or channels are others; what comes together is done once."""
        if guild_id in self._dirty or not self._client.is_ready():
            return
        self._dirty.add(guild_id)
        task = asyncio.create_task(self._catch_up(guild_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _catch_up(self, guild_id: int) -> None:
        async with self._turns.setdefault(guild_id, asyncio.Lock()):
            self._dirty.discard(guild_id)  # what comes from here on needs another look
            guild = self._client.get_guild(guild_id)
            if guild:
                await self._sync(guild)

    async def _sync(self, guild: discord.Guild) -> None:
        try:
            await self._keeper.sync(guild)
        except discord.HTTPException as refused:
            _LOG.warning("rules could not be brought in step", guild=guild.id, code=refused.code)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as lost:
            _LOG.fault("rules could not be brought in step", lost, guild=guild.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Catches up with what happened while the bot was away."""
        for guild in self._client.guilds:
            self.touch(guild.id)

    @commands.Cog.listener()
    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        """A channel of no group is to be left out."""
        self.touch(channel.guild.id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """There may be room now."""
        self.touch(channel.guild.id)


async def _ready(interaction: Interaction) -> discord.Guild | None:
    """The server, once it is sure that both sides may; else says what is missing."""
    guild = interaction.guild
    if guild is None or not interaction.permissions.manage_guild:
        await tell(interaction, wording.NEEDS_MANAGER)
        return None
    if not interaction.app_permissions.manage_guild:
        await tell(interaction, wording.needs_permission(_role(guild)))
        return None
    await interaction.response.defer(ephemeral=True, thinking=True)
    return guild


def _role(guild: discord.Guild) -> str:
    """The role that carries what the bot may do."""
    return guild.self_role.name if guild.self_role else guild.me.display_name


def _why(guild: discord.Guild, refused: Exception) -> str:
    if isinstance(refused, discord.Forbidden):
        return wording.needs_permission(_role(guild))
    code = refused.code if isinstance(refused, discord.HTTPException) else 0
    _LOG.warning("Discord did not take a rule", guild=guild.id, code=code)
    return wording.NOT_TAKEN
