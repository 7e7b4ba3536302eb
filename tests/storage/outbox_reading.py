"""What stands in the outbox, said so that a test can claim it."""

from datetime import datetime, timedelta

from bot.domain import decisions
from bot.domain.meeting import Gathering, Meeting
from bot.domain.plan import Action
from bot.services.outbox import Entry
from bot.storage.instants import read
from tests.domain.examples import NOON, a_meeting, slot
from tests.storage.stores import Stores

MINUTE = timedelta(minutes=1)
LEASE = MINUTE
TIME = slot(48)


def unchanged(gathering: Gathering) -> Meeting:
    """The step that does nothing."""
    return gathering.meeting


async def scheduled(stores: Stores) -> Gathering:
    """A meeting that was scheduled at NOON, and of which nothing was delivered yet."""
    group = await stores.a_group()
    called = await stores.called(a_meeting([TIME], group_id=group.id))
    return await stores.meetings.change(
        called.meeting.id, lambda g: decisions.chosen(g, TIME, NOON), NOON
    )


async def states(stores: Stores) -> dict[str, str]:
    """The state of each entry by its key, without the meeting's number."""
    rows = await stores.rows("SELECT key, state FROM outbox")
    return {row["key"].split(":", 2)[2]: row["state"] for row in rows}


async def waiting(stores: Stores) -> set[tuple[str, datetime, datetime | None]]:
    """What waits, as a plan would say it."""
    rows = await stores.rows("SELECT * FROM outbox WHERE state = 'pending' AND NOT withdrawn")
    return {
        (row["key"], read(row["due_at"]), row["expires_at"] and read(row["expires_at"]))
        for row in rows
    }


async def claimed(stores: Stores, now: datetime, most: int = 50) -> dict[Action, Entry]:
    """What is due, claimed, by what it does."""
    return {entry.action: entry for entry in await stores.outbox.claim(now, LEASE, most)}
