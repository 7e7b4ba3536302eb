"""Quality, time and memory of the detectors, side by side in one run.

    python benchmarks/compare.py SET.jsonl ... --peers PYTHON [--ours PYTHON] [--write TABLE.md]

Every message goes to each detector in turn before the next one, so that a busy machine is busy for
all; times are those of the detection alone, and are given as shares of Presidio's.
"""

import argparse
import json
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from score import figures

HERE = Path(__file__).parent
PEERS = ("presidio-sm", "philter-lite", "scrubadub")
OURS = ("convene", "convene-patterns")
ANCHOR = PEERS[0]
WARM_UP = 20
HEADER = (
    "| detector | precision | recall | F1 | F2 | alarms in 1000 clean | span recall"
    " | span precision | time (median) | memory |"
)


@dataclass(slots=True)
class Running:
    """A detector in a process of its own."""

    name: str
    process: subprocess.Popen[str]

    def ask(self, text: str) -> dict[str, Any]:
        """What it says of a text."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"text": text}) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer


def started(name: str, python: str) -> Running:
    """The detector, with one thread for its arithmetic as ours has."""
    process = subprocess.Popen(
        [python, str(HERE / "peers.py"), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={"PYTHONPATH": str(HERE.parent), "OMP_NUM_THREADS": "1", "PATH": "/usr/bin:/bin"},
    )
    return Running(name, process)


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The labelled messages of a set."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def table(path: Path, detectors: list[Running]) -> list[str]:
    """Lines of a table in Markdown for one set."""
    rows = rows_of(path)
    said: dict[str, list[dict[str, Any]]] = {one.name: [] for one in detectors}
    for row in rows:
        for one in detectors:
            said[one.name].append(one.ask(row["text"]))
    anchor = statistics.median(one["seconds"] for one in said[ANCHOR][WARM_UP:])
    lines = [
        f"### {path.stem}: {len(rows)} messages",
        "",
        HEADER,
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, verdicts in said.items():
        found = figures(rows, verdicts)
        times = [one["seconds"] for one in verdicts[WARM_UP:]]
        faster = anchor / statistics.median(times)
        cells = [f"{found[key]:.3f}" for key in ("precision", "recall", "f1", "f2")]
        cells += [f"{found['alarms_per_1000']:.0f}"]
        cells += [f"{found[key]:.3f}" for key in ("span_recall", "span_precision")]
        cells += [f"1/{faster:.3g} of Presidio's", f"{verdicts[-1]['rss'] / 1e6:.0f} MB"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return [*lines, ""]


def main() -> None:
    """Read the arguments, ask everybody, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--peers", required=True, help="a Python that has the peers")
    parser.add_argument("--ours", default=sys.executable, help="a Python that has what we need")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    detectors = [started(name, given.peers) for name in PEERS]
    detectors += [started(name, given.ours) for name in OURS]
    lines = [line for path in given.sets for line in table(path, detectors)]
    for one in detectors:
        one.process.kill()
    print("\n".join(lines))
    if given.write:
        given.write.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
