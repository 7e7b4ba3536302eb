"""How a regular meeting goes from the form to its start: form, preview, start; or a change of all.

The controls say what they are about: `newseries` a group, `series` a series, `seriesdraft` a draft,
`seriesheld` what was typed and refused. A form's rest is the draft that it mends, or the date from
which all is changed, with that draft behind a dot.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import discord

from bot.domain.errors import NoSuchGroup, NoSuchSeries
from bot.domain.group import Group
from bot.domain.ids import GroupId, SeriesId
from bot.domain.series.rule import often_of
from bot.domain.series.schedule import Series, on
from bot.services.calling import Refilled
from bot.services.groups import GroupKeeping
from bot.services.ports import Clock
from bot.services.public_holidays import Holiday, HolidayKeeping
from bot.services.series import Place, SeriesKeeping, TypedSchedule
from cogs.choosing import channel_of
from cogs.controls import Interaction, Press, Router, button, custom_id
from cogs.replies import actor, replace, tell
from cogs.series.forms import read_schedule, schedule_form
from cogs.wording import public_holidays as holidays
from cogs.wording import refusals
from cogs.wording import series as wording

_PRIMARY = discord.ButtonStyle.primary


class SettingUp:
    """The controls of series that are being prepared."""

    def __init__(
        self,
        series: SeriesKeeping,
        holidays: HolidayKeeping,
        groups: GroupKeeping,
        clock: Clock,
        router: Router,
    ) -> None:
        self._series = series
        self._holidays = holidays
        self._groups = groups
        self._clock = clock
        for thing, verb, handler in (
            ("newseries", "submit", self._submitted),
            ("series", "change", self._open_change),
            ("series", "changed", self._change_submitted),
            ("seriesheld", "change", self._change_held),
            ("seriesdraft", "start", self._start),
            ("seriesdraft", "free", self._start),
            ("seriesdraft", "change", self._change_draft),
            ("seriesdraft", "discard", self._discard),
        ):
            router.on(thing, verb, handler)

    async def open(self, interaction: Interaction, group: Group) -> None:
        """Opens the empty form."""
        actor(interaction).require_member(group)
        await self._show_form(interaction, Place(group))

    async def _show_form(
        self, interaction: Interaction, place: Place, typed: TypedSchedule | None = None
    ) -> None:
        if place.follows is None or place.follows_from is None:
            title, rest = wording.FORM_TITLE, str(place.replaces)
            submit = custom_id("newseries", place.group.id, "submit", rest)
        else:
            title, rest = wording.CHANGE_TITLE, f"{place.follows_from}.{place.replaces}"
            submit = custom_id("series", place.follows, "changed", rest)
        form = schedule_form(title, submit, place.group, typed)
        await interaction.response.send_modal(form)

    async def _submitted(self, press: Press) -> None:
        group = await self._groups.get(GroupId(press.number))
        if group.guild_id != press.interaction.guild_id:
            raise NoSuchGroup
        await self._preview(press, Place(group, replaces=SeriesId(int(press.rest or 0))))

    async def _open_change(self, press: Press) -> None:
        """Everything as it is now, from the picked meeting on, to be changed."""
        old = await here(press, self._series)
        actor(press.interaction).require_keeper(old)
        day = date.fromisoformat(press.rest)
        place = Place(await self._groups.get(old.group_id), old.id, day)
        await self._show_form(press.interaction, place, self._as_typed(old, day))

    async def _change_submitted(self, press: Press) -> None:
        old = await here(press, self._series)
        day, _, draft = press.rest.partition(".")
        group = await self._groups.get(old.group_id)
        place = Place(group, old.id, date.fromisoformat(day), SeriesId(int(draft or 0)))
        await self._preview(press, place)

    def _as_typed(self, series: Series, day: date) -> TypedSchedule:
        return TypedSchedule(
            title=series.title,
            often=often_of(series.rule),
            first=wording.first_default(series, day, self._clock.now()),
            length=series.length,
            last=wording.last_default(series),
        )

    async def _preview(self, press: Press, place: Place) -> None:
        who, typed = actor(press.interaction), read_schedule(press)
        try:
            previewed = await self._series.prepare(place, who, typed)
        except Refilled as refused:
            change = button(wording.CHANGE, "seriesheld", refused.held, "change", style=_PRIMARY)
            await answer(press, refusals.sentence(refused.refusal), change)
            return
        draft = previewed.draft
        go = wording.START_CHANGE if draft.follows else wording.START
        found = await self._holidays.of_draft(draft)
        await answer(
            press,
            "\n".join(filter(None, (wording.preview(previewed), holidays.fallen(draft, found)))),
            button(go, "seriesdraft", draft.id, "start", style=_PRIMARY),
            *_without(go, draft, found),
            button(wording.CHANGE, "seriesdraft", draft.id, "change"),
            button(wording.DISCARD, "seriesdraft", draft.id, "discard"),
        )

    async def _change_held(self, press: Press) -> None:
        place, typed = self._series.held(press.number, actor(press.interaction))
        await self._show_form(press.interaction, place, typed)

    async def _change_draft(self, press: Press) -> None:
        draft = await self._draft(press)
        group = await self._groups.get(draft.group_id)
        place = Place(group, draft.follows, draft.follows_from, draft.id)
        await self._show_form(press.interaction, place, self._as_typed(draft, draft.anchor))

    async def _draft(self, press: Press) -> Series:
        return await self._series.draft(SeriesId(press.number), actor(press.interaction))

    async def _discard(self, press: Press) -> None:
        await self._series.drop(SeriesId(press.number), actor(press.interaction))
        await replace(press.interaction, wording.DISCARDED)

    async def _start(self, press: Press) -> None:
        interaction, who = press.interaction, actor(press.interaction)
        days = read_days(press.rest)
        series = await self._series.start(SeriesId(press.number), who, days)
        # Of what a changed series took over, the group may know: that is skipped as any other.
        await self._holidays.skip(series.id, days, who)
        group = await self._groups.get(series.group_id)
        ahead = (await self._series.shown(series.id)).ahead
        first = next((one for one in ahead if not one.off), None)
        words = (
            wording.started(series, first),
            holidays.skipped([on(series, day).slot for day in days]),
        )
        await replace(interaction, "\n".join(filter(None, words)))
        if channel_of(interaction) == group.channel_id:
            text = wording.told(series, who.id)
            await tell(interaction, text, ephemeral=False)


def _without(
    go: str, draft: Series, found: Sequence[Holiday]
) -> tuple[discord.ui.Button[Any], ...]:
    """Where meetings fall on holidays: a start that skips just those that are shown."""
    if not found:
        return ()
    return (button(holidays.start_without(go), "seriesdraft", draft.id, "free", written(found)),)


def written(found: Sequence[Holiday]) -> str:
    """The dates of holidays, for a control's rest."""
    return ".".join(f"{one.date:%Y%m%d}" for one in found)


def read_days(rest: str) -> tuple[date, ...]:
    """The dates of a control's rest."""
    return tuple(date.fromisoformat(one) for one in rest.split(".") if one)


async def here(press: Press, series: SeriesKeeping) -> Series:
    """The series of a control; one of another server does not exist here."""
    found = await series.get(SeriesId(press.number))
    if found.guild_id != press.interaction.guild_id:
        raise NoSuchSeries
    return found


async def answer(press: Press, text: str, *controls: discord.ui.Button[Any]) -> None:
    """A form that was opened from a private message answers in its place."""
    if press.interaction.message is not None:
        await replace(press.interaction, text, *controls)
    else:
        await tell(press.interaction, text, *controls)
