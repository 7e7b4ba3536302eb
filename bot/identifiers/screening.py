"""One text in, one verdict out: every recognizer over the text, and the surest of what overlaps.

Callers know only `screen` and what it returns.
"""

from bisect import bisect
from collections.abc import Callable, Iterable

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
from bot.identifiers.strictness import WARN_AT, Strictness

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

Known = Callable[[str], bool]
"""Whether a passage is known to identify no client, such as the name of a member."""


def nothing(_passage: str) -> bool:
    """No passage is known."""
    return False


def screen(
    text: str, *, known: Known = nothing, strictness: Strictness = Strictness.NUDGE
) -> Screening:
    """Look for likely client identifiers in a text of any length.

    The time grows with the length of the text. Neither the text nor the result is kept.

    Args:
        text: What was written.
        known: Findings of these passages are left out.
        strictness: How sure a finding has to be to warn.
    """
    reading = read(text)
    found = (one for recognizer in RECOGNIZERS for one in recognizer.find(reading))
    findings = _apart(one for one in found if not known(text[one.start : one.end]))
    warn_at = WARN_AT[strictness]
    return Screening(any(finding.score >= warn_at for finding in findings), findings)


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
