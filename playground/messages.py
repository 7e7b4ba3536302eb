"""Posting, editing and deleting messages, whoever does it.

Turns what was asked for into what is kept, finds who is notified, and tells the watchers. It
does *not* ask whether the author may: routes and persons do.
"""

from dataclasses import dataclass, field

from playground.components import stored, with_files
from playground.gateway_events import Intent
from playground.mentions import Mentions, mentions_in
from playground.payloads import Json
from playground.reading import TEXT_DISPLAY, walk
from playground.shapes import channel_json
from playground.world import (
    COMPONENTS_V2,
    EPHEMERAL,
    LOADING,
    Attachment,
    Channel,
    Happening,
    Message,
    MessageKind,
    Poll,
    User,
    World,
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request; `index` ties it to its entry in `attachments`."""

    index: str
    filename: str
    content: bytes
    content_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to post. `body` has Discord's keys; what is absent has its default."""

    body: Json
    uploads: list[Upload] = field(default_factory=list[Upload])
    kind: MessageKind = MessageKind.DEFAULT
    reply_to: int | None = None
    poll: Poll | None = None
    forwarded: Message | None = None
    metadata: Json | None = None
    application_id: int | None = None
    audience: int | None = None
    own_id: int | None = None

    @property
    def flags(self) -> int:
        """The flags that were asked for."""
        return int(self.body.get("flags") or 0)


def post(world: World, channel: Channel, author: User, draft: Draft) -> Message:
    """Post it, notify whom it mentions and let the watchers know."""
    message = Message(
        id=draft.own_id or world.next_id(),
        channel_id=channel.id,
        author=author,
        kind=draft.kind,
        flags=draft.flags,
        nonce=draft.body.get("nonce"),
        reply_to=draft.reply_to,
        poll=draft.poll,
        forwarded=draft.forwarded,
        metadata=draft.metadata,
        application_id=draft.application_id,
        audience=draft.audience,
    )
    _fill(world, message, draft.body, draft.uploads)
    _mention(world, channel, message, draft.body.get("allowed_mentions"))
    channel.messages[message.id] = message
    _enter_thread(world, channel, message)
    tell(world, "MESSAGE_CREATE", channel, message)
    return message


def edit(
    world: World, channel: Channel, message: Message, changes: Json, uploads: list[Upload]
) -> None:
    """Change what the body names and leave the rest; a waiting message stops to wait."""
    pinged = set(message.pinged)
    if "flags" in changes and changes["flags"] is not None:
        kept = message.flags & (EPHEMERAL | LOADING | COMPONENTS_V2)
        message.flags = kept | (int(changes["flags"]) & ~EPHEMERAL)
    waited = bool(message.flags & LOADING)
    message.flags &= ~LOADING
    _fill(world, message, changes, uploads)
    _mention(world, channel, message, changes.get("allowed_mentions"))
    if not waited:
        message.pinged = pinged  # an edit notifies nobody anew
        message.edited_at = world.clock.now()
    tell(world, "MESSAGE_UPDATE", channel, message)


def delete(world: World, channel: Channel, message: Message) -> None:
    """Take it away; the object stays, marked, because nonces remember it."""
    message.deleted = True
    if message.ephemeral:
        return
    guild = {} if channel.guild_id is None else {"guild_id": str(channel.guild_id)}
    gone = {"id": str(message.id), "channel_id": str(channel.id), **guild}
    world.tell(Happening("MESSAGE_DELETE", gone, _intent(channel), channel))


def tell(world: World, name: str, channel: Channel, message: Message) -> None:
    """Let the watchers know of a message, unless it is for one member's eyes alone."""
    if not message.ephemeral:
        world.tell(Happening(name, {}, _intent(channel), channel, message))


def attach(world: World, channel_id: int, upload: Upload, about: Json) -> Attachment:
    """Keep an uploaded file where it can be downloaded."""
    attachment = Attachment(
        id=world.next_id(),
        channel_id=channel_id,
        filename=about.get("filename") or upload.filename,
        content=upload.content,
        content_type=upload.content_type,
        description=about.get("description"),
    )
    world.attachments[attachment.id] = attachment
    return attachment


def _intent(channel: Channel) -> Intent:
    return Intent.DIRECT_MESSAGES if channel.guild_id is None else Intent.GUILD_MESSAGES


def _fill(world: World, message: Message, body: Json, uploads: list[Upload]) -> None:
    if "content" in body:
        message.content = (body["content"] or "").strip()
    _keep_attachments(world, message, body, uploads)
    files = {one.filename: one for one in message.attachments}
    if "embeds" in body:
        message.embeds = with_files(body["embeds"] or [], files)
    if "components" in body:
        message.components = stored(body["components"] or [], files)


def _keep_attachments(world: World, message: Message, body: Json, uploads: list[Upload]) -> None:
    listed: list[Json] | None = body.get("attachments")
    about: dict[str, Json] = {str(one.get("id")): one for one in listed or []}
    if listed is not None:
        message.attachments = [one for one in message.attachments if str(one.id) in about]
    for upload in uploads:
        kept = attach(world, message.channel_id, upload, about.get(upload.index, {}))
        message.attachments.append(kept)


def _mention(world: World, channel: Channel, message: Message, allowed: Json | None) -> None:
    answered = channel.messages.get(message.reply_to) if message.reply_to else None
    replied_to = None if answered is None else answered.author.id
    texts = [one["content"] for one in walk(message.components) if one["type"] == TEXT_DISPLAY]
    text = "\n".join([message.content, *texts])
    found = mentions_in(world, channel, message.author.id, text, allowed, replied_to)
    _keep_mentions(message, found)


def _keep_mentions(message: Message, found: Mentions) -> None:
    message.mentions = found.users
    message.mention_roles = found.roles
    message.mention_everyone = found.everyone
    message.pinged = set() if message.ephemeral else found.pinged


def _enter_thread(world: World, channel: Channel, message: Message) -> None:
    """Whoever writes in a thread, or is called into it, becomes a member of it."""
    if channel.thread is None or message.ephemeral:
        return
    if channel.thread.archived:
        channel.thread.archived = False
        world.tell(Happening("THREAD_UPDATE", channel_json(world, channel), Intent.GUILDS, channel))
    for user_id in (message.author.id, *sorted(message.pinged)):
        channel.thread.members.setdefault(user_id, world.clock.now())
