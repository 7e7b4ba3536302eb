"""A person at Discord: writes, commands, presses, chooses, fills in, and sees.

What a person could not do is a clear error of the driver. It does *not* know the bot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from playground import acting
from playground.commanding import (
    MESSAGE_MENU,
    filled,
    find_command,
    find_subcommand,
    half_filled,
)
from playground.filling import Values
from playground.messages import Draft, delete, edit, post
from playground.moderation import require_allowed
from playground.payloads import Json
from playground.permissions import Permission, in_channel, may_send
from playground.reading import Control
from playground.refusals import Refused
from playground.reply import Modal, Reply, await_answer, await_reply
from playground.resolving import Resolved, upload_of
from playground.stage import DriverError, Stage
from playground.threads import Opening, change_thread, forum_post, standalone, thread_from
from playground.world import Channel, Kind, Message, MessageKind, Poll, User

SHOWN = (
    MessageKind.DEFAULT,
    MessageKind.REPLY,
    MessageKind.COMMAND_REPLY,
    MessageKind.MENU_REPLY,
)
Files = Mapping[str, bytes]


class Person:
    """A member of one or several servers."""

    def __init__(self, stage: Stage, user: User) -> None:
        self._stage = stage
        self._world = stage.world
        self.user = user

    @property
    def id(self) -> int:
        """Their id."""
        return self.user.id

    @property
    def name(self) -> str:
        """Their name."""
        return self.user.name

    @property
    def mention(self) -> str:
        """How they are mentioned in a text."""
        return f"<@{self.user.id}>"

    @property
    def dm(self) -> Channel:
        """Their direct conversation with the bot."""
        return self._world.dm_with(self.user)

    def close_dms(self) -> None:
        """Take no more direct messages from members of their servers."""
        self.user.dms_open = False

    # What they do with the bot.

    async def slash(self, channel: Channel, command: str, /, **options: object) -> Reply:
        """Send a slash command: `slash(text, "group create", name="Wednesday", quorum=3)`."""
        await self._stage.react()
        name, *words = command.split()
        found = find_subcommand(find_command(self._world, channel, self.user, name), words)
        resolved = Resolved(self._world, channel, self.user)
        values = filled(found, options, resolved)
        sent = acting.command(self._stage, self.user, channel, command, found, values, resolved)
        return await await_reply(self._stage, sent)

    async def complete(
        self, channel: Channel, command: str, /, *, option: str, typed: str, **filled_in: object
    ) -> list[Json]:
        """The choices (`name` and `value` each) that the bot offers for an option being typed."""
        await self._stage.react()
        name, *words = command.split()
        found = find_subcommand(find_command(self._world, channel, self.user, name), words)
        options = half_filled(found, option, typed, filled_in)
        sent = acting.completion(self._stage, self.user, channel, command, found, options)
        await await_answer(self._stage, sent)
        return sent.answer_data.get("choices") or []

    async def menu(self, message: Message, command: str) -> Reply:
        """Choose a command in the menu of a message."""
        await self._stage.react()
        channel = self._channel_of(message)
        found = find_command(self._world, channel, self.user, command, MESSAGE_MENU)
        sent = acting.message_menu(self._stage, self.user, found, message)
        return await await_reply(self._stage, sent)

    async def press(self, message: Message | Reply, button: str) -> Reply:
        """Press a button by its label or custom_id."""
        await self._stage.react()
        message = _shown(message)
        control = self._control(message, button)
        return await await_reply(
            self._stage, acting.press(self._stage, self.user, message, control)
        )

    async def choose(
        self, message: Message | Reply, select: str, choices: Sequence[object]
    ) -> Reply:
        """Choose in a select, by its placeholder or custom_id: labels, values, people, channels."""
        await self._stage.react()
        message = _shown(message)
        control = self._control(message, select)
        sent = acting.choose(self._stage, self.user, message, control, choices)
        return await await_reply(self._stage, sent)

    async def submit(self, modal: Modal | Reply, values: Values | None = None) -> Reply:
        """Send a form with these fields, by label or custom_id; the others stay as prefilled."""
        form = modal.modal if isinstance(modal, Reply) else modal
        if form is None:
            raise DriverError(f"the bot opened no form, but: {_brief(modal)}")
        await self._stage.react()
        sent = acting.submit(self._stage, self.user, form, values or {})
        return await await_reply(self._stage, sent)

    # What they do themselves.

    async def write(
        self,
        channel: Channel,
        text: str = "",
        *,
        files: Files | None = None,
        about: Mapping[str, str] | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Post a message; raises Blocked where AutoMod refuses it.

        Args:
            channel: where.
            text: its content.
            files: what is uploaded, by name.
            about: what is said about some of the files, by their names.
            reply_to: the message that it answers.
        """
        if channel.kind is Kind.FORUM or not may_send(self._bits(channel), channel):
            raise DriverError(f"{self.name} cannot write in {channel.name!r}")
        if not (text.strip() or files) or len(text) > 2000:
            raise DriverError(f"{self.name} cannot send {len(text)} characters")
        require_allowed(self._world, channel, self.user, text)
        uploads = [upload_of(*file, index) for index, file in enumerate((files or {}).items())]
        kind = MessageKind.DEFAULT if reply_to is None else MessageKind.REPLY
        answered = None if reply_to is None else reply_to.id
        told = about or {}
        described = [
            {"id": one.index, "filename": one.filename, "description": told[one.filename]}
            for one in uploads
            if one.filename in told
        ]
        draft = Draft({"content": text, "attachments": described}, uploads, kind, answered)
        return post(self._world, channel, self.user, draft)

    async def ask(self, channel: Channel, question: str, answers: Sequence[str]) -> Message:
        """Post a native poll."""
        if channel.kind is Kind.FORUM or not may_send(self._bits(channel), channel):
            raise DriverError(f"{self.name} cannot ask in {channel.name!r}")
        if not 0 < len(question) <= 300 or any(not 0 < len(one) <= 55 for one in answers):
            raise DriverError(f"{self.name} cannot ask so much or so little")
        poll = Poll(question, tuple(answers), self._world.clock.now() + timedelta(days=1))
        return post(self._world, channel, self.user, Draft({}, poll=poll))

    async def forward(self, message: Message, channel: Channel) -> Message:
        """Forward a message that they see to a channel, as it is now."""
        if message not in self.sees(self._channel_of(message)) or message.poll:
            raise DriverError(f"{self.name} cannot forward that message")
        if channel.kind is Kind.FORUM or not may_send(self._bits(channel), channel):
            raise DriverError(f"{self.name} cannot forward to {channel.name!r}")
        copy = replace(message, attachments=list(message.attachments))
        return post(self._world, channel, self.user, Draft({}, forwarded=copy))

    async def edit(self, message: Message, text: str, *, keep: Sequence[str] | None = None) -> None:
        """Change an own message; of its files those of these names stay, or all."""
        if message.author is not self.user:
            raise DriverError(f"{self.name} cannot edit what {message.author.name} wrote")
        channel = self._channel_of(message)
        require_allowed(self._world, channel, self.user, text)
        names = [one.filename for one in message.attachments] if keep is None else keep
        kept = [{"id": str(one.id)} for one in message.attachments if one.filename in names]
        edit(self._world, channel, message, {"content": text, "attachments": kept}, [])

    async def delete(self, message: Message) -> None:
        """Delete an own message, or anybody's with Manage Messages."""
        channel = self._channel_of(message)
        allowed = self._bits(channel) & Permission.MANAGE_MESSAGES
        if message.author is not self.user and not allowed and message.audience != self.id:
            raise DriverError(f"{self.name} cannot delete what {message.author.name} wrote")
        delete(self._world, channel, message)

    async def rename(self, thread: Channel, title: str) -> None:
        """Rename a thread."""
        require_allowed(self._world, thread, self.user, title, title=True)
        try:
            change_thread(self._world, thread, self.id, {"name": title})
        except Refused as refusal:
            raise DriverError(f"{self.name} cannot rename {thread.name!r}: {refusal}") from None

    async def post(
        self, forum: Channel, title: str, text: str, *, files: Files | None = None
    ) -> Channel:
        """Open a post in a forum; the thread that it is."""
        if forum.kind is not Kind.FORUM or not may_send(self._bits(forum), forum):
            raise DriverError(f"{self.name} cannot post in {forum.name!r}")
        require_allowed(self._world, forum, self.user, title, title=True)
        require_allowed(self._world, forum, self.user, text)
        uploads = [upload_of(*file, index) for index, file in enumerate((files or {}).items())]
        draft = Draft({"content": text}, uploads)
        thread, _ = forum_post(self._world, forum, self.user, Opening(title), draft)
        return thread

    async def open_thread(self, place: Channel | Message, title: str) -> Channel:
        """Open a public thread in a channel or on a message."""
        channel = place if isinstance(place, Channel) else self._channel_of(place)
        if not self._bits(channel) & Permission.CREATE_PUBLIC_THREADS:
            raise DriverError(f"{self.name} cannot open threads in {channel.name!r}")
        require_allowed(self._world, channel, self.user, title, title=True)
        if isinstance(place, Channel):
            return standalone(self._world, channel, self.user, Opening(title))
        return thread_from(self._world, channel, place, self.user, Opening(title))

    # What they see.

    def sees(self, channel: Channel) -> list[Message]:
        """The messages there that they see, oldest first: ephemeral ones only if meant for them."""
        if not self._bits(channel) & Permission.READ_MESSAGE_HISTORY:
            return []
        standing = [one for one in channel.standing if one.kind in SHOWN]
        return [one for one in standing if one.audience in (None, self.id)]

    def threads(self, channel: Channel) -> list[Channel]:
        """The threads of a channel or posts of a forum that they can see, oldest first."""
        hung = [one for one in self._world.channels.values() if one.parent_id == channel.id]
        return [one for one in hung if one.is_thread and self._bits(one)]

    @property
    def pings(self) -> list[Message]:
        """The messages that really notify them, oldest first."""
        everywhere = (m for channel in self._world.channels.values() for m in channel.standing)
        return sorted((m for m in everywhere if self.id in m.pinged), key=lambda m: m.id)

    def _bits(self, channel: Channel) -> Permission:
        return in_channel(self._world, channel, self.id)

    def _channel_of(self, message: Message) -> Channel:
        if message.deleted or message.channel_id not in self._world.channels:
            raise DriverError("the message was deleted")
        return self._world.channels[message.channel_id]

    def _control(self, message: Message, name: str) -> Control:
        if message not in self.sees(self._channel_of(message)):
            raise DriverError(f"{self.name} does not see that message")
        found = [one for one in message.controls if name in (one.name, one.custom_id)]
        if len(found) != 1:
            shown = [f"{one.name} ({one.custom_id})" for one in message.controls]
            raise DriverError(f"{len(found)} controls called {name!r} among {shown}")
        if found[0].disabled:
            raise DriverError(f"{name!r} is disabled")
        return found[0]

    def __repr__(self) -> str:
        return f"<{self.name}>"


def _shown(message: Message | Reply) -> Message:
    if isinstance(message, Message):
        return message
    if message.message is None:
        raise DriverError(f"the bot sent no message, but: {_brief(message)}")
    return message.message


def _brief(reply: object) -> str:
    text = reply.text if isinstance(reply, Reply) else repr(reply)
    return text[:200] or "nothing"
