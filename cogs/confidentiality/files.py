"""The text of attached files: fetched from Discord, read, and let go of.

A file that cannot be fetched or read is looked at by its name alone, and nobody is told; what
could not be had for the moment is marked, so that it is not taken for harmless.
"""

import asyncio
from collections.abc import Iterable, Iterator

import aiohttp
import discord

from bot.documents.limits import Unreadable
from bot.documents.reading import readable, text_in
from bot.logs import Log
from cogs.confidentiality.passages import Passage, Where

_LOG = Log("confidentiality")
FETCH_SECONDS = 15.0
MOST_TEXT = 40_000
"""Characters of all files of a message; what would go beyond is not opened."""


def files_of(message: discord.Message) -> Iterator[discord.Attachment]:
    """The files of a message and of what it forwards."""
    for holder in (message, *message.message_snapshots):
        yield from holder.attachments


async def opened(files: Iterable[discord.Attachment]) -> tuple[Passage, ...]:
    """The texts of those files that can be read, one after another, so that few are held."""
    passages: list[Passage] = []
    for file in files:
        if sum(len(one.text) for one in passages) >= MOST_TEXT:
            break
        text = await _text_of(file) if readable(file.filename, file.size) else ""
        if text != "":
            passages.append(Passage(Where.FILE, text or "", file.filename, missed=text is None))
    return tuple(passages)


async def _text_of(file: discord.Attachment) -> str | None:
    """Its text, "" where it has none that can be read, None where another try may have it."""
    try:
        async with asyncio.timeout(FETCH_SECONDS):
            data = await file.read()
    except (discord.DiscordException, aiohttp.ClientError, OSError) as missed:
        _LOG.warning("a file could not be fetched", error=type(missed).__name__)
        return None
    text = await text_in(file.filename, data)
    if isinstance(text, Unreadable):
        _LOG.info("a file was not read", state=text.name.lower())
        return None if text is Unreadable.TOO_SLOW else ""
    return text
