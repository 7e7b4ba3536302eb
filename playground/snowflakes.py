"""Discord's ids: the milliseconds since 2015 in the upper bits, a sequence in the lower 22.

Knows nothing of what the ids are for.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
SEQUENCE_BITS = 22


def instant_of(snowflake: int) -> datetime:
    """When the id was made, to the millisecond."""
    return EPOCH + timedelta(milliseconds=snowflake >> SEQUENCE_BITS)


class Snowflakes:
    """Makes ids that always rise, also where its clock stands still or is set back."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._last = 0

    def next(self) -> int:
        """The next id, dated by the clock unless an earlier id is already later than that."""
        milliseconds = (self._now() - EPOCH) // timedelta(milliseconds=1)
        self._last = max(milliseconds << SEQUENCE_BITS, self._last + 1)
        return self._last
