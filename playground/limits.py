"""Rate limits: a bucket for each route and channel, guild or webhook, in real time.

Generous unless made tight. It does *not* know what a route does.
"""

import hashlib
import time
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_id")


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests in so many seconds; one that is not announced shows in no header."""

    requests: int = 5000
    seconds: float = 1.0
    announced: bool = True


@dataclass(slots=True)
class _Bucket:
    resets_at: float = 0.0
    used: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a request fits, and the headers that say how things stand."""

    retry_after: float | None
    headers: dict[str, str]


@dataclass(slots=True)
class Limits:
    """All buckets. `tight` maps patterns of routes to limits; the last that fits holds."""

    usual: Limit = field(default_factory=Limit)
    tight: dict[str, Limit] = field(default_factory=dict[str, Limit])
    _buckets: dict[tuple[str, str], _Bucket] = field(default_factory=dict[tuple[str, str], _Bucket])

    def tighten(self, route: str, requests: int, seconds: float, *, announced: bool = True) -> None:
        """Limit a route such as `POST /channels/{channel_id}/messages`; `*` fits anything."""
        self.tight[route] = Limit(requests, seconds, announced)

    def loosen(self) -> None:
        """Back to the generous limits."""
        self.tight.clear()

    def take(self, route: str, params: dict[str, str]) -> Verdict:
        """Count one request of the route."""
        limit = self._limit(route)
        major = "/".join(params[key] for key in MAJOR if key in params)
        bucket = self._buckets.setdefault((route, major), _Bucket())
        now = time.monotonic()
        if now >= bucket.resets_at:
            bucket.resets_at, bucket.used = now + limit.seconds, 0
        wait = bucket.resets_at - now
        fits = bucket.used < limit.requests
        bucket.used += fits
        shown = limit if limit.announced else self.usual
        headers = _headers(shown, bucket, wait, route)
        return Verdict(None, headers) if fits else Verdict(wait, headers | _refusal_headers(wait))

    def _limit(self, route: str) -> Limit:
        fitting = [limit for name, limit in self.tight.items() if fnmatchcase(route, name)]
        return fitting[-1] if fitting else self.usual


def _headers(limit: Limit, bucket: _Bucket, wait: float, route: str) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(limit.requests),
        "X-RateLimit-Remaining": str(max(0, limit.requests - bucket.used)),
        "X-RateLimit-Reset": f"{time.time() + wait:.3f}",
        "X-RateLimit-Reset-After": f"{wait:.3f}",
        "X-RateLimit-Bucket": hashlib.sha256(route.encode()).hexdigest()[:32],
    }


def _refusal_headers(wait: float) -> dict[str, str]:
    # Without `Via` discord.py takes a 429 for a ban by Cloudflare and does not try again.
    return {"Via": "1.1 google", "Retry-After": f"{wait:.3f}", "X-RateLimit-Scope": "user"}
