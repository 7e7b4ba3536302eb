"""Buttons that open a web calendar, for a meeting or for a feed."""

from typing import Any

from discord import ui

from bot.domain.when.slot import Slot
from bot.services.calendar_links import WebCalendar, adding, subscribing
from cogs.wording import calendar as wording


def adding_buttons(time: Slot) -> tuple[ui.Button[Any], ...]:
    """One for each web calendar, to keep a meeting there."""
    return tuple(
        ui.Button(label=wording.ADD[place], url=adding(place, time)) for place in WebCalendar
    )


def subscribing_buttons(feed: str) -> tuple[ui.Button[Any], ...]:
    """One for each web calendar, to follow a feed there."""
    return tuple(
        ui.Button(label=wording.FOLLOW[place], url=subscribing(place, feed))
        for place in WebCalendar
    )
