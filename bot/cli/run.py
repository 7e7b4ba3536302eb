"""`run`: the bot until it is told to stop; SIGTERM and Ctrl-C leave cleanly."""

import asyncio
import signal
import sys

import aiohttp
import discord

from bot.assembly import running
from bot.cli.care import newer
from bot.domain.errors import DatabaseNewer
from bot.feed.serving import CannotListen
from bot.logs import Log, start_logs
from bot.settings import Settings
from bot.storage.database import DatabaseFault
from bot.storage.lock import AlreadyRunning, owned
from bot.storage.migrate import migrate

_LOG = Log("run")
_OK, _UNAVAILABLE, _SOFTWARE, _CONFIG = 0, 69, 70, 78
_LONGEST_PAUSE = 60


async def run(settings: Settings) -> int:
    """Runs until a signal comes; gives the exit code."""
    start_logs(settings.level)
    try:
        with owned(settings.database):
            if problem := _prepare(settings):
                return _fail(problem, _CONFIG)
            return await _until_stopped(settings)
    except AlreadyRunning:
        return _fail("storage.path: another Convene is using this database.", _UNAVAILABLE)


def _prepare(settings: Settings) -> str | None:
    """Brings the database up to date; gives a sentence where that cannot be."""
    try:
        done = migrate(settings.database)
    except DatabaseNewer as error:
        return newer(error.found, error.known)
    except (DatabaseFault, OSError) as error:
        return f"storage.path: the database cannot be used ({error})."
    _LOG.info("database ready", before=done.before, after=done.after)
    return None


async def _until_stopped(settings: Settings) -> int:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    reads, tries = settings.message_content, 0
    while True:
        try:
            return await _one_run(settings, stop, reads_messages=reads)
        except discord.PrivilegedIntentsRequired:
            # Calling, polling and reminding work without it; the guard says what it cannot do.
            _LOG.warning("Discord does not grant the message content intent; going on without")
            reads = False
        except discord.LoginFailure:
            return _fail("DISCORD_TOKEN: Discord does not accept this token.", _CONFIG)
        except CannotListen:
            return _fail("calendar.listen: nobody can listen there; is it taken?", _UNAVAILABLE)
        except (aiohttp.ClientError, OSError, discord.DiscordServerError) as away:
            tries += 1
            pause = min(_LONGEST_PAUSE, 2**tries)
            _LOG.fault("Discord cannot be reached; trying again", away, seconds=pause)
            if await _stopped_within(stop, pause):
                return _OK


async def _stopped_within(stop: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return False
    return True


async def _one_run(settings: Settings, stop: asyncio.Event, *, reads_messages: bool) -> int:
    async with running(settings, reads_messages=reads_messages) as work:
        stopping = asyncio.create_task(stop.wait())
        try:
            done, _ = await asyncio.wait({work, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
        if work in done:
            work.result()  # raises what ended it
            return _SOFTWARE
    _LOG.info("stopped")
    return _OK


def _fail(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
