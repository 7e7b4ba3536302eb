"""One candidate time of a meeting.

Knows nothing of zones: a slot is two instants, the same for everybody.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A stretch of time in which a meeting could be held; both ends are UTC."""

    starts: datetime
    ends: datetime

    def __post_init__(self) -> None:
        """Refuse what is not a stretch of time between two UTC instants."""
        if self.starts.utcoffset() != timedelta() or self.ends.utcoffset() != timedelta():
            raise ValueError("a slot needs UTC instants")
        if self.ends <= self.starts:
            raise ValueError("a slot must end after it starts")

    @property
    def length(self) -> timedelta:
        """How long the slot lasts."""
        return self.ends - self.starts
