"""Who may come in: only the browser that was given this start's address, from this machine.

A random token, the `Host` and the `Origin` are checked before anything is served. It does *not*
know what is served.
"""

import secrets

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

CLOSED = (
    "This playground opens only by the address that it printed when it started:"
    " the address carries a token that is new at every start."
)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Gate:
    """Lets in whoever knows the token. Bind `port` before the first request."""

    def __init__(self, token: str | None = None) -> None:
        self.token = token or secrets.token_urlsafe(24)
        self.port = 0

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    @property
    def cookie(self) -> str:
        """The cookie's name; browsers share cookies between ports, so the port is in it."""
        return f"playground-{self.port}"

    @property
    def _hosts(self) -> tuple[str, str]:
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    def middleware(self) -> Middleware:
        """What stands before every route."""

        @web.middleware
        async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
            answer = self._turned_away(request) or self._entering(request)
            if answer is None:
                try:
                    answer = await handler(request)
                except web.HTTPException as refusal:
                    refusal.headers.update(HEADERS)
                    raise
            if not answer.prepared:
                for name, value in HEADERS.items():
                    answer.headers.setdefault(name, value)
            return answer

        return guarded

    def _turned_away(self, request: web.Request) -> web.Response | None:
        if request.headers.get("Host") not in self._hosts:
            return _closed("This playground answers only on this machine.")
        origin = request.headers.get("Origin")
        own = f"http://{request.headers['Host']}"
        upgrades = request.headers.get("Upgrade", "").lower() == "websocket"
        if origin != own and (origin is not None or upgrades):
            return _closed("Another page may not speak with this playground.")
        if not (self._knows(request.cookies.get(self.cookie)) or self._brings(request)):
            return _closed(CLOSED)
        return None

    def _entering(self, request: web.Request) -> web.Response | None:
        """Keep the token in a cookie, and take it out of the address."""
        if not self._brings(request):
            return None
        answer = web.Response(status=303, headers={"Location": "/"})
        answer.set_cookie(self.cookie, self.token, httponly=True, samesite="Strict", path="/")
        return answer

    def _brings(self, request: web.Request) -> bool:
        return request.path == "/" and self._knows(request.query.get("token"))

    def _knows(self, token: str | None) -> bool:
        return token is not None and secrets.compare_digest(token.encode(), self.token.encode())


def _closed(why: str) -> web.Response:
    return web.Response(status=403, text=why + "\n", headers=HEADERS)
