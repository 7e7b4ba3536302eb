"""The page over HTTP: its files, its wishes, its tabs. Everything goes through the gate.

It does *not* know what a wish does.
"""

import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from playground.clock import ClockError
from playground.page.asking import Asked, Misasked, before, read_asked
from playground.page.deeds import DEEDS
from playground.page.gate import Gate
from playground.page.ground import Ground
from playground.page.message_view import UNKNOWN, kind_of
from playground.page.steering import STEERING
from playground.page.tabs import Tabs
from playground.page.telling import Telling
from playground.payloads import Json
from playground.refusals import Refused
from playground.stage import DriverError

STATIC = Path(__file__).parent / "static"
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
LARGEST = 32 * 1024 * 1024
ALONE = "default-src 'none'; sandbox"


class Site:
    """The routes of one page server."""

    def __init__(self, gate: Gate, ground: Ground, telling: Telling) -> None:
        self._gate = gate
        self._ground = ground
        self._telling = telling
        self.tabs = Tabs(ground, telling)

    @asynccontextmanager
    async def listening(self, port: int) -> AsyncGenerator[None]:
        """Listen on 127.0.0.1 while inside; port 0 takes a free one.

        Raises:
            OSError: The port is taken.
        """
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
            self._gate.port = runner.addresses[0][1]
            yield
        finally:
            await self.tabs.close()
            await runner.cleanup()

    def _app(self) -> web.Application:
        app = web.Application(middlewares=[self._gate.middleware()], client_max_size=LARGEST)
        app.router.add_get("/", self._start)
        app.router.add_get("/live", self.tabs.serve)
        app.router.add_post("/wish", self._wish)
        app.router.add_get("/files/{number}/{name}", self._file)
        app.router.add_get("/static/{path:.+}", self._static)
        return app

    async def _start(self, _: web.Request) -> web.Response:
        return _static("index.html")

    async def _static(self, request: web.Request) -> web.Response:
        return _static(request.match_info["path"])

    async def _file(self, request: web.Request) -> web.Response:
        number = request.match_info["number"]
        kept = self._ground.stand.scene.discord.world.attachments
        found = kept.get(int(number)) if number.isdigit() else None
        if found is None:
            raise web.HTTPNotFound
        kind = kind_of(found)
        shown = kind in PICTURES
        headers = {
            "Content-Type": kind if shown else UNKNOWN,
            "Content-Disposition": "inline" if shown else "attachment",
            "Content-Security-Policy": ALONE,
        }
        return web.Response(body=found.content, headers=headers)

    async def _wish(self, request: web.Request) -> web.Response:
        try:
            answer = await self._fulfil(await read_asked(request))
        except Misasked as error:
            return _said(400, error)
        except (DriverError, ClockError, Refused) as error:
            return _said(409, error)
        finally:
            self._ground.stir()
        return web.json_response(answer)

    async def _fulfil(self, asked: Asked) -> Json:
        if asked.do in STEERING:
            return await STEERING[asked.do](self._ground, self._telling, asked)
        if asked.do not in DEEDS:
            raise Misasked("there is no such wish")
        return await DEEDS[asked.do](before(self._ground.stand, asked.viewer), asked)


def _static(path: str) -> web.Response:
    file = (STATIC / path).resolve()
    if not file.is_relative_to(STATIC) or not file.is_file() or file.suffix not in TYPES:
        raise web.HTTPNotFound
    return web.Response(body=file.read_bytes(), content_type=TYPES[file.suffix], charset="utf-8")


def _said(status: int, error: Exception) -> web.Response:
    body = json.dumps({"say": sentence(error)})
    return web.Response(status=status, text=body, content_type="application/json")


def sentence(error: Exception) -> str:
    """What went wrong, in a sentence for somebody at the page."""
    if isinstance(error, Refused):
        return f"Discord refuses that: {error.message}."
    told = str(error)
    if "did not respond" in told or "left it at that" in told:
        return "Convene did not respond. It may be down, or its line cut: see the panel."
    first = told.splitlines()[0] if told else "That did not work"
    return first[:1].upper() + first[1:].rstrip(".") + "."
