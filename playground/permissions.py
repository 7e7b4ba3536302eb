"""Discord's permissions: the bits, and what a member may do in a guild or channel.

Follows Discord's documented order: @everyone, roles, then the overwrites of the channel for
@everyone, for roles, for the member. It does *not* decide what an action needs.
"""

from collections.abc import Iterable
from enum import IntFlag

from playground.world import Channel, Guild, Kind, World


class Permission(IntFlag):
    """The bits that matter here, by Discord's names."""

    CREATE_INVITE = 1 << 0
    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    CONNECT = 1 << 20
    SPEAK = 1 << 21
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_EVENTS = 1 << 33
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    SEND_MESSAGES_IN_THREADS = 1 << 38
    CREATE_EVENTS = 1 << 44


P = Permission
EVERYONE = (
    P.CREATE_INVITE
    | P.ADD_REACTIONS
    | P.VIEW_CHANNEL
    | P.SEND_MESSAGES
    | P.EMBED_LINKS
    | P.ATTACH_FILES
    | P.READ_MESSAGE_HISTORY
    | P.CONNECT
    | P.SPEAK
    | P.USE_APPLICATION_COMMANDS
    | P.CREATE_PUBLIC_THREADS
    | P.CREATE_PRIVATE_THREADS
    | P.SEND_MESSAGES_IN_THREADS
)
"""What @everyone may do in a guild that was made with Discord's defaults."""

BOT = EVERYONE | P.MANAGE_MESSAGES | P.MANAGE_EVENTS | P.CREATE_EVENTS | P.MANAGE_THREADS
"""What the bot's own role is given unless a test takes something away."""

NONE = Permission(0)
IN_DM = EVERYONE & ~(P.CREATE_PUBLIC_THREADS | P.CREATE_PRIVATE_THREADS)


def union(bits: Iterable[int]) -> Permission:
    """All bits that are in any of them."""
    whole = 0
    for one in bits:
        whole |= one
    return Permission(whole)


ALL = union(Permission)


def named(**wanted: bool) -> Permission:
    """The bits of lower-case names: `named(manage_guild=True)`."""
    return union(Permission[name.upper()] for name, on in wanted.items() if on)


def in_guild(guild: Guild, user_id: int) -> Permission:
    """What the member may do before any channel has its say; nothing for a stranger."""
    member = guild.members.get(user_id)
    if member is None:
        return NONE
    if user_id == guild.owner_id:
        return ALL
    held = [guild.roles[guild.id], *(guild.roles[role] for role in member.roles)]
    bits = union(role.permissions for role in held)
    return ALL if bits & P.ADMINISTRATOR else bits


def in_channel(world: World, channel: Channel, user_id: int) -> Permission:
    """What the user may do there; nothing at all where the channel cannot be seen."""
    if channel.guild_id is None:
        return IN_DM if user_id in channel.recipients else NONE
    guild = world.guilds[channel.guild_id]
    bits = _overwritten(guild, place_of(world, channel), user_id)
    if not bits & P.VIEW_CHANNEL or _shut_out(channel, user_id, bits):
        return NONE
    return bits


def place_of(world: World, channel: Channel) -> Channel:
    """The channel whose overwrites hold: a thread's parent, else the channel itself."""
    inherited = channel.is_thread and channel.parent_id is not None
    return world.channels[channel.parent_id or 0] if inherited else channel


def may_send(bits: Permission, channel: Channel) -> bool:
    """Whether the bits are enough to write in that kind of channel."""
    needed = P.SEND_MESSAGES_IN_THREADS if channel.is_thread else P.SEND_MESSAGES
    return bool(bits & needed)


def _overwritten(guild: Guild, channel: Channel, user_id: int) -> Permission:
    bits = in_guild(guild, user_id)
    if bits & P.ADMINISTRATOR or user_id not in guild.members:
        return bits
    held = guild.members[user_id].roles
    for group in ([guild.id], held, [user_id]):
        found = [channel.overwrites[one] for one in group if one in channel.overwrites]
        denied = union(one.deny for one in found)
        allowed = union(one.allow for one in found)
        bits = Permission((bits & ~denied) | allowed)
    return bits


def _shut_out(channel: Channel, user_id: int, bits: Permission) -> bool:
    if channel.kind is not Kind.PRIVATE_THREAD or channel.thread is None:
        return False
    return user_id not in channel.thread.members and not bits & P.MANAGE_THREADS
