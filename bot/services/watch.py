"""What delivery tells about itself, so that a log and a health check can be kept by others."""

from datetime import datetime
from typing import Protocol

from bot.services.outbox import Entry, State


class Watch(Protocol):
    """Hears what becomes of entries; never sees a text."""

    def recovered(self, count: int) -> None:
        """After a start: so many entries were in flight when the last run ended."""
        ...

    def ended(self, entry: Entry, state: State, now: datetime) -> None:
        """An entry came to its end."""
        ...

    def unknown(self, entry: Entry) -> None:
        """Nobody knows whether Discord took it; it will be looked at again."""
        ...

    def refused(self, entry: Entry, code: int) -> None:
        """Discord refused it for good."""
        ...

    def missed(self, entry: Entry) -> None:
        """It was too late to be of use."""
        ...

    def fault(self, what: str, fault: BaseException, entry: Entry | None = None) -> None:
        """Something nobody foresaw; the delivery goes on."""
        ...
