"""Labelled messages, and edits of a message that keep its labels in place."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

MESSAGES = Path(__file__).parent / "messages"


@dataclass(frozen=True, slots=True)
class Label:
    """An identifier in a text: code points from `start` to before `end`, and its kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled message; rows of one unit are near-twins."""

    text: str
    warn: bool
    labels: tuple[Label, ...]
    unit: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """New characters for those from `start` to before `end`."""

    start: int
    end: int
    new: str


def read_rows(paths: Iterable[Path]) -> list[Row]:
    """All messages of the files; those whose label is open are left out."""
    rows: list[Row] = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            said = json.loads(line) if line.strip() else {"warn": None}
            if said["warn"] is not None:
                unit = f"{path.stem}:{said.get('pair') or number}"
                labels = labels_of(said["text"], said["ids"])
                rows.append(Row(said["text"], said["warn"], labels, unit, said.get("why", "")))
    return rows


def labels_of(text: str, ids: Sequence[Sequence[str]]) -> tuple[Label, ...]:
    """Each place where an identifier stands; within a longer one it is not one of its own."""
    places: list[Label] = []
    for part, kind in sorted(ids, key=lambda one: -len(one[0])):
        bound = rf"(?<!\w){re.escape(part)}(?!\w)" if part[0].isalnum() else re.escape(part)
        found = list(re.finditer(bound, text)) or list(re.finditer(re.escape(part), text))
        for match in found:
            if all(match.end() <= one.start or one.end <= match.start() for one in places):
                places.append(Label(match.start(), match.end(), kind))
    return tuple(sorted(places, key=lambda one: one.start))


def edited(row: Row, edits: Iterable[Edit]) -> Row:
    """The row after the edits; of edits that overlap the first counts.

    A label whose characters are replaced goes over to the new ones; an edit across a label's
    border is left out.
    """
    text, labels = row.text, list(row.labels)
    last = len(text) + 1
    for edit in sorted(edits, key=lambda one: (-one.start, one.end)):
        if edit.end > last or any(_across(edit, label) for label in labels):
            continue
        last = edit.start
        text = text[: edit.start] + edit.new + text[edit.end :]
        grown = len(edit.new) - (edit.end - edit.start)
        labels = [_moved(label, edit, grown) for label in labels]
    kept = tuple(label for label in labels if label.end > label.start)
    return replace(row, text=text, labels=kept)


def _across(edit: Edit, label: Label) -> bool:
    apart = edit.end <= label.start or label.end <= edit.start
    inside = label.start <= edit.start and edit.end <= label.end
    return not (apart or inside)


def _moved(label: Label, edit: Edit, grown: int) -> Label:
    if edit.start >= label.end:
        return label
    if edit.end <= label.start and (edit.end < label.start or edit.start < label.start):
        return replace(label, start=label.start + grown, end=label.end + grown)
    return replace(label, end=label.end + grown)
