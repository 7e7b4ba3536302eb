"""Time zones as options of commands: what is offered while typing, and what was meant at last."""

from collections.abc import Sequence
from datetime import datetime

from discord import app_commands

from bot.domain.when.names import UnknownZone, zone
from bot.domain.when.places import plain
from bot.domain.when.search import ZoneChoice, search_zones


def offered_zones(typed: str, now: datetime) -> list[app_commands.Choice[str]]:
    """Zones for autocompletion; the common ones while nothing is typed."""
    return [
        app_commands.Choice(name=one.label, value=one.zone) for one in search_zones(typed, now=now)
    ]


def zones_meant(typed: str, now: datetime) -> tuple[ZoneChoice, ...]:
    """The zones that a picked or typed text may mean, each once; a menu can show them.

    A picked one comes by its IANA name. Of typed ones, places of just that name go before places
    that only have it as a part ("Berlin" is not "New Berlin").
    """
    try:
        return (ZoneChoice(zone(typed).key, typed),)
    except UnknownZone:
        found = search_zones(typed, now=now) if plain(typed) else ()
    named = [one for one in found if plain(typed) in {plain(head) for head in _heads(one.label)}]
    return _each_once(named or found)


def _heads(label: str) -> tuple[str, ...]:
    """What a label begins with: "Leeds", "Leeds, England", "Leeds, England, United Kingdom"."""
    parts = label.split(" \u00b7 ", maxsplit=1)[0].split(", ")
    return tuple(", ".join(parts[: count + 1]) for count in range(len(parts)))


def _each_once(found: Sequence[ZoneChoice]) -> tuple[ZoneChoice, ...]:
    by_zone: dict[str, ZoneChoice] = {}
    for one in found:
        by_zone.setdefault(one.zone, one)
    return tuple(by_zone.values())


def zone_meant(typed: str, now: datetime) -> str:
    """The one zone that is meant.

    Raises:
        UnknownZone: none, or more than one.
    """
    meant = zones_meant(typed, now)
    if len(meant) != 1:
        raise UnknownZone(typed)
    return meant[0].zone
