"""What a warning is about: a message, or the title of a thread; and reading it as it is now."""

from collections.abc import Iterator
from dataclasses import dataclass

import discord

from bot.domain.ids import ChannelId, MessageId
from cogs.confidentiality.files import files_of, opened
from cogs.confidentiality.passages import Passage, Where, joined
from cogs.controls import Press, button
from cogs.wording import confidentiality as wording

Button = discord.ui.Button[discord.ui.View]


@dataclass(frozen=True, slots=True)
class Subject:
    """A text of a member that others see.

    Attributes:
        number: the message's id, or the thread's where it is about a title.
        channel_id: where the warning stands: the message's channel, or the thread.
        title: whether it is about a thread's title.
    """

    number: int
    channel_id: ChannelId
    title: bool = False

    @property
    def key(self) -> MessageId:
        """What the warning is kept under.

        A thread often has the id of its first message, so a title goes by the negative of it.
        """
        return MessageId(-self.number if self.title else self.number)

    def button(
        self,
        label: str,
        verb: str,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> Button:
        """A control of the warning or its review."""
        if self.title:
            return button(label, "title", self.number, verb, style=style)
        return button(label, "review", self.number, verb, str(self.channel_id), style=style)


def message_subject(message_id: int, channel_id: int) -> Subject:
    """A message."""
    return Subject(message_id, ChannelId(channel_id))


def title_subject(thread_id: int) -> Subject:
    """A thread's title."""
    return Subject(thread_id, ChannelId(thread_id), title=True)


def subject_of(press: Press) -> Subject:
    """What a pressed control is about."""
    if press.rest:
        return message_subject(press.number, int(press.rest))
    return title_subject(press.number)


async def read_now(client: discord.Client, subject: Subject) -> str:
    """The text as Discord has it at this moment; raises discord.NotFound where it is deleted."""
    return joined(await passages_now(client, subject))


async def passages_now(client: discord.Client, subject: Subject) -> tuple[Passage, ...]:
    """Its passages at this moment, files included; raises discord.NotFound where it is deleted."""
    if not subject.title:
        channel = client.get_partial_messageable(subject.channel_id)
        return await passages_in(await channel.fetch_message(subject.number))
    thread = await client.fetch_channel(subject.number)
    name = thread.name if isinstance(thread, discord.Thread) else ""
    return (Passage(Where.TITLE, name),)


async def passages_in(message: discord.Message) -> tuple[Passage, ...]:
    """All that its author typed, chose or attached."""
    return (*spoken(message), *await opened(files_of(message)))


def spoken(message: discord.Message) -> tuple[Passage, ...]:
    """What can be read in a message without opening its files."""
    return tuple(passage for passage in _parts(message) if passage.text)


def text_of(message: discord.Message) -> str:
    """All that its author typed or chose in a message: words, file names, a poll, a forward."""
    return joined(spoken(message))


def _parts(message: discord.Message) -> Iterator[Passage]:
    yield Passage(Where.MESSAGE, message.content)
    if message.poll:
        yield Passage(Where.POLL, message.poll.question)
        yield from (Passage(Where.POLL, answer.text) for answer in message.poll.answers)
    for forwarded in message.message_snapshots:
        yield Passage(Where.FORWARDED, forwarded.content)
        yield from _in_embeds(forwarded)
    for file in files_of(message):
        yield Passage(Where.FILE_NAME, file.filename, file.filename)
        yield Passage(Where.FILE_NOTE, file.description or "", file.filename)


def _in_embeds(forwarded: discord.MessageSnapshot) -> Iterator[Passage]:
    """What a bot showed, such as the private copy of a removed message; no preview of a link."""
    for embed in forwarded.embeds:
        if embed.type == "rich":
            yield Passage(Where.FORWARDED, embed.description or "")
            yield from (Passage(Where.FORWARDED, field.value or "") for field in embed.fields)


def review_button(subject: Subject) -> Button:
    """The way from the public warning into its private review."""
    return subject.button(wording.REVIEW, "open", discord.ButtonStyle.primary)
