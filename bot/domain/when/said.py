"""What single words and figures of typed times say, before anybody asks what they mean together.

Nothing here knows the present or a zone's rules: "Tue" is a weekday's name, not yet a day.
"""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import Enum


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant said outright, as a Discord timestamp or in full ISO form."""

    instant: datetime


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday by name, Monday is 0; `next` asks for the one in the following week."""

    number: int
    next: bool = False


@dataclass(frozen=True, slots=True)
class Workdays:
    """Monday to Friday in one word."""


@dataclass(frozen=True, slots=True)
class NextWeek:
    """Moves the weekdays of its piece into the following week."""


@dataclass(frozen=True, slots=True)
class NearDay:
    """So many days from today; `evening` for "tonight"."""

    days: int
    evening: bool = False


@dataclass(frozen=True, slots=True)
class DayDate:
    """A date whose day and month cannot be mistaken for each other."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class EitherDate:
    """Two figures, of which either may be the month."""

    first: int
    second: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month that is not named: "the 26th"."""

    day: int


class Half(Enum):
    """A half of the day, told by am and pm, or by words such as "morning"."""

    AM = "am"
    PM = "pm"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    `minutes` count from midnight and are final where `fixed`; otherwise the hour stands on a
    twelve-hour dial whose half was not said. `lends` tells that am or pm was said, so that bare
    neighbours may borrow it. `midnight` is the word, which two days claim.
    """

    minutes: int
    fixed: bool
    lends: bool = False
    midnight: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A bare figure of one or two digits: an hour, or a day of the month."""

    value: int
    padded: bool


@dataclass(frozen=True, slots=True)
class HalfHint:
    """A part of the day in words, beside a bare hour."""

    half: Half


@dataclass(frozen=True, slots=True)
class ZoneSaid:
    """A zone said beside a time; `abbreviation` as typed, in capitals, where it was one."""

    zone: tzinfo
    abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Says that the zone beside it holds for all that was typed."""


@dataclass(frozen=True, slots=True)
class RangeMark:
    """From one time to another."""


@dataclass(frozen=True, slots=True)
class Between:
    """Makes the next "and" a range: "between 1 and 3pm"."""


@dataclass(frozen=True, slots=True)
class Slash:
    """Joins two days or parts two times; its neighbours decide."""


@dataclass(frozen=True, slots=True)
class Break:
    """Parts one piece from the next; a hard one also ends what days a list may share."""

    hard: bool = False
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Noise:
    """Words and marks that say nothing about the time."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Anything else: it may change what is meant, so its piece is not guessed at."""


DateSaid = NearDay | DayDate | EitherDate | MonthDay
DayMeaning = Weekday | Workdays | NearDay | DayDate | EitherDate | MonthDay
Meaning = (
    Moment
    | DayMeaning
    | NextWeek
    | Clock
    | Number
    | HalfHint
    | ZoneSaid
    | Everywhere
    | RangeMark
    | Between
    | Slash
    | Break
    | Noise
    | Unknown
)


@dataclass(frozen=True, slots=True)
class Atom:
    """A meaning and the stretch of text, in code points, that says it."""

    start: int
    end: int
    meaning: Meaning
