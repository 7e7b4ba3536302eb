"""What the use cases need from the rooms around them, as protocols."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Protocol

from bot.domain.group import Group, GroupSettings, Nudge
from bot.domain.ids import (
    ChannelId,
    DraftId,
    EntryId,
    GroupId,
    GuildId,
    MeetingId,
    MemberId,
    MessageId,
)
from bot.domain.meeting import Gathering, Meeting
from bot.domain.rhythm import Rhythm
from bot.domain.wishes import Wishes
from bot.identifiers import Strictness
from bot.services.drafts import Draft
from bot.services.learning import Lessons
from bot.services.outbox import Entry, Posted, Standing, State
from bot.services.warnings import Decision, Notice, Record, Warned

Decide = Callable[[Gathering], Meeting]
"""A pure step of `bot.domain.decisions`; what it raises undoes the transaction."""


class Clock(Protocol):
    """The only source of the time."""

    def now(self) -> datetime:
        """The instant, in UTC."""
        ...


class Groups(Protocol):
    """Groups and members as they are kept."""

    async def create(
        self,
        guild_id: GuildId,
        channel_id: ChannelId,
        settings: GroupSettings,
        *,
        forum: bool,
        creator: MemberId,
        now: datetime,
    ) -> Group:
        """A new group, with its creator as first member."""
        ...

    async def get(self, group_id: GroupId) -> Group:
        """The group; refuses with NoSuchGroup."""
        ...

    async def in_channel(self, channel_id: ChannelId) -> Group | None:
        """The group that is bound to the channel."""
        ...

    async def of_guild(self, guild_id: GuildId) -> tuple[Group, ...]:
        """All groups of a server, by name."""
        ...

    async def join(self, group_id: GroupId, member_id: MemberId, now: datetime) -> Group:
        """Adds a member; refuses with AlreadyAMember."""
        ...

    async def leave(self, group_id: GroupId, member_id: MemberId, now: datetime) -> Group:
        """Takes a member out; refuses with NotAMember. A poll may settle by that."""
        ...

    async def change(
        self, group_id: GroupId, settle: Callable[[GroupSettings], GroupSettings], now: datetime
    ) -> Group:
        """Other settings; what is pending of the group's meetings follows in the same step."""
        ...

    async def delete(self, group_id: GroupId) -> None:
        """The group with its meetings."""
        ...

    async def zone_of(self, guild_id: GuildId, member_id: MemberId) -> str | None:
        """The member's IANA zone, or None."""
        ...

    async def set_zone(
        self, guild_id: GuildId, member_id: MemberId, zone: str, now: datetime
    ) -> None:
        """Keeps the member's zone; their quiet hours, and what hangs on them, follow."""
        ...

    async def wishes_of(self, guild_id: GuildId, member_id: MemberId) -> Wishes:
        """How the member likes to be reminded."""
        ...

    async def set_wishes(
        self, guild_id: GuildId, member_id: MemberId, wishes: Wishes, now: datetime
    ) -> None:
        """Keeps how the member likes to be reminded; what is pending of it follows."""
        ...

    async def set_nudge(
        self, guild_id: GuildId, member_id: MemberId, nudge: Nudge, now: datetime
    ) -> None:
        """Keeps how the member is nudged; what is pending of their groups' polls follows."""
        ...

    async def creators(self, guild_id: GuildId) -> str:
        """Who may create groups in the server: `managers` or `everyone`."""
        ...

    async def set_creators(self, guild_id: GuildId, creators: str) -> None:
        """Keeps who may create groups."""
        ...

    async def erase_guild(self, guild_id: GuildId) -> None:
        """Everything that is kept about a server."""
        ...


class Meetings(Protocol):
    """Meetings as they are kept, with their part of the outbox."""

    async def call(self, meeting: Meeting, draft_id: DraftId, now: datetime) -> Gathering:
        """A new meeting with all that is planned for it; the draft is used up by it."""
        ...

    async def get(self, meeting_id: MeetingId) -> Gathering:
        """A meeting with its group; refuses with NoSuchMeeting."""
        ...

    async def change(self, meeting_id: MeetingId, decide: Decide, now: datetime) -> Gathering:
        """One step, with all that follows from it for the outbox, in one transaction."""
        ...

    async def ahead(self, guild_id: GuildId, now: datetime) -> tuple[Gathering, ...]:
        """The server's open polls and coming meetings, the next first."""
        ...

    async def undelivered(self, meeting_id: MeetingId) -> tuple[Entry, ...]:
        """What Discord refused of a meeting, so that somebody can be told."""
        ...

    async def unshown(self) -> tuple[MeetingId, ...]:
        """Meetings whose cards are older than what is known."""
        ...

    async def set_shown(self, meeting_id: MeetingId, version: int) -> None:
        """Remembers which version the cards show."""
        ...


class Rhythms(Protocol):
    """When groups are asked for a time by themselves, as it is kept."""

    async def of(self, group_id: GroupId) -> Rhythm | None:
        """The group's rhythm, or None."""
        ...

    async def keep(self, rhythm: Rhythm) -> None:
        """Keeps the group's rhythm in place of the one before."""
        ...

    async def stop(self, group_id: GroupId) -> None:
        """Forgets the group's rhythm; refuses with NoRhythm."""
        ...

    async def due(self, now: datetime) -> tuple[tuple[Rhythm, Group], ...]:
        """The rhythms of which a turn is due, with their groups."""
        ...

    async def take(
        self, seen: Rhythm, turn: Rhythm, meeting: Meeting | None, now: datetime
    ) -> bool:
        """Takes a turn, and calls its meeting where it is needed; True where it called one."""
        ...

    async def postpone(self, group_id: GroupId, until: datetime) -> None:
        """The same turn is looked at again at `until`."""
        ...

    async def next_at(self) -> datetime | None:
        """When the next turn wants attention."""
        ...


class Outbox(Protocol):
    """The rows of everything that happens at a time."""

    async def claim(self, now: datetime, lease: timedelta, most: int) -> tuple[Entry, ...]:
        """Takes what is due for sending, so that nobody else sends it while the lease runs."""
        ...

    async def finish(
        self, entry: Entry, state: State, now: datetime, posted: Posted, decide: Decide
    ) -> Gathering | None:
        """Ends an entry together with the step that it stands for; None if the meeting is gone."""
        ...

    async def retry(self, entry: Entry, at: datetime) -> None:
        """Gives an entry back, to be looked at again at `at`, with the same nonce."""
        ...

    async def next_at(self) -> datetime | None:
        """When the next entry is due, leases included."""
        ...

    async def recover(self) -> int:
        """After a start: what was being sent is pending again. Gives how many there were."""
        ...

    async def standing(self, meeting_id: MeetingId) -> tuple[Standing, ...]:
        """The meeting's messages of which the kind is taken away when it is of no use any more."""
        ...

    async def taken_away(self, entry_id: EntryId) -> None:
        """Remembers that an entry's message stands no more."""
        ...

    async def oldest_due(self, now: datetime) -> datetime | None:
        """Since when the most overdue entry waits."""
        ...


class Turns(Protocol):
    """What calls meetings by itself, for the delivery to work off."""

    async def work_once(self) -> int:
        """Takes what is due now; gives how many turns that were."""
        ...

    async def next_at(self) -> datetime | None:
        """When the next turn is due."""
        ...


class Drafts(Protocol):
    """Calls that were typed and not posted yet."""

    async def keep(self, draft: Draft) -> Draft:
        """Keeps a new draft, or the changed one under its old id; gives it with its id."""
        ...

    async def get(self, draft_id: DraftId) -> Draft:
        """The draft; refuses with NoSuchDraft."""
        ...

    async def drop(self, draft_id: DraftId) -> None:
        """Forgets a draft."""
        ...

    async def drop_before(self, instant: datetime) -> int:
        """Forgets drafts that nobody posted; gives how many."""
        ...


class Warnings(Protocol):
    """What remains of warnings; never a text."""

    async def keep(self, warned: Warned) -> bool:
        """Keeps that a message was warned about; False where it was already."""
        ...

    async def get(self, message_id: MessageId) -> Warned | None:
        """The warning about a message."""
        ...

    async def set_notice(
        self, message_id: MessageId, notice: Notice, remind_at: datetime | None
    ) -> None:
        """Where the warning stands, and when to remind of it."""
        ...

    async def decide(self, message_id: MessageId, decision: Decision, now: datetime) -> None:
        """What the author decided."""
        ...

    async def claim_reminders(self, now: datetime) -> tuple[Warned, ...]:
        """The warnings to remind of now, each given once."""
        ...

    async def record(self, group_id: GroupId) -> Record:
        """What became of a group's alarms."""
        ...


class GuardChoices(Protocol):
    """What groups chose about their guard, and what they taught it, as hashes."""

    async def choose(
        self, group_id: GroupId, channel_id: ChannelId | None, strictness: Strictness | None
    ) -> None:
        """How strict it is in a channel, or in the group; None takes the choice back."""
        ...

    async def choices(self, group_id: GroupId) -> dict[ChannelId | None, Strictness]:
        """What a group chose, by channel; None stands for the group as a whole."""
        ...

    async def lessons(self, group_id: GroupId) -> Lessons | None:
        """A group's key and hashes; None where it was taught nothing."""
        ...

    async def key(self, group_id: GroupId, fresh: bytes) -> bytes:
        """A group's key; `fresh` becomes it where there is none."""
        ...

    async def learn(self, group_id: GroupId, hashes: Iterable[bytes], now: datetime) -> None:
        """Keeps hashes."""
        ...

    async def forget(self, group_id: GroupId) -> int:
        """Forgets what a group taught; gives how many passages those were."""
        ...


class Messenger(Protocol):
    """Discord, as far as delivery needs it.

    Every call may raise Unreachable, Refused or Gone.
    """

    async def find(self, entry: Entry, gathering: Gathering) -> Posted | None:
        """Looks whether this entry's message is there already."""
        ...

    async def post(self, entry: Entry, gathering: Gathering) -> Posted:
        """Sends the entry's message with its nonce and its marker."""
        ...

    async def take_back(self, posted: Posted) -> None:
        """Deletes a message of which the reason fell away while it was being sent."""
        ...

    async def open_thread(self, gathering: Gathering) -> Posted:
        """The thread of the meeting's card; finds it where it exists."""
        ...

    async def mirror_event(self, entry: Entry, gathering: Gathering) -> Posted:
        """Makes Discord's scheduled event say what the meeting says: make, change or remove."""
        ...

    async def refresh(self, gathering: Gathering) -> None:
        """Shows the cards as the meeting is now."""
        ...


class Alarm(Protocol):
    """Wakes the delivery when something is due."""

    def set(self, at: datetime | None) -> None:
        """When to wake next."""
        ...

    def wake(self) -> None:
        """Wakes now."""
        ...

    async def wait(self, at_most: float) -> None:
        """Until the next waking, or for that many seconds of a clock that never steps."""
        ...
