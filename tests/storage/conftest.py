"""A fresh database for each test."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.storage.stores import Stores, stores_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's database lies."""
    return tmp_path / "convene.sqlite3"


@pytest.fixture
async def stores(path: Path) -> AsyncGenerator[Stores]:
    """An open, empty database with its stores."""
    async with stores_at(path) as stores:
        yield stores
