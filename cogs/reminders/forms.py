"""The form in which a member says how they like to be reminded."""

from typing import Any

import discord
from discord import SelectOption, ui

from bot.domain.wishes import Where, Wishes
from bot.services.wishes import TypedWishes
from cogs.controls import Press, custom_id
from cogs.wording import reminders as wording

LEADS, WHERE, QUIET = "leads", "where", "quiet"
_LONGEST = 80


def wishes_form(wishes: Wishes, held: TypedWishes | None, zone: str) -> ui.Modal:
    """The form; `held` is what could not be read a moment ago."""
    form = ui.Modal(
        title=wording.FORM_TITLE, custom_id=custom_id("wishes", 0, "submit"), timeout=900
    )
    leads = ui.TextInput[Any](
        custom_id=LEADS,
        style=discord.TextStyle.short,
        placeholder=wording.LEADS_EXAMPLE,
        required=False,
        max_length=_LONGEST,
        default=held.leads if held else wording.leads_default(wishes),
    )
    quiet = ui.TextInput[Any](
        custom_id=QUIET,
        style=discord.TextStyle.short,
        placeholder=wording.QUIET_EXAMPLE,
        required=False,
        max_length=_LONGEST,
        default=held.quiet if held else wording.quiet_default(wishes),
    )
    where = _menu(held.where if held else wishes.where)
    hint = wording.quiet_hint(zone)
    form.add_item(
        ui.Label(text=wording.LEADS_LABEL, description=wording.LEADS_HINT, component=leads)
    )
    form.add_item(ui.Label(text=wording.WHERE_LABEL, component=where))
    form.add_item(ui.Label(text=wording.QUIET_LABEL, description=hint, component=quiet))
    return form


def _menu(chosen: Where) -> ui.Select[Any]:
    options = [
        SelectOption(label=label, value=where.value, default=where is chosen)
        for where, label in wording.WHERES.items()
    ]
    return ui.Select(custom_id=WHERE, options=options)


def read_wishes(press: Press) -> TypedWishes:
    """What stands in the form that was sent."""
    where = press.text(WHERE)
    return TypedWishes(
        press.text(LEADS), Where(where) if where else Where.THREAD, press.text(QUIET)
    )
