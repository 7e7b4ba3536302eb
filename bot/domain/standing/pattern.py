"""A member's week as they live it: hours on their own clock, dates away, decent hours.

Knows no instants: the zone is kept beside the pattern as its IANA name, and the pattern stays
local when the member moves to another zone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

A_DAY = 24 * 60
WEEK_LENGTH = 7


@dataclass(frozen=True, slots=True, order=True)
class Hours:
    """A stretch of one day in minutes after its midnight; an end past 1440 is the next morning."""

    starts: int
    ends: int

    def __post_init__(self) -> None:
        """Refuse what is not a stretch that begins on its day and lasts a day at most."""
        if not 0 <= self.starts < A_DAY or not self.starts < self.ends <= self.starts + A_DAY:
            raise ValueError("not a stretch of a day")


Week = tuple[tuple[Hours, ...], ...]
"""Seven days, Monday first, each with its hours in order."""

DECENT = Hours(8 * 60, 21 * 60)
"""From 8 to 21: when one may ask somebody who has not said otherwise."""

NO_WEEK: Week = ((),) * WEEK_LENGTH


@dataclass(frozen=True, slots=True, order=True)
class Away:
    """Days on which a member is away, both included, on the member's own calendar."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse what ends before it starts."""
        if self.last < self.first:
            raise ValueError("ends before it starts")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a member said about their usual hours; `zone` is an IANA name."""

    zone: str
    week: Week = NO_WEEK
    away: tuple[Away, ...] = ()
    decent: Hours = DECENT

    @property
    def known(self) -> bool:
        """Whether the member keeps usual hours at all."""
        return any(self.week)


def tidied(hours: Iterable[Hours]) -> tuple[Hours, ...]:
    """One day's hours in order, those that touch as one where that is a day at most."""
    tidy: list[Hours] = []
    for one in sorted(hours):
        last = tidy[-1] if tidy else None
        ends = max(last.ends, one.ends) if last else one.ends
        if last and one.starts <= last.ends and ends - last.starts <= A_DAY:
            tidy[-1] = Hours(last.starts, ends)
        else:
            tidy.append(one)
    return tuple(tidy)
