"""Draws a grid of hours: a number and a colour in each cell, the best framed, a legend below.

Nothing is told by colour alone: each cell has its number, and the best have a frame.
"""

from collections.abc import Iterator, Sequence

from bot.domain.heat.grid import Cell, Heat, Row
from bot.pictures.brush import Box, Brush, width_of
from bot.pictures.captions import Captions
from bot.pictures.palette import INK, LINE, NOBODY, PAPER, SOFT, Colour, ink_on, shade

WIDTH = 312.0
"""Points: about as wide as Discord shows a picture on a phone."""

_MARGIN = 8.0
_GAP = 2.5
_TITLE, _HEAD, _KEY = 44.0, 38.0, 26.0
_BREAK = 7.0
"""Between rows that do not follow one another in time."""

_HOUR_HEIGHT, _SHORT_HEIGHT = 27.0, 18.0
_WORDS, _SMALL, _SMALLEST = 14, 12, 10
_MOST_SWATCHES = 8
_SWATCH = 24.0


def drawn(heat: Heat, captions: Captions) -> bytes:
    """The grid as a PNG file, 624 pixels wide."""
    bands = heat.bands()
    keys = list(_keys(heat, captions))
    height = _TITLE + sum(_band_height(band) for band in bands) + _KEY * len(keys) + _MARGIN
    brush = Brush(WIDTH, height)
    brush.text(_MARGIN, 16, captions.title, INK, size=_WORDS)
    brush.text(_MARGIN, 33, captions.zone, SOFT, size=_SMALL)
    sheet = _Sheet(brush, heat, captions)
    top = _TITLE
    for band in bands:
        sheet.band(band, top)
        top += _band_height(band)
    for key in keys:
        key.draw(brush, top + _KEY / 2)
        top += _KEY
    return brush.png()


def _band_height(band: Heat) -> float:
    *_, (_, bottom) = _tops(band, _HEAD)
    return bottom + 8


def _tops(band: Heat, top: float) -> Iterator[tuple[float, float]]:
    """Where each row begins and ends."""
    before: Row | None = None
    for row in band.rows:
        if before and before.starts + before.length < row.starts:
            top += _BREAK
        height = _HOUR_HEIGHT if row.length >= 60 else _SHORT_HEIGHT  # noqa: PLR2004 - minutes
        yield top, top + height
        top += height + _GAP
        before = row


class _Sheet:
    """One grid on its sheet."""

    def __init__(self, brush: Brush, heat: Heat, captions: Captions) -> None:
        self._brush = brush
        self._heads = dict(zip(heat.days, captions.days, strict=True))
        self._labels = dict(zip(heat.rows, captions.rows, strict=True))
        self._left = _MARGIN + max(width_of(label, _SMALL) for label in captions.rows) + 7
        self._scale = _Scale(heat)

    def band(self, band: Heat, top: float) -> None:
        """Up to a week of it: heads, labels, cells, and last the frames."""
        width = (WIDTH - _MARGIN + _GAP - self._left) / len(band.days)
        lefts = [self._left + width * place for place in range(len(band.days))]
        heads = [self._heads[day] for day in band.days]
        fits = all(width_of(below, _SMALL) < width - 2 for _, below in heads)
        for head, left in zip(heads, lefts, strict=True):
            size = _SMALL if fits else _SMALLEST
            self._head(left + (width - _GAP) / 2, top, head, size)
        tops = list(_tops(band, top + _HEAD))
        for row, (above, below) in zip(band.rows, tops, strict=True):
            middle = (above + below) / 2
            words = self._labels[row]
            self._brush.text(self._left - 7, middle, words, SOFT, size=_SMALL, anchor="rm")
            line = (self._left, middle - 0.5, WIDTH - _MARGIN, middle + 0.5)
            self._brush.block(line, LINE, radius=0)
        for place, left in enumerate(lefts):
            cells = [one[place] for one in band.cells]
            sides = left, left + width - _GAP
            self._column(cells, tops, sides)

    def _head(self, middle: float, top: float, head: tuple[str, str], small: int) -> None:
        day, month = head
        self._brush.text(middle, top + 10, day, INK, size=_WORDS, anchor="mm")
        self._brush.text(middle, top + 25, month, SOFT, size=small, anchor="mm")

    def _column(
        self,
        cells: list[Cell | None],
        tops: list[tuple[float, float]],
        sides: tuple[float, float],
    ) -> None:
        boxes = [(sides[0], above, sides[1], below) for above, below in tops]
        for cell, box in zip(cells, boxes, strict=True):
            if cell:
                self._cell(cell, box)
        for box in _framed(cells, boxes):
            _frame(self._brush, box)

    def _cell(self, cell: Cell, box: Box) -> None:
        left, top, right, bottom = box
        colour = self._scale.colour(cell.count)
        self._brush.block(box, colour)
        middle = ((left + right) / 2, (top + bottom) / 2)
        sure = cell.count - cell.doubtful
        number = f"{sure}+{cell.doubtful}" if cell.doubtful else str(cell.count)
        ink = ink_on(colour) if cell.count else SOFT
        self._brush.text(*middle, number, ink, size=_WORDS, anchor="mm")
        if cell.own:
            self._brush.dot(left + 6.5, middle[1], 2.2, ink)


def _frame(brush: Brush, box: Box) -> None:
    """A light line around a dark one: it shows on the lightest cells too."""
    left, top, right, bottom = box
    brush.outline((left, top, right, bottom), PAPER, width=2, radius=4)
    brush.outline((left - 2, top - 2, right + 2, bottom + 2), INK, width=2.5)


def _framed(cells: list[Cell | None], boxes: list[Box]) -> Iterator[Box]:
    """The frames around the best of a column: one around those that touch."""
    frame: Box | None = None
    for cell, box in zip(cells, boxes, strict=True):
        best = cell is not None and cell.best
        if frame and best and box[1] - frame[3] <= _GAP:
            frame = (*frame[:3], box[3])
            continue
        if frame:
            yield frame
        frame = box if best else None
    if frame:
        yield frame


class _Scale:
    """Which colour a count has: the least that occurs is darkest, the most is lightest."""

    def __init__(self, heat: Heat) -> None:
        some = sorted(heat.counts - {0})
        self._low, self._high = (some[0], some[-1]) if some else (0, 0)

    def colour(self, count: int) -> Colour:
        """Nobody is no colour at all."""
        if not count:
            return NOBODY
        span = self._high - self._low
        return shade((count - self._low) / span if span else 0.5)


class _Scales:
    """The line of the legend that says which number has which colour."""

    def __init__(self, heat: Heat, words: str) -> None:
        self._scale = _Scale(heat)
        low, high = min(heat.counts, default=0), max(heat.counts, default=0)
        steps = min(high - low + 1, _MOST_SWATCHES)
        self._counts = [
            low + round((high - low) * step / max(1, steps - 1)) for step in range(steps)
        ]
        self._words = words

    def draw(self, brush: Brush, middle: float) -> None:
        """Words, then a swatch a number."""
        brush.text(_MARGIN, middle, self._words, SOFT, size=_SMALL)
        left = _MARGIN + width_of(self._words, _SMALL) + 8
        for count in self._counts:
            colour = self._scale.colour(count)
            brush.block((left, middle - 9, left + _SWATCH, middle + 9), colour)
            ink = ink_on(colour) if count else SOFT
            words = str(count)
            brush.text(left + _SWATCH / 2, middle, words, ink, size=_SMALL, anchor="mm")
            left += _SWATCH + 2


class _Signs:
    """A line of the legend that says what a frame, a dot and a sum mean."""

    def __init__(self, signs: Sequence[tuple[str, str]]) -> None:
        self._signs = signs

    def draw(self, brush: Brush, middle: float) -> None:
        """Each sign with its words."""
        left = _MARGIN
        for sign, words in self._signs:
            if sign == _FRAME:
                brush.outline((left, middle - 8, left + 16, middle + 8), INK, radius=4)
            elif sign == _DOT:
                brush.dot(left + 4, middle, 3, INK)
            brush.text(left + _SIGNS[sign], middle, words, SOFT, size=_SMALL)
            left += _wide(sign, words)


_FRAME, _DOT, _SUM = "frame", "dot", "sum"
_SIGNS = {_FRAME: 22.0, _DOT: 12.0, _SUM: 0.0}
"""How much room a sign takes before its words."""


def _wide(sign: str, words: str) -> float:
    return _SIGNS[sign] + width_of(words, _SMALL) + 14


def _lines(captions: Captions) -> Iterator[_Signs]:
    """What occurs is explained, on as many lines as it takes."""
    told = ((_FRAME, captions.best), (_DOT, captions.own), (_SUM, captions.doubtful))
    line: list[tuple[str, str]] = []
    for one in told:
        if line and _MARGIN + sum(_wide(*sign) for sign in (*line, one)) > WIDTH:
            yield _Signs(tuple(line))
            line.clear()
        if one[1]:
            line.append(one)
    if line:
        yield _Signs(tuple(line))


def _keys(heat: Heat, captions: Captions) -> Iterator[_Scales | _Signs]:
    yield _Scales(heat, captions.scale)
    yield from _lines(captions)
