"""The private answer as a form, pre-filled with what the member said before."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import discord
from discord import SelectOption, ui

from bot.domain.ids import MemberId
from bot.domain.meeting import Choice, Gathering
from bot.domain.when.slot import Slot
from bot.services.meetings import LONGEST_NOTE
from cogs.controls import Press, custom_id
from cogs.wording import availability as availability_wording
from cogs.wording import polls as wording

CAN, NEED, NOTE = "can", "need", "note"


def answer_form(
    gathering: Gathering,
    member_id: MemberId,
    zone: str,
    now: datetime,
    suggested: Mapping[Slot, Choice] | None = None,
) -> ui.Modal:
    """The form; its labels are in the member's own zone.

    What is suggested is ticked where the member has not answered yet; it counts once it is sent.
    """
    meeting = gathering.meeting
    answer = meeting.answers.get(member_id)
    said: Mapping[Slot, Choice] = answer.choices if answer else suggested or {}
    by_hours = availability_wording.suggestion_hint(zone) if suggested and not answer else ""
    form = ui.Modal(
        title=wording.FORM_TITLE, custom_id=custom_id("poll", meeting.id, "submit"), timeout=900
    )
    for field, choice, label, hint in (
        (CAN, Choice.YES, wording.I_CAN, by_hours or wording.form_hint(zone)),
        (NEED, Choice.IF_NEED_BE, wording.IF_NEED_BE, wording.IF_NEED_BE_HINT),
    ):
        ticked = {slot for slot, was in said.items() if was is choice}
        menu = _menu(field, meeting.slots, ticked, zone, now)
        form.add_item(ui.Label(text=label, description=hint, component=menu))
    note = ui.TextInput[Any](
        custom_id=NOTE,
        style=discord.TextStyle.short,
        required=False,
        max_length=LONGEST_NOTE,
        default=answer.note if answer else None,
    )
    form.add_item(ui.Label(text=wording.NOTE, description=wording.NOTE_HINT, component=note))
    return form


def _menu(
    field: str, slots: tuple[Slot, ...], ticked: set[Slot], zone: str, now: datetime
) -> ui.Select[Any]:
    return ui.Select(
        custom_id=field,
        placeholder=wording.PICK_TIMES,
        required=False,
        min_values=0,
        max_values=len(slots),
        options=[
            SelectOption(
                label=wording.slot_label(slot, zone, now),
                value=value_of(slot),
                default=slot in ticked,
            )
            for slot in slots
        ],
    )


def value_of(slot: Slot) -> str:
    """A slot in a control: the second of its start, which no other slot of the poll shares."""
    return value_at(slot.starts)


def value_at(instant: datetime) -> str:
    """An instant in a control."""
    return str(int(instant.timestamp()))


def slot_of(gathering: Gathering, value: str) -> Slot | None:
    """The slot that a control means, if the poll has it."""
    starts = datetime.fromtimestamp(int(value), UTC)
    return next((slot for slot in gathering.meeting.slots if slot.starts == starts), None)


def read_answer(gathering: Gathering, press: Press) -> tuple[dict[Slot, Choice], tuple[Slot, ...]]:
    """What was ticked, and which slots were ticked both ways: those count as yes."""
    by_value = {value_of(slot): slot for slot in gathering.meeting.slots}
    can = {by_value[value] for value in press.chosen(CAN) if value in by_value}
    need = {by_value[value] for value in press.chosen(NEED) if value in by_value}
    choices = dict.fromkeys(need, Choice.IF_NEED_BE) | dict.fromkeys(can, Choice.YES)
    return choices, tuple(sorted(can & need))
