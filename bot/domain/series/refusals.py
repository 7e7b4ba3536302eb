"""Why an established schedule was not set up as it was typed, as facts."""

from dataclasses import dataclass, field

from bot.domain.errors import Refusal
from bot.domain.when.reading import Problem


class ScheduleRefused(Refusal):
    """A typed schedule that was not kept; what was typed is held for a while."""


@dataclass(eq=False)
class FirstUnclear(ScheduleRefused):
    """No single first meeting could be read; `zone` is the one in which it was read."""

    problems: tuple[Problem, ...] = field(repr=False)
    zone: str


@dataclass(eq=False)
class LastUnclear(ScheduleRefused):
    """An end that is no day, in the member's own words: for them alone."""

    typed: str = field(repr=False)


class LastBeforeFirst(ScheduleRefused):
    """An end before the first meeting."""
