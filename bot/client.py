"""The discord.py client: what it asks of Discord, and how it comes and goes; knows no command."""

import re
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, Final

import aiohttp
import discord
from discord.ext import commands

from bot.logs import Log

_LOG = Log("client")

# discord.py repeats a request by itself after a 500, 502 or 504, although Discord may have acted
# on it. Messages carry a nonce; an event and a forum's post have none, and would be there twice.
_MADE_WITHOUT_NONCE: Final = re.compile(r"/guilds/\d+/scheduled-events$|/channels/\d+/threads$")
_SERVERS_FAULT: Final = 500
_NOT_REPEATED: Final = 503
"""A server's fault that discord.py hands on at once, so that delivery looks before a second try."""


class ConveneClient(commands.Bot):
    """A client that keeps no messages in memory and pings nobody unless it is told to."""

    def __init__(self, *, reads_messages: bool, **options: Any) -> None:  # noqa: ANN401 - discord.py's own
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=wanted_intents(reads_messages=reads_messages),
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            http_trace=_one_try(),
            **options,
        )
        self._cogs_to_add: Sequence[commands.Cog] = ()

    def with_cogs(self, cogs: Sequence[commands.Cog]) -> None:
        """What is to be loaded at the next start."""
        self._cogs_to_add = cogs

    async def setup_hook(self) -> None:
        """Loads the cogs and tells Discord the commands, once, before the gateway opens."""
        for cog in self._cogs_to_add:
            await self.add_cog(cog)
        synced = await self.tree.sync()
        _LOG.info("commands known to Discord", count=len(synced))

    async def on_message(self, message: discord.Message, /) -> None:
        """Nothing: there are no text commands; the cogs listen for themselves."""

    async def on_ready(self) -> None:
        """Tells the log."""
        _LOG.info("ready", count=len(self.guilds))

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """A listener's fault: its type and place, never what it was about."""
        error = sys.exc_info()[1]
        if error:
            _LOG.fault("a listener failed", error, command=event_method)


def wanted_intents(*, reads_messages: bool) -> discord.Intents:
    """Guilds and their messages; the content of messages only where it may be read."""
    intents = discord.Intents.none()
    intents.guilds = True
    intents.guild_messages = True
    intents.message_content = reads_messages
    return intents


def _one_try() -> aiohttp.TraceConfig:
    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(_answered)
    return trace


async def _answered(
    _session: aiohttp.ClientSession,
    _context: SimpleNamespace,
    request: aiohttp.TraceRequestEndParams,
) -> None:
    makes = request.method == "POST" and _MADE_WITHOUT_NONCE.search(request.url.path)
    if makes and request.response.status >= _SERVERS_FAULT:
        request.response.status = _NOT_REPEATED
