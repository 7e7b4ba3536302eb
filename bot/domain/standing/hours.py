"""When a member is free in a window of real time, and when one may ask them at all.

The window is cut where the zone's clock is put forward or back. In each piece the wall clock runs
as real time does, so there the pattern can be laid on it and read off as instants. An hour that is
skipped never comes; one that comes twice is free both times.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.domain.standing.pattern import Hours, Standing
from bot.domain.standing.stretches import Row, Stretch, joined, within, without
from bot.domain.when.names import zone
from bot.domain.when.slot import Slot

_STEP = timedelta(hours=6)
"""No zone changes its clock twice within this."""

_A_DAY = timedelta(days=1)

_Laid = Callable[[Standing, Stretch], Row]
"""How a pattern is laid on a stretch of the wall clock."""


def free(standing: Standing, window: Slot) -> Row:
    """When the member is usually free and not away: instants in UTC."""
    return _in_real_time(_free_on_the_wall, standing, window)


def present(standing: Standing, window: Slot) -> Row:
    """When the member is not away, whether they keep usual hours or not."""
    return _in_real_time(_present_on_the_wall, standing, window)


def askable(standing: Standing, window: Slot) -> Row:
    """When a proposal is no imposition: decent hours, hours the member named, and days away."""
    return _in_real_time(_askable_on_the_wall, standing, window)


def _in_real_time(laid: _Laid, standing: Standing, window: Slot) -> Row:
    there = zone(standing.zone)
    found: list[Stretch] = []
    for starts, ends in _pieces(window, there):
        offset = starts.astimezone(there).utcoffset() or timedelta()
        wall = (_bare(starts, offset), _bare(ends, offset))
        found += (
            (_real(a, offset), _real(b, offset)) for a, b in within((wall,), laid(standing, wall))
        )
    return joined(found)


def _bare(instant: datetime, offset: timedelta) -> datetime:
    return instant.replace(tzinfo=None) + offset


def _real(wall: datetime, offset: timedelta) -> datetime:
    return (wall - offset).replace(tzinfo=UTC)


def _pieces(window: Slot, there: tzinfo) -> Iterator[Stretch]:
    """The window, cut where the zone's offset changes."""
    starts, here = window.starts, window.starts
    while here < window.ends:
        after = min(here + _STEP, window.ends)
        if here.astimezone(there).utcoffset() != after.astimezone(there).utcoffset():
            change = _change(here, after, there)
            yield starts, change
            starts = change
        here = after
    if starts < window.ends:
        yield starts, window.ends


def _change(before: datetime, after: datetime, there: tzinfo) -> datetime:
    """The second at which the offset becomes that of `after`."""
    offset = before.astimezone(there).utcoffset()
    low, high = 0, int((after - before).total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        if (before + timedelta(seconds=middle)).astimezone(there).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return before + timedelta(seconds=high)


def _free_on_the_wall(standing: Standing, wall: Stretch) -> Row:
    return without(_named(standing, wall), _away(standing))


def _present_on_the_wall(standing: Standing, wall: Stretch) -> Row:
    return without((wall,), _away(standing))


def _askable_on_the_wall(standing: Standing, wall: Stretch) -> Row:
    decent = [_on(day, standing.decent) for day in _days(wall)]
    return joined([*decent, *_named(standing, wall), *_away(standing)])


def _named(standing: Standing, wall: Stretch) -> Row:
    return joined(_on(day, hours) for day in _days(wall) for hours in standing.week[day.weekday()])


def _away(standing: Standing) -> Row:
    return joined((_midnight(one.first), _midnight(one.last) + _A_DAY) for one in standing.away)


def _days(wall: Stretch) -> Iterable[date]:
    """The calendar days of the stretch, and the one before: its hours may reach in."""
    first = wall[0].date() - _A_DAY
    return (first + _A_DAY * number for number in range((wall[1].date() - first).days + 1))


def _on(day: date, hours: Hours) -> Stretch:
    midnight = _midnight(day)
    return midnight + timedelta(minutes=hours.starts), midnight + timedelta(minutes=hours.ends)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
