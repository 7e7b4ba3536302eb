"""Keeps the cards in Discord up to date, without an edit for every press under load.

The first change shows at once; further ones are gathered for a moment and shown together. What is
not shown yet is known from the database, so a restart forgets no card.
"""

import asyncio

from bot.domain.errors import NoSuchGroup, NoSuchMeeting
from bot.domain.ids import MeetingId
from bot.services.outbox import Gone, Refused, Unreachable
from bot.services.ports import Meetings, Messenger
from bot.services.watch import Watch

GAP_SECONDS = 1.0
"""Discord allows about five edits in five seconds for a channel."""

LONGEST_PAUSE = 60.0


class Showing:
    """The one task that edits cards."""

    def __init__(
        self, meetings: Meetings, messenger: Messenger, watch: Watch, gap: float = GAP_SECONDS
    ) -> None:
        self._meetings = meetings
        self._messenger = messenger
        self._watch = watch
        self._gap = gap
        self._changed = asyncio.Event()
        self._changed.set()  # a former run may have left cards behind
        self._settled = asyncio.Event()

    def touch(self) -> None:
        """Something that cards show has changed."""
        self._settled.clear()
        self._changed.set()

    async def settled(self) -> None:
        """Until the cards show what was known at the last touch, or Discord was out of reach."""
        await self._settled.wait()

    async def run(self) -> None:
        """Works until cancelled."""
        pause = self._gap
        while True:
            await self._changed.wait()
            self._changed.clear()
            shown = await self._show_all()
            if shown is None:
                pause = min(LONGEST_PAUSE, 2 * pause)
                asyncio.get_running_loop().call_later(pause, self._changed.set)
            else:
                pause = self._gap
            if not self._changed.is_set():
                self._settled.set()
            if shown:
                await asyncio.sleep(self._gap)

    async def _show_all(self) -> int | None:
        """How many meetings were shown anew; None where some could not be."""
        try:
            stale = await self._meetings.unshown()
        except Exception as fault:  # noqa: BLE001 - a fault must not end the showing for good
            self._watch.fault("showing failed", fault)
            return None
        done = [await self._show_or_tell(meeting_id) for meeting_id in stale]
        return len(done) if all(done) else None

    async def _show_or_tell(self, meeting_id: MeetingId) -> bool:
        try:
            return await self._show(meeting_id)
        except Exception as fault:  # noqa: BLE001 - one card's fault must not stop the others
            self._watch.fault("showing failed", fault)
            return False

    async def _show(self, meeting_id: MeetingId) -> bool:
        try:
            gathering = await self._meetings.get(meeting_id)
        except (NoSuchMeeting, NoSuchGroup):
            return True
        try:
            await self._messenger.refresh(gathering)
        except Unreachable:
            return False
        except (Refused, Gone):
            pass  # the card is out of our hands; trying again would not bring it back
        await self._meetings.set_shown(meeting_id, gathering.meeting.version)
        return True
