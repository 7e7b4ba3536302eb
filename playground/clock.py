"""A clock that can be steered, and the line protocol by which the bot follows it.

Time flows from the last `steer` at a rate; at rate 0 it stands still. Followers connect over
loopback, are sent one JSON line at each turn of the clock, and answer each with one line once
they have attempted everything that was due. It does *not* know what is due.
"""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

from playground.payloads import Json

STUCK_AFTER = 50  # jumps to one and the same instant before `walk` gives up


class ClockError(Exception):
    """A follower did not answer a turn in time, or time does not get on."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What the followers say about a turn: where they stand and what is due next, if anything."""

    turn: int
    now: datetime
    next: datetime | None


class _Follower:
    """One connected process."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        self.answers: dict[int, datetime | None] = {}
        self.gone = False

    def tell(self, line: bytes) -> None:
        if not self.writer.is_closing():
            self.writer.write(line)

    def note(self, answer: Json) -> None:
        due = answer.get("next")
        self.answers[int(answer["turn"])] = None if due is None else datetime.fromisoformat(due)


class SteeredClock:
    """Tells a time of its own; steered by hand, it takes its followers along.

    Args:
        now: Where it starts; the real time if not given.
        rate: Seconds of its time for each real second; 0 stands still.
    """

    def __init__(self, now: datetime | None = None, rate: float = 1.0) -> None:
        self._base = datetime.now(UTC) if now is None else now.astimezone(UTC)
        self._rate = rate
        self._since = time.monotonic()
        self._turn = 0
        self._followers: list[_Follower] = []
        self._server: asyncio.Server | None = None
        self._changed = asyncio.Event()

    def now(self) -> datetime:
        """The steered time, in UTC."""
        passed = (time.monotonic() - self._since) * self._rate
        return self._base + timedelta(seconds=passed)

    @property
    def rate(self) -> float:
        """Seconds of its time for each real second."""
        return self._rate

    @property
    def followers(self) -> int:
        """How many processes follow it at the moment."""
        return len(self._followers)

    def steer(self, now: datetime | None = None, rate: float | None = None) -> int:
        """Set the time, the rate or both; what is not given stays. Returns the turn's number."""
        self._base = self.now() if now is None else now.astimezone(UTC)
        self._since = time.monotonic()
        self._rate = self._rate if rate is None else rate
        self._turn += 1
        for follower in self._followers:
            follower.tell(self._line())
        return self._turn

    async def jump(self, to: datetime, seconds: float = 10.0) -> Turned:
        """Set the time and wait until every follower has done what is due by then.

        Raises:
            ClockError: A follower is silent for longer than `seconds` (of real time).
        """
        turn = self.steer(to)
        try:
            async with asyncio.timeout(seconds):
                return await self._answered(turn)
        except TimeoutError:
            raise ClockError(f"turn {turn} to {to} was not answered in {seconds} s") from None

    async def walk(self, to: datetime, seconds: float = 10.0) -> Turned:
        """Jump from one due instant to the next until `to`, so that none is passed over.

        Raises:
            ClockError: A follower is silent, or names the same due instant again and again.
        """
        answer = await self.jump(self.now(), seconds)
        stuck = 0
        while answer.next is not None and answer.next <= to:
            stuck = stuck + 1 if answer.next <= self.now() else 0
            if stuck > STUCK_AFTER:
                raise ClockError(f"what is due at {answer.next} stays due")
            answer = await self.jump(max(answer.next, self.now()), seconds)
        return await self.jump(max(to, self.now()), seconds)

    @property
    def address(self) -> str:
        """HOST:PORT of the line protocol.

        Raises:
            ClockError: The clock is not being served.
        """
        if self._server is None:
            raise ClockError("the clock has an address only inside `async with clock`")
        host, port = self._server.sockets[0].getsockname()
        return f"{host}:{port}"

    @property
    def served(self) -> bool:
        """Whether followers can connect."""
        return self._server is not None

    async def __aenter__(self) -> Self:
        """Start to serve followers, on a free port of 127.0.0.1."""
        self._server = await asyncio.start_server(self._follow, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop to serve; followers are cut off."""
        server, self._server = self._server, None
        for follower in self._followers:
            follower.writer.close()
        if server is not None:
            server.close()
            await server.wait_closed()

    def _line(self) -> bytes:
        told = {"turn": self._turn, "now": self.now().isoformat(), "rate": self._rate}
        return json.dumps(told).encode() + b"\n"

    async def _follow(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        follower = _Follower(writer)
        self._followers.append(follower)
        follower.tell(self._line())
        try:
            while line := await reader.readline():
                follower.note(json.loads(line))
                self._stir()
        except ConnectionError:
            pass  # a killed bot resets its connection: gone like any other
        finally:
            follower.gone = True
            self._followers.remove(follower)
            self._stir()
            writer.close()

    def _stir(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            await self._changed.wait()

    async def _answered(self, turn: int) -> Turned:
        asked = list(self._followers)
        await self._until(lambda: all(one.gone or turn in one.answers for one in asked))
        due = [one.answers[turn] for one in asked if turn in one.answers]
        return Turned(turn, self.now(), min((at for at in due if at is not None), default=None))
