"""Finds zones by what people type for them: a city, a country, an abbreviation, an IANA name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.when.abbreviations import ABBREVIATIONS, NAMES
from bot.domain.when.names import city_of, countries_by_zone, zone
from bot.domain.when.places import (
    COUNTRY_NICKNAMES,
    Place,
    country_names,
    largest_of_regions,
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
_OFFSET = re.compile(r"(?:utc|gmt)? ?([+-]) ?([0-9]{1,2})(?::?([0-9]{2}))?", re.IGNORECASE)

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
    """A zone and the words of it that answer what was typed."""

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
    hits = dict.fromkeys(islice(_unlike(_found(typed, asked, now)), most))
    return tuple(ZoneChoice(hit.zone, _label(hit, now)) for hit in hits)


def load_cities() -> None:
    """Load the tables, which takes about 50 ms, so that the first search is as quick as the next.

    Without this the first search, or the first typed word that may be a city, loads them.
    """
    _zone_words()
    zones_of_countries()
    largest_of_regions()
    places_by_name()


def place_zone(name: str) -> ZoneInfo | None:
    """Give the zone of a city, region or country named in full, or None."""
    asked = plain(name).removeprefix("in ").removeprefix("the ")
    hit = next(_exact(asked), None)
    return zone(hit.zone) if hit else None


def best_known_zone(name: str) -> ZoneInfo | None:
    """Give the zone of a city so well known that its bare name beside a time is no other word."""
    known = _known_cities().get(plain(name))
    return zone(known) if known else None


@cache
def _known_cities() -> dict[str, str]:
    return {plain(city_of(name)): name for name in COMMON_ZONES}


def _unlike(hits: Iterable[_Hit]) -> Iterator[_Hit]:
    seen: set[_Hit] = set()
    for hit in hits:
        if hit not in seen:
            seen.add(hit)
            yield hit


def _found(typed: str, asked: str, now: datetime) -> Iterator[_Hit]:
    """Look in the order in which people are likeliest to mean it."""
    yield from _by_offset(typed, now)
    if not asked:
        yield from () if typed.strip() else map(_zone_hit, COMMON_ZONES)
        return
    yield from _exact(asked)
    yield from _begun_abbreviations(asked)
    yield from _begun_countries(asked)
    yield from (_city_hit(place) for place in places() if place.plain.startswith(asked))
    yield from _begun_regions(asked)
    yield from _zones_with(asked)
    wanted = [f" {word}" for word in asked.split()]
    yield from (_city_hit(place) for place in places() if all(w in place.words for w in wanted))


def _exact(asked: str) -> Iterator[_Hit]:
    word = asked.removesuffix(" time")
    for name, head in _called(word):
        yield _Hit(name, head)
    if word == "gmt":
        yield _zone_hit("UTC")
    if word in places_by_name():
        yield _city_hit(places_by_name()[word])
        yield from (_city_hit(place) for place in places() if place.plain == word)
    yield from map(_city_hit, largest_of_regions().get(word, ()))
    yield from map(_zone_hit, _zone_words().get(word, ()))
    yield from map(_zone_hit, zones_of_countries().get(_countries().get(word, ""), ()))


def _called(word: str) -> Iterator[tuple[str, str]]:
    """Give the zone of an abbreviation or a name such as "pacific", with its label's head."""
    if word.upper() in ABBREVIATIONS:
        yield ABBREVIATIONS[word.upper()], word.upper()
    if word in NAMES:
        yield NAMES[word], f"{word.title()} time"


def _begun_abbreviations(asked: str) -> Iterator[_Hit]:
    """Give each zone once: "nzs" begins NZST, "pac" begins Pacific time."""
    begun: dict[str, str] = {}
    for word in (*NAMES, *(short.lower() for short in ABBREVIATIONS)):
        if len(asked) > 1 and word.startswith(asked):
            for name, head in _called(word):
                begun.setdefault(name, head)
    return (_Hit(name, head) for name, head in begun.items())


def _begun_countries(asked: str) -> Iterator[_Hit]:
    largest_first = {code: number for number, code in enumerate(zones_of_countries())}
    codes = {code for name, code in _countries().items() if name.startswith(asked)}
    for code in sorted(codes & largest_first.keys(), key=largest_first.__getitem__):
        yield from map(_zone_hit, zones_of_countries()[code][:_FEW])


def _begun_regions(asked: str) -> Iterator[_Hit]:
    for region, cities in largest_of_regions().items():
        if region.startswith(asked):
            yield from map(_city_hit, cities)


def _zones_with(asked: str) -> Iterator[_Hit]:
    """Find what was typed inside the zones' own names, from the start of a word."""
    for words, names in _zone_words().items():
        if f" {asked}" in f" {words}":
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


def _by_offset(typed: str, now: datetime) -> Iterator[_Hit]:
    """Find zones whose clocks are now ahead of UTC by what was typed as `+2` or `UTC-5`."""
    found = _OFFSET.fullmatch(typed.strip())
    if found is None:
        return
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    wanted = ahead if found[1] == "+" else -ahead
    for name in (*COMMON_ZONES, *_OTHER_CLOCKS):
        if now.astimezone(zone(name)).utcoffset() == wanted:
            yield _zone_hit(name)


def _zone_hit(name: str) -> _Hit:
    """Name a zone by its own city, spelled as people there do, and its country."""
    country = country_names().get(countries_by_zone().get(name, ""), "")
    city = city_of(name)
    namesake = places_by_name().get(plain(city))
    if namesake and namesake.zone == name and namesake.plain == plain(city):
        city = namesake.name
    return _Hit(name, ", ".join(filter(None, (city, country))))


def _city_hit(place: Place) -> _Hit:
    """Name a city; one that its zone is named after is named as the zone is."""
    if places_by_name().get(plain(city_of(place.zone))) is place:
        return _zone_hit(place.zone)
    country = country_names().get(place.country, "")
    return _Hit(place.zone, ", ".join(filter(None, (place.name, place.region, country))))


def _label(hit: _Hit, now: datetime) -> str:
    known_as = city_of(hit.zone)
    middle = "" if plain(hit.head).startswith(plain(known_as)) else f" \u00b7 {known_as} time"
    if hit.head.endswith(" time"):
        middle = middle.removesuffix(" time")
    tail = f"{middle} \u00b7 now {show_clock(now.astimezone(zone(hit.zone)).time())}"
    return hit.head[: LONGEST_LABEL - len(tail)] + tail
