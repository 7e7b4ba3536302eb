"""How a recognizer works: a pattern, what must hold around a match, and what a finding of it says.

Every repetition in a pattern has an upper bound, so that the time for a text grows with its
length and no text makes a pattern go back and forth. It does not know which identifiers there
are; each family has a module of its own.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.identifiers.finding import Finding, Kind
from bot.identifiers.plain import Reading

# A full stop after these ends no sentence.
_SENTENCE_END = re.compile(
    r"(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bst)(?<!\bno)(?<!\bser)(?<!\bvs)"
    r"[.!?]{1,4}[\"')]{0,2}\s|\n",
    re.IGNORECASE,
)
_COMMA = re.compile(r",(?![0-9])")
DIGITS = tuple("0123456789")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that a pattern matched, within its text."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> str:
        """The matched characters."""
        return self.text[self.start : self.end]

    @property
    def digits(self) -> str:
        """The digits of the span, in order."""
        return "".join(mark for mark in self.span if mark in DIGITS)

    def before(self, reach: int) -> str:
        """Up to `reach` characters that precede the span."""
        return self.text[max(0, self.start - reach) : self.start]

    def after(self, reach: int) -> str:
        """Up to `reach` characters that follow the span."""
        return self.text[self.end : self.end + reach]

    def clause(self, reach: int) -> str:
        """What precedes the span in its own sentence, up to `reach` characters."""
        return _SENTENCE_END.split(self.before(reach))[-1]

    def around(self, reach: int) -> str:
        """Up to `reach` characters on each side, with a blank for the span."""
        return f"{self.before(reach)} {self.after(reach)}"


Check = Callable[[Candidate], bool]


@dataclass(frozen=True, slots=True)
class Recognizer:
    """Finds one kind of identifier in one way.

    Attributes:
        pattern: Matches the identifier with its cue; the group `id` is what the finding marks.
        score: How sure a match that passes every check is, 0 to 1.
        reason: The finding's reason.
        checks: Each must hold for a match to count.
        needs: Lower-case pieces of which the text must hold one for the pattern to be tried,
            which the caller sees to; every text is tried where empty.
    """

    kind: Kind
    pattern: re.Pattern[str]
    score: float
    reason: str
    checks: tuple[Check, ...] = ()
    needs: tuple[str, ...] = ()

    def find(self, reading: Reading) -> Iterator[Finding]:
        """The findings, at their places in the text that was written; `needs` hold there."""
        for match in self.pattern.finditer(reading.text):
            start, end = match.span("id")
            candidate = Candidate(reading.text, start, end)
            if all(holds(candidate) for holds in self.checks):
                yield Finding(*reading.place(start, end), self.kind, self.score, self.reason)


def pattern(body: str) -> re.Pattern[str]:
    """A pattern that takes no heed of case except within `(?-i:...)`."""
    return re.compile(body, re.IGNORECASE)


def any_of(choices: str) -> str:
    """A piece of a pattern that matches one of the choices, which are parted by commas.

    A comma before a digit belongs to its choice, as in `{1,8}`; white space is one blank.
    """
    return f"(?:{'|'.join(' '.join(choice.split()) for choice in _COMMA.split(choices))})"


def said_before(body: str, reach: int = 60) -> Check:
    """Holds where the pattern occurs before the span in the same sentence."""
    words = pattern(body)
    return lambda candidate: words.search(candidate.clause(reach)) is not None


def unsaid_before(body: str, reach: int = 60) -> Check:
    """Holds where the pattern does not occur before the span in the same sentence."""
    words = pattern(body)
    return lambda candidate: words.search(candidate.clause(reach)) is None


def said_around(body: str, reach: int = 80) -> Check:
    """Holds where the pattern occurs near the span, on either side and across sentences."""
    words = pattern(body)
    return lambda candidate: words.search(candidate.around(reach)) is not None


def unsaid_around(body: str, reach: int = 80) -> Check:
    """Holds where the pattern does not occur near the span."""
    words = pattern(body)
    return lambda candidate: words.search(candidate.around(reach)) is None


def unsaid_after(body: str, reach: int = 20) -> Check:
    """Holds where the text does not go on with the pattern right after the span."""
    words = pattern(body)
    return lambda candidate: words.match(candidate.after(reach)) is None


def has_digits(least: int, most: int = 40) -> Check:
    """Holds for a span with so many digits."""
    return lambda candidate: least <= len(candidate.digits) <= most
