"""The way in for a discord.py client in this process: its documented `connector=` option.

Maps Discord's hosts to the loopback and refuses every other name.
"""

import errno
import socket

from aiohttp import TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from playground.tls import HOSTS, client_context


class LoopbackResolver(AbstractResolver):
    """Knows Discord's hosts only, and where the loopback is."""

    def __init__(self, address: str) -> None:
        host, port = address.rsplit(":", 1)
        self._host, self._port = host, int(port)

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,
    ) -> list[ResolveResult]:
        """The loopback's address for one of Discord's hosts."""
        del port, family
        if host not in HOSTS:
            raise OSError(errno.EHOSTUNREACH, f"{host} is not on this loopback")
        where = ResolveResult(
            hostname=host,
            host=self._host,
            port=self._port,
            family=socket.AF_INET,
            proto=0,
            flags=socket.AI_NUMERICHOST,
        )
        return [where]

    async def close(self) -> None:
        """Nothing is held."""


def loopback_connector(address: str) -> TCPConnector:
    """A connector for one client; the client closes it. Needs a running event loop."""
    return TCPConnector(
        resolver=LoopbackResolver(address), ssl=client_context(), use_dns_cache=False
    )
