"""The story on a terminal: chapters, steps, and what each person sees, at most 100 wide.

It does *not* know what happens in the story.
"""

import sys
import textwrap
from typing import TextIO

from playground.story.views import Remark, Sight, View

WIDTH = 96
_BOLD, _DIM, _GREEN, _RED, _OFF = "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[31m", "\x1b[0m"


class Paper:
    """Prints as it goes; colours only on a terminal."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._coloured = self._out.isatty()

    def chapter(self, title: str) -> None:
        """A new chapter begins."""
        self._put("")
        self._put(f"══ {title} {'═' * max(3, WIDTH - len(title) - 4)}", _BOLD)

    def step(self, number: int, sentence: str) -> None:
        """A step begins."""
        self._put("")
        self._wrapped(sentence, f"{number:>3}. ", " " * 5, _BOLD)

    def seen(self, view: View) -> None:
        """Somebody sees something."""
        match view:
            case Remark():
                self._wrapped(view.text, "     ~ ", "       ", _DIM)
            case Sight():
                self._sight(view)

    def held(self) -> None:
        """The step was as it is told."""
        self._put("     ✓", _GREEN)

    def failed(self, number: int, sentence: str, why: list[str], log: list[str]) -> None:
        """A step was not, and what is known about it."""
        self._put("")
        self._put(f"✗ Step {number} did not hold: {sentence}", _RED)
        for line in why:
            self._wrapped(line, "  ", "    ")
        self._put("  The bot's last words:")
        for line in log or ["(none)"]:
            self._wrapped(line, "  | ", "  |   ")

    def say(self, text: str = "") -> None:
        """A line of its own."""
        self._put(text)

    def _sight(self, sight: Sight) -> None:
        bar = "     ┊ " if sight.private else "     │ "
        whom = f"only {sight.who} sees this" if sight.private else f"{sight.who} sees"
        title = f" {sight.title}" if sight.title else ""
        self._put(f"     ┌ {whom}{title}", _DIM)
        for line in sight.lines:
            inset = " " * (len(line) - len(line.lstrip()))
            self._wrapped(line.strip(), bar + inset, f"{bar}{inset}  ")
        if sight.controls:
            self._wrapped("  ".join(sight.controls), bar, bar)
        if sight.pings:
            self._wrapped(f"(notifies {', '.join(sight.pings)})", bar, bar, _DIM)

    def _wrapped(self, text: str, first: str, then: str, style: str = "") -> None:
        lines = textwrap.wrap(
            text,
            WIDTH,
            initial_indent=first,
            subsequent_indent=then,
            break_long_words=True,
            break_on_hyphens=False,
        )
        for line in lines or [first.rstrip()]:
            self._put(line, style)

    def _put(self, text: str, style: str = "") -> None:
        shown = f"{style}{text}{_OFF}" if style and self._coloured else text
        print(shown, file=self._out, flush=True)
