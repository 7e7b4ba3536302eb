"""Words about AutoMod: Discord's own refusal of messages, with rules that the bot keeps in step."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.identifiers.automod import Part
from cogs.wording.shared import counted, listed

GROUP = "Have Discord refuse formal identifiers before anybody sees them"
ON = "Make the rules, or set what they refuse"
OFF = "Take the rules away"
SHOW = "See which rules there are"
ON_OPTIONS: Mapping[str, str] = MappingProxyType({"refuse": "What Discord is to refuse"})
NUMBERS_CHOICE = "Client numbers and dates of birth"
CONTACTS_CHOICE = "These, and all telephone numbers and e-mail addresses"

NAMES: Mapping[Part, str] = MappingProxyType(
    {
        Part.NUMBERS: "Convene: client numbers",
        Part.CONTACTS: "Convene: telephone and e-mail",
    }
)
"""The rules' names at Discord, by which people know whose they are."""

REFUSED: Mapping[Part, str] = MappingProxyType(
    {
        Part.NUMBERS: (
            "Nobody saw this: it seems to hold a number or birth date of a client."
            " Please write it without. /check helps."
        ),
        Part.CONTACTS: (
            "Nobody saw this: telephone numbers and e-mail addresses are not let through here,"
            " to protect clients. /check helps."
        ),
    }
)
"""What Discord shows to who wrote a refused message; up to 150 characters."""

WHAT: Mapping[Part, str] = MappingProxyType(
    {
        Part.NUMBERS: "social security, record and case numbers, and dates of birth",
        Part.CONTACTS: "telephone numbers and e-mail addresses",
    }
)
_OWN_TOO = " (members' own too)"
_WHOM = (
    "Discord looks at nobody who manages the server. It refuses only what has a fixed form:"
    " names and the rest are for my own warnings."
)
_CLICKS = "Server Settings > Roles"

NEEDS_MANAGER = "This needs the Manage Server permission. Please ask who runs the server."
TAKEN_AWAY = "The rules are gone. Discord refuses nothing for me any more."
NOTHING_ON = (
    "There are no rules of mine here. `/server automod on` has Discord refuse formal identifiers."
)
NOT_TAKEN = (
    "Discord did not take that just now. What was there before still holds."
    " Please try again in a while."
)
NO_GROUP = "There is no group here yet, so there is no channel to protect. `/group create` first."


def needs_permission(role: str) -> str:
    """What is to be clicked so that the bot may make rules."""
    return (
        "To make rules I need the permission **Manage Server**, which I do not have."
        f" You can give it in {_CLICKS} > **{role}** > Permissions > Manage Server."
        " Then call this again. Without it everything else works as before."
    )


def too_many_rules(most: int) -> str:
    """The server has as many rules as Discord allows."""
    return (
        f"This server has {most} rules for words already, and Discord allows no more."
        " If one of them can go, delete it in Server Settings > AutoMod, then call this again."
    )


def too_many_channels(others: int, most: int) -> str:
    """More channels would have to be left out than Discord lets."""
    return (
        f"A rule holds in the whole server, except for up to {most} channels."
        f" Here {others} channels belong to no group, so I cannot leave them all out,"
        " and I made no rule."
    )


def made(parts: Sequence[Part], left_out: int) -> str:
    """What Discord refuses from now on."""
    return (
        f"Discord now refuses {_whats(parts)} in {_where(left_out)}. {_WHOM}"
        " If you take me out of the server, the rules stay: `/server automod off` first."
    )


def shown(
    on: Sequence[Part], waiting: Sequence[Part], switched_off: Sequence[Part], left_out: int
) -> str:
    """Which rules there are, and how they stand."""
    lines: list[str] = []
    if on:
        lines.append(f"Discord refuses {_whats(on)} in {_where(left_out)}. {_WHOM}")
    if switched_off:
        lines.append(f"Switched off in Server Settings > AutoMod: {_names(switched_off)}.")
    if waiting:
        lines.append(
            f"Waiting, since there are too many channels of no group: {_names(waiting)}."
            " I make it once they fit."
        )
    return "\n".join(lines) or NOTHING_ON


def _where(left_out: int) -> str:
    if not left_out:
        return "every channel, since all are a group's"
    others = counted(left_out, "other channel is", "other channels are")
    return f"the groups' channels; {others} left out"


def _whats(parts: Sequence[Part]) -> str:
    own = _OWN_TOO if Part.CONTACTS in parts else ""
    return listed([WHAT[part] for part in parts]) + own


def _names(parts: Sequence[Part]) -> str:
    return listed([f"“{NAMES[part]}”" for part in parts])
