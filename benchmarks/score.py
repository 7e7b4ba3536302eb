#!/usr/bin/env python3
"""Score a detector of client identifiers on a labelled set, message by message and span by span.

    score.py LABELLED.jsonl -- COMMAND [ARG ...]

COMMAND reads JSON lines `{"text": str}` on standard input and writes, in the same order, one JSON
line each: `{"warn": bool, "findings": [{"start": int, "end": int, "kind": str, "score": float}]}`
(offsets in code points). Rows labelled `"warn": null` are sent, and not scored. Standard library
only.

Printed: messages scored, precision, recall, F1, F2, false alarms per 1000 clean messages, the
share of identifiers touched by some finding (span recall), of finding characters that lie on an
identifier in warned messages (span precision), recall by type, and the command's whole time a
message. `--misses N` and `--alarms N` list that many missed messages and false alarms.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any


def spans_of(row: dict[str, Any]) -> list[tuple[int, int, str]]:
    """Every occurrence of every labelled substring, as (start, end, type)."""
    found = []
    for part, kind in row["ids"]:
        at = row["text"].find(part)
        while at >= 0:
            found.append((at, at + len(part), kind))
            at = row["text"].find(part, at + len(part))
    return found


def run(command: list[str], rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """The command's verdicts for the rows, and the seconds that it took as a whole."""
    sent = "".join(json.dumps({"text": row["text"]}) + "\n" for row in rows)
    began = time.perf_counter()
    done = subprocess.run(command, input=sent, capture_output=True, text=True, check=False)
    took = time.perf_counter() - began
    if done.returncode:
        sys.exit(f"the command ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    verdicts = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    if len(verdicts) != len(rows):
        sys.exit(f"{len(rows)} messages sent, {len(verdicts)} verdicts came back")
    return verdicts, took


def figures(rows: list[dict[str, Any]], verdicts: list[dict[str, Any]]) -> dict[str, Any]:
    """All figures but the time."""
    kept = [
        (row, verdict)
        for row, verdict in zip(rows, verdicts, strict=True)
        if row["warn"] is not None
    ]
    tally = Counter((row["warn"], bool(verdict["warn"])) for row, verdict in kept)
    hit, miss, alarm, calm = (
        tally[True, True],
        tally[True, False],
        tally[False, True],
        tally[False, False],
    )
    precision = hit / (hit + alarm) if hit + alarm else 0.0
    recall = hit / (hit + miss) if hit + miss else 0.0

    def f(beta: float) -> float:
        below = beta * beta * precision + recall
        return (1 + beta * beta) * precision * recall / below if below else 0.0

    of_type: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    on, laid = 0, 0
    for row, verdict in kept:
        labelled = spans_of(row)
        for start, end, kind in labelled:
            of_type[kind] += 1
            touched[kind] += any(
                one["start"] < end and one["end"] > start for one in verdict["findings"]
            )
        if row["warn"]:
            good = {at for start, end, _ in labelled for at in range(start, end)}
            marked = {at for one in verdict["findings"] for at in range(one["start"], one["end"])}
            on, laid = on + len(marked & good), laid + len(marked)
    return {
        "messages": len(kept),
        "precision": precision,
        "recall": recall,
        "f1": f(1),
        "f2": f(2),
        "alarms_per_1000": 1000 * alarm / (alarm + calm) if alarm + calm else 0.0,
        "span_recall": sum(touched.values()) / sum(of_type.values()) if of_type else 0.0,
        "span_precision": on / laid if laid else 0.0,
        "by_type": {kind: f"{touched[kind]}/{of_type[kind]}" for kind in sorted(of_type)},
    }


def main() -> None:
    """Read the arguments, run the command, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("labelled", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--alarms", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON line")
    parser.add_argument("command", nargs="+")
    given = parser.parse_args()
    rows = [
        json.loads(line)
        for line in given.labelled.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    verdicts, took = run(given.command, rows)
    result = figures(rows, verdicts) | {"ms_a_message": 1000 * took / len(rows)}
    if given.json:
        print(json.dumps(result))
        return
    for name, value in result.items():
        print(f"{name:16}", f"{value:.3f}" if isinstance(value, float) else value)
    wrong = [
        (row, verdict)
        for row, verdict in zip(rows, verdicts, strict=True)
        if row["warn"] is not None and row["warn"] != bool(verdict["warn"])
    ]
    for title, warned, most in (
        ("missed", True, given.misses),
        ("false alarm", False, given.alarms),
    ):
        for row, verdict in [pair for pair in wrong if pair[0]["warn"] is warned][:most]:
            laid = [
                (row["text"][one["start"] : one["end"]], one["kind"]) for one in verdict["findings"]
            ]
            print(f"{title}: {row['text']!r} labelled {row['ids']} found {laid}")


if __name__ == "__main__":
    main()
