"""How a call goes from the form to the poll: form, preview, post; and the same for other times."""

from typing import Any

import discord
from discord import ui

from bot.domain.errors import PollClosed
from bot.domain.group import Group
from bot.domain.ids import DraftId, GroupId, MeetingId
from bot.domain.when.search import search_zones
from bot.services.calling import Calling, Prepared, Refilled, Typed
from bot.services.drafts import Draft
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from bot.services.ports import Clock
from cogs.controls import Interaction, Press, Router, button, custom_id
from cogs.meeting_of import meeting_here
from cogs.meetings.forms import TIMES, call_form, read_call, times_form
from cogs.replies import actor, replace, tell
from cogs.wording import availability as availability_wording
from cogs.wording import meetings as wording
from cogs.wording import nearness as nearness_wording
from cogs.wording import refusals
from cogs.zone_question import ask_zone, then

_PRIMARY = discord.ButtonStyle.primary


class Calls:
    """The controls of calls that are being prepared."""

    def __init__(
        self,
        calling: Calling,
        meetings: MeetingKeeping,
        groups: GroupKeeping,
        clock: Clock,
        router: Router,
    ) -> None:
        self._calling = calling
        self._meetings = meetings
        self._groups = groups
        self._clock = clock
        for thing, verb, handler in (
            ("call", "open", self._open_pressed),
            ("call", "submit", self._submitted),
            ("held", "change", self._change_held),
            ("draft", "post", self._post),
            ("draft", "change", self._change),
            ("draft", "discard", self._discard),
            ("draft", "add", self._add),
            ("draft", "move", self._move),
            ("poll", "add", self._open_more),
            ("poll", "added", self._more_submitted),
            ("meeting", "move", self._open_move),
            ("meeting", "moveto", self._move_submitted),
        ):
            router.on(thing, verb, handler)

    async def open(self, interaction: Interaction, group: Group) -> None:
        """Opens the form; the time zone is asked first where it is not known."""
        actor(interaction).require_member(group)
        zone = await self._zone_or_ask(interaction, group, then("call", group.id, "open"))
        if zone:
            await interaction.response.send_modal(call_form(group, zone))

    async def _zone_or_ask(self, interaction: Interaction, group: Group, after: str) -> str | None:
        zone = await self._zone(interaction, group)
        if zone is None:
            await ask_zone(interaction, search_zones("", now=self._clock.now()), after)
        return zone

    async def _zone(self, interaction: Interaction, group: Group) -> str | None:
        return await self._groups.zone_of(group.guild_id, actor(interaction).id)

    async def _open_pressed(self, press: Press) -> None:
        await self.open(press.interaction, await self._groups.get(GroupId(press.number)))

    async def _submitted(self, press: Press) -> None:
        interaction = press.interaction
        group = await self._groups.get(GroupId(press.number))
        zone = await self._zone(interaction, group) or group.settings.zone
        try:
            prepared = await self._calling.prepare(
                group,
                actor(interaction),
                read_call(press),
                zone,
                replaces=DraftId(int(press.rest or 0)),
            )
        except Refilled as refused:
            change = button(wording.CHANGE, "held", refused.held, "change", style=_PRIMARY)
            await self._answer(press, refusals.sentence(refused.refusal), change)
            return
        await self._answer(press, _preview(prepared, zone), *_choices(prepared.draft))

    async def _answer(self, press: Press, text: str, *controls: ui.Button[Any]) -> None:
        """A form that was opened from a private message answers in its place."""
        if press.interaction.message is not None:
            await replace(press.interaction, text, *controls)
        else:
            await tell(press.interaction, text, *controls)

    async def _change_held(self, press: Press) -> None:
        group, typed = self._calling.held(press.number, actor(press.interaction))
        zone = await self._zone(press.interaction, group) or group.settings.zone
        await press.interaction.response.send_modal(call_form(group, zone, typed))

    async def _change(self, press: Press) -> None:
        draft = await self._draft(press)
        group = await self._groups.get(draft.group_id)
        zone = await self._zone(press.interaction, group) or group.settings.zone
        typed = Typed(draft.topic, draft.kind, draft.soon, draft.length, draft.typed)
        await press.interaction.response.send_modal(call_form(group, zone, typed, draft.id))

    async def _draft(self, press: Press) -> Draft:
        return await self._calling.draft(DraftId(press.number), actor(press.interaction))

    async def _post(self, press: Press) -> None:
        who = actor(press.interaction)
        gathering = await self._calling.post(DraftId(press.number), who)
        await replace(press.interaction, wording.posted(gathering))

    async def _discard(self, press: Press) -> None:
        await self._calling.drop(DraftId(press.number), actor(press.interaction))
        await replace(press.interaction, wording.DISCARDED)

    async def _open_more(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        actor(press.interaction).require_convener(gathering.meeting)
        if not gathering.meeting.open:
            raise PollClosed
        zone = await self._zone(press.interaction, gathering.group)
        submit = custom_id("poll", press.number, "added")
        form = times_form(wording.MORE_TITLE, submit, zone or gathering.group.settings.zone)
        await press.interaction.response.send_modal(form)

    async def _more_submitted(self, press: Press) -> None:
        prepared, zone = await self._retimed(press.interaction, press.number, press.text(TIMES))
        add = button(wording.ADD, "draft", prepared.draft.id, "add", style=_PRIMARY)
        await self._show_more(press.interaction, prepared, zone, add)

    async def _add(self, press: Press) -> None:
        who = actor(press.interaction)
        gathering = await self._calling.add_slots(DraftId(press.number), who)
        await replace(press.interaction, wording.added(gathering))

    async def _open_move(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        actor(press.interaction).require_convener(gathering.meeting)
        zone = await self._zone(press.interaction, gathering.group)
        submit = custom_id("meeting", press.number, "moveto")
        form = times_form(wording.MOVE_TITLE, submit, zone or gathering.group.settings.zone)
        await press.interaction.response.send_modal(form)

    async def _move_submitted(self, press: Press) -> None:
        await self.preview_move(press.interaction, press.number, press.text(TIMES))

    async def preview_move(self, interaction: Interaction, meeting_id: int, to: str) -> None:
        """Reads a new time and asks before the meeting moves."""
        prepared, zone = await self._retimed(interaction, meeting_id, to)
        move = button(wording.MOVE_BUTTON, "draft", prepared.draft.id, "move", style=_PRIMARY)
        await self._show_more(interaction, prepared, zone, move)

    async def _retimed(
        self, interaction: Interaction, meeting_id: int, typed: str
    ) -> tuple[Prepared, str]:
        gathering = await self._meetings.get(MeetingId(meeting_id))
        zone = await self._zone(interaction, gathering.group) or gathering.group.settings.zone
        who = actor(interaction)
        return await self._calling.retime(gathering.meeting.id, who, typed, zone), zone

    async def _show_more(
        self,
        interaction: Interaction,
        prepared: Prepared,
        zone: str,
        go: ui.Button[Any],
    ) -> None:
        discard = button(wording.DISCARD, "draft", prepared.draft.id, "discard")
        text = wording.preview_more(prepared.draft.slots, prepared.problems, zone)
        controls = (go, discard) if prepared.draft.slots else (discard,)
        await tell(interaction, text, *controls)

    async def _move(self, press: Press) -> None:
        who = actor(press.interaction)
        gathering = await self._calling.move(DraftId(press.number), who)
        await replace(press.interaction, wording.moved(gathering))


def _preview(prepared: Prepared, zone: str) -> str:
    slots = prepared.draft.slots
    if prepared.proposed:
        text = availability_wording.proposal(prepared.proposed, prepared.late, zone)
    else:
        text = wording.preview(slots, prepared.problems, prepared.late, zone)
    near = prepared.regular
    return f"{text}\n{nearness_wording.regular(near, slots)}" if near else text


def _choices(draft: Draft) -> tuple[ui.Button[Any], ...]:
    change = button(wording.CHANGE, "draft", draft.id, "change")
    discard = button(wording.DISCARD, "draft", draft.id, "discard")
    if not draft.slots:
        return change, discard
    return button(wording.POST, "draft", draft.id, "post", style=_PRIMARY), change, discard
