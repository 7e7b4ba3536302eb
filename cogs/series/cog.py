"""`/series`: regular meetings set up, looked at, and changed one by one or from one on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

import discord
from discord import SelectOption, app_commands, ui
from discord.ext import commands

from bot.domain.errors import NoSuchSeries, Refusal
from bot.domain.group import Group
from bot.domain.ids import SeriesId
from bot.domain.series.course import Occurring
from bot.domain.series.schedule import Series
from bot.services.groups import GroupKeeping
from bot.services.ports import Clock
from bot.services.public_holidays import Holiday, HolidayKeeping
from bot.services.series import LONGEST_TIME, SeriesKeeping, Shown
from cogs.choosing import channel_of, group_meant, offered_groups
from cogs.controls import Interaction, Press, Router, button, custom_id
from cogs.replies import actor, replace, tell
from cogs.series.forms import TIME, time_form
from cogs.series.holidays import Holidays, offered_countries, offered_regions, skip_button
from cogs.series.setting_up import SettingUp, here
from cogs.wording import public_holidays as holiday_words
from cogs.wording import series as wording

_PRIMARY, _DANGER = discord.ButtonStyle.primary, discord.ButtonStyle.danger
_MOST_CHOICES = 25
_MOST_ROWS = 5
TypedDay = app_commands.Range[str, 1, LONGEST_TIME]


class Moves(Protocol):
    """Whoever reads a new time for a meeting and asks before it moves."""

    async def preview_move(self, interaction: Interaction, meeting_id: int, to: str) -> None:
        """Shows the new time back, with a button that moves the meeting."""
        ...


class SeriesCog(commands.Cog):
    """The commands about regular meetings, and the controls under what they show."""

    series = app_commands.Group(name="series", description=wording.COMMANDS, guild_only=True)

    def __init__(
        self,
        keeping: SeriesKeeping,
        holidays: HolidayKeeping,
        groups: GroupKeeping,
        moves: Moves,
        clock: Clock,
        router: Router,
    ) -> None:
        self._keeping = keeping
        self._groups = groups
        self._moves = moves
        self._clock = clock
        self._holidays = Holidays(holidays, keeping, groups, router)
        self._setting_up = SettingUp(keeping, holidays, groups, clock, router)
        for verb, handler in (
            ("pick", self._pick),
            ("show", self._back),
            ("skip", self._skip),
            ("skipsure", self._skip_sure),
            ("back", self._put_back),
            ("move", self._open_move),
            ("moveto", self._move_submitted),
            ("end", self._ask_end_here),
            ("endsure", self._end),
            ("keep", self._keep),
        ):
            router.on("series", verb, handler)

    @series.command(name="create", description=wording.CREATE)
    @app_commands.describe(group=wording.OPTION_GROUP)
    async def create(self, interaction: Interaction, group: str | None = None) -> None:
        """Opens the form."""
        meant = await group_meant(interaction, self._groups, group)
        await self._setting_up.open(interaction, meant)

    @series.command(name="show", description=wording.SHOW)
    @app_commands.describe(group=wording.OPTION_GROUP)
    async def show(self, interaction: Interaction, group: str | None = None) -> None:
        """What is next; who may change it gets a menu of the meetings."""
        meant = await self._group(interaction, group)
        several = await self._keeping.of_group(meant.id)
        if not several:
            await tell(interaction, wording.NONE)
            return
        zone = await self._zone(interaction, meant)
        who = actor(interaction)
        menus = [self._menu(one, zone) for one in several if who.keeps(one.series)]
        found = await self._holidays.beside(one.series for one in several)
        text = "\n\n".join(_told(one, found) for one in several)
        if len(menus) == _MOST_ROWS or len(text) > wording.LONGEST_LIST:
            # Each series by itself, behind a picked meeting and *Back*, has room for its holidays.
            await tell(interaction, wording.listed(several), *menus)
            return
        buttons = _skips((one.series for one in several if who.keeps(one.series)), found)
        await tell(interaction, text, *menus, *buttons)

    async def _group(self, interaction: Interaction, named: str | None) -> Group:
        """The group meant, for its members and who manages the server."""
        meant = await group_meant(interaction, self._groups, named)
        who = actor(interaction)
        if not who.manages:
            who.require_member(meant)
        return meant

    async def _zone(self, interaction: Interaction, group: Group) -> str:
        known = await self._groups.zone_of(group.guild_id, actor(interaction).id)
        return known or group.settings.zone

    def _menu(self, shown: Shown, zone: str) -> ui.Select[Any]:
        now = self._clock.now()
        options = [
            SelectOption(label=wording.choice(one, zone, now), value=one.date.isoformat())
            for one in shown.ahead[:_MOST_CHOICES]
        ]
        made = custom_id("series", shown.series.id, "pick")
        return ui.Select(custom_id=made, placeholder=wording.PICK, options=options)

    @series.command(name="end", description=wording.END)
    @app_commands.describe(
        series=wording.OPTION_SERIES, last=wording.OPTION_LAST, group=wording.OPTION_GROUP
    )
    async def end(
        self,
        interaction: Interaction,
        series: str | None = None,
        last: TypedDay | None = None,
        group: str | None = None,
    ) -> None:
        """Asks before a series ends: with the next meeting, or after a day."""
        meant = await self._meant(interaction, series, group)
        actor(interaction).require_keeper(meant)
        if last is None:
            day = await self._keeping.next_day(meant.id)
        else:
            day = await self._keeping.read_end(meant.id, last)
        await self._ask_end(interaction, meant, day)

    async def _meant(self, interaction: Interaction, said: str | None, group: str | None) -> Series:
        """The series that was picked, or the only one of the group."""
        several = await self._keeping.of_group((await self._group(interaction, group)).id)
        found = [one.series for one in several if said is None or said == str(one.series.id)]
        if len(found) != 1:
            raise NoSuchSeries
        return found[0]

    @series.command(name="holidays", description=holiday_words.COMMAND)
    @app_commands.describe(
        country=holiday_words.OPTION_COUNTRY,
        region=holiday_words.OPTION_REGION,
        group=wording.OPTION_GROUP,
    )
    async def holidays(
        self,
        interaction: Interaction,
        country: str | None = None,
        region: str | None = None,
        group: str | None = None,
    ) -> None:
        """Keeps whose public holidays the group has, or tells."""
        meant = await self._group(interaction, group)
        await self._holidays.say(interaction, meant, country, region)

    @holidays.autocomplete("country")
    async def _countries_offered(
        self, _: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return offered_countries(typed)

    @holidays.autocomplete("region")
    async def _regions_offered(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return offered_regions(getattr(interaction.namespace, "country", None), typed)

    @create.autocomplete("group")
    @show.autocomplete("group")
    @holidays.autocomplete("group")
    @end.autocomplete("group")
    async def _groups_offered(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await offered_groups(interaction, self._groups, typed)

    @end.autocomplete("series")
    async def _series_offered(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        named: str | None = getattr(interaction.namespace, "group", None)
        try:
            group = await self._group(interaction, named)
        except Refusal:
            return []  # which group is not said yet
        labels = [
            (wording.label(one.series), str(one.series.id))
            for one in await self._keeping.of_group(group.id)
        ]
        return [
            app_commands.Choice(name=label, value=value)
            for label, value in labels
            if typed.casefold() in label.casefold()
        ]

    async def _pick(self, press: Press) -> None:
        await self._show_one(press, date.fromisoformat(press.values[0]))

    async def _show_one(self, press: Press, day: date) -> None:
        series = await here(press, self._keeping)
        one = await self._keeping.occurring(series.id, day)
        await replace(press.interaction, wording.picked(one), *_choices(series.id, one))

    async def _back(self, press: Press) -> None:
        shown = await self._keeping.shown((await here(press, self._keeping)).id)
        group = await self._groups.get(shown.series.group_id)
        menu = self._menu(shown, await self._zone(press.interaction, group))
        found = await self._holidays.beside([shown.series])
        keeps = [shown.series] if actor(press.interaction).keeps(shown.series) else []
        controls = (menu, *_skips(keeps, found)) if shown.ahead else ()
        await replace(press.interaction, _told(shown, found), *controls)

    async def _skip(self, press: Press) -> None:
        """At once where nobody has been told of the meeting; else it is asked for."""
        series = await here(press, self._keeping)
        actor(press.interaction).require_keeper(series)
        one = await self._keeping.occurring(series.id, date.fromisoformat(press.rest))
        if not one.told_by(self._clock.now()):
            await self._skip_sure(press)
            return
        sure = button(wording.SKIP_SURE, "series", series.id, "skipsure", press.rest, style=_DANGER)
        keep = button(wording.KEEP, "series", series.id, "keep")
        await replace(press.interaction, wording.skip_question(one), sure, keep)

    async def _skip_sure(self, press: Press) -> None:
        series, day = await here(press, self._keeping), date.fromisoformat(press.rest)
        after = await self._keeping.skip(series.id, day, actor(press.interaction))
        back = button(wording.PUT_BACK, "series", series.id, "back", press.rest)
        await replace(press.interaction, wording.skipped(after), back, _to_all(series.id))

    async def _put_back(self, press: Press) -> None:
        series, day = await here(press, self._keeping), date.fromisoformat(press.rest)
        after = await self._keeping.put_back(series.id, day, actor(press.interaction))
        await replace(press.interaction, wording.put_back(after), _to_all(series.id))

    async def _open_move(self, press: Press) -> None:
        series = await here(press, self._keeping)
        actor(press.interaction).require_keeper(series)
        group = await self._groups.get(series.group_id)
        submit = custom_id("series", series.id, "moveto", press.rest)
        form = time_form(submit, await self._zone(press.interaction, group))
        await press.interaction.response.send_modal(form)

    async def _move_submitted(self, press: Press) -> None:
        series, day = await here(press, self._keeping), date.fromisoformat(press.rest)
        gathering = await self._keeping.ensure(series.id, day, actor(press.interaction))
        await self._moves.preview_move(press.interaction, gathering.meeting.id, press.text(TIME))

    async def _ask_end_here(self, press: Press) -> None:
        series = await here(press, self._keeping)
        await self._ask_end(press.interaction, series, date.fromisoformat(press.rest))

    async def _ask_end(self, interaction: Interaction, series: Series, day: date) -> None:
        actor(interaction).require_keeper(series)
        await tell(
            interaction,
            await self._question(series, day),
            button(wording.END_SURE, "series", series.id, "endsure", str(day), style=_DANGER),
            button(wording.KEEP, "series", series.id, "keep"),
        )

    async def _question(self, series: Series, day: date) -> str:
        """What would fall away: the first meeting on that day or after it, where one is near."""
        ahead = (await self._keeping.shown(SeriesId(series.id))).ahead
        one = next((each for each in ahead if each.date >= day and not each.off), None)
        told_of = bool(one and one.told_by(self._clock.now()))
        return wording.end_question(series, day, one, told_of=told_of)

    async def _end(self, press: Press) -> None:
        interaction, day = press.interaction, date.fromisoformat(press.rest)
        series = await here(press, self._keeping)
        ended = await self._keeping.end(series.id, day, actor(interaction))
        await replace(interaction, wording.ended(ended))
        group = await self._groups.get(series.group_id)
        if channel_of(interaction) == group.channel_id:
            text = wording.ended_told(ended, actor(interaction).id)
            await tell(interaction, text, ephemeral=False)

    async def _keep(self, press: Press) -> None:
        await replace(press.interaction, wording.KEPT)


def _told(shown: Shown, found: Mapping[SeriesId, Sequence[Holiday]]) -> str:
    """A series with what is next, and those of its meetings that fall on holidays."""
    days = holiday_words.fallen(shown.series, found.get(shown.series.id, ()))
    return "\n".join(filter(None, (wording.shown(shown), days)))


def _skips(
    several: Iterable[Series], found: Mapping[SeriesId, Sequence[Holiday]]
) -> list[ui.Button[Any]]:
    return [
        skip_button(one, found[one.id], several=len(found) > 1)
        for one in several
        if one.id in found
    ]


def _choices(series_id: int, one: Occurring) -> tuple[ui.Button[Any], ...]:
    day = one.date.isoformat()
    if one.off:
        put_back = button(wording.PUT_BACK, "series", series_id, "back", day, style=_PRIMARY)
        return put_back, _to_all(series_id)
    return (
        button(wording.SKIP, "series", series_id, "skip", day),
        button(wording.MOVE, "series", series_id, "move", day),
        button(wording.CHANGE_ALL, "series", series_id, "change", day),
        button(wording.END_HERE, "series", series_id, "end", day, style=_DANGER),
        _to_all(series_id),
    )


def _to_all(series_id: int) -> ui.Button[Any]:
    return button(wording.BACK, "series", series_id, "show")
