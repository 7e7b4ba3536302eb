"""What Discord received: the last requests of the bot, and what there was to object to.

Reads the journal and the door's objections. No text of anybody's is in either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from playground.journal import Entry
from playground.loopback import Loopback
from playground.rest.door import Violation

MOST = 80
REFUSED = 400
"""How what is in a request is refused; what it may not do or find has other numbers."""


@dataclass(frozen=True, slots=True)
class Received:
    """One request; `objections` are what Discord would refuse it for."""

    number: int
    entry: Entry
    objections: tuple[str, ...]


def received(discord: Loopback) -> list[Received]:
    """The last requests, the newest first."""
    return list(reversed(list(_matched(discord.journal.entries, discord.violations))[-MOST:]))


def _matched(entries: Sequence[Entry], violations: Sequence[Violation]) -> Iterator[Received]:
    """Objections come in the order of the requests that they are about."""
    open_ones = list(violations)
    for number, entry in enumerate(entries):
        found: tuple[str, ...] = ()
        if open_ones and entry.status == REFUSED and _same(entry, open_ones[0]):
            found = tuple(open_ones.pop(0).problems)
        yield Received(number, entry, found)


def _same(entry: Entry, violation: Violation) -> bool:
    """Whether both are one request; tokens are left out of the journal's paths."""
    ours, theirs = entry.path.split("/"), violation.path.split("/")
    alike = all(a in (b, "TOKEN") for a, b in zip(ours, theirs, strict=False))
    return entry.method == violation.method and len(ours) == len(theirs) and alike
