"""The outbox, kept: claims, ends and retries, each one transaction."""

from datetime import datetime, timedelta
from sqlite3 import Connection

from bot.domain.errors import NoSuchMeeting
from bot.domain.ids import EntryId, MeetingId
from bot.domain.meeting import Gathering
from bot.services.outbox import Entry, Posted, Standing, State
from bot.services.ports import Decide
from bot.storage import outbox_rows
from bot.storage.database import Database
from bot.storage.meetings import applied, gathering_of


class OutboxStore:
    """The rows of everything that happens at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, now: datetime, lease: timedelta, most: int) -> tuple[Entry, ...]:
        """Takes what is due for sending, so that nobody else sends it while the lease runs."""
        return await self._database.write(lambda db: outbox_rows.claim(db, now, lease, most))

    async def finish(
        self, entry: Entry, state: State, now: datetime, posted: Posted, decide: Decide
    ) -> Gathering | None:
        """Ends an entry together with the step that it stands for; None if the meeting is gone.

        A message that arrived although its entry was withdrawn meanwhile is due again at once:
        the next look finds it and takes it back.
        """

        def work(db: Connection) -> Gathering | None:
            if outbox_rows.withdrawn(db, entry) and state is State.DONE and posted.message:
                outbox_rows.give_back(db, entry, now)
                return None
            outbox_rows.end(db, entry, state, now, posted)
            try:
                before = gathering_of(db, entry.meeting_id)
            except NoSuchMeeting:
                return None
            return applied(db, before, decide(before), now)

        return await self._database.write(work)

    async def retry(self, entry: Entry, at: datetime) -> None:
        """Gives an entry back, to be looked at again at `at`, with the same nonce."""
        await self._database.write(lambda db: outbox_rows.give_back(db, entry, at))

    async def next_at(self) -> datetime | None:
        """When the next entry is due, leases included."""
        return await self._database.read(outbox_rows.next_at)

    async def recover(self) -> int:
        """After a start: what was being sent is pending again. Gives how many there were."""
        return await self._database.write(outbox_rows.recover)

    async def standing(self, meeting_id: MeetingId) -> tuple[Standing, ...]:
        """The meeting's reminders that stand in Discord, as far as is known."""
        return await self._database.read(lambda db: outbox_rows.standing(db, meeting_id))

    async def taken_away(self, entry_id: EntryId) -> None:
        """Remembers that an entry's message stands no more."""
        await self._database.write(lambda db: outbox_rows.taken_away(db, entry_id))

    async def oldest_due(self, now: datetime) -> datetime | None:
        """Since when the most overdue entry waits."""
        return await self._database.read(lambda db: outbox_rows.oldest_due(db, now))
