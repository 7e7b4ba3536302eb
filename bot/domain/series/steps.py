"""How a series changes: pure steps from a course to what shall be saved.

A meeting that the group was told of changes as any other does, with a notice; what nobody was told
of changes quietly. Who may do it is not asked here.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.decisions import A_MOMENT, cancelled, moved
from bot.domain.errors import NoSuchMeeting, NothingChanged, SeriesOver, TimePassed
from bot.domain.group import Group
from bot.domain.meeting import Gathering, Meeting, Phase, Regular
from bot.domain.series.course import Course, meeting_of, next_ones
from bot.domain.series.schedule import Series, coming, has_date, on

_A_DAY = timedelta(days=1)
_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Changed:
    """What a step makes of a series: the series, and its meetings that are others than before."""

    series: Series
    meetings: tuple[Meeting, ...] = ()


def meeting_on(course: Course, day: date, now: datetime) -> Meeting:
    """The meeting of a date, made where it does not exist yet (its id is 0 then).

    Raises:
        NoSuchMeeting: the series does not meet on that date.
        TimePassed: it is over.
    """
    known = course.meetings.get(day)
    if known is None and not has_date(course.series, day):
        raise NoSuchMeeting
    meeting = known or meeting_of(course.series, day, on(course.series, day).slot, now)
    if meeting.time is not None and meeting.time.ends <= now:
        raise TimePassed(meeting.time.starts)
    return meeting


def started(course: Course, now: datetime) -> Series:
    """A draft that becomes a series.

    Raises:
        SeriesOver: nothing would come of it.
    """
    if not coming(course.series, now, 1):
        raise SeriesOver
    return replace(course.series, started_at=now)


def left_out(group: Group, meeting: Meeting, now: datetime) -> Meeting:
    """A meeting that is off from the start of its series, so that nobody is ever told of it."""
    if meeting.regular is not None:
        announce_at = max(meeting.regular.announce_at, now + A_MOMENT)
        meeting = replace(meeting, regular=replace(meeting.regular, announce_at=announce_at))
    return cancelled(Gathering(group, meeting), now)


def ended(group: Group, course: Course, last: date, now: datetime) -> Changed:
    """The series with an end; what was to come after it is called off.

    An end that is later than the one before brings back nothing that was called off.

    Raises:
        NothingChanged: it ends on that date already.
    """
    series = course.series
    if series.last == last:
        raise NothingChanged
    after = replace(series, last=last, revision=series.revision + 1)
    off = tuple(
        cancelled(Gathering(group, meeting), now)
        for day, meeting in sorted(course.meetings.items())
        if day > last and _is_ahead(meeting, now)
    )
    return Changed(after, off)


def replaced(group: Group, course: Course, new: Series, now: datetime) -> tuple[Changed, Changed]:
    """One series that ends before a date, and another that goes on from there in its place.

    The meeting that the group has been told of moves to the first date of the new series. Dates
    that were skipped stay so where the new series has them too.

    Args:
        group: whose series it is.
        course: the series that is replaced, with its meetings.
        new: what goes on, started and kept: `follows_from` says from which date.
        now: the present.
    """
    first = new.follows_from or new.anchor
    old = course.series
    until = first - _A_DAY if old.last is None else min(old.last, first - _A_DAY)
    before = replace(old, last=until, revision=old.revision + 1)
    theirs, ours = list[Meeting](), list[Meeting]()
    free = [one.date for one in coming(new, now, _ENOUGH)]
    for day, meeting in sorted(course.meetings.items()):
        if day < first:
            continue
        if _is_ahead(meeting, now) and meeting.told_by(now) and free:
            ours.append(_taken_over(Gathering(group, meeting), new, free.pop(0), now))
        elif _is_ahead(meeting, now):
            theirs.append(cancelled(Gathering(group, meeting), now))
        elif meeting.phase is Phase.CANCELLED and day in free:
            free.remove(day)
            ours.append(_skipped_too(meeting, new, day))
    return Changed(before, tuple(theirs)), Changed(new, tuple(ours))


def _taken_over(gathering: Gathering, new: Series, day: date, now: datetime) -> Meeting:
    """The meeting as one of the new series; the group is told of the move."""
    regular = gathering.meeting.regular
    slot = on(new, day).slot
    meeting = replace(gathering.meeting, topic=new.title, length=new.length)
    if regular is not None:
        meeting = replace(meeting, regular=replace(regular, series=new.id, date=day))
    if slot == meeting.time:
        return meeting
    return moved(gathering.having(meeting), slot, now)


def _skipped_too(meeting: Meeting, new: Series, day: date) -> Meeting:
    slot = on(new, day).slot
    announce_at = meeting.regular.announce_at if meeting.regular else slot.starts
    return replace(meeting, time=slot, regular=Regular(new.id, day, announce_at))


def _is_ahead(meeting: Meeting, now: datetime) -> bool:
    scheduled = meeting.phase is Phase.SCHEDULED and meeting.time is not None
    return scheduled and meeting.time is not None and meeting.time.starts > now


def handed_on(series: Series, group: Group) -> Series:
    """The series when its convener has left: whoever is in the group longest looks after it."""
    if not group.members or series.convener_id in group.member_ids:
        return series
    return replace(series, convener_id=group.members[0].id)


def first_ahead(course: Course, now: datetime) -> date:
    """The date of the next meeting that has not begun.

    Raises:
        SeriesOver: there is none.
    """
    ahead = (one for one in next_ones(course, now, 2) if one.slot.starts > now)
    found = next(ahead, None)
    if found is None:
        raise SeriesOver
    return found.date
