"""What remains of warnings, kept: ids, kinds and decisions, never a text."""

from datetime import datetime
from sqlite3 import Connection, Row

from bot.domain.ids import ChannelId, GuildId, MemberId, MessageId
from bot.identifiers import Kind
from bot.services.warnings import Decision, Warned
from bot.storage.database import Database
from bot.storage.instants import read, stored


class WarningStore:
    """Warnings by the message they are about."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, warned: Warned) -> bool:
        """Keeps that a message was warned about; False where it was, unless it was mended since."""

        def work(db: Connection) -> bool:
            cursor = db.execute(
                "INSERT INTO warning (message_id, guild_id, channel_id, author_id, kinds,"
                " warned_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                " kinds = excluded.kinds, warned_at = excluded.warned_at, reply_id = NULL,"
                " decision = NULL, decided_at = NULL WHERE decision = 'edited'",
                (
                    warned.message_id,
                    warned.guild_id,
                    warned.channel_id,
                    warned.author_id,
                    " ".join(kind.value for kind in warned.kinds),
                    stored(warned.warned_at),
                ),
            )
            return cursor.rowcount > 0

        return await self._database.write(work)

    async def get(self, message_id: MessageId) -> Warned | None:
        """The warning about a message."""

        def work(db: Connection) -> Warned | None:
            row = db.execute("SELECT * FROM warning WHERE message_id = ?", (message_id,)).fetchone()
            return _warned(row) if row else None

        return await self._database.read(work)

    async def set_reply(self, message_id: MessageId, reply_id: MessageId) -> None:
        """Where the warning stands."""

        def work(db: Connection) -> None:
            db.execute(
                "UPDATE warning SET reply_id = ? WHERE message_id = ?", (reply_id, message_id)
            )

        await self._database.write(work)

    async def decide(self, message_id: MessageId, decision: Decision, now: datetime) -> None:
        """What the author decided; the last decision counts."""

        def work(db: Connection) -> None:
            db.execute(
                "UPDATE warning SET decision = ?, decided_at = ? WHERE message_id = ?",
                (decision.value, stored(now), message_id),
            )

        await self._database.write(work)


def _warned(row: Row) -> Warned:
    return Warned(
        message_id=MessageId(row["message_id"]),
        guild_id=GuildId(row["guild_id"]),
        channel_id=ChannelId(row["channel_id"]),
        author_id=MemberId(row["author_id"]),
        kinds=tuple(Kind(kind) for kind in row["kinds"].split()),
        warned_at=read(row["warned_at"]),
        reply_id=None if row["reply_id"] is None else MessageId(row["reply_id"]),
        decision=None if row["decision"] is None else Decision(row["decision"]),
    )
