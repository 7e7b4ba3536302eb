"""Why usual hours or days away were not kept or not used, as facts."""

from dataclasses import dataclass, field

from bot.domain.errors import Refusal


class HoursRefused(Refusal):
    """A typed week that was not kept; what was typed is held for a while."""


@dataclass(eq=False)
class HoursUnclear(HoursRefused):
    """Pieces of typed hours that could not be read, in the member's own words: for them alone."""

    pieces: tuple[str, ...] = field(repr=False)


@dataclass(eq=False)
class TooManyHours(HoursRefused):
    """More stretches on one day than are kept."""

    most: int


class NoUsualHours(Refusal):
    """The member keeps no usual hours here."""


class NoneOfThese(Refusal):
    """By the member's usual hours they can come at none of a poll's times."""


@dataclass(eq=False)
class DayUnclear(Refusal):
    """A typed day that is none, or could be more than one; for who typed it alone."""

    typed: str = field(repr=False)


class AwayReversed(Refusal):
    """Days away that end before they begin."""


@dataclass(eq=False)
class TooManyAways(Refusal):
    """More stretches of days away than are kept of one member."""

    most: int
