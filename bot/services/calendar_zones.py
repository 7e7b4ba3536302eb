"""A zone's clock as calendars want it told, for programs that do not know it by its name.

icalendar's own telling has the spring change an hour late, and lists days where a rule would do,
which Outlook does not follow; so it is told here.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

LAST_YEAR = 2037
"""As far as the zones' own tables go."""

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK = 7
_MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class _Kind:
    """A way in which the clock changes; offsets from UTC before and after."""

    before: timedelta
    after: timedelta
    name: str
    summer: bool


@lru_cache(_MOST_KEPT)
def timezone_of(name: str, first_year: int) -> Any:  # noqa: ANN401 - icalendar's own types are partial
    """The zone's VTIMEZONE from the beginning of that year on."""
    zone = ZoneInfo(name)
    told: Any = Timezone()
    told.add("tzid", name)
    begin = datetime(first_year, 1, 1, tzinfo=zone)
    offset = begin.utcoffset() or timedelta()
    told.add_component(_observance(_kind(begin, offset), [begin.replace(tzinfo=None)]))
    changes: defaultdict[_Kind, list[datetime]] = defaultdict(list)
    for instant in _changes(zone, begin.astimezone(UTC)):
        before = (instant - timedelta(seconds=1)).astimezone(zone).utcoffset() or timedelta()
        kind = _kind(instant.astimezone(zone), before)
        changes[kind].append((instant + before).replace(tzinfo=None))
    for kind, onsets in changes.items():
        for several in _by_rule(onsets):
            told.add_component(_observance(kind, several))
    return told


def _kind(local: datetime, before: timedelta) -> _Kind:
    after = local.utcoffset() or timedelta()
    return _Kind(before, after, local.tzname() or "", bool(local.dst()))


def _changes(zone: ZoneInfo, begin: datetime) -> Iterator[datetime]:
    """The instants at which the clock jumps, up to the last year, to the second."""
    instant, end = begin, datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)
    while instant < end:
        following = instant + timedelta(days=1)
        if _offset(zone, following) != _offset(zone, instant):
            yield _first_after(zone, instant, following)
        instant = following


def _first_after(zone: ZoneInfo, early: datetime, late: datetime) -> datetime:
    old = _offset(zone, early)
    while late - early > timedelta(seconds=1):
        middle = (early + (late - early) / 2).replace(microsecond=0)
        early, late = (middle, late) if _offset(zone, middle) == old else (early, middle)
    return late


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta | None:
    return instant.astimezone(zone).utcoffset()


def _by_rule(onsets: list[datetime]) -> list[list[datetime]]:
    """What one rule tells stays together; otherwise each stands for itself."""
    return [onsets] if _rule(onsets) else [[one] for one in onsets]


def _rule(onsets: list[datetime]) -> dict[str, Any] | None:
    """The yearly rule of these onsets, where there is one that goes on to the last year."""
    years = [one.year for one in onsets]
    alike = {(one.month, one.weekday(), one.time()) for one in onsets}
    nths = set[int].intersection(*({*_nths(one.date())} for one in onsets))
    whole = years == list(range(years[0], LAST_YEAR + 1))
    if len(onsets) < 2 or not whole or len(alike) > 1 or not nths:  # noqa: PLR2004 - one is no rule
        return None
    day = f"{min(nths)}{_DAYS[onsets[0].weekday()]}"
    return {"FREQ": "YEARLY", "BYMONTH": onsets[0].month, "BYDAY": day}


def _nths(day: date) -> Iterator[int]:
    """Which of its weekday a date is in its month, counted from either end."""
    yield (day.day - 1) // _WEEK + 1
    if (day + timedelta(days=_WEEK)).month != day.month:
        yield -1


def _observance(kind: _Kind, onsets: list[datetime]) -> Any:  # noqa: ANN401 - likewise
    observance: Any = TimezoneDaylight() if kind.summer else TimezoneStandard()
    observance.add("dtstart", onsets[0])
    observance.add("tzoffsetfrom", kind.before)
    observance.add("tzoffsetto", kind.after)
    observance.add("tzname", kind.name)
    rule = _rule(onsets)
    if rule:
        observance.add("rrule", rule)
    return observance
