"""Chapters: named lists of steps, each a sentence and what is done, seen and checked in it.

It does *not* know how steps are shown, nor in what order chapters are played.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

from playground.story.scene import Scene
from playground.story.views import View

Act = Callable[[Scene], AsyncIterator[View]]
"""Does the step, gives what the people concerned see, and raises `Unheld` where it is not so."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what happens, in a sentence that can be read before it happens."""

    sentence: str
    act: Act


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the week; its steps build on those of the chapters before."""

    title: str
    steps: list[Step] = field(default_factory=list[Step])

    def step(self, sentence: str) -> Callable[[Act], Act]:
        """Add the decorated function as the next step."""

        def added(act: Act) -> Act:
            self.steps.append(Step(sentence, act))
            return act

        return added
