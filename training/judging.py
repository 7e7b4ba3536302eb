"""What a network says of rows, and figures about it at a threshold."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import torch
from examples import KINDS, Example, batch, example
from network import Network
from rows import Row

THRESHOLD = 0.5


@torch.inference_mode()
def judged(
    network: Network, rows: Sequence[Row], vocabulary: dict[str, int]
) -> list[dict[str, Any]]:
    """For each row the probability to warn, and the words with their probability of a kind."""
    network.eval()
    examples = [example(row, vocabulary) for row in rows]
    order = sorted(range(len(rows)), key=lambda place: len(examples[place].kinds))
    made: list[dict[str, Any]] = [{} for _ in rows]
    for start in range(0, len(order), 32):
        places = order[start : start + 32]
        one = batch([examples[place] for place in places])
        answer = network(one.pieces, one.shapes, one.marks)
        kinds, warn = answer.kinds.softmax(-1), answer.warn.sigmoid()
        for line, place in enumerate(places):
            made[place] = {"p": warn[line].item(), "words": _words(examples[place], kinds[line])}
    return made


def _words(shown: Example, kinds: torch.Tensor) -> list[tuple[int, int, float, str]]:
    """Start, end, probability of any identifier, and the likeliest kind, of each word."""
    words, piece = [], 1
    for word in shown.input.words:
        mean = kinds[piece : piece + len(word.pieces)].mean(0)
        piece += len(word.pieces)
        kind = KINDS[int(mean[1:].argmax())].value
        words.append((word.start, word.end, 1.0 - mean[0].item(), kind))
    return words


def report(rows: Sequence[Row], verdicts: Sequence[dict[str, Any]], at: float = THRESHOLD) -> str:
    """Figures at a threshold, in a line; and the best F1 over thresholds."""
    pairs = [(row.warn, verdict["p"]) for row, verdict in zip(rows, verdicts, strict=True)]
    touched, whole = 0, 0
    on, laid = 0, 0
    for row, verdict in zip(rows, verdicts, strict=True):
        hits = [word for word in verdict["words"] if word[2] >= 0.5]
        for label in row.labels:
            whole += 1
            touched += any(word[0] < label.end and label.start < word[1] for word in hits)
        if row.warn:
            laid += sum(word[1] - word[0] for word in hits)
            on += sum(
                word[1] - word[0]
                for word in hits
                if any(word[0] < label.end and label.start < word[1] for label in row.labels)
            )
    best = max((_f1(pairs, step / 50), step / 50) for step in range(1, 50))
    return (
        f"{_figures(pairs, at)} best F1 {best[0]:.3f} at {best[1]:.2f}"
        f" span R {touched / max(1, whole):.3f} P {on / max(1, laid):.3f}"
        f" {_twins(rows, verdicts, at)}"
    )


def _f1(pairs: Sequence[tuple[bool, float]], at: float) -> float:
    hit = sum(warn and p >= at for warn, p in pairs)
    return 2 * hit / max(1, sum(p >= at for _, p in pairs) + sum(warn for warn, _ in pairs))


def _figures(pairs: Sequence[tuple[bool, float]], at: float) -> str:
    hit = sum(warn and p >= at for warn, p in pairs)
    alarm = sum(not warn and p >= at for warn, p in pairs)
    warned, clean = sum(warn for warn, _ in pairs), sum(not warn for warn, _ in pairs)
    return (
        f"n {len(pairs)} P {hit / max(1, hit + alarm):.3f} R {hit / max(1, warned):.3f}"
        f" F1 {_f1(pairs, at):.3f} FA/1000 {1000 * alarm / max(1, clean):.0f}"
    )


def _twins(rows: Sequence[Row], verdicts: Sequence[dict[str, Any]], at: float) -> str:
    units: dict[str, list[bool]] = defaultdict(list)
    for row, verdict in zip(rows, verdicts, strict=True):
        units[row.unit].append(row.warn == (verdict["p"] >= at))
    twins = [all(right) for right in units.values() if len(right) > 1]
    return f"both of a pair {sum(twins)}/{len(twins)}"
