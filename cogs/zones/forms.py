"""The form for a city that no menu lists."""

from discord import ui

from cogs.controls import custom_id
from cogs.wording import zones as wording

CITY = "city"
LONGEST_CITY = 80


class CityForm(ui.Modal):
    """Asks for a city; the router takes what is submitted."""

    def __init__(self, after: str) -> None:
        super().__init__(title=wording.FORM_TITLE, custom_id=custom_id("zone", 0, "typed", after))
        city = ui.TextInput[CityForm](custom_id=CITY, max_length=LONGEST_CITY)
        self.add_item(
            ui.Label(text=wording.FORM_LABEL, description=wording.FORM_HINT, component=city)
        )
        self.stop()  # it is only shown: after a restart a submit must find its way as well
