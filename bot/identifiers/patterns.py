"""Every pattern over a text: what settles the formal identifiers, and hints for the rest."""

from bisect import bisect
from collections.abc import Iterable

from bot.identifiers import (
    accounts,
    ages,
    dates,
    files,
    initials,
    name_contexts,
    names,
    online,
    places,
    rarity,
    records,
    telephone,
    things,
)
from bot.identifiers.finding import Finding
from bot.identifiers.plain import Reading
from bot.identifiers.recognizer import Recognizer
from bot.identifiers.sieve import Sieve

RECOGNIZERS: tuple[Recognizer, ...] = (
    *telephone.RECOGNIZERS,
    *online.RECOGNIZERS,
    *records.RECOGNIZERS,
    *accounts.RECOGNIZERS,
    *things.RECOGNIZERS,
    *files.RECOGNIZERS,
    *dates.RECOGNIZERS,
    *ages.RECOGNIZERS,
    *places.RECOGNIZERS,
    *names.RECOGNIZERS,
    *name_contexts.RECOGNIZERS,
    *initials.RECOGNIZERS,
    *rarity.RECOGNIZERS,
)

_SIEVE = Sieve(RECOGNIZERS)


def found_by_patterns(reading: Reading) -> tuple[Finding, ...]:
    """What patterns find in a text, in order, none over another."""
    return apart(
        one
        for recognizer, starts in _SIEVE.through(reading)
        for one in recognizer.find(reading, starts)
    )


def apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order of place; of those that overlap the surest, the longest, the first."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda one: (-one.score, one.start - one.end, one.start)):
        place = bisect(kept, finding.start, key=lambda one: one.start)
        free_before = place == 0 or kept[place - 1].end <= finding.start
        free_after = place == len(kept) or finding.end <= kept[place].start
        if free_before and free_after:
            kept.insert(place, finding)
    return tuple(kept)
