"""A bare discord.py client for the tests of the loopback: no bot of ours in it."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

import discord
import pytest
from discord import app_commands

from playground.connector import loopback_connector
from playground.loopback import Loopback


class Bare(discord.Client):
    """The unpatched client with a command tree, and a record of what it was told."""

    def __init__(self, loopback: Loopback, intents: discord.Intents | None = None) -> None:
        super().__init__(
            intents=intents or discord.Intents.all() ^ discord.Intents(presences=True),
            connector=loopback_connector(loopback.address),
            guild_ready_timeout=0.02,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.tree = app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.resumed = 0

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Real bots wait here for five seconds before a second IDENTIFY."""

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message)

    async def on_resumed(self) -> None:
        self.resumed += 1


Setup = Callable[[Bare], None]


@asynccontextmanager
async def running(
    loopback: Loopback, setup: Setup | None = None, intents: discord.Intents | None = None
) -> AsyncGenerator[Bare]:
    """A client that has logged in, synced its commands and is ready."""
    client = Bare(loopback, intents)
    if setup is not None:
        setup(client)
    await client.login(loopback.token)
    await client.tree.sync()
    connection = asyncio.create_task(client.connect())
    await asyncio.wait_for(client.wait_until_ready(), 5)
    try:
        yield client
    finally:
        await client.close()
        with contextlib.suppress(asyncio.CancelledError):
            await connection


@asynccontextmanager
async def refused(code: int, status: int | None = None) -> AsyncGenerator[None]:
    """Inside, Discord says no with this code of its own (and this HTTP status)."""
    with pytest.raises(discord.HTTPException) as raised:
        yield
    assert raised.value.code == code
    assert status in (None, raised.value.status)


def channel_of(client: discord.Client, channel_id: int) -> discord.TextChannel:
    """The client's own idea of a text channel."""
    channel = client.get_channel(channel_id)
    assert isinstance(channel, discord.TextChannel)
    return channel
