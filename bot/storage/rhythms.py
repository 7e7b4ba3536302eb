"""Rhythms, kept: each call is one transaction, and what a turn calls comes in the turn's own."""

from datetime import datetime
from sqlite3 import Connection

from bot.domain.errors import NoRhythm
from bot.domain.group import Group
from bot.domain.ids import GroupId
from bot.domain.meeting import Meeting
from bot.domain.rhythm import Rhythm, is_needless, taken
from bot.storage import group_rows, meeting_rows, rhythm_rows
from bot.storage.database import Database
from bot.storage.meetings import inserted


class RhythmStore:
    """When groups are asked for a time by themselves."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, group_id: GroupId) -> Rhythm | None:
        """The group's rhythm, or None."""
        return await self._database.read(lambda db: rhythm_rows.rhythm_of(db, group_id))

    async def keep(self, rhythm: Rhythm) -> None:
        """Keeps the group's rhythm in place of the one before."""

        def work(db: Connection) -> None:
            rhythm_rows.save(db, rhythm, group_rows.group_by_id(db, rhythm.group_id))

        await self._database.write(work)

    async def stop(self, group_id: GroupId) -> None:
        """Forgets the group's rhythm; refuses with NoRhythm."""

        def work(db: Connection) -> None:
            if not rhythm_rows.delete(db, group_id):
                raise NoRhythm

        await self._database.write(work)

    async def due(self, now: datetime) -> tuple[tuple[Rhythm, Group], ...]:
        """The rhythms of which a turn is due, with their groups."""

        def work(db: Connection) -> tuple[tuple[Rhythm, Group], ...]:
            found = rhythm_rows.due(db, now)
            return tuple((one, group_rows.group_by_id(db, one.group_id)) for one in found)

        return await self._database.read(work)

    async def take(
        self, seen: Rhythm, turn: Rhythm, meeting: Meeting | None, now: datetime
    ) -> bool:
        """Takes a turn: the next one waits, and its meeting is called where it is needed.

        `seen` is the rhythm as it was read; where it is another one by now, nothing happens. True
        where a meeting was called.
        """

        def work(db: Connection) -> bool:
            if rhythm_rows.rhythm_of(db, seen.group_id) != seen:
                return False
            group = group_rows.group_by_id(db, seen.group_id)
            rhythm_rows.save(db, taken(turn), group)
            others = meeting_rows.live_meetings(db, group.id)
            if meeting is None or is_needless(turn, group, others, now):
                return False
            if rhythm_rows.has_called(db, turn):
                return False
            inserted(db, meeting, now)
            return True

        return await self._database.write(work)

    async def postpone(self, group_id: GroupId, until: datetime) -> None:
        """The same turn is looked at again at `until`."""
        await self._database.write(lambda db: rhythm_rows.postpone(db, group_id, until))

    async def next_at(self) -> datetime | None:
        """When the next turn wants attention."""
        return await self._database.read(rhythm_rows.next_at)
