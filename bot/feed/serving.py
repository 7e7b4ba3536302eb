"""GET /calendar/TOKEN.ics, and nothing else.

Whatever is wrong gets the same 404: a token that never was, one that was ended, another path or
method. It speaks plain HTTP; a reverse proxy before it speaks TLS (config.example.toml).
"""

import asyncio
import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from aiohttp import hdrs, web

from bot.feed.limits import Bucket
from bot.feed.versions import Version, Versions
from bot.logs import Log

_LOG = Log("feed")
_PATH = re.compile(r"/calendar/(?P<token>[A-Za-z0-9_-]{1,100})\.ics")
_METHODS = {hdrs.METH_GET, hdrs.METH_HEAD}
_ALWAYS = {
    # Ask each time, and keep it in no cache that others share.
    "Cache-Control": "private, no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
_LEAVING_SECONDS = 1.0

Read = Callable[[str], Awaitable[bytes | None]]
"""What a token shows; None where it is none of ours."""


class CannotListen(Exception):  # noqa: N818 - reads as the fact it is
    """The address is taken, or not one of this machine's."""


class Feed:
    """Answers one request after another."""

    def __init__(self, read: Read, now: Callable[[], datetime], bucket: Bucket) -> None:
        self._read = read
        self._bucket = bucket
        self._versions = Versions(now)

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """The feed, or a status without a word."""
        if not self._bucket.takes():
            return web.Response(status=429, headers={**_ALWAYS, "Retry-After": "60"})
        found = _PATH.fullmatch(request.path)
        if request.method not in _METHODS or found is None:
            return _nothing()
        try:
            content = await self._read(found["token"])
        except Exception as fault:  # noqa: BLE001 - the calendar looks again later
            _LOG.fault("a calendar feed could not be read", fault)
            return web.Response(status=503, headers=_ALWAYS)
        if content is None:
            return _nothing()
        return _shown(request, content, self._versions.of(found["token"], content))


def _nothing() -> web.Response:
    return web.Response(status=404, headers=_ALWAYS)


def _shown(request: web.BaseRequest, content: bytes, version: Version) -> web.Response:
    known = _known(request, version)
    response = web.Response(
        status=304 if known else 200,
        body=None if known else content,
        headers=_ALWAYS,
        content_type=None if known else "text/calendar",
        charset=None if known else "utf-8",
    )
    response.etag = version.tag
    response.last_modified = version.since
    return response


def _known(request: web.BaseRequest, version: Version) -> bool:
    """Whether the calendar has this version already; the tag decides where it names one."""
    tags = request.if_none_match
    if tags is not None:
        return any(one.value in {version.tag, "*"} for one in tags)
    since = request.if_modified_since
    return since is not None and version.since <= since


@asynccontextmanager
async def served(
    host: str, port: int, read: Read, now: Callable[[], datetime]
) -> AsyncGenerator[None]:
    """The feed at that address, until the context is left.

    Raises:
        CannotListen: nobody can listen there.
    """
    feed = Feed(read, now, Bucket(asyncio.get_running_loop().time))
    # No log of requests: their paths hold the tokens.
    runner = web.ServerRunner(
        web.Server(feed.answer, access_log=None), shutdown_timeout=_LEAVING_SECONDS
    )
    await runner.setup()
    try:
        await _listen(web.TCPSite(runner, host, port))
        _LOG.info("calendar feed ready", address=f"{host}:{port}")
        yield
    finally:
        await runner.cleanup()


async def _listen(site: web.TCPSite) -> None:
    try:
        await site.start()
    except OSError as taken:
        raise CannotListen from taken
