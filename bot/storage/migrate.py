"""Brings a database to the schema that this version knows; the only module that changes schemas.

Each numbered file runs in one transaction; `PRAGMA user_version` says how far a database is.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from bot.domain.errors import DatabaseNewer
from bot.storage.database import make_private, prepared


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered .sql file."""

    number: int
    sql: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """What was done: schema before and after, and the copy that was made first, if any."""

    before: int
    after: int
    copy: Path | None


def migrations() -> tuple[Migration, ...]:
    """All known migrations in order."""
    folder = resources.files("bot.storage") / "migrations"
    found = [
        Migration(int(file.name.split("_")[0]), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".sql")
    ]
    return tuple(sorted(found, key=lambda one: one.number))


def version_of(path: Path) -> int:
    """The schema of the database at `path`; 0 where there is none yet."""
    if not path.exists():
        return 0
    connection = prepared(path)
    try:
        return _version(connection)
    finally:
        connection.close()


def migrate(path: Path, known: tuple[Migration, ...] | None = None) -> Migrated:
    """Brings the database at `path` up to date, after a copy where there is something to lose.

    Raises:
        DatabaseNewer: the database was written by a newer version; it is left alone.
        sqlite3.Error: a migration failed; the database is as before that migration.
    """
    steps = known if known is not None else migrations()
    connection = prepared(path)
    try:
        before = _version(connection)
        latest = steps[-1].number if steps else 0
        if before > latest:
            raise DatabaseNewer(before, latest)
        pending = [step for step in steps if step.number > before]
        copy = _copy_first(connection, path, before) if pending and before else None
        for step in pending:
            _apply(connection, step)
        return Migrated(before, _version(connection), copy)
    finally:
        connection.close()


def _version(connection: sqlite3.Connection) -> int:
    return connection.execute("PRAGMA user_version").fetchone()[0]


def _copy_first(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    copy = path.with_name(f"{path.name}.before-{version:04}")
    copy.unlink(missing_ok=True)
    make_private(copy)
    connection.execute("VACUUM INTO ?", (str(copy),))
    return copy


def _apply(connection: sqlite3.Connection, step: Migration) -> None:
    # Foreign keys can only be switched outside a transaction; they are checked before the commit.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(step.sql):
            connection.execute(statement)
        _require_parents(connection, step)
        connection.execute(f"PRAGMA user_version = {step.number:d}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _require_parents(connection: sqlite3.Connection, step: Migration) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise sqlite3.IntegrityError(f"migration {step.number} leaves rows without parents")


def statements(sql: str) -> Iterator[str]:
    """Single statements of a script: `executescript` would commit in between."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if any(line.strip() and not line.strip().startswith("--") for line in pending.splitlines()):
        raise sqlite3.ProgrammingError("a migration ends in the middle of a statement")
