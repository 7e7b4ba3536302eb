"""How a message's components may be nested, counted and repeated, with Components V2 and without.

Knows what may stand in what; a control alone is judged in `controls`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from playground.rules.broken import Broken, between, inside, length, missing, written, wrong_type
from playground.rules.controls import SELECTS, Kind, control, kind_of
from playground.rules.links import MEDIA, address, attached
from playground.rules.reading import Fields, fields_of, items_of, number_of, text_of

MOST_ROWS = 5
MOST_COMPONENTS = 40
MOST_TEXT = 4000
IN_ROW = SELECTS | {Kind.BUTTON}
IN_CONTAINER = frozenset(
    {Kind.ROW, Kind.SECTION, Kind.TEXT, Kind.GALLERY, Kind.FILE, Kind.SEPARATOR}
)
ON_TOP = IN_CONTAINER | {Kind.CONTAINER}
BESIDE_TEXT = frozenset({Kind.BUTTON, Kind.THUMBNAIL})


@dataclass(frozen=True, slots=True)
class Files:
    """The names to which `attachment://` may refer; None where they cannot be known."""

    names: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A component and its path."""

    at: str
    given: Fields

    @property
    def kind(self) -> int | None:
        """Its `type`."""
        return kind_of(self.given)


def uses_v2(value: object) -> bool:
    """Whether components can only be those of a Components V2 message."""
    top = items_of(value)
    return len(top) > MOST_ROWS or any(kind_of(item) != Kind.ROW for item in top)


def rows(at: str, value: object) -> Iterator[Broken]:
    """What is wrong with the components of a message without Components V2."""
    yield from length(at, value, 0, MOST_ROWS)
    for placed in _listed(at, value):
        if placed.kind == Kind.ROW:
            yield from _row(placed)
        else:
            yield wrong_type(placed.at, "(1,)")
    yield from unrepeated(at, value)


def layout(at: str, value: object, files: Files) -> Iterator[Broken]:
    """What is wrong with the components of a Components V2 message."""
    every = list(walked(at, value))
    for placed in _listed(at, value):
        yield from _placed(placed, ON_TOP, files)
    if len(every) > MOST_COMPONENTS:
        words = f"The maximum number of components ({MOST_COMPONENTS}) is exceeded"
        yield Broken(at, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", words)
    texts = [text_of(placed.given.get("content")) for placed in every if placed.kind == Kind.TEXT]
    if sum(len(text or "") for text in texts) > MOST_TEXT:
        words = f"Components displayable text size exceeds maximum size of {MOST_TEXT}"
        yield Broken(at, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", words)
    yield from unrepeated(at, value)


def walked(at: str, value: object) -> Iterator[Placed]:
    """Every component of a list, with all that is nested in it."""
    for placed in _listed(at, value):
        yield from _down(placed)


def _down(placed: Placed) -> Iterator[Placed]:
    yield placed
    yield from walked(inside(placed.at, "components"), placed.given.get("components"))
    for name in ("accessory", "component"):
        if fields_of(placed.given.get(name)):
            yield from _down(_field(placed, name))


def unrepeated(at: str, value: object) -> Iterator[Broken]:
    """What names a component must name one alone in the message or modal."""
    names: set[str] = set()
    numbers: set[int] = set()
    for placed in walked(at, value):
        name, number = text_of(placed.given.get("custom_id")), number_of(placed.given.get("id"))
        if name in names:
            words = "Component custom id cannot be duplicated"
            yield Broken(inside(placed.at, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", words)
        if number in numbers:
            words = "Component id cannot be duplicated"
            yield Broken(inside(placed.at, "id"), "COMPONENT_ID_DUPLICATED", words)
        names |= {name} if name is not None else set()
        numbers |= {number} if number else set()  # Discord takes 0 for none


def _listed(at: str, value: object) -> list[Placed]:
    return [
        Placed(inside(at, place), fields_of(item)) for place, item in enumerate(items_of(value))
    ]


def _field(placed: Placed, name: str) -> Placed:
    return Placed(inside(placed.at, name), fields_of(placed.given.get(name)))


def _placed(placed: Placed, allowed: frozenset[Kind], files: Files) -> Iterator[Broken]:
    if placed.kind not in allowed:
        yield wrong_type(placed.at, tuple(sorted(allowed)))
        return
    match placed.kind:
        case Kind.ROW:
            yield from _row(placed)
        case Kind.SECTION:
            yield from _section(placed, files)
        case Kind.TEXT:
            yield from _text(placed)
        case Kind.CONTAINER:
            yield from _container(placed, files)
        case _:
            yield from _media(placed, files)


def _row(row: Placed) -> Iterator[Broken]:
    """Five buttons, or one select, which is as wide as five buttons."""
    at = inside(row.at, "components")
    if row.given.get("components") is None:
        yield missing(at)
    yield from length(at, row.given.get("components"), 1, 5)
    width = 0
    for placed in _listed(at, row.given.get("components")):
        if placed.kind not in IN_ROW:
            yield wrong_type(placed.at, tuple(sorted(IN_ROW)))
            continue
        width += 1 if placed.kind == Kind.BUTTON else 5
        if width > 5:
            words = "The specified component exceeds the maximum width"
            yield Broken(placed.at, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", words)
        yield from control(placed.at, placed.given, in_modal=False)


def _section(section: Placed, files: Files) -> Iterator[Broken]:
    at = inside(section.at, "components")
    if section.given.get("components") is None:
        yield missing(at)
    yield from length(at, section.given.get("components"), 1, 3)
    for placed in _listed(at, section.given.get("components")):
        yield from _placed(placed, frozenset({Kind.TEXT}), files)
    accessory = _field(section, "accessory")
    if not accessory.given:
        yield missing(accessory.at)
    elif accessory.kind == Kind.BUTTON:
        yield from control(accessory.at, accessory.given, in_modal=False)
    else:
        yield from _placed(accessory, BESIDE_TEXT, files)


def _container(container: Placed, files: Files) -> Iterator[Broken]:
    at = inside(container.at, "components")
    if container.given.get("components") is None:
        yield missing(at)
    yield from length(at, container.given.get("components"), 1, MOST_COMPONENTS)
    colour = container.given.get("accent_color")
    yield from between(inside(container.at, "accent_color"), colour, 0, 0xFFFFFF)
    for placed in _listed(at, container.given.get("components")):
        yield from _placed(placed, IN_CONTAINER, files)


def _text(placed: Placed) -> Iterator[Broken]:
    yield from written(inside(placed.at, "content"), placed.given.get("content"), MOST_TEXT)


def _media(placed: Placed, files: Files) -> Iterator[Broken]:
    if placed.kind == Kind.THUMBNAIL:
        yield from _picture(placed, files)
    elif placed.kind == Kind.FILE:
        file = inside(placed.at, "file.url")
        url = fields_of(placed.given.get("file")).get("url")
        yield from _reference(file, url, ("attachment",), files)
    elif placed.kind == Kind.GALLERY:
        at = inside(placed.at, "items")
        yield from length(at, items_of(placed.given.get("items")), 1, 10)
        for picture in _listed(at, placed.given.get("items")):
            yield from _picture(picture, files)
    else:
        yield from between(inside(placed.at, "spacing"), placed.given.get("spacing"), 1, 2)


def _picture(placed: Placed, files: Files) -> Iterator[Broken]:
    described = placed.given.get("description")
    yield from length(inside(placed.at, "description"), described, 0, 1024)
    url = fields_of(placed.given.get("media")).get("url")
    yield from _reference(inside(placed.at, "media.url"), url, MEDIA, files)


def _reference(path: str, url: object, schemes: tuple[str, ...], files: Files) -> Iterator[Broken]:
    if url is None:
        yield missing(path)
    yield from address(path, url, schemes)
    name = attached(url)
    if name is not None and files.names is not None and name not in files.names:
        words = "The referenced attachment was not found"
        yield Broken(path, "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", words)
