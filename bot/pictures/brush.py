"""A sheet to draw on, in points; a point is two pixels, so that it is sharp on a phone."""

import io
from functools import cache
from typing import Literal

from PIL import Image, ImageDraw, ImageFont

from bot.pictures.palette import PAPER, Colour

PIXELS = 2

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points."""

Anchor = Literal["lm", "mm", "rm"]
"""Where a text's middle line begins, lies or ends."""


class Brush:
    """Draws on one sheet."""

    def __init__(self, width: float, height: float) -> None:
        size = (round(width * PIXELS), round(height * PIXELS))
        self._sheet = Image.new("RGB", size, PAPER)
        self._draw = ImageDraw.Draw(self._sheet)

    def block(self, box: Box, colour: Colour, *, radius: float = 4) -> None:
        """A filled box with round corners."""
        self._draw.rounded_rectangle(_scaled(box), radius * PIXELS, fill=colour)

    def outline(self, box: Box, colour: Colour, *, width: float = 2.5, radius: float = 6) -> None:
        """A frame, drawn inside of its box."""
        self._draw.rounded_rectangle(
            _scaled(box), radius * PIXELS, outline=colour, width=round(width * PIXELS)
        )

    def dot(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """A filled circle."""
        box = _scaled((x - radius, y - radius, x + radius, y + radius))
        self._draw.ellipse(box, fill=colour)

    def text(
        self, x: float, y: float, words: str, colour: Colour, *, size: int, anchor: Anchor = "lm"
    ) -> None:
        """Words on one line."""
        where = (x * PIXELS, y * PIXELS)
        self._draw.text(where, words, fill=colour, font=_font(size), anchor=anchor)

    def png(self) -> bytes:
        """The sheet as a file."""
        file = io.BytesIO()
        self._sheet.save(file, "PNG")
        return file.getvalue()


def width_of(words: str, size: int) -> float:
    """How wide words are, in points."""
    return _font(size).getlength(words) / PIXELS


def _scaled(box: Box) -> Box:
    left, top, right, bottom = (round(side * PIXELS) for side in box)
    return left, top, right - 1, bottom - 1


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size * PIXELS)
