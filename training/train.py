"""Train the network on labelled messages, with a fixed seed.

    python training/train.py --start MINILM_FOLDER --out NETWORK.pt [--seed 1] [--epochs 10]
        [--begin NETWORK.pt] [--extra DEV.jsonl] [--fold K/N] [--measure SET.jsonl ...]

With `--fold K/N` the units whose hash falls into part K of N are kept out and judged at the end.
"""

import argparse
import hashlib
import json
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import torch
from augment import augmented, joined, shortened
from examples import IGNORED, KINDS, SHAPES, Example, batches, example, read_vocabulary
from judging import judged, report
from network import Network, begin_with, of_state
from rows import MESSAGES, Row, read_rows
from torch import Tensor, nn

PIECES_A_BATCH = 1400
AUGMENTED, JOINED, SHORTENED = 0.7, 0.12, 0.25
"""Shares of the units that are changed, joined to a clean message, or (clean ones) shortened."""


def units_of(rows: Sequence[Row]) -> list[list[Row]]:
    """Twins together."""
    units: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        units[row.unit].append(row)
    return list(units.values())


def part_of(unit: Sequence[Row], parts: int) -> int:
    """Which part a unit belongs to, by its name."""
    return int(hashlib.sha256(unit[0].unit.encode()).hexdigest(), 16) % parts


def untouched(row: Row) -> bool:
    """Whether a row of the labelled set stays out of all training and tuning."""
    return int(hashlib.sha256(row.text.encode()).hexdigest(), 16) % 2 == 1


def drawn(units: Sequence[Sequence[Row]], share: float, rng: random.Random) -> list[list[Row]]:
    """The units of one epoch, some of them changed by rule, some with another message beside."""
    clean = [row for unit in units if len(unit) == 1 for row in unit if not row.warn]
    made: list[list[Row]] = []
    for unit in units:
        rows = augmented(unit, rng) if rng.random() < share else list(unit)
        if share and rng.random() < JOINED:
            rows = joined(rows, rng.choice(clean), first=rng.random() < 0.5)
        elif share and len(rows) == 1 and not rows[0].warn and rng.random() < SHORTENED:
            rows = [shortened(rows[0], rng)]
        made.append(rows)
    return made


def loss_of(network: Network, batch: object, weight: Tensor) -> Tensor:
    """Pieces, messages, and that a warned twin is judged above its clean one."""
    answer = network(batch.pieces, batch.shapes, batch.marks)
    kinds = nn.functional.cross_entropy(
        answer.kinds.float().transpose(1, 2), batch.kinds, weight=weight, ignore_index=IGNORED
    )
    warn = answer.warn.float()
    smooth = batch.warn * 0.92 + 0.04
    whole = nn.functional.binary_cross_entropy_with_logits(warn, smooth)
    apart = torch.tensor(0.0)
    if batch.twins:
        here, there = map(list, zip(*batch.twins, strict=True))
        apart = nn.functional.softplus(2.0 - (warn[here] - warn[there])).mean()
    return kinds + whole + 0.3 * apart


def begun(given: argparse.Namespace, vocabulary: dict[str, int]) -> Network:
    """The network before training."""
    if given.begin:
        return of_state(torch.load(given.begin))
    network = Network(len(vocabulary), len(SHAPES), len(KINDS), given.layers)
    begin_with(network, given.start / "model.safetensors")
    return network


def trained(
    given: argparse.Namespace, units: list[list[Row]], vocabulary: dict[str, int]
) -> Network:
    """The network after all epochs: the mean of its weights over the last third of the steps."""
    rng = random.Random(given.seed)
    torch.manual_seed(given.seed)
    network = begun(given, vocabulary)
    network.pieces.requires_grad_(False)  # names that no message has keep their meaning
    network.places.requires_grad_(False)
    heads = ("kind_head", "warn_head", "heed", "shapes", "marks")
    fresh = [held for name, held in network.named_parameters() if name.startswith(heads)]
    old = [
        held
        for name, held in network.named_parameters()
        if held.requires_grad and not name.startswith(heads)
    ]
    optimizer = torch.optim.AdamW(
        [{"params": old, "lr": given.rate}, {"params": fresh, "lr": given.rate * 4}],
        weight_decay=0.01,
        fused=True,
    )
    weight = torch.ones(len(KINDS) + 1)
    size = sum(len(one) for unit in units for one in [unit]) * 45
    steps = max(1, int(given.epochs * size / PIECES_A_BATCH))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / (0.06 * steps), max(0.03, (steps - step) / steps))
    )
    mean = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.92)
    )
    began, step = time.monotonic(), 0
    for epoch in range(given.epochs):
        network.train()
        total, count = 0.0, 0
        rows = drawn(units, AUGMENTED if epoch else 0.0, rng)
        made: list[list[Example]] = [[example(row, vocabulary) for row in unit] for unit in rows]
        for one in batches(made, PIECES_A_BATCH, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, one, weight)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            if step % 4 == 0:
                mean.update_parameters(network)
            total, count, step = total + loss.item(), count + 1, step + 1
        print(
            f"epoch {epoch + 1} loss {total / count:.3f} {time.monotonic() - began:.0f} s",
            flush=True,
        )
        if given.each:
            _measure(given, mean.module, vocabulary)
    return mean.module


def _measure(given: argparse.Namespace, network: Network, vocabulary: dict[str, int]) -> None:
    for path in given.measure:
        rows = read_rows([path])
        if path.stem == "dev":
            rows = [row for row in rows if not untouched(row)]
        print(path.stem, report(rows, judged(network, rows, vocabulary)), flush=True)


def main() -> None:
    """Read the arguments, train, save, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--begin", type=Path, help="go on from this network")
    parser.add_argument("--fold")
    parser.add_argument("--extra", type=Path)
    parser.add_argument("--measure", type=Path, nargs="*", default=[])
    parser.add_argument("--each", action="store_true", help="measure after each epoch")
    given = parser.parse_args()
    torch.set_num_threads(2)
    vocabulary = read_vocabulary(given.start / "vocab.txt")
    rows = read_rows(sorted(MESSAGES.glob("*.jsonl")))
    if given.extra:
        rows += [row for row in read_rows([given.extra]) if not untouched(row)] * 2
    units = units_of(rows)
    kept: list[list[Row]] = []
    if given.fold:
        part, parts = map(int, given.fold.split("/"))
        kept = [unit for unit in units if part_of(unit, parts) == part]
        units = [unit for unit in units if part_of(unit, parts) != part]
    network = trained(given, units, vocabulary)
    torch.save(network.state_dict(), given.out)
    if kept:
        held = [row for unit in kept for row in unit]
        verdicts = judged(network, held, vocabulary)
        print("fold", report(held, verdicts))
        lines = (
            json.dumps({"text": row.text, "warn": row.warn, "unit": row.unit} | verdict)
            for row, verdict in zip(held, verdicts, strict=True)
        )
        given.out.with_suffix(".fold.jsonl").write_text("\n".join(lines) + "\n")
    _measure(given, network, vocabulary)


if __name__ == "__main__":
    main()
