"""The open tabs: each is sent the sections of its member that changed, a moment after they do.

One watcher looks at what costs little to look at; only where something stirred are sections made
anew. It does *not* know what is in a section.
"""

import asyncio
import contextlib
import json
import time
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from playground.page.ground import Ground, Stand
from playground.page.pending import waiting
from playground.page.people import Profile
from playground.page.state import Sections, Teller, common, mark_of, own

GATHER = 0.03
"""Seconds for which changes are gathered before they are sent."""

AT_LEAST = 1.0
"""Seconds after which sections are made anew even if nothing seems to have stirred."""


@dataclass(slots=True, eq=False)
class Tab:
    """One connection; `known` is what it was sent, as JSON by section."""

    socket: web.WebSocketResponse
    viewer: str = ""
    known: dict[str, str] = field(default_factory=dict[str, str])

    def changed(self, sections: Sections) -> dict[str, object]:
        """What is new among the sections, which counts as known from now on."""
        packed = {name: json.dumps(value) for name, value in sections.items()}
        fresh = {name: sections[name] for name in packed if self.known.get(name) != packed[name]}
        gone = [name for name in self.known if name not in packed]
        self.known = packed
        return {"set": fresh, "gone": gone} if fresh or gone else {}

    async def send(self, frame: dict[str, object]) -> None:
        """Send a frame; a tab that is just being closed misses it."""
        with contextlib.suppress(ConnectionError, RuntimeError):
            await self.socket.send_json(frame)


class Tabs:
    """All open tabs of one page server."""

    def __init__(self, ground: Ground, teller: Teller) -> None:
        self._ground = ground
        self._teller = teller
        self._tabs: set[Tab] = set()
        self._seen: object = None
        self._looked = 0.0

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Hold one tab's connection until it ends."""
        socket = web.WebSocketResponse(heartbeat=20, max_msg_size=4096)
        await socket.prepare(request)
        tab = Tab(socket)
        self._tabs.add(tab)
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._receive(tab, frame.data)
        finally:
            self._tabs.discard(tab)
        return socket

    async def run(self) -> None:
        """Keep the tabs up to date until cancelled."""
        while True:
            await asyncio.sleep(GATHER)
            if self._tabs and self._stirred():
                await self._show()

    async def close(self) -> None:
        """Say goodbye to every tab."""
        for tab in list(self._tabs):
            await tab.socket.close(code=1001)

    def _receive(self, tab: Tab, text: str) -> None:
        with contextlib.suppress(ValueError, AttributeError):
            tab.viewer = str(json.loads(text).get("viewer", ""))
            tab.known = {}
            self._ground.stir()

    def _stirred(self) -> bool:
        seen = self._fingerprint()
        late = time.monotonic() - self._looked > AT_LEAST
        stirred = self._ground.stirred.is_set() or seen != self._seen or late
        if stirred:
            self._ground.stirred.clear()
            self._seen, self._looked = seen, time.monotonic()
        return stirred

    def _fingerprint(self) -> object:
        """What is different whenever something was done; cheap, as it is looked at all the time."""
        if not self._ground.ready:
            return None
        stand = self._ground.stand
        discord = stand.scene.discord
        clock = discord.clock
        return (
            stand.number,
            len(discord.journal.entries),
            len(discord.answers),
            stand.bot_state,
            clock.rate,
            mark_of(clock),
        )

    async def _show(self) -> None:
        if not self._ground.ready:
            return
        stand = self._ground.stand
        planned = await asyncio.to_thread(waiting, stand.database)
        shared = common(stand, self._teller, planned)
        for tab in list(self._tabs):
            await self._update(tab, stand, shared)

    async def _update(self, tab: Tab, stand: Stand, shared: Sections) -> None:
        viewer = _viewer(tab, stand)
        fresh = not tab.known
        changes = tab.changed({**shared, **own(stand, viewer)})
        if changes:
            now = stand.scene.discord.clock.now().timestamp()
            await tab.send({"reset": fresh, "now": now, **changes})


def _viewer(tab: Tab, stand: Stand) -> Profile:
    """Whose page it is: the first member's where nobody is named."""
    return stand.people.get(tab.viewer) or next(iter(stand.people.values()))
