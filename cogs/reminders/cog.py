"""`/reminders`: how a member likes to be reminded of meetings, and asked for answers."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.errors import LeadTimesUnclear, QuietUnclear
from bot.domain.group import Nudge
from bot.domain.ids import MemberId
from bot.domain.when.search import search_zones
from bot.services.groups import GroupKeeping
from bot.services.ports import Clock
from bot.services.wishes import ReminderWishes
from cogs.choosing import guild_of
from cogs.controls import Interaction, Press, Router, button
from cogs.reminders.forms import read_wishes, wishes_form
from cogs.replies import tell
from cogs.wording import nudges as nudge_wording
from cogs.wording import refusals
from cogs.wording import reminders as wording
from cogs.zone_question import ask_zone, then


class RemindersCog(commands.Cog):
    """What each member may choose about reminders."""

    reminders = app_commands.Group(
        name="reminders", description=nudge_wording.COMMANDS, guild_only=True
    )

    def __init__(
        self, groups: GroupKeeping, wishes: ReminderWishes, clock: Clock, router: Router
    ) -> None:
        self._groups = groups
        self._wishes = wishes
        self._clock = clock
        router.on("wishes", "open", self._open_pressed)
        router.on("wishes", "submit", self._submitted)

    @reminders.command(name="show", description=wording.SHOW)
    async def show(self, interaction: Interaction) -> None:
        """All that the member chose, privately."""
        zone = await self._zone_or_ask(interaction)
        if zone is None:
            return
        wishes = await self._wishes.of(guild_of(interaction), _asker(interaction))
        change = button(wording.CHANGE, "wishes", 0, "open")
        await tell(interaction, wording.shown(wishes, zone), change)

    @reminders.command(name="change", description=wording.CHANGE_COMMAND)
    async def change(self, interaction: Interaction) -> None:
        """Opens the form; the time zone is asked first where it is not known."""
        await self._open(interaction)

    @reminders.command(name="nudge", description=nudge_wording.NUDGE)
    @app_commands.describe(**nudge_wording.NUDGE_OPTIONS)
    @app_commands.choices(
        how=[
            app_commands.Choice(name=words, value=how)
            for how, words in nudge_wording.CHOICES.items()
        ]
    )
    async def nudge(self, interaction: Interaction, how: app_commands.Choice[str]) -> None:
        """Keeps where the member is asked for an answer that is missing."""
        chosen = Nudge(how.value)
        await self._groups.set_nudge(guild_of(interaction), _asker(interaction), chosen)
        await tell(interaction, nudge_wording.KEPT[chosen])

    async def _zone_or_ask(self, interaction: Interaction) -> str | None:
        zone = await self._groups.zone_of(guild_of(interaction), _asker(interaction))
        if zone is None:
            after = then("wishes", 0, "open")
            await ask_zone(interaction, search_zones("", now=self._clock.now()), after)
        return zone

    async def _open_pressed(self, press: Press) -> None:
        await self._open(press.interaction)

    async def _open(self, interaction: Interaction) -> None:
        zone = await self._zone_or_ask(interaction)
        if zone is None:
            return
        guild, who = guild_of(interaction), _asker(interaction)
        wishes = await self._wishes.of(guild, who)
        form = wishes_form(wishes, self._wishes.held(guild, who), zone)
        await interaction.response.send_modal(form)

    async def _submitted(self, press: Press) -> None:
        interaction = press.interaction
        zone = await self._zone_or_ask(interaction)
        if zone is None:
            return
        guild, who = guild_of(interaction), _asker(interaction)
        try:
            wishes = await self._wishes.keep(guild, who, read_wishes(press))
        except (LeadTimesUnclear, QuietUnclear) as refused:
            primary = discord.ButtonStyle.primary
            again = button(wording.CHANGE, "wishes", 0, "open", style=primary)
            await tell(interaction, refusals.sentence(refused), again)
            return
        await tell(interaction, wording.kept(wishes, zone))


def _asker(interaction: Interaction) -> MemberId:
    return MemberId(interaction.user.id)
