"""What goes wrong on purpose: lost answers, refusals, outages, slowness.

Faults are matched by route, `METHOD /path/{hole}` or the path itself, with `*` for anything. It
does *not* know what a route does.
"""

import random
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

from playground.gateway import Gateway

Loss = Literal["reset", "500"]


@dataclass(slots=True, eq=False)
class Losing:
    """Answers are lost after the request was accepted, a share of them by the dice of a seed."""

    route: str
    share: float
    how: Loss
    dice: random.Random
    times: int | None
    lost: int = 0

    def strikes(self) -> bool:
        """Whether the next answer is lost."""
        if self.times is not None and self.lost >= self.times:
            return False
        hit = self.dice.random() < self.share
        self.lost += hit
        return hit


@dataclass(slots=True, eq=False)
class Refusing:
    """The next requests are refused with a status before they are accepted."""

    route: str
    status: int
    left: int


@dataclass(slots=True, eq=False)
class Slowness:
    """Requests wait so many real seconds, before they are accepted or before the answer."""

    route: str
    seconds: float
    before: bool


def fits(route: str, *names: str) -> bool:
    """Whether a fault's route means a request of any of these names."""
    return any(route == name or fnmatchcase(name, route) for name in names)


class Faults:
    """What is wrong at the moment; `clear` mends everything."""

    def __init__(self, gateway: Gateway) -> None:
        self.down = False
        self._gateway = gateway
        self._losing: list[Losing] = []
        self._refusing: list[Refusing] = []
        self._slow: list[Slowness] = []

    def lose_answer(
        self,
        route: str,
        share: float = 1.0,
        seed: int = 0,
        *,
        how: Loss = "reset",
        times: int | None = None,
    ) -> Losing:
        """Accept requests, then reset the connection or answer 500; `times` limits the losses."""
        dice = random.Random(seed)  # noqa: S311 - a fault is repeatable on purpose
        self._losing.append(Losing(route, share, how, dice, times))
        return self._losing[-1]

    def refuse(self, route: str, status: int, times: int = 1) -> Refusing:
        """Refuse the next requests without accepting them; 429 asks to come back in 50 ms."""
        self._refusing.append(Refusing(route, status, times))
        return self._refusing[-1]

    def slow(self, route: str, seconds: float, *, before: bool = True) -> Slowness:
        """Let requests wait, before they are accepted or (`before=False`) before the answer."""
        self._slow.append(Slowness(route, seconds, before))
        return self._slow[-1]

    @contextmanager
    def outage(self) -> Generator[None]:
        """Reset every request, cut the gateway and refuse it while inside."""
        self.down = True
        self._gateway.cut()
        try:
            yield
        finally:
            self.down = False

    def cut_gateway(self, code: int | None = None) -> None:
        """Close the gateway with a code, or without a word; the session can be resumed."""
        self._gateway.cut(code)

    def invalid_session(self, *, resumable: bool = False) -> None:
        """Tell the bot that its session is invalid; unless resumable, it must identify anew."""
        self._gateway.invalidate(resumable=resumable)

    def clear(self) -> None:
        """Mend everything but an outage."""
        self._losing.clear()
        self._refusing.clear()
        self._slow.clear()

    def refused(self, *names: str) -> int | None:
        """The status with which a request is refused, if it is."""
        for fault in self._refusing:
            if fault.left and fits(fault.route, *names):
                fault.left -= 1
                return fault.status
        return None

    def delay(self, *names: str, before: bool) -> float:
        """How long a request waits."""
        found = [one for one in self._slow if one.before is before and fits(one.route, *names)]
        return sum(one.seconds for one in found)

    def loss(self, *names: str) -> Loss | None:
        """How the answer to an accepted request is lost, if it is."""
        for fault in self._losing:
            if fits(fault.route, *names) and fault.strikes():
                return fault.how
        return None
