"""The alarm clock: real APScheduler, real time."""

import asyncio
import logging
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from bot.alarms import Alarms
from bot.clock import SteeredClock, SystemClock


def soon(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


async def waited(alarms: Alarms, at_most: float) -> float:
    """How long a waiting took, in seconds."""
    began = time.monotonic()
    await alarms.wait(at_most)
    return time.monotonic() - began


async def test_an_alarm_rings_at_its_instant() -> None:
    async with Alarms(SystemClock()) as alarms:
        alarms.set(soon(0.1))
        assert 0.05 < await waited(alarms, 5) < 2


async def test_an_instant_that_has_passed_rings_at_once() -> None:
    async with Alarms(SystemClock()) as alarms:
        alarms.set(soon(-3600))
        assert await waited(alarms, 5) < 2


async def test_a_later_setting_replaces_the_earlier_one() -> None:
    async with Alarms(SystemClock()) as alarms:
        alarms.set(soon(0.1))
        alarms.set(soon(600))
        assert await waited(alarms, 0.4) >= 0.39
        alarms.set(None)
        assert await waited(alarms, 0.2) >= 0.19


async def test_waking_does_not_wait_for_the_alarm() -> None:
    async with Alarms(SystemClock()) as alarms:
        alarms.set(soon(600))
        alarms.wake()
        assert await waited(alarms, 5) < 1


async def test_a_wall_clock_that_is_stepped_back_stops_no_waiting() -> None:
    with time_machine.travel(datetime.now(UTC)) as traveller:
        async with Alarms(SystemClock()) as alarms:
            alarms.set(soon(0.2))
            traveller.shift(timedelta(hours=-1))
            assert 0.39 <= await waited(alarms, 0.4) < 5


async def test_a_steered_clock_rings_when_its_own_time_comes() -> None:
    clock = SteeredClock(datetime(2026, 3, 2, tzinfo=UTC), rate=3600)
    async with Alarms(clock) as alarms:
        alarms.set(datetime(2026, 3, 2, 0, 10, tzinfo=UTC))  # a sixth of a second away
        assert await waited(alarms, 5) < 2


async def test_a_clock_that_stands_still_sets_no_alarm() -> None:
    clock = SteeredClock(datetime(2026, 3, 2, tzinfo=UTC), rate=0)
    async with Alarms(clock) as alarms:
        alarms.set(datetime(2026, 3, 2, 0, 0, 1, tzinfo=UTC))
        assert await waited(alarms, 0.2) >= 0.19


async def test_housekeeping_that_fails_is_told_by_type_and_place(
    caplog: pytest.LogCaptureFixture,
) -> None:
    failed = asyncio.Event()

    async def work() -> None:
        failed.set()
        raise RuntimeError("what somebody wrote")

    async with Alarms(SystemClock()) as alarms:
        alarms.daily("backup", 3, work)
        scheduler: Any = alarms
        with caplog.at_level(logging.ERROR, "convene"):
            scheduler._scheduler.modify_job("backup", next_run_time=datetime.now(UTC))
            await asyncio.wait_for(failed.wait(), 5)
            await asyncio.sleep(0.05)
    told = [record for record in caplog.records if record.name == "convene.alarms"]
    facts: Any = told[0]
    assert facts.facts["error"] == "RuntimeError"
    assert facts.facts["job"] == "backup"
    assert "somebody" not in str(facts.facts)


async def test_work_that_was_not_run_in_time_is_told_of(caplog: pytest.LogCaptureFixture) -> None:
    """Only a grace of its own makes work miss its time; ours has none, and would be told of."""

    async def work() -> None:
        """Too late to be run."""

    async with Alarms(SystemClock()) as alarms:
        alarms.daily("backup", 3, work)
        scheduler: Any = alarms
        with caplog.at_level(logging.WARNING, "convene"):
            scheduler._scheduler.modify_job(
                "backup", misfire_grace_time=1, next_run_time=soon(-3600)
            )
            await asyncio.sleep(0.1)
    facts: Any = next(record for record in caplog.records if record.name == "convene.alarms")
    assert facts.facts == {"job": "backup"}


async def test_housekeeping_runs_however_late_it_is() -> None:
    ran = asyncio.Event()

    async def work() -> None:
        ran.set()

    async with Alarms(SystemClock()) as alarms:
        alarms.daily("backup", 3, work)
        scheduler: Any = alarms
        scheduler._scheduler.modify_job("backup", next_run_time=soon(-3600))
        await asyncio.wait_for(ran.wait(), 5)
