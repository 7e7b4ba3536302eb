"""What a rule of reading is: a pattern, and what a match of it says.

No pattern nests one repetition in another, and what repeats is bounded, so that the work grows with
the text only. Blanks inside a pattern never cross a line.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.when.said import Meaning

S = r"[^\S\n\r]{0,9}"
"""Blanks, or none."""

GAP = r"[^\S\n\r]{1,9}"
"""Blanks, at least one."""

HALF = rf"{S}(?P<half>[ap]\.{S}m\.?|[ap]m|(?<=[0-9])[ap])(?!\w)"
"""am or pm in any spelling; a bare letter only right behind the figures."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who typed: the zone that abbreviations are tried against first, and the present."""

    own: ZoneInfo
    now: datetime


Meant = Callable[[re.Match[str], Reader], Meaning | None]
"""What a match says to this reader, or None where the next rule should try."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means."""

    pattern: re.Pattern[str]
    meant: Meant

    def read(self, text: str, place: int, reader: Reader) -> tuple[int, Meaning] | None:
        """Give where the match at this place ends and what it says, or None."""
        found = self.pattern.match(text, place)
        meaning = self.meant(found, reader) if found else None
        return (found.end(), meaning) if found and meaning is not None else None


def rule(pattern: str, meant: Meant | Meaning) -> Rule:
    """Make a rule of a pattern in which letters' case does not matter."""
    compiled = re.compile(pattern, re.IGNORECASE)
    if callable(meant):
        return Rule(compiled, meant)
    return Rule(compiled, lambda _found, _reader: meant)
