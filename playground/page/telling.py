"""The story, told step by step on the page: when the next step comes is up to the reader.

Between steps time stands still, so that nobody has to read fast. Once left, the world is as the
story left it, and people go on by hand. It does *not* know what the story is about.
"""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from playground.clock import ClockError
from playground.page.ground import Ground
from playground.payloads import Json
from playground.stage import DriverError
from playground.story.chapter import Chapter, Step
from playground.story.expecting import Unheld
from playground.story.playing import STEP_SECONDS, objections
from playground.story.scene import Scene
from playground.story.views import Remark, Sight, View

PAUSE = 3.5
"""Seconds between steps where the story plays on by itself."""

SETTLING = 4.0


class At(StrEnum):
    """How the story stands."""

    UNTOLD = "untold"
    PLAYING = "playing"
    WAITING = "waiting"
    FAILED = "failed"
    TOLD = "told"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody saw, and in which channel, if in any: threads are renamed later."""

    view: View
    channel: int | None = None


@dataclass(slots=True)
class Told:
    """One step that was begun, what people saw in it, and why it did not hold, if it did not."""

    number: int
    sentence: str
    seen: list[Seen] = field(default_factory=list[Seen])
    why: list[str] = field(default_factory=list[str])


class Telling:
    """The one reading of the story that is going on, if there is any."""

    def __init__(self, ground: Ground, chapters: Sequence[Chapter]) -> None:
        self._ground = ground
        self._chapters = chapters
        self._steps: list[Step] = [step for chapter in chapters for step in chapter.steps]
        self._number = 0
        self._at = At.UNTOLD
        self._on = False
        self._hurry_to = 0
        self._told: Told | None = None
        self._task: asyncio.Task[None] | None = None

    def view(self) -> Json:
        """Where the story stands, for the page."""
        return {
            "at": self._at,
            "on": self._on,
            "number": self._number,
            "count": len(self._steps),
            "hurrying": self._number + 1 < self._hurry_to,
            "chapters": self._contents(),
            "next": self._steps[self._number].sentence if self._number < self._count else None,
            "told": self._told and _told_view(self._told),
        }

    async def begin(self, chapter: int) -> None:
        """Begin anew in a fresh scene, and hurry to a chapter's first step (counted from 0)."""
        if not 0 <= chapter < len(self._chapters):
            raise DriverError("there is no such chapter")
        await self._stop()
        self._at, self._number, self._told = At.PLAYING, 0, None
        await self._ground.begin(with_bot=False)
        self._hurry_to = sum(len(one.steps) for one in self._chapters[:chapter]) + 1
        self._on = False
        self._run()

    def step(self) -> None:
        """Play the next step."""
        self._check_may_go_on()
        self._on = False
        self._run()

    def play_on(self) -> None:
        """Play one step after the other, with a pause for reading between them."""
        self._check_may_go_on()
        self._on = True
        self._run()

    def pause(self) -> None:
        """Wait after the step that is being played."""
        self._on = False
        self._hurry_to = 0
        self._ground.stir()

    async def leave(self) -> None:
        """Go on by hand: time flows again, and the story can be taken up later."""
        told = self._at not in (At.UNTOLD, At.TOLD)
        await self._stop()
        if told:
            self._at = At.LEFT
        if self._ground.ready:
            scene = self._ground.stand.scene
            scene.discord.faults.clear()
            scene.discord.clock.steer(rate=1.0)
        self._ground.stir()

    async def close(self) -> None:
        """End what is going on."""
        await self._stop()

    @property
    def _count(self) -> int:
        return len(self._steps)

    def _check_may_go_on(self) -> None:
        if self._at not in (At.WAITING, At.LEFT):
            raise DriverError("the story cannot go on from here; begin it anew")

    def _run(self) -> None:
        if self._task is not None:
            self._task.cancel()  # it only sleeps, for the reader's sake
        self._at = At.PLAYING
        self._task = asyncio.create_task(self._play())
        self._ground.stir()

    async def _stop(self) -> None:
        task, self._task = self._task, None
        self._on, self._hurry_to = False, 0
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _play(self) -> None:
        while self._at is At.PLAYING:
            await self._play_one()
            if not self._goes_on:
                return
            if self._number >= self._hurry_to:
                await asyncio.sleep(PAUSE)
            if not self._goes_on:
                return
            self._at = At.PLAYING

    @property
    def _goes_on(self) -> bool:
        return self._at is At.WAITING and (self._on or self._number < self._hurry_to)

    async def _play_one(self) -> None:
        scene = self._ground.stand.scene
        step = self._steps[self._number]
        self._told = told = Told(self._number, step.sentence)
        scene.discord.clock.steer(rate=1.0)
        try:
            await self._act(step, scene, told)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the step did not hold
            told.why = _reasons(error)
            outcome = At.FAILED
        else:
            self._number += 1
            outcome = At.TOLD if self._number == self._count else At.WAITING
        await _stand_still(scene, outcome)
        self._at = outcome
        self._ground.stir()

    async def _act(self, step: Step, scene: Scene, told: Told) -> None:
        async with asyncio.timeout(STEP_SECONDS):
            async for view in step.act(scene):
                told.seen.append(Seen(view, _place(view, scene)))
                self._ground.stir()
        objections(scene)

    def _contents(self) -> list[Json]:
        first = 0
        listed: list[Json] = []
        for chapter in self._chapters:
            listed.append({"title": chapter.title, "first": first, "steps": len(chapter.steps)})
            first += len(chapter.steps)
        return listed


async def _stand_still(scene: Scene, outcome: At) -> None:
    """Stop the clock once the cards show what was done; after the end it flows on."""
    clock = scene.discord.clock
    waits = outcome is At.WAITING
    if clock.followers and waits:
        with contextlib.suppress(ClockError):
            await clock.jump(clock.now(), SETTLING)
    clock.steer(rate=0.0 if waits else 1.0)


def _reasons(error: Exception) -> list[str]:
    match error:
        case Unheld():
            return [f"Expected: {error.expected}", f"Found: {error.found}"]
        case TimeoutError():
            return [f"The step did not end within {STEP_SECONDS:g} seconds."]
        case _:
            return [f"{type(error).__name__}: {error}"]


def _told_view(told: Told) -> Json:
    return {
        "number": told.number,
        "sentence": told.sentence,
        "views": [_seen_view(one) for one in told.seen],
        "why": told.why,
    }


def _seen_view(seen: Seen) -> Json:
    match seen.view:
        case Remark(text):
            return {"remark": text}
        case Sight() as sight:
            return {
                "who": sight.who,
                "title": sight.title,
                "private": sight.private,
                "lines": list(sight.lines),
                "channel": None if seen.channel is None else str(seen.channel),
            }


def _place(view: View, scene: Scene) -> int | None:
    """Where a sight stands, by the name in its title: the longest, of these the newest."""
    if isinstance(view, Remark) or "form:" in view.title:
        return None
    channels = scene.discord.world.channels.values()
    fitting = [one for one in channels if one.name and one.name in view.title]
    return max(fitting, key=lambda one: (len(one.name), one.id)).id if fitting else None
