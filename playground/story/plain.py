"""Discord's text as somebody reads it: times in their own zone, names instead of numbers.

Knows Discord's markup as far as the bot uses it. It does *not* know what the text is about.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

_TIME = re.compile(r"<t:(\d+)(?::([tTdDfFR]))?>")
_PERSON = re.compile(r"<@!?(\d+)>")
_CHANNEL = re.compile(r"<#(\d+)>")
_HEADING = re.compile(r"^#{1,3} ", re.MULTILINE)
_BULLET = re.compile(r"^- ", re.MULTILINE)
_MARKS = re.compile(r"\*\*|`")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and when: names of people and channels by id, their zone, the present."""

    names: Mapping[int, str]
    channels: Mapping[int, str]
    zone: tzinfo
    now: datetime


def plain(text: str, reader: Reader) -> str:
    """The text without markup, as the reader's client draws it."""
    text = _TIME.sub(lambda found: _moment(found, reader), text)
    text = _PERSON.sub(lambda found: f"@{reader.names.get(int(found[1]), 'somebody')}", text)
    text = _CHANNEL.sub(lambda found: f"#{reader.channels.get(int(found[1]), 'unknown')}", text)
    return _MARKS.sub("", _BULLET.sub("• ", _HEADING.sub("", text)))


def _moment(found: re.Match[str], reader: Reader) -> str:
    instant = datetime.fromtimestamp(int(found[1]), UTC)
    if found[2] == "R":
        return relative((instant - reader.now).total_seconds())
    local = instant.astimezone(reader.zone)
    return clock(local) if found[2] in ("t", "T") else f"{day(local)} {local.year}, {clock(local)}"


def day(local: datetime) -> str:
    """A day: `Tuesday 10 March`."""
    return f"{local:%A} {local.day} {local:%B}"


def clock(local: datetime) -> str:
    """A time of day: `8:00 am`."""
    return f"{local.hour % 12 or 12}:{local:%M} {'am' if local.hour < 12 else 'pm'}"


def relative(seconds: float) -> str:
    """How far away, in Discord's rough words: `in an hour`, `2 days ago`."""
    words = _rough(abs(seconds))
    return f"in {words}" if seconds >= 0 else f"{words} ago"


def _rough(seconds: float) -> str:
    minutes, hours, days = (round(seconds / size) for size in (60, 3600, 86400))
    for fits, words in (
        (seconds < 45, "a few seconds"),
        (seconds < 90, "a minute"),
        (minutes < 45, f"{minutes} minutes"),
        (minutes < 90, "an hour"),
        (hours < 22, f"{hours} hours"),
        (hours < 36, "a day"),
    ):
        if fits:
            return words
    return f"{days} days"
