"""A series with the meetings that exist of it: what really takes place, and what must exist soon.

Within a horizon each occurrence is a meeting like a called one, so that card, event, reminders,
attendance and calling off are the same. Meetings further off exist only where they are exceptions.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.domain.decisions import A_MOMENT
from bot.domain.ids import MeetingId
from bot.domain.meeting import Kind, Meeting, Phase, Regular, Soon
from bot.domain.series.schedule import Occurrence, Series, occurrences, on
from bot.domain.when.slot import Slot

HORIZON = timedelta(weeks=5)
"""How far ahead every occurrence is a meeting."""

ANNOUNCED = timedelta(days=7)
"""How long before its start the group is asked about a meeting, at most."""

_FURTHEST = timedelta(days=4 * 366)
"""Within this the next meeting is looked for, where the group skips one after another."""


@dataclass(frozen=True, slots=True)
class Course:
    """A series and its meetings by their date; the meetings may be called off, moved or held."""

    series: Series
    meetings: Mapping[date, Meeting] = field(default_factory=dict[date, Meeting])


@dataclass(frozen=True, slots=True)
class Occurring:
    """One occurrence as it really is; `meeting` is None where it is as the rule says."""

    date: date
    by_rule: Slot
    meeting: Meeting | None = None

    @property
    def slot(self) -> Slot:
        """When it takes place, or would."""
        return self.meeting.time if self.meeting and self.meeting.time else self.by_rule

    @property
    def off(self) -> bool:
        """Whether it was skipped or called off, which is the same to a calendar."""
        return self.meeting is not None and self.meeting.phase is Phase.CANCELLED

    @property
    def moved(self) -> bool:
        """Whether it takes place at another time than the rule's."""
        return self.slot != self.by_rule

    def told_by(self, now: datetime) -> bool:
        """Whether the group has been told of it."""
        return self.meeting is not None and self.meeting.told_by(now)


def occurring(course: Course, since: datetime, until: datetime) -> tuple[Occurring, ...]:
    """The occurrences that begin before `until` and are not over at `since`, as they really are.

    In the order of their real time; one that was moved into the stretch, or out of it, is judged by
    where it is now.
    """
    reach = max((_shift(one) for one in course.meetings.values()), default=timedelta())
    wide = occurrences(course.series, since - reach, until + reach)
    real = (_as_it_is(course, one) for one in (*wide, *_kept(course)))
    within = (one for one in real if one.slot.ends > since and one.slot.starts < until)
    return tuple(sorted(within, key=lambda one: (one.slot, one.date)))


def _kept(course: Course) -> Iterator[Occurrence]:
    """Dates after the end of the series on which it meets all the same: a call-off taken back."""
    last = course.series.last
    for day, meeting in course.meetings.items():
        if last is not None and day > last and meeting.phase is not Phase.CANCELLED:
            yield on(course.series, day)


def _shift(meeting: Meeting) -> timedelta:
    """How far a meeting may lie from its own date, generously."""
    if meeting.regular is None or meeting.time is None:
        return timedelta()
    return abs(meeting.time.starts.date() - meeting.regular.date) + timedelta(days=2)


def _as_it_is(course: Course, one: Occurrence) -> Occurring:
    return Occurring(one.date, one.slot, course.meetings.get(one.date))


def next_ones(course: Course, now: datetime, count: int) -> tuple[Occurring, ...]:
    """The next so many occurrences that take place."""
    stretch = HORIZON
    while True:
        found = [one for one in occurring(course, now, now + stretch) if not one.off]
        if len(found) >= count or stretch >= _FURTHEST:
            return tuple(found[:count])
        stretch = min(2 * stretch, _FURTHEST)


def to_exist(course: Course, now: datetime) -> tuple[Meeting, ...]:
    """The meetings that must exist by now, new or with another moment at which they are told of.

    All within the horizon, and at least the next one that takes place. What is there and right
    already is left out, so that a second look finds nothing to do. A new one has the id 0.
    """
    following = next_ones(course, now, 1)
    until = max((now + HORIZON, *(one.slot.ends for one in following)))
    near = occurring(course, now - ANNOUNCED - HORIZON, until)
    return tuple(_changed(course.series, near, now))


def _changed(series: Series, near: tuple[Occurring, ...], now: datetime) -> Iterator[Meeting]:
    before: Slot | None = None
    for one in near:
        if one.off:
            continue
        if one.slot.ends > now:
            meeting = _announced(series, one, before, now)
            if meeting != one.meeting:
                yield meeting
        before = one.slot


def _announced(series: Series, one: Occurring, before: Slot | None, now: datetime) -> Meeting:
    """The occurrence as a meeting, told of in time but not before the one before it is over."""
    if one.meeting and (one.meeting.regular is None or one.meeting.told_by(now)):
        return one.meeting
    # What exists may just have been changed, and must not seem to have been known before. What does
    # not may have existed, and been told of, before a copy of the database was put back.
    soonest = now + A_MOMENT if one.meeting else series.started_at or now
    earliest = max(before.ends, soonest) if before else soonest
    announce_at = max(earliest, one.slot.starts - ANNOUNCED)
    meeting = one.meeting or meeting_of(series, one.date, one.by_rule, min(now, announce_at))
    return replace(meeting, regular=Regular(series.id, one.date, announce_at))


def meeting_of(series: Series, day: date, slot: Slot, now: datetime) -> Meeting:
    """A meeting of the series that nobody has been told of.

    Its uid follows from the series' own and the date: a database that is put back from a copy makes
    the same meeting once more, and finds what it had sent about it.
    """
    return Meeting(
        id=MeetingId(0),
        guild_id=series.guild_id,
        group_id=series.group_id,
        convener_id=series.convener_id,
        uid=f"{series.uid}-{day:%Y%m%d}",
        topic=series.title,
        kind=Kind.CASE,
        soon=Soon.TWO_WEEKS,
        length=series.length,
        phase=Phase.SCHEDULED,
        called_at=now,
        changed_at=now,
        deadline=now,
        slots=(),
        time=slot,
        regular=Regular(series.id, day, max(now, slot.starts - ANNOUNCED)),
    )
