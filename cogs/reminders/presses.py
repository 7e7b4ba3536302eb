"""The controls on reminders and on the close, in a thread or in a direct message."""

import discord
from discord import ui

from bot.domain.attended import there
from bot.domain.errors import NotOver, NotScheduled, TooLateToSnooze
from bot.domain.ids import MeetingId, MemberId
from bot.domain.meeting import Gathering, Phase
from bot.services.meetings import MeetingKeeping
from cogs.controls import Press, Router, button, custom_id
from cogs.meeting_of import meeting_asked, meeting_here
from cogs.replies import actor, replace, tell
from cogs.wording import reminders as wording

_MOST_PICKED = 25


class ReminderPresses:
    """What members answer to a reminder."""

    def __init__(self, meetings: MeetingKeeping, router: Router) -> None:
        self._meetings = meetings
        for thing, verb, handler in (
            ("remind", "snooze", self._ask_when),
            ("remind", "again", self._snooze),
            ("remind", "hush", self._hush),
            ("remind", "hear", self._hear),
            ("there", "yes", self._there),
            ("there", "no", self._there),
            ("there", "mend", self._ask_who),
            ("there", "mended", self._mend),
        ):
            router.on(thing, verb, handler)

    async def _ask_when(self, press: Press) -> None:
        gathering = await self._asked(press)
        if gathering.meeting.phase is not Phase.SCHEDULED:
            raise NotScheduled
        choices = self._meetings.snoozes(gathering)
        if not choices:
            raise TooLateToSnooze
        buttons = [
            button(wording.snooze_label(one), "remind", press.number, "again", str(one))
            for one in choices
        ]
        await tell(press.interaction, wording.SNOOZE_TEXT, *buttons)

    async def _snooze(self, press: Press) -> None:
        gathering, who = await self._asked(press), actor(press.interaction).id
        after = await self._meetings.snooze(gathering.meeting.id, who, int(press.rest))
        await replace(press.interaction, wording.snoozed(after, who))

    async def _hush(self, press: Press) -> None:
        gathering, who = await self._asked(press), actor(press.interaction).id
        await self._meetings.hush(gathering.meeting.id, who)
        back = button(wording.AFTER_ALL, "remind", press.number, "hear")
        await tell(press.interaction, wording.HUSHED, back)

    async def _hear(self, press: Press) -> None:
        gathering, who = await self._asked(press), actor(press.interaction).id
        await self._meetings.hear(gathering.meeting.id, who)
        await replace(press.interaction, wording.HEARD)

    async def _asked(self, press: Press) -> Gathering:
        gathering = await meeting_asked(press, self._meetings)
        actor(press.interaction).require_member(gathering.group)
        return gathering

    async def _there(self, press: Press) -> None:
        gathering, who = await self._asked(press), actor(press.interaction).id
        was = press.verb == "yes"
        await self._meetings.say_there(gathering.meeting.id, who, was=was)
        await tell(press.interaction, wording.WAS_THERE if was else wording.WAS_NOT_THERE)

    async def _ask_who(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        actor(press.interaction).require_convener(gathering.meeting)
        if gathering.meeting.phase is not Phase.HELD:
            raise NotOver
        were = [discord.Object(who, type=discord.User) for who in there(gathering)]
        menu = ui.UserSelect[ui.View](
            custom_id=custom_id("there", press.number, "mended"),
            placeholder=wording.PICK_PEOPLE,
            min_values=0,
            max_values=_MOST_PICKED,
            default_values=were[:_MOST_PICKED],
        )
        await tell(press.interaction, wording.MEND_TEXT, menu)

    async def _mend(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        picked = [MemberId(int(value)) for value in press.values]
        who = actor(press.interaction)
        after = await self._meetings.mend_there(MeetingId(gathering.meeting.id), who, picked)
        await replace(press.interaction, wording.mended(after))
