"""What a group is owed: which message of which meeting belongs into which stretch of time.

Worked out from the meetings as they were set, with rules of its own: it imports nothing of the bot.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

MINUTE = 60
CLOSE_AFTER, CLOSE_LIFE = MINUTE, 6 * 60 * MINUTE
"""How long after the end the close comes, and until when it is of use."""

START_LIFE = 10 * MINUTE
"""How long after the start "we are starting" is still of use."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as it was set; all instants in UTC seconds, leads in minutes.

    `starts` names it: no two meetings share one, and nothing else falls on a `starts`.
    """

    channel: int
    forum: bool
    called: int
    settles: int
    starts: int
    ends: int
    leads: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that shall appear once, from `due` and before `until`.

    `what` is poll, card, thread, event, start, reminder or close; `known` is when it can be
    foreseen.
    """

    starts: int
    what: str
    due: int
    until: int
    known: int
    lead: int = 0


def owed(meeting: Meeting) -> Iterator[Owed]:
    """Everything that a meeting owes its group.

    A poll that is over is of no use, but in a forum its post is where the meeting is talked about.
    """
    starts, settles = meeting.starts, meeting.settles
    asked_until = meeting.ends if meeting.forum else settles
    yield Owed(starts, "poll", meeting.called, asked_until, meeting.called)
    yield Owed(starts, "card", settles, meeting.ends, settles)
    if not meeting.forum:
        yield Owed(starts, "thread", settles, meeting.ends, settles)
    yield Owed(starts, "event", settles, starts, settles)
    yield from _reminders(meeting)
    yield Owed(starts, "start", starts, starts + START_LIFE, settles)
    closes = meeting.ends + CLOSE_AFTER
    yield Owed(starts, "close", closes, meeting.ends + CLOSE_LIFE, closes)


def _reminders(meeting: Meeting) -> Iterator[Owed]:
    """A reminder is superseded by the next one, the last one by the start."""
    dues = [meeting.starts - lead * MINUTE for lead in meeting.leads]
    for lead, due, until in zip(meeting.leads, dues, [*dues[1:], meeting.starts], strict=True):
        if due > meeting.settles:
            yield Owed(meeting.starts, "reminder", due, until, meeting.settles, lead)


def save(meetings: Iterable[Meeting], file: Path) -> None:
    """Write them down, for a checker that runs later or elsewhere."""
    file.write_text(json.dumps([asdict(one) for one in meetings]), encoding="utf-8")


def load(file: Path) -> list[Meeting]:
    """Read them back."""
    said: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    for one in said:
        one["leads"] = tuple(one["leads"])
    return [Meeting(**one) for one in said]
