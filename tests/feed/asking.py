"""A calendar program, as far as a feed notices: it asks over HTTP and keeps what it was told."""

import socket
from dataclasses import dataclass

import aiohttp
from multidict import CIMultiDictProxy


@dataclass(frozen=True, slots=True)
class Told:
    """What came back."""

    status: int
    headers: CIMultiDictProxy[str]
    body: bytes

    @property
    def shape(self) -> tuple[int, dict[str, str], bytes]:
        """All that a stranger could tell two answers apart by, the moment left out."""
        kept = {name: value for name, value in self.headers.items() if name != "Date"}
        return self.status, kept, self.body


async def asked(address: str, method: str = "GET", **headers: str) -> Told:
    """One request; `_` stands for `-` in the headers' names."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, address, headers=named, allow_redirects=False) as response,
    ):
        return Told(response.status, response.headers, await response.read())


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
