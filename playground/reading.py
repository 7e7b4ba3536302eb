"""What a person can read and press in a message or modal, from its components.

Walks Discord's component trees of both generations. It does *not* know who looks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from playground.payloads import Json, items, part

ACTION_ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
SECTION, TEXT_DISPLAY, THUMBNAIL, GALLERY, FILE, SEPARATOR = 9, 10, 11, 12, 13, 14
CONTAINER, LABEL, FILE_UPLOAD = 17, 18, 19
RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 21, 22, 23
SELECTS = (STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT)
LINK_STYLE = 5


@dataclass(frozen=True, slots=True)
class Control:
    """A button or select as a person finds it; `name` is its label or placeholder."""

    name: str
    custom_id: str
    kind: int
    disabled: bool
    component: Json

    @property
    def options(self) -> list[str]:
        """The labels of a string select's options."""
        options: list[Json] = self.component.get("options") or []
        return [option["label"] for option in options]

    @property
    def chosen(self) -> list[str]:
        """The labels of the options that are chosen already."""
        options: list[Json] = self.component.get("options") or []
        return [option["label"] for option in options if option.get("default")]


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component in the tree, a parent before its children, in the order of reading."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        for inner in ("component", "accessory"):
            if component.get(inner):
                yield from walk([component[inner]])


def controls_of(components: list[Json]) -> list[Control]:
    """The buttons (links too) and selects of a message."""
    found = [one for one in walk(components) if one["type"] in (BUTTON, *SELECTS)]
    return [_control(component) for component in found]


def text_of(content: str, embeds: list[Json], components: list[Json]) -> str:
    """All visible text of a message, one piece a line."""
    pieces = [content, *(piece for embed in embeds for piece in _embed_text(embed))]
    pieces += [one["content"] for one in walk(components) if one["type"] == TEXT_DISPLAY]
    return "\n".join(piece for piece in pieces if piece)


def _control(component: Json) -> Control:
    name = (
        component.get("label")
        or component.get("placeholder")
        or part(component, "emoji").get("name")
        or ""
    )
    custom_id = component.get("custom_id") or component.get("url") or ""
    disabled = bool(component.get("disabled"))
    return Control(str(name), str(custom_id), component["type"], disabled, component)


def _embed_text(embed: Json) -> Iterator[str]:
    yield part(embed, "author").get("name", "")
    yield embed.get("title") or ""
    yield embed.get("description") or ""
    for entry in items(embed, "fields"):
        yield f"{entry['name']}\n{entry['value']}"
    yield part(embed, "footer").get("text", "")
