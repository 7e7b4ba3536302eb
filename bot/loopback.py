"""The way to a stand-in for Discord on this machine, through what discord.py documents.

Every name of Discord's leads to one loopback address; every other name leads nowhere.
"""

import socket
import ssl
from pathlib import Path

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.settings import Loopback

_DISCORD = ("discord.com", "discord.gg", "discordapp.com", "discordapp.net")


class LoopbackResolver(AbstractResolver):
    """Knows Discord's names only, and one place for all of them."""

    def __init__(self, loopback: Loopback) -> None:
        self._address = loopback.address

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The loopback address for a name of Discord's; an error for any other."""
        del port
        if not any(host == name or host.endswith(f".{name}") for name in _DISCORD):
            raise OSError(None, f"{host} is not Discord: refused on loopback")
        return [
            ResolveResult(
                hostname=host,
                host=self._address.host,
                port=self._address.port,
                family=family or socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing to close."""


def loopback_connector(loopback: Loopback) -> aiohttp.TCPConnector:
    """A connector for `discord.Client(connector=...)`; made inside the running loop."""
    return aiohttp.TCPConnector(
        resolver=LoopbackResolver(loopback),
        ssl=_context(loopback.ca),
        family=socket.AF_INET if "." in loopback.address.host else socket.AF_INET6,
    )


def _context(ca: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(ca))
