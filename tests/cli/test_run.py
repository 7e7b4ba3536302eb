"""The real process: how it leaves, what it refuses, and that its token stays in it."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from playground.bot_process import BotProcess
from playground.clock import SteeredClock
from playground.loopback import Loopback
from playground.world import Message
from tests.cli.command import CONFIG, TOKEN, run
from tests.delivery.scene import BEGIN, set_up

DEBUG = f'{CONFIG}[logs]\nlevel = "debug"\n'
MESSAGES = "POST /channels/{channel_id}/messages"
LONGEST_LEAVING = 5.0
"""Seconds that a supervisor shall have to wait at most."""


def reaching(discord: Loopback) -> dict[str, str]:
    """The environment of a bot on this Discord."""
    return {
        "DISCORD_TOKEN": discord.token,
        "CONVENE_DISCORD_LOOPBACK": discord.address,
        "CONVENE_DISCORD_CA": str(discord.ca_file),
        "CONVENE_CLOCK": discord.clock.address,
    }


@pytest.fixture
async def discord() -> AsyncGenerator[Loopback]:
    """A Discord with one server."""
    async with Loopback.start() as loopback:
        loopback.add_guild("Elm Street Practice").add_text_channel("wednesday-group")
        yield loopback


@pytest.fixture
async def bot(discord: Loopback, tmp_path: Path) -> AsyncGenerator[BotProcess]:
    """The real bot, running."""
    async with BotProcess(discord, tmp_path, DEBUG) as process:
        yield process


async def test_it_leaves_when_told(bot: BotProcess) -> None:
    """SIGTERM: within five seconds, exit code 0."""
    stopped = await bot.stop()
    assert stopped.code == 0
    assert stopped.seconds < LONGEST_LEAVING


async def test_it_leaves_in_an_outage(bot: BotProcess, discord: Loopback) -> None:
    """A Discord that cannot be reached does not hold it."""
    with discord.faults.outage():
        discord.faults.cut_gateway()
        stopped = await bot.stop()
    assert stopped.code == 0
    assert stopped.seconds < LONGEST_LEAVING


async def test_it_leaves_in_the_middle_of_a_delivery(tmp_path: Path) -> None:
    """A Discord that is slow to answer does not hold it, and what was under way comes once."""
    begin = datetime.fromtimestamp(BEGIN, UTC)
    async with Loopback.start(clock=SteeredClock(begin, rate=1.0)) as discord:
        await set_up(discord, tmp_path / "convene.sqlite3", 3)
        discord.faults.slow(MESSAGES, 8.0, before=False)
        async with BotProcess(discord, tmp_path, CONFIG) as bot:
            await discord.until(lambda: discord.journal.of(MESSAGES), "a message under way")
            stopped = await bot.stop()
            assert stopped.code == 0
            assert stopped.seconds < LONGEST_LEAVING
            discord.faults.clear()
            await bot.start()
            await discord.clock.jump(begin + timedelta(minutes=1), seconds=30)
        shown = [card.text for card in _cards(discord)]
        assert len(shown) == len(set(shown)) == 3


def _cards(discord: Loopback) -> list[Message]:
    channels = discord.world.channels.values()
    standing = [message for channel in channels for message in channel.standing]
    return [one for one in standing if "I am coming" in {control.name for control in one.controls}]


async def test_a_second_bot_on_the_same_database_is_refused(
    bot: BotProcess, discord: Loopback, tmp_path: Path
) -> None:
    """One sentence and exit code 69; the first goes on, and a kill of it frees the database."""
    second = await asyncio.to_thread(run, tmp_path, "run", config=DEBUG, **reaching(discord))
    assert second.code == 69
    assert second.err == "storage.path: another Convene is using this database.\n"
    assert bot.running
    await bot.kill()
    await bot.start()
    assert (await bot.stop()).code == 0


async def test_an_address_for_calendars_that_is_taken_is_named(
    discord: Loopback, tmp_path: Path
) -> None:
    """One sentence that names the key, and exit code 69."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        feed = f'[calendar]\nlisten = "127.0.0.1:{port}"\npublic = "https://calendar.example.org"\n'
        ended = await asyncio.to_thread(
            run, tmp_path, "run", config=f"{CONFIG}{feed}", **reaching(discord)
        )
    assert ended.code == 69
    assert "calendar.listen: nobody can listen there; is it taken?\n" in ended.err


async def test_the_token_is_in_no_log_line(bot: BotProcess, discord: Loopback) -> None:
    """At level debug, with refusals, cuts, an outage and a start in the dark."""
    discord.faults.refuse("*", 500, times=3)
    discord.faults.cut_gateway()
    discord.faults.invalid_session()
    await discord.quiet(0.3)
    await bot.stop()
    with discord.faults.outage():
        await bot.launch()
        async with asyncio.timeout(20):
            while "Discord cannot be reached" not in bot.log:  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.02)
        stopped = await bot.stop()
    assert stopped.code == 0
    assert stopped.seconds < LONGEST_LEAVING
    assert discord.token not in bot.log


async def test_a_token_that_discord_refuses_is_not_shown(discord: Loopback, tmp_path: Path) -> None:
    """One sentence that names the key, and exit code 78."""
    reached = {**reaching(discord), "DISCORD_TOKEN": TOKEN}
    ended = await asyncio.to_thread(run, tmp_path, "run", config=DEBUG, **reached)
    assert ended.code == 78
    assert "DISCORD_TOKEN: Discord does not accept this token.\n" in ended.err
    assert TOKEN not in ended.out + ended.err
