"""One text in, one verdict out: every recognizer over the text, and the surest of what overlaps.

Callers know only `screen` and what it returns.
"""

from collections.abc import Callable

from bot.identifiers.finding import Screening
from bot.identifiers.patterns import found_by_patterns
from bot.identifiers.plain import read
from bot.identifiers.strictness import WARN_AT, Strictness

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
    found = found_by_patterns(read(text))
    findings = tuple(one for one in found if not known(text[one.start : one.end]))
    warn_at = WARN_AT[strictness]
    return Screening(any(finding.score >= warn_at for finding in findings), findings)
