"""Decides between morning and afternoon where am or pm was not said.

Bare hours from 8 to 12 are daytime. From 1 to 7 they are nobody's guess, unless the other end of
the range tells ("1-3pm", "10-2"), a neighbour in the same list ("1, 3 and 5pm"), or a word such as
"afternoon".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.when.pieces import TimeSaid
from bot.domain.when.said import Clock, Half

_NOON = 12 * 60
_DAY = 24 * 60
_DAYTIME = 8 * 60
_NEIGHBOUR = 8 * 60
"""Further apart, the next time in a list tells nothing: "1, noon"."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """A time or range that is decided, in minutes from the day's midnight."""

    start: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Undecided:
    """Both readings of a time whose half was not said."""

    morning: Minutes
    evening: Minutes


@dataclass(frozen=True, slots=True)
class Backwards:
    """A range that ends before it starts, or more than half a day later by wrapping round."""


def hinted(time: TimeSaid, half: Half | None) -> TimeSaid:
    """Give a time with the half that a word beside it tells."""
    if half is None:
        return time
    if time.end is None or half is Half.AM or time.end.fixed or time.end.minutes >= _NOON:
        return replace(time, start=_placed(time.start, half))
    return replace(time, end=_placed(time.end, half))


def decided(times: Sequence[TimeSaid]) -> list[Minutes | Undecided | Backwards]:
    """Decide all times of one list."""
    starts = _starts(times)
    return [_whole(time, start) for time, start in zip(times, starts, strict=True)]


def _placed(clock: Clock, half: Half) -> Clock:
    if clock.fixed:
        return clock
    minutes = clock.minutes % _NOON + (_NOON if half is Half.PM else 0)
    return Clock(minutes, fixed=True, lends=True)


def _readings(clock: Clock) -> tuple[int, int]:
    return (clock.minutes % _NOON, clock.minutes % _NOON + _NOON)


def _starts(times: Sequence[TimeSaid]) -> list[int | None]:
    """Decide the start of each time: by its own end, the times after it, those before it."""
    alone = [_alone(time) for time in times]
    starts = [start for start, _ in alone]
    lends = [lend for _, lend in alone]
    for place in reversed(range(len(times) - 1)):
        later = starts[place + 1]
        if _is_open(times[place]) and lends[place + 1] and later is not None:
            start = _before(times[place].start, later)
            if (later - start) % _DAY <= _NEIGHBOUR:
                starts[place], lends[place] = start, True
    for place in range(1, len(times)):
        earlier = starts[place - 1]
        if starts[place] is None and lends[place - 1] and earlier is not None:
            starts[place], lends[place] = _after(times[place].start, earlier), True
    return starts


def _is_open(time: TimeSaid) -> bool:
    return not time.start.fixed and not (time.end and time.end.fixed)


def _alone(time: TimeSaid) -> tuple[int | None, bool]:
    """Decide a start without its neighbours, and tell whether am or pm was said for it."""
    start, end = time.start, time.end
    if start.fixed:
        return start.minutes, start.lends
    if end is not None and end.fixed:
        return _before(start, end.minutes), end.lends
    return (start.minutes if start.minutes >= _DAYTIME else None), False


def _before(clock: Clock, target: int) -> int:
    """Take the reading from which the target is reached soonest."""
    return min(_readings(clock), key=lambda minutes: (target - minutes - 1) % _DAY)


def _after(clock: Clock, earlier: int) -> int:
    """Take the half of the time before; a smaller hour after a morning one is in the afternoon."""
    morning, evening = _readings(clock)
    return evening if earlier >= _DAYTIME else morning


def _whole(time: TimeSaid, start: int | None) -> Minutes | Undecided | Backwards:
    if start is None:
        morning, evening = _readings(time.start)
        return Undecided(_soonest(morning, time.end), _soonest(evening, time.end))
    if time.end is not None and time.end.fixed:
        return _ranged(start, time.end.minutes)
    return _soonest(start, time.end)


def _soonest(start: int, end: Clock | None) -> Minutes:
    """End where a clock's dial first shows the end."""
    if end is None:
        return Minutes(start)
    return Minutes(start, start + min(_lasts(start, minutes) for minutes in _readings(end)))


def _ranged(start: int, end: int) -> Minutes | Backwards:
    if end > start:
        return Minutes(start, end)
    lasts = _lasts(start, end)
    return Minutes(start, start + lasts) if lasts <= _NOON else Backwards()


def _lasts(start: int, end: int) -> int:
    return (end - start) % _DAY or _DAY
