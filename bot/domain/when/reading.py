"""What came of reading typed times: slots, and what stands in the way, as facts.

The sentences about a problem live with the wording. A problem carries the member's own words of
one piece, to be shown to that member only: they are never stored and never logged, so they stay
out of the `repr`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.when.slot import Slot


class ProblemKind(StrEnum):
    """Why a piece gave no slot."""

    UNREADABLE = "unreadable"
    NO_TIME = "no_time"
    """A day without a time of day."""
    NO_DAY = "no_day"
    """A time of day without a day."""
    PAST = "past"
    DOUBLED = "doubled"
    """The same start was typed before."""
    AMBIGUOUS_HALF = "ambiguous_half"
    """Morning or afternoon? `instants` holds both readings where a day was said."""
    AMBIGUOUS_DATE = "ambiguous_date"
    """3/4 is two dates, and "Friday midnight" two nights; `instants` holds both."""
    GAP = "gap"
    """The clock skips this time that night; `instants` holds the times just before and after."""
    FOLD = "fold"
    """The clock shows this time twice that night; `instants` holds both."""
    WEEKDAY_MISMATCH = "weekday_mismatch"
    """`day` is another weekday than the one said, `weekday` (Monday is 0)."""
    REVERSED = "reversed"
    """The range ends before it starts."""
    TOO_SHORT = "too_short"
    """The range is shorter than the meeting; `instants` holds its start and end."""
    TOO_MANY = "too_many"
    """From this piece on there are more slots than fit."""
    TOO_FAR = "too_far"
    """More than a year away."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one piece of what was typed gave no slot."""

    kind: ProblemKind
    piece: str = field(repr=False)
    instants: tuple[datetime, ...] = ()
    day: date | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read: slots by their start, problems in the order of the text."""

    slots: tuple[Slot, ...]
    problems: tuple[Problem, ...]
