"""Threads over REST: from a message, alone, as a forum post; members; which are active."""

from playground.messages import Draft
from playground.payloads import Json
from playground.permissions import P, Permission, in_channel
from playground.refusals import Refused
from playground.rest.call import NOTHING, Call, Reply, Routes, find_message
from playground.rest.messages import check_parts, note_message
from playground.shapes import channel_json, member_json, thread_member_json
from playground.threads import (
    created_json,
    forum_post,
    join,
    leave,
    opening_of,
    standalone,
    thread_from,
)
from playground.world import Channel, Kind, ThreadState

routes = Routes()


@routes.on("POST /channels/{channel_id}/messages/{message_id}/threads")
def from_message(call: Call) -> Reply:
    """Hang a thread on a message."""
    message = find_message(call.channel, call.id("message_id"))
    if call.channel.kind is not Kind.TEXT:
        raise Refused(50024)
    call.need(P.CREATE_PUBLIC_THREADS)
    thread = thread_from(call.world, call.channel, message, call.bot, opening_of(call.form))
    return Reply(201, created_json(call.world, thread))


@routes.on("POST /channels/{channel_id}/threads")
def create(call: Call) -> Reply:
    """Open a thread without a message, or a post in a forum."""
    channel, opening = call.channel, opening_of(call.form)
    if channel.kind is Kind.FORUM:
        return _create_post(call, channel)
    if channel.kind is not Kind.TEXT:
        raise Refused(50024)
    private = opening.kind is Kind.PRIVATE_THREAD
    call.need(P.CREATE_PRIVATE_THREADS if private else P.CREATE_PUBLIC_THREADS)
    return Reply(201, created_json(call.world, standalone(call.world, channel, call.bot, opening)))


@routes.on("GET /guilds/{guild_id}/threads/active")
def active(call: Call) -> Reply:
    """The guild's threads that are not archived and that the bot can see."""
    threads = [one for one in call.world.threads_of(call.guild) if not _state(one).archived]
    return Reply(body=_listing(call, threads))


@routes.on("GET /channels/{channel_id}/threads/archived/public")
def archived_public(call: Call) -> Reply:
    """The channel's public threads that are archived."""
    return Reply(body=_archived(call, Kind.PUBLIC_THREAD))


@routes.on("GET /channels/{channel_id}/threads/archived/private")
def archived_private(call: Call) -> Reply:
    """The channel's private threads that are archived."""
    call.need(P.MANAGE_THREADS)
    return Reply(body=_archived(call, Kind.PRIVATE_THREAD))


@routes.on("GET /channels/{channel_id}/thread-members")
def members(call: Call) -> Reply:
    """Who is in the thread."""
    found = _state(call.channel).members
    return Reply(body=[thread_member_json(call.channel, user_id) for user_id in found])


@routes.on("GET /channels/{channel_id}/thread-members/{user_id}")
def member(call: Call) -> Reply:
    """One membership."""
    user_id = _user(call)
    if user_id not in _state(call.channel).members:
        raise Refused(10007)
    guild = call.world.guilds[call.channel.guild_id or 0]
    joined = member_json(guild.members[user_id])
    wanted = call.query.get("with_member", "").lower() in ("1", "true")
    return Reply(body=thread_member_json(call.channel, user_id, joined if wanted else None))


@routes.on("PUT /channels/{channel_id}/thread-members/{user_id}")
def add_member(call: Call) -> Reply:
    """Take somebody, or the bot itself, into the thread."""
    _check_may_add(call)
    user_id = _user(call)
    if user_id not in call.world.guilds[call.channel.guild_id or 0].members:
        raise Refused(10007)
    join(call.world, call.channel, user_id)
    return NOTHING


@routes.on("DELETE /channels/{channel_id}/thread-members/{user_id}")
def remove_member(call: Call) -> Reply:
    """Take somebody out of the thread, or leave it."""
    user_id = _user(call)
    own_private = (
        call.channel.kind is Kind.PRIVATE_THREAD and _state(call.channel).owner_id == call.bot.id
    )
    if user_id != call.bot.id and not own_private:
        call.need(P.MANAGE_THREADS)
    leave(call.world, call.channel, user_id)
    return NOTHING


def _create_post(call: Call, forum: Channel) -> Reply:
    call.need(Permission.SEND_MESSAGES)
    body: Json = call.form.get("message") or {}
    check_parts(call, forum, body, call.uploads)
    draft = Draft(body, call.uploads)
    thread, first = forum_post(call.world, forum, call.bot, opening_of(call.form), draft)
    note_message(call, first, body)
    return Reply(201, created_json(call.world, thread, first))


def _state(channel: Channel) -> ThreadState:
    if channel.thread is None:
        raise Refused(50024)
    return channel.thread


def _user(call: Call) -> int:
    given = call.params["user_id"]
    return call.bot.id if given == "@me" else int(given)


def _check_may_add(call: Call) -> None:
    state = _state(call.channel)
    if state.archived:
        raise Refused(50083)
    if call.params["user_id"] != "@me":
        call.need(P.SEND_MESSAGES_IN_THREADS)


def _archived(call: Call, kind: Kind) -> Json:
    call.need(P.READ_MESSAGE_HISTORY)
    mine = [one for one in call.world.channels.values() if one.parent_id == call.channel.id]
    found = [one for one in mine if one.kind is kind and _state(one).archived]
    return {**_listing(call, found), "has_more": False}


def _listing(call: Call, threads: list[Channel]) -> Json:
    seen = [one for one in threads if in_channel(call.world, one, call.bot.id)]
    joined = [one for one in seen if call.bot.id in _state(one).members]
    return {
        "threads": [channel_json(call.world, one) for one in seen],
        "members": [thread_member_json(one, call.bot.id) for one in joined],
        "has_more": False,
    }
