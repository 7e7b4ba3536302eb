"""The forms for a topic and for what a presenter brings."""

from typing import Any

from discord import ui

from bot.domain.agenda.topics import LONGEST_TOPIC
from bot.services.agenda import LONGEST_TITLE
from cogs.controls import custom_id
from cogs.wording import agenda as wording

TOPIC, TITLE = "topic", "title"


def topic_form(meeting_id: int, typed: str) -> ui.Modal:
    """A form for one topic; `typed` is what the guard refused a moment ago."""
    field = ui.TextInput[Any](custom_id=TOPIC, max_length=LONGEST_TOPIC, default=typed or None)
    submit = custom_id("topic", meeting_id, "submit")
    return _form(wording.TOPIC_FORM, submit, wording.TOPIC_LABEL, field)


def title_form(meeting_id: int, typed: str) -> ui.Modal:
    """A form for what a presenter brings; left empty it takes the title back."""
    field = ui.TextInput[Any](
        custom_id=TITLE, max_length=LONGEST_TITLE, required=False, default=typed or None
    )
    submit = custom_id("turn", meeting_id, "titled")
    return _form(wording.TITLE_FORM, submit, wording.TITLE_LABEL, field)


def _form(title: str, submit: str, label: str, field: ui.TextInput[Any]) -> ui.Modal:
    form = ui.Modal(title=title, custom_id=submit, timeout=900)
    form.add_item(ui.Label(text=label, description=wording.HINT, component=field))
    return form
