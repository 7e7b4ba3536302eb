"""What people have before their eyes, as plain words: messages, forms, and what is so besides.

A view is a picture of its moment: what changes later does not change it. It does *not* know how
it is laid out on a terminal or a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from playground.payloads import Json
from playground.person import Person
from playground.reading import BUTTON, LABEL, RADIO_GROUP, TEXT_INPUT, Control
from playground.reply import Modal
from playground.story.plain import Reader, plain
from playground.world import Attachment, Message

NEWS = timedelta(minutes=10)
"""How long it is told whom a message notified."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A message or form before one person.

    Attributes:
        who: The person's name.
        title: What they look at, such as "in #harbour-group" or "form: Add times".
        private: Whether nobody else sees it.
        lines: Its text.
        controls: What can be pressed, as `[Answer]`.
        pings: The names of those whom it notifies, while it is news.
    """

    who: str
    title: str
    private: bool
    lines: tuple[str, ...]
    controls: tuple[str, ...] = ()
    pings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What is so without anybody looking at it: the hour, a fault, what was counted."""

    text: str


View = Sight | Remark


def message_view(who: Person, message: Message, place: str, reader: Reader) -> Sight:
    """A message as somebody reads it there."""
    lines = [line for line in plain(message.text, reader).splitlines() if line.strip()]
    lines += [line for one in message.attachments for line in _enclosed(one)]
    fresh = reader.now - message.created_at < NEWS
    pinged = message.pinged if fresh else ()
    pings = tuple(sorted(reader.names.get(one, "?") for one in pinged))
    controls = tuple(_shown(one) for one in message.controls)
    return Sight(who.name, place, message.ephemeral, tuple(lines), controls, pings)


def _enclosed(file: Attachment) -> list[str]:
    """A file by its name; a picture by what it shows, for who does not see it."""
    if file.description is None:
        return [f"(file) {file.filename}"]
    return [f"(picture) {line}" for line in file.description.splitlines()]


def form_view(
    who: Person, form: Modal, filled: Mapping[str, object], *, hints: bool = True
) -> Sight:
    """A form as somebody has filled it in, with what was in it already."""
    lines = [line for part in form.components for line in _field(part, filled, hints=hints)]
    return Sight(who.name, f"form: {form.title}", private=True, lines=tuple(lines))


def _shown(control: Control) -> str:
    if control.kind == BUTTON:
        return f"[{control.name}]"
    return f"[{control.name} v]"


def _field(part: Json, filled: Mapping[str, object], *, hints: bool) -> list[str]:
    if part["type"] != LABEL:
        return []
    label, inner = cast("str", part["label"]), cast("Json", part["component"])
    hint = f" ({part['description']})" if hints and part.get("description") else ""
    given = filled.get(label)
    if inner["type"] == TEXT_INPUT:
        text = inner.get("value") or "" if given is None else given
        return [f"{label}{hint}", *(f"  > {line}" for line in (str(text) or "-").splitlines())]
    options = cast("list[Json]", inner.get("options") or [])
    if _of_one(inner):
        chosen = [one["label"] for one in options if _chosen(one, given)]
        return [f"{label}{hint}", *(f"  ({one})" for one in chosen)]
    boxes = [("[x]" if _chosen(one, given) else "[ ]", one["label"]) for one in options]
    return [f"{label}{hint}", *(f"  {box} {name}" for box, name in boxes)]


def _of_one(component: Json) -> bool:
    """Whether one option is chosen and no more."""
    return component["type"] == RADIO_GROUP or component.get("min_values", 1) == 1


def _chosen(option: Json, given: object) -> bool:
    if given is None:
        return bool(option.get("default"))
    chosen = [given] if isinstance(given, str) else list(cast("list[str]", given))
    return option["label"] in chosen or option["value"] in chosen
