"""A text as patterns read it, without Discord's own syntax, and where each character stands.

Mentions, custom emoji and timestamps identify no client and would look like numbers and handles;
marks such as `**`, invisible characters and runs of blanks would part a cue from its name. It does
not know what an identifier is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_GONE = "\x00"
_MACHINE = re.compile(
    r"<@[!&]?[0-9]{1,20}>"  # members and roles
    r"|<#[0-9]{1,20}>"
    r"|</[\w -]{1,100}:[0-9]{1,20}>"
    r"|<id:[a-z]{1,20}>"
    r"|<a?:\w{1,32}:[0-9]{1,20}>"
    r"|<t:-?[0-9]{1,20}(?::[a-zA-Z])?>"
)
_MARKS = re.compile(
    r"\*{1,3}|\|\||~~|```[a-zA-Z0-9+#-]{1,20}\n|`{1,3}|^(?:>{1,3}|#{1,3}|-#)(?= )", re.MULTILINE
)
_UNDERLINE = re.compile(r"(?<![\w/@.])(_{1,3})(?=[^\s_])([^_\n]{1,200})(\1)(?![\w.])")

# What phones put in for characters that patterns spell as the keyboard has them.
_TYPED = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u00b7", "-")
    | dict.fromkeys("\u00a0\u202f\u2009\t\r", " ")
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", _GONE)
    | {"\uff20": "@"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What patterns read of a text.

    Attributes:
        text: The characters that count.
        lowered: The same in lower case, perhaps longer.
        places: For each character of `text`, its place in the text that was written.
    """

    text: str
    lowered: str
    places: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of `text`, which is not empty, stands in the text that was written."""
        return self.places[start], self.places[end - 1] + 1


def read(text: str) -> Reading:
    """Take out of a text what Discord and phones put into it."""
    masked = _masked(text)
    if _GONE not in masked and "  " not in masked:
        return Reading(masked, masked.lower(), range(len(masked)))
    places = [place for place, mark in enumerate(masked) if mark != _GONE]
    places = [
        place
        for before, place in zip([-1, *places], places, strict=False)
        if before < 0 or masked[place] != " " or masked[before] != " "
    ]
    kept = "".join(masked[place] for place in places)
    return Reading(kept, kept.lower(), places)


def _masked(text: str) -> str:
    """The text with as many characters, and a sign where one is to go."""
    masked = _MACHINE.sub(_blank, text.translate(_TYPED))
    if "_" in masked:
        masked = _UNDERLINE.sub(_without_underline, masked)
    return _MARKS.sub(lambda match: _GONE * len(match[0]), masked)


def _blank(match: re.Match[str]) -> str:
    return " " + _GONE * (len(match[0]) - 1)


def _without_underline(match: re.Match[str]) -> str:
    return _GONE * len(match[1]) + match[2] + _GONE * len(match[3])
