"""The one look of cards: a container with texts, a rule between them, and controls below."""

from typing import Any

import discord
from discord import MediaGalleryItem, ui

from cogs.controls import still
from cogs.outgoing import Picture

ACCENT = discord.Colour(0x3E7C79)
"""A calm teal for everything that Convene lays out."""

QUIET = discord.Colour(0x8A8F98)
"""Grey, for what is over."""


def card(
    *texts: str,
    controls: tuple[ui.Button[Any], ...] = (),
    file: str | None = None,
    links: tuple[ui.Button[Any], ...] = (),
    picture: Picture | None = None,
    quiet: bool = False,
) -> ui.LayoutView:
    """A card; `file` is the name of an attachment that it shows, as `picture` is one.

    `links` stand beside the file.
    """
    container = ui.Container[Any](accent_colour=QUIET if quiet else ACCENT)
    for number, text in enumerate(filter(None, texts)):
        if number:
            container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(text))
    if file:
        container.add_item(ui.File(f"attachment://{file}"))
    if links:
        container.add_item(ui.ActionRow(*links))
    if picture:
        shown = MediaGalleryItem(f"attachment://{picture.name}", description=picture.alt)
        container.add_item(ui.MediaGallery(shown))
    if controls:
        container.add_item(ui.ActionRow(*controls))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return still(view)


def without_picture(view: ui.LayoutView) -> ui.LayoutView:
    """The card without its picture, for where the bot may not attach files."""
    for container in view.children:
        if isinstance(container, ui.Container):
            galleries = [one for one in container.children if isinstance(one, ui.MediaGallery)]
            for gallery in galleries:
                container.remove_item(gallery)
    return view
