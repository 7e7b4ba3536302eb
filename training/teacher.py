"""A larger network that the small one learns from; it is used in training alone.

Its encoder is MPNet (Song et al. 2020, arXiv:2004.09297) with the weights of all-mpnet-base-v2
(Apache-2.0). It takes the same input as the small network and answers alike.
"""

from pathlib import Path

import torch
from network import Answer
from torch import Tensor, nn
from transformers import MPNetModel


class Teacher(nn.Module):
    """Pieces (by the small network's numbers), shapes and marks in, logits out."""

    def __init__(self, folder: Path, vocabulary: dict[str, int], shapes: int, kinds: int) -> None:
        super().__init__()
        self.encoder = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.register_buffer("numbers", _numbers(folder, vocabulary), persistent=False)
        self.shapes = nn.Embedding(shapes, width)
        self.marks = nn.Embedding(kinds + 1, width)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.marks.weight, std=0.02)
        self.kind_head = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, kinds + 1)
        )
        self.heed = nn.Linear(width, 4)
        self.warn_head = nn.Sequential(
            nn.Linear(width * 5, width), nn.GELU(), nn.Dropout(0.2), nn.Linear(width, 1)
        )

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor) -> Answer:
        """As the small network's."""
        there = (pieces != 0).long()
        shown = self.encoder.embeddings.word_embeddings(self.numbers[pieces])
        shown = shown + self.shapes(shapes) + self.marks(marks)
        seen = self.encoder(inputs_embeds=shown, attention_mask=there).last_hidden_state
        kinds = self.kind_head(seen)
        hidden = (1.0 - there[:, :, None].to(seen.dtype)) * -10000.0
        weight = (self.heed(seen) + hidden).softmax(1)
        heeded = (weight.transpose(1, 2) @ seen).flatten(1)
        return Answer(kinds, self.warn_head(torch.cat([seen[:, 0], heeded], 1))[:, 0])


_SPECIAL = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[UNK]": "[UNK]", "[MASK]": "<mask>"}


def _numbers(folder: Path, vocabulary: dict[str, int]) -> Tensor:
    """The teacher's number for each of the small network's pieces."""
    lines = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    theirs = {piece: number for number, piece in enumerate(lines)}
    unknown = theirs["[UNK]"]
    made = torch.full((len(vocabulary),), unknown)
    for piece, number in vocabulary.items():
        made[number] = theirs.get(_SPECIAL.get(piece, piece), unknown)
    return made
