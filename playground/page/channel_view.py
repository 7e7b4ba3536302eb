"""The channels, threads and direct messages that one member sees, with what is unread for them."""

from collections.abc import Iterator

from playground.page.ground import Stand
from playground.page.sights import before
from playground.payloads import Json
from playground.permissions import Permission, in_channel, may_send
from playground.person import Person
from playground.world import Channel, Kind, Message, ThreadState, World

UNREAD_MOST = 99


def channel_views(stand: Stand, person: Person) -> list[Json]:
    """Everything in the sidebar, threads behind their channel."""
    return [_view(stand, person, one) for one in seen_channels(stand, person)]


def seen_channels(stand: Stand, person: Person) -> list[Channel]:
    """The same as channels."""
    return list(_seen(stand, person))


def pings_waiting(stand: Stand, person: Person) -> int:
    """How many unread messages notify somebody."""
    return sum(_pings(stand, person, one) for one in seen_channels(stand, person))


def _seen(stand: Stand, person: Person) -> Iterator[Channel]:
    world = stand.scene.discord.world
    for channel in world.channels_of(stand.scene.server.guild):
        if in_channel(world, channel, person.id):
            yield channel
            yield from person.threads(channel)
    yield person.dm


def _view(stand: Stand, person: Person, channel: Channel) -> Json:
    world = stand.scene.discord.world
    bits = in_channel(world, channel, person.id)
    state = channel.thread
    return {
        "id": str(channel.id),
        "kind": channel.kind.name.lower(),
        "name": channel.name or world.bot.name,
        "parent": None if channel.parent_id is None else str(channel.parent_id),
        "archived": bool(state and state.archived),
        "unread": _unread(stand, person, channel),
        "pings": _pings(stand, person, channel),
        "may": {
            "write": may_send(bits, channel),
            "thread": bool(bits & Permission.CREATE_PUBLIC_THREADS) and channel.kind is Kind.TEXT,
            "rename": bool(
                state and (state.owner_id == person.id or bits & Permission.MANAGE_THREADS)
            ),
        },
        **(_opening(world, channel, state) if state else {}),
    }


def _opening(world: World, thread: Channel, state: ThreadState) -> Json:
    """What a list of posts says of a thread."""
    told = [one for one in thread.standing if one.audience is None]
    first = told[0] if told else None
    last = told[-1] if told else None
    owner = world.users.get(state.owner_id)
    return {
        "by": owner.name if owner else "",
        "count": max(0, len(told) - 1),
        "first": first.text[:200] if first else "",
        "last": int((last.created_at if last else state.created_at).timestamp()),
    }


def _fresh(stand: Stand, person: Person, channel: Channel) -> list[Message]:
    read = stand.read.get((person.id, channel.id), 0)
    seen = before(stand.scene.discord.world, person, channel)
    return [one for one in seen if one.id > read and one.author is not person.user]


def _unread(stand: Stand, person: Person, channel: Channel) -> int:
    """Threads count only for those who are in them."""
    if channel.thread is not None and person.id not in channel.thread.members:
        return _pings(stand, person, channel)
    return min(UNREAD_MOST, len(_fresh(stand, person, channel)))


def _pings(stand: Stand, person: Person, channel: Channel) -> int:
    fresh = _fresh(stand, person, channel)
    direct = channel.kind is Kind.DM
    return sum(direct or person.id in one.pinged or one.audience == person.id for one in fresh)
