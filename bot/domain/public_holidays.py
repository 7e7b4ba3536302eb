"""Public holidays of countries and their regions, by the `holidays` library; nothing is downloaded.

Days are local dates. What is done about a holiday is not known here: they are only ever proposed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from holidays import HolidayBase, country_holidays
from holidays.registry import COUNTRIES

from bot.domain.errors import NoSuchCountry, NoSuchRegion
from bot.domain.when.places import COUNTRY_NICKNAMES, country_names, plain

_ENGLISH = "en_US"
_SHORTEST_NAME = 4
"""Shorter aliases are further codes."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country by its two letters, and one of its regions by the library's code, or None."""

    country: str
    region: str | None = None


@cache
def countries() -> Mapping[str, str]:
    """The countries with known holidays: names by two letters, in the order of names."""
    named = {
        code: country_names().get(code) or _words(key) for key, (_, code, *_) in COUNTRIES.items()
    }
    return dict(sorted(named.items(), key=lambda one: one[1]))


def _words(key: str) -> str:
    return key.replace("_", " ").title()


@cache
def regions(country: str) -> Mapping[str, str]:
    """The names of a country's regions by their codes, in the order of names; there may be none."""
    known = _calendar(Land(country), ())
    names = {code: code for code in known.subdivisions}
    for name, code in known.subdivisions_aliases.items():
        if names.get(code) == code and len(name) >= _SHORTEST_NAME:
            names[code] = name
    return dict(sorted(names.items(), key=lambda one: one[1]))


def land_meant(country: str, region: str) -> Land:
    """The country and region that a picked code or a typed name means.

    Raises:
        NoSuchCountry: no country is called so.
        NoSuchRegion: the country has no region that is called so.
    """
    code = _meant(country, countries()) or COUNTRY_NICKNAMES.get(plain(country))
    if code is None:
        raise NoSuchCountry
    if not region.strip():
        return Land(code)
    part = _meant(region, regions(code))
    if part is None:
        raise NoSuchRegion(countries()[code])
    return Land(code, part)


def _meant(typed: str, named: Mapping[str, str]) -> str | None:
    wanted = plain(typed)
    return next(
        (code for code, name in named.items() if wanted in {plain(code), plain(name)}), None
    )


def name_of(land: Land) -> str:
    """How people call it: "Germany", "Bayern, Germany"."""
    country = countries().get(land.country, land.country)
    if land.region is None:
        return country
    return f"{regions(land.country).get(land.region, land.region)}, {country}"


def holidays_on(land: Land, days: Iterable[date]) -> dict[date, str]:
    """Those of the days that are public holidays, each with the holiday's name in English."""
    wanted = tuple(days)
    known = _calendar(land, {day.year for day in wanted})
    return {day: known[day] for day in wanted if day in known}


def _calendar(land: Land, years: Iterable[int]) -> HolidayBase:
    def made(language: str | None) -> HolidayBase:
        return country_holidays(
            land.country, subdiv=land.region, years=years, expand=False, language=language
        )

    # The names are English wherever the library has them so.
    bare = made(None)
    return made(_ENGLISH) if _ENGLISH in bare.supported_languages else bare
