"""A bot that lives, dies and comes back over one database file, beside a Discord that stays.

Time stands still unless a test lets it pass. The bot's clock may be stepped away from the real
time, which only ever goes on.
"""

import asyncio
import shutil
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import SteeredClock
from bot.domain import decisions
from bot.domain.group import DEFAULT_LEADS, Group, GroupSettings
from bot.domain.ids import ChannelId, MeetingId, MemberId
from bot.domain.meeting import Gathering, Meeting, Phase
from bot.domain.plan import plan
from bot.domain.when.slot import Slot
from bot.services.actor import Actor
from bot.services.delivery import AT_ONCE, Delivery
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from bot.services.outbox import Entry, State
from bot.storage.database import backed_up, opened
from bot.storage.migrate import migrate
from tests.delivery.pretend_discord import Content, Crash, Message, PretendDiscord, planned_content
from tests.domain.examples import ADA, BEN, CHANNEL, CLEO, GUILD, NOON, a_meeting, slot
from tests.storage.stores import Stores, of

CONVENER = Actor(ADA)
MOST_ROUNDS = 500


@dataclass(slots=True)
class Notes:
    """The port `Watch`: writes down what it hears."""

    ends: list[tuple[str, State]] = field(default_factory=list[tuple[str, State]])
    unknowns: list[int] = field(default_factory=list[int])
    refusals: list[int] = field(default_factory=list[int])
    misses: list[str] = field(default_factory=list[str])
    faults: list[str] = field(default_factory=list[str])
    recoveries: list[int] = field(default_factory=list[int])
    troubled: asyncio.Event = field(default_factory=asyncio.Event)

    def recovered(self, count: int) -> None:
        self.recoveries.append(count)

    def ended(self, entry: Entry, state: State, now: datetime) -> None:
        self.ends.append((entry.key, state))

    def unknown(self, entry: Entry) -> None:
        self.unknowns.append(entry.attempts)

    def refused(self, entry: Entry, code: int) -> None:
        self.refusals.append(code)

    def missed(self, entry: Entry) -> None:
        self.misses.append(entry.key)

    def fault(self, what: str, fault: BaseException, entry: Entry | None = None) -> None:
        self.faults.append(f"{what}: {type(fault).__name__}")
        self.troubled.set()


class NoAlarm:
    """The port `Alarm` where nobody waits: work is asked for by the test."""

    def set(self, at: datetime | None) -> None:
        """Nobody is woken."""

    def wake(self) -> None:
        """Nobody sleeps."""

    async def wait(self, at_most: float) -> None:
        """No time passes."""


@dataclass(frozen=True, slots=True)
class Life:
    """What one process of the bot holds, and loses when it dies."""

    stack: AsyncExitStack
    stores: Stores
    meetings: MeetingKeeping
    groups: GroupKeeping
    delivery: Delivery


class World:
    """Everything around one database file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "convene.sqlite3"
        self.real = NOON
        self.skew = timedelta()
        self.clock = SteeredClock(NOON, rate=0)
        self.discord = PretendDiscord(lambda: self.real)
        self.notes = Notes()
        self.at_once = AT_ONCE
        self._life: Life | None = None
        self._called = 0

    # Lives

    @property
    def life(self) -> Life:
        """The process that is alive."""
        assert self._life is not None
        return self._life

    @property
    def alive(self) -> bool:
        """Whether there is a process."""
        return self._life is not None

    async def start(self, *, recover: bool = True, quick: bool = True) -> None:
        """Starts a process; it does first what `Delivery.run` does first."""
        migrate(self.path)
        stack = AsyncExitStack()
        database = await stack.enter_async_context(opened(self.path))
        if quick:  # nobody pulls the plug, and flushing thousands of times takes its time
            await database._writer.execute("PRAGMA synchronous = OFF")  # pyright: ignore[reportPrivateUsage] - see above
        stores = of(database)
        parts = (stores.outbox, stores.meetings, self.discord, self.clock, NoAlarm(), self.notes)
        self._life = Life(
            stack=stack,
            stores=stores,
            meetings=MeetingKeeping(stores.meetings, self.clock, lambda: None),
            groups=GroupKeeping(stores.groups, self.clock, lambda: None),
            delivery=Delivery(*parts),
        )
        self.life.delivery.at_once = self.at_once
        if recover:
            self.notes.recovered(await stores.outbox.recover())

    async def stop(self) -> None:
        """The process is gone, whatever it was doing; the file stays."""
        if self._life is not None:
            life, self._life = self._life, None
            await life.stack.aclose()

    async def back_up(self) -> Path:
        """A copy of the database as it is now."""
        copy = self.path.with_name("copy.sqlite3")
        await backed_up(self.path, copy)
        return copy

    def put_back(self, copy: Path) -> None:
        """Replaces the database by an older copy, while no process is alive."""
        assert not self.alive
        for rest in ("-wal", "-shm"):
            self.path.with_name(self.path.name + rest).unlink(missing_ok=True)
        shutil.copy(copy, self.path)

    # Time and work

    def now(self) -> datetime:
        """What the bot's clock shows."""
        return self.clock.now()

    def let_pass(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        """Time goes on, for Discord and for the bot."""
        self.real += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        self.clock.steer(self.real + self.skew, rate=0)

    def wait_until(self, instant: datetime) -> None:
        """Time goes on until the bot's clock shows the instant."""
        self.let_pass(seconds=(instant - self.now()).total_seconds())

    def step_clock(self, by: timedelta) -> None:
        """The bot's clock jumps; the real time does not."""
        self.skew += by
        self.clock.steer(self.real + self.skew, rate=0)

    async def work(self) -> int:
        """Works until nothing is due; a crash on the way ends the process. Gives the rounds."""
        for rounds in range(MOST_ROUNDS):
            if not self.alive or not await self._work_once():
                return rounds
        raise AssertionError("the delivery never comes to rest")

    async def _work_once(self) -> int:
        try:
            return await self.life.delivery.work_once()
        except BaseExceptionGroup as died:
            if died.split(Crash)[1] is not None:
                raise
            await self.stop()
            return 0

    # What a group does

    async def a_group(
        self,
        *,
        members: tuple[MemberId, ...] = (ADA, BEN, CLEO),
        leads: tuple[int, ...] = DEFAULT_LEADS,
        name: str = "Monday circle",
        channel: ChannelId = CHANNEL,
    ) -> Group:
        """A group whose quorum is two."""
        settings = GroupSettings(name, "America/New_York", 2, leads=leads)
        store = self.life.stores.groups
        group = await store.create(
            GUILD, channel, settings, forum=False, creator=members[0], now=self.now()
        )
        for member in members[1:]:
            group = await store.join(group.id, member, self.now())
        return group

    async def called(
        self, group: Group | None = None, slots: Sequence[Slot] = (), **facts: object
    ) -> Gathering:
        """A poll called now, which nobody has been shown yet."""
        group = group or await self.a_group()
        self._called += 1
        now = self.now()
        meeting = a_meeting(
            slots,
            group_id=group.id,
            uid=f"uid-{self._called}",
            **{"called_at": now, "changed_at": now, **facts},
        )
        return await self.life.stores.called(meeting, now)

    async def scheduled(self, hours: float = 48, group: Group | None = None) -> Gathering:
        """A meeting so many hours after NOON; its poll card and meeting card are delivered."""
        called = await self.called(group, slots=(slot(hours),))
        await self.work()
        await self.life.meetings.choose(called.meeting.id, CONVENER, slot(hours))
        await self.work()
        gathering = await self.look(called)
        assert gathering.meeting.phase is Phase.SCHEDULED
        return gathering

    async def useful(self, uid: str, now: datetime) -> set[Content]:
        """What of a meeting is due and of use at a moment."""
        rows = await self.life.stores.rows("SELECT id FROM meeting WHERE uid = ?", uid)
        if not rows:
            return set()
        gathering = await self.life.stores.meetings.get(MeetingId(rows[0]["id"]))
        return {
            planned_content(one, gathering)
            for one in plan(gathering)
            if one.due_at <= now and (one.expires_at is None or now < one.expires_at)
        }

    async def look(self, gathering: Gathering) -> Gathering:
        """The same meeting as it is now."""
        return await self.life.stores.meetings.get(gathering.meeting.id)

    async def cancel(self, gathering: Gathering) -> Meeting:
        """The convener calls it off."""
        return (await self.life.meetings.cancel(gathering.meeting.id, CONVENER)).meeting

    async def move(self, gathering: Gathering, to: Slot) -> Meeting:
        """The convener moves it."""
        now = self.now()
        moved = await self.life.stores.meetings.change(
            gathering.meeting.id, lambda before: decisions.moved(before, to, now), now
        )
        return moved.meeting

    # What can be seen

    async def states(self) -> dict[str, str]:
        """The state of every entry by its key, without the meeting's number."""
        rows = await self.life.stores.rows("SELECT key, state FROM outbox ORDER BY id")
        return {row["key"].split(":", 2)[2]: row["state"] for row in rows}

    async def next_due(self) -> datetime | None:
        """When the next entry wants attention."""
        return await self.life.stores.outbox.next_at()

    def told(self) -> list[str]:
        """What members see now, in the order of sending: what it is, and for reminders the lead."""
        return [named(message) for message in self.discord.seen()]

    def ever_told(self) -> list[str]:
        """The same with all that was taken away since."""
        return [named(message) for message in self.discord.messages]


def named(message: Message) -> str:
    """What it is, and for reminders the lead."""
    return ":".join(map(str, message.content[1:]))
