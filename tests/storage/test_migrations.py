"""A schema moves on in whole steps, after a copy, and never backwards."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from bot.domain.errors import DatabaseNewer
from bot.storage.migrate import (
    Migrated,
    Migration,
    migrate,
    migrations,
    statements,
    version_of,
)
from tests.storage.stores import tables

FIRST = Migration(1, "CREATE TABLE one (id INTEGER PRIMARY KEY);\nINSERT INTO one VALUES (7);\n")
SECOND = Migration(2, "CREATE TABLE two (one INTEGER REFERENCES one (id));\n")
BROKEN = Migration(2, "CREATE TABLE two (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n")


def schema(path: Path) -> list[str]:
    """The names of the tables of a database file."""
    with closing(sqlite3.connect(path)) as connection:
        return tables(connection)


def test_the_shipped_migrations_are_numbered_without_gaps() -> None:
    assert [step.number for step in migrations()] == list(range(1, len(migrations()) + 1))


def test_the_shipped_migrations_make_a_database_that_is_sound(path: Path) -> None:
    latest = migrations()[-1].number
    assert version_of(path) == 0
    assert migrate(path) == Migrated(0, latest, None)
    assert version_of(path) == latest
    assert migrate(path) == Migrated(latest, latest, None)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        strict = connection.execute("PRAGMA table_list").fetchall()
    assert all(row[5] for row in strict if row[2] == "table" and not row[1].startswith("sqlite_"))


def test_a_step_that_breaks_in_its_second_statement_leaves_nothing(path: Path) -> None:
    migrate(path, (FIRST,))
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(path, (FIRST, BROKEN))
    assert version_of(path) == 1
    assert schema(path) == ["one"]
    assert migrate(path, (FIRST, SECOND)).after == 2
    assert schema(path) == ["one", "two"]


def test_steps_before_the_broken_one_stay(path: Path) -> None:
    third = Migration(3, BROKEN.sql.replace("two", "three"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(path, (FIRST, SECOND, third))
    assert version_of(path) == 2
    assert schema(path) == ["one", "two"]


def test_a_step_that_leaves_rows_without_parents_is_undone(path: Path) -> None:
    orphaning = Migration(
        2, "CREATE TABLE two (one INTEGER REFERENCES one (id));\nINSERT INTO two VALUES (8);\n"
    )
    with pytest.raises(sqlite3.IntegrityError, match="migration 2"):
        migrate(path, (FIRST, orphaning))
    assert version_of(path) == 1
    assert schema(path) == ["one"]


def test_a_step_may_rebuild_a_table_that_others_refer_to(path: Path) -> None:
    filled = Migration(
        2, "CREATE TABLE two (one INTEGER REFERENCES one (id));\nINSERT INTO two VALUES (7);\n"
    )
    rebuilt = Migration(
        3,
        "CREATE TABLE other (id INTEGER PRIMARY KEY, extra TEXT);\n"
        "INSERT INTO other (id) SELECT id FROM one;\n"
        "DROP TABLE one;\n"
        "ALTER TABLE other RENAME TO one;\n",
    )
    migrate(path, (FIRST, filled, rebuilt))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT one FROM two").fetchall() == [(7,)]
        assert connection.execute("SELECT id, extra FROM one").fetchall() == [(7, None)]


def test_a_newer_database_is_refused_and_left_alone(path: Path) -> None:
    migrate(path, (FIRST, SECOND))
    before = path.read_bytes()
    with pytest.raises(DatabaseNewer) as refused:
        migrate(path, (FIRST,))
    assert (refused.value.found, refused.value.known) == (2, 1)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_an_upgrade_makes_a_private_copy_first(path: Path) -> None:
    assert migrate(path, (FIRST,)).copy is None
    done = migrate(path, (FIRST, SECOND))
    assert done.copy is not None
    assert (done.before, done.after) == (1, 2)
    assert stat.S_IMODE(done.copy.stat().st_mode) == 0o600
    assert version_of(done.copy) == 1
    assert schema(done.copy) == ["one"]
    with closing(sqlite3.connect(done.copy)) as connection:
        assert connection.execute("SELECT id FROM one").fetchall() == [(7,)]


def test_the_copy_is_there_even_if_the_upgrade_breaks(path: Path) -> None:
    migrate(path, (FIRST,))
    for _ in range(2):  # a copy of an earlier try is in nobody's way
        with pytest.raises(sqlite3.OperationalError):
            migrate(path, (FIRST, BROKEN))
    (copy,) = path.parent.glob("*.before-0001")
    assert schema(copy) == ["one"]


def test_statements_are_told_apart_with_comments_and_triggers() -> None:
    trigger = (
        "CREATE TRIGGER t AFTER INSERT ON one BEGIN\n"
        "  UPDATE one SET id = id;\n"
        "  DELETE FROM one WHERE id = 0;\n"
        "END;"
    )
    script = f"-- why; and how\nCREATE TABLE one (id);\n\n{trigger}\nINSERT INTO one VALUES (';');"
    assert list(statements(script)) == [
        "-- why; and how\nCREATE TABLE one (id);",
        trigger,
        "INSERT INTO one VALUES (';');",
    ]


def test_a_trigger_in_a_step_works(path: Path) -> None:
    step = Migration(
        2,
        "CREATE TRIGGER t AFTER INSERT ON one BEGIN\n"
        "  INSERT INTO two VALUES (new.id);\n  UPDATE two SET one = 7;\nEND;\n"
        "INSERT INTO one VALUES (9);\n",
    )
    both = Migration(1, FIRST.sql + SECOND.sql)
    migrate(path, (both, step))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT one FROM two").fetchall() == [(7,)]


@pytest.mark.parametrize("tail", ["", "\n", "-- the end\n", "\n  \n-- the end"])
def test_a_script_may_end_in_comments(tail: str) -> None:
    assert list(statements(f"SELECT 1;\n{tail}")) == ["SELECT 1;"]


@pytest.mark.parametrize("sql", ["SELECT 1", "SELECT 1;\nSELECT 2", "CREATE TRIGGER t BEGIN\nx;\n"])
def test_a_script_that_ends_in_the_middle_is_refused(sql: str) -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        list(statements(sql))


def test_a_broken_off_step_is_undone(path: Path) -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        migrate(path, (Migration(1, "CREATE TABLE one (id);\nCREATE TABLE two (id)"),))
    assert (version_of(path), schema(path)) == (0, [])


def test_warnings_of_before_the_guard_had_choices_stay_as_they_were(path: Path) -> None:
    first, second = migrations()[:2]
    migrate(path, (first,))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(
            "INSERT INTO warning VALUES (?, 1, 2, 3, ?, 'NAME', ?, 5, 6)",
            [(10, 4, "deleted"), (11, None, None)],
        )
    migrate(path, (first, second))
    with closing(sqlite3.connect(path)) as connection:
        kept = connection.execute(
            "SELECT message_id, told, reply_channel_id, reply_id, decision, remind_at FROM warning"
        ).fetchall()
    assert kept == [
        (10, "in reply", 2, 4, "deleted", None),
        (11, "in reply", None, None, None, None),
    ]
