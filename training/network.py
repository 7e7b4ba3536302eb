"""The network: a small BERT encoder that also sees how words are written and what patterns found.

Two heads: one says of each piece which kind of identifier it belongs to, one whether to warn about
the message. Weights of the encoder are those of MiniLM (Wang et al. 2020, arXiv:2002.10957).
"""

import math
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, HEADS, INNER, LONGEST = 384, 12, 1536, 512


class Answer(NamedTuple):
    """Logits: of pieces by kind (batch, pieces, kinds + 1) and of the messages (batch,)."""

    kinds: Tensor
    warn: Tensor


class Layer(nn.Module):
    """One layer of BERT; attention is written out so that it exports to few operators."""

    def __init__(self, inner: int = INNER) -> None:
        super().__init__()
        self.asked = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.grow = nn.Linear(WIDTH, inner)
        self.shrink = nn.Linear(inner, WIDTH)
        self.grown = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, seen: Tensor, mask: Tensor) -> Tensor:
        """States of the pieces after this layer; `mask` is added to the attention's logits."""
        batch, count, _ = seen.shape
        asked = self.asked(seen).view(batch, count, 3, HEADS, WIDTH // HEADS)
        query, key, value = asked.permute(2, 0, 3, 1, 4).unbind(0)
        logits = query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + mask
        mixed = self.drop(logits.softmax(-1)) @ value
        joined = mixed.transpose(1, 2).reshape(batch, count, WIDTH)
        seen = self.attended(seen + self.drop(self.out(joined)))
        inner = nn.functional.gelu(self.grow(seen))
        return self.grown(seen + self.drop(self.shrink(inner)))


class Network(nn.Module):
    """Pieces, shapes and marks in, logits out."""

    def __init__(
        self, vocabulary: int, shapes: int, kinds: int, layers: int = 6, inner: int = INNER
    ) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH, padding_idx=0)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.sentence = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(shapes, WIDTH)
        self.marks = nn.Embedding(kinds + 1, WIDTH)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(layers))
        self.kind_head = nn.Sequential(
            nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.1), nn.Linear(WIDTH, kinds + 1)
        )
        self.heed = nn.Linear(WIDTH, 4)
        self.warn_head = nn.Sequential(
            nn.Linear(WIDTH * 5, WIDTH), nn.GELU(), nn.Dropout(0.2), nn.Linear(WIDTH, 1)
        )

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor) -> Answer:
        """All three are (batch, pieces) of whole numbers; piece 0 is padding."""
        there = (pieces != 0).to(self.norm.weight.dtype)
        mask = (1.0 - there)[:, None, None, :] * -10000.0
        order = torch.arange(pieces.shape[1], device=pieces.device)
        seen = self.pieces(pieces) + self.places(order) + self.sentence
        seen = self.drop(self.norm(seen + self.shapes(shapes) + self.marks(marks)))
        for layer in self.layers:
            seen = layer(seen, mask)
        kinds = self.kind_head(seen)
        weight = (self.heed(seen) + mask[:, 0, 0, :, None]).softmax(1)
        heeded = (weight.transpose(1, 2) @ seen).flatten(1)
        warn = self.warn_head(torch.cat([seen[:, 0], heeded], 1))[:, 0]
        return Answer(kinds, warn)


_NAMES = {
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "attended",
    "intermediate.dense": "grow",
    "output.dense": "shrink",
    "output.LayerNorm": "grown",
}


def begin_with(network: Network, weights: Path) -> None:
    """Take the encoder's weights from a BERT of the same width; of more layers, every n-th."""
    given = {
        name.removeprefix("bert.").removeprefix("model."): held
        for name, held in load_file(weights).items()
    }
    taken = {
        "pieces.weight": given["embeddings.word_embeddings.weight"],
        "places.weight": given["embeddings.position_embeddings.weight"],
        "sentence": given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    held = 1 + max(int(name.split(".")[2]) for name in given if name.startswith("encoder.layer."))
    step = held // len(network.layers)
    for place in range(len(network.layers)):
        for theirs, ours in _NAMES.items():
            for part in ("weight", "bias"):
                name = f"encoder.layer.{place * step + step - 1}.{theirs}.{part}"
                taken[f"layers.{place}.{ours}.{part}"] = given[name]
        for part in ("weight", "bias"):
            lead = f"encoder.layer.{place * step + step - 1}.attention.self"
            three = [given[f"{lead}.{name}.{part}"] for name in ("query", "key", "value")]
            taken[f"layers.{place}.asked.{part}"] = torch.cat(three)
    missing = network.load_state_dict(taken, strict=False)
    assert not missing.unexpected_keys, missing


def of_state(state: dict[str, Tensor]) -> Network:
    """A trained network of whatever size, from its weights."""
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    network = Network(
        len(state["pieces.weight"]),
        len(state["shapes.weight"]),
        len(state["marks.weight"]) - 1,
        layers,
        len(state["layers.0.grow.bias"]),
    )
    network.load_state_dict(state)
    return network


def narrowed(network: Network, use: list[Tensor], inner: int) -> Network:
    """The network with the `inner` most used inner neurons of each layer; the rest is dropped.

    Args:
        network: Trained.
        use: For each layer how much each neuron is used, (neurons,).
        inner: How many are kept.
    """
    state = dict(network.state_dict())
    for place, used in enumerate(use):
        kept = used.topk(inner).indices.sort().values
        lead = f"layers.{place}"
        state[f"{lead}.grow.weight"] = state[f"{lead}.grow.weight"][kept]
        state[f"{lead}.grow.bias"] = state[f"{lead}.grow.bias"][kept]
        state[f"{lead}.shrink.weight"] = state[f"{lead}.shrink.weight"][:, kept]
    return of_state(state)
