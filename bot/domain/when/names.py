"""Names of time zones: which exist, what a zone is called, in which country it lies.

The lists come from the `tzdata` package, so that they do not depend on the machine. A zone here is
always a place with a calendar of its own rules, never a bare offset: an offset would be an hour
wrong for half the year.
"""

from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from bot.domain.errors import Refusal

_ABBREVIATIONS = frozenset({"EST", "MST", "HST", "CET", "EET", "MET", "WET", "Factory"})


class UnknownZone(Refusal):
    """There is no zone of this name.

    The name is what a member typed: it is kept for the answer to them, and stays out of the
    error's text, which may be logged.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


def zone(name: str) -> ZoneInfo:
    """Give the zone of an IANA name.

    Letters' case does not matter. An older name gives the zone under its present name
    (`US/Eastern` is `America/New_York`); names of cities, abbreviations and offsets are not zones.

    Raises:
        UnknownZone: there is no zone of this name.
    """
    known = _names().get(name.strip().casefold())
    if known is None:
        raise UnknownZone(name)
    return ZoneInfo(known)


@cache
def countries_by_zone() -> dict[str, str]:
    """Give the two-letter country code of each canonical zone; UTC has none."""
    rows = (line.split("\t") for line in _table("zone.tab") if not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


def city_of(name: str) -> str:
    """Give the place that a zone is named after, as people write it: `New York`."""
    return name.rpartition("/")[2].replace("_", " ")


@cache
def _names() -> dict[str, str]:
    canonical = {name.casefold(): name for name in (*countries_by_zone(), "UTC")}
    return _older_names(canonical) | canonical


def _older_names(canonical: dict[str, str]) -> dict[str, str]:
    """Map older names to canonical ones, leaving out what people mean otherwise.

    The data call `EST` a name of Panama's zone, which has no summer time: who types it means
    something else, and is better asked.
    """
    older: dict[str, str] = {"etc/utc": "UTC", "etc/gmt": "UTC"}
    for line in _table("tzdata.zi"):
        if line.startswith("L "):
            _, target, name = line.split()
            target = "UTC" if target in {"Etc/UTC", "Etc/GMT"} else target
            if name not in _ABBREVIATIONS and target.casefold() in canonical:
                older[name.casefold()] = target
    return older


def _table(name: str) -> list[str]:
    return (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8").splitlines()
