"""The real bot with one promise broken, so that it can be seen that the checker notices.

`python -m tests.delivery.broken_bot HOW --config FILE`; the breaks are named in `BREAKS`.
"""

import secrets
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.cli.main import main
from bot.domain.meeting import Gathering
from bot.domain.plan import Action
from bot.services.delivery import Delivery
from bot.services.outbox import Entry, State
from bot.storage.outbox import OutboxStore


def marks_first() -> None:
    """Takes an entry for done before it is sent, as a job store does that removes jobs first."""
    send = Delivery._send  # pyright: ignore[reportPrivateUsage] - the seam that breaks

    async def marked_before(self: Delivery, entry: Entry, gathering: Gathering) -> None:
        await self._end(entry, State.DONE)  # pyright: ignore[reportPrivateUsage] - likewise
        await send(self, entry, gathering)

    Delivery._send = marked_before  # pyright: ignore[reportPrivateUsage] - likewise


def sends_anew() -> None:
    """Sends again what it is not sure of, as if for the first time, and never looks."""
    claim = OutboxStore.claim

    async def claimed(
        self: OutboxStore, now: datetime, lease: timedelta, most: int
    ) -> tuple[Entry, ...]:
        entries = await claim(self, now, lease, most)
        return tuple(replace(entry, nonce=secrets.token_hex(12)) for entry in entries)

    def never(self: Delivery, entry: Entry) -> bool:
        return False

    OutboxStore.claim = claimed
    Delivery._may_have_arrived = never  # pyright: ignore[reportPrivateUsage] - the seam that breaks


def never_looks() -> None:
    """Trusts the nonce alone, which Discord forgets after some minutes."""

    def never(self: Delivery, entry: Entry) -> bool:
        return False

    Delivery._may_have_arrived = never  # pyright: ignore[reportPrivateUsage] - the seam that breaks


def sends_too_late() -> None:
    """Sends messages that are of no use any more; Discord itself refuses events in the past."""
    expired = Delivery._expired  # pyright: ignore[reportPrivateUsage] - the seam that breaks

    def only_events(self: Delivery, entry: Entry) -> bool:
        return entry.action is Action.EVENT and expired(self, entry)

    Delivery._expired = only_events  # pyright: ignore[reportPrivateUsage] - likewise


BREAKS: dict[str, Callable[[], None]] = {
    one.__name__: one for one in (marks_first, sends_anew, never_looks, sends_too_late)
}


if __name__ == "__main__":
    BREAKS[sys.argv[1]]()
    sys.exit(main(["run", *sys.argv[2:]]))
