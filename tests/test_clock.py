"""The steered clock, and the line by which another program sets it."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import Follower, SteeredClock, SystemClock

MONDAY = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


def test_the_real_clock_is_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta()


def test_a_clock_at_rate_nought_stands_still() -> None:
    clock = SteeredClock(MONDAY, rate=0)
    assert clock.now() == clock.now() == MONDAY


def test_a_clock_flows_at_its_rate() -> None:
    clock = SteeredClock(MONDAY, rate=1_000_000)
    assert clock.now() > MONDAY


def test_setting_the_clock_tells_those_who_wait() -> None:
    clock = SteeredClock(MONDAY, rate=0)
    told: list[datetime] = []
    clock.on_moved(lambda: told.append(clock.now()))
    clock.steer(MONDAY + timedelta(days=1), rate=0)
    assert told == [MONDAY + timedelta(days=1)]


class Steering:
    """The other program: a server that sends settings and collects answers."""

    def __init__(self) -> None:
        self.answers: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._writers: list[asyncio.StreamWriter] = []
        self._first = _line(1, MONDAY)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)
        writer.write(self._first)
        while line := await reader.readline():
            await self.answers.put(json.loads(line))
        writer.close()

    def say(self, turn: int, now: datetime) -> None:
        self._writers[-1].write(_line(turn, now))


def _line(turn: int, now: datetime) -> bytes:
    return json.dumps({"turn": turn, "now": now.isoformat(), "rate": 0}).encode() + b"\n"


async def test_a_follower_takes_the_time_first_and_answers_each_turn_once() -> None:
    steering = Steering()
    server = await asyncio.start_server(steering.serve, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        clock = SteeredClock()
        follower = await Follower.connected(clock, "127.0.0.1", port)
        assert clock.now() == MONDAY
        following = asyncio.create_task(follower.follow())
        await follower.answer(1, MONDAY + timedelta(hours=1))
        await follower.answer(1, None)
        later = MONDAY + timedelta(hours=2)
        steering.say(2, later)
        while follower.awaited != 2:  # noqa: ASYNC110 - the follower has no event to wait on
            await asyncio.sleep(0.005)
        assert clock.now() == later
        await follower.answer(1, None)  # overtaken: stays unanswered
        await follower.answer(2, None)
        assert await steering.answers.get() == {
            "turn": 1,
            "now": MONDAY.isoformat(),
            "next": (MONDAY + timedelta(hours=1)).isoformat(),
        }
        assert await steering.answers.get() == {"turn": 2, "now": later.isoformat(), "next": None}
        assert steering.answers.empty()
        following.cancel()
        follower.close()


async def test_a_clock_that_nobody_steers_any_more_flows_on() -> None:
    async def leave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        said = {"turn": 7, "now": MONDAY.isoformat()}
        writer.write(json.dumps(said).encode() + b"\n")
        writer.close()

    server = await asyncio.start_server(leave, "127.0.0.1", 0)
    async with server:
        clock = SteeredClock()
        port = server.sockets[0].getsockname()[1]
        follower = await Follower.connected(clock, "127.0.0.1", port)
        await asyncio.wait_for(follower.follow(), 5)
        assert follower.awaited == 7
        follower.close()
    assert MONDAY <= clock.now() < MONDAY + timedelta(minutes=1)
    before = clock.now()
    await asyncio.sleep(0.01)
    assert clock.now() > before


def test_the_real_instant_of_a_steered_one_follows_its_rate() -> None:
    clock = SteeredClock(MONDAY, rate=60)
    real = clock.real(MONDAY + timedelta(minutes=10))
    assert real is not None
    assert timedelta(seconds=8) < real - datetime.now(UTC) < timedelta(seconds=11)
    assert SteeredClock(MONDAY, rate=0).real(MONDAY) is None
    assert SystemClock().real(MONDAY) == MONDAY
