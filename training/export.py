"""Write a trained network as the file that the bot runs, with eight-bit whole numbers for weights.

python training/export.py NETWORK.pt --start MINILM_FOLDER
"""

import argparse
import shutil
import tempfile
from pathlib import Path
from typing import Any

import torch
from network import HEADS, WIDTH, Answer, of_state
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

WEIGHTS = Path(__file__).parents[1] / "bot" / "identifiers" / "weights"


class Attending(torch.autograd.Function):
    """ONNX Runtime's own attention in the place of a dozen small operators; nothing is padded."""

    @staticmethod
    def forward(_context: object, query: Tensor, _key: Tensor, _value: Tensor) -> Tensor:
        """Only the shape counts."""
        return query

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        """The operator."""
        return graph.op(
            "com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS
        ).setType(query.type())


class Fast(nn.Module):
    """A layer with that attention, for one text at a time."""

    def __init__(self, layer: Any) -> None:
        super().__init__()
        self.layer = layer

    def forward(self, seen: Tensor, _mask: Tensor) -> Tensor:
        """As the layer's."""
        layer = self.layer
        joined = Attending.apply(*layer.asked(seen).split(WIDTH, -1))
        seen = layer.attended(seen + layer.out(joined))
        inner = nn.functional.gelu(layer.grow(seen))
        return layer.grown(seen + layer.shrink(inner))


class Probable(nn.Module):
    """The network with probabilities of kinds for its logits; the message stays a logit."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor) -> Answer:
        """As the network's."""
        answer = self.network(pieces, shapes, marks)
        return Answer(answer.kinds.softmax(-1), answer.warn)


def main() -> None:
    """Read the arguments, export, make the numbers small."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    given = parser.parse_args()
    network = of_state(torch.load(given.network)).eval()
    network.layers = nn.ModuleList(Fast(layer) for layer in network.layers)
    shown = torch.randint(1000, 2000, (1, 12))
    WEIGHTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Probable(network),
            (shown, torch.ones_like(shown), torch.zeros_like(shown)),
            str(whole),
            input_names=["pieces", "shapes", "marks"],
            output_names=["kinds", "warn"],
            dynamic_axes={name: {1: "count"} for name in ("pieces", "shapes", "marks", "kinds")},
            dynamo=False,
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
        )
        quantize_dynamic(
            whole,
            WEIGHTS / "network.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
    shutil.copy(given.start / "vocab.txt", WEIGHTS / "vocabulary.txt")
    print(f"{(WEIGHTS / 'network.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
