"""The form for a regular meeting, empty or filled, and the small one for another time."""

from typing import Any

import discord
from discord import SelectOption, ui

from bot.domain.group import Group
from bot.domain.series.schedule import LONGEST_TITLE
from bot.services.calling import LONGEST_TIMES
from bot.services.series import LONGEST_TIME, TypedSchedule
from cogs.controls import Press
from cogs.wording import series as wording
from cogs.wording.shared import duration

TITLE, OFTEN, FIRST, LENGTH, LAST = "title", "often", "first", "length", "last"
TIME = "time"
_LENGTHS = (60, 75, 90, 120, 150, 180)


def schedule_form(
    title: str, submit_id: str, group: Group, typed: TypedSchedule | None = None
) -> ui.Modal:
    """The form; times in it are read on the group's clock."""
    form = ui.Modal(title=title, custom_id=submit_id, timeout=900)
    for part in (
        _title(typed),
        _often(typed),
        _first(group, typed),
        _lengths(group, typed),
        _last(typed),
    ):
        form.add_item(part)
    return form


def _title(typed: TypedSchedule | None) -> ui.Label[Any]:
    field = ui.TextInput[Any](
        custom_id=TITLE,
        max_length=LONGEST_TITLE,
        required=False,
        default=typed.title if typed else None,
    )
    return ui.Label(text=wording.TITLE, description=wording.TITLE_HINT, component=field)


def _often(typed: TypedSchedule | None) -> ui.Label[Any]:
    wanted = typed.often if typed else 1
    options = [
        SelectOption(label=wording.often(one), value=str(one), default=one == wanted)
        for one in wording.OFTEN_CHOICES
    ]
    menu = ui.Select[Any](custom_id=OFTEN, options=options)
    return ui.Label(text=wording.OFTEN, component=menu)


def _first(group: Group, typed: TypedSchedule | None) -> ui.Label[Any]:
    field = ui.TextInput[Any](
        custom_id=FIRST,
        placeholder=wording.FIRST_EXAMPLE,
        max_length=LONGEST_TIME,
        default=typed.first if typed else None,
    )
    hint = wording.first_hint(group.settings.zone)
    return ui.Label(text=wording.FIRST, description=hint, component=field)


def _lengths(group: Group, typed: TypedSchedule | None) -> ui.Label[Any]:
    wanted = typed.length if typed else group.settings.length
    options = [
        SelectOption(label=duration(length), value=str(length), default=length == wanted)
        for length in sorted({*_LENGTHS, group.settings.length, wanted})
    ]
    menu = ui.Select[Any](custom_id=LENGTH, options=options)
    return ui.Label(text=wording.LENGTH, component=menu)


def _last(typed: TypedSchedule | None) -> ui.Label[Any]:
    field = ui.TextInput[Any](
        custom_id=LAST,
        placeholder=wording.LAST_EXAMPLE,
        max_length=LONGEST_TIME,
        required=False,
        default=typed.last if typed else None,
    )
    return ui.Label(text=wording.LAST_DAY, description=wording.LAST_HINT, component=field)


def read_schedule(press: Press) -> TypedSchedule:
    """What stands in the form that was sent."""
    return TypedSchedule(
        title=press.text(TITLE),
        often=int(press.text(OFTEN)),
        first=press.text(FIRST),
        length=int(press.text(LENGTH)),
        last=press.text(LAST),
    )


def time_form(submit_id: str, zone: str) -> ui.Modal:
    """The form for another time of one meeting."""
    form = ui.Modal(title=wording.MOVE_TITLE, custom_id=submit_id, timeout=900)
    field = ui.TextInput[Any](
        custom_id=TIME,
        style=discord.TextStyle.short,
        placeholder=wording.MOVE_EXAMPLE,
        max_length=LONGEST_TIMES,
    )
    hint = wording.move_hint(zone)
    form.add_item(ui.Label(text=wording.MOVE_TIME, description=hint, component=field))
    return form
