"""Rhythms of groups as rows; functions that run inside a transaction."""

from datetime import date, datetime
from sqlite3 import Connection, Row

from bot.domain.group import Group
from bot.domain.ids import GroupId, GuildId, MemberId
from bot.domain.meeting import Soon
from bot.domain.rhythm import Rhythm, due_at
from bot.storage.instants import read_or_none, stored


def rhythm_of(db: Connection, group_id: GroupId) -> Rhythm | None:
    """The group's rhythm, or None."""
    row = db.execute("SELECT * FROM rhythm WHERE group_id = ?", (group_id,)).fetchone()
    return _rhythm(row) if row else None


def due(db: Connection, now: datetime) -> tuple[Rhythm, ...]:
    """The rhythms of which a turn is due, the longest due first."""
    rows = db.execute(
        "SELECT * FROM rhythm WHERE next_at <= ? ORDER BY next_at, group_id", (stored(now),)
    ).fetchall()
    return tuple(_rhythm(row) for row in rows)


def _rhythm(row: Row) -> Rhythm:
    return Rhythm(
        group_id=GroupId(row["group_id"]),
        guild_id=GuildId(row["guild_id"]),
        weeks=row["weeks"],
        anchor=date.fromisoformat(row["anchor"]),
        turn=date.fromisoformat(row["turn"]),
        soon=Soon(row["soon"]),
        set_by=MemberId(row["set_by"]),
    )


def save(db: Connection, rhythm: Rhythm, group: Group) -> None:
    """Keeps the group's rhythm in place of the one before."""
    db.execute(
        "INSERT OR REPLACE INTO rhythm"
        " (group_id, guild_id, weeks, anchor, turn, soon, set_by, next_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            rhythm.group_id,
            rhythm.guild_id,
            rhythm.weeks,
            rhythm.anchor.isoformat(),
            rhythm.turn.isoformat(),
            rhythm.soon.value,
            rhythm.set_by,
            stored(due_at(rhythm, group)),
        ),
    )


def follow(db: Connection, group: Group) -> None:
    """After a change of the group's zone the next turn comes by the new clock."""
    rhythm = rhythm_of(db, group.id)
    if rhythm:
        save(db, rhythm, group)


def delete(db: Connection, group_id: GroupId) -> bool:
    """Takes the group's rhythm away; False where there is none."""
    return db.execute("DELETE FROM rhythm WHERE group_id = ?", (group_id,)).rowcount > 0


def postpone(db: Connection, group_id: GroupId, until: datetime) -> None:
    """The same turn is looked at again at `until`."""
    db.execute("UPDATE rhythm SET next_at = ? WHERE group_id = ?", (stored(until), group_id))


def next_at(db: Connection) -> datetime | None:
    """When the next turn wants attention."""
    return read_or_none(db.execute("SELECT min(next_at) AS at FROM rhythm").fetchone()["at"])


def has_called(db: Connection, rhythm: Rhythm) -> bool:
    """Whether a turn of this date has called a meeting of the group already."""
    found = db.execute(
        "SELECT 1 FROM meeting WHERE group_id = ? AND turn = ?",
        (rhythm.group_id, rhythm.turn.isoformat()),
    ).fetchone()
    return found is not None
