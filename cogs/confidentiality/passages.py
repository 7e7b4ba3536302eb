"""The passages of what members wrote: each with where it stood, so that a finding can say so.

It does *not* know Discord, nor what is found in a passage.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class Where(Enum):
    """Where a passage stood."""

    TITLE = auto()
    MESSAGE = auto()
    POLL = auto()
    FORWARDED = auto()
    FILE_NAME = auto()
    FILE_NOTE = auto()
    """What its author wrote about a file."""
    FILE = auto()
    """The text of a file."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text; `file` is the name of the file that it is in or about, for its author.

    `missed`: there would be a text, and it could not be had at this moment.
    """

    where: Where
    text: str
    file: str = ""
    missed: bool = False


_BETWEEN = "\n"


def joined(passages: Sequence[Passage]) -> str:
    """All of it as one text, to be screened in one go."""
    return _BETWEEN.join(passage.text for passage in passages)


def located(passages: Sequence[Passage], position: int) -> tuple[Passage, int]:
    """The passage at a place in the joined text, and where it starts there.

    Raises:
        IndexError: the place lies outside the joined text.
    """
    start = 0
    for passage in passages:
        if start <= position <= start + len(passage.text):
            return passage, start
        start += len(passage.text) + len(_BETWEEN)
    raise IndexError(position)
