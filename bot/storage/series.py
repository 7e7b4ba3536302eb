"""Series, kept: each call is one transaction, with the meetings and the outbox in the same one."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from sqlite3 import Connection

from bot.domain.errors import NoSuchMeeting, NoSuchSeries, TimePassed, TooManySeries
from bot.domain.ids import GroupId, GuildId, MeetingId, SeriesId
from bot.domain.meeting import Gathering
from bot.domain.plan import plan
from bot.domain.series.course import Course
from bot.domain.series.schedule import MOST_SERIES, Series, coming
from bot.domain.series.steps import Changed, ended, left_out, meeting_on, replaced, started
from bot.services.ports import Decide
from bot.storage import courses, group_rows, meeting_rows, outbox_rows, series_rows
from bot.storage.database import Database
from bot.storage.meetings import applied, gathering_of, saved


class SeriesStore:
    """Established schedules, with what exists of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_draft(self, series: Series) -> Series:
        """Keeps a draft in place of the one whose id it carries; gives it with its new id."""

        def work(db: Connection) -> Series:
            series_rows.drop_draft(db, series.id)
            return replace(series, id=series_rows.insert(db, series))

        return await self._database.write(work)

    async def drop_draft(self, series_id: SeriesId) -> None:
        """Forgets a draft; refuses with NoSuchSeries where there is none."""

        def work(db: Connection) -> None:
            if not series_rows.drop_draft(db, series_id):
                raise NoSuchSeries

        await self._database.write(work)

    async def drop_drafts_before(self, instant: datetime) -> int:
        """Forgets drafts that nobody started; gives how many."""
        return await self._database.write(lambda db: series_rows.drop_drafts_before(db, instant))

    async def get(self, series_id: SeriesId) -> Series:
        """The series or draft; refuses with NoSuchSeries."""
        return await self._database.read(lambda db: series_rows.series_by_id(db, series_id))

    async def of_group(self, group_id: GroupId) -> tuple[Series, ...]:
        """A group's series, over ones too, in the order of their starting."""
        return await self._database.read(lambda db: series_rows.of_group(db, group_id))

    async def of_guild(self, guild_id: GuildId) -> tuple[Series, ...]:
        """A server's series, over ones too."""
        return await self._database.read(lambda db: series_rows.of_guild(db, guild_id))

    async def courses(self, group_id: GroupId, since: datetime) -> tuple[Course, ...]:
        """A group's series, each with its meetings that were not over at `since`."""

        def work(db: Connection) -> tuple[Course, ...]:
            found = series_rows.of_group(db, group_id)
            return tuple(courses.course_of(db, series, since) for series in found)

        return await self._database.read(work)

    async def start(
        self, draft_id: SeriesId, now: datetime, without: Iterable[date] = ()
    ) -> Series:
        """A draft becomes a series; where it takes another's place, that one ends with it.

        Its meetings of the dates `without` are off before anybody is told of them.
        Refuses with NoSuchSeries where it was started already, TooManySeries, SeriesOver.
        """

        def work(db: Connection) -> Series:
            draft = series_rows.series_by_id(db, draft_id)
            if draft.started_at is not None:
                raise NoSuchSeries
            series = started(Course(draft), now)
            if series.follows is None:
                _require_room(db, series, now)
            series_rows.save(db, series)
            if series.follows is not None:
                _replace(db, series, series.follows, now)
            for day in without:
                _leave_out(db, series, day, now)
            courses.tended(db, series.id, now)
            return series

        return await self._database.write(work)

    async def ensure(self, series_id: SeriesId, day: date, now: datetime) -> Gathering:
        """The meeting of a date, which is made where it does not exist yet.

        Refuses with NoSuchMeeting where the series does not meet on that date, TimePassed.
        """
        return await self._database.write(lambda db: _ensured(db, series_id, day, now))

    async def change(
        self, series_id: SeriesId, day: date, decide: Decide, now: datetime
    ) -> Gathering:
        """One step of the meeting of a date, whether it exists already or not."""

        def work(db: Connection) -> Gathering:
            before = _ensured(db, series_id, day, now)
            return applied(db, before, decide(before), now)

        return await self._database.write(work)

    async def end(self, series_id: SeriesId, last: date, now: datetime) -> Series:
        """Gives a series its last day; what was to come after it is called off."""

        def work(db: Connection) -> Series:
            series = _series(db, series_id)
            group = group_rows.group_by_id(db, series.group_id)
            course = courses.course_of(db, series, now)
            _save(db, ended(group, course, last, now), now)
            courses.tended(db, series_id, now)
            return series_rows.series_by_id(db, series_id)

        return await self._database.write(work)

    async def tend(self, now: datetime) -> int:
        """Makes what must exist of every series by now; gives how many meetings that concerned."""
        return await self._database.write(lambda db: courses.all_tended(db, now))


def _series(db: Connection, series_id: SeriesId) -> Series:
    series = series_rows.series_by_id(db, series_id)
    if series.started_at is None:
        raise NoSuchSeries
    return series


def _require_room(db: Connection, series: Series, now: datetime) -> None:
    living = [one for one in series_rows.of_group(db, series.group_id) if coming(one, now, 1)]
    if len(living) >= MOST_SERIES:
        raise TooManySeries(MOST_SERIES)


def _ensured(db: Connection, series_id: SeriesId, day: date, now: datetime) -> Gathering:
    series, known = _series(db, series_id), meeting_rows.on_date(db, series_id, day)
    meeting = meeting_on(Course(series, {day: known} if known else {}), day, now)
    if meeting.id != MeetingId(0):
        return gathering_of(db, meeting.id)
    gathering = gathering_of(db, meeting_rows.insert_meeting(db, meeting))
    outbox_rows.reconcile(db, gathering.meeting, plan(gathering), now)
    return gathering


def _leave_out(db: Connection, series: Series, day: date, now: datetime) -> None:
    """A date that has a meeting, or is over, is left as it is."""
    if meeting_rows.on_date(db, series.id, day):
        return
    with suppress(NoSuchMeeting, TimePassed):
        meeting = meeting_on(Course(series), day, now)
        group = group_rows.group_by_id(db, series.group_id)
        number = meeting_rows.insert_meeting(db, left_out(group, meeting, now))
        gathering = gathering_of(db, number)
        outbox_rows.reconcile(db, gathering.meeting, plan(gathering), now)


def _replace(db: Connection, new: Series, follows: SeriesId, now: datetime) -> None:
    old = _series(db, follows)
    group = group_rows.group_by_id(db, new.group_id)
    course = courses.course_of(db, old, now)
    before, after = replaced(group, course, new, now)
    _save(db, before, now)
    _save(db, after, now)


def _save(db: Connection, changed: Changed, now: datetime) -> None:
    """Saves a step of a whole series; it is still to be tended."""
    series_rows.save(db, changed.series)
    for meeting in changed.meetings:
        saved(db, gathering_of(db, meeting.id), meeting, now)
