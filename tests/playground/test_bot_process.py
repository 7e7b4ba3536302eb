"""A bot as a process of its own, killed and started again."""

import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from playground.bot_process import BotProcess
from playground.loopback import Loopback
from playground.stage import DriverError

PROGRAM = """
import asyncio, os, ssl, signal
import discord
from aiohttp import TCPConnector
from playground.connector import LoopbackResolver

async def main():
    context = ssl.create_default_context(cafile=os.environ["CONVENE_DISCORD_CA"])
    resolver = LoopbackResolver(os.environ["CONVENE_DISCORD_LOOPBACK"])
    client = discord.Client(
        intents=discord.Intents.default(), connector=TCPConnector(resolver=resolver, ssl=context)
    )
    stop = lambda: asyncio.ensure_future(client.close())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop)

    @client.event
    async def on_message(message):
        if message.author != client.user:
            await message.channel.send("heard")

    await client.start(os.environ["DISCORD_TOKEN"])

asyncio.run(main())
"""


@asynccontextmanager
async def process(
    loopback: Loopback, folder: Path, program: str = PROGRAM
) -> AsyncGenerator[BotProcess]:
    async with BotProcess(loopback, folder, "", (sys.executable, "-c", program)) as bot:
        yield bot


async def test_it_answers_after_a_kill_and_leaves_when_told(tmp_path: Path) -> None:
    async with Loopback.start() as loopback:
        server = loopback.add_guild("Elm Street")
        text = server.add_text_channel("group")
        fran = server.add_member("Fran")
        async with process(loopback, tmp_path) as bot:
            assert (await bot.kill()).code == -9
            await bot.start()
            await fran.write(text, "anybody?")
            await loopback.until(lambda: len(fran.sees(text)) == 2, "its answer")
            assert (await bot.stop()).code == 0
        assert bot.starts == 2
        assert loopback.own_faults == []


async def test_a_bot_that_ends_at_once_shows_its_last_words(tmp_path: Path) -> None:
    async with Loopback.start() as loopback:
        with pytest.raises(DriverError, match="no configuration"):
            async with process(loopback, tmp_path, "raise SystemExit('no configuration')"):
                pass
