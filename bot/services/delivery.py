"""Delivery: brings every due entry of the outbox to its end exactly once.

An entry is claimed under a lease, looked for where an earlier try may have arrived, sent with its
stored nonce, and ended together with what it means for its meeting. Whatever is not known for sure
stays pending and is looked at again. What the messages say and how they travel is not known here.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from bot.domain.agenda.offers import followed
from bot.domain.agenda.queue import facilitator
from bot.domain.agenda.topics import without_words
from bot.domain.decisions import at_deadline, at_end
from bot.domain.errors import NoSuchGroup, NoSuchMeeting
from bot.domain.meeting import Gathering, Meeting
from bot.domain.nudges import nudged
from bot.domain.plan import CHANGING, REMINDERS, Action, plan
from bot.services.outbox import Entry, Gone, Posted, Refused, State, Unreachable
from bot.services.ports import Alarm, Clock, Decide, Meetings, Messenger, Outbox, Turns
from bot.services.watch import Watch

LEASE = timedelta(seconds=60)
"""Longer than one attempt may take, so that no entry is in two hands."""

ATTEMPT_SECONDS = 40.0
LATE = timedelta(seconds=60)
"""From here on an earlier, forgotten try may be older than Discord remembers nonces."""

BATCH = 50
AT_ONCE = 8
LONGEST_WAIT = 30.0
LONGEST_PAUSE = 300

_ACTS = {
    Action.POLL_DEADLINE: at_deadline,
    Action.END: at_end,
    Action.OFFERING: followed,
    Action.WORDS_END: without_words,
}
"""What the entries that change meetings do; see `CHANGING`."""
_NUDGES = {Action.NUDGE, Action.NUDGE_DM}
_NOTICES = {Action.MOVED, Action.CANCELLED, Action.CLOSE}
"""After these no reminder from before is of use, wherever it stands."""

_MIRRORS = {Action.THREAD, Action.EVENT}
"""Entries that make Discord equal to the meeting, and may be repeated without harm."""

Idle = Callable[[datetime | None], Awaitable[None]]


class Delivery:
    """The one task that works through the outbox."""

    def __init__(
        self,
        outbox: Outbox,
        meetings: Meetings,
        messenger: Messenger,
        clock: Clock,
        alarm: Alarm,
        watch: Watch,
        turns: Turns | None = None,
    ) -> None:
        self._outbox = outbox
        self._meetings = meetings
        self._messenger = messenger
        self._clock = clock
        self._alarm = alarm
        self._watch = watch
        self.at_once = AT_ONCE
        self._turns = turns

    async def run(self, idle: Idle) -> None:
        """Works until cancelled; `idle` hears whenever all that is due has been attempted."""
        recovered = await self._outbox.recover()
        self._watch.recovered(recovered)
        while True:
            try:
                if await self.work_once():
                    continue
                next_at = await self._next_at()
            except Exception as fault:  # noqa: BLE001 - a fault must not end the delivery for good
                self._watch.fault("delivery failed", fault)
                await asyncio.sleep(1)
                continue
            self._alarm.set(next_at)
            await idle(next_at)
            await self._alarm.wait(LONGEST_WAIT)

    async def _next_at(self) -> datetime | None:
        """When the next entry or the next turn of a rhythm is due."""
        turn = await self._turns.next_at() if self._turns else None
        instants = [at for at in (turn, await self._outbox.next_at()) if at]
        return min(instants, default=None)

    async def work_once(self) -> int:
        """Attempts what is due now; gives how many entries and turns that were."""
        # Turns first: what they call has entries that are due at once.
        taken = await self._turns.work_once() if self._turns else 0
        entries = await self._outbox.claim(self._clock.now(), LEASE, BATCH)
        # First what changes meetings: after an outage nobody is to be asked in a poll that is over.
        await self._attempt_all(entry for entry in entries if entry.action in CHANGING)
        await self._attempt_all(entry for entry in entries if entry.action not in CHANGING)
        return taken + len(entries)

    async def _attempt_all(self, entries: Iterable[Entry]) -> None:
        gate = asyncio.Semaphore(self.at_once)
        async with asyncio.TaskGroup() as group:
            for entry in entries:
                group.create_task(self._gated(gate, entry))

    async def _gated(self, gate: asyncio.Semaphore, entry: Entry) -> None:
        async with gate:
            try:
                await self._attempt(entry)
            except Exception as fault:  # noqa: BLE001 - one entry's fault must not stop the others
                self._watch.fault("an entry failed", fault, entry)
                await self._give_back(entry)

    async def _give_back(self, entry: Entry) -> None:
        try:
            await self._later(entry)
        except Exception as fault:  # noqa: BLE001 - its lease runs out, and then it is looked at again
            self._watch.fault("an entry could not be given back", fault, entry)

    async def _attempt(self, entry: Entry) -> None:
        try:
            gathering = await self._meetings.get(entry.meeting_id)
        except (NoSuchMeeting, NoSuchGroup):
            await self._end(entry, State.CANCELLED)
            return
        if self._left_the_plan(entry, gathering):
            entry = replace(entry, withdrawn=True)
        try:
            async with asyncio.timeout(ATTEMPT_SECONDS):
                await self._bring(entry, gathering)
        except (Unreachable, TimeoutError):
            await self._later(entry)
        except Gone:
            await self._end(entry, State.GONE)
        except Refused as refused:
            self._watch.refused(entry, refused.code)
            await self._end(entry, State.FAILED)

    async def _bring(self, entry: Entry, gathering: Gathering) -> None:
        if entry.action in CHANGING:
            state = State.CANCELLED if entry.withdrawn else State.DONE
            await self._end(entry, state, decide=self._act(entry))
        elif entry.action in _MIRRORS:
            await self._mirror(entry, gathering)
        else:
            await self._send(entry, gathering)

    def _act(self, entry: Entry) -> Decide:
        if entry.withdrawn:
            return _unchanged
        # It was claimed, so its time had come, even if the clock was stepped back since.
        act = _ACTS[entry.action]
        now = max(self._clock.now().replace(microsecond=0), entry.due_at)
        return lambda gathering: act(gathering, now)

    async def _mirror(self, entry: Entry, gathering: Gathering) -> None:
        if entry.withdrawn:
            await self._end(entry, State.CANCELLED)
        elif self._expired(entry):
            await self._end(entry, State.MISSED)
        elif entry.action is Action.THREAD:
            posted = await self._messenger.open_thread(gathering)
            await self._end(entry, State.DONE, posted, partial(_with_thread, posted))
        else:
            posted = await self._messenger.mirror_event(entry, gathering)
            await self._end(entry, State.DONE, posted, partial(_with_event, posted))

    async def _send(self, entry: Entry, gathering: Gathering) -> None:
        again = self._may_have_arrived(entry)
        posted = await self._messenger.find(entry, gathering) if again else None
        if entry.withdrawn:
            if posted:
                await self._messenger.take_back(posted)
            await self._end(entry, State.CANCELLED)
            return
        if posted is None:
            if self._expired(entry):
                self._watch.missed(entry)
                await self._end(entry, State.MISSED)
                return
            posted = await self._messenger.post(entry, gathering)
        # What an earlier try left there shows what was known then, whatever this one was sent.
        shows = 0 if again else gathering.meeting.version
        await self._end(entry, State.DONE, posted, partial(_with_message, entry, posted, shows))
        if entry.action is Action.POLL_CARD:
            await self._meetings.set_shown(gathering.meeting.id, shows)
        if entry.action in REMINDERS | _NOTICES:
            await self._take_away_before(entry, posted)

    async def _take_away_before(self, entry: Entry, posted: Posted) -> None:
        """What this one replaces; if that fails, the next one tries again.

        Only what is of no use any more goes: were it looked for once more, because an older copy of
        the database was put back, it would be too late to be sent.
        """
        with suppress(Unreachable, NoSuchMeeting, NoSuchGroup):
            gathering = await self._meetings.get(entry.meeting_id)
            useful = {one.key: one.expires_at for one in plan(gathering)}
            for other in await self._outbox.standing(entry.meeting_id):
                here = entry.action in _NOTICES or other.posted.channel == posted.channel
                until = useful.get(other.key, self._clock.now())
                over = until is not None and until <= self._clock.now()
                if here and over and other.entry_id != entry.id:
                    await self._messenger.take_back(other.posted)
                    await self._outbox.taken_away(other.entry_id)

    def _may_have_arrived(self, entry: Entry) -> bool:
        """A second try, or a late first one: a copy of the database may have been put back."""
        late = self._clock.now() - entry.due_at > LATE
        return late or entry.withdrawn or entry.attempts > 1

    def _left_the_plan(self, entry: Entry, gathering: Gathering) -> bool:
        """Whether a change since the claim made it pointless; what was over by itself did not."""
        planned = (one.key for one in plan(gathering))
        return entry.key not in planned and not self._expired(entry)

    def _expired(self, entry: Entry) -> bool:
        return entry.expires_at is not None and self._clock.now() >= entry.expires_at

    async def _end(
        self,
        entry: Entry,
        state: State,
        posted: Posted | None = None,
        decide: Decide | None = None,
    ) -> None:
        now = self._clock.now()
        step = decide or _unchanged
        await self._outbox.finish(entry, state, now, posted or Posted(), step)
        self._watch.ended(entry, state, now)

    async def _later(self, entry: Entry) -> None:
        pause = min(LONGEST_PAUSE, 2 ** min(entry.attempts, 10))
        self._watch.unknown(entry)
        await self._outbox.retry(entry, self._clock.now() + timedelta(seconds=pause))


def _unchanged(gathering: Gathering) -> Meeting:
    return gathering.meeting


def _with_message(entry: Entry, posted: Posted, shows: int, gathering: Gathering) -> Meeting:
    """What a delivered message means for its meeting: where its cards and its thread are.

    A card that does not show the meeting's present version is to be shown anew.
    """
    meeting = gathering.meeting
    if entry.action is Action.POLL_CARD:
        meeting = meeting.with_posts(
            poll_channel=posted.channel, poll_message=posted.message, thread=posted.thread
        )
    elif entry.action is Action.MEETING_CARD:
        meeting = meeting.with_posts(
            card_channel=posted.channel,
            card_message=posted.message,
            thread=posted.thread or meeting.posts.thread,
        )
    elif entry.action in _NUDGES:
        return nudged(meeting)
    elif entry.action is Action.AGENDA:
        # Who was named there keeps it, whoever else comes.
        named = replace(meeting.agenda, facilitator=facilitator(gathering))
        return replace(meeting, agenda=named)
    else:
        return meeting
    return replace(meeting, version=meeting.version + (shows != meeting.version))


def _with_thread(posted: Posted, gathering: Gathering) -> Meeting:
    return gathering.meeting.with_posts(thread=posted.thread)


def _with_event(posted: Posted, gathering: Gathering) -> Meeting:
    posts = replace(gathering.meeting.posts, event=posted.event)
    return replace(gathering.meeting, posts=posts)
