"""The steered clock and its followers."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from playground.clock import ClockError, SteeredClock
from playground.loopback import Loopback
from playground.snowflakes import Snowflakes, instant_of

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Follower:
    """What the bot does: at each turn everything due is done, then the turn is answered."""

    def __init__(self, due: list[datetime]) -> None:
        self.due = sorted(due)
        self.done: list[datetime] = []
        self.turns: list[int] = []
        self.silent = False
        self.connected = asyncio.Event()

    async def follow(self, address: str) -> None:
        reader, writer = await asyncio.open_connection(*address.split(":"))
        try:
            while line := await reader.readline():
                told = json.loads(line)
                self.turns.append(told["turn"])
                self.connected.set()
                if not self.silent:
                    writer.write(self._answer(told).encode() + b"\n")
        finally:
            writer.close()

    def _answer(self, told: dict[str, object]) -> str:
        now = datetime.fromisoformat(str(told["now"]))
        self.done += [one for one in self.due if one <= now]
        self.due = [one for one in self.due if one > now]
        due = self.due[0].isoformat() if self.due else None
        return json.dumps({"turn": told["turn"], "now": told["now"], "next": due})


@asynccontextmanager
async def following(clock: SteeredClock, follower: Follower) -> AsyncGenerator[asyncio.Task[None]]:
    task = asyncio.create_task(follower.follow(clock.address))
    await asyncio.wait_for(follower.connected.wait(), 1)
    yield task
    task.cancel()


def test_time_flows_at_its_rate_or_stands_still() -> None:
    clock = SteeredClock(MONDAY, rate=0)
    assert clock.now() == MONDAY
    clock.steer(rate=3600)
    assert clock.now() > MONDAY
    clock.steer(MONDAY + HOUR, rate=0)
    assert clock.now() == MONDAY + HOUR


async def test_a_jump_waits_for_what_is_due() -> None:
    follower = Follower([MONDAY + HOUR, MONDAY + 3 * HOUR])
    async with SteeredClock(MONDAY, rate=0) as clock, following(clock, follower):
        answer = await clock.jump(MONDAY + 2 * HOUR)
    assert follower.done == [MONDAY + HOUR]
    assert answer.next == MONDAY + 3 * HOUR


async def test_a_walk_stops_at_every_due_instant() -> None:
    due = [MONDAY + n * HOUR for n in (1, 2, 5, 9)]
    follower = Follower(due)
    async with SteeredClock(MONDAY, rate=0) as clock, following(clock, follower):
        answer = await clock.walk(MONDAY + 6 * HOUR)
        assert clock.now() == MONDAY + 6 * HOUR
    assert (follower.done, answer.next) == (due[:3], due[3])
    assert len(follower.turns) == 6  # where it connected, where it began, three due, the end


async def test_without_followers_a_jump_is_at_once() -> None:
    async with SteeredClock(MONDAY, rate=0) as clock:
        answer = await clock.jump(MONDAY + HOUR)
    assert (answer.next, answer.now) == (None, MONDAY + HOUR)


async def test_silence_is_told() -> None:
    follower = Follower([])
    follower.silent = True
    async with SteeredClock(MONDAY, rate=0) as clock, following(clock, follower):
        with pytest.raises(ClockError, match="not answered"):
            await clock.jump(MONDAY + HOUR, seconds=0.05)


async def test_a_follower_that_dies_holds_nobody_up() -> None:
    follower = Follower([])
    follower.silent = True
    async with SteeredClock(MONDAY, rate=0) as clock, following(clock, follower) as task:
        jump = asyncio.create_task(clock.jump(MONDAY + HOUR))
        await asyncio.sleep(0.01)
        task.cancel()
        answer = await asyncio.wait_for(jump, 1)
        assert answer.next is None
        assert clock.followers == 0


def test_ids_rise_where_the_clock_stands_or_goes_back() -> None:
    clock = SteeredClock(MONDAY, rate=0)
    ids = Snowflakes(clock.now)
    first, second = ids.next(), ids.next()
    clock.steer(MONDAY - HOUR)
    third = ids.next()
    assert first < second < third
    assert instant_of(first) == MONDAY


async def test_messages_are_dated_by_the_clock() -> None:
    async with Loopback.start(clock=SteeredClock(MONDAY, rate=0)) as loopback:
        server = loopback.add_guild("Elm Street")
        text = server.add_text_channel("group")
        message = await server.add_member("Fran").write(text, "good morning")
    assert message.created_at == MONDAY
