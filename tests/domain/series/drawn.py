"""Drawn series, in zones whose clocks change in every way, and an independent reckoning of them.

The reckoning takes dates from dateutil's recurrence rules and instants from dateutil's zones.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from dateutil import tz
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from hypothesis import strategies as st

from bot.domain.ids import GroupId, SeriesId
from bot.domain.series.rule import LAST, EveryWeeks, MonthlyByWeekday, Rule
from bot.domain.series.schedule import Series
from tests.domain.examples import ADA, GUILD, NOON

ZONES = (
    "America/New_York",
    "Europe/Berlin",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/St_Johns",
    "Pacific/Auckland",
    "Pacific/Honolulu",
    "Africa/Casablanca",
)


def a_series(
    rule: Rule = EveryWeeks(1),  # noqa: B008 - it is frozen
    anchor: date = date(2026, 1, 13),
    starts: time = time(18),
    zone: str = "Europe/Berlin",
    length: int = 90,
    last: date | None = None,
) -> Series:
    """A started series of the example group; every Tuesday at six, in Berlin."""
    return Series(
        id=SeriesId(1),
        guild_id=GUILD,
        group_id=GroupId(1),
        convener_id=ADA,
        uid="5e71e5",
        title="Tuesday circle",
        rule=rule,
        anchor=anchor,
        starts=starts,
        zone=zone,
        length=length,
        created_at=NOON,
        last=last,
        started_at=NOON,
    )


RULES: st.SearchStrategy[Rule] = st.one_of(
    st.builds(EveryWeeks, st.integers(1, 12)),
    st.builds(MonthlyByWeekday, st.sampled_from([1, 2, 3, 4, LAST]), st.integers(0, 6)),
)
_DAYS = st.dates(date(2025, 12, 1), date(2027, 12, 31))
_TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
SERIES = st.builds(
    a_series,
    RULES,
    _DAYS,
    _TIMES,
    st.sampled_from(ZONES),
    st.sampled_from([60, 90, 480]),
    st.one_of(st.none(), _DAYS),
)


def reckoned(series: Series, since: datetime, until: datetime) -> list[tuple[date, datetime]]:
    """Each date and its start in UTC, for what is not over at `since` and starts before `until`."""
    return [
        (day, starts)
        for day, starts in _starts(series, until)
        if starts + timedelta(minutes=series.length) > since and starts < until
    ]


def _starts(series: Series, until: datetime) -> Iterator[tuple[date, datetime]]:
    zone = tz.gettz(series.zone)
    for day in _days(series, until.date() + timedelta(days=2)):
        wall = datetime.combine(day, series.starts).replace(tzinfo=zone)
        yield day, tz.resolve_imaginary(wall).astimezone(UTC)


def _days(series: Series, until: date) -> Iterator[date]:
    begin = datetime.combine(series.anchor, time())
    end = datetime.combine(min(until, series.last or until), time())
    match series.rule:
        case EveryWeeks(weeks):
            found = rrule(WEEKLY, dtstart=begin, interval=weeks, until=end)
        case MonthlyByWeekday(nth, day):
            found = rrule(MONTHLY, dtstart=begin, byweekday=weekday(day)(nth), until=end)
    for each in found:
        yield each.date()
