"""How likely a text as a whole calls for a warning: the network's word on it and patterns, weighed.

The weights are fitted on messages that the network was not trained on (training/calibrate.py).
"""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import cast

from bot.identifiers.finding import Finding, Kind
from bot.identifiers.network import Judgement
from bot.identifiers.strictness import Strictness

SETTLED = 0.9
"""A pattern that is so sure was built to settle the matter."""

_FREE = {Kind.NAME, Kind.INITIALS, Kind.PLACE, Kind.DATE, Kind.QUASI}


def evidence(judgement: Judgement, patterned: Sequence[Finding]) -> dict[str, float]:
    """What speaks for a warning, by name; all of it is weighed by one logistic rule."""
    surest = max((word.likely for word in judgement.words), default=0.0)
    formal = max((one.score for one in patterned if one.kind not in _FREE), default=0.0)
    free = max((one.score for one in patterned if one.kind in _FREE), default=0.0)
    return {
        "always": 1.0,
        "message": _bounded(judgement.warn),
        "word": _log_odds(surest),
        "formal": formal,
        "free": free,
    }


def likelihood(judgement: Judgement, patterned: Sequence[Finding]) -> float:
    """From 0 to 1."""
    weights = _weighing()["weights"]
    total = sum(weights[name] * value for name, value in evidence(judgement, patterned).items())
    return 1.0 / (1.0 + math.exp(-_bounded(total, 30.0)))


def warn_at(strictness: Strictness) -> float:
    """From which likelihood on a group is warned."""
    return _weighing()["thresholds"][strictness.value]


def _bounded(value: float, most: float = 8.0) -> float:
    return max(-most, min(most, value))


def _log_odds(likely: float) -> float:
    return _bounded(math.log((likely + 1e-4) / (1.0 - likely + 1e-4)))


@cache
def _weighing() -> Mapping[str, Mapping[str, float]]:
    file = resources.files("bot.identifiers") / "weights" / "weighing.json"
    return cast("Mapping[str, Mapping[str, float]]", json.loads(file.read_text(encoding="utf-8")))
