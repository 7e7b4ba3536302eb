"""The gateway, version 10: sessions, events in sequence, heartbeats, RESUME with replay.

It tells a session what its bot may know: by its intents, by what it can see, and without the
content that it has no right to. It does *not* know how events come about.
"""

import asyncio
import contextlib
import json
import secrets
import zlib
from dataclasses import dataclass, field
from typing import Any, cast

from aiohttp import WSMsgType, web

from playground.events import event_json
from playground.gateway_events import Close, Intent, Op
from playground.message_shapes import event_message_json
from playground.payloads import Json
from playground.permissions import in_channel
from playground.shapes import guild_create_json, member_json, own_user_json
from playground.world import Guild, Happening, World

RESUME_URL = "wss://gateway-resume.discord.gg"


class Line:
    """One connection: frames go out in order from a queue, compressed if the bot asked for it."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self._transport = request.transport
        wanted = request.query.get("compress")
        self._zlib = zlib.compressobj() if wanted == "zlib-stream" else None
        self._queue: asyncio.Queue[str | int] = asyncio.Queue()
        self.writer = asyncio.create_task(self._write())

    def send(self, op: Op, data: object = None) -> None:
        """Queue a message that is no event."""
        self.send_text(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    def send_text(self, text: str) -> None:
        """Queue a frame."""
        self._queue.put_nowait(text)

    def hang_up(self, code: int) -> None:
        """Close after what is queued."""
        self._queue.put_nowait(code)

    def abort(self) -> None:
        """Cut the connection without a word."""
        if self._transport is not None:
            self._transport.abort()

    async def _write(self) -> None:
        with contextlib.suppress(ConnectionError):
            while not isinstance(frame := await self._queue.get(), int):
                await self._write_frame(frame)
            await self.socket.close(code=frame)

    async def _write_frame(self, text: str) -> None:
        if self._zlib is None:
            await self.socket.send_str(text)
            return
        packed = self._zlib.compress(text.encode()) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
        await self.socket.send_bytes(packed)


@dataclass(slots=True, eq=False)
class Session:
    """What survives a lost connection: the intents and every event that was sent."""

    id: str
    intents: Intent
    line: Line | None
    sent: list[str] = field(default_factory=list[str])

    def event(self, name: str, data: Json) -> None:
        """Send an event now, or keep it for the RESUME."""
        sequence = len(self.sent) + 1
        self.sent.append(json.dumps({"op": Op.DISPATCH, "t": name, "s": sequence, "d": data}))
        if self.line is not None:
            self.line.send_text(self.sent[-1])

    def replay(self, after: int) -> None:
        """Send again what came after a sequence number."""
        for text in self.sent[after:]:
            if self.line is not None:
                self.line.send_text(text)


class Gateway:
    """All sessions of the one bot."""

    def __init__(self, world: World, heartbeat_seconds: float = 41.25) -> None:
        self._world = world
        self._heartbeat_seconds = heartbeat_seconds
        self.sessions: dict[str, Session] = {}
        self.lines: set[Line] = set()
        self.readies = 0
        self.resumes = 0
        self.heartbeats = 0
        world.watchers.append(self.publish)

    @property
    def connected(self) -> bool:
        """Whether a bot is there to hear of things."""
        return any(session.line is not None for session in self.sessions.values())

    def publish(self, happening: Happening) -> None:
        """Tell every session that wants it and may know it."""
        channel = happening.channel
        if channel is not None and not in_channel(self._world, channel, self._world.bot.id):
            return
        for session in self.sessions.values():
            if not happening.intent or session.intents & happening.intent:
                session.event(happening.name, self._data(happening, session))

    def cut(self, code: int | None = None) -> None:
        """Close every connection with a code, or without a word; sessions stay.

        From now on their events are kept for the RESUME.
        """
        for line in list(self.lines):
            self._detach(line)
            if code is None:
                line.abort()
            else:
                line.hang_up(code)

    def invalidate(self, *, resumable: bool = False) -> None:
        """Send INVALID_SESSION; unless resumable, the sessions are forgotten."""
        for session in list(self.sessions.values()):
            if session.line is not None:
                session.line.send(Op.INVALID_SESSION, resumable)
            if not resumable:
                del self.sessions[session.id]

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Hold one connection until it ends."""
        socket = web.WebSocketResponse(heartbeat=None, autoclose=False)
        await socket.prepare(request)
        line = Line(socket, request)
        self.lines.add(line)
        line.send(Op.HELLO, {"heartbeat_interval": int(self._heartbeat_seconds * 1000)})
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._receive(line, json.loads(frame.data))
        finally:
            self._drop(line)
        return socket

    def _drop(self, line: Line) -> None:
        self.lines.discard(line)
        line.writer.cancel()
        self._detach(line)

    def _detach(self, line: Line) -> None:
        for session in self.sessions.values():
            if session.line is line:
                session.line = None

    def _data(self, happening: Happening, session: Session) -> Json:
        if happening.message is None:
            return happening.data
        hidden = not session.intents & Intent.MESSAGE_CONTENT
        data = event_message_json(self._world, happening.message, hidden=hidden)
        if happening.name == "MESSAGE_CREATE" and happening.message.nonce is not None:
            data["nonce"] = happening.message.nonce
        return data

    def _receive(self, line: Line, payload: Json) -> None:
        op: int = payload["op"]
        data: Any = payload.get("d")
        if op == Op.HEARTBEAT:
            self.heartbeats += 1
            line.send(Op.HEARTBEAT_ACK)
        elif op == Op.IDENTIFY:
            self._identify(line, data)
        elif op == Op.RESUME:
            self._resume(line, data)
        elif all(session.line is not line for session in self.sessions.values()):
            line.hang_up(Close.NOT_AUTHENTICATED)
        elif op == Op.REQUEST_GUILD_MEMBERS:
            self._send_members(line, data)
        elif op not in (Op.PRESENCE_UPDATE, Op.VOICE_STATE_UPDATE):
            line.hang_up(Close.UNKNOWN_OPCODE)

    def _identify(self, line: Line, data: Json) -> None:
        application = self._world.application
        if data["token"] != application.token:
            line.hang_up(Close.AUTHENTICATION_FAILED)
            return
        intents = Intent(data["intents"])
        if intents & self._forbidden():
            line.hang_up(Close.DISALLOWED_INTENTS)
            return
        self._forget_left()
        session = Session(secrets.token_hex(16), intents, line)
        self.sessions[session.id] = session
        session.event("READY", self._ready(session))
        for guild in self._world.guilds.values():
            if self._world.bot.id in guild.members:
                session.event("GUILD_CREATE", self.guild_data(guild, intents))
        self.readies += 1

    def _forget_left(self) -> None:
        """Whoever identifies anew does not resume: what it left behind need not be kept."""
        self.sessions = {key: one for key, one in self.sessions.items() if one.line is not None}

    def _forbidden(self) -> Intent:
        application = self._world.application
        switched = {
            Intent.MESSAGE_CONTENT: application.message_content,
            Intent.GUILD_MEMBERS: application.members,
            Intent.GUILD_PRESENCES: application.presences,
        }
        forbidden = Intent.NONE
        for intent, on in switched.items():
            forbidden |= Intent.NONE if on else intent
        return forbidden

    def _ready(self, session: Session) -> Json:
        world = self._world
        guilds = [g for g in world.guilds.values() if world.bot.id in g.members]
        return {
            "v": 10,
            "user": own_user_json(world.bot),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": RESUME_URL,
            "shard": [0, 1],
            "private_channels": [],
            "application": {"id": str(world.application.id), "flags": 0},
        }

    def guild_data(self, guild: Guild, intents: Intent) -> Json:
        """The payload of GUILD_CREATE for a session with these intents."""
        whole = bool(intents & Intent.GUILD_MEMBERS)
        events = [event_json(self._world, one) for one in guild.events.values()]
        shape = guild_create_json(self._world, guild, whole=whole)
        return {**shape, "guild_scheduled_events": events}

    def _resume(self, line: Line, data: Json) -> None:
        if data["token"] != self._world.application.token:
            line.hang_up(Close.AUTHENTICATION_FAILED)
            return
        session = self.sessions.get(data["session_id"])
        if session is None:
            line.send(Op.INVALID_SESSION, data=False)
            return
        session.line = line
        session.replay(int(data["seq"] or 0))
        session.event("RESUMED", {})
        self.resumes += 1

    def _send_members(self, line: Line, data: Json) -> None:
        session = next(one for one in self.sessions.values() if one.line is line)
        guild = self._world.guilds[int(data["guild_id"])]
        prefix = str(data.get("query") or "").lower()
        wanted = {int(one) for one in _listed(data.get("user_ids"))}
        found = [
            member_json(member)
            for member in guild.members.values()
            if (member.user.id in wanted if wanted else member.user.name.lower().startswith(prefix))
        ]
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": found,
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [],
            "nonce": data.get("nonce"),
        }
        session.event("GUILD_MEMBERS_CHUNK", chunk)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - one id or several, as Discord takes them
    if value is None:
        return []
    return cast("list[Any]", value) if isinstance(value, list) else [value]
