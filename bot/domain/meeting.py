"""A meeting from its call to its end, as plain facts; the rules that change it are beside it.

It knows slots and answers, not how they are shown, stored or sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.agenda.facts import Agenda
from bot.domain.group import Group
from bot.domain.ids import (
    ChannelId,
    EventId,
    GroupId,
    GuildId,
    MeetingId,
    MemberId,
    MessageId,
    SeriesId,
)
from bot.domain.when.slot import Slot

MOST_SLOTS = 25
"""Discord's select menus hold 25 options, so a poll holds 25 slots."""


class Kind(StrEnum):
    """What a meeting is for."""

    CASE = "case"
    SUPPORT = "support"
    PRACTICE = "practice"


class Soon(StrEnum):
    """How soon the convener needs the meeting."""

    TODAY = "today"
    TWO_DAYS = "48h"
    WEEK = "week"
    TWO_WEEKS = "2weeks"


class Phase(StrEnum):
    """Where a meeting stands.

    Waiting means that a rhythm called it and no times are known yet; undecided, that its deadline
    passed below quorum.
    """

    WAITING = "waiting"
    POLLING = "polling"
    UNDECIDED = "undecided"
    SCHEDULED = "scheduled"
    HELD = "held"
    CANCELLED = "cancelled"


class Choice(StrEnum):
    """What a member says about one slot; no answer is not a no."""

    YES = "yes"
    IF_NEED_BE = "if need be"
    NO = "no"


class Attendance(StrEnum):
    """What a member says about the scheduled meeting."""

    COMING = "coming"
    TENTATIVE = "tentative"
    NOT_COMING = "not coming"


@dataclass(frozen=True, slots=True)
class Answer:
    """One member's answer to a poll: a choice for each slot that was open then, and a note."""

    choices: Mapping[Slot, Choice]
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Posts:
    """Where the meeting stands in Discord; each is None until it has been delivered."""

    poll_channel: ChannelId | None = None
    poll_message: MessageId | None = None
    card_channel: ChannelId | None = None
    card_message: MessageId | None = None
    thread: ChannelId | None = None
    event: EventId | None = None


@dataclass(frozen=True, slots=True)
class Nudged:
    """How many rounds of the poll were nudged, and the last of them; 0 where none was."""

    count: int = 0
    round: int = 0


@dataclass(frozen=True, slots=True)
class Regular:
    """What makes a meeting one of an established schedule.

    `date` is its local date by the series' rule, which names it even after a move. The group is
    told of it at `announce_at`, where its card comes; what changes before that changes quietly.
    """

    series: SeriesId
    date: date
    announce_at: datetime


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting.

    `length` is in minutes; `round` counts how often the poll was opened, `revision` how often the
    time was moved, `version` the changes that its cards show; `changed_at` is when the phase or
    the time last changed; `uid` is random, stays the same for the meeting's whole life and names
    it in calendars. `restored` counts how often it was taken up again after it was called off, the
    last time at `restored_at`; `short_at` is when attendance fell below the quorum for this time,
    `impossible_at` when no slot of the poll could get it any more. `regular` is there where it was
    not called but is one of a series.
    `turn` is the date of the rhythm's turn that called it, where no member did. `snoozed` says when
    a member is reminded once more, `hushed` who wants no more reminders of it, `attended` who said
    afterwards whether they were there.
    """

    id: MeetingId
    guild_id: GuildId
    group_id: GroupId
    convener_id: MemberId
    uid: str
    topic: str
    kind: Kind
    soon: Soon
    length: int
    phase: Phase
    called_at: datetime
    changed_at: datetime
    deadline: datetime
    slots: tuple[Slot, ...]
    round: int = 1
    revision: int = 0
    time: Slot | None = None
    answers: Mapping[MemberId, Answer] = field(default_factory=dict[MemberId, Answer])
    attendance: Mapping[MemberId, Attendance] = field(default_factory=dict[MemberId, Attendance])
    posts: Posts = field(default_factory=Posts)
    nudged: Nudged = Nudged()
    restored: int = 0
    restored_at: datetime | None = None
    short_at: datetime | None = None
    regular: Regular | None = None
    impossible_at: datetime | None = None
    turn: date | None = None
    agenda: Agenda = field(default_factory=Agenda)
    snoozed: Mapping[MemberId, datetime] = field(default_factory=dict[MemberId, datetime])
    hushed: frozenset[MemberId] = frozenset()
    attended: Mapping[MemberId, bool] = field(default_factory=dict[MemberId, bool])
    version: int = 1

    @property
    def open(self) -> bool:
        """Whether members may still answer the poll."""
        return self.phase in {Phase.POLLING, Phase.UNDECIDED}

    @property
    def told_at(self) -> datetime:
        """When the group is told of it as it is: of a regular one it is not told from afar."""
        if self.regular is None:
            return self.changed_at
        return max(self.changed_at, self.regular.announce_at)

    def told_by(self, instant: datetime) -> bool:
        """Whether the group had been told of it by that instant; of a call it always had."""
        return self.regular is None or self.regular.announce_at <= instant

    def with_posts(self, **posts: int | None) -> "Meeting":
        """The meeting with some of its posts known."""
        return replace(self, posts=replace(self.posts, **posts))  # pyright: ignore[reportArgumentType] - NewTypes of int


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting together with its group: what most rules need to see at once."""

    group: Group
    meeting: Meeting

    def having(self, meeting: Meeting) -> "Gathering":
        """The same group with the meeting as it is now."""
        return replace(self, meeting=meeting)
