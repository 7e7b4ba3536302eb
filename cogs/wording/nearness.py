"""Words about a regular meeting that is near to what somebody calls."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.when.slot import Slot
from cogs.wording.shared import duration, moment

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def regular(near: Slot, slots: Sequence[Slot]) -> str:
    """When it is, and how that goes with the times that are offered."""
    return f"⚠ Your next regular meeting is {moment(near.starts)}{_beside(near, sorted(slots))}."


def _beside(near: Slot, slots: Sequence[Slot]) -> str:
    if not slots:
        return ""
    if any(near.starts < one.ends and one.starts < near.ends for one in slots):
        return ", at one of these times" if len(slots) > 1 else ", at this time"
    if near.starts < slots[0].starts:
        return ", sooner than these times" if len(slots) > 1 else ", sooner than this time"
    if near.starts < slots[-1].starts:
        return ", between these times"
    later = _rounded(near.starts - slots[-1].starts)
    return f", {later} after {'the last of these' if len(slots) > 1 else 'this'}"


def _rounded(gap: timedelta) -> str:
    unit = _DAY if gap >= _DAY else _HOUR
    return duration(max(1, round(gap / unit)) * (unit // timedelta(minutes=1)))
