"""Messages in channels, threads and direct conversations: read, post, edit, delete."""

from datetime import UTC, datetime
from typing import Any

from playground.message_shapes import message_json
from playground.messages import Draft, Upload, delete, edit, post
from playground.payloads import Json
from playground.permissions import P, may_send
from playground.reading import controls_of
from playground.refusals import Refused, invalid
from playground.rest.call import NOTHING, Call, Reply, Routes, find_message
from playground.world import COMPONENTS_V2, Channel, Kind, Message, MessageKind, World

routes = Routes()
SYSTEM = (
    MessageKind.CHANNEL_NAME_CHANGE,
    MessageKind.THREAD_CREATED,
    MessageKind.THREAD_STARTER,
)
WRITABLE = (Kind.TEXT, Kind.VOICE, Kind.DM, Kind.PUBLIC_THREAD, Kind.PRIVATE_THREAD)


@routes.on("GET /channels/{channel_id}/messages")
def history(call: Call) -> Reply:
    """A page of the history, newest first."""
    if not call.bits & P.READ_MESSAGE_HISTORY:
        return Reply(body=[])
    limit = int(call.query.get("limit", "50"))
    if not 1 <= limit <= 100:
        raise invalid("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.")
    standing = [one for one in call.channel.standing if not one.ephemeral]
    page = _page(standing, call.query, limit)
    return Reply(body=[_read(call, message) for message in reversed(page)])


@routes.on("POST /channels/{channel_id}/messages")
def create(call: Call) -> Reply:
    """Post a message, unless its nonce was used within the window."""
    channel, body = call.channel, call.form
    check_may_post(call, channel, body, call.uploads)
    known = _posted_before(call.world, channel, body)
    call.notes["deduplicated"] = known is not None
    message = known or _post_new(call, channel, body)
    note_message(call, message, body)
    shape = message_json(call.world, message)
    return Reply(body=shape if body.get("nonce") is None else {**shape, "nonce": body["nonce"]})


@routes.on("GET /channels/{channel_id}/messages/{message_id}")
def read(call: Call) -> Reply:
    """One message."""
    return Reply(body=_read(call, call.message))


@routes.on("PATCH /channels/{channel_id}/messages/{message_id}")
def change(call: Call) -> Reply:
    """Edit an own message."""
    message = find_message(call.channel, call.id("message_id"))
    if message.author.id != call.bot.id:
        raise Refused(50005)
    check_parts(call, call.channel, call.form, call.uploads)
    check_edit(message, call.form, call.uploads)
    edit(call.world, call.channel, message, call.form, call.uploads)
    note_message(call, message, call.form)
    return Reply(body=message_json(call.world, message))


@routes.on("DELETE /channels/{channel_id}/messages/{message_id}")
def remove(call: Call) -> Reply:
    """Delete an own message, or with Manage Messages anybody's."""
    message = find_message(call.channel, call.id("message_id"))
    if message.author.id != call.bot.id:
        if call.channel.guild_id is None:
            raise Refused(50003)
        call.need(P.MANAGE_MESSAGES)
    if message.kind is MessageKind.THREAD_STARTER:
        raise Refused(50021)
    delete(call.world, call.channel, message)
    return NOTHING


@routes.on("POST /channels/{channel_id}/typing")
def typing(call: Call) -> Reply:
    """Say that the bot is writing."""
    if not may_send(call.bits, call.channel):
        raise Refused(50013)
    return NOTHING


def check_may_post(call: Call, channel: Channel, body: Json, uploads: list[Upload]) -> None:
    """Refuse a message that the bot may not post there."""
    if channel.kind not in WRITABLE:
        raise Refused(50008)
    if channel.kind is Kind.DM:
        _check_dm_open(call, channel)
    elif not may_send(call.bits, channel):
        raise Refused(50013)
    if channel.thread is not None and channel.thread.locked and not call.bits & P.MANAGE_THREADS:
        raise Refused(160005)
    check_parts(call, channel, body, uploads)


def check_parts(call: Call, channel: Channel, body: Json, uploads: list[Upload]) -> None:
    """Refuse embeds and files where the bot may not put them."""
    if channel.guild_id is None:
        return
    if body.get("embeds") and not call.bits & P.EMBED_LINKS:
        raise Refused(50013)
    if uploads and not call.bits & P.ATTACH_FILES:
        raise Refused(50013)


def check_edit(message: Message, body: Json, uploads: list[Upload]) -> None:
    """Refuse an edit that leaves nothing, or that mixes the two generations of components."""
    kept = {
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
        "attachments": message.attachments,
    }
    after = {**kept, **{key: body[key] for key in kept if key in body}}
    if not any(after.values()) and not uploads:
        raise Refused(50006)
    was_v2 = bool(message.flags & COMPONENTS_V2)
    is_v2 = was_v2 or bool(int(body.get("flags") or 0) & COMPONENTS_V2)
    if is_v2 and (after["content"] or after["embeds"]):
        code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
        raise invalid("content", code, "Not together with components V2.")


def note_message(call: Call, message: Message, body: Json) -> None:
    """Leave in the journal what tells messages apart: ids, nonce, controls; never their text."""
    call.notes["message"] = str(message.id)
    call.notes["channel"] = str(message.channel_id)
    call.notes["nonce"] = body.get("nonce")
    components: list[Json] = body.get("components") or []
    call.notes["custom_ids"] = [one.custom_id for one in controls_of(components)]


def _check_dm_open(call: Call, channel: Channel) -> None:
    other = next(one for one in channel.recipients if one != call.bot.id)
    shared = any(
        call.bot.id in guild.members and other in guild.members
        for guild in call.world.guilds.values()
    )
    if not call.world.users[other].dms_open or not shared:
        raise Refused(50007)


def _read(call: Call, message: Message) -> Json:
    hidden = not call.world.application.message_content
    return message_json(call.world, message, hidden=hidden)


def _page(messages: list[Message], query: dict[str, str], limit: int) -> list[Message]:
    if "around" in query:
        middle = int(query["around"])
        before = [one for one in messages if one.id < middle][-(limit // 2) :]
        rest = [one for one in messages if one.id >= middle]
        return (before + rest)[:limit]
    if "after" in query:
        return [one for one in messages if one.id > int(query["after"])][:limit]
    if "before" in query:
        messages = [one for one in messages if one.id < int(query["before"])]
    return messages[-limit:]


def _post_new(call: Call, channel: Channel, body: Json) -> Message:
    reply_to = _answered(channel, body.get("message_reference"))
    kind = MessageKind.DEFAULT if reply_to is None else MessageKind.REPLY
    message = post(call.world, channel, call.bot, Draft(body, call.uploads, kind, reply_to))
    nonce = _nonce_key(call.world, channel, body)
    if nonce is not None:
        call.world.nonces.used[nonce] = (message, _nonce_now(call.world))
    return message


def _answered(channel: Channel, reference: Json | None) -> int | None:
    if reference is None:
        return None
    message_id = int(reference["message_id"])
    found = channel.messages.get(message_id)
    if found is not None and not found.deleted and not found.ephemeral:
        if found.kind in SYSTEM:
            code = "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE"
            raise invalid("message_reference", code, "Cannot reply to a system message")
        return message_id
    if reference.get("fail_if_not_exists", True):
        code = "REPLIES_UNKNOWN_MESSAGE"
        raise invalid("message_reference", code, "Unknown message")
    return None


def _nonce_key(world: World, channel: Channel, body: Json) -> tuple[int, int, str] | None:
    if not body.get("enforce_nonce") or body.get("nonce") in (None, ""):
        return None
    return world.bot.id, channel.id, str(body["nonce"])


def _nonce_now(world: World) -> datetime:
    return datetime.now(UTC) if world.nonces.by_real_time else world.clock.now()


def _posted_before(world: World, channel: Channel, body: Json) -> Message | None:
    key = _nonce_key(world, channel, body)
    found: Any = None if key is None else world.nonces.used.get(key)
    if found is None or _nonce_now(world) - found[1] > world.nonces.window:
        return None
    if found[0].deleted:
        raise Refused(10008)
    return found[0]
