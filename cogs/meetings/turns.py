"""The controls of a turn that waits for times: give some, or leave it out this time."""

import discord

from bot.domain.errors import TurnOver
from bot.domain.ids import DraftId
from bot.domain.meeting import Gathering, Phase
from bot.services.calling import Calling
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from bot.services.rhythm import RhythmKeeping
from cogs.controls import Press, Router, button, custom_id
from cogs.meeting_of import meeting_here
from cogs.meetings.forms import TIMES, times_form
from cogs.replies import actor, replace, tell
from cogs.wording import meetings as meeting_wording
from cogs.wording import rhythm as wording


class TurnControls:
    """What members press when they are asked for times."""

    def __init__(
        self,
        calling: Calling,
        rhythms: RhythmKeeping,
        meetings: MeetingKeeping,
        groups: GroupKeeping,
        router: Router,
    ) -> None:
        self._calling = calling
        self._rhythms = rhythms
        self._meetings = meetings
        self._groups = groups
        router.on("turn", "times", self._open)
        router.on("turn", "given", self._given)
        router.on("turn", "skip", self._skip)
        router.on("draft", "turn", self._post)

    async def _open(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        actor(press.interaction).require_member(gathering.group)
        if gathering.meeting.phase is not Phase.WAITING:
            raise TurnOver
        submit = custom_id("turn", press.number, "given")
        form = times_form(wording.FORM_TITLE, submit, await self._zone(press, gathering))
        await press.interaction.response.send_modal(form)

    async def _given(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        zone, who = await self._zone(press, gathering), actor(press.interaction)
        times = press.text(TIMES)
        prepared = await self._calling.retime(gathering.meeting.id, who, times, zone)
        number = prepared.draft.id
        post = button(wording.POST, "draft", number, "turn", style=discord.ButtonStyle.primary)
        discard = button(meeting_wording.DISCARD, "draft", number, "discard")
        slots = prepared.draft.slots
        text = meeting_wording.preview_more(slots, prepared.problems, zone)
        if slots:
            text = f"{text}\n{wording.preview_note()}"
        await tell(press.interaction, text, *((post, discard) if slots else (discard,)))

    async def _post(self, press: Press) -> None:
        who = actor(press.interaction)
        gathering = await self._calling.open_turn(DraftId(press.number), who)
        await replace(press.interaction, meeting_wording.posted(gathering))

    async def _skip(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        who = actor(press.interaction)
        await self._rhythms.decline(gathering.meeting.id, who)
        await tell(press.interaction, wording.left_out(who.id), ephemeral=False)

    async def _zone(self, press: Press, gathering: Gathering) -> str:
        group = gathering.group
        own = await self._groups.zone_of(group.guild_id, actor(press.interaction).id)
        return own or group.settings.zone
