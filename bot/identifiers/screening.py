"""One text in, one verdict out: every recognizer over the text, and the surest of findings that overlap.

A model that has learned from examples can stand in `screen`'s place; callers know only this function and what it returns.
"""

from collections.abc import Iterable

from bot.identifiers import contact, dates, names, places, rarity, records, things
from bot.identifiers.finding import Finding, Screening
from bot.identifiers.plain import plain
from bot.identifiers.recognizer import Recognizer

RECOGNIZERS: tuple[Recognizer, ...] = (
    *contact.RECOGNIZERS,
    *records.RECOGNIZERS,
    *things.RECOGNIZERS,
    *dates.RECOGNIZERS,
    *places.RECOGNIZERS,
    *names.RECOGNIZERS,
    *rarity.RECOGNIZERS,
)

# Below this a finding is shown where someone asks for a review, and alone warns nobody.
WARN_AT = 0.6


def screen(text: str) -> Screening:
    """Look for likely client identifiers in a text of any length.

    The time grows with the length of the text. Neither the text nor the result is kept.
    """
    readable = plain(text)
    found = [finding for recognizer in RECOGNIZERS for finding in recognizer.find(readable)]
    findings = _apart(found)
    return Screening(any(finding.score >= WARN_AT for finding in findings), findings)


def _apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order of place; of those that overlap the surest, then the longest, then the first."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda one: (-one.score, one.start - one.end, one.start)):
        if all(finding.end <= other.start or finding.start >= other.end for other in kept):
            kept.append(finding)
    return tuple(sorted(kept, key=lambda one: one.start))
