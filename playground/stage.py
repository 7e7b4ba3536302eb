"""What persons and servers act on: the world, its gateway, its interactions.

Also how a driver's mistakes are told. It does *not* know the bot's address.
"""

import asyncio
from dataclasses import dataclass

from playground.gateway import Gateway
from playground.interactions import Interactions
from playground.world import World


class DriverError(AssertionError):
    """Somebody tried what a person could not do, or the bot left a person waiting."""


@dataclass(slots=True)
class Stage:
    """The shared ground. All times are in real seconds.

    Attributes:
        patience: How long a deferred answer may take.
        update_patience: How long a deferred update is waited for; it may come to nothing.
        reaction: How long a person takes from one thing to the next.
    """

    world: World
    gateway: Gateway
    interactions: Interactions
    patience: float = 10.0
    update_patience: float = 1.0
    reaction: float = 0.02

    async def react(self) -> None:
        """Take a moment, as people do: discord.py knows a form only once its answer came back."""
        await asyncio.sleep(self.reaction)
