"""The loopback Discord as one thing: start it, set the scene, drive persons, wait, look.

Joins the world, the gateway, the door and a listening socket. It does *not* start a bot.
"""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Self

from aiohttp import web

from playground.clock import SteeredClock
from playground.faults import Faults
from playground.gateway import Gateway
from playground.interactions import Answered, Interactions
from playground.journal import Journal
from playground.limits import Limits
from playground.permissions import BOT, Permission
from playground.rest.door import PREFIX, Door, Fault, Violation
from playground.server import Server, new_server
from playground.stage import DriverError, Stage
from playground.tls import ca_file, server_context
from playground.world import Application, Channel, Message, User, World

TOKEN = "loopback.convene.token"  # noqa: S105 - invented, and good for this loopback only
FILES = "GET /attachments"
"""How faults mean the download of an uploaded file."""


class Loopback:
    """A Discord on 127.0.0.1. Made by `Loopback.start`."""

    def __init__(self, world: World, gateway: Gateway, journal: Journal) -> None:
        self.world = world
        self.gateway = gateway
        self.journal = journal
        self.interactions = Interactions()
        self.stage = Stage(world, gateway, self.interactions)
        self.faults = Faults(gateway)
        self._door = Door(world, self.interactions, journal, self.faults)
        self._address = ""
        self._last_stir = time.monotonic()
        world.watchers.append(lambda _: self._stir())

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        *,
        clock: SteeredClock | None = None,
        journal_file: Path | None = None,
        message_content: bool = True,
        members: bool = True,
        presences: bool = False,
        heartbeat_seconds: float = 41.25,
    ) -> AsyncGenerator[Self]:
        """Listen on a free port while inside.

        Args:
            clock: The time of messages and events; the real one if not given. Served meanwhile.
            journal_file: Where to append the journal as JSON lines.
            message_content: Whether the application has this privileged intent.
            members: Likewise.
            presences: Likewise.
            heartbeat_seconds: How often a bot is to show that it lives.
        """
        clock = clock or SteeredClock()
        application = Application(
            1000, TOKEN, User(1000, "Convene", bot=True), message_content, members, presences
        )
        world = World(clock, application)
        loopback = cls(world, Gateway(world, heartbeat_seconds), Journal(journal_file))
        async with AsyncExitStack() as stack:
            if not clock.served:
                await stack.enter_async_context(clock)
            await stack.enter_async_context(loopback._listening())
            yield loopback

    @property
    def address(self) -> str:
        """HOST:PORT on which it listens, with TLS."""
        return self._address

    @property
    def ca_file(self) -> Path:
        """The certificate of the authority that vouches for it."""
        return ca_file()

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.application.token

    @property
    def application_id(self) -> int:
        """The bot's application id."""
        return self.world.application.id

    @property
    def clock(self) -> SteeredClock:
        """Its time."""
        return self.world.clock

    @property
    def limits(self) -> Limits:
        """Its rate limits."""
        return self._door.limits

    @property
    def violations(self) -> list[Violation]:
        """The requests that Discord would refuse for what is in them."""
        return self._door.violations

    @property
    def own_faults(self) -> list[Fault]:
        """Where the loopback itself fell short of Discord."""
        return self._door.own_faults

    @property
    def answers(self) -> list[Answered]:
        """How long each interaction waited for its first answer."""
        return self.interactions.answers

    def add_guild(self, name: str, bot_permissions: Permission = BOT) -> Server:
        """A new server with the bot in it."""
        return new_server(self.stage, name, bot_permissions)

    def message(self, channel: Channel, message_id: int) -> Message:
        """The message as it stands now.

        Raises:
            DriverError: There is none, or it was deleted.
        """
        found = channel.messages.get(message_id)
        if found is None or found.deleted:
            raise DriverError(f"no message {message_id} stands in {channel.name!r}")
        return found

    async def until(self, holds: Callable[[], object], what: str, seconds: float = 5.0) -> None:
        """Wait until something holds.

        Raises:
            DriverError: It does not within so many (real) seconds.
        """
        deadline = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > deadline:
                raise DriverError(f"waited {seconds} s in vain for: {what}")
            await asyncio.sleep(0.003)

    async def quiet(self, seconds: float = 0.03) -> None:
        """Wait until nothing has come from or gone to the bot for so long, heartbeats aside."""
        self._stir()
        while (passed := time.monotonic() - self._last_stir) < seconds:  # noqa: ASYNC110 - of time
            await asyncio.sleep(seconds - passed)

    def _stir(self) -> None:
        self._last_stir = time.monotonic()

    @asynccontextmanager
    async def _listening(self) -> AsyncGenerator[None]:
        app = web.Application(client_max_size=32 * 1024 * 1024)
        app.router.add_route("*", "/{path:.*}", self._serve)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=server_context())
        await site.start()
        host, port = runner.addresses[0][:2]
        self._address = f"{host}:{port}"
        try:
            yield
        finally:
            self.gateway.cut()
            await runner.cleanup()
            self.journal.close()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if request.path.startswith(PREFIX):
            self._stir()
            try:
                return await self._door.serve(request)
            finally:
                self._stir()
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._serve_gateway(request)
        if request.path.startswith("/attachments/"):
            return await self._serve_file(request)
        return web.Response(status=404)

    async def _serve_gateway(self, request: web.Request) -> web.StreamResponse:
        if self.faults.down:
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=503)
        return await self.gateway.serve(request)

    async def _serve_file(self, request: web.Request) -> web.Response:
        self._stir()
        await asyncio.sleep(self.faults.delay(FILES, before=True))
        if self.faults.down and request.transport is not None:
            request.transport.abort()
        if status := self.faults.refused(FILES):
            return web.Response(status=status)
        self._stir()
        piece = request.path.split("/")[3]
        found = self.world.attachments.get(int(piece)) if piece.isdigit() else None
        if found is None:
            return web.Response(status=404)
        return web.Response(body=found.content, headers={"Content-Type": found.content_type})
