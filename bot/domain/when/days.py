"""Turns a day as it was said into a date, against one present.

A weekday is the next such day, today included while all times said for it are still ahead; "next
Tue" is the Tuesday of the following calendar week, which starts on Monday. Today and tomorrow are
the member's own. A date without a year is the next such date; where day and month could change
places, the custom of the country of the member's zone decides, and where none is known, nobody.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.when import said
from bot.domain.when.names import countries_by_zone
from bot.domain.when.pieces import DaySaid

MONTH_FIRST = frozenset(
    {"US", "PR", "GU", "VI", "AS", "MP", "UM", "PH", "FM", "MH", "PW", "JP", "CN", "KR", "TW", "HU"}
)
"""Countries whose people write the month before the day, at times after the year."""

BOTH_WAYS = frozenset({"CA"})
"""Countries where either order is common, so that neither may be guessed."""

_YEARS = 8
"""So far ahead lies the next 29 February at most."""


class Order(Enum):
    """Which of two figures is the month."""

    MONTH_FIRST = "month first"
    DAY_FIRST = "day first"


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """There is no such date in the calendar."""


@dataclass(frozen=True, slots=True)
class TwoDays:
    """The day can be read as either date."""

    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class OtherWeekday:
    """The date is not on the weekday said."""

    date: date
    weekday: int


@dataclass(frozen=True, slots=True)
class Today:
    """What days are counted from: the present and the calendar of the member's zone."""

    now: datetime
    zone: ZoneInfo

    @property
    def date(self) -> date:
        """The date on the member's calendar."""
        return self.now.astimezone(self.zone).date()

    @property
    def order(self) -> Order | None:
        """How people of the zone's country write dates, or None where that is not known."""
        country = countries_by_zone().get(self.zone.key)
        if country is None or country in BOTH_WAYS:
            return None
        return Order.MONTH_FIRST if country in MONTH_FIRST else Order.DAY_FIRST


def resolve(
    day: DaySaid, today: Today, is_ahead: Callable[[date], bool]
) -> date | NoSuchDay | TwoDays | OtherWeekday:
    """Give the date of a day.

    Args:
        day: what was said.
        today: the present and the member's calendar.
        is_ahead: tells whether all times said for the day are ahead if it is this date.
    """
    if day.weekday and day.date is None:
        return _next_weekday(day.weekday, today, is_ahead)
    dates = _dates(day.date, today.date) if day.date else []
    if not dates:
        return NoSuchDay()
    wanted = day.weekday.number if day.weekday else None
    if isinstance(day.date, said.EitherDate):
        found = _either(dates, wanted, today)
    else:
        found = _checked(dates[0], wanted)
    if isinstance(found, OtherWeekday) and not _says_year(day.date):
        return _just_past(found, today) or found
    return found


def _says_year(day: said.DateSaid | None) -> bool:
    return isinstance(day, said.DayDate | said.EitherDate) and day.year is not None


def _just_past(found: OtherWeekday, today: Today) -> date | None:
    """Give the date that has passed, where only this year it is the weekday said: "Mon 23 Nov"."""
    past = _date(today.date.year, found.date.month, found.date.day)
    if past is None or past >= today.date or past.weekday() != found.weekday:
        return None
    return past


def _next_weekday(weekday: said.Weekday, today: Today, is_ahead: Callable[[date], bool]) -> date:
    monday = today.date - timedelta(days=today.date.weekday())
    if weekday.next:
        return monday + timedelta(days=7 + weekday.number)
    # From yesterday on: where the time is said for a zone further west, it may still be ahead.
    # In a zone further east it may be past two days from now, so that nine days are not enough.
    days = (today.date + timedelta(days=ahead) for ahead in range(-1, 10))
    return next(day for day in days if day.weekday() == weekday.number and is_ahead(day))


def _dates(day: said.DateSaid, today: date) -> list[date]:
    """Give each date that the words can mean, the customary order left open."""
    match day:
        case said.NearDay(days=days):
            return [today + timedelta(days=days)]
        case said.DayDate(month=month, day=number, year=year):
            return _first(_on(month, number, year, today))
        case said.MonthDay(day=number):
            return _first(_of_coming_months(number, today))
        case said.EitherDate(first=first, second=second, year=year):
            month_first = _first(_on(first, second, year, today))
            day_first = _first(_on(second, first, year, today))
            return list(dict.fromkeys(month_first + day_first))


def _first(dates: Iterator[date]) -> list[date]:
    return list(islice(dates, 1))


def _on(month: int, day: int, year: int | None, today: date) -> Iterator[date]:
    years: Iterable[int] = (year,) if year else range(today.year, today.year + _YEARS + 1)
    for each in years:
        found = _date(each, month, day)
        if found and (year or found >= today):
            yield found


def _of_coming_months(day: int, today: date) -> Iterator[date]:
    for ahead in range(13):
        years, month = divmod(today.month - 1 + ahead, 12)
        found = _date(today.year + years, month + 1, day)
        if found and found >= today:
            yield found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _checked(found: date, weekday: int | None) -> date | OtherWeekday:
    if weekday is not None and found.weekday() != weekday:
        return OtherWeekday(found, weekday)
    return found


def _either(
    dates: Sequence[date], weekday: int | None, today: Today
) -> date | TwoDays | OtherWeekday:
    ahead = [one for one in dates if one >= today.date] or list(dates[:1])
    if len(ahead) == 1:
        return _checked(ahead[0], weekday)
    if weekday is not None:
        return _either_by_weekday(ahead, weekday, today)
    return _customary(ahead, today) or TwoDays(tuple(sorted(ahead)))


def _customary(dates: Sequence[date], today: Today) -> date | None:
    if today.order is None:
        return None
    return dates[0] if today.order is Order.MONTH_FIRST else dates[1]


def _either_by_weekday(
    dates: Sequence[date], weekday: int, today: Today
) -> date | TwoDays | OtherWeekday:
    """Ask where custom and weekday disagree: one of the two was a slip."""
    custom = _customary(dates, today)
    fitting = [one for one in dates if one.weekday() == weekday]
    if custom in fitting or (custom is None and len(fitting) == 1):
        return custom or fitting[0]
    if not fitting:
        return OtherWeekday(custom or dates[0], weekday)
    return TwoDays(tuple(sorted(dates)))
