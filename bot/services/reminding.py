"""Finds the warnings that nothing happened about, and has their authors reminded, once each.

It looks whenever it is touched, and every minute by itself. A warning is claimed before anybody is
reminded, so after a fault or a restart there is no second reminder; there may be none.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.services.confidentiality import Confidentiality
from bot.services.warnings import Warned

LONGEST_WAIT = 60.0
"""Seconds between two looks."""

Remind = Callable[[Warned], Awaitable[None]]


class Faults(Protocol):
    """Hears of what nobody foresaw."""

    def fault(self, what: str, fault: BaseException) -> None:
        """The reminding goes on."""
        ...


class Reminding:
    """The one task that reminds."""

    def __init__(self, guard: Confidentiality, watch: Faults) -> None:
        self._guard = guard
        self._watch = watch
        self._touched = asyncio.Event()
        self._remind: Remind | None = None

    def serve(self, remind: Remind) -> None:
        """Who reminds."""
        self._remind = remind

    def touch(self) -> None:
        """Time may have passed."""
        self._touched.set()

    async def run(self) -> None:
        """Works until cancelled."""
        while True:
            await self._look()
            try:
                async with asyncio.timeout(LONGEST_WAIT):
                    await self._touched.wait()
            except TimeoutError:
                pass
            self._touched.clear()

    async def _look(self) -> None:
        if self._remind is None:
            return
        try:
            for due in await self._guard.due_reminders():
                await self._one(due, self._remind)
        except Exception as fault:  # noqa: BLE001 - a fault must not end the reminding for good
            self._watch.fault("reminding failed", fault)

    async def _one(self, due: Warned, remind: Remind) -> None:
        try:
            await remind(due)
        except Exception as fault:  # noqa: BLE001 - one warning's fault must not stop the others
            self._watch.fault("reminding failed", fault)
