"""A message as one member's page shows it: as JSON of the page's own.

Ids are texts, because browsers round large numbers. It does *not* decide who sees a message.
"""

import mimetypes
import re
from collections.abc import Mapping
from typing import Any, cast

from playground.payloads import Json
from playground.permissions import Permission, in_channel
from playground.person import Person
from playground.world import LOADING, Attachment, Channel, Message, MessageKind, World

SNIPPET = 160
UNKNOWN = "application/octet-stream"
_OURS = re.compile(r"https://(?:cdn\.discordapp\.com|media\.discordapp\.net)/attachments/\d+/")


def message_view(
    world: World, person: Person, channel: Channel, message: Message, commands: Mapping[str, str]
) -> Json:
    """A message before somebody.

    Args:
        world: Where it stands.
        person: Who looks.
        channel: The message's own.
        message: The message.
        commands: The names of commands by the interaction's id.
    """
    shape: Json = {
        "id": str(message.id),
        "kind": int(message.kind),
        "author": _author(world, message),
        "at": int(message.created_at.timestamp()),
        "edited": None if message.edited_at is None else int(message.edited_at.timestamp()),
        "private": message.ephemeral,
        "waiting": bool(message.flags & LOADING),
        "content": message.content,
        "embeds": _addressed(message.embeds),
        "components": _addressed(message.components),
        "attachments": [attachment_view(one) for one in message.attachments],
        "pinged": person.id in message.pinged,
        "mentions": person.id in message.mentions and message.author is not person.user,
        "may": _may(world, person, channel, message),
    }
    shape |= _answering(channel, message) | _commanded(message, commands)
    if message.poll is not None:
        shape["poll"] = {"question": message.poll.question, "answers": message.poll.answers}
    if message.forwarded is not None:
        shape["forwarded"] = _forwarded(message.forwarded)
    if message.thread_id in world.channels:
        shape["thread"] = _thread(world.channels[message.thread_id or 0])
    return shape


def _forwarded(message: Message) -> Json:
    files = [attachment_view(one) for one in message.attachments]
    return {"content": message.content, "attachments": files}


def attachment_view(attachment: Attachment) -> Json:
    """An uploaded file."""
    return {
        "id": str(attachment.id),
        "name": attachment.filename,
        "size": len(attachment.content),
        "type": kind_of(attachment),
        "description": attachment.description,
        "url": f"/files/{attachment.id}/{attachment.filename}",
    }


def kind_of(attachment: Attachment) -> str:
    """A file's type; bots upload without one, and then its name tells, as at Discord."""
    if attachment.content_type != UNKNOWN:
        return attachment.content_type
    return mimetypes.guess_type(attachment.filename)[0] or UNKNOWN


def _author(world: World, message: Message) -> Json:
    author = message.author
    return {"id": str(author.id), "name": author.name, "bot": author is world.bot}


def _may(world: World, person: Person, channel: Channel, message: Message) -> Json:
    own = message.author is person.user
    manages = bool(in_channel(world, channel, person.id) & Permission.MANAGE_MESSAGES)
    line = message.kind in (MessageKind.CHANNEL_NAME_CHANGE, MessageKind.THREAD_STARTER)
    return {
        "edit": own and not line and message.kind is not MessageKind.THREAD_CREATED,
        "delete": (own or manages or message.audience == person.id) and not line,
        "forward": not message.ephemeral and message.poll is None and not line,
        "thread": not message.ephemeral
        and message.thread_id is None
        and channel.guild_id is not None
        and not channel.is_thread,
    }


def _answering(channel: Channel, message: Message) -> Json:
    if message.reply_to is None:
        return {}
    answered = channel.messages.get(message.reply_to)
    if answered is None or answered.deleted or answered.audience not in (None, message.audience):
        return {"answers": {"id": str(message.reply_to), "gone": True}}
    told = {"id": str(answered.id), "name": answered.author.name, "text": answered.text[:SNIPPET]}
    return {"answers": told}


def _commanded(message: Message, commands: Mapping[str, str]) -> Json:
    if message.metadata is None or message.kind is not MessageKind.COMMAND_REPLY:
        return {}
    name = commands.get(message.metadata["id"])
    user = message.metadata["user"]
    return {"command": {"name": name, "user": user["id"]}} if name else {}


def _thread(thread: Channel) -> Json:
    count = sum(one.audience is None for one in thread.standing)
    return {"id": str(thread.id), "name": thread.name, "count": max(0, count - 1)}


def _addressed(value: Any) -> Any:  # noqa: ANN401 - Discord's JSON, as deep as it is
    """The same, with the addresses of Discord's files turned into the page's own."""
    if isinstance(value, str):
        return _OURS.sub("/files/", value).partition("?ex=")[0] if _OURS.match(value) else value
    if isinstance(value, list):
        return [_addressed(one) for one in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {key: _addressed(one) for key, one in cast("dict[str, Any]", value).items()}
    return value
