"""Cities and countries with their zones, largest first.

The tables are made by `tools/make_cities.py` from GeoNames; NOTICE has the licence. They are read
when first asked for.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from sys import intern

COUNTRY_NICKNAMES: dict[str, str] = {
    "uk": "GB",
    "great britain": "GB",
    "britain": "GB",
    "england": "GB",
    "usa": "US",
    "us": "US",
    "america": "US",
    "uae": "AE",
    "holland": "NL",
    "nz": "NZ",
    "aotearoa": "NZ",
    "czech republic": "CZ",
    "eire": "IE",
    "korea": "KR",
    "burma": "MM",
    "turkiye": "TR",
}
CITY_NICKNAMES: dict[str, str] = {
    "nyc": "new york city",
    "new york": "new york city",
    "la": "los angeles",
    "sf": "san francisco",
    "dc": "washington",
    "washington dc": "washington",
    "philly": "philadelphia",
    "cologne": "koln",
    "frankfurt": "frankfurt am main",
    "nurnberg": "nuremberg",
    "munchen": "munich",
    "muenchen": "munich",
    "wien": "vienna",
    "roma": "rome",
    "milano": "milan",
    "lisboa": "lisbon",
    "praha": "prague",
    "bombay": "mumbai",
    "bangalore": "bengaluru",
    "calcutta": "kolkata",
    "madras": "chennai",
    "saigon": "ho chi minh city",
    "kiev": "kyiv",
    "den haag": "the hague",
    "geneve": "geneva",
    "tamaki makaurau": "auckland",
}
_DROPPED = re.compile("['\u2019.]")
_APART = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "\u0131": "i", "æ": "ae", "œ": "oe"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A city; `words` is all it is found by, plain and with a blank before every word."""

    name: str
    region: str
    country: str
    zone: str
    plain: str
    words: str


def plain(text: str) -> str:
    """Reduce a name to what is compared: small letters without accents, words one blank apart."""
    small = text.casefold()
    if not small.isascii():
        parts = unicodedata.normalize("NFKD", small).translate(_LETTERS)
        small = "".join(part for part in parts if not unicodedata.combining(part))
    return _APART.sub(" ", _DROPPED.sub("", small)).strip()


@cache
def country_names() -> dict[str, str]:
    """Give the English name of each country by its two-letter code."""
    return dict(_rows("countries.tsv"))


@cache
def places() -> tuple[Place, ...]:
    """Give all cities, the largest first."""
    return tuple(_place(*row) for row in _rows("cities.tsv"))


@cache
def places_by_name() -> dict[str, Place]:
    """Give the largest city of each plain name, nicknames included."""
    named: dict[str, Place] = {}
    for place in places():
        named.setdefault(place.plain, place)
    return named | {nick: named[name] for nick, name in CITY_NICKNAMES.items() if name in named}


@cache
def zones_of_countries() -> dict[str, tuple[str, ...]]:
    """Give the zones of each country by its code; what has the largest cities comes first."""
    found: dict[str, dict[str, None]] = {}
    for place in places():
        found.setdefault(place.country, {})[place.zone] = None
    return {code: tuple(zones) for code, zones in found.items()}


@cache
def largest_of_regions() -> dict[str, tuple[Place, ...]]:
    """Give the largest city of each zone in each region, by the region's plain name."""
    found: dict[str, dict[tuple[str, str], Place]] = {}
    for place in places():
        if place.region:
            found.setdefault(place.region, {}).setdefault((place.country, place.zone), place)
    return {plain(region): tuple(cities.values()) for region, cities in found.items()}


def _place(name: str, region: str, country: str, zone_name: str) -> Place:
    bare = plain(name)
    words = f" {bare}{_words_of(region, country)}"
    return Place(name, intern(region), intern(country), intern(zone_name), bare, words)


@cache
def _words_of(region: str, country: str) -> str:
    nicknames = [nickname for nickname, code in COUNTRY_NICKNAMES.items() if code == country]
    names = (plain(region), plain(country_names().get(country, "")), *nicknames)
    return "".join(f" {name}" for name in names if name)


def _rows(table: str) -> list[list[str]]:
    text = (files("bot.domain.when") / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]
