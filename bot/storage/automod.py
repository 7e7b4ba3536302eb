"""The rules of Discord's AutoMod that servers asked for, kept."""

from sqlite3 import Connection

from bot.domain.ids import GuildId
from bot.identifiers.automod import Part
from bot.storage.database import Database


class AutoModStore:
    """Rules by server and part."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def wanted(self, guild_id: GuildId) -> dict[Part, int | None]:
        """The parts that the server asked for, each with its rule's id; None where it waits."""

        def work(db: Connection) -> dict[Part, int | None]:
            rows = db.execute(
                "SELECT part, rule_id FROM automod_rule WHERE guild_id = ? ORDER BY part DESC",
                (guild_id,),
            )
            return {Part(row["part"]): row["rule_id"] for row in rows}

        return await self._database.read(work)

    async def keep(self, guild_id: GuildId, part: Part, rule_id: int | None) -> None:
        """Keeps that a part is asked for, and its rule."""

        def work(db: Connection) -> None:
            db.execute(
                "INSERT INTO automod_rule (guild_id, part, rule_id) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET rule_id = excluded.rule_id",
                (guild_id, part.value, rule_id),
            )

        await self._database.write(work)

    async def drop(self, guild_id: GuildId, part: Part) -> None:
        """Forgets a part."""

        def work(db: Connection) -> None:
            db.execute(
                "DELETE FROM automod_rule WHERE guild_id = ? AND part = ?", (guild_id, part.value)
            )

        await self._database.write(work)
