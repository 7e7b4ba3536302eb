"""Reads a week of usual hours as people type it, and writes it as it reads it.

`Mon 9-12, 18-21` and its many cousins. What cannot be read is not guessed: it is given back in the
member's own words, which are shown to that member only.
"""

import re
from dataclasses import dataclass, field
from datetime import time

from bot.domain.standing.pattern import A_DAY, WEEK_LENGTH, Hours, Week, tidied
from bot.domain.when.shown import WEEKDAYS, show_clock

_NOON = 12 * 60
_FIRST_DOUBTFUL, _LAST_DOUBTFUL = 60, 6 * 60 + 59
"""A start from 1 to 6 without am or pm may be either."""

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\.?(?![a-z])"
_JOIN = r"\s*(?:-|–|—|to|till?|until|through)\s*"
_DAYS = re.compile(
    rf"(?P<all>every\s*day|daily|all\s+days)|(?P<work>week\s*days?|work\s*days?)|(?P<end>weekends?)"
    rf"|(?P<first>{_DAY})(?:{_JOIN}(?P<last>{_DAY}))?",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:(?P<{0}h>\d{{1,2}})(?:[:.h]?(?P<{0}m>[0-5]\d))?"
    r"\s*(?P<{0}x>[ap]\.?m?\.?(?![a-z])|h)?|(?P<{0}w>noon|midday|midnight))"
)
_RANGE = re.compile(rf"(?:from\s+)?{_CLOCK.format('a')}{_JOIN}{_CLOCK.format('b')}", re.IGNORECASE)
_WHOLE_DAY = re.compile(r"all\s+day|any\s*time|always|whole\s+day", re.IGNORECASE)
_NEVER = re.compile(r"-|–|none|never|no|nothing|not(?:\s+free)?|off|busy", re.IGNORECASE)
_BETWEEN = re.compile(r"[,+&]|\band\b|\bor\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WeekRead:
    """A week, and the pieces of the text that gave nothing; without such, the week is whole."""

    week: Week
    unread: tuple[str, ...] = field(repr=False)


def read_week(text: str) -> WeekRead:
    """Read usual hours, a line a day or however they were typed."""
    days: list[list[Hours]] = [[] for _ in range(WEEK_LENGTH)]
    unread: list[str] = []
    for line in re.split(r"[\n\r;]+", text):
        _read_line(line, days, unread)
    return WeekRead(tuple(tidied(day) for day in days), tuple(unread))


def _read_line(line: str, days: list[list[Hours]], unread: list[str]) -> None:
    meant: list[int] = []
    waiting = ""
    for piece in filter(None, (part.strip() for part in _BETWEEN.split(line))):
        named = _DAYS.match(piece)
        if named:
            meant = [*meant, *_named(named)] if waiting else _named(named)
            waiting = f"{waiting}, {piece}" if waiting else piece
        rest = piece[named.end() if named else 0 :].strip(" :\t")
        if named and not rest:
            continue
        hours = _read_hours(rest)
        if hours is None or not meant:
            unread.append(piece)
        else:
            for day in meant:
                days[day] += hours
        waiting = ""
    if waiting:
        unread.append(waiting)


def _named(found: re.Match[str]) -> list[int]:
    if found["all"]:
        return list(range(WEEK_LENGTH))
    if found["work"]:
        return list(range(5))
    if found["end"]:
        return [5, 6]
    first = _weekday(found["first"])
    last = _weekday(found["last"]) if found["last"] else first
    return [(first + step) % WEEK_LENGTH for step in range((last - first) % WEEK_LENGTH + 1)]


def _weekday(word: str) -> int:
    return WEEKDAYS.index(word[:3].title())


def _read_hours(text: str) -> list[Hours] | None:
    """One range, possibly none at all; None where it cannot be read."""
    words = text.strip(" .")
    if _WHOLE_DAY.fullmatch(words):
        return [Hours(0, A_DAY)]
    if _NEVER.fullmatch(words or text):
        return []
    one = read_hours(words)
    return [one] if one else None


def read_hours(text: str) -> Hours | None:
    """Read one range, like `8-21` or `7-10pm`; None where it cannot be read for sure."""
    found = _RANGE.fullmatch(text.strip(" ."))
    if found is None:
        return None
    starts, ends = _minutes(found, "a"), _minutes(found, "b")
    if starts is None or ends is None:
        return None
    begin = _start(found, starts, ends)
    return _until(begin, ends, found) if begin is not None else None


def _minutes(found: re.Match[str], end: str) -> int | None:
    """Minutes as typed, am and pm counted in; None where no clock shows that."""
    if found[f"{end}w"]:
        return 0 if found[f"{end}w"].lower() == "midnight" else _NOON
    hour, minute = int(found[f"{end}h"]), int(found[f"{end}m"] or 0)
    half = _half(found, end)
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the hours of half a day
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or (hour == 24 and minute):  # noqa: PLR2004 - the hours of a day
        return None
    return (hour * 60 + minute) % A_DAY


def _half(found: re.Match[str], end: str) -> str:
    word = (found[f"{end}x"] or "").lower()
    return word[:1] if word[:1] in {"a", "p"} else ""


def _start(found: re.Match[str], starts: int, ends: int) -> int | None:
    """The start, its half of the day taken from the end where only that one says it."""
    if _half(found, "a") or found["aw"] or _plain_24(found, "a"):
        return starts
    if _half(found, "b") and starts <= _NOON + 59:
        as_end = starts % _NOON + (_NOON if _half(found, "b") == "p" else 0)
        earlier = (as_end - _NOON) % A_DAY
        return as_end if as_end < ends or ends == 0 else earlier
    doubtful = _FIRST_DOUBTFUL <= starts <= _LAST_DOUBTFUL and not _plain_24(found, "b")
    return None if doubtful else starts


def _plain_24(found: re.Match[str], end: str) -> bool:
    """Whether it can only be read on a clock of 24 hours: 18, 07:30, 0900, 9h."""
    hour = found[f"{end}h"] or ""
    if _half(found, end):
        return False
    return hour.startswith("0") or int(hour or 0) > 12 or (found[f"{end}x"] or "").lower() == "h"  # noqa: PLR2004 - as above


def _until(starts: int, ends: int, found: re.Match[str]) -> Hours | None:
    """To the first such end after the start."""
    sure = _half(found, "b") or found["bw"] or _plain_24(found, "a") or _plain_24(found, "b")
    steps = (0, A_DAY) if sure else (0, _NOON, A_DAY)
    for step in steps:
        if starts < ends + step <= starts + A_DAY - 1:
            return Hours(starts, ends + step)
    return None


def written(week: Week) -> tuple[str, ...]:
    """The week in the words in which it is read again, a line a day that has hours."""
    return tuple(
        f"{name} {', '.join(map(written_hours, hours))}"
        for name, hours in zip(WEEKDAYS, week, strict=True)
        if hours
    )


def written_hours(hours: Hours) -> str:
    """One stretch: `9:00 am - 12:00 pm`."""
    if hours.ends - hours.starts == A_DAY and not hours.starts:
        return "all day"
    return " - ".join(_shown(minutes) for minutes in (hours.starts, hours.ends))


def _shown(minutes: int) -> str:
    return show_clock(time(*divmod(minutes % A_DAY, 60)))
