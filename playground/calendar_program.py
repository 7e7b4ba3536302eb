"""A calendar program, as far as a feed notices: it asks over HTTP and keeps what it was told.

It does *not* know the bot; an address is all that it is given.
"""

import socket
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import aiohttp
from icalendar import Calendar
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

    @property
    def events(self) -> list[dict[str, Any]]:
        """Every VEVENT, as icalendar reads it."""
        calendar: Any = Calendar.from_ical(self.body)  # icalendar types it in part only
        return cast("list[dict[str, Any]]", calendar.walk("VEVENT"))

    @property
    def lines(self) -> list[tuple[str, datetime, str]]:
        """What somebody sees in their calendar: the words, the beginning, and whether it is on."""
        return [(str(one["SUMMARY"]), one["DTSTART"].dt, str(one["STATUS"])) for one in self.events]


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
        return int(one.getsockname()[1])
