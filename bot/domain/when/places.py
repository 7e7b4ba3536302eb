"""Cities and countries with their zones, largest first.

The tables are made by `tools/make_cities.py` from GeoNames; NOTICE has the licence. They are read
when first asked for.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from sys import intern

from bot.domain.when.names import UnknownZone, zone

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
    kept = (letter if letter.isalnum() else " " for letter in small if letter not in "'\u2019.")
    return " ".join("".join(kept).split())


@cache
def country_names() -> dict[str, str]:
    """Give the English name of each country by its two-letter code."""
    return dict(_rows("countries.tsv"))


@cache
def places() -> tuple[Place, ...]:
    """Give all cities, the largest first."""
    names = {code: plain(name) for code, name in country_names().items()}
    for nickname, code in COUNTRY_NICKNAMES.items():
        names[code] += f" {nickname}"
    return tuple(_place(row, names) for row in _rows("cities.tsv"))


@cache
def places_by_name() -> dict[str, Place]:
    """Give the largest city of each plain name, nicknames included."""
    named: dict[str, Place] = {}
    for place in places():
        named.setdefault(place.plain, place)
    return named | {nick: named[name] for nick, name in CITY_NICKNAMES.items() if name in named}


@cache
def zones_of_countries() -> dict[str, tuple[str, ...]]:
    """Give the zones of each country by its code, those with the largest cities first."""
    found: dict[str, dict[str, None]] = {}
    for place in places():
        found.setdefault(place.country, {})[place.zone] = None
    return {code: tuple(zones) for code, zones in found.items()}


def _place(row: list[str], countries: dict[str, str]) -> Place:
    name, region, country, zone_name = row
    bare = plain(name)
    words = f" {bare} {plain(region)} {countries.get(country, '')}"
    return Place(name, intern(region), intern(country), intern(_present(zone_name)), bare, words)


@cache
def _present(name: str) -> str:
    try:
        return zone(name).key
    except UnknownZone:
        return name


def _rows(table: str) -> list[list[str]]:
    text = (files("bot.domain.when") / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]
