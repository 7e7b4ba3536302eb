"""Connections and transactions: one writer, one reader, a transaction as one function.

Only this module begins and commits. It knows nothing of what is stored.
"""

import asyncio
import os
import sqlite3
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import aiosqlite

DatabaseFault = sqlite3.Error
"""What the database itself may raise; other rooms know it under this name only."""

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

# The data is small and its promises matter: an acknowledged answer survives a power cut.
_WRITER_PRAGMAS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA busy_timeout = 5000;
PRAGMA secure_delete = ON;
"""
_READER_PRAGMAS = """
PRAGMA query_only = ON;
PRAGMA busy_timeout = 5000;
"""


class Database:
    """An open database; made by `opened`."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self._writer = writer
        self._reader = reader

    async def write(self, work: Work[T]) -> T:
        """Runs `work` in one transaction on the writer's thread: all of it, or nothing.

        An error that `work` raises undoes the transaction and reaches the caller. A caller that
        is cancelled does not undo it: a transaction that began is finished.
        """
        return await _on_thread(self._writer, _transaction, work)

    async def read(self, work: Work[T]) -> T:
        """Runs `work` on the read-only connection, in one snapshot."""
        return await _on_thread(self._reader, _snapshot, work)


async def _on_thread(
    connection: aiosqlite.Connection,
    run: Callable[[sqlite3.Connection, Work[T]], T],
    work: Work[T],
) -> T:
    # aiosqlite has no public call for "this function, on your thread", and one function on the
    # thread is what keeps coroutines out of each other's transaction.
    return await connection._execute(run, connection._conn, work)  # noqa: SLF001  # pyright: ignore[reportUnknownMemberType, reportPrivateUsage, reportUnknownVariableType]


def _transaction(connection: sqlite3.Connection, work: Work[T]) -> T:
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return result


def _snapshot(connection: sqlite3.Connection, work: Work[T]) -> T:
    connection.execute("BEGIN")
    try:
        return work(connection)
    finally:
        connection.execute("ROLLBACK")


def prepared(path: Path) -> sqlite3.Connection:
    """A plain writer's connection with the project's settings, for migrations and back-ups."""
    make_private(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(_WRITER_PRAGMAS)
    connection.row_factory = sqlite3.Row
    return connection


def make_private(path: Path) -> None:
    """Nobody but the bot's own user may read what members answered."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


@asynccontextmanager
async def opened(path: Path) -> AsyncGenerator[Database]:
    """The database at `path`, which must have been migrated; closed on leaving, come what may."""
    async with (
        aiosqlite.connect(path, isolation_level=None) as writer,
        aiosqlite.connect(_read_only(path), uri=True, isolation_level=None) as reader,
    ):
        await _configure(writer, _WRITER_PRAGMAS)
        await _configure(reader, _READER_PRAGMAS)
        yield Database(writer, reader)


async def _configure(connection: aiosqlite.Connection, pragmas: str) -> None:
    connection.row_factory = sqlite3.Row
    for pragma in filter(None, map(str.strip, pragmas.split(";"))):
        await connection.execute_fetchall(pragma)


def _read_only(path: Path) -> str:
    return f"file:{quote(str(path))}?mode=ro"


async def backed_up(source: Path, target: Path) -> None:
    """Copies a live database, checks the copy, and only then gives it its name.

    Raises:
        sqlite3.Error: the copy could not be made or is not whole; `target` is then untouched.
    """
    await asyncio.to_thread(_back_up, source, target)


def _back_up(source: Path, target: Path) -> None:
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    make_private(part)
    with (
        closing(sqlite3.connect(_read_only(source), uri=True)) as live,
        closing(sqlite3.connect(part)) as copy,
    ):
        live.backup(copy)
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        part.unlink(missing_ok=True)
        raise sqlite3.DatabaseError(f"the copy is not whole: {found}")
    _flush_to_disk(part)
    part.replace(target)


def _flush_to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
