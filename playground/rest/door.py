"""The door of the REST API: HTTP in, a call to a route, HTTP out.

Authenticates, limits, injects faults, checks bodies against Discord's own description and the
rules, and keeps the journal. It does *not* know what any route does.
"""

import asyncio
import json
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aiohttp import BodyPartReader, web

from playground.description import Description, description
from playground.faults import Faults
from playground.interactions import Interactions
from playground.journal import Entry, Journal
from playground.limits import Limits
from playground.messages import Upload
from playground.payloads import Json
from playground.refusals import Refused, invalid_form
from playground.rest import (
    application,
    auto_moderation,
    channels,
    commands,
    guilds,
    messages,
    scheduled_events,
    threads,
    webhooks,
)
from playground.rest.call import Call, Reply, Route
from playground.rules import broken_rules
from playground.world import World

PREFIX = "/api/v10"
SUBJECTS = (
    application,
    auto_moderation,
    channels,
    commands,
    guilds,
    messages,
    scheduled_events,
    threads,
    webhooks,
)
ROUTES: list[Route] = [route for subject in SUBJECTS for route in subject.routes]
GONE = Reply(499, {"message": "499: nobody is there any more", "code": 0})
BY_TOKEN_IN_PATH = ("/interactions/", "/webhooks/")


@dataclass(frozen=True, slots=True)
class Violation:
    """A request that Discord would refuse, and why; no member's text is in it."""

    method: str
    path: str
    problems: list[str]


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the loopback itself falls short of Discord: a wrong answer or a missing route."""

    method: str
    path: str
    problems: list[str]


@dataclass(slots=True)
class _Visit:
    """One HTTP request on its way through the door."""

    method: str
    path: str
    request: web.Request
    route: Route | None = None
    params: dict[str, str] = field(default_factory=dict[str, str])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    notes: Json = field(default_factory=dict[str, Any])
    accepted: bool = False
    retry_after: float | None = None

    @property
    def names(self) -> tuple[str, str]:
        """How faults may mean it."""
        plain = f"{self.method} {self.path}"
        return (plain if self.route is None else self.route.name), plain


class Door:
    """Answers REST requests on behalf of the world."""

    def __init__(
        self, world: World, interactions: Interactions, journal: Journal, faults: Faults
    ) -> None:
        self.limits = Limits()
        self.violations: list[Violation] = []
        self.own_faults: list[Fault] = []
        self._world = world
        self._interactions = interactions
        self._journal = journal
        self._faults = faults
        self._description: Description | None = description()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        visit = _Visit(request.method, request.path.removeprefix(PREFIX), request)
        _find_route(visit)
        if self._faults.down:
            return _reset(request)
        await asyncio.sleep(self._faults.delay(*visit.names, before=True))
        reply = await self._reply(visit)
        loss = self._faults.loss(*visit.names) if visit.accepted else None
        self._write_down(visit, reply, lost=loss is not None)
        await asyncio.sleep(self._faults.delay(*visit.names, before=False))
        if loss == "reset":
            return _reset(request)
        return _response(Reply(500, {"message": "500: Lost", "code": 0}) if loss else reply, visit)

    async def _reply(self, visit: _Visit) -> Reply:
        status = self._faults.refused(*visit.names)
        if status is not None:
            return _injected(visit, status)
        try:
            return await self._answered(visit)
        except Refused as refusal:
            return Reply(refusal.status, refusal.body())
        except (ConnectionError, web.RequestPayloadError):
            return GONE  # the bot died while it was still sending
        except Exception as error:  # noqa: BLE001 - must not pass for a 500 of Discord's own
            self._fault(visit, [f"{type(error).__name__}: {error} at {_where(error)}"])
            return Reply(500, {"message": "500: the loopback failed", "code": 0})

    async def _answered(self, visit: _Visit) -> Reply:
        if visit.route is None:
            self._fault(visit, ["the loopback has no such route"])
            return Reply(501, {"message": "501: not in the loopback", "code": 0})
        self._authenticate(visit)
        verdict = self.limits.take(visit.route.name, visit.params)
        visit.headers |= verdict.headers
        if verdict.retry_after is not None:
            return _limited(visit, verdict.retry_after)
        body, uploads = await _read(visit.request)
        self._check_request(visit, body, len(uploads))
        query = dict(visit.request.query)
        reply = visit.route.answer(
            Call(
                self._world,
                self._interactions,
                visit.method,
                visit.path,
                visit.params,
                query,
                body,
                uploads,
                visit.notes,
            )
        )
        visit.accepted = True
        self._check_answer(visit, reply)
        return reply

    def _authenticate(self, visit: _Visit) -> None:
        if visit.path.startswith(BY_TOKEN_IN_PATH):
            return
        wanted = f"Bot {self._world.application.token}"
        if visit.request.headers.get("Authorization") != wanted:
            raise Refused(0)

    def _check_request(self, visit: _Visit, body: Any, files: int) -> None:  # noqa: ANN401 - JSON
        problems = list(self._problems(visit, body, files))
        if not problems:
            return
        told = [f"{path}: {message} ({code})" for path, code, message in problems]
        self.violations.append(Violation(visit.method, visit.path, told))
        whole = [code for _, code, _ in problems if code.isdigit()]
        raise Refused(int(whole[0])) if whole else invalid_form(problems)

    def _problems(
        self,
        visit: _Visit,
        body: Any,  # noqa: ANN401 - JSON
        files: int,
    ) -> Iterator[tuple[str, str, str]]:
        now = self._world.clock.now()
        for broken in broken_rules(visit.method, visit.path, body, files, now=now):
            yield broken.path, broken.code, broken.message
        if self._description is not None:
            for told in self._description.problems_in_request(visit.method, visit.path, body):
                path, _, message = told.partition(": ")
                yield path, "BASE_TYPE_INVALID", message

    def _check_answer(self, visit: _Visit, reply: Reply) -> None:
        if self._description is None or not self._description.knows(visit.method, visit.path):
            return
        told = self._description.problems_in_answer(
            visit.method, visit.path, reply.status, reply.body
        )
        if told:
            self._fault(visit, told)

    def _fault(self, visit: _Visit, problems: list[str]) -> None:
        self.own_faults.append(Fault(visit.method, visit.path, problems))

    def _write_down(self, visit: _Visit, reply: Reply, *, lost: bool) -> None:
        entry = Entry(
            at=datetime.now(UTC).isoformat(),
            clock=self._world.clock.now().isoformat(),
            method=visit.method,
            path=_without_token(visit),
            route=visit.names[0],
            status=reply.status,
            accepted=visit.accepted,
            lost=lost,
            notes=visit.notes,
        )
        self._journal.note(entry)


def _find_route(visit: _Visit) -> None:
    for route in ROUTES:
        if route.method == visit.method and (match := route.pattern.fullmatch(visit.path)):
            visit.route, visit.params = route, match.groupdict()
            return


def _where(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def _without_token(visit: _Visit) -> str:
    secrets = [value for key, value in visit.params.items() if key.endswith("_token")]
    path = visit.path
    for secret in secrets:
        path = path.replace(secret, "TOKEN")
    return path


def _injected(visit: _Visit, status: int) -> Reply:
    if status == 429:
        return _limited(visit, 0.05)
    return Reply(status, {"message": f"{status}: refused on purpose", "code": 0})


def _limited(visit: _Visit, wait: float) -> Reply:
    visit.headers |= {"Via": "1.1 google", "Retry-After": f"{wait:.3f}"}
    told = "You are being rate limited."
    return Reply(429, {"message": told, "retry_after": round(wait, 3), "global": False})


def _reset(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)  # nobody is left to read it


def _response(reply: Reply, visit: _Visit) -> web.Response:
    if reply.status == 204:
        return web.Response(status=204, headers=visit.headers)
    # The type is set bare: discord.py takes `application/json; charset=utf-8` for plain text.
    headers = {"Content-Type": "application/json", **visit.headers}
    return web.Response(status=reply.status, headers=headers, body=json.dumps(reply.body).encode())


async def _read(request: web.Request) -> tuple[Any, list[Upload]]:
    if request.content_type == "multipart/form-data":
        return await _read_form(request)
    raw = await request.read()
    return (_parsed(raw) if raw else None), []


def _parsed(raw: bytes) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(raw)
    except ValueError:
        raise Refused(50109) from None


async def _read_form(request: web.Request) -> tuple[Any, list[Upload]]:
    body: Any = None
    uploads: list[Upload] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        content = bytes(await part.read())
        name = part.name or ""
        if name == "payload_json":
            body = _parsed(content)
        elif name.startswith("files["):
            kind = part.headers.get("Content-Type", "application/octet-stream")
            uploads.append(Upload(name[6:-1], part.filename or "file", content, kind))
    return body, uploads
