"""Fit how the network's word and the patterns are weighed, and choose the thresholds.

    python training/calibrate.py FOLD.jsonl ...

Takes what train.py --fold writes: verdicts on messages that the network was not trained on.
"""

import argparse
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
from examples import KINDS
from sklearn.linear_model import LogisticRegression

from bot.identifiers.network import Judged, Judgement
from bot.identifiers.patterns import found_by_patterns
from bot.identifiers.pieces import Word
from bot.identifiers.plain import read
from bot.identifiers.weighing import evidence

WEIGHING = Path(__file__).parents[1] / "bot" / "identifiers" / "weights" / "weighing.json"
EVIDENCE = ("always", "message", "word", "formal", "free")
FEWER_ALARMS, FEWER_MISSES = 0.5, 0.6
"""Quiet has at most this share of nudge's false alarms, strict at most this one of its misses."""


def seen(line: dict[str, Any]) -> list[float]:
    """The evidence of one message, in order."""
    words = tuple(
        Judged(Word(start, end, (0,), 0), likely, KINDS[0])
        for start, end, likely, _ in line["words"]
    )
    odds = math.log((line["p"] + 1e-7) / (1 - line["p"] + 1e-7))
    patterned = found_by_patterns(read(line["text"]))
    found = evidence(Judgement(odds, words), patterned)
    return [found[name] for name in EVIDENCE]


def chosen(likely: Any, warn: Any) -> dict[str, float]:
    """The threshold of each strictness; nudge has the most messages right."""
    steps = np.linspace(0.02, 0.98, 193)
    alarms = np.array([(likely[~warn] >= at).sum() for at in steps])
    misses = np.array([(likely[warn] < at).sum() for at in steps])
    wrong = alarms + misses
    near = steps[wrong <= wrong.min() + 0.002 * len(warn)]
    middle = int(np.abs(steps - near.mean()).argmin())
    quiet = steps[alarms <= FEWER_ALARMS * alarms[middle]].min()
    strict = steps[misses <= FEWER_MISSES * misses[middle]].max()
    found = {"quiet": quiet, "nudge": steps[middle], "strict": strict}
    return {name: round(float(at), 3) for name, at in found.items()}


def main() -> None:
    """Read, fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folds", type=Path, nargs="+")
    given = parser.parse_args()
    lines = [
        json.loads(line)
        for path in given.folds
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    shown = np.array([seen(line) for line in lines])
    warn = np.array([line["warn"] for line in lines])
    fitted = LogisticRegression(C=1.0, fit_intercept=False).fit(shown, warn)
    weights = dict(zip(EVIDENCE, map(float, fitted.coef_[0]), strict=True))
    likely = fitted.predict_proba(shown)[:, 1]
    thresholds = chosen(likely, warn)
    for name, at in thresholds.items():
        hit, alarm = (likely[warn] >= at).sum(), (likely[~warn] >= at).sum()
        right = hit / (hit + alarm)
        print(f"{name} at {at:.3f}: precision {right:.3f} recall {hit / warn.sum():.3f}")
    print(weights)
    WEIGHING.write_text(json.dumps({"weights": weights, "thresholds": thresholds}, indent=1) + "\n")


if __name__ == "__main__":
    main()
