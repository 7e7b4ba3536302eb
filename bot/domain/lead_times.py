"""Lead times as people type them: "24h, 1h, 10m"; knows nothing of meetings."""

import re

from bot.domain.errors import LeadTimesUnclear
from bot.domain.group import LONGEST_LEAD, MOST_LEADS

_NONE = frozenset({"none", "no", "off", "never", "0"})
_FILLING = frozenset({"", "and", "before", "beforehand", "ahead"})
_MINUTES = {"w": 7 * 24 * 60, "d": 24 * 60, "h": 60, "m": 1}
_PART = re.compile(r"([0-9]{1,5})(w(?:ks?|eeks?)?|d(?:ays?)?|h(?:rs?|ours?)?|m(?:ins?|inutes?)?)")
_LEAD = re.compile(rf"(?:{_PART.pattern})+")


def read_lead_times(typed: str) -> tuple[int, ...]:
    """The minutes before a meeting that were typed, in that order; none for "none".

    Args:
        typed: like "24h, 1h, 10m", "1 day and 90 minutes" or "1h30m"; commas, "and" or blanks
            stand between lead times.

    Raises:
        LeadTimesUnclear: a piece is not a number with a unit, or is longer than two weeks, or
            there are too many.
    """
    joined = re.sub(r"(?<=[0-9])\s+(?=[a-z])", "", typed.strip(" .").casefold())
    if joined in _NONE:
        return ()
    pieces = [piece for piece in re.split(r"[\s,;/&+]+", joined) if piece not in _FILLING]
    leads = tuple(dict.fromkeys(map(_minutes, pieces)))
    if not 1 <= len(leads) <= MOST_LEADS:
        raise LeadTimesUnclear(MOST_LEADS, LONGEST_LEAD)
    return leads


def _minutes(piece: str) -> int:
    if not _LEAD.fullmatch(piece):
        raise LeadTimesUnclear(MOST_LEADS, LONGEST_LEAD)
    minutes = sum(int(part[1]) * _MINUTES[part[2][0]] for part in _PART.finditer(piece))
    if not 1 <= minutes <= LONGEST_LEAD:
        raise LeadTimesUnclear(MOST_LEADS, LONGEST_LEAD)
    return minutes
