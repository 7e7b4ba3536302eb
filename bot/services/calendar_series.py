"""An established schedule as calendars have it: one event with a rule, and what departs from it.

DTSTART is a local time with its zone, so the rule gives the series' own instants over every change
of the clocks: RFC 5545 moves a skipped hour forward and takes the first of a doubled one, as the
series does. Programs differ about meetings in the very night, so those are told in UTC, each by
itself. A skip is an EXDATE; what was moved, told of or called off has a RECURRENCE-ID.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event

from bot.domain.meeting import Meeting, Phase
from bot.domain.series.course import Course, meeting_of
from bot.domain.series.rule import EveryWeeks, MonthlyByWeekday
from bot.domain.series.schedule import Occurrence, Series, coming, has_date, occurrences, on
from bot.domain.when.wall import instants
from bot.services.calendar import dress, sequence

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_LOOKS_AHEAD = timedelta(days=3 * 366)
"""How far ahead nights on which a clock changes are told one by one."""

Single = Callable[[Meeting], Any]
"""The event of one meeting by itself."""


def events_of(
    course: Course, since: datetime, leads: Sequence[int], single: Single
) -> Iterator[Any]:
    """The series' events.

    Args:
        course: the series with every meeting that departs from its rule, however long ago.
        since: what ended before and was called off is not shown as such any more.
        leads: minutes before each meeting at which it rings.
        single: makes the event of a meeting that is shown by itself.
    """
    series = course.series
    first = first_date(series)
    regular = {day: one for day, one in course.meetings.items() if _is_of(series, first, day)}
    if first is not None:
        skips = [day for day, one in regular.items() if _is_skip(one, since)]
        yield _master(series, first, sorted(skips), regular, leads)
    for day, meeting in sorted(course.meetings.items()):
        if day not in regular and meeting.phase is not Phase.CANCELLED:
            yield single(meeting)  # it takes place all the same, after the end of its series
        elif day in regular and not _is_skip(meeting, since) and _departs(series, day, meeting):
            yield _override(series, day, single(meeting))
    began = series.started_at or series.created_at
    for one in occurrences(series, max(began, since), since + _LOOKS_AHEAD):
        if one.date not in course.meetings and _is_odd(series, one):
            meeting = meeting_of(series, one.date, one.slot, began)
            yield _override(series, one.date, single(meeting))


def first_date(series: Series) -> date | None:
    """The first date on which the series met; None where it has ended before one."""
    began = coming(series, series.started_at or series.created_at, 1)
    return began[0].date if began else None


def _is_of(series: Series, first: date | None, day: date) -> bool:
    return first is not None and day >= first and has_date(series, day)


def _is_skip(meeting: Meeting, since: datetime) -> bool:
    """Off, and nobody needs to see that: they never knew of it, or it is long over."""
    if meeting.phase is not Phase.CANCELLED:
        return False
    return meeting.posts.card_message is None or meeting.time is None or meeting.time.ends <= since


def _departs(series: Series, day: date, meeting: Meeting) -> bool:
    """Whether the rule alone would not say it: another time, a card to go to, or off."""
    by_rule = on(series, day)
    seen = meeting.posts.card_message is not None
    return seen or meeting.time != by_rule.slot or _is_odd(series, by_rule)


def _is_odd(series: Series, one: Occurrence) -> bool:
    """Whether the clock changes in the meeting, or shows its hour twice or never."""
    zone = ZoneInfo(series.zone)
    begin, end = (each.astimezone(zone).utcoffset() for each in (one.slot.starts, one.slot.ends))
    wall = datetime.combine(one.date, series.starts)
    return begin != end or len(instants(wall, zone)) != 1


def _master(
    series: Series,
    first: date,
    skips: Sequence[date],
    regular: Mapping[date, Meeting],
    leads: Sequence[int],
) -> Any:  # noqa: ANN401 - icalendar's own types are partial
    event: Any = Event()
    event.add("uid", _uid(series))
    # It rises with whatever changes the rule, a skip, or the taking back of one.
    event.add("sequence", series.revision + sum(map(sequence, regular.values())))
    changed = [
        series.started_at or series.created_at,
        *(one.changed_at for one in regular.values()),
    ]
    event.add("dtstamp", max([series.started_at or series.created_at, *changed]))
    event.add("dtstart", _local(series, first))
    # A length and no end: an end on the wall would make it longer or shorter over a change.
    event.add("duration", timedelta(minutes=series.length))
    event.add("rrule", rule_of(series))
    for day in skips:
        event.add("exdate", _local(series, day))
    dress(event, leads)
    event.add("status", "CONFIRMED")
    return event


def rule_of(series: Series) -> dict[str, Any]:
    """The RRULE; its end is the last second of the last day, in UTC as RFC 5545 wants it."""
    rule: dict[str, Any]
    match series.rule:
        case EveryWeeks(weeks):
            day = _DAYS[series.anchor.weekday()]
            rule = {"FREQ": "WEEKLY", "INTERVAL": weeks, "BYDAY": day}
        case MonthlyByWeekday(nth, weekday):
            rule = {"FREQ": "MONTHLY", "BYDAY": f"{nth}{_DAYS[weekday]}"}
    if series.last is not None:
        end = datetime.combine(series.last, time(23, 59, 59), ZoneInfo(series.zone))
        rule["UNTIL"] = end.astimezone(UTC)
    return rule


def _override(series: Series, day: date, event: Any) -> Any:  # noqa: ANN401 - likewise
    """A meeting's own event in place of the one that the rule gives for that date."""
    del event["UID"]
    event.add("uid", _uid(series))
    event.add("recurrence-id", _local(series, day))
    return event


def _uid(series: Series) -> str:
    return f"{series.uid}@convene"


def _local(series: Series, day: date) -> datetime:
    """A date's time on the wall, by which calendars name an occurrence."""
    return datetime.combine(day, series.starts, ZoneInfo(series.zone))
