"""The form for a week of usual hours, with what is kept or what was typed before."""

from typing import Any

import discord
from discord import ui

from bot.domain.standing.pattern import Standing
from bot.services.standing import LONGEST_WEEK, TypedWeek
from cogs.controls import Press, custom_id
from cogs.wording import availability as wording

WEEK, DECENT = "week", "decent"
_LONGEST_DECENT = 40


def week_form(standing: Standing, held: TypedWeek | None) -> ui.Modal:
    """The form; `held` is what could not be read a moment ago."""
    form = ui.Modal(
        title=wording.FORM_TITLE, custom_id=custom_id("hours", 0, "submit"), timeout=900
    )
    week = ui.TextInput[Any](
        custom_id=WEEK,
        style=discord.TextStyle.paragraph,
        placeholder=wording.WEEK_EXAMPLE,
        required=False,
        max_length=LONGEST_WEEK,
        default=held.week if held else wording.week_default(standing),
    )
    decent = ui.TextInput[Any](
        custom_id=DECENT,
        required=False,
        max_length=_LONGEST_DECENT,
        default=held.decent if held else wording.decent_default(standing),
    )
    hint = wording.week_hint(standing.zone)
    form.add_item(ui.Label(text=wording.WEEK_LABEL, description=hint, component=week))
    form.add_item(
        ui.Label(text=wording.DECENT_LABEL, description=wording.DECENT_HINT, component=decent)
    )
    return form


def read_form(press: Press) -> TypedWeek:
    """What stands in the form that was sent."""
    return TypedWeek(press.text(WEEK), press.text(DECENT))
