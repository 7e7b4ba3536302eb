"""Whatever happens in whatever order: nothing twice, nothing forgotten, nothing too late.

A hypothesis state machine over the real stores and the real delivery, beside a Discord that loses
answers, is away, and remembers nonces for a few minutes only. What is the same message is told by
its content, never by the bot's own markers. `CONVENE_MACHINES` sets how many lives are tried.
"""

import asyncio
import os
import tempfile
from collections import Counter
from collections.abc import Coroutine
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import Phase as Stage
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from bot.domain.errors import Refusal
from bot.domain.group import Nudge
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Choice, Gathering, Phase
from bot.domain.plan import REMINDERS, Planned, marker, plan, worth_adding
from bot.domain.standing.pattern import Hours
from bot.domain.wishes import Where, Wishes
from tests.delivery.kinds import DECIDED, SENT
from tests.delivery.pretend_discord import Fate, planned_content
from tests.delivery.watchful import WatchfulDiscord
from tests.delivery.world import CONVENER, World
from tests.domain.examples import ADA, BEN, CLEO, GUILD, NOON, slot

LEADS = (None, (), (60, 15), (120,))
QUIETS = st.sampled_from([None, None, Hours(22 * 60, 31 * 60)])
MOST_MEETINGS = 4


class Lives(RuleBasedStateMachine):
    """Members, time, faults and deaths in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.world = World(Path(self.folder.name))
        discord = WatchfulDiscord.watching(self.world)
        self.world.discord = self.discord = discord
        self.copy: Path | None = None
        self.stepped_back = False
        self.restored = False
        self.owed = 0

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401 - as the work gives
        """Runs work of the bot's loop."""
        return self.runner.run(work)

    @initialize()
    def begin(self) -> None:
        self.run(self.world.start(quick=True))
        self.group = self.run(self.world.a_group())
        self.meetings: list[Gathering] = []
        self.call(26)
        self.work()
        self.choose(0)
        self.work()

    async def _try(self, step: Coroutine[Any, Any, Any]) -> None:
        """A member's step may be refused; then nothing has changed."""
        try:
            await step
        except Refusal:
            return

    def _hours_ahead(self, hours: int) -> float:
        return (self.world.now() - NOON).total_seconds() // 3600 + hours

    def _some(self, number: int) -> Gathering:
        return self.meetings[number % len(self.meetings)]

    @precondition(lambda self: self.world.alive and len(self.meetings) < MOST_MEETINGS)
    @rule(hours=st.integers(3, 60))
    def call(self, hours: int) -> None:
        slots = (slot(self._hours_ahead(hours)), slot(self._hours_ahead(hours) + 5))
        deadline = self.world.now() + timedelta(hours=1)
        called = self.world.called(self.group, slots, deadline=deadline)
        self.meetings.append(self.run(called))

    @precondition(lambda self: self.world.alive and len(self.meetings) < MOST_MEETINGS)
    @rule(days=st.integers(2, 6))
    def call_in_good_time(self, days: int) -> None:
        """A poll that lives long enough to ask those who have not answered once more."""
        slots = (slot(self._hours_ahead(24 * days + 5)), slot(self._hours_ahead(24 * days + 9)))
        deadline = self.world.now() + timedelta(days=days)
        self.meetings.append(self.run(self.world.called(self.group, slots, deadline=deadline)))

    @precondition(lambda self: self.world.alive)
    @rule(who=st.sampled_from([BEN, CLEO]), how=st.sampled_from(Nudge))
    def say_how_to_be_nudged(self, who: MemberId, how: Nudge) -> None:
        self.run(self.world.life.groups.set_nudge(GUILD, who, how))

    @precondition(lambda self: self.world.alive)
    @rule(
        who=st.sampled_from([ADA, BEN]),
        likes=st.builds(Wishes, st.sampled_from(LEADS), st.sampled_from(Where), QUIETS),
    )
    def say_how_to_be_reminded(self, who: MemberId, likes: Wishes) -> None:
        likes, now = replace(likes, since=self.world.now()), self.world.now()
        self.run(self.world.life.stores.groups.set_wishes(GUILD, who, likes, now))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(
        number=st.integers(0, 3),
        who=st.sampled_from([ADA, BEN]),
        minutes=st.sampled_from([0, 0, 10, 60]),
    )
    def answer_a_reminder(self, number: int, who: MemberId, minutes: int) -> None:
        """Once more after so many minutes, or no more of this one."""
        meeting, keeping = self._some(number).meeting, self.world.life.meetings
        step = (
            keeping.snooze(meeting.id, who, minutes) if minutes else keeping.hush(meeting.id, who)
        )
        self.run(self._try(step))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3), hours=st.sampled_from([1, 24, 72]))
    def extend(self, number: int, hours: int) -> None:
        meeting = self._some(number).meeting
        until = max(meeting.deadline, self.world.now()) + timedelta(hours=hours)
        self.run(self._try(self.world.life.meetings.extend(meeting.id, CONVENER, until)))

    @precondition(lambda self: self.world.alive and len(self.meetings) < MOST_MEETINGS)
    @rule(hours=st.integers(2, 30))
    def call_and_choose(self, hours: int) -> None:
        self.call(hours)
        self.choose(len(self.meetings) - 1)

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3), who=st.sampled_from([BEN, CLEO]), can=st.booleans())
    def answer(self, number: int, who: MemberId, can: bool) -> None:
        meeting = self._some(number).meeting
        choices = dict.fromkeys(meeting.slots, Choice.YES if can else Choice.NO)
        self.run(self._try(self.world.life.meetings.answer(meeting.id, who, choices, "")))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3))
    def choose(self, number: int) -> None:
        meeting = self._some(number).meeting
        chosen = self.world.life.meetings.choose(meeting.id, CONVENER, meeting.slots[0])
        self.run(self._try(chosen))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3), hours=st.integers(1, 40))
    def move(self, number: int, hours: int) -> None:
        to = slot(self._hours_ahead(hours))
        self.run(self._try(self.world.move(self._some(number), to)))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3))
    def cancel(self, number: int) -> None:
        self.run(self._try(self.world.cancel(self._some(number))))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3))
    def take_the_call_off_back(self, number: int) -> None:
        meeting = self._some(number).meeting
        self.run(self._try(self.world.life.meetings.restore(meeting.id, CONVENER)))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3), last=st.booleans())
    def withdraw(self, number: int, last: bool) -> None:
        meeting = self._some(number).meeting
        one = meeting.slots[-1 if last else 0]
        self.run(self._try(self.world.life.meetings.withdraw(meeting.id, CONVENER, one)))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(
        number=st.integers(0, 3),
        who=st.sampled_from([ADA, BEN, CLEO]),
        state=st.sampled_from(Attendance),
    )
    def attend(self, number: int, who: MemberId, state: Attendance) -> None:
        meeting = self._some(number).meeting
        self.run(self._try(self.world.life.meetings.attend(meeting.id, who, state)))

    @precondition(lambda self: self.world.alive and self.meetings)
    @rule(number=st.integers(0, 3), hours=st.integers(0, 40))
    def plans_change_while_something_is_sent(self, number: int, hours: int) -> None:
        """Discord has taken the message, and the bot does not know it yet."""
        meeting = self._some(number)
        to = slot(self._hours_ahead(hours))
        self.discord.meanwhile = lambda: self._try(
            self.world.move(meeting, to) if hours else self.world.cancel(meeting)
        )
        self.run(self.world.work())
        self.discord.meanwhile = None

    @rule(minutes=st.sampled_from([1, 4, 20, 55, 60, 300, 1380]))
    def time_passes(self, minutes: int) -> None:
        self.world.let_pass(minutes=minutes)

    @rule(minutes=st.integers(-50, 50))
    def the_clock_steps(self, minutes: int) -> None:
        self.stepped_back = self.stepped_back or minutes < 0
        self.owed += max(0, -minutes)  # what was due "now" is due again when the clock is there
        self.world.step_clock(timedelta(minutes=minutes))

    @rule(fates=st.lists(st.sampled_from([f for f in Fate if f is not Fate.REFUSED]), max_size=3))
    def faults_are_ahead(self, fates: list[Fate]) -> None:
        self.discord.fates.extend(fates)

    @rule(reachable=st.booleans())
    def discord_comes_and_goes(self, reachable: bool) -> None:
        self.discord.reachable = reachable

    @rule(
        times=st.integers(1, 6),
        late=st.sampled_from([0, 0, 1, 45, 90, 660, 3100]),
        works=st.booleans(),
    )
    def time_comes(self, times: int, late: int, works: bool) -> None:
        """As many times as told, what is due next comes due; perhaps nobody is there to see it."""
        for _ in range(times if works else 1):
            due = self.run(self.world.next_due()) if self.world.alive else None
            if due is not None:
                self.world.wait_until(max(due, self.world.now()) + timedelta(seconds=late))
            if works:
                self.work()

    @rule()
    def work(self) -> None:
        if self.world.alive:
            self.run(self.world.work())

    @precondition(lambda self: self.world.alive)
    @rule(fate=st.sampled_from([Fate.ANSWER_LOST, Fate.CRASH_AFTER]))
    def an_answer_is_lost_for_long(self, fate: Fate) -> None:
        """Longer than Discord remembers nonces."""
        self.discord.fates.append(fate)
        self.run(self.world.work())
        self.world.let_pass(minutes=4)

    @precondition(lambda self: self.world.alive)
    @rule()
    def die(self) -> None:
        self.run(self.world.stop())

    @precondition(lambda self: not self.world.alive)
    @rule()
    def come_back(self) -> None:
        self.run(self.world.start(quick=True))

    @precondition(lambda self: self.world.alive)
    @rule()
    def back_up(self) -> None:
        self.copy = self.run(self.world.back_up())
        self.copied = list(self.meetings)

    # A clock that was set back and a copy that was put back, both at once, can hide that something
    # was sent: nobody could tell. That is the one thing that is not promised.
    @precondition(lambda self: self.copy and not self.stepped_back)
    @rule()
    def put_back(self) -> None:
        assert self.copy is not None
        self.run(self.world.stop())
        self.world.let_pass(minutes=2)
        self.world.put_back(self.copy)
        self.restored = True
        self.meetings = list(self.copied)

    @rule()
    def all_is_well_for_a_while(self) -> None:
        """After a quiet spell everything that is due and useful is there, and nothing twice."""
        self.discord.reachable = True
        self.discord.fates.clear()
        if not self.world.alive:
            self.run(self.world.start(quick=True))
        self.run(self.world.work())
        self.world.let_pass(minutes=self.owed, seconds=self.run(self._longest_pause()))
        self.owed = 0
        self.run(self.world.work())
        for meeting in self.meetings:
            self.run(self._check(meeting))
        twice = Counter(message.content for message in self.discord.messages)
        assert [one for one, count in twice.items() if count > 1 and not self._excused(one)] == []
        assert self.discord.too_late == []
        assert self.discord.too_early == []

    async def _longest_pause(self) -> float:
        """Until all that was tried may be tried again."""
        rows = await self.world.life.stores.rows(
            "SELECT max(next_at) AS at FROM outbox WHERE state = 'pending' AND attempts > 0"
        )
        now = self.world.now().timestamp()
        return max(0.0, (rows[0]["at"] or now) - now) + 1

    def _excused(self, content: tuple[object, ...]) -> bool:
        """A copy that was put back decides once more what was decided since it was made.

        Nor does it know what was taken away then, and a card goes and comes with a call-off and its
        undo; but no two alike stand at once.
        """
        alone = sum(one.content == content for one in self.discord.seen()) <= 1
        if content[1] == "poll card" and alone:
            return True
        return self.restored and (content[1] in DECIDED or alone)

    async def _check(self, meeting: Gathering) -> None:
        gathering = await self.world.look(meeting)
        planned = plan(gathering)
        sent = {message.content for message in self.discord.seen()}
        now = self.world.now()
        owed = await self._owed(planned)
        for one in planned:
            useful = one.expires_at is None or now < one.expires_at
            if one.key in owed and one.due_at <= now and useful:
                assert planned_content(one, gathering) in sent, one.key
        await self._check_rows(gathering, planned)
        time = gathering.meeting.time
        off = gathering.meeting.phase is Phase.CANCELLED and time and now < time.ends
        if off and not self.restored:  # an event that a lost life made is not known of
            assert gathering.meeting.uid not in self.discord.events

    async def _owed(self, planned: tuple[Planned, ...]) -> set[str]:
        """What has to stand once it is due.

        What became planned only after its time, as by a late wish, does not reach back. Reminders
        come and go with what each likes: one that was over before that is not owed again.
        """
        rows = await self.world.life.stores.rows("SELECT * FROM outbox")
        keys = {row["key"] for row in rows}
        live = {"pending", "sending"}
        standing = {r["key"] for r in rows if r["state"] in live or r["message_id"]}
        return {
            one.key
            for one in planned
            if one.action in SENT
            if one.key in (standing if one.action in REMINDERS else keys)
            or (one.action not in REMINDERS and worth_adding(one, one.due_at))
        }

    async def _check_rows(self, gathering: Gathering, planned: tuple[Planned, ...]) -> None:
        """What waits is what a fresh look at the facts would plan."""
        rows = await self.world.life.stores.rows("SELECT * FROM outbox")
        states = {r["key"]: r["state"] for r in rows if r["meeting_id"] == gathering.meeting.id}
        keys = {one.key for one in planned}
        live = {"pending", "sending"}
        now = self.world.now().timestamp()
        waiting = {
            r["key"]
            for r in rows
            if r["key"] in states and r["state"] in live and not r["withdrawn"]
            if r["expires_at"] is None or r["expires_at"] > now
        }
        assert waiting <= keys
        missed = [r for r in rows if r["state"] == "missed"]
        assert [r["key"] for r in missed if r["finished_at"] < r["expires_at"]] == []
        seen = {message.mark for message in self.discord.seen()}
        off = [key for key, state in states.items() if state == "cancelled"]
        assert [key for key in off if marker(gathering.meeting, key) in seen] == []
        moment = self.world.now()
        assert {one.key for one in planned if worth_adding(one, moment)} <= states.keys()

    def teardown(self) -> None:
        if hasattr(self, "meetings"):
            self.all_is_well_for_a_while()
            self.run(self.world.stop())
        self.runner.close()
        self.folder.cleanup()


HUNT = os.environ.get("CONVENE_MUTANT")
"""A mutant is to be noticed, the same way each time, and need not be explained."""

TestLives = Lives.TestCase
TestLives.settings = settings(
    max_examples=int(os.environ.get("CONVENE_MACHINES", "60")),
    stateful_step_count=40,
    deadline=None,
    derandomize=bool(HUNT),
    phases=[Stage.generate] if HUNT else list(Stage),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
