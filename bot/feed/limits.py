"""How many requests are borne, so that a storm of them does not keep the bot from its work."""

from collections.abc import Callable

PER_SECOND = 20.0
AT_ONCE = 200.0


class Bucket:
    """Lets `most` requests through at once, and `rate` a second after that.

    Args:
        monotonic: seconds of a clock that never steps back.
        rate: how many a second.
        most: how many at once.
    """

    def __init__(
        self, monotonic: Callable[[], float], rate: float = PER_SECOND, most: float = AT_ONCE
    ) -> None:
        self._monotonic = monotonic
        self._rate = rate
        self._most = most
        self._left = most
        self._at = monotonic()

    def takes(self) -> bool:
        """Whether one more may come."""
        now = self._monotonic()
        self._left = min(self._most, self._left + (now - self._at) * self._rate)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
