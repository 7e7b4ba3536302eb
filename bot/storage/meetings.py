"""Meetings, kept: each call is one transaction, and the outbox follows in the same one."""

from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

from bot.domain.agenda.offers import followed
from bot.domain.decisions import settled_if_complete, with_shortfall
from bot.domain.group import Group
from bot.domain.ids import DraftId, GuildId, MeetingId
from bot.domain.meeting import Gathering, Meeting
from bot.domain.plan import plan
from bot.services.outbox import Entry
from bot.services.ports import Decide
from bot.storage import agenda_rows, courses, draft_rows, group_rows, meeting_rows, outbox_rows
from bot.storage.database import Database

_UNSEEN = ("posts", "nudged", "snoozed", "hushed")
"""What no card shows."""


def gathering_of(db: Connection, meeting_id: MeetingId) -> Gathering:
    """A meeting with its group."""
    meeting = meeting_rows.meeting_by_id(db, meeting_id)
    return Gathering(group_rows.group_by_id(db, meeting.group_id), meeting)


def inserted(db: Connection, meeting: Meeting, now: datetime) -> Gathering:
    """A new meeting with all that is planned for it."""
    gathering = gathering_of(db, meeting_rows.insert_meeting(db, meeting))
    outbox_rows.reconcile(db, gathering.meeting, plan(gathering), now)
    return gathering


def applied(db: Connection, before: Gathering, after: Meeting, now: datetime) -> Gathering:
    """Saves a step; the outbox follows it, and the series that the meeting is one of."""
    gathering = saved(db, before, after, now)
    if after.regular and _is_elsewhere(before.meeting, after):
        courses.tended(db, after.regular.series, now)
        return gathering_of(db, after.id)
    return gathering


def saved(db: Connection, before: Gathering, after: Meeting, now: datetime) -> Gathering:
    """Saves a step with what follows from it for the agenda and the outbox; nothing else does."""
    agenda_rows.keep_turns_taken(db, before, after.phase)
    after = followed(before.having(after), now)
    unseen = {name: getattr(before.meeting, name) for name in _UNSEEN}
    shown_alike = replace(after, **unseen) == before.meeting
    meeting = after if shown_alike else replace(after, version=before.meeting.version + 1)
    meeting_rows.save_meeting(db, before.meeting, meeting)
    gathering = before.having(meeting)
    outbox_rows.reconcile(db, meeting, plan(gathering), now)
    return gathering


def _is_elsewhere(before: Meeting, after: Meeting) -> bool:
    """Whether the other meetings of a series may have to come earlier or later to their turn."""
    return (before.phase, before.time) != (after.phase, after.time)


def revisited(db: Connection, was: Group, now: datetime) -> Group:
    """After a change of the group: polls may settle, reminders be others, a quorum be lost.

    `was` is the group before the change.
    """
    group = group_rows.group_by_id(db, was.id)
    for meeting in meeting_rows.live_meetings(db, group.id):
        # Who was asked to present at the meeting before is not next for this one.
        group = group_rows.group_by_id(db, was.id)
        before = Gathering(group, meeting)
        settled = before.having(settled_if_complete(before, now))
        after = with_shortfall(Gathering(was, meeting), settled, now)
        after = followed(before.having(after), now)
        touched = replace(after, version=meeting.version + 1)
        meeting_rows.save_meeting(db, meeting, touched)
        outbox_rows.reconcile(db, touched, plan(before.having(touched)), now)
    return group


class MeetingStore:
    """Meetings with their part of the outbox."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def call(self, meeting: Meeting, draft_id: DraftId, now: datetime) -> Gathering:
        """A new meeting with all that is planned for it; the draft is used up by it."""

        def work(db: Connection) -> Gathering:
            draft_rows.use_up(db, draft_id)
            return inserted(db, meeting, now)

        return await self._database.write(work)

    async def get(self, meeting_id: MeetingId) -> Gathering:
        """A meeting with its group; refuses with NoSuchMeeting."""
        return await self._database.read(lambda db: gathering_of(db, meeting_id))

    async def change(self, meeting_id: MeetingId, decide: Decide, now: datetime) -> Gathering:
        """One step, with all that follows from it for the outbox, in one transaction."""

        def work(db: Connection) -> Gathering:
            before = gathering_of(db, meeting_id)
            return applied(db, before, decide(before), now)

        return await self._database.write(work)

    async def ahead(self, guild_id: GuildId, now: datetime) -> tuple[Gathering, ...]:
        """The server's open polls and coming meetings, the next first."""

        def work(db: Connection) -> tuple[Gathering, ...]:
            groups = {group.id: group for group in group_rows.groups_of_guild(db, guild_id)}
            meetings = meeting_rows.meetings_ahead(db, guild_id, now)
            return tuple(Gathering(groups[meeting.group_id], meeting) for meeting in meetings)

        return await self._database.read(work)

    async def undelivered(self, meeting_id: MeetingId) -> tuple[Entry, ...]:
        """What Discord refused of a meeting, so that somebody can be told."""
        return await self._database.read(lambda db: outbox_rows.undelivered(db, meeting_id))

    async def unshown(self) -> tuple[MeetingId, ...]:
        """Meetings whose cards are older than what is known."""
        return await self._database.read(meeting_rows.unshown)

    async def set_shown(self, meeting_id: MeetingId, version: int) -> None:
        """Remembers which version the cards show."""
        await self._database.write(lambda db: meeting_rows.set_shown(db, meeting_id, version))
