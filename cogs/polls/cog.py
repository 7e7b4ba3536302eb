"""What happens at a press on a poll's card; the rules are in the services."""

from datetime import UTC, datetime
from typing import Any

from discord import SelectOption, ui
from discord.ext import commands

from bot.domain.availability import missing, ranked, tally
from bot.domain.disclosure import is_public, may_see
from bot.domain.errors import NoSuchMeeting, NotAnswered, PollClosed
from bot.domain.extending import ways_to_extend
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from bot.domain.when.search import search_zones
from bot.pictures.studio import Studio
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from bot.services.ports import Clock
from bot.services.standing import UsualHours
from cogs.controls import Press, Router, button, custom_id
from cogs.meeting_of import meeting_asked, meeting_here
from cogs.pictures import drawn
from cogs.polls.cards import manage_buttons, own_picture, waiting
from cogs.polls.forms import NOTE, answer_form, read_answer, slot_of, value_at, value_of
from cogs.replies import actor, redraw, replace, tell
from cogs.wording import changes
from cogs.wording import meetings as meeting_wording
from cogs.wording import polls as wording
from cogs.zone_question import ask_zone, then


class PollsCog(commands.Cog):
    """Answering, and the convener's ways to go on."""

    def __init__(
        self,
        meetings: MeetingKeeping,
        groups: GroupKeeping,
        hours: UsualHours,
        clock: Clock,
        router: Router,
        studio: Studio,
    ) -> None:
        self._hours = hours
        self._meetings = meetings
        self._groups = groups
        self._clock = clock
        self._studio = studio
        for verb, handler in (
            ("answer", self._answer),
            ("submit", self._submit),
            ("answers", self._see),
            ("manage", self._manage),
            ("settle", self._settle),
            ("choose", self._ask_which),
            ("chosen", self._choose),
            ("extend", self._ask_how_long),
            ("extended", self._extend),
            ("wait", self._wait),
            ("withdraw", self._ask_withdraw),
            ("withdrawn", self._withdraw),
            ("off", self._ask_off),
            ("offsure", self._off),
        ):
            router.on("poll", verb, handler)

    async def _answer(self, press: Press) -> None:
        gathering = await meeting_asked(press, self._meetings)
        who = actor(press.interaction)
        who.require_member(gathering.group)
        if not gathering.meeting.open:
            raise PollClosed
        now = self._clock.now()
        zone = await self._groups.zone_of(gathering.group.guild_id, who.id)
        if zone is None and press.interaction.guild_id is None:
            zone = gathering.group.settings.zone  # the form says so; it is asked for in servers
        if zone is None:
            after = then("poll", press.number, "answer")
            await ask_zone(press.interaction, search_zones("", now=now), after)
            return
        suggested = await self._hours.suggested(gathering, who.id)
        form = answer_form(gathering, who.id, zone, now, suggested)
        await press.interaction.response.send_modal(form)

    async def _submit(self, press: Press) -> None:
        before = await meeting_asked(press, self._meetings)
        member_id = MemberId(press.interaction.user.id)
        choices, both = read_answer(before, press)
        after = await self._meetings.answer(before.meeting.id, member_id, choices, press.text(NOTE))
        await tell(press.interaction, wording.thanks(after, member_id, both))

    async def _see(self, press: Press) -> None:
        gathering = await meeting_asked(press, self._meetings)
        who = actor(press.interaction)
        if not is_public(gathering):
            who.require_member(gathering.group)
        if not may_see(gathering, who.id):
            raise NotAnswered
        zone = await self._groups.zone_of(gathering.group.guild_id, who.id)
        picture = own_picture(gathering, who.id, zone or gathering.group.settings.zone)
        file = await drawn(picture, self._studio) if picture else None
        await tell(press.interaction, wording.answers(gathering), file=file)

    async def _manage(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        actor(press.interaction).require_convener(gathering.meeting)
        if not gathering.meeting.open:
            raise PollClosed
        settle = button(wording.SETTLE, "poll", press.number, "settle")
        fewer = button(changes.WITHDRAW, "poll", press.number, "withdraw")
        controls = (settle, *manage_buttons(gathering), fewer)
        await tell(press.interaction, wording.MANAGE_TEXT, *controls)

    async def _settle(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        who = actor(press.interaction)
        who.require_convener(gathering.meeting)
        if who.id in missing(gathering) and not may_see(gathering, who.id):
            raise NotAnswered  # whether it can be settled would tell what the others said
        await self._meetings.settle_now(gathering.meeting.id, who)
        await tell(press.interaction, wording.SETTLED_BY_YOU)

    async def _ask_which(self, press: Press) -> None:
        await self._ask_slot(press, "chosen", wording.CHOOSE, wording.CHOOSE_TEXT)

    async def _ask_withdraw(self, press: Press) -> None:
        await self._ask_slot(press, "withdrawn", changes.WITHDRAW, changes.WITHDRAW_TEXT)

    async def _ask_slot(self, press: Press, verb: str, label: str, text: str) -> None:
        gathering = await meeting_here(press, self._meetings)
        who = actor(press.interaction)
        who.require_convener(gathering.meeting)
        if not gathering.meeting.open:
            raise PollClosed
        zone = await self._groups.zone_of(gathering.group.guild_id, who.id)
        menu: ui.Select[Any] = ui.Select(
            custom_id=custom_id("poll", gathering.meeting.id, verb),
            placeholder=label,
            options=self._slots(gathering, zone or gathering.group.settings.zone, who.id),
        )
        await tell(press.interaction, text, menu)

    def _slots(self, gathering: Gathering, zone: str, who: MemberId) -> list[SelectOption]:
        """The slots, the best first for who may know which those are."""
        now, counts = self._clock.now(), may_see(gathering, who)
        return [
            SelectOption(
                label=wording.option_label(one, zone, now, counts=counts), value=value_of(one.slot)
            )
            for one in (ranked(gathering) if counts else tally(gathering))
        ]

    async def _choose(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        slot = slot_of(gathering, press.values[0])
        if slot is None:
            raise NoSuchMeeting
        await self._meetings.choose(gathering.meeting.id, actor(press.interaction), slot)
        await replace(press.interaction, wording.SETTLED_BY_YOU)

    async def _withdraw(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        slot = slot_of(gathering, press.values[0])
        if slot is None:
            raise NoSuchMeeting
        who = actor(press.interaction)
        after = await self._meetings.withdraw(gathering.meeting.id, who, slot)
        await replace(press.interaction, changes.withdrawn(after, slot))

    async def _ask_how_long(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        who = actor(press.interaction)
        who.require_convener(gathering.meeting)
        zone = await self._groups.zone_of(gathering.group.guild_id, who.id)
        now = self._clock.now()
        local = zone or gathering.group.settings.zone
        menu: ui.Select[Any] = ui.Select(
            custom_id=custom_id("poll", gathering.meeting.id, "extended"),
            placeholder=wording.EXTEND,
            options=[
                SelectOption(
                    label=wording.extend_label(by, until, local, now), value=value_at(until)
                )
                for by, until in ways_to_extend(gathering, now)
            ],
        )
        await tell(press.interaction, wording.EXTEND_TEXT, menu)

    async def _extend(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        who = actor(press.interaction)
        until = datetime.fromtimestamp(int(press.values[0]), UTC)
        after = await self._meetings.extend(gathering.meeting.id, who, until)
        await replace(press.interaction, wording.extended(after))

    async def _wait(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        who = actor(press.interaction)
        who.require_convener(gathering.meeting)
        if not gathering.meeting.open:
            raise PollClosed
        await redraw(press.interaction, waiting(gathering, press.rest, who.id))

    async def _ask_off(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        actor(press.interaction).require_convener(gathering.meeting)
        sure = button(meeting_wording.CANCEL_BUTTON, "poll", press.number, "offsure")
        keep = button(meeting_wording.KEEP, "meeting", press.number, "keep")
        await tell(press.interaction, meeting_wording.cancel_question(gathering), sure, keep)

    async def _off(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        who = actor(press.interaction)
        after = await self._meetings.cancel(gathering.meeting.id, who)
        text = f"{meeting_wording.cancelled_for(after)} {changes.undo_until(after)}"
        undo = button(changes.RESTORE, "meeting", press.number, "restore")
        await replace(press.interaction, text, undo)
