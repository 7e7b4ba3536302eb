"""Drop the inner neurons that a trained network uses least, so that it is faster.

    python training/narrow.py NETWORK.pt --start MINILM_FOLDER --out NARROW.pt [--inner 1024]

It has to be trained for some epochs after.
"""

import argparse
import random
from pathlib import Path

import torch
from examples import batches, example, read_vocabulary
from network import narrowed, of_state
from rows import MESSAGES, read_rows


def main() -> None:
    """Read the arguments, look at some batches, keep the busiest neurons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--inner", type=int, default=1024)
    given = parser.parse_args()
    vocabulary = read_vocabulary(given.start / "vocab.txt")
    network = of_state(torch.load(given.network)).eval()
    rng = random.Random(1)
    rows = rng.sample(read_rows(sorted(MESSAGES.glob("*.jsonl"))), 800)
    use = [torch.zeros(len(layer.grow.bias)) for layer in network.layers]

    def counting(place: int) -> object:
        def count(_layer: object, _seen: object, grown: torch.Tensor) -> None:
            use[place] += torch.nn.functional.gelu(grown).abs().sum((0, 1))

        return count

    for place, layer in enumerate(network.layers):
        layer.grow.register_forward_hook(counting(place))
    with torch.inference_mode():
        for one in batches([[example(row, vocabulary)] for row in rows], 1400, rng):
            network(one.pieces, one.shapes, one.marks)
    weighed = [
        used * layer.shrink.weight.norm(dim=0)
        for used, layer in zip(use, network.layers, strict=True)
    ]
    torch.save(narrowed(network, weighed, given.inner).state_dict(), given.out)


if __name__ == "__main__":
    main()
