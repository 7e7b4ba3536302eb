"""Whom a message mentions, and whom it really notifies.

Follows `allowed_mentions`: without it everything in the text counts, with it only what it names.
It does *not* post anything.
"""

import re
from dataclasses import dataclass, field

from playground.payloads import Json, items
from playground.permissions import P, in_channel, place_of
from playground.world import Channel, Guild, World

_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_EVERYONE = re.compile(r"@(everyone|here)")
_ALL: Json = {"parse": ["users", "roles", "everyone"], "replied_user": True}


@dataclass(frozen=True, slots=True)
class Mentions:
    """What was mentioned, as ids, and who is notified of it."""

    users: list[int] = field(default_factory=list[int])
    roles: list[int] = field(default_factory=list[int])
    everyone: bool = False
    pinged: set[int] = field(default_factory=set[int])


def mentions_in(
    world: World,
    channel: Channel,
    author_id: int,
    text: str,
    allowed: Json | None,
    replied_to: int | None = None,
) -> Mentions:
    """Read the mentions of a text; `replied_to` is the author of the message that it answers."""
    rules = _ALL if allowed is None else allowed
    users = [one for one in _wanted(_USER, text, rules, "users") if one in world.users]
    if replied_to is not None and rules.get("replied_user") and replied_to not in users:
        users.append(replied_to)
    guild = None if channel.guild_id is None else world.guilds[channel.guild_id]
    if guild is None:
        return Mentions(users, pinged={one for one in users if one in channel.recipients})
    roles = [one for one in _wanted(_ROLE, text, rules, "roles") if one in guild.roles]
    everyone = bool(_EVERYONE.search(text)) and "everyone" in items(rules, "parse")
    loud = bool(in_channel(world, channel, author_id) & P.MENTION_EVERYONE)
    called = _called(guild, users, roles, everyone=everyone and loud, loud=loud)
    reached = {one for one in called if _reachable(world, channel, one)}
    return Mentions(users, roles, everyone and loud, reached - {author_id})


def _wanted(pattern: re.Pattern[str], text: str, rules: Json, what: str) -> list[int]:
    found = dict.fromkeys(int(one) for one in pattern.findall(text))
    if what in items(rules, "parse"):
        return list(found)
    named = {int(one) for one in items(rules, what)}
    return [one for one in found if one in named]


def _called(
    guild: Guild, users: list[int], roles: list[int], *, everyone: bool, loud: bool
) -> set[int]:
    if everyone:
        return set(guild.members)
    heard = {role for role in roles if loud or guild.roles[role].mentionable}
    by_role = {one for one, member in guild.members.items() if heard & set(member.roles)}
    return {one for one in users if one in guild.members} | by_role


def _reachable(world: World, channel: Channel, user_id: int) -> bool:
    """Whether a mention gets to the member; into a thread it even takes them along."""
    if channel.guild_id is None or user_id not in world.guilds[channel.guild_id].members:
        return False
    bits = in_channel(world, place_of(world, channel), user_id)
    return bool(bits & P.VIEW_CHANNEL)
