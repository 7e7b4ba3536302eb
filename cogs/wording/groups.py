"""Words about consultation groups: creating, joining, leaving, members, settings."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.domain.group import Answers, Group, GroupSettings, Member, Structure
from bot.domain.ids import ChannelId, MemberId
from bot.domain.when.names import city_of
from cogs.wording.agenda import structure
from cogs.wording.shared import channel, counted, duration, listed, person

GROUP = "Consultation groups"
CREATE = "Create a consultation group in a channel"
JOIN = "Join a consultation group"
LEAVE = "Leave a consultation group"
MEMBERS = "See who is in a group"
SETTINGS = "See a group's settings, or change them"
REMOVE = "Take somebody out of a group (needs Manage Server)"
SERVER = "What applies to the whole server"
CREATORS = "Say who may create groups here"

_ZONE = "Start typing a city, then pick one"
_LENGTH = "How long a meeting usually lasts, in minutes"
_REMINDERS = "When to remind before a meeting, like: 24h, 1h, 10m (or: none)"
_NUDGES = "How often, at most, a poll asks those again who have not answered (0: never)"
_ANSWERS = "Who sees what was answered to a poll that is not settled yet"
_VOICE = "The voice channel where the group meets"
_GROUP_OPTION = "The group, if it is not the one of this channel"

CREATE_OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "name": "What the group is called",
        "quorum": "How many people it takes for a meeting to be worth holding",
        "zone": f"The group's time zone. {_ZONE}",
        "channel": "Where the group talks; this channel if left out",
        "length": _LENGTH,
        "reminders": _REMINDERS,
        "voice": _VOICE,
    }
)
JOIN_OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "group": _GROUP_OPTION,
        "zone": f"Your time zone. {_ZONE}",
    }
)
GROUP_OPTIONS: Mapping[str, str] = MappingProxyType({"group": _GROUP_OPTION})
REMOVE_OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "member": "Who is to leave the group",
        "group": _GROUP_OPTION,
    }
)
SETTINGS_OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "group": _GROUP_OPTION,
        "name": "A new name",
        "quorum": "How many people it takes for a meeting",
        "zone": f"The group's time zone. {_ZONE}",
        "length": _LENGTH,
        "reminders": _REMINDERS,
        "nudges": _NUDGES,
        "structure": "Whether members present in turn (formal), or bring topics (informal)",
        "presenters": "How many present at a meeting, in a formal group",
        "opening": "Minutes for the opening round, in a formal group (0: none)",
        "closing": "Minutes for the closing round, in a formal group (0: none)",
        "answers": _ANSWERS,
        "voice": _VOICE,
        "no_voice": "The group meets in no voice channel of this server",
    }
)
ANSWERS: Mapping[Answers, str] = MappingProxyType(
    {
        Answers.OPEN: "open: everybody",
        Answers.HIDDEN: "hidden until you have answered",
    }
)
CREATORS_OPTIONS: Mapping[str, str] = MappingProxyType({"who": "Who may create groups"})
MANAGERS = "People who manage the server"
EVERYONE = "Everyone"

STRUCTURES: Mapping[Structure, str] = MappingProxyType(
    {
        Structure.FORMAL: "Formal: members present in turn",
        Structure.INFORMAL: "Informal: everybody may bring topics",
    }
)
JOIN_BUTTON = "Join"
SHOWN_MEMBERS = 40
"""More would not fit into one message."""

PERMISSIONS: Mapping[str, str] = MappingProxyType(
    {
        "view_channel": "View Channel",
        "send_messages": "Send Messages",
        "read_message_history": "Read Message History",
        "create_public_threads": "Create Public Threads",
        "send_messages_in_threads": "Send Messages in Threads",
        "attach_files": "Attach Files",
    }
)
"""Discord's own words for what the bot must be allowed in a group's channel."""


def created(group: Group, *, reads_messages: bool) -> str:
    """Told to the whole channel when its group is there."""
    guard = _WATCHES if reads_messages else _CANNOT_WATCH
    return (
        f"**{group.name}** has its home here. {_settings(group.settings)}\n"
        "Everyone who can see this channel can come in with the button below or `/group join`."
        f" `/meeting call` asks the group for a time.\n{guard}"
    )


_WATCHES = (
    "I look through messages here for what may identify a client, and tell only their author."
    " I keep no text. `/check` looks at a draft before you send it."
)
_CANNOT_WATCH = (
    "I cannot read messages here, so I cannot warn when one may identify a client."
    " `/check` looks at a draft for you before you send it."
)


def created_elsewhere(group: Group) -> str:
    """Told to who created a group for another channel."""
    return f"**{group.name}** has its home in {channel(group.channel_id)} now."


def not_announced(group: Group) -> str:
    """The group is there, and its channel could not be told."""
    return (
        f"I could not post in {channel(group.channel_id)}."
        " The group is there all the same: everyone can come in with `/group join`."
    )


WRONG_CHANNEL = (
    "A group lives in a text channel or a forum. Use this there, or name one in `channel`."
)


def cannot_work(channel_id: ChannelId, missing: Sequence[str]) -> str:
    """What the bot needs to be allowed before a group can live in the channel."""
    return (
        f"To work in {channel(channel_id)} I still need to be allowed: {listed(missing)}."
        " Please allow that in the channel's permissions, then try again."
    )


def welcome(group: Group) -> str:
    """Told to who has just joined."""
    return (
        f"Welcome to **{group.name}**. You will be asked when somebody calls a meeting,"
        " and reminded of the ones you come to."
    )


def left(group: Group) -> str:
    """Told to who has just left."""
    return f"You have left **{group.name}**. You can come back any time with `/group join`."


def removed(group: Group, member_id: MemberId) -> str:
    """Told to who took somebody out."""
    return f"{person(member_id)} is no longer in **{group.name}**."


def not_in_it(group: Group, member_id: MemberId) -> str:
    """Nobody to take out."""
    return f"{person(member_id)} is not in **{group.name}**."


NEEDS_MANAGE = (
    "Taking somebody out needs the Manage Server permission. Please ask who runs the server."
)


def members(group: Group) -> str:
    """Who is in a group, with the zone each has chosen."""
    if not group.members:
        return f"Nobody is in **{group.name}** at the moment. `/group join` is the way in."
    count = counted(len(group.members), "person is", "people are")
    shown = [_member(one) for one in group.members[:SHOWN_MEMBERS]]
    more = len(group.members) - len(shown)
    rest = [f"and {more} more"] if more else []
    return "\n".join([f"{count} in **{group.name}**:", *shown, *rest])


def _member(member: Member) -> str:
    where = f"{city_of(member.zone)} time" if member.zone else "time zone not said yet"
    return f"- {person(member.id)}, {where}"


def settings(group: Group, regular: str = "") -> str:
    """How a group likes to meet; `regular` says when it meets without being called."""
    text = (
        f"**{group.name}** lives in {channel(group.channel_id)}. {_settings(group.settings)}"
        " Options of this command change them."
    )
    return f"{text}\n{regular}" if regular else text


def changed(group: Group, by: MemberId) -> str:
    """Told to the group when its settings are others."""
    return f"{person(by)} changed the settings of **{group.name}**. {_settings(group.settings)}"


def _settings(settings: GroupSettings) -> str:
    people = counted(settings.quorum, "person", "people")
    where = f" in {channel(settings.voice_channel_id)}" if settings.voice_channel_id else ""
    return (
        f"It meets when {people} or more can come, for {duration(settings.length)}{where},"
        f" in {city_of(settings.zone)} time. {_reminders(settings.leads)}"
        f" {_nudges(settings.nudges)}{_hidden(settings.answers)}{_structure(settings)}"
    )


def _structure(settings: GroupSettings) -> str:
    if not settings.formal:
        return ""
    return f" {structure(settings.presenters, settings.opening, settings.closing)}"


def _reminders(leads: Sequence[int]) -> str:
    if not leads:
        return "Nobody is reminded before a meeting."
    return f"I remind people {listed([duration(lead) for lead in leads])} before."


def _nudges(most: int) -> str:
    if not most:
        return "Nobody is asked again who has not answered a poll."
    often = {1: "once", 2: "twice"}.get(most, f"up to {most} times")
    return f"A long poll asks {often} those who have not answered."


def _hidden(answers: Answers) -> str:
    if answers is Answers.OPEN:
        return ""
    return " What people answer to a poll is hidden from who has not answered yet."


def creators(*, everyone: bool) -> str:
    """Who may create groups from now on."""
    if everyone:
        return "Everyone in this server can create groups now."
    return "Only people who manage this server can create groups now."
