"""Setting a member's zone: by command, from a menu, or by typing a city."""

import re
from typing import Any

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.domain.ids import MemberId
from bot.domain.when.names import city_of, zone
from bot.domain.when.search import ZoneChoice, search_zones
from bot.services.groups import GroupKeeping
from bot.services.ports import Clock
from cogs.choosing import guild_of
from cogs.controls import Interaction, Press, Router, button
from cogs.replies import replace, tell
from cogs.wording import zones as wording
from cogs.zone_options import offered_zones, zones_meant
from cogs.zone_question import then, zone_menu
from cogs.zones.forms import CITY, CityForm

NOTHING = then("none", 0, "none")
MOST_CHOICES = 25
_AFTER = re.compile(r"(?P<thing>[a-z]+)\.(?P<number>[0-9]+)\.(?P<verb>[a-z]+)")


class ZonesCog(commands.Cog):
    """`/zone`, and the answers to the question for the zone."""

    def __init__(self, groups: GroupKeeping, router: Router, clock: Clock) -> None:
        self._groups = groups
        self._clock = clock
        router.on("zone", "pick", self._picked)
        router.on("zone", "type", self._open_form)
        router.on("zone", "typed", self._typed)

    async def _offer_zones(self, _: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return offered_zones(typed, self._clock.now())

    @app_commands.command(name="zone", description=wording.COMMAND)
    @app_commands.describe(zone=wording.OPTION)
    @app_commands.autocomplete(zone=_offer_zones)
    @app_commands.guild_only()
    async def zone(self, interaction: Interaction, zone: str) -> None:
        """Sets or changes the zone; asks which one where several are meant."""
        meant = zones_meant(zone, self._clock.now())
        if len(meant) == 1:
            await tell(interaction, await self._keep(interaction, meant[0].zone))
        else:
            await tell(interaction, *self._ask_again(meant, NOTHING))

    async def _picked(self, press: Press) -> None:
        text = await self._keep(press.interaction, press.values[0])
        await replace(press.interaction, text, *_go_on(press.rest))

    async def _open_form(self, press: Press) -> None:
        await press.interaction.response.send_modal(CityForm(press.rest or NOTHING))

    async def _typed(self, press: Press) -> None:
        meant = zones_meant(press.text(CITY), self._clock.now())
        if len(meant) == 1:
            text = await self._keep(press.interaction, meant[0].zone)
            await replace(press.interaction, text, *_go_on(press.rest))
        else:
            await replace(press.interaction, *self._ask_again(meant, press.rest or NOTHING))

    async def _keep(self, interaction: Interaction, name: str) -> str:
        """Keeps the zone and gives the sentence that says so."""
        member_id = MemberId(interaction.user.id)
        kept = await self._groups.set_zone(guild_of(interaction), member_id, name)
        return wording.kept(city_of(kept), self._clock.now().astimezone(zone(kept)))

    def _ask_again(
        self, meant: tuple[ZoneChoice, ...], after: str
    ) -> tuple[str, ui.Select[Any], ui.Button[Any]]:
        """The likely places, or the common ones where none is likely."""
        text = wording.which() if meant else wording.NOT_FOUND
        choices = meant[:MOST_CHOICES] or search_zones("", now=self._clock.now())
        other = button(wording.OTHER_CITY, "zone", 0, "type", after)
        return text, zone_menu(choices, after), other


def _go_on(after: str) -> tuple[ui.Button[Any], ...]:
    """The button that brings the member back to what they were doing."""
    found = _AFTER.fullmatch(after)
    if found is None or after == NOTHING:
        return ()
    thing, number, verb = found["thing"], int(found["number"]), found["verb"]
    return (button(wording.GO_ON, thing, number, verb, style=discord.ButtonStyle.primary),)
