"""What a group is told that a strictness costs is measured, on messages no one trained on."""

import json
from pathlib import Path

import pytest

from bot.identifiers import Strictness, screen
from cogs.wording.guard import COST

_BLIND = Path(__file__).parents[2] / "benchmarks" / "blind.jsonl"


@pytest.mark.parametrize("strictness", Strictness)
def test_the_stated_cost_is_what_is_measured(strictness: Strictness) -> None:
    """False alarms in 1000 clean messages, and misses in 100 others; rounding by machine aside."""
    rows = [json.loads(line) for line in _BLIND.read_text(encoding="utf-8").splitlines()]
    verdicts = [(row["warn"], screen(row["text"], strictness=strictness).warn) for row in rows]
    clean = [warned for wanted, warned in verdicts if not wanted]
    owed = [warned for wanted, warned in verdicts if wanted]
    stated = COST[strictness]
    assert 1000 * sum(clean) / len(clean) == pytest.approx(stated.alarms_in_1000, abs=10)
    assert 100 * owed.count(False) / len(owed) == pytest.approx(stated.missed_in_100, abs=1.5)
