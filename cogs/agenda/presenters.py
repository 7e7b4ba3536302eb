"""`/presenters`, and the controls by which turns are taken, passed on and swapped."""

from typing import Any

from discord import app_commands, ui
from discord.ext import commands

from bot.domain.agenda.facts import TurnState
from bot.domain.agenda.queue import presenting
from bot.domain.agenda.refusals import NoPresenters, NotPresenting
from bot.domain.errors import LikelyIdentifier
from bot.domain.ids import MeetingId, MemberId
from bot.domain.meeting import Phase
from bot.services.agenda import AgendaKeeping
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from cogs.agenda.forms import TITLE, title_form
from cogs.agenda.meant import MeetingsMeant
from cogs.choosing import group_meant, offered_groups
from cogs.controls import Interaction, Press, Router, button, custom_id
from cogs.meeting_of import meeting_here
from cogs.replies import actor, replace, tell
from cogs.wording import agenda as wording
from cogs.wording import refusals


class PresentersCog(commands.Cog):
    """Who presents: asked by the queue, and decided by each for themselves."""

    presenters = app_commands.Group(
        name="presenters", description=wording.PRESENTERS, guild_only=True
    )

    def __init__(
        self,
        agenda: AgendaKeeping,
        meetings: MeetingKeeping,
        groups: GroupKeeping,
        router: Router,
    ) -> None:
        self._agenda = agenda
        self._meetings = meetings
        self._groups = groups
        self._meant = MeetingsMeant(groups, meetings)
        for verb, handler in (
            ("accept", self._accept),
            ("pass", self._pass),
            ("swap", self._ask_whom),
            ("swapwith", self._ask_swap),
            ("take", self._take),
            ("decline", self._decline),
            ("title", self._open_title),
            ("titled", self._title),
        ):
            router.on("turn", verb, handler)

    @presenters.command(name="show", description=wording.PRESENTERS_SHOW)
    @app_commands.describe(group=wording.OPTION_GROUP)
    async def show(self, interaction: Interaction, group: str | None = None) -> None:
        """The queue and what is ahead, privately."""
        found = await group_meant(interaction, self._groups, group)
        who = actor(interaction)
        if not who.manages:
            who.require_member(found)
        if not found.settings.formal:
            raise NoPresenters
        coming = [
            one
            for one in await self._meant.ahead(interaction)
            if one.group.id == found.id and one.meeting.phase is Phase.SCHEDULED
        ]
        await tell(interaction, wording.waiting(found, coming[:3]))

    @presenters.command(name="offer", description=wording.PRESENTERS_OFFER)
    @app_commands.describe(meeting=wording.OPTION_MEETING)
    async def offer(self, interaction: Interaction, meeting: str | None = None) -> None:
        """A member offers to present."""
        found = await self._meant.meant(interaction, meeting, timed=True)
        await self._present(interaction, found.meeting.id)

    @show.autocomplete("group")
    async def _groups_offered(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await offered_groups(interaction, self._groups, typed)

    @offer.autocomplete("meeting")
    async def _meetings_offered(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await self._meant.offered(interaction, typed)

    async def _accept(self, press: Press) -> None:
        await self._present(
            press.interaction, (await meeting_here(press, self._meetings)).meeting.id
        )

    async def _present(self, interaction: Interaction, meeting_id: MeetingId) -> None:
        who = actor(interaction).id
        after = await self._agenda.accept(meeting_id, who)
        holds = after.meeting.agenda.turns[who].state is TurnState.ACCEPTED
        controls = self._own_controls(meeting_id) if holds else ()
        await tell(interaction, wording.accepted(after, who), *controls)

    def _own_controls(self, meeting_id: MeetingId) -> tuple[ui.Button[Any], ...]:
        return (
            button(wording.TITLE, "turn", meeting_id, "title"),
            button(wording.SWAP, "turn", meeting_id, "swap"),
            button(wording.PASS, "turn", meeting_id, "pass"),
        )

    async def _pass(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        await self._agenda.give_up(gathering.meeting.id, actor(press.interaction).id)
        await tell(press.interaction, wording.PASSED)

    async def _ask_whom(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        who = actor(press.interaction)
        who.require_member(gathering.group)
        if who.id not in presenting(gathering):
            raise NotPresenting
        menu = ui.UserSelect[Any](
            custom_id=custom_id("turn", press.number, "swapwith"), placeholder=wording.WHOM_MENU
        )
        await tell(press.interaction, wording.WHOM, menu)

    async def _ask_swap(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        to = MemberId(int(press.values[0]))
        await self._agenda.ask_swap(gathering.meeting.id, actor(press.interaction).id, to)
        await replace(press.interaction, wording.swap_asked(to))

    async def _take(self, press: Press) -> None:
        by, number = actor(press.interaction).id, int(press.rest)
        meeting_id = (await meeting_here(press, self._meetings)).meeting.id
        after, giver = await self._agenda.answer_swap(meeting_id, number, by, agrees=True)
        text = wording.swapped(after, giver, by)
        await tell(press.interaction, text, ephemeral=False, pinged=(giver,))

    async def _decline(self, press: Press) -> None:
        by, number = actor(press.interaction).id, int(press.rest)
        meeting_id = (await meeting_here(press, self._meetings)).meeting.id
        _, giver = await self._agenda.answer_swap(meeting_id, number, by, agrees=False)
        text = wording.not_swapped(giver, by)
        await tell(press.interaction, text, ephemeral=False, pinged=(giver,))

    async def _open_title(self, press: Press) -> None:
        gathering = await meeting_here(press, self._meetings)
        who = actor(press.interaction)
        who.require_member(gathering.group)
        turn = gathering.meeting.agenda.turns.get(who.id)
        held = self._agenda.held(gathering.meeting.id, who.id)
        form = title_form(press.number, held or (turn.title if turn else ""))
        await press.interaction.response.send_modal(form)

    async def _title(self, press: Press) -> None:
        meeting_id = (await meeting_here(press, self._meetings)).meeting.id
        who = actor(press.interaction).id
        try:
            after = await self._agenda.set_title(meeting_id, who, press.text(TITLE))
        except LikelyIdentifier as refused:
            change = button(wording.CHANGE, "turn", meeting_id, "title")
            await tell(press.interaction, refusals.sentence(refused), change)
            return
        await tell(press.interaction, wording.titled(after.meeting.agenda.turns[who].title))
