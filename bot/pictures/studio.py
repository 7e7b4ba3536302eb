"""Where pictures are drawn: beside the event loop, and the same one not twice."""

import asyncio
from collections import OrderedDict

from bot.domain.heat.grid import Heat
from bot.pictures.captions import Captions
from bot.pictures.heatmap import drawn

_MOST_KEPT = 50
"""A picture has 10 to 20 kilobytes."""


class Studio:
    """Draws in a thread and remembers the last pictures."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Heat, Captions], bytes] = OrderedDict()

    async def heatmap(self, heat: Heat, captions: Captions) -> bytes:
        """The grid as a PNG file."""
        key = heat, captions
        made = self._kept.get(key) or await asyncio.to_thread(drawn, heat, captions)
        self._kept[key] = made
        self._kept.move_to_end(key)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return made
