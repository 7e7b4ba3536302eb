"""The only caller of the machine's clocks.

The real clock is the default. A steered clock follows another program on loopback, so that a week
can be played in seconds; it exists only together with a loopback Discord. The protocol stands in
docs/architecture.md.
"""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.logs import Log

_LOG = Log("clock")


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)

    def real(self, at: datetime) -> datetime | None:
        """When the machine's clock will show `at`: here, just then."""
        return at


@dataclass(frozen=True, slots=True)
class _Setting:
    now: datetime
    rate: float
    since: float


class SteeredClock:
    """A time that another program sets; it flows on from there at `rate` (0 stands still)."""

    def __init__(self, now: datetime | None = None, rate: float = 1.0) -> None:
        self._setting = _Setting(now or datetime.now(UTC), rate, time.monotonic())
        self._moved: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """The instant that the steering program means, in UTC."""
        gone = (time.monotonic() - self._setting.since) * self._setting.rate
        return self._setting.now + timedelta(seconds=gone)

    def real(self, at: datetime) -> datetime | None:
        """When the machine's clock will show what this one calls `at`; None where it never will."""
        if self._setting.rate <= 0:
            return None
        return datetime.now(UTC) + (at - self.now()) / self._setting.rate

    def steer(self, now: datetime, rate: float = 1.0) -> None:
        """Sets the time; tells those who wait for it."""
        self._setting = _Setting(now.astimezone(UTC), rate, time.monotonic())
        for moved in self._moved:
            moved()

    def on_moved(self, moved: Callable[[], None]) -> None:
        """Calls `moved` whenever the time was set."""
        self._moved.append(moved)


class Follower:
    """Follows a steering program over a line of JSON each way."""

    def __init__(
        self, clock: SteeredClock, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._clock = clock
        self._reader = reader
        self._writer = writer
        self._turn: int | None = None

    @classmethod
    async def connected(cls, clock: SteeredClock, host: str, port: int) -> "Follower":
        """Connects and takes the first setting, so that no step is done in another time."""
        reader, writer = await asyncio.open_connection(host, port)
        follower = cls(clock, reader, writer)
        await follower._take()
        return follower

    async def follow(self) -> None:
        """Takes settings until the steering program goes away; then the time flows on."""
        while await self._take():
            pass
        _LOG.info("clock no longer steered")

    async def _take(self) -> bool:
        line = await self._reader.readline()
        if not line:
            return False
        said = json.loads(line)
        self._turn = int(said["turn"])
        self._clock.steer(datetime.fromisoformat(said["now"]), float(said.get("rate", 1.0)))
        return True

    @property
    def awaited(self) -> int | None:
        """The turn that is not answered yet."""
        return self._turn

    async def answer(self, turn: int, next_at: datetime | None) -> None:
        """Tells that all that is due has been attempted, and when the next thing is due."""
        if self._turn != turn:
            return
        self._turn = None
        said = {
            "turn": turn,
            "now": self._clock.now().isoformat(),
            "next": next_at.isoformat() if next_at else None,
        }
        self._writer.write(json.dumps(said).encode() + b"\n")
        await self._writer.drain()

    def close(self) -> None:
        """Ends the connection."""
        self._writer.close()
