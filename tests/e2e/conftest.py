"""The real bot in this process, on a loopback Discord that must have nothing to object to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.assembly import running
from bot.settings import Address, Settings
from bot.settings import Loopback as LoopbackSettings
from bot.storage.migrate import migrate
from playground.clock import SteeredClock
from playground.loopback import Loopback
from playground.person import Person
from playground.server import Server
from playground.world import Channel

MONDAY = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
"""10:00 in New York, 15:00 in London, 4:00 on Tuesday in Auckland; New York changes on Sunday."""

SLOWEST_ANSWER = 1.0
"""Seconds; Discord gives three."""


@dataclass
class Bot:
    """The bot as it runs now; it can be stopped and started again on the same database."""

    discord: Loopback
    settings: Settings
    reads_messages: bool = True
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def start(self) -> None:
        """Starts it and waits until the gateway has greeted it and it follows the clock."""
        migrate(self.settings.database)
        readies = self.discord.gateway.readies
        self._stack = AsyncExitStack()
        work = await self._stack.enter_async_context(
            running(self.settings, reads_messages=self.reads_messages)
        )
        async with asyncio.timeout(10):
            while self.discord.gateway.readies <= readies:
                if work.done():
                    work.result()
                await asyncio.sleep(0.005)
        await self.discord.clock.jump(self.discord.clock.now())

    async def stop(self) -> None:
        """Ends it in good order."""
        await self._stack.aclose()

    async def restart(self) -> None:
        """Ends it and starts it again."""
        await self.stop()
        await self.start()


@pytest.fixture
async def clock() -> SteeredClock:
    """A clock that stands on a Monday until a test moves it."""
    return SteeredClock(MONDAY, rate=1.0)


@pytest.fixture
async def discord(clock: SteeredClock) -> AsyncIterator[Loopback]:
    """The loopback Discord; at the end nothing may have been refused, and nothing was slow."""
    async with Loopback.start(clock=clock) as loopback:
        yield loopback
        assert loopback.violations == []
        assert loopback.own_faults == []
        slow = [one for one in loopback.answers if one.seconds > SLOWEST_ANSWER]
        assert slow == []


def settings_for(discord: Loopback, folder: Path) -> Settings:
    """Settings of a bot that follows the loopback Discord and its clock."""
    return Settings(
        token=discord.token,
        message_content=True,
        database=folder / "convene.sqlite3",
        backups=folder / "backups",
        keep_backups=3,
        level="info",
        loopback=LoopbackSettings(
            address=_address(discord.address),
            ca=discord.ca_file,
            clock=_address(discord.clock.address),
        ),
    )


def _address(text: str) -> Address:
    host, port = text.split(":")
    return Address(host, int(port))


@pytest.fixture
async def bot(discord: Loopback, house: "House", tmp_path: Path) -> AsyncIterator[Bot]:
    """The bot, running."""
    one = Bot(discord, settings_for(discord, tmp_path))
    await one.start()
    yield one
    await one.stop()


@dataclass(frozen=True, slots=True)
class House:
    """A server with channels and people: Fran manages it."""

    server: Server
    text: Channel
    forum: Channel
    voice: Channel
    fran: Person
    omar: Person
    dana: Person


@pytest.fixture
async def house(discord: Loopback) -> House:
    """An invented practice."""
    server = discord.add_guild("Elm Street Practice")
    return House(
        server=server,
        text=server.add_text_channel("wednesday-group"),
        forum=server.add_forum("consults"),
        voice=server.add_voice_channel("Room"),
        fran=server.add_member("Fran", manage_guild=True),
        omar=server.add_member("Omar"),
        dana=server.add_member("Dana"),
    )
