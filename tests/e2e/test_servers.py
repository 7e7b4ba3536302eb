"""What applies to a whole server: who may create groups, and being taken out of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from playground.gateway_events import Intent
from playground.loopback import Loopback
from playground.stage import DriverError
from playground.world import Happening
from tests.e2e.conftest import Bot, House
from tests.e2e.stage import make_group


def _rows_of(folder: Path, guild_id: int) -> int:
    """How many rows in all tables belong to the server."""
    with closing(sqlite3.connect(folder / "convene.sqlite3")) as db:
        tables = [
            name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type='table'")
        ]
        count = 0
        for table in tables:
            columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
            if "guild_id" in columns:
                found = db.execute(
                    f"SELECT count(*) FROM {table} WHERE guild_id = ?",  # noqa: S608 - own names
                    (guild_id,),
                )
                count += found.fetchone()[0]
        return count


async def test_a_server_that_is_left_is_forgotten_and_an_outage_forgets_nothing(
    bot: Bot, discord: Loopback, house: House, tmp_path: Path
) -> None:
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    other = discord.add_guild("Oak Street Practice")
    lisa = other.add_member("Lisa", manage_guild=True)
    await make_group(other.add_text_channel("friday-group"), lisa, [])
    kept = _rows_of(tmp_path, house.server.id)
    assert kept > 0
    away = {"id": str(house.server.id), "unavailable": True}
    discord.world.tell(Happening("GUILD_DELETE", away, Intent.GUILDS))
    await discord.quiet()
    assert _rows_of(tmp_path, house.server.id) == kept
    await bot.restart()
    house.server.remove_bot()
    await discord.until(lambda: _rows_of(tmp_path, house.server.id) == 0, "the forgetting")
    assert _rows_of(tmp_path, other.id) > 0


async def test_who_may_create_is_said_by_who_manages_the_server(
    bot: Bot, discord: Loopback, house: House
) -> None:
    with pytest.raises(DriverError):
        await house.omar.slash(house.text, "server creators", who="Everyone")
    said = await house.fran.slash(house.text, "server creators", who="Everyone")
    assert said.ephemeral
    assert "Everyone in this server can create groups now." in said.text
