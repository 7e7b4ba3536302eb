"""Threads and forum posts: made, renamed, archived, joined, whoever does it.

Knows a thread's rules. It does *not* serve routes.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from playground.gateway_events import Intent
from playground.message_shapes import message_json
from playground.messages import Draft, post, tell
from playground.payloads import Json, items
from playground.permissions import P, Permission, in_channel
from playground.refusals import Refused, invalid
from playground.shapes import channel_json, member_json, thread_member_json
from playground.world import (
    HAS_THREAD,
    Channel,
    Happening,
    Kind,
    Message,
    MessageKind,
    ThreadState,
    User,
    World,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a new thread is to be."""

    name: str
    kind: Kind = Kind.PUBLIC_THREAD
    auto_archive_minutes: int = 4320
    invitable: bool = True
    slowmode: int = 0
    tags: tuple[int, ...] = ()


def opening_of(body: Json) -> Opening:
    """The same from a request's body."""
    return Opening(
        name=body["name"],
        kind=Kind(body.get("type") or Kind.PUBLIC_THREAD),
        auto_archive_minutes=body.get("auto_archive_duration") or 4320,
        invitable=body.get("invitable", True),
        slowmode=body.get("rate_limit_per_user") or 0,
        tags=tuple(int(tag) for tag in items(body, "applied_tags")),
    )


def open_thread(
    world: World, parent: Channel, owner: User, opening: Opening, own_id: int | None = None
) -> Channel:
    """Make the thread with its owner in it; nobody is told yet."""
    now = world.clock.now()
    state = ThreadState(
        owner_id=owner.id,
        created_at=now,
        members={owner.id: now},
        invitable=opening.invitable,
        auto_archive_minutes=opening.auto_archive_minutes,
        tags=list(opening.tags),
    )
    thread = Channel(
        own_id or world.next_id(),
        opening.kind,
        opening.name,
        parent.guild_id,
        parent.id,
        slowmode=opening.slowmode,
        thread=state,
    )
    world.channels[thread.id] = thread
    return thread


def thread_from(
    world: World, parent: Channel, message: Message, owner: User, opening: Opening
) -> Channel:
    """Hang a thread on a message; it gets the message's id, and only one fits.

    Raises:
        Refused: There is a thread on the message already.
    """
    if message.thread_id is not None:
        raise Refused(160004)
    thread = open_thread(world, parent, owner, opening, own_id=message.id)
    message.thread_id = thread.id
    message.flags |= HAS_THREAD
    tell_thread_new(world, thread)
    tell(world, "MESSAGE_UPDATE", parent, message)
    post(world, thread, owner, Draft({}, kind=MessageKind.THREAD_STARTER))
    return thread


def standalone(world: World, parent: Channel, owner: User, opening: Opening) -> Channel:
    """Open a thread that hangs on no message; a public one is announced in its channel."""
    thread = open_thread(world, parent, owner, opening)
    tell_thread_new(world, thread)
    if thread.kind is Kind.PUBLIC_THREAD:
        body = {"content": thread.name}
        post(world, parent, owner, Draft(body, kind=MessageKind.THREAD_CREATED))
    return thread


def forum_post(
    world: World, forum: Channel, owner: User, opening: Opening, draft: Draft
) -> tuple[Channel, Message]:
    """Open a post in a forum: a thread with its first message, which has the thread's id."""
    thread = open_thread(world, forum, owner, opening)
    tell_thread_new(world, thread)
    first = Draft(draft.body, draft.uploads, own_id=thread.id)
    return thread, post(world, thread, owner, first)


def created_json(world: World, thread: Channel, first: Message | None = None) -> Json:
    """The answer to the making of a thread; a forum's has the first message with it."""
    shape = channel_json(world, thread)
    return shape if first is None else {**shape, "message": message_json(world, first)}


def change_thread(world: World, thread: Channel, user_id: int, body: Json) -> None:
    """Rename, archive, lock, as far as the user may.

    Raises:
        Refused: The user may not, or the thread is archived and stays so.
    """
    state = _state(thread)
    _check_may_change(state, in_channel(world, thread, user_id), user_id, body)
    if state.archived and body.get("archived", True):
        raise Refused(50083)
    name = body.get("name", thread.name)
    if not 1 <= len(name or "") <= 100:
        raise invalid("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
    renamed, thread.name = name != thread.name, name
    if renamed:
        notice = Draft({"content": name}, kind=MessageKind.CHANNEL_NAME_CHANGE)
        post(world, thread, world.users[user_id], notice)
    _take_over(world, thread, state, body)
    tell_thread(world, "THREAD_UPDATE", thread)


def join(world: World, thread: Channel, user_id: int) -> None:
    """Make a user a member of the thread."""
    state = _state(thread)
    if user_id not in state.members:
        state.members[user_id] = world.clock.now()
        _tell_members(world, thread, added=[user_id])


def leave(world: World, thread: Channel, user_id: int) -> None:
    """Take a user out of the thread."""
    if _state(thread).members.pop(user_id, None) is not None:
        _tell_members(world, thread, removed=[user_id])


def tell_thread(world: World, name: str, thread: Channel) -> None:
    """Let the watchers know of a thread."""
    world.tell(Happening(name, channel_json(world, thread), Intent.GUILDS, thread))


def tell_thread_new(world: World, thread: Channel) -> None:
    """Let the watchers know that a thread was made."""
    data = {**channel_json(world, thread), "newly_created": True}
    world.tell(Happening("THREAD_CREATE", data, Intent.GUILDS, thread))


def tell_thread_gone(world: World, thread: Channel) -> None:
    """Let the watchers know that a thread was deleted."""
    data = {
        "id": str(thread.id),
        "guild_id": str(thread.guild_id),
        "parent_id": str(thread.parent_id),
        "type": int(thread.kind),
    }
    world.tell(Happening("THREAD_DELETE", data, Intent.GUILDS, thread))


def _state(thread: Channel) -> ThreadState:
    if thread.thread is None:
        raise Refused(50024)
    return thread.thread


def _check_may_change(state: ThreadState, bits: Permission, user_id: int, body: Json) -> None:
    if bits & P.MANAGE_THREADS:
        return
    if not bits & P.SEND_MESSAGES_IN_THREADS or state.locked or body.get("locked"):
        raise Refused(50013)
    if state.owner_id != user_id and set(body) - {"archived"}:
        raise Refused(50013)


def _take_over(world: World, thread: Channel, state: ThreadState, body: Json) -> None:
    if "archived" in body and body["archived"] != state.archived:
        state.archived = bool(body["archived"])
        state.archive_changed_at = world.clock.now()
    state.locked = body.get("locked", state.locked)
    state.invitable = body.get("invitable", state.invitable)
    state.auto_archive_minutes = body.get("auto_archive_duration", state.auto_archive_minutes)
    thread.slowmode = body.get("rate_limit_per_user", thread.slowmode) or 0
    if body.get("applied_tags") is not None:
        state.tags = [int(tag) for tag in body["applied_tags"]]


def _tell_members(
    world: World,
    thread: Channel,
    *,
    added: Iterable[int] = (),
    removed: Iterable[int] = (),
) -> None:
    guild = world.guilds[thread.guild_id or 0]
    joined = [
        thread_member_json(thread, one, member_json(guild.members[one])) | {"presence": None}
        for one in added
        if one in guild.members
    ]
    data: Json = {
        "id": str(thread.id),
        "guild_id": str(thread.guild_id),
        "member_count": len(_state(thread).members),
        "added_members": joined,
        "removed_member_ids": [str(one) for one in removed],
    }
    world.tell(Happening("THREAD_MEMBERS_UPDATE", data, Intent.GUILDS, thread))
