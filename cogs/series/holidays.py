"""`/series holidays`, and what is proposed about the meetings that fall on public holidays.

A control's rest is the dates that were shown, so that what is pressed is what was seen.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from discord import app_commands, ui

from bot.domain.errors import NoSuchGroup, Refusal
from bot.domain.group import Group
from bot.domain.ids import GroupId, SeriesId
from bot.domain.public_holidays import countries, land_meant, regions
from bot.domain.series.schedule import Series
from bot.domain.when.places import plain
from bot.services.groups import GroupKeeping
from bot.services.public_holidays import Holiday, HolidayKeeping
from bot.services.series import SeriesKeeping
from cogs.choosing import guild_of
from cogs.controls import Interaction, Press, Router, button
from cogs.replies import actor, replace, tell
from cogs.series.setting_up import here, read_days, written
from cogs.wording import public_holidays as wording
from cogs.wording import series as series_words

_MOST_OFFERED = 25

Choices = list[app_commands.Choice[str]]


class Holidays:
    """What members meet about holidays, beside their series."""

    def __init__(
        self, keeping: HolidayKeeping, series: SeriesKeeping, groups: GroupKeeping, router: Router
    ) -> None:
        self._keeping = keeping
        self._series = series
        self._groups = groups
        router.on("series", "free", self._skip)
        router.on("holidays", "forget", self._forget)

    async def say(
        self, interaction: Interaction, group: Group, country: str | None, region: str | None
    ) -> None:
        """Keeps what was named, or tells what is kept."""
        land = await self._keeping.land_of(group.id)
        if country or region:
            named = country or (land.country if land else "")
            land = await self._keeping.keep(group, actor(interaction), named, region or "")
        if land is None:
            await tell(interaction, wording.NONE_KEPT)
            return
        await tell(
            interaction, wording.kept(land), button(wording.FORGET, "holidays", group.id, "forget")
        )

    async def beside(self, several: Iterable[Series]) -> Mapping[SeriesId, tuple[Holiday, ...]]:
        """The meetings on holidays of each series that has any."""
        found = {one.id: await self._keeping.of_series(one) for one in several}
        return {series_id: days for series_id, days in found.items() if days}

    async def _skip(self, press: Press) -> None:
        series = await here(press, self._series)
        who = actor(press.interaction)
        who.require_keeper(series)
        skipped = await self._keeping.skip(series.id, read_days(press.rest), who)
        back = button(series_words.BACK, "series", series.id, "show")
        await replace(press.interaction, wording.skipped(skipped) or wording.ALL_OFF, back)

    async def _forget(self, press: Press) -> None:
        group = await self._groups.get(GroupId(press.number))
        if group.guild_id != guild_of(press.interaction):
            raise NoSuchGroup
        await self._keeping.forget(group, actor(press.interaction))
        await replace(press.interaction, wording.FORGOTTEN)


def skip_button(
    series: Series, found: Sequence[Holiday], *, several: bool = False
) -> ui.Button[Any]:
    """Skips just the dates that are shown."""
    label = wording.skip_these(series, several=several)
    return button(label, "series", series.id, "free", written(found))


def offered_countries(typed: str) -> Choices:
    """Countries for autocompletion, by name."""
    return _offered(countries(), typed)


def offered_regions(country: str | None, typed: str) -> Choices:
    """The regions of the country that was picked; none while that is not known."""
    try:
        land = land_meant(country or "", "")
    except Refusal:
        return []
    return _offered(regions(land.country), typed)


def _offered(named: Mapping[str, str], typed: str) -> Choices:
    wanted = plain(typed)
    found = [
        app_commands.Choice(name=name, value=code)
        for code, name in named.items()
        if wanted in plain(name)
    ]
    return found[:_MOST_OFFERED]
