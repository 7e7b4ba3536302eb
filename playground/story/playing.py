"""Plays chapters step by step and stops at the first step that does not hold.

After each step Discord must have had nothing to object to, and nobody may have waited longer than
a second. It does *not* know what the steps are about.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from playground.story.chapter import Chapter, Step
from playground.story.expecting import Unheld, expect
from playground.story.scene import Scene
from playground.story.views import View

SLOWEST = 1.0
"""Seconds until the first answer to an interaction; Discord gives three."""

STEP_SECONDS = 30.0
LAST_WORDS = 15


class Audience(Protocol):
    """Who is shown the story."""

    def chapter(self, title: str) -> None:
        """A chapter begins."""
        ...

    def step(self, number: int, sentence: str) -> None:
        """A step begins."""
        ...

    def seen(self, view: View) -> None:
        """Somebody sees something."""
        ...

    def held(self) -> None:
        """The step held."""
        ...

    def failed(self, number: int, sentence: str, why: list[str], log: list[str]) -> None:
        """The step did not hold; why, and the last lines of the bot's log."""
        ...


class Story:
    """Chapters before an audience.

    Attributes:
        begun: How many steps were begun.
        failed: The sentence of the step that did not hold, if there is one.
    """

    def __init__(self, chapters: Sequence[Chapter], audience: Audience) -> None:
        self.begun = 0
        self.failed = ""
        self._chapters = chapters
        self._audience = audience

    async def play(self, command: tuple[str, ...]) -> bool:
        """Play it with the bot that this command runs; whether every step held."""
        with tempfile.TemporaryDirectory(prefix="convene-story-") as folder:
            async with Scene.set_up(Path(folder), command) as scene:
                return await self._play_on(scene)

    async def _play_on(self, scene: Scene) -> bool:
        for chapter in self._chapters:
            self._audience.chapter(chapter.title)
            for step in chapter.steps:
                self.begun += 1
                self._audience.step(self.begun, step.sentence)
                if not await self._held(step, scene):
                    return False
        return True

    async def _held(self, step: Step, scene: Scene) -> bool:
        try:
            async with asyncio.timeout(STEP_SECONDS):
                async for view in step.act(scene):
                    self._audience.seen(view)
            objections(scene)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the step did not hold
            self.failed = step.sentence
            log = scene.bot.log.splitlines()[-LAST_WORDS:]
            self._audience.failed(self.begun, step.sentence, _why(error, scene), log)
            return False
        self._audience.held()
        return True


def objections(scene: Scene) -> None:
    """Nothing may have been refused or slow so far.

    Raises:
        Unheld: Something was.
    """
    discord = scene.discord
    refused = [f"{one.method} {one.path}: {one.problems}" for one in discord.violations]
    expect(not refused, "the bot to send only what Discord accepts", refused)
    fell_short = [f"{one.method} {one.path}: {one.problems}" for one in discord.own_faults]
    expect(not fell_short, "the loopback to answer as Discord does", fell_short)
    slow = [f"{one.name}: {one.seconds:.2f} s" for one in discord.answers if one.seconds > SLOWEST]
    expect(not slow, f"every first answer within {SLOWEST:g} s", slow)


def _why(error: Exception, scene: Scene) -> list[str]:
    if isinstance(error, Unheld):
        why = [f"Expected: {error.expected}", f"Found: {error.found}"]
    elif isinstance(error, TimeoutError):
        why = [f"Expected: the step to end within {STEP_SECONDS:g} s"]
    else:
        why = [f"{type(error).__name__}: {error}"]
    try:
        objections(scene)
    except Unheld as more:
        if str(more) != str(error):
            why.append(f"Also expected: {more.expected}; found {more.found}")
    return why
