"""Use cases over a real database, at NOON unless a test lets time pass."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.clock import SteeredClock
from bot.services.calling import Calling
from bot.services.confidentiality import Confidentiality
from bot.services.groups import GroupKeeping
from bot.services.meetings import MeetingKeeping
from tests.domain.examples import NOON
from tests.storage.stores import Stores, stores_at


@dataclass(slots=True)
class House:
    """All use cases of one bot; `stirred` counts how often they woke the delivery."""

    path: Path
    stores: Stores
    clock: SteeredClock = field(default_factory=lambda: SteeredClock(NOON, rate=0))
    stirred: int = 0

    def _stir(self) -> None:
        self.stirred += 1

    @property
    def groups(self) -> GroupKeeping:
        return GroupKeeping(self.stores.groups, self.clock, self._stir)

    @property
    def meetings(self) -> MeetingKeeping:
        return MeetingKeeping(self.stores.meetings, self.clock, self._stir)

    def calling(self) -> Calling:
        """A fresh one: what it holds in memory is its own."""
        return Calling(self.stores.meetings, self.stores.drafts, self.clock, self._stir)

    @property
    def guard(self) -> Confidentiality:
        return Confidentiality(self.stores.warnings, self.stores.lessons, self.clock)

    def on_disk(self) -> bytes:
        """Every byte of the database's files, the write-ahead log included."""
        files = self.path.parent.glob(f"{self.path.name}*")
        return b"".join(one.read_bytes() for one in files)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncGenerator[House]:
    """The use cases over an empty database."""
    path = tmp_path / "convene.sqlite3"
    async with stores_at(path) as stores:
        yield House(path, stores)
