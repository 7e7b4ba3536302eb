"""The delivery as a task: recovers first, sleeps until something is due, survives faults."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from sqlite3 import Connection

from bot.domain.ids import MeetingId
from bot.domain.plan import plan
from bot.services.delivery import LONGEST_WAIT, Delivery
from bot.storage import group_rows, meeting_rows, outbox_rows
from bot.storage.meetings import gathering_of
from tests.delivery.pretend_discord import Fate
from tests.delivery.world import World
from tests.domain.examples import NOON, a_meeting, after


class Bell:
    """The port `Alarm`: rings when the test says so."""

    def __init__(self) -> None:
        self.set_to: list[datetime | None] = []
        self.waits: list[float] = []
        self.waiting = asyncio.Event()
        self._rung = asyncio.Event()

    def set(self, at: datetime | None) -> None:
        self.set_to.append(at)

    def wake(self) -> None:
        self._rung.set()

    async def wait(self, at_most: float) -> None:
        self.waits.append(at_most)
        self.waiting.set()
        await self._rung.wait()
        self._rung.clear()
        self.waiting.clear()


class Running:
    """A delivery that runs, with what it told whenever nothing more was due."""

    def __init__(self, world: World) -> None:
        self.bell = Bell()
        self.idle_with: list[datetime | None] = []
        stores = world.life.stores
        self.delivery = Delivery(
            stores.outbox, stores.meetings, world.discord, world.clock, self.bell, world.notes
        )

    async def idle(self, next_at: datetime | None) -> None:
        self.idle_with.append(next_at)

    async def rest(self) -> None:
        """Until it sleeps."""
        async with asyncio.timeout(10):
            await self.bell.waiting.wait()

    async def ring(self) -> None:
        """Wakes it, and waits until it sleeps again."""
        await self.rest()
        self.bell.waiting.clear()
        self.bell.wake()
        await self.rest()


@asynccontextmanager
async def running(world: World) -> AsyncGenerator[Running]:
    """The delivery as a task of its own."""
    run = Running(world)
    task = asyncio.create_task(run.delivery.run(run.idle))
    try:
        yield run
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_it_sets_the_alarm_to_what_is_due_next_and_tells_that_it_rests(
    world: World,
) -> None:
    called = await world.called()
    async with running(world) as run:
        await run.rest()
        assert world.told() == ["poll card"]
        assert run.bell.set_to == run.idle_with == [called.meeting.deadline]
        assert run.bell.waits == [LONGEST_WAIT]


async def test_with_nothing_ahead_there_is_no_alarm(world: World) -> None:
    async with running(world) as run:
        await run.rest()
        assert run.bell.set_to == [None]


async def test_each_ringing_is_a_look_at_what_is_due(world: World) -> None:
    async with running(world) as run:
        await run.rest()
        await world.called()
        assert world.told() == []
        await run.ring()
        assert world.told() == ["poll card"]


async def test_what_a_former_run_left_in_flight_is_taken_up_first(world: World) -> None:
    world.discord.fates.append(Fate.CRASH_AFTER)
    await world.called()
    await world.work()
    await world.start(recover=False)
    world.notes.recoveries.clear()
    async with running(world) as run:
        await run.rest()
    assert world.notes.recoveries == [1]
    assert len(world.discord.messages) == 1
    assert (await world.states())["poll card"] == "done"


async def test_a_fault_of_the_store_does_not_end_it(world: World) -> None:
    await world.life.stores.run("ALTER TABLE outbox RENAME TO lost")
    async with running(world) as run:
        run.delivery._outbox = _Recovering(world)  # pyright: ignore[reportPrivateUsage, reportAttributeAccessIssue] - starts before the fault
        async with asyncio.timeout(10):
            await world.notes.troubled.wait()
        await world.life.stores.run("ALTER TABLE lost RENAME TO outbox")
        await run.rest()
    assert set(world.notes.faults) == {"delivery failed: OperationalError"}


class _Recovering:
    """The real store, of which the first call works."""

    def __init__(self, world: World) -> None:
        self.claim = world.life.stores.outbox.claim
        self.next_at = world.life.stores.outbox.next_at

    async def recover(self) -> int:
        return 0


BURST = 1000


async def test_a_burst_of_a_thousand_goes_out_once_each_and_in_order(world: World) -> None:
    """Those longest due first, whatever the order in which they were planned."""
    group = await world.a_group()
    ids = await world.life.stores.database.write(lambda db: _called_at_once(db, group.id))
    world.let_pass(hours=1)
    async with running(world) as run:
        await run.rest()
    order = [int(message.meeting) for message in world.discord.messages]
    assert len(order) == len(set(order)) == len(ids) == BURST
    # Eight are on their way at once, so neighbours may overtake one another, and nobody else.
    assert all(abs(place - number) < 8 for place, number in enumerate(order))


def _called_at_once(db: Connection, group_id: group_rows.GroupId) -> list[MeetingId]:
    ids: list[MeetingId] = []
    for number in reversed(range(BURST)):
        at = NOON + timedelta(seconds=number)
        meeting = a_meeting(
            group_id=group_id, uid=str(number), called_at=at, changed_at=at, deadline=after(12)
        )
        ids.append(meeting_rows.insert_meeting(db, meeting))
        gathering = gathering_of(db, ids[-1])
        outbox_rows.reconcile(db, gathering.meeting, plan(gathering), NOON)
    return ids
