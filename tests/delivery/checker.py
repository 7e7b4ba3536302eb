"""Counts what was lost, doubled, untimely or misplaced: from the loopback's journal and the plan.

`python -m tests.delivery.checker JOURNAL PLAN`. It knows nothing of the bot and of what the bot
keeps.
"""

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.delivery.due import Owed, load, owed
from tests.delivery.record import Record, Seen, iso

IN_FLIGHT = 3.0
"""Real seconds that a message may have been under way when its usefulness ended."""

_BREAKS: Final = ("lost", "doubled", "untimely", "misplaced", "strange")


@dataclass(slots=True)
class Verdict:
    """What the checker found; the promise was kept where every list is empty.

    `excused` counts what was of no use any more when the bot came to rest, and did not appear;
    `hits` the kills between an instant at which something was due and its arrival.
    """

    lost: list[str] = field(default_factory=list[str])
    doubled: list[str] = field(default_factory=list[str])
    untimely: list[str] = field(default_factory=list[str])
    misplaced: list[str] = field(default_factory=list[str])
    strange: list[str] = field(default_factory=list[str])
    owed: int = 0
    arrived: int = 0
    excused: int = 0
    kills: int = 0
    hits: int = 0
    answers_lost: int = 0

    @property
    def breaks(self) -> list[str]:
        """Every break of the promise, in a line."""
        return [f"{name}: {one}" for name in _BREAKS for one in getattr(self, name)]

    def __str__(self) -> str:
        """One line of numbers, then the breaks."""
        counts = ", ".join(f"{len(getattr(self, name))} {name}" for name in _BREAKS)
        numbers = (
            f"{self.kills} kills ({self.hits} between due and sent), {self.answers_lost} answers"
            f" lost, {self.owed} owed, {self.arrived} arrived, {self.excused} excused: {counts}"
        )
        return "\n".join([numbers, *self.breaks])


def check(journal: Path, plan: Path) -> Verdict:
    """Compares what appeared with what was owed."""
    record = Record(journal, load(plan))
    verdict = Verdict(kills=len(record.kills), answers_lost=record.answers_lost)
    found: dict[tuple[int, str], list[Seen]] = defaultdict(list)
    for seen in record.seen():
        found[seen.starts, seen.what].append(seen)
    debts: list[tuple[float, float]] = []
    for kind, expected in _by_kind(record).items():
        appeared = found.pop(kind, [])
        debts += _count(record, expected, appeared, verdict)
        verdict.misplaced += [str(seen) for seen in appeared if not _in_place(record, seen)]
    verdict.strange += [str(seen) for rest in found.values() for seen in rest]
    verdict.hits = sum(any(due <= kill < sent for due, sent in debts) for kill in record.kills)
    return verdict


def _by_kind(record: Record) -> dict[tuple[int, str], list[Owed]]:
    """What was owed by the time that the record ends."""
    kinds: dict[tuple[int, str], list[Owed]] = defaultdict(list)
    for meeting in record.meetings.values():
        for one in owed(meeting):
            if one.due <= record.ended:
                kinds[one.starts, one.what].append(one)
    return kinds


def _count(
    record: Record, expected: list[Owed], appeared: list[Seen], verdict: Verdict
) -> list[tuple[float, float]]:
    """Every owed thing once; gives from when to when each was owed and not there."""
    pairs = _paired(record, expected, appeared)
    verdict.owed += len(expected)
    verdict.arrived += len(pairs)
    for one in expected:
        if one not in pairs:
            _missing(record, one, verdict)
    paired = {seen.id for seen in pairs.values()}
    for seen in appeared:
        if seen.id not in paired:
            timely = any(_timely(record, one, seen) for one in expected)
            (verdict.doubled if timely else verdict.untimely).append(str(seen))
    return [(one.due, seen.clock) for one, seen in pairs.items()]


def _missing(record: Record, one: Owed, verdict: Verdict) -> None:
    """Lost, unless it was of no use before the bot found rest, or was not foreseen when due."""
    foreseen = one.known == one.due or record.rested(one.known, one.due)
    if foreseen and record.rested(one.due, one.until):
        lead = f" {one.lead} min before" if one.lead else ""
        verdict.lost.append(f"{one.what}{lead} of {iso(one.starts)}, due {iso(one.due)}")
    else:
        verdict.excused += 1


def _timely(record: Record, one: Owed, seen: Seen) -> bool:
    if seen.clock < one.due:
        return False
    return seen.clock < one.until or record.passed(one.until, seen) <= IN_FLIGHT


def _paired(record: Record, expected: list[Owed], appeared: list[Seen]) -> dict[Owed, Seen]:
    """As many pairs as there can be: a reminder's text says no lead, only its hour does."""
    pairs: dict[Owed, Seen] = {}

    def give(seen: Seen, tried: set[Owed]) -> bool:
        fitting = [one for one in expected if one not in tried and _timely(record, one, seen)]
        for one in sorted(fitting, key=lambda one: seen.clock >= one.until):
            tried.add(one)
            if one not in pairs or give(pairs[one], tried):
                pairs[one] = seen
                return True
        return False

    for seen in appeared:
        give(seen, set())
    return pairs


def _in_place(record: Record, seen: Seen) -> bool:
    """Talk belongs into its meeting's own place, or the channel as long as there is none."""
    meeting = record.meetings[seen.starts]
    homes = {number: one for number, one in record.homes.items() if one.starts == seen.starts}
    if seen.what == "event" or seen.channel in homes:
        return True
    if meeting.forum or seen.channel != meeting.channel:
        return False
    if seen.what in {"poll", "card", "thread"}:
        return True
    return not any(record.rested(home.clock, seen.clock) for home in homes.values())


if __name__ == "__main__":
    judged = check(Path(sys.argv[1]), Path(sys.argv[2]))
    print(judged)  # noqa: T201 - a program for people
    sys.exit(bool(judged.breaks))
