"""Entries of the outbox, and what can become of them: the words that services and storage share."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.ids import ChannelId, EntryId, EventId, MeetingId, MemberId, MessageId
from bot.domain.plan import Action


class State(StrEnum):
    """Where an entry stands; everything after `sending` is final."""

    PENDING = "pending"
    SENDING = "sending"
    DONE = "done"
    GONE = "gone"  # somebody took the message away: it is never sent again
    FAILED = "failed"  # Discord refused it for good
    MISSED = "missed"  # it was too late to be of use
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Entry:
    """A claimed entry; `lead` is in minutes, `attempts` counts this one.

    `member` is whom alone it is for.
    """

    id: EntryId
    meeting_id: MeetingId
    key: str
    action: Action
    lead: int | None
    nonce: str
    due_at: datetime
    expires_at: datetime | None
    attempts: int
    first_try_at: datetime
    withdrawn: bool
    member: MemberId | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """What Discord made of an entry; only what applies is set."""

    channel: ChannelId | None = None
    message: MessageId | None = None
    thread: ChannelId | None = None
    event: EventId | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A message that an entry of the meeting has left in Discord."""

    entry_id: EntryId
    key: str
    posted: Posted


class Unreachable(Exception):  # noqa: N818 - reads as the fact it is
    """Nobody knows whether Discord took it: a timeout, a reset, a 5xx. Try again, same nonce."""


class Refused(Exception):  # noqa: N818
    """Discord said no for good; `code` is Discord's own number for why."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


class Gone(Exception):  # noqa: N818
    """It was there and somebody removed it."""
