"""Reads a day as people type it, by the same rules as candidate times."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.when.reading import ProblemKind
from bot.domain.when.typed import read_times

_LATE = "11:59 pm"
"""Still ahead on any day that is not over."""


def read_day(text: str, *, now: datetime, zone: ZoneInfo) -> date | None:
    """The one day that is meant, on the zone's calendar, or None where that is not sure."""
    words = text.strip()
    if not words:
        return None
    read = read_times(f"{words} {_LATE}", now=now, zone=zone, length=timedelta(minutes=1))
    days = {slot.starts.astimezone(zone).date() for slot in read.slots}
    for problem in read.problems:
        # The clock may change at that minute; the day is the same.
        if problem.kind not in {ProblemKind.FOLD, ProblemKind.GAP}:
            return None
        days.add(problem.instants[0].astimezone(zone).date())
    return days.pop() if len(days) == 1 else None
