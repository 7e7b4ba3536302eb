"""`/availability`: usual hours and days away; and answering a poll by them with one press."""

from datetime import date
from typing import Any

import discord
from discord import SelectOption, app_commands, ui
from discord.ext import commands

from bot.domain.errors import NoSuchGroup, NoSuchMeeting
from bot.domain.group import Group
from bot.domain.heat.grid import Heat
from bot.domain.ids import MeetingId
from bot.domain.standing.pattern import Standing
from bot.domain.standing.refusals import HoursRefused, NoUsualHours
from bot.domain.when.search import search_zones
from bot.pictures.studio import Studio
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from bot.services.ports import Clock
from bot.services.standing import UsualHours
from cogs.availability.forms import read_form, week_form
from cogs.choosing import group_meant, guild_of
from cogs.controls import Interaction, Press, Router, button, custom_id
from cogs.outgoing import Picture
from cogs.pictures import drawn
from cogs.replies import actor, replace, tell
from cogs.wording import availability as wording
from cogs.wording import heat as heat_wording
from cogs.wording import polls as poll_wording
from cogs.wording import refusals
from cogs.zone_question import ask_zone, then

_PRIMARY = discord.ButtonStyle.primary
FILE = "usual-hours.png"


class AvailabilityCog(commands.Cog):
    """What members keep about their usual hours."""

    availability = app_commands.Group(
        name="availability", description=wording.COMMANDS, guild_only=True
    )

    def __init__(
        self,
        hours: UsualHours,
        meetings: MeetingKeeping,
        groups: GroupKeeping,
        clock: Clock,
        router: Router,
        studio: Studio,
    ) -> None:
        self._hours = hours
        self._meetings = meetings
        self._groups = groups
        self._clock = clock
        self._studio = studio
        router.on("hours", "open", self._open_pressed)
        router.on("hours", "submit", self._submitted)
        router.on("away", "remove", self._remove)
        router.on("poll", "usual", self._use)

    @availability.command(name="week", description=wording.WEEK)
    async def week(self, interaction: Interaction) -> None:
        """Opens the form; the time zone is asked first where it is not known."""
        await self._open(interaction)

    @availability.command(name="away", description=wording.AWAY)
    @app_commands.describe(first=wording.OPTION_FIRST, last=wording.OPTION_LAST)
    @app_commands.rename(first="from", last="to")
    async def away(
        self, interaction: Interaction, first: str | None = None, last: str | None = None
    ) -> None:
        """Keeps days away, and shows all of them."""
        zone = await self._zone_or_ask(interaction)
        if zone is None:
            return
        guild, who = guild_of(interaction), actor(interaction).id
        if first or last:
            standing = await self._hours.add_away(guild, who, zone, first or last or "", last or "")
        else:
            standing = await self._hours.of(guild, who, zone)
        await tell(interaction, wording.aways(standing), *_menu(standing))

    @availability.command(name="show", description=wording.SHOW)
    async def show(self, interaction: Interaction) -> None:
        """All that is kept, privately, and a picture of the days to come."""
        zone = await self._zone_or_ask(interaction)
        if zone is None:
            return
        guild, who = guild_of(interaction), actor(interaction).id
        standing = await self._hours.of(guild, who, zone)
        group = await self._own_group(interaction)
        heat = await self._hours.week_seen(guild, who, zone, group)
        text = "\n".join([wording.shown(standing), *heat_wording.told(heat, group)])
        change = button(wording.CHANGE, "hours", 0, "open")
        file = await drawn(_picture(heat), self._studio) if heat else None
        await tell(interaction, text, change, file=file)

    async def _own_group(self, interaction: Interaction) -> Group | None:
        """The group meant here, if the member belongs to it."""
        try:
            group = await group_meant(interaction, self._groups, None)
        except NoSuchGroup:
            return None
        return group if actor(interaction).id in group.member_ids else None

    async def _zone_or_ask(self, interaction: Interaction, *after: str) -> str | None:
        zone = await self._groups.zone_of(guild_of(interaction), actor(interaction).id)
        if zone is None:
            await ask_zone(interaction, search_zones("", now=self._clock.now()), *after)
        return zone

    async def _open_pressed(self, press: Press) -> None:
        await self._open(press.interaction)

    async def _open(self, interaction: Interaction) -> None:
        zone = await self._zone_or_ask(interaction, then("hours", 0, "open"))
        if zone is None:
            return
        guild, who = guild_of(interaction), actor(interaction).id
        standing = await self._hours.of(guild, who, zone)
        form = week_form(standing, self._hours.held(guild, who))
        await interaction.response.send_modal(form)

    async def _submitted(self, press: Press) -> None:
        interaction = press.interaction
        zone = await self._zone_or_ask(interaction)
        if zone is None:
            return
        guild, who = guild_of(interaction), actor(interaction).id
        try:
            standing = await self._hours.keep_week(guild, who, zone, read_form(press))
        except HoursRefused as refused:
            again = button(wording.CHANGE, "hours", 0, "open", style=_PRIMARY)
            await tell(interaction, refusals.sentence(refused), again)
            return
        await tell(interaction, wording.kept_week(standing))

    async def _remove(self, press: Press) -> None:
        zone = await self._zone_or_ask(press.interaction)
        if zone is None:
            return
        guild, who = guild_of(press.interaction), actor(press.interaction).id
        first = date.fromisoformat(press.values[0])
        standing = await self._hours.remove_away(guild, who, zone, first)
        await replace(press.interaction, wording.aways(standing), *_menu(standing))

    async def _use(self, press: Press) -> None:
        """Answers a poll by the member's usual hours: what was only suggested is now said."""
        gathering = await self._meetings.get(MeetingId(press.number))
        who = actor(press.interaction)
        here = press.interaction.guild_id  # none in a direct message, where nudges come too
        if here not in {gathering.meeting.guild_id, None}:
            raise NoSuchMeeting
        who.require_member(gathering.group)
        try:
            choices = await self._hours.confirmed(gathering, who.id)
        except NoUsualHours:
            if here is None:
                await tell(press.interaction, wording.NO_USUAL_HOURS_THERE)
                return
            keep = button(wording.KEEP_HOURS, "hours", 0, "open", style=_PRIMARY)
            await tell(press.interaction, wording.NO_USUAL_HOURS, keep)
            return
        before = gathering.meeting.answers.get(who.id)
        note = before.note if before else ""
        after = await self._meetings.answer(gathering.meeting.id, who.id, choices, note)
        used = wording.used(choices)
        thanks = poll_wording.thanks(after, who.id, (), 1900 - len(used))
        await tell(press.interaction, f"{used}\n{thanks}")


def _picture(heat: Heat) -> Picture:
    return Picture(FILE, heat, heat_wording.week_captions(heat), heat_wording.week_alt(heat))


def _menu(standing: Standing) -> tuple[ui.Select[Any], ...]:
    """The days away, each to be taken out."""
    if not standing.away:
        return ()
    options = [
        SelectOption(label=wording.away_label(one), value=one.first.isoformat())
        for one in standing.away
    ]
    menu = ui.Select[Any](
        custom_id=custom_id("away", 0, "remove"), placeholder=wording.TAKE_OUT, options=options
    )
    return (menu,)
