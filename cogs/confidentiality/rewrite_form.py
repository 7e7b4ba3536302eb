"""The form in which an author edits a rewrite; what was typed is read back by the router."""

from discord import TextStyle, ui

from cogs.wording import reviews as wording

REWRITE = "rewrite"
LONGEST_TYPED = 4000


def rewrite_form(form_id: str, draft: str) -> ui.Modal:
    """The form, filled in with a draft."""
    form = ui.Modal(title=wording.REWRITE_FORM, custom_id=form_id)
    field = ui.TextInput[ui.Modal](
        custom_id=REWRITE,
        style=TextStyle.paragraph,
        default=draft[:LONGEST_TYPED],
        max_length=LONGEST_TYPED,
    )
    label = ui.Label[ui.Modal](
        text=wording.REWRITE_LABEL, description=wording.REWRITE_HINT, component=field
    )
    form.add_item(label)
    form.stop()  # it is only shown: after a restart a submit must find its way as well
    return form
