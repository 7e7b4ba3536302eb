"""Whose public holidays groups keep: each call is one transaction."""

from sqlite3 import Connection

from bot.domain.ids import GroupId
from bot.domain.public_holidays import Land
from bot.storage import group_rows
from bot.storage.database import Database


class LandStore:
    """A country and a region for each group that named one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, group_id: GroupId) -> Land | None:
        """Whose holidays the group keeps, or None."""

        def work(db: Connection) -> Land | None:
            row = db.execute(
                "SELECT country, region FROM holiday_land WHERE group_id = ?", (group_id,)
            ).fetchone()
            return Land(row["country"], row["region"]) if row else None

        return await self._database.read(work)

    async def keep(self, group_id: GroupId, land: Land | None) -> None:
        """Keeps whose holidays the group keeps; None forgets it."""

        def work(db: Connection) -> None:
            group = group_rows.group_by_id(db, group_id)
            db.execute("DELETE FROM holiday_land WHERE group_id = ?", (group_id,))
            if land:
                db.execute(
                    "INSERT INTO holiday_land VALUES (?, ?, ?, ?)",
                    (group_id, group.guild_id, land.country, land.region),
                )

        await self._database.write(work)
