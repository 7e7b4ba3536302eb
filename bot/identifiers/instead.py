"""What stands in a rewrite in place of a finding, and how much beside it goes along. Pure."""

import re
from dataclasses import dataclass

AROUND = 80
"""So many characters before and after a finding are looked at."""


@dataclass(frozen=True, slots=True)
class Instead:
    """New words for a finding.

    Attributes:
        words: What stands there now; nothing where the words before say it already.
        also_before: So many characters before the finding go as well.
        also_after: So many characters after it go as well.
    """

    words: str
    also_before: int = 0
    also_after: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """A finding's words with what is said before them by then, and what follows."""

    found: str
    before: str
    after: str

    def ends(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Where a pattern stands right before the finding; it has to end with `$`."""
        return pattern.search(self.before)
