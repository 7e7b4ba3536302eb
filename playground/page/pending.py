"""What the bot has planned, read from its database file: what, when, how it stands. No texts.

Opens the file read-only for a moment. It knows one table's columns, nothing else of the bot.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

MOST = 40
_QUERY = """
    SELECT action, lead, due_at, state FROM outbox
    WHERE state IN ('pending', 'sending') ORDER BY due_at, id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that is planned; `lead` is in minutes before the meeting, for reminders."""

    action: str
    due: datetime
    state: str
    lead: int | None


def waiting(database: Path) -> list[Waiting]:
    """What is to come, the next first; nothing where there is no readable database yet."""
    if not database.exists():
        return []
    try:
        return _read(database)
    except sqlite3.Error:
        return []


def _read(database: Path) -> list[Waiting]:
    where = f"{database.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(where, uri=True, timeout=0.2)) as db:
        rows = db.execute(_QUERY, (MOST,)).fetchall()
    return [
        Waiting(action, datetime.fromtimestamp(due, UTC), state, lead)
        for action, lead, due, state in rows
    ]
