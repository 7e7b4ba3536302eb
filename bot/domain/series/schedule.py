"""A series: a rule, an hour on a wall's clock and the zone where that clock hangs.

The hour stays local: over a change of the clocks the meeting stays at six o'clock, and the instant
differs. An occurrence is named for ever by its local date by the rule, whatever becomes of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.ids import GroupId, GuildId, MemberId, SeriesId
from bot.domain.series.rule import Rule, dates
from bot.domain.when.slot import Slot
from bot.domain.when.wall import at_wall, instants

LONGEST_TITLE = 100
MOST_SERIES = 5
"""Series that a group can have at a time; more would be no schedule."""

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Series:
    """An established schedule of a group.

    `anchor` is the first date by the rule, `starts` the local time on the wall in `zone` (an IANA
    name), `length` in minutes; `last` is the last date on which it may meet, None where it has no
    end. `uid` is random and names it in calendars; `revision` counts what calendars must learn
    about the series itself. A series that has not been started is a draft: nothing comes of it.
    Where it takes the place of another, `follows` is that one and `follows_from` the other's first
    date that it replaces.
    """

    id: SeriesId
    guild_id: GuildId
    group_id: GroupId
    convener_id: MemberId
    uid: str
    title: str
    rule: Rule
    anchor: date
    starts: time
    zone: str
    length: int
    created_at: datetime
    last: date | None = None
    revision: int = 0
    started_at: datetime | None = None
    follows: SeriesId | None = None
    follows_from: date | None = None


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One date of a series and when that is, by the rule alone."""

    date: date
    slot: Slot


def on(series: Series, day: date) -> Occurrence:
    """The occurrence of a date; whether the rule has that date is not asked."""
    starts = at_wall(day, series.starts, ZoneInfo(series.zone))
    return Occurrence(day, Slot(starts, starts + timedelta(minutes=series.length)))


def has_date(series: Series, day: date) -> bool:
    """Whether the series meets on that date, by the rule."""
    return bool(list(_dates(series, day, day)))


def occurrences(series: Series, since: datetime, until: datetime) -> Iterator[Occurrence]:
    """The occurrences that are not over at `since` and begin before `until`, in order.

    By the rule, the anchor and the end date alone: what was skipped or moved is in the course.
    """
    zone = ZoneInfo(series.zone)
    first = since.astimezone(zone).date() - 2 * _A_DAY  # one that began before midnight may go on
    last = until.astimezone(zone).date() + _A_DAY
    for day in _dates(series, first, last):
        one = on(series, day)
        if one.slot.ends > since and one.slot.starts < until:
            yield one


def coming(series: Series, since: datetime, count: int) -> tuple[Occurrence, ...]:
    """The next so many occurrences that are not over at `since`, by the rule."""
    far = since + timedelta(days=366) * (count + 1)
    return tuple(islice(occurrences(series, since, far), count))


def _dates(series: Series, since: date, until: date) -> Iterator[date]:
    end = until if series.last is None else min(until, series.last)
    return dates(series.rule, series.anchor, since, end)


def odd_hours(series: Series, since: datetime, until: datetime) -> tuple[Occurrence, ...]:
    """The occurrences on nights on which a clock skips their hour, or shows it twice."""
    zone = ZoneInfo(series.zone)
    return tuple(
        one
        for one in occurrences(series, since, until)
        if len(instants(datetime.combine(one.date, series.starts), zone)) != 1
    )
