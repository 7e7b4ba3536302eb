"""Quiet hours on a member's own clock: when they are, and where a reminder goes instead.

They are laid on the clock as everything is that recurs without anybody to ask: a bound that the
clock skips moves forward by the gap, one that comes twice is taken at its first coming.
"""

from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.standing.pattern import A_DAY, Hours
from bot.domain.when.wall import at_wall

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def moved_out(
    due: datetime, quiet: Hours, there: tzinfo, *, after: datetime, before: datetime
) -> datetime | None:
    """When a reminder comes that is due at `due`.

    Args:
        due: an instant, in whole minutes.
        quiet: the member's quiet hours.
        there: the member's zone.
        after: nothing can come by then, because it is past.
        before: nothing is of use from then on, because the meeting starts.

    Returns:
        `due` itself where it is not quiet then; else a minute before it gets quiet; else, where
        that is past, the end of the quiet hours; None where that is too late.
    """
    stretch = _around(due, quiet, there)
    if stretch is None:
        return due
    begins, ends = stretch
    if begins - _MINUTE > after:
        return begins - _MINUTE
    return ends if ends < before else None


def _around(instant: datetime, quiet: Hours, there: tzinfo) -> tuple[datetime, datetime] | None:
    today = instant.astimezone(there).date()
    for step in (-2, -1, 0):
        day = today + step * _DAY
        begins, ends = _at(day, quiet.starts, there), _at(day, quiet.ends, there)
        if begins <= instant < ends:
            return begins, ends
    return None


def _at(day: date, minutes: int, there: tzinfo) -> datetime:
    """The instant so many minutes after a day's midnight, on the clock on the wall."""
    later, rest = divmod(minutes, A_DAY)
    return at_wall(day + later * _DAY, time(*divmod(rest, 60)), there)
