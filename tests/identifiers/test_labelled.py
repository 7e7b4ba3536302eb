"""How the patterns do on the labelled messages of the development set: few false alarms."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

import pytest

from bot.identifiers import Finding, screen

pytestmark = pytest.mark.xdist_group("labelled")  # they share what is costly to make

_LABELLED = Path(__file__).parent / "dev.jsonl"


class _Row(TypedDict):
    text: str
    warn: bool | None


@pytest.fixture(scope="module")
def rows() -> list[_Row]:
    """The messages whose label is not left open."""
    if not _LABELLED.exists():
        pytest.skip("tests/identifiers/dev.jsonl, the labelled development set, is not here")
    read = [json.loads(line) for line in _LABELLED.read_text("utf-8").splitlines() if line.strip()]
    return [row for row in read if row["warn"] is not None]


def test_a_warning_is_mostly_right(rows: list[_Row]) -> None:
    """Of the messages warned about, at least 93 in 100 hold a client identifier."""
    warned = [row for row in rows if screen(row["text"]).warn]
    right = sum(row["warn"] is True for row in warned)
    assert right >= 0.93 * len(warned)


def test_few_identifiers_are_missed(rows: list[_Row]) -> None:
    """At least 92 in 100 messages with an identifier are warned about."""
    owed = [row for row in rows if row["warn"]]
    assert sum(screen(row["text"]).warn for row in owed) >= 0.92 * len(owed)


def test_patterns_alone_are_nearly_always_right(
    rows: list[_Row], patterned: Callable[[str], tuple[Finding, ...]]
) -> None:
    """Of the messages in which a pattern is sure, at least 95 in 100 hold a client identifier."""
    sure = [row for row in rows if patterned(row["text"])]
    assert sum(row["warn"] is True for row in sure) >= 0.95 * len(sure)


def test_patterns_see_what_is_formal(
    rows: list[_Row], patterned: Callable[[str], tuple[Finding, ...]]
) -> None:
    """Patterns alone are sure in at least half of the messages with an identifier."""
    owed = [row for row in rows if row["warn"]]
    assert sum(bool(patterned(row["text"])) for row in owed) >= 0.5 * len(owed)
