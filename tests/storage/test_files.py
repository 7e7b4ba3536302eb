"""Files of the database: private, copied whole while in use."""

import asyncio
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.domain.ids import GuildId, MemberId
from bot.storage.database import backed_up
from bot.storage.migrate import migrate
from tests.domain.examples import NOON, a_meeting
from tests.storage.stores import Stores, dumped, stores_at

PAIR = "INSERT INTO person (guild_id, member_id, zone) VALUES (?, 1, 'x'), (?, 2, 'x')"


def mode_of(path: Path) -> int:
    """The permission bits of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def all_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a database file holds, read without any of the project's connections."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return dumped(connection)


async def test_nobody_else_may_read_any_of_the_files(stores: Stores, path: Path) -> None:
    await stores.a_group()
    await backed_up(path, path.with_name("copy.sqlite3"))
    found = sorted(path.parent.iterdir())
    assert {one.name for one in found} >= {path.name, f"{path.name}-wal", "copy.sqlite3"}
    assert {one.name: mode_of(one) for one in found} == {one.name: 0o600 for one in found}


async def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "convene.sqlite3"
    async with stores_at(deep) as stores:
        await stores.a_group()
    assert deep.exists()


async def test_a_path_with_odd_letters_is_no_problem(tmp_path: Path) -> None:
    odd = tmp_path / "50% of #groups? übers" / "convene.sqlite3"
    async with stores_at(odd) as stores:
        group = await stores.a_group()
        assert await stores.groups.get(group.id) == group


async def test_a_copy_holds_everything(stores: Stores, path: Path, tmp_path: Path) -> None:
    group = await stores.a_group()
    await stores.called(a_meeting(group_id=group.id))
    copy = tmp_path / "copy.sqlite3"
    await backed_up(path, copy)
    assert all_rows(copy) == await stores.dump()
    async with stores_at(copy) as restored:
        assert await restored.groups.get(group.id) == group


async def test_a_copy_made_while_writing_is_whole(
    stores: Stores, path: Path, tmp_path: Path
) -> None:
    """Each transaction writes two rows: a copy with an odd number caught one in its middle."""
    stop = asyncio.Event()

    async def write() -> int:
        number = 0
        while not stop.is_set():
            number += 1
            await stores.run(PAIR, number, number)
        return number

    writing = asyncio.create_task(write())
    sizes: list[int] = []
    for number in range(5):
        copy = tmp_path / f"copy-{number}.sqlite3"
        await backed_up(path, copy)
        sizes.append(len(all_rows(copy)["person"]))
    stop.set()
    assert await writing > 5
    assert all(size % 2 == 0 for size in sizes)
    assert sizes == sorted(sizes)


async def test_a_copy_that_fails_leaves_the_former_one(
    stores: Stores, path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite3"
    await backed_up(path, copy)
    before = copy.read_bytes()
    with pytest.raises(sqlite3.Error):
        await backed_up(tmp_path / "missing.sqlite3", copy)
    assert copy.read_bytes() == before


async def test_a_damaged_database_is_not_copied_over_a_good_copy(
    path: Path, tmp_path: Path
) -> None:
    async with stores_at(path) as stores:
        for number in range(100):
            await stores.groups.set_zone(GuildId(number), MemberId(number), "x" * 90, NOON)
    copy = tmp_path / "copy.sqlite3"
    await backed_up(path, copy)
    good = copy.read_bytes()
    _tear(path)
    with pytest.raises(sqlite3.DatabaseError):
        await backed_up(path, copy)
    assert copy.read_bytes() == good


async def test_a_copy_that_contradicts_itself_gets_no_name(path: Path, tmp_path: Path) -> None:
    """Every page can be read, and yet the index does not say what the table says."""
    async with stores_at(path) as stores:
        await stores.groups.set_creators(GuildId(1), "everyone")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE INDEX extra ON server (guild_id); PRAGMA writable_schema = ON;"
            "UPDATE sqlite_master SET sql = 'CREATE INDEX extra ON server (creators)'"
            " WHERE name = 'extra';"
        )
    copy = tmp_path / "copies" / "copy.sqlite3"
    with pytest.raises(sqlite3.DatabaseError, match="the copy is not whole"):
        await backed_up(path, copy)
    assert not any(copy.parent.iterdir())


def _tear(path: Path) -> None:
    """Overwrites one page in the middle, as a failing disk may."""
    torn = bytearray(path.read_bytes())
    middle = len(torn) // 2 // 4096 * 4096
    torn[middle : middle + 4096] = b"\xff" * 4096
    path.write_bytes(torn)


def test_migrating_an_existing_file_keeps_its_permissions(path: Path) -> None:
    migrate(path)
    path.chmod(0o640)
    migrate(path)
    assert mode_of(path) == 0o640


async def test_what_is_deleted_is_overwritten(stores: Stores, path: Path) -> None:
    """Deleted rows are not left readable in the file once it has been written back."""
    word = b"zz-a-word-that-was-here-zz"
    await stores.groups.set_zone(GuildId(1), MemberId(1), word.decode(), NOON)
    await stores.run("DELETE FROM person")

    def checkpoint(db: Connection) -> None:
        db.execute("COMMIT")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        db.execute("BEGIN IMMEDIATE")

    await stores.database.write(checkpoint)
    files = [one.read_bytes() for one in path.parent.iterdir()]
    assert not any(word in content for content in files)


async def test_power_cuts_and_broken_references_are_guarded_against(stores: Stores) -> None:
    def pragmas(db: Connection) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        return {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in names}

    assert await stores.database.write(pragmas) == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }
