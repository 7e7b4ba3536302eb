"""The words in a picture of hours, handed in by who knows what members read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Captions:
    """Words for a grid, `days` and `rows` as the grid has them; empty words are left out.

    The picture's own letters are those of ASCII. A day has a first line and a second.
    """

    title: str
    zone: str
    days: tuple[tuple[str, str], ...]
    rows: tuple[str, ...]
    scale: str
    best: str = ""
    own: str = ""
    doubtful: str = ""
