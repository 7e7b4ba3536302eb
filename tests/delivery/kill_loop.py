"""Kills the real bot again and again, and lets the checker judge what its groups got to see.

`python -m tests.delivery.kill_loop --kills 100 --seed 1`: several bots, each on a Discord of its
own on loopback, die by SIGKILL at random moments: while they start, while they deliver what is due,
while answers are lost, in outages longer than Discord remembers nonces. Ends with the checker's
numbers, and exit code 1 where a promise was broken.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playground.bot_process import BotProcess
from playground.clock import SteeredClock
from playground.loopback import Loopback
from tests.delivery.checker import Verdict, check
from tests.delivery.due import MINUTE, save
from tests.delivery.ledger import Ledger
from tests.delivery.scene import ALREADY_SETTLED, APART, BEGIN, POLL_FOR, SETTLED_BEFORE, set_up

STEP = MINUTE
"""Steered seconds from one life of the bot to the next; less than Discord remembers a nonce."""

FLIGHT = (6 * MINUTE, 10 * MINUTE)
"""How far time flies while the bot is cut off or dead; more than Discord remembers a nonce."""

LONGEST_PAUSE = 5 * MINUTE
"""After this the bot tries again whatever it was not sure of."""

REST_EVERY = 5
RATE = 10.0
WARM, LAST = 6.0, 1.5
"""How much comes from the bot, in the mean, before the last turn of the clock, and after it.

Counted in what the journal holds and not in seconds, so that kills strike in the middle of work on
slow machines too.
"""

PATIENCE = 0.4
"""Real seconds after which a bot that has nothing to do is killed all the same."""

PACE = 3 * MINUTE
"""Steered seconds for each kill, rests and flights included: about so long do the kills take."""

CONFIG = '[storage]\npath = "convene.sqlite3"\nbackups = "backups"\n'
REAL_BOT = (sys.executable, "-m", "bot", "run")


@dataclass(frozen=True, slots=True)
class Setting:
    """What one loop is to do.

    `dark` is the share of lives that end in an outage or lie dead for minutes; `unheard` the share
    of answers that get lost, half of them by a reset, half as a 500; `flight` how long the dark is.
    """

    kills: int
    seed: int
    folder: Path
    meetings: int = 0
    dark: float = 0.07
    unheard: float = 0.05
    flight: tuple[int, int] = FLIGHT
    command: tuple[str, ...] = REAL_BOT

    @property
    def called(self) -> int:
        """How many meetings: as many as fill the time of the kills, if nothing else is said."""
        return self.meetings or (self.kills * PACE + ALREADY_SETTLED + POLL_FOR) // APART


class Lane:
    """One bot with its Discord, over all its lives."""

    def __init__(self, setting: Setting, discord: Loopback, bot: BotProcess) -> None:
        self._setting = setting
        self._discord = discord
        self._bot = bot
        self._dice = random.Random(setting.seed)  # noqa: S311 - repeatable on purpose
        self._ledger = Ledger(discord)
        self._start_takes = 1.0
        self._goal = float(BEGIN)

    async def play(self) -> None:
        """All lives, and a last one in peace."""
        for number in range(1, self._setting.kills + 1):
            self._goal += STEP
            await (self._rest() if number % REST_EVERY == 0 else self._one_life())
        await self._in_peace()

    async def _one_life(self) -> None:
        dark = self._setting.dark
        ways = {
            self._die_working: 0.6 * (1 - dark),
            self._die_with_slow_answers: 0.17 * (1 - dark),
            self._die_trying_again: 0.08 * (1 - dark),
            self._die_starting: 0.15 * (1 - dark),
            self._die_in_an_outage: 0.5 * dark,
            self._die_and_lie_dead: 0.5 * dark,
        }
        way = self._dice.choices(list(ways), list(ways.values()))[0]
        self._lose_answers()
        await way()
        self._discord.faults.clear()

    def _lose_answers(self) -> None:
        for how in ("reset", "500"):
            for route in ("POST /channels/*", "POST /guilds/*"):
                seed = self._dice.randrange(2**32)
                self._discord.faults.lose_answer(route, self._setting.unheard / 2, seed, how=how)

    async def _rest(self) -> None:
        """A life without faults in which the bot comes to the end of all that is due, and dies."""
        await self._start()
        since = await self._all_done(self._discord.clock.now())
        until = await self._all_done(since + timedelta(seconds=LONGEST_PAUSE))
        self._ledger.note("rest", since=since.timestamp(), until=until.timestamp())
        self._goal = max(self._goal, until.timestamp())
        await self._kill()

    async def _all_done(self, at: datetime) -> datetime:
        """Time stands still until the bot has attempted all that is due; gives when."""
        clock = self._discord.clock
        clock.steer(at, rate=0.0)
        await clock.jump(at, seconds=60)
        clock.steer(rate=RATE)
        return at

    async def _die_starting(self) -> None:
        await self._bot.launch()
        self._turn_to(self._goal)
        await asyncio.sleep(self._dice.uniform(0.1, 1.0) * self._start_takes)
        await self._kill()

    async def _die_working(self) -> None:
        """Some is due before the start, and more falls due shortly before the kill."""
        await self._start()
        await self._let_work(WARM)
        self._turn_to(self._goal)
        await self._let_work(LAST)
        await self._kill()

    async def _die_with_slow_answers(self) -> None:
        seconds, before = self._dice.uniform(0.02, 0.2), self._dice.random() < 0.5
        self._discord.faults.slow("POST /channels/*", seconds, before=before)
        await self._die_working()

    async def _die_trying_again(self) -> None:
        """Lives long enough for discord.py to repeat what was answered with a 500."""
        await self._start()
        self._turn_to(self._goal)
        await asyncio.sleep(self._dice.uniform(1.0, 2.0))
        await self._kill()

    async def _die_in_an_outage(self) -> None:
        """Time flies only in the dark, since no bot waits longer than a minute for an answer."""
        await self._start()
        self._turn_to(self._goal)
        await self._let_work(LAST)
        with self._discord.faults.outage():
            self._fly()
            await asyncio.sleep(self._dice.uniform(0, 0.2))
            await self._kill()

    async def _die_and_lie_dead(self) -> None:
        await self._die_working()
        self._fly()

    def _fly(self) -> None:
        """Longer than Discord remembers a nonce."""
        self._goal = max(self._goal, self._discord.clock.now().timestamp())
        self._goal += self._dice.uniform(*self._setting.flight)
        self._turn_to(self._goal)

    async def _start(self) -> None:
        began = time.monotonic()
        await self._bot.start()
        self._start_takes = time.monotonic() - began

    async def _let_work(self, mean: float) -> None:
        """Until a random number of things has come from the bot, and a moment longer."""
        entries = self._discord.journal.entries
        enough = len(entries) + 1 + int(self._dice.expovariate(1 / mean))
        deadline = time.monotonic() + PATIENCE
        while len(entries) < enough and time.monotonic() < deadline:  # noqa: ASYNC110 - of a list
            await asyncio.sleep(0.001)
        await asyncio.sleep(self._dice.uniform(0, 0.02))

    async def _kill(self) -> None:
        self._ledger.note("killed")
        await self._bot.kill()

    def _turn_to(self, seconds: float) -> None:
        """Never back: the kills are enough."""
        to = datetime.fromtimestamp(seconds, UTC)
        if to > self._discord.clock.now():
            self._discord.clock.steer(to)

    async def _in_peace(self) -> None:
        """A last life without faults, until the last meeting has begun."""
        await self._bot.start()
        clock = self._discord.clock
        last = BEGIN - ALREADY_SETTLED + self._setting.called * APART + SETTLED_BEFORE
        end = datetime.fromtimestamp(last, UTC) + timedelta(minutes=20)
        while clock.now() < end:
            await self._discord.quiet(0.05)
            clock.steer(clock.now() + timedelta(minutes=4))
        await self._discord.quiet(0.5)
        await self._bot.stop()


async def lane(setting: Setting) -> Verdict:
    """One loop, and what the checker says about it."""
    setting.folder.mkdir(parents=True, exist_ok=True)
    journal, plan = setting.folder / "journal.jsonl", setting.folder / "plan.json"
    clock = SteeredClock(datetime.fromtimestamp(BEGIN, UTC), rate=RATE)
    async with Loopback.start(clock=clock, journal_file=journal) as discord:
        bot = BotProcess(discord, setting.folder, CONFIG, setting.command)
        save(await set_up(discord, setting.folder / "convene.sqlite3", setting.called), plan)
        clock.steer(datetime.fromtimestamp(BEGIN, UTC))
        try:
            await Lane(setting, discord, bot).play()
        finally:
            if bot.running:
                await bot.kill()
        if discord.violations or discord.own_faults:
            raise AssertionError([*discord.violations, *discord.own_faults])
    return check(journal, plan)


async def lanes(kills: int, seed: int, folder: Path, *, count: int = 2) -> list[Verdict]:
    """Several loops side by side, with so many kills in all."""
    shares = [kills // count + (number < kills % count) for number in range(count)]
    settings = [
        Setting(share, seed * 100 + number, folder / f"lane-{number}")
        for number, share in enumerate(shares)
    ]
    return list(await asyncio.gather(*map(lane, settings)))


def main() -> int:
    """Reads the command line; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lanes", type=int, default=2, help="bots side by side")
    parser.add_argument("--keep", type=Path, help="a folder for journal, plan, log and database")
    given = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        verdicts = asyncio.run(lanes(given.kills, given.seed, folder, count=given.lanes))
    for verdict in verdicts:
        print(verdict)  # noqa: T201 - a program for people
    print(f"{time.monotonic() - began:.0f} s")  # noqa: T201
    return int(any(verdict.breaks for verdict in verdicts))


if __name__ == "__main__":
    sys.exit(main())
