"""How a recognizer works: a pattern, what must hold around a match, and what a finding of it says.

Every repetition in a pattern has an upper bound, so that the time for a text grows with its
length and no text makes a pattern go back and forth. It does not know which identifiers there
are; each family has a module of its own.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.identifiers.finding import Finding, Kind
from bot.identifiers.needs import Need
from bot.identifiers.plain import Reading

# A full stop after these ends no sentence.
_SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<=\n)"
    r"|(?<!\bmr.)(?<!\bmrs.)(?<!\bms.)(?<!\bdr.)(?<!\bst.)(?<!\bno.)(?<!\bser.)(?<!\bvs.)"
    r"[.!?]{0,3}[\"')]{0,2}\s)",
    re.IGNORECASE,
)
_COMMA = re.compile(r",(?![0-9])")
_DIGITS = frozenset("0123456789")


class Candidate(NamedTuple):
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
        return "".join(mark for mark in self.span if mark in _DIGITS)

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

    What it needs and begins with spares trying it on texts that hold nothing for it; see `sieve`.

    Attributes:
        pattern: Matches the identifier with its cue; the group `id` is what the finding marks.
        score: How sure a match that passes every check is, 0 to 1.
        reason: The finding's reason.
        checks: Each must hold for a match to count.
        needs: A text that does not meet each of them holds no match of the pattern.
        checks_need: A text that does not meet each of them holds no match that passes the checks.
        begins: Words with one of which every match begins; none where it begins otherwise.
    """

    kind: Kind
    pattern: re.Pattern[str]
    score: float
    reason: str
    checks: tuple[Check, ...] = ()
    needs: tuple[Need, ...] = ()
    checks_need: tuple[Need, ...] = ()
    begins: frozenset[str] = frozenset()

    def find(self, reading: Reading, starts: Sequence[int] | None = None) -> Iterator[Finding]:
        """The findings, at their places in the text that was written.

        Args:
            reading: The text.
            starts: Where the words of `begins` start; every place is tried where None.
        """
        for match in self._matches(reading.text, starts):
            start, end = match.span("id")
            candidate = Candidate(reading.text, start, end)
            for holds in self.checks:
                if not holds(candidate):
                    break
            else:
                yield Finding(*reading.place(start, end), self.kind, self.score, self.reason)

    def _matches(self, text: str, starts: Sequence[int] | None) -> Iterator[re.Match[str]]:
        """Matches in order, none over another."""
        if starts is None:
            yield from self.pattern.finditer(text)
            return
        reached = 0
        for start in starts:
            match = self.pattern.match(text, start) if start >= reached else None
            if match:
                yield match
                reached = match.end()


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
