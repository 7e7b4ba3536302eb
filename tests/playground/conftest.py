"""A loopback Discord for each test, which must have found nothing to object to at the end."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from playground.loopback import Loopback
from playground.person import Person
from playground.server import Server
from playground.world import Channel


@pytest.fixture
async def loopback() -> AsyncIterator[Loopback]:
    async with Loopback.start() as discord:
        yield discord
        assert discord.violations == []
        assert discord.own_faults == []


@dataclass(frozen=True, slots=True)
class Scene:
    """A server with a channel and two members."""

    server: Server
    text: Channel
    fran: Person
    omar: Person


@pytest.fixture
def scene(loopback: Loopback) -> Scene:
    server = loopback.add_guild("Elm Street Practice")
    return Scene(
        server,
        server.add_text_channel("wednesday-group"),
        server.add_member("Fran", manage_guild=True),
        server.add_member("Omar"),
    )
