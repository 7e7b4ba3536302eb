"""The commands `check`, `migrate` and `backup`, and what wrong settings are told, as processes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.migrate import migrations
from tests.cli.command import CONFIG, TOKEN, run

NEWEST = migrations()[-1].number


def test_a_database_is_made_checked_and_copied(tmp_path: Path) -> None:
    """Before and after `migrate`, `check` says what is there; `backup` gives a whole copy."""
    assert "not there yet" in run(tmp_path, "check").out
    assert not (tmp_path / "convene.sqlite3").exists()
    made = run(tmp_path, "migrate")
    assert (made.code, made.out) == (0, f"database: schema 0 -> {NEWEST}\n")
    checked = run(tmp_path, "check")
    assert checked.code == 0
    assert f"schema {NEWEST}" in checked.out
    copied = run(tmp_path, "backup", "--to", str(tmp_path / "copy.sqlite3"))
    assert copied.code == 0
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM outbox").fetchone() == (0,)


def test_a_backup_goes_where_the_settings_say(tmp_path: Path) -> None:
    """Without a target the copy stands among the nightly ones."""
    run(tmp_path, "migrate")
    assert run(tmp_path, "backup").code == 0
    assert len(list((tmp_path / "backups").glob("convene-*.sqlite3"))) == 1


def test_there_is_no_backup_of_nothing(tmp_path: Path) -> None:
    """Without a database a sentence says so."""
    ended = run(tmp_path, "backup")
    assert (ended.code, ended.err) == (78, "storage.path: there is no database yet.\n")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    """Both commands end with one sentence and leave the file alone."""
    file = tmp_path / "convene.sqlite3"
    file.write_bytes(b"notes of mine\n" * 400)
    for command in ("check", "migrate"):
        ended = run(tmp_path, command)
        assert ended.code == 78
        assert ended.err.startswith("storage.path: ")
        assert ended.err.count("\n") == 1
    assert file.read_bytes() == b"notes of mine\n" * 400


PUBLIC = "public = 'https://calendar.example.org'"
WRONG = {
    "[discord]\nmessage_content = 'yes'": "discord.message_content",
    f"[discord]\ntoken = '{TOKEN}'": "discord.token",
    "[discord]\ncolour = 1": "discord.colour",
    "[storage]\npath = 5": "storage.path",
    "[storage]\nkeep_backups = 0": "storage.keep_backups",
    "[logs]\nlevel = 'loud'": "logs.level",
    "[weather]\nrain = true": "weather",
    "[calendar]\nlisten = '127.0.0.1:8088'": "calendar.public",
    "[calendar]\npublic = 'https://calendar.example.org'": "calendar.listen",
    f"[calendar]\nlisten = 'calendar.example.org:80'\n{PUBLIC}": "calendar.listen",
    f"[calendar]\nlisten = '127.0.0.1:99999'\n{PUBLIC}": "calendar.listen",
    "[calendar]\nlisten = '[::1]:8088'\npublic = 'http://calendar.example.org'": "calendar.public",
    "[calendar]\nlisten = '0.0.0.0:8088'\npublic = 'https://'": "calendar.public",
    "[calendar]\nlisten = '0.0.0.0:8088'\npublic = 'https://a.example/?b'": "calendar.public",
}


@pytest.mark.parametrize("config", WRONG)
def test_a_wrong_setting_is_named_in_one_sentence(tmp_path: Path, config: str) -> None:
    """Exit code 78, one line that begins with the key, and no token in it."""
    ended = run(tmp_path, "run", config=config)
    assert ended.code == 78
    assert ended.err.startswith(f"{WRONG[config]}: ")
    assert ended.err.count("\n") == 1
    assert TOKEN not in ended.err + ended.out


def test_all_wrong_settings_are_told_at_once(tmp_path: Path) -> None:
    """One sentence each, so that nobody has to start five times; a missing token is one."""
    config = "[logs]\nlevel = 'loud'\n[storage]\nkeep_backups = 0"
    ended = run(tmp_path, "run", config=config, DISCORD_TOKEN="")
    assert ended.code == 78
    keys = {line.split(":")[0] for line in ended.err.splitlines()}
    assert {"logs.level", "storage.keep_backups"} < keys
    assert len(keys) == 3
    assert any(key.startswith("DISCORD_TOKEN") for key in keys)


def test_check_says_whether_calendars_can_follow(tmp_path: Path) -> None:
    """Off unless an address is named; then where it listens, and how members reach it."""
    assert "calendar feed: off" in run(tmp_path, "check").out
    feed = f"[calendar]\nlisten = '127.0.0.1:8088'\n{PUBLIC}\n"
    said = run(tmp_path, "check", config=f"{CONFIG}{feed}").out
    assert "calendar feed: on 127.0.0.1:8088; members' links begin with" in said
    assert "https://calendar.example.org" in said


def test_check_does_not_show_the_token(tmp_path: Path) -> None:
    """It says that there is one."""
    ended = run(tmp_path, "check", config=f"{CONFIG}[logs]\nlevel = 'debug'\n")
    assert "token: found" in ended.out
    assert TOKEN not in ended.out + ended.err
