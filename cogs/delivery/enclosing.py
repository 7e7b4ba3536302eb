"""What goes into a message beside its text: a file that is there, or a picture drawn for it."""

import io
from dataclasses import dataclass

import discord

from bot.pictures.studio import Studio
from cogs.outgoing import Attached, Picture


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file's name, what it is in words where it is a picture, and its bytes."""

    name: str
    content: bytes
    alt: str | None = None

    def file(self) -> discord.File:
        """The file for one request; the next one needs another."""
        content = io.BytesIO(self.content)
        return discord.File(content, filename=self.name, description=self.alt)


async def enclosed(attached: Attached | Picture | None, studio: Studio) -> Enclosure | None:
    """Draws what is to be drawn."""
    if isinstance(attached, Picture):
        drawn = await studio.heatmap(attached.heat, attached.captions)
        return Enclosure(attached.name, drawn, attached.alt)
    return Enclosure(attached.name, attached.content) if attached else None
