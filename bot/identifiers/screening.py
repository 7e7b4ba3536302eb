"""One text in, one verdict out: every recognizer over the text, and the surest of what overlaps.

A model that has learned from examples can stand in `screen`'s place; callers know only this
function and what it returns.
"""

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
from bot.identifiers.finding import Finding, Screening
from bot.identifiers.plain import read
from bot.identifiers.recognizer import Recognizer

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

# A finding below this is shown where someone asks for a review, and alone warns nobody.
WARN_AT = 0.6


def screen(text: str) -> Screening:
    """Look for likely client identifiers in a text of any length.

    The time grows with the length of the text. Neither the text nor the result is kept.
    """
    reading = read(text)
    findings = _apart(one for recognizer in RECOGNIZERS for one in recognizer.find(reading))
    return Screening(any(finding.score >= WARN_AT for finding in findings), findings)


def _apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order of place; of those that overlap the surest, the longest, the first."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda one: (-one.score, one.start - one.end, one.start)):
        place = bisect(kept, finding.start, key=lambda one: one.start)
        free_before = place == 0 or kept[place - 1].end <= finding.start
        free_after = place == len(kept) or finding.end <= kept[place].start
        if free_before and free_after:
            kept.insert(place, finding)
    return tuple(kept)
