"""The loopback's journal, read as members would read their channels.

Messages are told apart by what is in them (the meeting's time, the words, the buttons) and by where
they stand, never by a nonce or a marker. It does *not* judge.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.delivery.due import Meeting
from tests.delivery.ledger import APPEARED

_INSTANT = re.compile(r"<t:(\d+)(?::[a-zA-Z])?>")


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that appeared; `clock` is steered, `at` real, both in seconds.

    `what` is as in `Owed`, or "message" for what nobody expects; `starts` is 0 where it is of no
    meeting; `channel` is where it stands, for a thread the channel that it hangs on.
    """

    what: str
    starts: int
    id: int
    channel: int
    clock: float
    at: float

    def __str__(self) -> str:
        """For the one who has to find out why."""
        return f"{self.what} {self.id} of {iso(self.starts)} at {iso(self.clock)}"


@dataclass(frozen=True, slots=True)
class Rest:
    """A stretch in which the bot was alive and well, and had done all that was due at its ends."""

    since: float
    until: float


class Record:
    """What the journal says about the meetings of a plan."""

    def __init__(self, journal: Path, meetings: Iterable[Meeting]) -> None:
        lines = journal.read_text(encoding="utf-8").splitlines()
        self._entries: list[dict[str, Any]] = [json.loads(line) for line in lines]
        self._times = sorted((_seconds(one["clock"]), _seconds(one["at"])) for one in self._entries)
        self.meetings = {one.starts: one for one in meetings}

    def _of(self, route: str) -> Iterator[tuple[float, float, dict[str, Any]]]:
        for one in self._entries:
            if one["method"] == APPEARED and one["route"] == route:
                yield _seconds(one["clock"]), _seconds(one["at"]), one["notes"]

    @property
    def ended(self) -> float:
        """The last instant of which anything is known."""
        return self._times[-1][0] if self._times else 0.0

    @cached_property
    def rests(self) -> list[Rest]:
        """When everything that was due had to be there."""
        return [Rest(notes["since"], notes["until"]) for _, _, notes in self._of("rest")]

    @cached_property
    def kills(self) -> list[float]:
        """When the bot was killed, by the steered clock."""
        return [clock for clock, _, _ in self._of("killed")]

    @cached_property
    def answers_lost(self) -> int:
        """How many requests were accepted without the bot's hearing of it."""
        return sum(bool(one["lost"]) for one in self._entries)

    @cached_property
    def homes(self) -> dict[int, Seen]:
        """Threads and posts in which a meeting is talked about: what opened each, by its number.

        In a text channel that is the meeting's card, in a forum the poll; a thread has the number
        of the message that opened it.
        """
        threads = {notes["id"] for _, _, notes in self._of("thread")}
        openers = {False: "card", True: "poll"}
        return {
            one.id: one
            for one in self._cards()
            if one.id in threads and one.what == openers[self.meetings[one.starts].forum]
        }

    def _cards(self) -> Iterator[Seen]:
        for clock, at, notes in self._of("message"):
            what, starts = _card(notes["buttons"]), self._named(notes["text"])
            if what and starts:
                yield Seen(what, starts, notes["id"], notes["channel"], clock, at)

    def _named(self, text: str) -> int:
        """The meeting whose time stands in a text; 0 where there is none, or more than one."""
        named = {int(one) for one in _INSTANT.findall(text)} & self.meetings.keys()
        return named.pop() if len(named) == 1 else 0

    def seen(self) -> Iterator[Seen]:
        """Everything that appeared, in the order of its appearance by kind."""
        for clock, at, notes in self._of("message"):
            yield self._message(clock, at, notes)
        for clock, at, notes in self._of("thread"):
            home = self.homes.get(notes["id"])
            if home is None or home.what == "card":  # a forum's post is counted by its poll
                starts = home.starts if home else 0
                yield Seen("thread", starts, notes["id"], notes["parent"], clock, at)
        for clock, at, notes in self._of("event"):
            yield Seen("event", notes["starts"], notes["id"], 0, clock, at)

    def _message(self, clock: float, at: float, notes: dict[str, Any]) -> Seen:
        text, place = notes["text"], notes["channel"]
        what, starts = _card(notes["buttons"]), self._named(text)
        if not what and "we meet" in text:
            what = "reminder"
        elif not what and "That was the meeting of" in text:
            what = "close"
        elif not what and "We are starting now" in text:
            home = self.homes.get(place)
            what, starts = "start", home.starts if home else 0
        return Seen(what or "message", starts, notes["id"], place, clock, at)

    def rested(self, since: float, until: float) -> bool:
        """Whether what is due at `since` and of use before `until` had to arrive."""
        return any(since <= rest.since and rest.until < until for rest in self.rests)

    def passed(self, instant: float, seen: Seen) -> float:
        """Real seconds from a steered instant until something appeared, at most."""
        place = bisect_left(self._times, (instant, 0.0))
        return seen.at - self._times[place][1] if place < len(self._times) else 0.0


def iso(seconds: float) -> str:
    """An instant for people."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(sep=" ", timespec="seconds")


def _card(buttons: list[str]) -> str:
    if "Answer" in buttons:
        return "poll"
    return "card" if "I am coming" in buttons else ""


def _seconds(said: str) -> float:
    return datetime.fromisoformat(said).timestamp()
