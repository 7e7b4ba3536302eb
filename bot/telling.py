"""What delivery does, told to the log: numbers and our own words, never a text."""

from datetime import datetime

from bot.logs import Log
from bot.services.outbox import Entry, State

_LOG = Log("delivery")


class LoggedWatch:
    """The delivery's watch, as log lines."""

    def recovered(self, count: int) -> None:
        """After a start: so many entries were in flight when the last run ended."""
        if count:
            _LOG.info("picking up what was in flight", count=count)

    def ended(self, entry: Entry, state: State, now: datetime) -> None:
        """An entry came to its end."""
        late = round((now - entry.due_at).total_seconds(), 1)
        _LOG.info("entry ended", key=entry.key, state=state.value, late_seconds=late)

    def unknown(self, entry: Entry) -> None:
        """Nobody knows whether Discord took it; it will be looked at again."""
        _LOG.warning("not known whether it arrived", key=entry.key, attempt=entry.attempts)

    def refused(self, entry: Entry, code: int) -> None:
        """Discord refused it for good."""
        _LOG.warning("Discord refused", key=entry.key, code=code)

    def missed(self, entry: Entry) -> None:
        """It was too late to be of use."""
        _LOG.warning("too late to be of use", key=entry.key, due=entry.due_at.isoformat())

    def fault(self, what: str, fault: BaseException, entry: Entry | None = None) -> None:
        """Something nobody foresaw; the delivery goes on."""
        _LOG.fault(what, fault, key=entry.key if entry else "")
