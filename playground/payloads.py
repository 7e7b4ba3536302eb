"""What travels on the wire: JSON objects, times and colours of Discord's dialect.

Knows nothing of guilds or messages.
"""

from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]
"""A JSON object. Its values are whatever the other side sent."""


def stamp(instant: datetime) -> str:
    """An instant the way Discord writes it, in UTC with microseconds."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def stamp_or_none(instant: datetime | None) -> str | None:
    """Like `stamp`, for a time that may not be."""
    return None if instant is None else stamp(instant)


def read_stamp(text: str) -> datetime:
    """The instant in an ISO 8601 text; one without an offset is in UTC."""
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def items(body: Json, key: str) -> list[Any]:
    """The list under a key; nothing and null are an empty one."""
    return body.get(key) or []


def part(body: Json, key: str) -> Json:
    """The object under a key; nothing and null are an empty one."""
    return body.get(key) or {}
