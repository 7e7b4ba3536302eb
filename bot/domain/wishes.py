"""How a member likes to be reminded in a server; knows nothing of meetings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import QuietUnclear
from bot.domain.standing.pattern import Hours
from bot.domain.standing.typed import read_hours

LONGEST_QUIET = 16 * 60
"""Minutes: some of the day must be left in which a reminder can come."""

_NONE = frozenset({"", "none", "no", "off", "never", "-"})


class Where(StrEnum):
    """Where a member is reminded: pinged in the meeting's thread, or alone."""

    THREAD = "thread"
    DM = "dm"


@dataclass(frozen=True, slots=True)
class Wishes:
    """A member's own ways.

    `leads` are minutes before a meeting, the longest first; None stands for the group's, and an
    empty tuple for none. `quiet` are hours of the member's own clock. `since` is when any of it, or
    their zone, last changed: what lies before that is past.
    """

    leads: tuple[int, ...] | None = None
    where: Where = Where.THREAD
    quiet: Hours | None = None
    since: datetime | None = None


AS_THE_GROUP = Wishes()
"""Who has said nothing is reminded as the group is."""


def read_quiet(typed: str) -> Hours | None:
    """Quiet hours as they were typed, like `21-8` or `10pm - 7am`; None for none.

    Raises:
        QuietUnclear: it cannot be read, or leaves too little of the day.
    """
    if typed.strip(" .").casefold() in _NONE:
        return None
    hours = read_hours(typed)
    if hours is None or hours.ends - hours.starts > LONGEST_QUIET:
        raise QuietUnclear(LONGEST_QUIET)
    return hours
