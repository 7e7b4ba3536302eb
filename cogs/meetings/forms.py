"""The form in which a meeting is called, empty or with what was typed before."""

from typing import Any

import discord
from discord import RadioGroupOption, SelectOption, ui

from bot.domain.group import Group
from bot.domain.meeting import Kind, Soon
from bot.services.calling import LONGEST_TIMES, LONGEST_TOPIC, Typed
from cogs.controls import Press, custom_id
from cogs.wording import meetings as wording
from cogs.wording.shared import duration

TOPIC, KIND, SOON, LENGTH, TIMES = "topic", "kind", "soon", "length", "times"
_LENGTHS = (60, 75, 90, 120, 150, 180)


def call_form(group: Group, zone: str, typed: Typed | None = None, replaces: int = 0) -> ui.Modal:
    """The form of a call; `replaces` is the draft that it was opened to change."""
    rest = str(replaces)
    form = ui.Modal(
        title=wording.FORM_TITLE,
        custom_id=custom_id("call", group.id, "submit", rest),
        timeout=900,
    )
    for part in (
        _topic(typed),
        _kinds(typed),
        _soons(typed),
        _lengths(group, typed),
        times_field(zone, typed.times if typed else None, proposes=True),
    ):
        form.add_item(part)
    return form


def _topic(typed: Typed | None) -> ui.Label[Any]:
    field = ui.TextInput[Any](
        custom_id=TOPIC,
        max_length=LONGEST_TOPIC,
        default=typed.topic if typed else None,
    )
    return ui.Label(text=wording.TOPIC, description=wording.TOPIC_HINT, component=field)


def _kinds(typed: Typed | None) -> ui.Label[Any]:
    wanted = typed.kind if typed else Kind.CASE
    options = [
        RadioGroupOption(label=label, value=kind.value, default=kind is wanted)
        for kind, label in wording.KINDS.items()
    ]
    return ui.Label(
        text=wording.KIND, component=ui.RadioGroup[Any](custom_id=KIND, options=options)
    )


def _soons(typed: Typed | None) -> ui.Label[Any]:
    wanted = typed.soon if typed else Soon.WEEK
    options = [
        RadioGroupOption(label=label, value=soon.value, default=soon is wanted)
        for soon, label in wording.SOON.items()
    ]
    return ui.Label(
        text=wording.HOW_SOON, component=ui.RadioGroup[Any](custom_id=SOON, options=options)
    )


def _lengths(group: Group, typed: Typed | None) -> ui.Label[Any]:
    wanted = typed.length if typed else group.settings.length
    options = [
        SelectOption(label=duration(length), value=str(length), default=length == wanted)
        for length in sorted({*_LENGTHS, group.settings.length, wanted})
    ]
    menu = ui.Select[Any](custom_id=LENGTH, options=options)
    return ui.Label(text=wording.LENGTH, component=menu)


def times_field(zone: str, typed: str | None, *, proposes: bool = False) -> ui.Label[Any]:
    """The field for candidate times; may be left empty where the bot proposes some then."""
    field = ui.TextInput[Any](
        custom_id=TIMES,
        style=discord.TextStyle.paragraph,
        placeholder=wording.TIMES_EXAMPLE,
        max_length=LONGEST_TIMES,
        required=not proposes,
        default=typed,
    )
    hint = wording.call_times_hint(zone) if proposes else wording.times_hint(zone)
    return ui.Label(text=wording.TIMES, description=hint, component=field)


def times_form(title: str, submit_id: str, zone: str) -> ui.Modal:
    """A form with candidate times only."""
    form = ui.Modal(title=title, custom_id=submit_id, timeout=900)
    form.add_item(times_field(zone, None))
    return form


def read_call(press: Press) -> Typed:
    """What was typed into the form of a call."""
    return Typed(
        topic=press.text(TOPIC),
        kind=Kind(press.text(KIND)),
        soon=Soon(press.text(SOON)),
        length=int(press.text(LENGTH)),
        times=press.text(TIMES),
    )
