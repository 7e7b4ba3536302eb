"""What exists in this Discord: users, guilds, channels, messages, events, commands.

Plain objects, changed in place. It does *not* know how they look on the wire (shapes), who may
change them (permissions, routes), nor who watches (gateway, persons).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from playground.clock import SteeredClock
from playground.payloads import Json
from playground.reading import Control, controls_of, text_of
from playground.snowflakes import Snowflakes, instant_of


class Kind(IntEnum):
    """Channel types, by Discord's numbers."""

    TEXT = 0
    DM = 1
    VOICE = 2
    CATEGORY = 4
    PUBLIC_THREAD = 11
    PRIVATE_THREAD = 12
    FORUM = 15


class MessageKind(IntEnum):
    """Message types, by Discord's numbers."""

    DEFAULT = 0
    CHANNEL_NAME_CHANGE = 4
    THREAD_CREATED = 18
    REPLY = 19
    COMMAND_REPLY = 20
    THREAD_STARTER = 21
    MENU_REPLY = 23


EPHEMERAL = 1 << 6
LOADING = 1 << 7
HAS_THREAD = 1 << 5
COMPONENTS_V2 = 1 << 15


@dataclass(slots=True, eq=False)
class User:
    """An account."""

    id: int
    name: str
    bot: bool = False
    dms_open: bool = True


@dataclass(slots=True, eq=False)
class Role:
    """A role; the one with the guild's own id is @everyone."""

    id: int
    name: str
    permissions: int = 0
    position: int = 1
    mentionable: bool = False
    managed: bool = False


@dataclass(slots=True, eq=False)
class Member:
    """A user's place in a guild."""

    user: User
    joined_at: datetime
    roles: list[int] = field(default_factory=list[int])
    nick: str | None = None


@dataclass(slots=True, eq=False)
class Overwrite:
    """What a channel allows and denies to a role (kind 0) or member (kind 1)."""

    id: int
    kind: int
    allow: int = 0
    deny: int = 0


@dataclass(slots=True, eq=False)
class Attachment:
    """An uploaded file."""

    id: int
    channel_id: int
    filename: str
    content: bytes
    content_type: str
    description: str | None = None

    @property
    def url(self) -> str:
        """Where it is downloaded from."""
        place = f"{self.channel_id}/{self.id}/{self.filename}"
        return f"https://cdn.discordapp.com/attachments/{place}?ex=0&is=0&hm=0"


@dataclass(frozen=True, slots=True)
class Poll:
    """A native poll; nobody votes in it."""

    question: str
    answers: tuple[str, ...]
    ends_at: datetime


@dataclass(slots=True, eq=False, repr=False)
class Message:
    """A message; it stays the same object through edits, and says when it was deleted.

    `audience` is the only user who sees it, where it is ephemeral. `pinged` are the users who are
    really notified. `forwarded` is what it forwards, as that was then.
    """

    id: int
    channel_id: int
    author: User
    content: str = ""
    kind: MessageKind = MessageKind.DEFAULT
    flags: int = 0
    embeds: list[Json] = field(default_factory=list[Json])
    components: list[Json] = field(default_factory=list[Json])
    attachments: list[Attachment] = field(default_factory=list[Attachment])
    mentions: list[int] = field(default_factory=list[int])
    mention_roles: list[int] = field(default_factory=list[int])
    mention_everyone: bool = False
    pinged: set[int] = field(default_factory=set[int])
    nonce: str | int | None = None
    reply_to: int | None = None
    poll: Poll | None = None
    forwarded: "Message | None" = None
    metadata: Json | None = None
    application_id: int | None = None
    audience: int | None = None
    edited_at: datetime | None = None
    thread_id: int | None = None
    deleted: bool = False

    @property
    def created_at(self) -> datetime:
        """When it was posted, by the steered clock."""
        return instant_of(self.id)

    @property
    def ephemeral(self) -> bool:
        """Whether one member alone sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def text(self) -> str:
        """All that can be read in it: content, embeds, text displays, one below the other."""
        return text_of(self.content, self.embeds, self.components)

    @property
    def controls(self) -> list[Control]:
        """Its buttons and selects, in the order in which they stand."""
        return controls_of(self.components)


@dataclass(slots=True, eq=False, repr=False)
class ThreadState:
    """What a thread has and other channels have not."""

    owner_id: int
    created_at: datetime
    members: dict[int, datetime] = field(default_factory=dict[int, datetime])
    archived: bool = False
    locked: bool = False
    invitable: bool = True
    auto_archive_minutes: int = 4320
    archive_changed_at: datetime | None = None
    tags: list[int] = field(default_factory=list[int])


@dataclass(slots=True, eq=False, repr=False)
class Channel:
    """A channel of any kind: in a guild, a thread, a direct conversation."""

    id: int
    kind: Kind
    name: str = ""
    guild_id: int | None = None
    parent_id: int | None = None
    position: int = 0
    topic: str | None = None
    nsfw: bool = False
    slowmode: int = 0
    overwrites: dict[int, Overwrite] = field(default_factory=dict[int, Overwrite])
    recipients: list[int] = field(default_factory=list[int])
    tags: list[Json] = field(default_factory=list[Json])
    thread: ThreadState | None = None
    messages: dict[int, Message] = field(default_factory=dict[int, Message])

    @property
    def is_thread(self) -> bool:
        """Whether it hangs on another channel."""
        return self.thread is not None

    @property
    def standing(self) -> list[Message]:
        """The messages that were not deleted, oldest first; ephemeral ones are among them."""
        return [one for one in self.messages.values() if not one.deleted]


@dataclass(slots=True, eq=False)
class Event:
    """A guild's scheduled event."""

    id: int
    guild_id: int
    name: str
    start: datetime
    entity_type: int
    creator_id: int
    end: datetime | None = None
    channel_id: int | None = None
    location: str | None = None
    description: str | None = None
    status: int = 1
    subscribers: list[int] = field(default_factory=list[int])


@dataclass(slots=True, eq=False)
class ModerationRule:
    """A rule of AutoMod that looks for keywords and patterns; `actions` are Discord's own."""

    id: int
    guild_id: int
    creator_id: int
    name: str
    actions: list[Json]
    enabled: bool = False
    keywords: list[str] = field(default_factory=list[str])
    patterns: list[str] = field(default_factory=list[str])
    allowed: list[str] = field(default_factory=list[str])
    exempt_roles: list[int] = field(default_factory=list[int])
    exempt_channels: list[int] = field(default_factory=list[int])


@dataclass(slots=True, eq=False, repr=False)
class Guild:
    """A server."""

    id: int
    name: str
    owner_id: int
    joined_at: datetime
    roles: dict[int, Role] = field(default_factory=dict[int, Role])
    members: dict[int, Member] = field(default_factory=dict[int, Member])
    events: dict[int, Event] = field(default_factory=dict[int, Event])
    opened_commands: set[str] = field(default_factory=set[str])
    moderation: dict[int, ModerationRule] = field(default_factory=dict[int, ModerationRule])


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that those who watch are told: a gateway event before it is dressed.

    `data` is its payload; for a message that is made per watcher from `message` instead, because
    not every bot may read every content. `channel` is where it can be seen, if not everywhere.
    """

    name: str
    data: Json
    intent: int
    channel: Channel | None = None
    message: Message | None = None


@dataclass(slots=True)
class Application:
    """The bot's registration, with the privileged intents that its owner switched on."""

    id: int
    token: str
    bot: User
    message_content: bool = True
    members: bool = True
    presences: bool = False


@dataclass(slots=True)
class Nonces:
    """Which nonce was used for which message, and for how long that is remembered."""

    window: timedelta = timedelta(minutes=5)
    by_real_time: bool = False
    used: dict[tuple[int, int, str], tuple[Message, datetime]] = field(
        default_factory=dict[tuple[int, int, str], tuple[Message, datetime]]
    )


class World:
    """Everything at once, and the ids and watchers that all of it shares."""

    def __init__(self, clock: SteeredClock, application: Application) -> None:
        self.clock = clock
        self.application = application
        self.snowflakes = Snowflakes(clock.now)
        self.real_snowflakes = Snowflakes(lambda: datetime.now(UTC))
        self.users: dict[int, User] = {application.bot.id: application.bot}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.attachments: dict[int, Attachment] = {}
        self.commands: dict[int | None, list[Json]] = {}
        self.nonces = Nonces()
        self.watchers: list[Callable[[Happening], None]] = []

    @property
    def bot(self) -> User:
        """The bot's own account."""
        return self.application.bot

    def next_id(self) -> int:
        """A new id, dated by the steered clock."""
        return self.snowflakes.next()

    def tell(self, happening: Happening) -> None:
        """Let every watcher know."""
        for watch in self.watchers:
            watch(happening)

    def channels_of(self, guild: Guild) -> list[Channel]:
        """The guild's channels that are no threads."""
        return [c for c in self.channels.values() if c.guild_id == guild.id and not c.is_thread]

    def threads_of(self, guild: Guild) -> list[Channel]:
        """The guild's threads, archived ones too."""
        return [c for c in self.channels.values() if c.guild_id == guild.id and c.is_thread]

    def dm_with(self, user: User) -> Channel:
        """The direct conversation of the bot and a user; there is only ever one."""
        pair = {self.bot.id, user.id}
        for channel in self.channels.values():
            if channel.kind is Kind.DM and set(channel.recipients) == pair:
                return channel
        channel = Channel(self.next_id(), Kind.DM, recipients=[self.bot.id, user.id])
        self.channels[channel.id] = channel
        return channel
