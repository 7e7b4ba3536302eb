"""Pictures as files, for messages that are sent at once."""

import io

import discord

from bot.pictures.studio import Studio
from cogs.outgoing import Picture


async def drawn(picture: Picture, studio: Studio) -> discord.File:
    """The picture as a file for one message, with its words beside it."""
    png = await studio.heatmap(picture.heat, picture.captions)
    return discord.File(io.BytesIO(png), picture.name, description=picture.alt)
