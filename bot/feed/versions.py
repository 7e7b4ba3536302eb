"""When a feed became what it is, so that a calendar need not fetch what it has.

It is remembered in memory, by the feed's own hash: after a restart a calendar fetches once more.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

MOST_REMEMBERED = 2000
_A_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Version:
    """What names a feed's content, and since when it has been that (a whole second)."""

    tag: str
    since: datetime


class Versions:
    """The version of each feed that was asked for.

    What a feed shows also changes where no meeting does: a group is left, lead times are others.
    So the time is that of the first look at the content, which is never before its change.
    """

    def __init__(self, now: Callable[[], datetime], most: int = MOST_REMEMBERED) -> None:
        self._now = now
        self._most = most
        self._known: OrderedDict[bytes, Version] = OrderedDict()

    def of(self, token: str, content: bytes) -> Version:
        """The version of what a token shows now."""
        key = sha256(token.encode()).digest()
        tag = sha256(content).hexdigest()[:32]
        before = self._known.get(key)
        if before is None or before.tag != tag:
            before = Version(tag, self._later_than(before))
            self._known[key] = before
        self._known.move_to_end(key)
        while len(self._known) > self._most:
            self._known.popitem(last=False)
        return before

    def _later_than(self, before: Version | None) -> datetime:
        """Now; in any case another second than the one before, since HTTP tells whole seconds."""
        now = self._now().replace(microsecond=0)
        return now if before is None else max(now, before.since + _A_SECOND)
