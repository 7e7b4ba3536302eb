"""The trained network over a text: how likely each word belongs to an identifier, and its kind.

It runs in this process through ONNX Runtime; its weights lie beside this module, and nothing is
fetched. How it was trained: training/README.md. It does not know when to warn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple, cast

import numpy as np
import onnxruntime

from bot.identifiers.finding import Kind
from bot.identifiers.model_input import Input
from bot.identifiers.pieces import Word

_KINDS = tuple(Kind)
_INPUTS = ("pieces", "shapes", "marks")


class Judged(NamedTuple):
    """A word and what the network says of it.

    Attributes:
        word: The word, at its place in the text.
        likely: From 0 to 1, how likely it belongs to an identifier.
        kind: Of which kind it most likely is if it does.
    """

    word: Word
    likely: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the network says of a text.

    Attributes:
        warn: The log of the odds that the text as a whole calls for a warning.
        words: Its words in order.
    """

    warn: float
    words: tuple[Judged, ...]


class Network:
    """The weights and the vocabulary; one of them serves all threads."""

    def __init__(self) -> None:
        folder = resources.files("bot.identifiers") / "weights"
        lines = (folder / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
        self.vocabulary: Mapping[str, int] = {piece: at for at, piece in enumerate(lines)}
        runtime = cast("Any", onnxruntime)  # its annotations stop half-way
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # a long text must not keep its memory for good
        self._session: Any = runtime.InferenceSession(
            (folder / "network.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
        )

    def judge(self, windows: Sequence[Input]) -> Judgement:
        """One judgement on all windows of a text; a word in two has the higher probability."""
        words: dict[int, Judged] = {}
        warn = -float("inf")
        for window in windows:
            kinds, whole = self._run(window)
            warn = max(warn, whole)
            for judged in _judged(window, kinds):
                before = words.setdefault(judged.word.start, judged)
                if before.likely < judged.likely:
                    words[judged.word.start] = judged
        return Judgement(warn, tuple(words[start] for start in sorted(words)))

    def _run(self, window: Input) -> tuple[Any, float]:
        numbers = (window.pieces, window.shapes, window.marks)
        fed = {
            name: np.array([line], dtype=np.int64)
            for name, line in zip(_INPUTS, numbers, strict=True)
        }
        kinds, warn = cast("tuple[Any, Any]", self._session.run(None, fed))
        return kinds[0], float(warn[0])


@cache
def network() -> Network:
    """The one network of this process, read at the first call."""
    return Network()


def _judged(window: Input, kinds: Any) -> list[Judged]:  # noqa: ANN401 (an array has no useful type here)
    """The words of a window; a word's probabilities are the means of its pieces'."""
    if not window.words:
        return []
    begins: list[int] = []
    piece = 1
    for word in window.words:
        begins.append(piece)
        piece += len(word.pieces)
    means = kinds[begins]
    for number, word in enumerate(window.words):
        if len(word.pieces) > 1:
            begin = begins[number]
            means[number] = kinds[begin : begin + len(word.pieces)].mean(axis=0)
    likely = (1.0 - means[:, 0].astype(np.float64)).tolist()
    surest = means[:, 1:].argmax(axis=1).tolist()
    return [
        Judged(word, probability, _KINDS[kind])
        for word, probability, kind in zip(window.words, likely, surest, strict=True)
    ]
