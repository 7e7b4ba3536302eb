"""The labelled messages, each with a word of its own, and the search for them where bytes lie."""

import json
import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypedDict

PROJECT = Path(__file__).parents[2]
LABELLED = PROJECT / "tests/identifiers/dev.jsonl"
_WORD = re.compile(r"[^\W\d_]{6,}")
_OURS = ("bot", "cogs", "config.example.toml", "tests/e2e")


class Row(TypedDict):
    """A line of the labelled messages, as far as it is used: spans with their kinds."""

    text: str
    ids: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """A message as somebody types it: the text with its marker, which stands nowhere else."""

    text: str
    marker: str
    rare: tuple[str, ...]
    """The longer words of what identifies the client in it."""

    def telling(self, longest: int) -> str:
        """A shorter text with the same marker that is warned about wherever it is typed."""
        start = f"My client Jane {self.marker.capitalize()}, 212-555-0142: "
        return start + self.text[: longest - len(start)].replace("\n", " ")


class Corpus:
    """All of the labelled messages, or every so many of them."""

    def __init__(self, step: int = 1) -> None:
        lines = LABELLED.read_text("utf-8").splitlines()[::step]
        rows: list[Row] = [json.loads(line) for line in lines]
        self.said = [_said(number, row) for number, row in enumerate(rows)]

    @cached_property
    def words(self) -> tuple[bytes, ...]:
        """Every marker, and the rare words that stand nowhere in our own code."""
        ours = set(_our_words())
        rare = {word for one in self.said for word in one.rare} - ours
        return tuple(word.encode() for word in (*(one.marker for one in self.said), *sorted(rare)))


def _said(number: int, row: Row) -> Said:
    marker = "zq" + _letters(number)
    rare = tuple(word.lower() for span, _ in row["ids"] for word in _WORD.findall(span))
    return Said(f"{row['text'][:1900]} {marker}", marker, rare)


def _letters(number: int) -> str:
    letters = ""
    for _ in range(5):
        number, place = divmod(number, 26)
        letters = string.ascii_lowercase[place] + letters
    return letters


def _our_words() -> Iterator[str]:
    for place in _OURS:
        path = PROJECT / place
        for file in [path] if path.is_file() else path.rglob("*"):
            if file.suffix in {".py", ".toml", ".tsv", ".sql"}:
                yield from _WORD.findall(file.read_text("utf-8").lower())


def found_in(files: Iterable[Path], words: Iterable[bytes]) -> dict[str, list[str]]:
    """By file, the words that stand in it, in either width of letters and any case."""
    either = [(word.decode(), word, word.decode().encode("utf-16-le")) for word in words]
    found: dict[str, list[str]] = {}
    for file in files:
        content = file.read_bytes().lower()
        here = [text for text, thin, wide in either if thin in content or wide in content]
        if here:
            found[file.name] = here
    return found
