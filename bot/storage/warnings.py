"""What remains of warnings, kept: ids, kinds and decisions, never a text."""

from collections import Counter
from datetime import datetime
from sqlite3 import Connection, Row

from bot.domain.ids import ChannelId, GroupId, GuildId, MemberId, MessageId
from bot.identifiers import Kind
from bot.services.warnings import CONFIRMED, Decision, Notice, Record, Tally, Told, Warned
from bot.storage.database import Database
from bot.storage.instants import read, read_or_none, stored, stored_or_none


class WarningStore:
    """Warnings by the message they are about."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, warned: Warned) -> bool:
        """Keeps that a message was warned about; False where it was, unless it was mended since."""

        def work(db: Connection) -> bool:
            cursor = db.execute(
                "INSERT INTO warning (message_id, guild_id, group_id, channel_id, author_id, kinds,"
                " warned_at, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                " kinds = excluded.kinds, warned_at = excluded.warned_at, told = excluded.told,"
                " group_id = excluded.group_id, reply_channel_id = NULL, reply_id = NULL,"
                " remind_at = NULL, decision = NULL, decided_at = NULL WHERE decision = 'edited'",
                (
                    warned.message_id,
                    warned.guild_id,
                    warned.group_id,
                    warned.channel_id,
                    warned.author_id,
                    " ".join(kind.value for kind in warned.kinds),
                    stored(warned.warned_at),
                    warned.notice.told.value,
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

    async def set_notice(
        self, message_id: MessageId, notice: Notice, remind_at: datetime | None
    ) -> None:
        """Where the warning stands, and when to remind of it."""

        def work(db: Connection) -> None:
            db.execute(
                "UPDATE warning SET told = ?, reply_channel_id = ?, reply_id = ?, remind_at = ?"
                " WHERE message_id = ?",
                (
                    notice.told.value,
                    notice.channel_id,
                    notice.message_id,
                    stored_or_none(remind_at),
                    message_id,
                ),
            )

        await self._database.write(work)

    async def decide(self, message_id: MessageId, decision: Decision, now: datetime) -> None:
        """What the author decided; the last decision counts, and nobody is reminded any more."""

        def work(db: Connection) -> None:
            db.execute(
                "UPDATE warning SET decision = ?, decided_at = ?, remind_at = NULL"
                " WHERE message_id = ?",
                (decision.value, stored(now), message_id),
            )

        await self._database.write(work)

    async def claim_reminders(self, now: datetime) -> tuple[Warned, ...]:
        """The undecided warnings whose reminder is due; none of them is given a second time."""

        def waits(db: Connection) -> bool:
            found = db.execute("SELECT 1 FROM warning WHERE remind_at <= ?", (stored(now),))
            return found.fetchone() is not None

        def work(db: Connection) -> tuple[Warned, ...]:
            due = db.execute(
                "SELECT * FROM warning WHERE remind_at <= ? AND decision IS NULL"
                " ORDER BY remind_at, message_id",
                (stored(now),),
            ).fetchall()
            db.execute("UPDATE warning SET remind_at = NULL WHERE remind_at <= ?", (stored(now),))
            return tuple(_warned(row) for row in due)

        # Asked often, and there is rarely any: the one writer is not to be held up by it.
        return await self._database.write(work) if await self._database.read(waits) else ()

    async def record(self, group_id: GroupId) -> Record:
        """What became of a group's alarms."""

        def work(db: Connection) -> Record:
            rows = db.execute(
                "SELECT kinds, told, decision FROM warning WHERE group_id = ?", (group_id,)
            ).fetchall()
            return _record(rows)

        return await self._database.read(work)


def _warned(row: Row) -> Warned:
    return Warned(
        message_id=MessageId(row["message_id"]),
        guild_id=GuildId(row["guild_id"]),
        channel_id=ChannelId(row["channel_id"]),
        author_id=MemberId(row["author_id"]),
        kinds=tuple(Kind(kind) for kind in row["kinds"].split()),
        warned_at=read(row["warned_at"]),
        group_id=None if row["group_id"] is None else GroupId(row["group_id"]),
        notice=_notice(row),
        remind_at=read_or_none(row["remind_at"]),
        decision=None if row["decision"] is None else Decision(row["decision"]),
    )


def _notice(row: Row) -> Notice:
    if row["reply_id"] is None:
        return Notice(Told(row["told"]))
    return Notice(Told(row["told"]), ChannelId(row["reply_channel_id"]), MessageId(row["reply_id"]))


def _record(rows: list[Row]) -> Record:
    counts = Counter((kind, row["decision"]) for row in rows for kind in row["kinds"].split())
    confirmed = [decision.value for decision in CONFIRMED]
    tallies = {
        kind: Tally(
            confirmed=sum(counts[kind, decision] for decision in confirmed),
            refused=counts[kind, Decision.FALSE_ALARM.value],
            consented=counts[kind, Decision.CONSENTED.value],
            waiting=counts[kind, None],
        )
        for kind in Kind
        if any(counted == kind for counted, _ in counts)
    }
    return Record(tallies, sum(row["told"] == Told.NOBODY.value for row in rows))
