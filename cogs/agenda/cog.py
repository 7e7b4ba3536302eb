"""`/agenda`: topics for a meeting; and the boxes of a meeting that was begun."""

from typing import Any

from discord import SelectOption, app_commands, ui
from discord.ext import commands

from bot.domain.agenda.boxes import running
from bot.domain.agenda.refusals import NoTopics
from bot.domain.errors import LikelyIdentifier, NotScheduled
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Phase
from bot.services.agenda import AgendaKeeping
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from cogs.agenda.cards import box_buttons
from cogs.agenda.forms import TOPIC, topic_form
from cogs.agenda.meant import MeetingsMeant
from cogs.controls import Interaction, Press, Router, button, custom_id
from cogs.meeting_of import meeting_here
from cogs.replies import actor, replace, tell
from cogs.wording import agenda as wording
from cogs.wording import refusals


class AgendaCog(commands.Cog):
    """What a meeting is about, and how its time is shared out."""

    agenda = app_commands.Group(name="agenda", description=wording.AGENDA, guild_only=True)

    def __init__(
        self,
        agenda: AgendaKeeping,
        meetings: MeetingKeeping,
        groups: GroupKeeping,
        router: Router,
    ) -> None:
        self._agenda = agenda
        self._meetings = meetings
        self._meant = MeetingsMeant(groups, meetings)
        for thing, verb, handler in (
            ("agenda", "show", self._show_pressed),
            ("topic", "open", self._open),
            ("topic", "submit", self._submit),
            ("topic", "remove", self._remove),
            ("meeting", "begin", self._begin_pressed),
            ("box", "more", self._longer),
            ("box", "next", self._sooner),
        ):
            router.on(thing, verb, handler)

    @agenda.command(name="add", description=wording.AGENDA_ADD)
    @app_commands.describe(meeting=wording.OPTION_MEETING)
    async def add(self, interaction: Interaction, meeting: str | None = None) -> None:
        """Opens the form for a topic."""
        await self._ask_topic(interaction, await self._meant.meant(interaction, meeting))

    @agenda.command(name="show", description=wording.AGENDA_SHOW)
    @app_commands.describe(meeting=wording.OPTION_MEETING)
    async def show(self, interaction: Interaction, meeting: str | None = None) -> None:
        """The agenda as it stands, privately."""
        await self._show(interaction, await self._meant.meant(interaction, meeting))

    @add.autocomplete("meeting")
    @show.autocomplete("meeting")
    async def _meetings_offered(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await self._meant.offered(interaction, typed)

    async def _gathering(self, press: Press) -> Gathering:
        """The meeting of a control, for its group's members, in its server alone."""
        gathering = await meeting_here(press, self._meetings)
        actor(press.interaction).require_member(gathering.group)
        return gathering

    async def _show_pressed(self, press: Press) -> None:
        await self._show(press.interaction, await self._gathering(press))

    async def _show(self, interaction: Interaction, gathering: Gathering) -> None:
        if gathering.meeting.phase in {Phase.HELD, Phase.CANCELLED}:
            raise NotScheduled
        controls: list[ui.Item[Any]] = []
        if not gathering.group.settings.formal:
            controls.append(button(wording.ADD_TOPIC, "topic", gathering.meeting.id, "open"))
            controls += _own_topics(gathering, actor(interaction).id)
        await tell(interaction, wording.agenda(gathering), *controls)

    async def _open(self, press: Press) -> None:
        await self._ask_topic(press.interaction, await self._gathering(press))

    async def _ask_topic(self, interaction: Interaction, gathering: Gathering) -> None:
        who = actor(interaction)
        who.require_member(gathering.group)
        if gathering.group.settings.formal:
            raise NoTopics
        held = self._agenda.held(gathering.meeting.id, who.id)
        await interaction.response.send_modal(topic_form(gathering.meeting.id, held))

    async def _submit(self, press: Press) -> None:
        meeting_id = (await self._gathering(press)).meeting.id
        who = actor(press.interaction).id
        try:
            after = await self._agenda.add_topic(meeting_id, who, press.text(TOPIC))
        except LikelyIdentifier as refused:
            change = button(wording.CHANGE, "topic", meeting_id, "open")
            await tell(press.interaction, refusals.sentence(refused), change)
            return
        await tell(press.interaction, wording.topic_added(after))

    async def _remove(self, press: Press) -> None:
        meeting_id = (await self._gathering(press)).meeting.id
        who = actor(press.interaction).id
        await self._agenda.remove_topic(meeting_id, who, int(press.values[0]))
        await replace(press.interaction, wording.TOPIC_TAKEN_BACK)

    async def begin(self, interaction: Interaction, meeting: str | None = None) -> None:
        """Begins a meeting: its time is shared out from now."""
        meant = await self._meant.meant(interaction, meeting, timed=True)
        await self._begin(interaction, meant)

    async def _begin_pressed(self, press: Press) -> None:
        await self._begin(press.interaction, await self._gathering(press))

    async def _begin(self, interaction: Interaction, gathering: Gathering) -> None:
        who = actor(interaction).id
        after = await self._agenda.begin(gathering.meeting.id, who)
        await tell(interaction, wording.begun(after))

    async def _longer(self, press: Press) -> None:
        meeting_id = (await self._gathering(press)).meeting.id
        who, (number, place) = actor(press.interaction).id, _about(press)
        after = await self._agenda.longer(meeting_id, who, number, place)
        laid = running(after.meeting)
        if laid:
            controls = box_buttons(meeting_id, laid.number, place, len(laid.boxes))
            text = wording.longer(laid.boxes[place])
            await tell(press.interaction, text, *controls, ephemeral=False)

    async def _sooner(self, press: Press) -> None:
        meeting_id = (await self._gathering(press)).meeting.id
        who, (number, place) = actor(press.interaction).id, _about(press)
        await self._agenda.sooner(meeting_id, who, number, place)
        await tell(press.interaction, wording.NEXT_BEGINS)


def _about(press: Press) -> tuple[int, int]:
    """Which box a control is about: the number of the laying, and the place in it."""
    number, _, place = press.rest.partition(".")
    return int(number), int(place)


def _own_topics(gathering: Gathering, who: MemberId) -> list[ui.Select[Any]]:
    """The member's own topics, each to be taken back."""
    options = [
        SelectOption(label=one.text[:100], value=str(one.number))
        for one in gathering.meeting.agenda.topics
        if one.member_id == who
    ]
    if not options:
        return []
    made = custom_id("topic", gathering.meeting.id, "remove")
    return [ui.Select[Any](custom_id=made, placeholder=wording.TAKE_OUT, options=options)]
