"""How days are written: weekdays, dates in figures and in words.

Names are looked up after the pattern has matched: without regard to case a pattern also takes a few
letters outside ASCII for their likes, and such a word is then no name.
"""

import re

from bot.domain.when import said
from bot.domain.when.lexicon import MONTH_NUMBERS, MONTHS, WEEKDAY_NUMBERS, WEEKDAYS
from bot.domain.when.rule import GAP, Reader, S, rule

MONTH = "|".join(name for names in MONTHS for name in names)
_WEEKDAY = "|".join(name for names in WEEKDAYS for name in names)
_YEAR = rf"(?:,?{GAP}(?P<year>20[0-9]{{2}})(?![\w:]|\.[0-9]))?"


def _day_date(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.DayDate(int(found["month"]), int(found["day"]), _year(found["year"]))


def _named_date(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    month = MONTH_NUMBERS.get(found["month"].lower())
    return said.DayDate(month, int(found["day"]), _year(found["year"])) if month else None


def _day_and_month(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.DayDate(int(found["month"]), int(found["day"]))


def _either_date(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.EitherDate(int(found["first"]), int(found["second"]), _year(found["year"]))


def _year(figures: str | None) -> int | None:
    if figures is None:
        return None
    return int(figures) + (2000 if len(figures) == 2 else 0)  # noqa: PLR2004 - two figures


def _month_day(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.MonthDay(int(found["day"]))


def _weekday(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    number = WEEKDAY_NUMBERS.get(found["weekday"].lower())
    following = (found["which"] or "").lower() == "next"
    return None if number is None else said.Weekday(number, following)


DAY_RULES = (
    # 2026-12-01, also with a T before a time
    rule(
        r"(?P<year>20[0-9]{2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)"
        r"(?P<day>[0-9]{1,2})(?![0-9])(?:T(?=[0-9]))?",
        _day_date,
    ),
    # 3/14, 3/14/27, 3-14-2027
    rule(
        r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})"
        r"(?:/(?P<year>[0-9]{4}|[0-9]{2}))?(?![\w/:])",
        _either_date,
    ),
    rule(
        r"(?P<first>[0-9]{1,2})-(?P<second>[0-9]{1,2})-(?P<year>20[0-9]{2})(?![\w:])",
        _either_date,
    ),
    # 26.11. and 26.11.2026: with dots the day always comes first
    rule(
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\."
        r"(?:(?P<year>[0-9]{4}|[0-9]{2})(?![\w:]|\.[0-9]))?",
        _day_date,
    ),
    rule(r"(?P<day>2[5-9]|3[01])\.(?P<month>[0-9]{1,2})(?![\w.:])", _day_and_month),
    # 26 Nov, 26th of November 2026, Nov 26, November 26th, 2026
    rule(
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\.?{S}(?:of{GAP})?"
        rf"(?P<month>{MONTH})(?![^\W_])\.?{_YEAR}",
        _named_date,
    ),
    rule(
        rf"(?P<month>{MONTH})(?![^\W_])\.?{S}(?:the{GAP})?(?P<day>[0-9]{{1,2}})"
        rf"(?:(?:st|nd|rd|th)(?!\w)|(?!\w|:|{S}[ap]\.?m|\.[0-9])){_YEAR}",
        _named_date,
    ),
    rule(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)(?!\w)", _month_day),
    rule(rf"next{S}week(?!\w)", said.NextWeek()),
    rule(
        rf"(?:(?P<which>next|this{GAP}coming|this|coming){GAP})?"
        rf"(?P<weekday>{_WEEKDAY})(?![^\W_])\.?",
        _weekday,
    ),
    rule(rf"(?:the{GAP})?day{GAP}after{GAP}tomorrow(?!\w)", said.NearDay(2)),
)
