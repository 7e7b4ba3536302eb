"""`/meeting`: calling, listing, showing, moving, cancelling, and saying whether one comes."""

from collections.abc import Awaitable, Callable

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.errors import NoSuchMeeting, NotScheduled
from bot.domain.meeting import Attendance, Gathering, Phase
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from bot.services.ports import Clock
from cogs.choosing import group_meant, guild_of, offered_groups
from cogs.controls import Interaction, Press, Router, button
from cogs.meeting_of import meeting_asked, meeting_here
from cogs.meetings.calls import Calls
from cogs.meetings.cards import held
from cogs.replies import actor, redraw, replace, tell
from cogs.wording import changes
from cogs.wording import meetings as wording
from cogs.wording import reminders as reminder_wording

_ATTENDANCE = {
    "coming": Attendance.COMING,
    "tentative": Attendance.TENTATIVE,
    "cannot": Attendance.NOT_COMING,
}


class MeetingsCog(commands.Cog):
    """The commands about meetings, and the controls on meetings' cards."""

    meeting = app_commands.Group(name="meeting", description=wording.COMMANDS, guild_only=True)

    def __init__(
        self,
        calls: Calls,
        meetings: MeetingKeeping,
        groups: GroupKeeping,
        clock: Clock,
        router: Router,
        begin: Callable[[Interaction, str | None], Awaitable[None]],
    ) -> None:
        self._begin = begin
        self._calls = calls
        self._meetings = meetings
        self._groups = groups
        self._clock = clock
        for verb in _ATTENDANCE:
            router.on("meeting", verb, self._attend)
        router.on("meeting", "show", self._show_pressed)
        router.on("meeting", "manage", self._manage)
        router.on("meeting", "cancel", self._ask_cancel)
        router.on("meeting", "cancelsure", self._cancel)
        router.on("meeting", "keep", self._keep)
        router.on("meeting", "restore", self._restore)
        router.on("meeting", "hold", self._hold)

    @meeting.command(name="call", description=wording.CALL)
    @app_commands.describe(group=wording.OPTION_GROUP)
    async def call(self, interaction: Interaction, group: str | None = None) -> None:
        """Opens the form; the time zone is asked first where it is not known."""
        meant = await group_meant(interaction, self._groups, group)
        await self._calls.open(interaction, meant)

    @meeting.command(name="list", description=wording.LIST)
    @app_commands.describe(group=wording.OPTION_GROUP)
    async def list_ahead(self, interaction: Interaction, group: str | None = None) -> None:
        """What is open or coming, in the member's groups or in the one named."""
        found = await self._visible(interaction)
        if group is not None:
            meant = await group_meant(interaction, self._groups, group)
            found = tuple(one for one in found if one.group.id == meant.id)
        await tell(interaction, wording.ahead(found) if found else wording.NOTHING_AHEAD)

    @meeting.command(name="show", description=wording.SHOW)
    @app_commands.describe(meeting=wording.OPTION_MEETING)
    async def show(self, interaction: Interaction, meeting: str) -> None:
        """One meeting, privately."""
        await self._show(interaction, await self._meant(interaction, meeting))

    @meeting.command(name="move", description=wording.MOVE)
    @app_commands.describe(meeting=wording.OPTION_MEETING, to=wording.OPTION_TO)
    async def move(self, interaction: Interaction, meeting: str, to: str) -> None:
        """Reads the new time and asks before anything changes."""
        meant = await self._meant(interaction, meeting)
        actor(interaction).require_convener(meant.meeting)
        if meant.meeting.phase is not Phase.SCHEDULED:
            raise NotScheduled
        await self._calls.preview_move(interaction, meant.meeting.id, to)

    @meeting.command(name="cancel", description=wording.CANCEL)
    @app_commands.describe(meeting=wording.OPTION_MEETING)
    async def cancel(self, interaction: Interaction, meeting: str) -> None:
        """Asks before the meeting is called off."""
        await self._ask(interaction, await self._meant(interaction, meeting))

    @meeting.command(name="start", description=wording.START)
    @app_commands.describe(meeting=wording.OPTION_MEETING)
    async def start(self, interaction: Interaction, meeting: str | None = None) -> None:
        """Begins a meeting; its time is shared out from now."""
        await self._begin(interaction, meeting)

    @call.autocomplete("group")
    @list_ahead.autocomplete("group")
    async def _groups_offered(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await offered_groups(interaction, self._groups, typed)

    @show.autocomplete("meeting")
    @move.autocomplete("meeting")
    @cancel.autocomplete("meeting")
    @start.autocomplete("meeting")
    async def _meetings_offered(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        zone = await self._zone(interaction)
        now = self._clock.now()
        labels = [
            (wording.choice_label(one, zone or one.group.settings.zone, now), one.meeting.id)
            for one in await self._visible(interaction)
        ]
        return [
            app_commands.Choice(name=label, value=str(meeting_id))
            for label, meeting_id in labels
            if typed.casefold() in label.casefold()
        ][:25]

    async def _visible(self, interaction: Interaction) -> tuple[Gathering, ...]:
        """What is ahead in the groups that the person belongs to, or manages."""
        who = actor(interaction)
        return tuple(
            one
            for one in await self._meetings.ahead(guild_of(interaction))
            if who.manages or who.id in one.group.member_ids
        )

    async def _meant(self, interaction: Interaction, said: str) -> Gathering:
        """The meeting that was picked, or the only one whose words were typed."""
        found = await self._visible(interaction)
        if said.isdecimal() and said.isascii():
            picked = [one for one in found if one.meeting.id == int(said)]
        else:
            picked = [one for one in found if said.casefold() in one.meeting.topic.casefold()]
        if len(picked) != 1:
            raise NoSuchMeeting
        return picked[0]

    async def _zone(self, interaction: Interaction) -> str | None:
        return await self._groups.zone_of(guild_of(interaction), actor(interaction).id)

    async def _gathering(self, press: Press) -> Gathering:
        return await meeting_here(press, self._meetings)

    async def _attend(self, press: Press) -> None:
        gathering = await meeting_asked(press, self._meetings)
        state = _ATTENDANCE[press.verb]
        await self._meetings.attend(gathering.meeting.id, actor(press.interaction).id, state)
        await tell(press.interaction, wording.attending(state))

    async def _show_pressed(self, press: Press) -> None:
        gathering = await meeting_asked(press, self._meetings)
        who = actor(press.interaction)
        if not who.manages:
            who.require_member(gathering.group)
        await self._show(press.interaction, gathering)

    async def _show(self, interaction: Interaction, gathering: Gathering) -> None:
        refused = await self._meetings.undelivered(gathering.meeting.id)
        who, number = actor(interaction).id, gathering.meeting.id
        ahead = self._meetings.reminders_ahead(gathering, who)
        text = wording.shown(gathering, len(refused))
        yours = reminder_wording.for_you(gathering, who, ahead)
        hear = button(reminder_wording.AFTER_ALL, "remind", number, "hear")
        controls = (hear,) if yours and who in gathering.meeting.hushed else ()
        await tell(interaction, f"{text}\n\n{yours}" if yours else text, *controls)

    async def _manage(self, press: Press) -> None:
        gathering = await self._gathering(press)
        actor(press.interaction).require_convener(gathering.meeting)
        if gathering.meeting.phase is not Phase.SCHEDULED:
            raise NotScheduled
        danger = discord.ButtonStyle.danger
        await tell(
            press.interaction,
            wording.MANAGE_TEXT,
            button(wording.MOVE_OPEN, "meeting", press.number, "move"),
            button(wording.CANCEL_OPEN, "meeting", press.number, "cancel", style=danger),
        )

    async def _ask_cancel(self, press: Press) -> None:
        await self._ask(press.interaction, await self._gathering(press))

    async def _ask(self, interaction: Interaction, gathering: Gathering) -> None:
        actor(interaction).require_convener(gathering.meeting)
        number = gathering.meeting.id
        danger = discord.ButtonStyle.danger
        await tell(
            interaction,
            wording.cancel_question(gathering),
            button(wording.CANCEL_BUTTON, "meeting", number, "cancelsure", style=danger),
            button(wording.KEEP, "meeting", number, "keep"),
        )

    async def _cancel(self, press: Press) -> None:
        gathering = await self._gathering(press)
        who = actor(press.interaction)
        after = await self._meetings.cancel(gathering.meeting.id, who)
        text = f"{wording.cancelled_for(after)} {changes.undo_until(after)}"
        await replace(
            press.interaction, text, button(changes.RESTORE, "meeting", press.number, "restore")
        )

    async def _restore(self, press: Press) -> None:
        gathering = await self._gathering(press)
        who = actor(press.interaction)
        after = await self._meetings.restore(gathering.meeting.id, who)
        await tell(press.interaction, changes.restored_for(after))

    async def _hold(self, press: Press) -> None:
        gathering = await self._gathering(press)
        who = actor(press.interaction)
        who.require_convener(gathering.meeting)
        if gathering.meeting.phase is not Phase.SCHEDULED:
            raise NotScheduled
        await redraw(press.interaction, held(gathering, press.rest, who.id))

    async def _keep(self, press: Press) -> None:
        await replace(press.interaction, wording.KEPT)
