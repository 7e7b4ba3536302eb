"""A Discord small enough to reason about: messages, a nonce window, a history, and its faults.

It has its own clock, which never steps back. What it holds outlives every process of the bot.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Any

from bot.domain.ids import ChannelId, EventId, MessageId
from bot.domain.meeting import Gathering, Phase
from bot.domain.plan import ALONE, Action, Planned, marker
from bot.domain.when.slot import Slot
from bot.services.outbox import Entry, Gone, Posted, Refused, Unreachable

NONCES_KEPT = timedelta(minutes=3)
"""For how long a nonce is recognised; Discord says "the past few minutes"."""

Content = tuple[object, ...]
Happening = Callable[[], Awaitable[object]]


class Fate(Enum):
    """What becomes of one request that makes something."""

    FINE = auto()
    NOT_TAKEN = auto()  # and nobody can tell it from an answer that was lost
    ANSWER_LOST = auto()
    REFUSED = auto()
    CRASH_BEFORE = auto()
    CRASH_AFTER = auto()


class Crash(BaseException):
    """The bot's process dies here; no handler of its own sees that."""


@dataclass(slots=True)
class Message:
    """What stands in a channel; `shows` is the version of the meeting it was last drawn from."""

    id: MessageId
    at: datetime
    mark: str
    nonce: str
    content: Content
    place: ChannelId
    shows: int
    meeting: str
    deleted: bool = False


@dataclass
class PretendDiscord:
    """The port `Messenger`, with everything that can go wrong at hand."""

    now: Callable[[], datetime]
    reachable: bool = True
    fates: deque[Fate] = field(default_factory=deque[Fate])
    meanwhile: Happening | None = None
    messages: list[Message] = field(default_factory=list[Message])
    events: dict[str, Slot] = field(default_factory=dict[str, Slot])
    threads: set[str] = field(default_factory=set[str])
    nonces: list[str] = field(default_factory=list[str])
    looks: int = 0
    refreshes: int = 0

    def seen(self) -> list[Message]:
        """What members see now."""
        return [message for message in self.messages if not message.deleted]

    async def find(self, entry: Entry, gathering: Gathering) -> Posted | None:
        """Looks through the history for the entry's mark."""
        self._require_reachable()
        self.looks += 1
        mark = marker(gathering.meeting, entry.key)
        found = (message for message in self.seen() if message.mark == mark)
        return next((_posted(message) for message in found), None)

    async def post(self, entry: Entry, gathering: Gathering) -> Posted:
        """Makes a message, unless the nonce is that of a recent one."""
        fate = self._fate()
        self.nonces.append(entry.nonce)
        message = self._recent(entry.nonce) or self._made(entry, gathering)
        if message.deleted:
            raise Gone
        await self._answer(fate)
        return _posted(message)

    def _recent(self, nonce: str) -> Message | None:
        since = self.now() - NONCES_KEPT
        recent = (one for one in self.messages if one.nonce == nonce and one.at > since)
        return next(recent, None)

    def _made(self, entry: Entry, gathering: Gathering) -> Message:
        meeting = gathering.meeting
        message = Message(
            id=MessageId(9000 + len(self.messages)),
            at=self.now(),
            mark=marker(meeting, entry.key),
            nonce=entry.nonce,
            content=content_of(entry, gathering),
            place=place_of(entry),
            shows=meeting.version,
            meeting=meeting.uid,
        )
        self.messages.append(message)
        return message

    async def take_back(self, posted: Posted) -> None:
        """Deletes a message."""
        self._require_reachable()
        for message in self.messages:
            message.deleted = message.deleted or message.id == posted.message

    async def open_thread(self, gathering: Gathering) -> Posted:
        """Opens the card's thread, which has the card's number."""
        fate = self._fate()
        self.threads.add(gathering.meeting.uid)
        await self._answer(fate)
        return Posted(thread=ChannelId(gathering.meeting.posts.card_message or 0))

    async def mirror_event(self, entry: Entry, gathering: Gathering) -> Posted:
        """Makes, changes or removes the meeting's event; finds one whose answer was lost."""
        fate = self._fate()
        meeting = gathering.meeting
        if meeting.phase is Phase.SCHEDULED and meeting.time:
            self.events[meeting.uid] = meeting.time
        else:
            self.events.pop(meeting.uid, None)
        await self._answer(fate)
        return Posted(event=EventId(5000) if meeting.uid in self.events else None)

    async def refresh(self, gathering: Gathering) -> None:
        """Draws the meeting's cards anew."""
        self._require_reachable()
        self.refreshes += 1
        posts = gathering.meeting.posts
        for message in self.messages:
            if message.id in {posts.poll_message, posts.card_message}:
                message.shows = gathering.meeting.version

    def _require_reachable(self) -> None:
        if not self.reachable:
            raise Unreachable

    def _fate(self) -> Fate:
        self._require_reachable()
        fate = self.fates.popleft() if self.fates else Fate.FINE
        if fate is Fate.CRASH_BEFORE:
            raise Crash
        if fate is Fate.NOT_TAKEN:
            raise Unreachable
        if fate is Fate.REFUSED:
            raise Refused(50013)
        return fate

    async def _answer(self, fate: Fate) -> None:
        if self.meanwhile:
            happens, self.meanwhile = self.meanwhile, None
            await happens()
        if fate is Fate.CRASH_AFTER:
            raise Crash
        if fate is Fate.ANSWER_LOST:
            raise Unreachable


def _posted(message: Message) -> Posted:
    return Posted(channel=message.place, message=message.id)


def place_of(entry: Entry) -> ChannelId:
    """One channel for all, and one for each who is written to alone."""
    return ChannelId(entry.member if entry.member and entry.action in ALONE else 1)


def content_of(entry: Entry, gathering: Gathering) -> Content:
    """What members would call the same message: never the mark or the nonce."""
    meeting = gathering.meeting
    again: Content = (f"again {meeting.restored}",) if meeting.restored else ()
    told: dict[Action, Content] = {
        Action.IMPOSSIBLE: (meeting.round,),
        Action.UNDECIDED: (meeting.round,),
        Action.NUDGE: (meeting.round,),
        Action.NUDGE_DM: (meeting.round, entry.member),
        Action.MOVED: (meeting.revision,),
        Action.CANCELLED: again,
        Action.RESTORED: (meeting.restored,),
        Action.SHORT: (meeting.revision, *again),
        Action.REMINDER: (meeting.revision, *again, entry.lead),
        Action.REMINDER_DM: (meeting.revision, *again, entry.lead, entry.member),
        Action.SNOOZE: (meeting.revision, *again, entry.member, entry.due_at),
        Action.SNOOZE_DM: (meeting.revision, *again, entry.member, entry.due_at),
        Action.START: (meeting.revision, *again),
        Action.START_DM: (meeting.revision, *again, entry.member),
        Action.PLACES: (meeting.revision, *again),
        Action.AGENDA: (meeting.revision, *again),
        **_about_turns(entry),
    }
    return (meeting.uid, entry.action.value, *told.get(entry.action, ()))


def _about_turns(entry: Entry) -> dict[Action, Content]:
    """The how manieth message of asking, or swap; the box that begins or ends at that time."""
    told = (Action.OFFER, Action.SWAP)
    when = (Action.BOX, Action.BOX_ENDS)
    return {
        **dict.fromkeys(told, (entry.key.rpartition(":")[2],)),
        **dict.fromkeys(when, (entry.due_at,)),
    }


def planned_content(one: Planned, gathering: Gathering) -> Content:
    """The same for a planned entry."""
    entry: Any = one  # it has what the content is made of: action, lead, member, when it is due
    return content_of(entry, gathering)
