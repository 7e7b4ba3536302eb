"""Finds zones by what people type for them: a city, a country, an abbreviation, an IANA name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.domain.when.abbreviations import ABBREVIATIONS, NAMES
from bot.domain.when.names import city_of, countries_by_zone, zone
from bot.domain.when.places import (
    COUNTRY_NICKNAMES,
    Place,
    country_names,
    places,
    places_by_name,
    plain,
    zones_of_countries,
)
from bot.domain.when.shown import show_clock

COMMON_ZONES: tuple[str, ...] = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Toronto",
    "America/Vancouver",
    "America/Halifax",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Paris",
    "Europe/Berlin",
    "Europe/Athens",
    "Africa/Johannesburg",
    "Asia/Jerusalem",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Australia/Perth",
    "Australia/Sydney",
    "Pacific/Auckland",
)
"""What is offered before anything is typed; as many as Discord shows."""

_OTHER_CLOCKS = (
    "America/St_Johns",
    "America/Noronha",
    "Atlantic/Azores",
    "Atlantic/Cape_Verde",
    "Africa/Lagos",
    "Africa/Nairobi",
    "Europe/Istanbul",
    "Asia/Tehran",
    "Asia/Kabul",
    "Asia/Karachi",
    "Asia/Kathmandu",
    "Asia/Dhaka",
    "Asia/Yangon",
    "Asia/Bangkok",
    "Asia/Tokyo",
    "Australia/Darwin",
    "Australia/Adelaide",
    "Australia/Brisbane",
    "Pacific/Noumea",
    "Pacific/Chatham",
    "Pacific/Tongatapu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
)
"""With the common zones, one for nearly every offset there is."""

LONGEST_LABEL = 100
_FEW = 4
"""So many zones of a country whose name is only begun."""


@dataclass(frozen=True, slots=True)
class ZoneChoice:
    """A zone with the words by which a member recognizes it.

    Attributes:
        zone: the IANA name.
        label: at most 100 characters, with the time it is there now.
    """

    zone: str
    label: str


@dataclass(frozen=True, slots=True)
class _Hit:
    zone: str
    head: str


def search_zones(typed: str, *, now: datetime, most: int = 25) -> tuple[ZoneChoice, ...]:
    """Give the zones that may be meant, the likeliest first.

    Args:
        typed: as much as was typed so far; the common zones are given for nothing.
        now: the present, for the time shown in each label.
        most: so many choices at most; Discord takes 25.
    """
    asked = plain(typed[:LONGEST_LABEL])
    hits = _by_offset(typed, now) or _hits(asked) if asked else map(_zone_hit, COMMON_ZONES)
    chosen: dict[_Hit, None] = {}
    for hit in hits:
        chosen.setdefault(hit)
        if len(chosen) >= most:
            break
    return tuple(ZoneChoice(hit.zone, _label(hit, now)) for hit in chosen)


def place_zone(name: str) -> ZoneInfo | None:
    """Give the zone of a city, country or region named in full, or None."""
    asked = plain(name)
    asked = asked.removeprefix("in ").removeprefix("the ")
    for hit in _exact(asked):
        return zone(hit.zone)
    return None


def best_known_zone(name: str) -> ZoneInfo | None:
    """Give the zone of a city so well known that its bare name beside a time is no other word."""
    known = _known_cities().get(plain(name))
    return zone(known) if known else None


@cache
def _known_cities() -> dict[str, str]:
    return {plain(city_of(name)): name for name in COMMON_ZONES}


def _hits(asked: str) -> Iterator[_Hit]:
    yield from _exact(asked)
    yield from _begun_words(asked)
    yield from _begun_countries(asked)
    yield from (_city_hit(place) for place in places() if place.plain.startswith(asked))
    yield from _zones_with(asked)
    wanted = [f" {word}" for word in asked.split()]
    yield from (
        _city_hit(place) for place in places() if all(word in place.words for word in wanted)
    )


def _exact(asked: str) -> Iterator[_Hit]:
    word = asked.removesuffix(" time").strip()
    abbreviated = ABBREVIATIONS.get(word.upper()) or NAMES.get(word)
    if abbreviated:
        yield _Hit(abbreviated, _called(word))
    if word in places_by_name():
        yield _city_hit(places_by_name()[word])
        yield from (_city_hit(place) for place in places() if place.plain == word)
    yield from (_zone_hit(name) for name in _zone_words().get(word, ()))
    yield from map(_zone_hit, zones_of_countries().get(_countries().get(word, ""), ()))


def _begun_words(asked: str) -> Iterator[_Hit]:
    for word, name in NAMES.items():
        if word.startswith(asked):
            yield _Hit(name, _called(word))
    for word, name in ABBREVIATIONS.items():
        if word.startswith(asked.upper()) and len(asked) > 1:
            yield _Hit(name, word)


def _begun_countries(asked: str) -> Iterator[_Hit]:
    for name, code in _countries().items():
        if name.startswith(asked):
            yield from map(_zone_hit, zones_of_countries().get(code, ())[:_FEW])


def _zones_with(asked: str) -> Iterator[_Hit]:
    for words, names in _zone_words().items():
        if asked in words:
            yield from map(_zone_hit, names)


@cache
def _zone_words() -> dict[str, tuple[str, ...]]:
    """Map the plain name of each zone and of its city to the zones of that name."""
    found: dict[str, tuple[str, ...]] = {}
    for name in (*COMMON_ZONES, "UTC", *countries_by_zone()):
        for words in (plain(city_of(name)), plain(name)):
            found[words] = tuple(dict.fromkeys((*found.get(words, ()), name)))
    return found


@cache
def _countries() -> dict[str, str]:
    return {plain(name): code for code, name in country_names().items()} | COUNTRY_NICKNAMES


def _by_offset(typed: str, now: datetime) -> list[_Hit]:
    """Find the common zones whose clocks are ahead of UTC by what was typed as `+2` or `UTC-5`."""
    found = re.fullmatch(
        r"\s*(?:utc|gmt)?\s*([+-])\s*([0-9]{1,2})(?::?([0-9]{2}))?\s*", typed, re.IGNORECASE
    )
    if found is None:
        return []
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    wanted = ahead if found[1] == "+" else -ahead
    names = (*COMMON_ZONES, *_OTHER_CLOCKS)
    return [_zone_hit(name) for name in names if now.astimezone(zone(name)).utcoffset() == wanted]


def _called(word: str) -> str:
    if word.upper() in ABBREVIATIONS:
        return word.upper()
    return f"{word[0].upper()}{word[1:]} time"


def _zone_hit(name: str) -> _Hit:
    country = country_names().get(countries_by_zone().get(name, ""), "")
    return _Hit(name, ", ".join(filter(None, (city_of(name), country))))


def _city_hit(place: Place) -> _Hit:
    country = country_names().get(place.country, "")
    return _Hit(place.zone, ", ".join(filter(None, (place.name, place.region, country))))


def _label(hit: _Hit, now: datetime) -> str:
    known_as = city_of(hit.zone)
    middle = "" if hit.head.startswith(known_as) else f" \u00b7 {known_as} time"
    tail = f"{middle} \u00b7 now {show_clock(now.astimezone(zone(hit.zone)).time())}"
    return hit.head[: LONGEST_LABEL - len(tail)] + tail
