"""Whether a regular meeting is so near to what somebody calls that they should know of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.domain.series.course import Course, occurring
from bot.domain.when.slot import Slot

CLOSE = timedelta(days=3)
"""A regular meeting so close to an offered time may do as well."""


def regular_near(
    courses: Iterable[Course], slots: Sequence[Slot], until: datetime, now: datetime
) -> Slot | None:
    """The next regular meeting, if it begins before `until` or close to one of the slots.

    Args:
        courses: all series of the group.
        slots: the times that are offered; there may be none.
        until: how far ahead the caller looks.
        now: the present.
    """
    reach = max([until, *(slot.starts + CLOSE for slot in slots)])
    ahead = sorted(
        one.slot
        for course in courses
        for one in occurring(course, now, reach + timedelta(seconds=1))
        if not one.off and one.slot.starts > now
    )
    return next((one for one in ahead if one.starts <= until or _close(one, slots)), None)


def _close(regular: Slot, slots: Sequence[Slot]) -> bool:
    return any(abs(regular.starts - slot.starts) <= CLOSE for slot in slots)
