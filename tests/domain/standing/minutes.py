"""An independent reckoning of standing availability: minute by minute, in UTC.

It shares nothing with the rules but the facts: for each minute of real time it asks what the
clock on the member's wall shows, and whether the pattern says so.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.standing.pattern import Hours, Standing
from bot.domain.when.slot import Slot

A_MINUTE = timedelta(minutes=1)


def minutes_of(window: Slot) -> Iterator[datetime]:
    """Each minute of the window."""
    at = window.starts
    while at < window.ends:
        yield at
        at += A_MINUTE


def is_free(standing: Standing, at: datetime) -> bool:
    """Whether the member is free in that minute."""
    return _named(standing, at) and not _away(standing, at)


def is_askable(standing: Standing, at: datetime) -> bool:
    """Whether that minute is decent, named or a day away."""
    wall = at.astimezone(ZoneInfo(standing.zone))
    minute = wall.hour * 60 + wall.minute
    decent = _covered(minute, [standing.decent]) or _covered(minute + 1440, [standing.decent])
    return decent or _named(standing, at) or _away(standing, at)


def _named(standing: Standing, at: datetime) -> bool:
    wall = at.astimezone(ZoneInfo(standing.zone))
    minute = wall.hour * 60 + wall.minute
    today, before = standing.week[wall.weekday()], standing.week[(wall.weekday() - 1) % 7]
    return _covered(minute, today) or _covered(minute + 1440, before)


def _covered(minute: int, hours: Iterable[Hours]) -> bool:
    return any(one.starts <= minute < one.ends for one in hours)


def _away(standing: Standing, at: datetime) -> bool:
    day = at.astimezone(ZoneInfo(standing.zone)).date()
    return any(one.first <= day <= one.last for one in standing.away)


def covered_minutes(row: Iterable[tuple[datetime, datetime]]) -> set[datetime]:
    """The minutes that a row of stretches holds."""
    found: set[datetime] = set()
    for starts, ends in row:
        assert starts.tzinfo is UTC
        found.update(minutes_of(Slot(starts, ends)))
    return found
