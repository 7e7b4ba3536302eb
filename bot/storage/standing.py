"""Usual hours, kept by server and member: each call is one transaction."""

from collections.abc import Iterable
from datetime import date
from sqlite3 import Connection

from bot.domain.ids import GuildId, MemberId
from bot.domain.standing.pattern import DECENT, WEEK_LENGTH, Away, Hours, Standing, Week
from bot.storage import group_rows
from bot.storage.database import Database


class StandingStore:
    """What members said about when they are usually free."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(
        self, guild_id: GuildId, members: Iterable[MemberId], zone_else: str
    ) -> dict[MemberId, Standing]:
        """What each of them said; `zone_else` is the zone of who never said theirs."""

        def work(db: Connection) -> dict[MemberId, Standing]:
            return {member: _standing(db, guild_id, member, zone_else) for member in members}

        return await self._database.read(work)

    async def set_week(
        self, guild_id: GuildId, member_id: MemberId, week: Week, decent: Hours
    ) -> None:
        """Keeps a week in place of the one before."""

        def work(db: Connection) -> None:
            who = (guild_id, member_id)
            for table in ("usual_hours", "decent_hours"):
                db.execute(
                    f"DELETE FROM {table} WHERE guild_id = ? AND member_id = ?",  # noqa: S608 - our names
                    who,
                )
            db.executemany(
                "INSERT INTO usual_hours VALUES (?, ?, ?, ?, ?)",
                [
                    (*who, weekday, one.starts, one.ends)
                    for weekday, hours in enumerate(week)
                    for one in hours
                ],
            )
            if decent != DECENT:
                db.execute(
                    "INSERT INTO decent_hours VALUES (?, ?, ?, ?)",
                    (*who, decent.starts, decent.ends),
                )

        await self._database.write(work)

    async def add_away(
        self, guild_id: GuildId, member_id: MemberId, away: Away, today: date
    ) -> None:
        """Keeps days away; what ended before today is forgotten by the way."""

        def work(db: Connection) -> None:
            who = (guild_id, member_id)
            db.execute(
                "DELETE FROM away WHERE guild_id = ? AND member_id = ? AND last_day < ?",
                (*who, today.isoformat()),
            )
            db.execute(
                "INSERT INTO away VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET last_day = excluded.last_day",
                (*who, away.first.isoformat(), away.last.isoformat()),
            )

        await self._database.write(work)

    async def remove_away(self, guild_id: GuildId, member_id: MemberId, first: date) -> None:
        """Takes out the days away that begin on that day."""

        def work(db: Connection) -> None:
            db.execute(
                "DELETE FROM away WHERE guild_id = ? AND member_id = ? AND first_day = ?",
                (guild_id, member_id, first.isoformat()),
            )

        await self._database.write(work)


def _standing(db: Connection, guild_id: GuildId, member_id: MemberId, zone_else: str) -> Standing:
    who = (guild_id, member_id)
    week: list[list[Hours]] = [[] for _ in range(WEEK_LENGTH)]
    for row in db.execute(
        "SELECT weekday, starts, ends FROM usual_hours WHERE guild_id = ? AND member_id = ?"
        " ORDER BY weekday, starts",
        who,
    ):
        weekday: int = row["weekday"]
        week[weekday].append(Hours(row["starts"], row["ends"]))
    decent = db.execute(
        "SELECT starts, ends FROM decent_hours WHERE guild_id = ? AND member_id = ?", who
    ).fetchone()
    away = db.execute(
        "SELECT first_day, last_day FROM away WHERE guild_id = ? AND member_id = ?"
        " ORDER BY first_day",
        who,
    )
    return Standing(
        zone=group_rows.zone_of(db, guild_id, member_id) or zone_else,
        week=tuple(tuple(day) for day in week),
        away=tuple(
            Away(date.fromisoformat(row["first_day"]), date.fromisoformat(row["last_day"]))
            for row in away
        ),
        decent=Hours(decent["starts"], decent["ends"]) if decent else DECENT,
    )
