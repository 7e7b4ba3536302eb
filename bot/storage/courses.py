"""Series with their meetings: what must exist soon is made, in the transaction that causes it."""

from dataclasses import replace
from datetime import datetime, timedelta
from sqlite3 import Connection

from bot.domain.ids import GroupId, MeetingId, SeriesId
from bot.domain.meeting import Gathering, Meeting
from bot.domain.plan import plan
from bot.domain.series.course import Course, to_exist
from bot.domain.series.schedule import Series
from bot.domain.series.steps import handed_on
from bot.storage import group_rows, meeting_rows, outbox_rows, series_rows

_LOOK_BACK = timedelta(weeks=8)
"""Meetings that have been over for longer bear on nothing that is to come."""


def course_of(db: Connection, series: Series, since: datetime) -> Course:
    """A series with those of its meetings that were not over at `since`."""
    found = meeting_rows.of_series(db, series.id, since)
    return Course(series, {one.regular.date: one for one in found if one.regular})


def tended(db: Connection, series_id: SeriesId, now: datetime) -> int:
    """Makes what must exist of a series by now; gives how many meetings are new or told of anew.

    A second look finds nothing to do. Where nobody is left in the group, nothing is made.
    """
    now = now.replace(microsecond=0)  # as it is stored
    series = series_rows.series_by_id(db, series_id)
    group = group_rows.group_by_id(db, series.group_id)
    if series.started_at is None or not group.members:
        return 0
    course = course_of(db, series, now - _LOOK_BACK)
    missing = to_exist(course, now)
    for meeting in missing:
        kept = _kept(db, course, meeting)
        outbox_rows.reconcile(db, kept, plan(Gathering(group, kept)), now)
    return len(missing)


def _kept(db: Connection, course: Course, meeting: Meeting) -> Meeting:
    if meeting.id == MeetingId(0):
        return replace(meeting, id=meeting_rows.insert_meeting(db, meeting))
    if meeting.regular:
        meeting_rows.save_meeting(db, course.meetings[meeting.regular.date], meeting)
    return meeting


def all_tended(db: Connection, now: datetime) -> int:
    """The same for every series there is."""
    return sum(tended(db, series.id, now) for series in series_rows.every(db))


def kept_up(db: Connection, group_id: GroupId, now: datetime) -> None:
    """After somebody came or left: a series has a convener who is a member, and its meetings."""
    group = group_rows.group_by_id(db, group_id)
    for series in series_rows.of_group(db, group_id):
        after = handed_on(series, group)
        if after != series:
            series_rows.save(db, after)
            meeting_rows.hand_on(db, series.id, after.convener_id)
        tended(db, series.id, now)
