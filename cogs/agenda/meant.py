"""Which meeting a command about the agenda means: the one picked, the thread's, or the next."""

from discord import app_commands

from bot.domain.errors import NoSuchMeeting
from bot.domain.meeting import Gathering, Phase
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from cogs.choosing import group_meant, guild_of
from cogs.controls import Interaction
from cogs.replies import actor
from cogs.wording.meetings import choice_label


class MeetingsMeant:
    """Finds meetings for a member: those ahead in their own groups."""

    def __init__(self, groups: GroupKeeping, meetings: MeetingKeeping) -> None:
        self._groups = groups
        self._meetings = meetings

    async def ahead(self, interaction: Interaction) -> tuple[Gathering, ...]:
        """What is open or coming in the groups that the person belongs to, or manages."""
        who = actor(interaction)
        return tuple(
            one
            for one in await self._meetings.ahead(guild_of(interaction))
            if who.manages or who.id in one.group.member_ids
        )

    async def meant(
        self, interaction: Interaction, said: str | None, *, timed: bool = False
    ) -> Gathering:
        """The meeting; `timed` leaves out open polls. Refuses with NoSuchMeeting."""
        found = [
            one
            for one in await self.ahead(interaction)
            if one.meeting.phase is Phase.SCHEDULED or not timed
        ]
        if said is not None:
            found = _said(found, said)
        elif here := [one for one in found if one.meeting.posts.thread == interaction.channel_id]:
            found = here
        else:
            group = await group_meant(interaction, self._groups, None)
            found = [one for one in found if one.group.id == group.id]
            found.sort(key=lambda one: one.meeting.phase is not Phase.SCHEDULED)
        if not found:
            raise NoSuchMeeting
        return found[0]

    async def offered(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """The meetings ahead, for autocompletion."""
        zone = await self._groups.zone_of(guild_of(interaction), actor(interaction).id)
        labels = [
            (choice_label(one, zone or one.group.settings.zone, one.meeting.called_at), one)
            for one in await self.ahead(interaction)
        ]
        return [
            app_commands.Choice(name=label, value=str(one.meeting.id))
            for label, one in labels
            if typed.casefold() in label.casefold()
        ][:25]


def _said(found: list[Gathering], said: str) -> list[Gathering]:
    """The meeting that was picked, or the only one whose words were typed."""
    if said.isdecimal() and said.isascii():
        return [one for one in found if one.meeting.id == int(said)]
    named = [one for one in found if said.casefold() in one.meeting.topic.casefold()]
    return named if len(named) == 1 else []
