"""The alarm clock: the only user of APScheduler; knows when to wake, not why.

The database is the truth, so nothing is lost with this scheduler: it holds one alarm for the next
due row, a heartbeat and the housekeeping, in memory. Its callbacks only set an event, on which the
delivery waits with a timeout of its own: a wall clock that is stepped back stops APScheduler.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, Protocol, Self

from apscheduler.events import (
    EVENT_JOB_ERROR,
    EVENT_JOB_MAX_INSTANCES,
    EVENT_JOB_MISSED,
    JobEvent,
)
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.logs import Log

_LOG = Log("alarms")
_NEXT = "next due"
HEARTBEAT_SECONDS = 30


class RealTime(Protocol):
    """A clock that can say when the machine's clock will show an instant."""

    def real(self, at: datetime) -> datetime | None:
        """The machine's instant, or None where it never comes."""
        ...


class Alarms:
    """Wakes the delivery; use as an async context manager inside the running loop."""

    def __init__(self, clock: RealTime) -> None:
        self._clock = clock
        self._rung = asyncio.Event()
        # Late jobs would be dropped after a second by default; what is too late is our own rule.
        self._scheduler: Any = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 8},
        )
        self._scheduler.add_listener(
            _heard, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES
        )

    async def __aenter__(self) -> Self:
        self._scheduler.start()
        heartbeat = IntervalTrigger(seconds=HEARTBEAT_SECONDS, timezone=UTC)
        self._scheduler.add_job(self._ring, heartbeat, id="heartbeat")
        return self

    async def __aexit__(self, *_: object) -> None:
        self._scheduler.shutdown(wait=False)

    def daily(self, name: str, hour: int, work: Callable[[], Awaitable[None]]) -> None:
        """Runs housekeeping once a day, at a full hour in UTC."""
        self._scheduler.add_job(work, CronTrigger(hour=hour, timezone=UTC), id=name)

    def set(self, at: datetime | None) -> None:
        """When to wake next; None where nothing is due ever."""
        real = self._clock.real(at) if at else None
        if real is not None:
            self._scheduler.add_job(self._ring, DateTrigger(real), id=_NEXT, replace_existing=True)
        elif self._scheduler.get_job(_NEXT):
            self._scheduler.remove_job(_NEXT)

    def wake(self) -> None:
        """Wakes now: something changed."""
        self._rung.set()

    async def wait(self, at_most: float) -> None:
        """Until the next waking, or for `at_most` seconds of the monotonic clock."""
        try:
            async with asyncio.timeout(at_most):
                await self._rung.wait()
        except TimeoutError:
            pass
        self._rung.clear()

    async def _ring(self) -> None:
        # A coroutine, so that APScheduler runs it on the loop and not on a thread.
        self._rung.set()


def _heard(event: JobEvent) -> None:
    # apscheduler carries no types: the job is named by us, the code is one of the three above.
    job: object = event.job_id  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    error: object = getattr(event, "exception", None)
    if isinstance(error, BaseException):
        _LOG.fault("scheduled work failed", error, job=str(job))
    else:
        _LOG.warning("scheduled work was not run in time", job=str(job))
