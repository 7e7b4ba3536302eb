"""Asks a member for their time zone, in the middle of whatever they were doing.

The answer goes to the zones' own cog; what comes after it is carried in the control's id as
`<thing>.<number>.<verb>`, so that the member can go on where they were.
"""

from typing import Any

from discord import SelectOption, ui

from bot.domain.when.search import ZoneChoice
from cogs.controls import Interaction, button, custom_id
from cogs.replies import tell
from cogs.wording import zones as wording


def then(thing: str, number: int, verb: str) -> str:
    """What to go on with, for a control's id."""
    return f"{thing}.{number}.{verb}"


def zone_menu(choices: tuple[ZoneChoice, ...], after: str) -> ui.Select[Any]:
    """A menu of zones."""
    return ui.Select(
        custom_id=custom_id("zone", 0, "pick", after),
        placeholder=wording.PICK,
        options=[SelectOption(label=one.label[:100], value=one.zone) for one in choices],
    )


async def ask_zone(
    interaction: Interaction, choices: tuple[ZoneChoice, ...], after: str = "none.0.none"
) -> None:
    """Asks privately; a menu of common zones, or any city by typing."""
    typed = button(wording.OTHER_CITY, "zone", 0, "type", after)
    await tell(interaction, wording.question(), zone_menu(choices, after), typed)
