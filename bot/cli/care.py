"""`check`, `migrate` and `backup`: for whoever keeps the bot, without connecting to Discord."""

import sys
from datetime import UTC
from pathlib import Path

from bot.clock import SystemClock
from bot.domain.errors import DatabaseNewer
from bot.settings import Settings
from bot.storage.database import DatabaseFault, backed_up
from bot.storage.migrate import migrate, migrations, version_of

_OK, _UNAVAILABLE, _CONFIG = 0, 69, 78


async def check(settings: Settings) -> int:
    """Says what would be used; 78 where the database cannot be."""
    latest = migrations()[-1].number
    try:
        version = version_of(settings.database)
    except (DatabaseFault, OSError) as error:
        return _fail(f"storage.path: the database cannot be opened ({type(error).__name__}).")
    if version > latest:
        return _fail(newer(version, latest))
    print("token: found")
    reads = "asked for" if settings.message_content else "not asked for: messages are not screened"
    print(f"intents: guilds, guild messages; message content {reads}")
    state = "not there yet; it is made at the start" if version == 0 else f"schema {version}"
    print(f"database: {settings.database} ({state}; newest {latest})")
    print(f"backups: {settings.backups}, the last {settings.keep_backups} are kept")
    print(f"calendar feed: {_feed(settings)}")
    if settings.loopback:
        print(f"Discord: a stand-in on {settings.loopback.address.host}, not the real one")
    print("The settings are fine.")
    return _OK


def _feed(settings: Settings) -> str:
    feed = settings.calendar
    if feed is None:
        return "off; [calendar] listen switches it on"
    return f"on {feed.listen.host}:{feed.listen.port}; members' links begin with {feed.public}"


def migrate_now(settings: Settings) -> int:
    """Brings the database up to date."""
    try:
        done = migrate(settings.database)
    except DatabaseNewer as error:
        return _fail(newer(error.found, error.known))
    except (DatabaseFault, OSError) as error:
        return _fail(f"storage.path: the database could not be migrated ({error}).")
    print(f"database: schema {done.before} -> {done.after}")
    if done.copy:
        print(f"a copy from before is in {done.copy}")
    return _OK


async def back_up(settings: Settings, to: Path | None) -> int:
    """Copies the database; the bot may go on meanwhile."""
    if not settings.database.exists():
        return _fail("storage.path: there is no database yet.")
    stamp = SystemClock().now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = to or settings.backups / f"convene-{stamp}.sqlite3"
    try:
        await backed_up(settings.database, target)
    except (DatabaseFault, OSError) as error:
        print(f"The backup failed ({error}); {target} is as it was.", file=sys.stderr)
        return _UNAVAILABLE
    print(f"backup: {target}")
    return _OK


def newer(found: int, known: int) -> str:
    """The sentence about a database of a later version."""
    return (
        f"storage.path: the database has schema {found}, this version knows up to {known}."
        " Install the newer version again, or put a backup back."
    )


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return _CONFIG
