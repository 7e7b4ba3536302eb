"""What is kept about a server as a whole, and its erasure."""

from sqlite3 import Connection

from bot.domain.ids import GuildId

_ERASED = (
    *("automod_rule", "warning", "draft", "outbox", "meeting", "series"),
    *("consultation_group", "person"),
    *(
        "usual_hours",
        "decent_hours",
        "away",
        "wish",
        "calendar_link",
        "rhythm",
        "holiday_land",
        "server",
    ),
)
"""Every table with a guild_id; what hangs below goes with its parent."""


def creators(db: Connection, guild_id: GuildId) -> str:
    """Who may create groups: `managers` unless the server said `everyone`."""
    row = db.execute("SELECT creators FROM server WHERE guild_id = ?", (guild_id,)).fetchone()
    return row["creators"] if row else "managers"


def set_creators(db: Connection, guild_id: GuildId, value: str) -> None:
    """Keeps who may create groups."""
    db.execute(
        "INSERT INTO server (guild_id, creators) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET creators = excluded.creators",
        (guild_id, value),
    )


def erase(db: Connection, guild_id: GuildId) -> None:
    """Takes out every row about a server."""
    for table in _ERASED:
        db.execute(f"DELETE FROM {table} WHERE guild_id = ?", (guild_id,))  # noqa: S608 - our names
