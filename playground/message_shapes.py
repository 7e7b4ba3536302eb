"""How a message looks on the wire, whole or with its content withheld.

Pure functions of plain objects; when content is withheld is decided by who reads.
"""

from playground.payloads import Json, stamp, stamp_or_none
from playground.shapes import channel_json, member_json, user_json
from playground.world import Attachment, Channel, Message, Poll, World


def attachment_json(attachment: Attachment) -> Json:
    """An uploaded file; Discord leaves the description out where there is none."""
    shape: Json = {
        "id": str(attachment.id),
        "filename": attachment.filename,
        "size": len(attachment.content),
        "url": attachment.url,
        "proxy_url": attachment.url.replace("cdn.discordapp.com", "media.discordapp.net"),
        "content_type": attachment.content_type,
    }
    return shape | ({"description": attachment.description} if attachment.description else {})


def withheld(world: World, message: Message) -> bool:
    """Whether a bot without the message content intent does not get to read it."""
    channel = world.channels[message.channel_id]
    bot_id = world.bot.id
    own = message.author.id == bot_id or bot_id in message.mentions
    return not own and channel.guild_id is not None


def message_json(world: World, message: Message, *, hidden: bool = False) -> Json:
    """A message with the one that it answers; `hidden` withholds what people wrote."""
    shape = _basic_json(world, message, hidden=hidden)
    if message.forwarded is not None and not (hidden and withheld(world, message)):
        shape |= _forward(world, message.forwarded)
    if message.reply_to is None:
        return shape
    channel = world.channels[message.channel_id]
    answered = channel.messages.get(message.reply_to)
    standing = answered is not None and not answered.deleted
    referenced = _basic_json(world, answered, hidden=hidden) if answered and standing else None
    return {
        **shape,
        "message_reference": _reference(channel, message),
        "referenced_message": referenced,
    }


def event_message_json(world: World, message: Message, *, hidden: bool = False) -> Json:
    """A message as the gateway gives it: with its guild and its author's membership."""
    shape = message_json(world, message, hidden=hidden)
    channel = world.channels[message.channel_id]
    if channel.guild_id is None:
        return shape
    shape["guild_id"] = str(channel.guild_id)
    member = world.guilds[channel.guild_id].members.get(message.author.id)
    if member is not None:
        shape["member"] = member_json(member, with_user=False)
    return shape


def _basic_json(world: World, message: Message, *, hidden: bool) -> Json:
    shape: Json = {
        "id": str(message.id),
        "channel_id": str(message.channel_id),
        "author": user_json(message.author),
        "type": int(message.kind),
        "timestamp": stamp(message.created_at),
        "edited_timestamp": stamp_or_none(message.edited_at),
        "flags": message.flags,
        "mentions": [user_json(world.users[one]) for one in message.mentions],
        "mention_roles": [str(role) for role in message.mention_roles],
        "mention_everyone": message.mention_everyone,
        "pinned": False,
        "tts": False,
        **_written(message, hidden=hidden and withheld(world, message)),
    }
    if message.poll is not None and not (hidden and withheld(world, message)):
        shape["poll"] = _poll(message.poll)
    if message.metadata is not None:
        shape["interaction_metadata"] = message.metadata
    if message.application_id is not None:
        shape |= dict.fromkeys(("application_id", "webhook_id"), str(message.application_id))
    if message.thread_id is not None and message.thread_id in world.channels:
        shape["thread"] = channel_json(world, world.channels[message.thread_id])
    return shape


def _written(message: Message, *, hidden: bool) -> Json:
    if hidden:
        return {"content": "", "embeds": [], "components": [], "attachments": []}
    return {
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
        "attachments": [attachment_json(one) for one in message.attachments],
    }


def _poll(poll: Poll) -> Json:
    answers = enumerate(poll.answers, start=1)
    return {
        "question": {"text": poll.question},
        "answers": [{"answer_id": id_, "poll_media": {"text": text}} for id_, text in answers],
        "expiry": stamp(poll.ends_at),
        "allow_multiselect": False,
        "layout_type": 1,
        "results": {"answer_counts": [], "is_finalized": False},
    }


_SNAPSHOT = (
    *("type", "content", "mentions", "mention_roles", "attachments", "embeds"),
    *("timestamp", "edited_timestamp", "flags", "components"),
)
"""What a forward carries along: not who wrote it, nor where."""


def _forward(world: World, message: Message) -> Json:
    shape = _basic_json(world, message, hidden=False)
    channel = world.channels[message.channel_id]
    reference = {**_reference(channel, message), "type": 1, "message_id": str(message.id)}
    snapshot = {key: shape[key] for key in _SNAPSHOT}
    return {"message_reference": reference, "message_snapshots": [{"message": snapshot}]}


def _reference(channel: Channel, message: Message) -> Json:
    place = {} if channel.guild_id is None else {"guild_id": str(channel.guild_id)}
    return {
        "type": 0,
        "message_id": str(message.reply_to),
        "channel_id": str(message.channel_id),
        **place,
    }
