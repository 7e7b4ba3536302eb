"""Instants as they are stored: whole UTC seconds."""

from datetime import UTC, datetime


def stored(instant: datetime) -> int:
    """Seconds since the epoch; instants are whole seconds by then."""
    return int(instant.timestamp())


def stored_or_none(instant: datetime | None) -> int | None:
    """The same for an instant that may be missing."""
    return None if instant is None else stored(instant)


def read(seconds: int) -> datetime:
    """The aware instant again."""
    return datetime.fromtimestamp(seconds, UTC)


def read_or_none(seconds: int | None) -> datetime | None:
    """The same for an instant that may be missing."""
    return None if seconds is None else read(seconds)
