"""A group's choices about its guard, kept: how strict it is, and what it learned, as hashes."""

from collections.abc import Iterable
from datetime import datetime
from sqlite3 import Connection

from bot.domain.ids import ChannelId, GroupId
from bot.identifiers import Strictness
from bot.services.learning import MOST_LESSONS, Lessons
from bot.storage.database import Database
from bot.storage.instants import stored

_WHOLE_GROUP = 0


class LessonStore:
    """What groups chose and taught, by group."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def choose(
        self, group_id: GroupId, channel_id: ChannelId | None, strictness: Strictness | None
    ) -> None:
        """How strict the guard is in a channel, or in the group; None takes the choice back."""

        def work(db: Connection) -> None:
            place = (group_id, channel_id or _WHOLE_GROUP)
            db.execute("DELETE FROM guard_choice WHERE group_id = ? AND channel_id = ?", place)
            if strictness:
                db.execute("INSERT INTO guard_choice VALUES (?, ?, ?)", (*place, strictness.value))

        await self._database.write(work)

    async def choices(self, group_id: GroupId) -> dict[ChannelId | None, Strictness]:
        """What a group chose, by channel; None stands for the group as a whole."""

        def work(db: Connection) -> dict[ChannelId | None, Strictness]:
            rows = db.execute(
                "SELECT channel_id, strictness FROM guard_choice WHERE group_id = ?"
                " ORDER BY channel_id",
                (group_id,),
            )
            return {
                ChannelId(row["channel_id"]) if row["channel_id"] else None: Strictness(
                    row["strictness"]
                )
                for row in rows
            }

        return await self._database.read(work)

    async def lessons(self, group_id: GroupId) -> Lessons | None:
        """A group's key with its hashes; None where it was taught nothing."""

        def work(db: Connection) -> Lessons | None:
            key = _key(db, group_id)
            found = db.execute("SELECT hash FROM guard_lesson WHERE group_id = ?", (group_id,))
            return Lessons(key, frozenset(row["hash"] for row in found)) if key else None

        return await self._database.read(work)

    async def key(self, group_id: GroupId, fresh: bytes) -> bytes:
        """A group's key; `fresh` becomes the key of a group that has none."""

        def work(db: Connection) -> bytes:
            db.execute(
                "INSERT INTO guard_key VALUES (?, ?) ON CONFLICT DO NOTHING", (group_id, fresh)
            )
            return _key(db, group_id) or fresh

        return await self._database.write(work)

    async def learn(self, group_id: GroupId, hashes: Iterable[bytes], now: datetime) -> None:
        """Keeps hashes; the oldest go where there are more than a group may have."""

        def work(db: Connection) -> None:
            db.executemany(
                "INSERT INTO guard_lesson (group_id, hash, learned_at) VALUES (?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                [(group_id, one, stored(now)) for one in hashes],
            )
            db.execute(
                "DELETE FROM guard_lesson WHERE group_id = ? AND id NOT IN (SELECT id FROM"
                " guard_lesson WHERE group_id = ? ORDER BY id DESC LIMIT ?)",
                (group_id, group_id, MOST_LESSONS),
            )

        await self._database.write(work)

    async def forget(self, group_id: GroupId) -> int:
        """Takes out what a group taught, and its key; gives how many passages those were."""

        def work(db: Connection) -> int:
            gone = db.execute("DELETE FROM guard_lesson WHERE group_id = ?", (group_id,)).rowcount
            db.execute("DELETE FROM guard_key WHERE group_id = ?", (group_id,))
            return gone

        return await self._database.write(work)


def _key(db: Connection, group_id: GroupId) -> bytes | None:
    row = db.execute("SELECT key FROM guard_key WHERE group_id = ?", (group_id,)).fetchone()
    return row["key"] if row else None
