"""The rules of established schedules, as dates on a wall's calendar; knows no clock and no zone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MOST_WEEKS = 12
LAST = -1
"""In place of 1 to 4: the last such weekday of a month, be it the fourth or the fifth."""

MONTHLY, MONTH_END = 0, -1
"""In place of a number of weeks: once a month, on the same weekday, or on the last such one."""

_WEEK = 7
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class EveryWeeks:
    """Every so many weeks, counted from the anchor and on its weekday."""

    weeks: int

    def __post_init__(self) -> None:
        """Refuse what is no rhythm."""
        if not 1 <= self.weeks <= MOST_WEEKS:
            raise ValueError("not a number of weeks")


@dataclass(frozen=True, slots=True)
class MonthlyByWeekday:
    """Once a month: `nth` is 1 to 4, or `LAST`; `weekday` counts from Monday, which is 0."""

    nth: int
    weekday: int

    def __post_init__(self) -> None:
        """Refuse what some months do not have."""
        if self.nth not in {1, 2, 3, 4, LAST} or not 0 <= self.weekday < _WEEK:
            raise ValueError("not a day that each month has")


Rule = EveryWeeks | MonthlyByWeekday


def dates(rule: Rule, anchor: date, since: date, until: date) -> Iterator[date]:
    """The rule's dates from `since` to `until`, both included, none before the anchor; rising."""
    match rule:
        case EveryWeeks(weeks):
            yield from _weekly(anchor, weeks * _WEEK, since, until)
        case MonthlyByWeekday():
            yield from _monthly(rule, max(anchor, since), until)


def _weekly(anchor: date, step: int, since: date, until: date) -> Iterator[date]:
    passed = max(0, -((anchor - since).days // step))
    for count in range(passed, (until - anchor).days // step + 1):
        yield anchor + timedelta(days=count * step)


def _monthly(rule: MonthlyByWeekday, since: date, until: date) -> Iterator[date]:
    month = since.replace(day=1)
    while month <= until:
        day = _in_month(rule, month)
        if since <= day <= until:
            yield day
        month = _following(month)


def _in_month(rule: MonthlyByWeekday, first: date) -> date:
    if rule.nth == LAST:
        end = _following(first) - timedelta(days=1)
        return end - timedelta(days=(end.weekday() - rule.weekday) % _WEEK)
    ahead = (rule.weekday - first.weekday()) % _WEEK
    return first + timedelta(days=ahead + (rule.nth - 1) * _WEEK)


def _following(first: date) -> date:
    """The first day of the next month."""
    if first.month == _DECEMBER:
        return date(first.year + 1, 1, 1)
    return first.replace(month=first.month + 1)


def rule_from(first: date, often: int) -> Rule:
    """The rule that begins on a date: every `often` weeks, or `MONTHLY`, or `MONTH_END`."""
    if often == MONTHLY:
        return MonthlyByWeekday(nth_of(first), first.weekday())
    if often == MONTH_END:
        return MonthlyByWeekday(LAST, first.weekday())
    return EveryWeeks(often)


def often_of(rule: Rule) -> int:
    """What `rule_from` makes the rule of."""
    match rule:
        case EveryWeeks(weeks):
            return weeks
        case MonthlyByWeekday(nth):
            return MONTH_END if nth == LAST else MONTHLY


def nth_of(day: date) -> int:
    """Which of its weekday a date is in its month; a fifth one counts as the last."""
    nth = (day.day - 1) // _WEEK + 1
    return nth if nth <= 4 else LAST  # noqa: PLR2004 - not every month has a fifth
