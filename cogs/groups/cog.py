"""The commands about groups."""

from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.errors import NotAMember
from bot.domain.group import (
    DEFAULT_LEADS,
    LARGEST_QUORUM,
    LONGEST_MEETING,
    LONGEST_NAME,
    LONGEST_ROUND,
    MOST_NUDGES,
    MOST_PRESENTERS,
    SHORTEST_MEETING,
    Answers,
    Group,
    GroupSettings,
    Structure,
)
from bot.domain.ids import ChannelId, MemberId
from bot.domain.lead_times import read_lead_times
from bot.domain.meeting import Soon
from bot.domain.rhythm import MOST_WEEKS
from bot.domain.when.search import search_zones
from bot.services.confidentiality import Confidentiality
from bot.services.groups import GroupKeeping
from bot.services.ports import Clock
from bot.services.rhythm import RhythmKeeping
from bot.services.series import SeriesKeeping
from cogs.choosing import channel_of, guild_of, offered_groups
from cogs.controls import Interaction, Press, Router
from cogs.groups.announcing import ChosenHome, announce, home_for_group
from cogs.groups.finding import group_known, group_of_button, group_to_join
from cogs.groups.guarding import STRICTNESSES, ChosenPlace, Place, Wish, tend
from cogs.groups.rhythm import WINDOWS
from cogs.groups.rhythm import Wish as RhythmWish
from cogs.groups.rhythm import tend as tend_rhythm
from cogs.replies import actor, tell
from cogs.wording import groups as wording
from cogs.wording import guard as guard_wording
from cogs.wording import rhythm as rhythm_wording
from cogs.wording import series as series_wording
from cogs.zone_options import offered_zones, zone_meant
from cogs.zone_question import ask_zone

Name = app_commands.Range[str, 1, LONGEST_NAME]
Quorum = app_commands.Range[int, 1, LARGEST_QUORUM]
Nudges = app_commands.Range[int, 0, MOST_NUDGES]
Weeks = app_commands.Range[int, 0, MOST_WEEKS]
Length = app_commands.Range[int, SHORTEST_MEETING, LONGEST_MEETING]
Presenters = app_commands.Range[int, 1, MOST_PRESENTERS]
Round = app_commands.Range[int, 0, LONGEST_ROUND]
ANSWERS = [
    app_commands.Choice(name=words, value=choice.value) for choice, words in wording.ANSWERS.items()
]
Choices = list[app_commands.Choice[str]]
STRUCTURES = [
    app_commands.Choice(name=words, value=one.value) for one, words in wording.STRUCTURES.items()
]


class GroupsCog(commands.Cog):
    """`/group` and the "Join" button."""

    group = app_commands.Group(name="group", description=wording.GROUP, guild_only=True)

    def __init__(
        self,
        groups: GroupKeeping,
        series: SeriesKeeping,
        guard: Confidentiality,
        rhythms: RhythmKeeping,
        router: Router,
        clock: Clock,
        *,
        reads_messages: bool,
    ) -> None:
        self._groups = groups
        self._series = series
        self._guard = guard
        self._rhythms = rhythms
        self._clock = clock
        self._reads_messages = reads_messages
        router.on("group", "join", self._join_pressed)

    async def _offer_groups(self, interaction: Interaction, typed: str) -> Choices:
        return await offered_groups(interaction, self._groups, typed)

    async def _offer_zones(self, _: Interaction, typed: str) -> Choices:
        return offered_zones(typed, self._clock.now())

    @group.command(name="create", description=wording.CREATE)
    @app_commands.describe(**wording.CREATE_OPTIONS)
    @app_commands.autocomplete(zone=_offer_zones)
    async def create(  # noqa: PLR0913 - an option of the command each
        self,
        interaction: Interaction,
        name: Name,
        quorum: Quorum,
        zone: str,
        *,
        channel: app_commands.Transform[app_commands.AppCommandChannel, ChosenHome] | None = None,
        length: Length = SHORTEST_MEETING,
        reminders: str | None = None,
        voice: discord.VoiceChannel | None = None,
    ) -> None:
        """Binds a new group to a channel and tells the channel."""
        home = await home_for_group(interaction, channel)
        if home is None:
            return
        settings = GroupSettings(
            name=name,
            zone=zone_meant(zone, self._clock.now()),
            quorum=quorum,
            length=length,
            leads=DEFAULT_LEADS if reminders is None else read_lead_times(reminders),
            voice_channel_id=ChannelId(voice.id) if voice else None,
        )
        made = await self._groups.create(
            guild_of(interaction),
            ChannelId(home.id),
            settings,
            actor(interaction),
            forum=isinstance(home, discord.ForumChannel),
        )
        await announce(interaction, home, made, reads_messages=self._reads_messages)

    @group.command(name="join", description=wording.JOIN)
    @app_commands.describe(**wording.JOIN_OPTIONS)
    @app_commands.autocomplete(group=_offer_groups, zone=_offer_zones)
    async def join(
        self, interaction: Interaction, group: str | None = None, zone: str | None = None
    ) -> None:
        """Lets the member into a group whose channel they can see."""
        found = await group_to_join(interaction, self._groups, group)
        chosen = zone_meant(zone, self._clock.now()) if zone else None
        await self._let_in(interaction, found, chosen)

    async def _join_pressed(self, press: Press) -> None:
        group = await group_of_button(press.interaction, self._groups, press.number)
        await self._let_in(press.interaction, group, None)

    async def _let_in(self, interaction: Interaction, group: Group, zone: str | None) -> None:
        member_id = MemberId(interaction.user.id)
        joined = await self._groups.join(group.id, member_id)
        if zone:
            await self._groups.set_zone(group.guild_id, member_id, zone)
        await tell(interaction, wording.welcome(joined))
        if await self._groups.zone_of(group.guild_id, member_id) is None:
            await ask_zone(interaction, search_zones("", now=self._clock.now()))

    @group.command(name="leave", description=wording.LEAVE)
    @app_commands.describe(**wording.GROUP_OPTIONS)
    @app_commands.autocomplete(group=_offer_groups)
    async def leave(self, interaction: Interaction, group: str | None = None) -> None:
        """Takes the member out of a group."""
        found = await group_known(interaction, self._groups, group)
        await self._groups.leave(found.id, MemberId(interaction.user.id))
        await tell(interaction, wording.left(found))

    @group.command(name="members", description=wording.MEMBERS)
    @app_commands.describe(**wording.GROUP_OPTIONS)
    @app_commands.autocomplete(group=_offer_groups)
    async def members(self, interaction: Interaction, group: str | None = None) -> None:
        """Shows who is in a group."""
        found = await group_known(interaction, self._groups, group)
        await tell(interaction, wording.members(found))

    @group.command(name="remove", description=wording.REMOVE)
    @app_commands.describe(**wording.REMOVE_OPTIONS)
    @app_commands.autocomplete(group=_offer_groups)
    async def remove(
        self, interaction: Interaction, member: discord.User, group: str | None = None
    ) -> None:
        """Takes somebody out of a group, even if they have left the server."""
        if not interaction.permissions.manage_guild:
            await tell(interaction, wording.NEEDS_MANAGE)
            return
        found = await group_known(interaction, self._groups, group)
        member_id = MemberId(member.id)
        try:
            await self._groups.leave(found.id, member_id)
        except NotAMember:
            await tell(interaction, wording.not_in_it(found, member_id))
        else:
            await tell(interaction, wording.removed(found, member_id))

    @group.command(name="settings", description=wording.SETTINGS)
    @app_commands.describe(**wording.SETTINGS_OPTIONS)
    @app_commands.autocomplete(group=_offer_groups, zone=_offer_zones)
    @app_commands.choices(structure=STRUCTURES, answers=ANSWERS)
    async def settings(  # noqa: PLR0913 - an option of the command each
        self,
        interaction: Interaction,
        group: str | None = None,
        *,
        name: Name | None = None,
        quorum: Quorum | None = None,
        zone: str | None = None,
        length: Length | None = None,
        reminders: str | None = None,
        nudges: Nudges | None = None,
        structure: app_commands.Choice[str] | None = None,
        presenters: Presenters | None = None,
        opening: Round | None = None,
        closing: Round | None = None,
        answers: app_commands.Choice[str] | None = None,
        voice: discord.VoiceChannel | None = None,
        no_voice: bool = False,
    ) -> None:
        """Shows a group's settings, or changes those that are given."""
        found = await group_known(interaction, self._groups, group)
        given: dict[str, Any] = {
            "name": name,
            "quorum": quorum,
            "zone": zone_meant(zone, self._clock.now()) if zone else None,
            "length": length,
            "leads": None if reminders is None else read_lead_times(reminders),
            "nudges": nudges,
            "structure": Structure(structure.value) if structure else None,
            "presenters": presenters,
            "opening": opening,
            "closing": closing,
            "answers": Answers(answers.value) if answers else None,
            "voice_channel_id": ChannelId(voice.id) if voice else None,
        }
        changes = {key: value for key, value in given.items() if value is not None}
        if no_voice:
            changes["voice_channel_id"] = None
        await self._settle(interaction, found, changes)

    @group.command(name="guard", description=guard_wording.GUARD)
    @app_commands.describe(**guard_wording.GUARD_OPTIONS)
    @app_commands.autocomplete(group=_offer_groups)
    @app_commands.choices(strictness=STRICTNESSES)
    async def guard(
        self,
        interaction: Interaction,
        group: str | None = None,
        *,
        strictness: app_commands.Choice[str] | None = None,
        channel: app_commands.Transform[Place, ChosenPlace] | None = None,
        forget: bool = False,
    ) -> None:
        """Shows how strict a group's guard is and how its alarms went, or changes it."""
        found = await group_known(interaction, self._groups, group)
        wish = Wish(strictness.value if strictness else None, channel, forget)
        await tend(interaction, self._guard, found, wish)

    @group.command(name="rhythm", description=rhythm_wording.RHYTHM)
    @app_commands.describe(**rhythm_wording.OPTIONS)
    @app_commands.autocomplete(group=_offer_groups)
    @app_commands.choices(within=WINDOWS)
    async def rhythm(
        self,
        interaction: Interaction,
        group: str | None = None,
        *,
        every: Weeks | None = None,
        start: str | None = None,
        within: app_commands.Choice[str] | None = None,
    ) -> None:
        """Shows how often a group is asked for a time by itself, or changes it."""
        found = await group_known(interaction, self._groups, group)
        soon = Soon(within.value) if within else None
        await tend_rhythm(interaction, self._rhythms, found, RhythmWish(every, start or "", soon))

    async def _settle(
        self, interaction: Interaction, group: Group, changes: dict[str, Any]
    ) -> None:
        if not changes:
            regular = series_wording.brief(await self._series.of_group(group.id))
            await tell(interaction, wording.settings(group, regular))
            return
        asker = actor(interaction)
        changed = await self._groups.change(
            group.id, lambda before: replace(before, **changes), asker
        )
        elsewhere = channel_of(interaction) != group.channel_id
        await tell(interaction, wording.changed(changed, asker.id), ephemeral=elsewhere)
