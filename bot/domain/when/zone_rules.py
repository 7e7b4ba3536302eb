"""How zones are written beside a time: EST, UTC+2, Europe/Berlin, "Pacific time", "London time"."""

import re
from datetime import timedelta, timezone
from functools import cache

from bot.domain.when import said
from bot.domain.when.abbreviations import NAMES, zone_by_abbreviation
from bot.domain.when.names import UnknownZone, countries_by_zone, zone
from bot.domain.when.rule import GAP, Reader, S, rule
from bot.domain.when.search import best_known_zone, place_zone

_REGION = "|".join(name.replace(" ", GAP) for name in sorted(NAMES, key=len, reverse=True))
_FURTHEST = timedelta(hours=14)
"""No clock on earth is further ahead of UTC."""


def _offset(found: re.Match[str], _reader: Reader) -> said.Meaning:
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    if offset > _FURTHEST:
        return said.Unknown()
    return said.ZoneSaid(timezone(offset if found["sign"] == "+" else -offset))


def _full_name(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    try:
        return said.ZoneSaid(zone(found[0]))
    except UnknownZone:
        area = found[0].partition("/")[0].title()
        return said.Unknown() if area in _areas() else None


@cache
def _areas() -> frozenset[str]:
    return frozenset(name.partition("/")[0] for name in countries_by_zone())


def _abbreviation(found: re.Match[str], reader: Reader) -> said.Meaning | None:
    meant = zone_by_abbreviation(found["word"], reader.own, reader.now)
    return said.ZoneSaid(meant, found["word"].upper()) if meant else None


def _region(found: re.Match[str], reader: Reader) -> said.Meaning | None:
    name = " ".join(found["region"].lower().split())
    if reader.own.key.startswith("Australia/") and f"australian {name}" in NAMES:
        name = f"australian {name}"
    return said.ZoneSaid(zone(NAMES[name])) if name in NAMES else None


def _place(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    meant = place_zone(found["place"])
    return said.ZoneSaid(meant) if meant else None


def _well_known(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    meant = best_known_zone(found["city"])
    return said.ZoneSaid(meant) if meant else None


ZONE_RULES = (
    rule(
        rf"(?:utc|gmt){S}(?P<sign>[+-])(?P<hours>[0-9]{{1,2}})"
        rf"(?::?(?P<minutes>[0-5][0-9]))?(?![0-9:]|{S}[ap]\.?m)",
        _offset,
    ),
    rule(r"(?<=[0-9])(?P<sign>\+)(?P<hours>[0-9]{2}):(?P<minutes>[0-5][0-9])(?!\w)", _offset),
    rule(r"[A-Za-z_]{1,20}(?:/[A-Za-z_-]{1,20}){1,2}(?!\w)", _full_name),
    rule(
        rf"(?P<region>{_REGION})(?!\w)(?:{GAP}(?:standard|daylight|summer))?(?:{GAP}time)?(?!\w)",
        _region,
    ),
    rule(rf"(?P<word>[A-Za-z]{{1,4}})(?!\w)(?:{GAP}time(?!\w))?", _abbreviation),
    rule(rf"(?P<place>[^\W\d_][^\n\r,;:/()0-9<>]{{1,30}}?){GAP}time(?!\w)", _place),
)

CITY_RULES = (
    rule(rf"(?P<city>[^\W\d_]{{1,20}}{GAP}[^\W\d_]{{1,20}})(?!\w)", _well_known),
    rule(r"(?P<city>[^\W\d_]{1,20})(?!\w)", _well_known),
)
"""Bare names of well known cities; tried after the words that join and part."""
