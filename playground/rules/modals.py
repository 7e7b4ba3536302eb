"""Modals: a title and one to five parts, each a label around one control, or a text."""

from collections.abc import Iterator

from playground.rules.broken import Broken, inside, length, missing, written, wrong_type
from playground.rules.controls import SELECTS, Kind, control, kind_of
from playground.rules.layouts import unrepeated
from playground.rules.reading import Fields, fields_of, items_of

MOST_PARTS = 5
IN_LABEL = SELECTS | {Kind.TEXT_INPUT, Kind.UPLOAD, Kind.RADIO, Kind.CHECKBOXES, Kind.CHECKBOX}
# Discord still reads the older rows with a bare text input; it advises against them, and a modal of
# labels is what members are to see here.
PARTS = frozenset({Kind.LABEL, Kind.TEXT})


def modal(at: str, given: Fields) -> Iterator[Broken]:
    """What Discord would refuse of a modal."""
    parts = inside(at, "components")
    yield from written(inside(at, "title"), given.get("title"), 45)
    yield from written(inside(at, "custom_id"), given.get("custom_id"), 100)
    yield from length(parts, items_of(given.get("components")), 1, MOST_PARTS)
    for place, item in enumerate(items_of(given.get("components"))):
        yield from _part(inside(parts, place), fields_of(item))
    yield from unrepeated(parts, given.get("components"))


def _part(at: str, part: Fields) -> Iterator[Broken]:
    kind = kind_of(part)
    if kind not in PARTS:
        yield wrong_type(at, tuple(sorted(PARTS)))
    elif kind == Kind.TEXT:
        yield from written(inside(at, "content"), part.get("content"), 4000)
    else:
        yield from _label(at, part)


def _label(at: str, part: Fields) -> Iterator[Broken]:
    path, held = inside(at, "component"), fields_of(part.get("component"))
    yield from written(inside(at, "label"), part.get("label"), 45)
    yield from length(inside(at, "description"), part.get("description"), 1, 100)
    if not held:
        yield missing(path)
    elif kind_of(held) not in IN_LABEL:
        yield wrong_type(path, tuple(sorted(IN_LABEL)))
    yield from control(path, held, in_modal=True)
