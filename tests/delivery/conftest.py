"""A world for each test, with a bot alive in it."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.delivery.world import World


@pytest.fixture
async def world(tmp_path: Path) -> AsyncGenerator[World]:
    """A world in which nothing has happened yet."""
    world = World(tmp_path)
    await world.start()
    yield world
    await world.stop()
