"""What a person presses, picks or fills in: buttons, selects, text inputs, groups, uploads.

Each is judged alone. Knows nothing of where it stands (`layouts`, `modals`), except whether that is
a modal, where a required control may not allow nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from playground.rules.broken import (
    Broken,
    between,
    inside,
    length,
    missing,
    no_choice,
    repeated,
    written,
)
from playground.rules.links import BUTTONS, address
from playground.rules.reading import Fields, fields_of, items_of, number_of, text_of


class Kind(IntEnum):
    """The `type` of a component."""

    ROW = 1
    BUTTON = 2
    SELECT = 3
    TEXT_INPUT = 4
    USERS = 5
    ROLES = 6
    MENTIONABLES = 7
    CHANNELS = 8
    SECTION = 9
    TEXT = 10
    THUMBNAIL = 11
    GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    UPLOAD = 19
    RADIO = 21
    CHECKBOXES = 22
    CHECKBOX = 23


SELECTS = frozenset({Kind.SELECT, Kind.USERS, Kind.ROLES, Kind.MENTIONABLES, Kind.CHANNELS})
LINK, PREMIUM = 5, 6


@dataclass(frozen=True, slots=True)
class Choosing:
    """How many options a control may have, and how many are picked at most unless it says."""

    fewest: int
    most: int
    unsaid: int


OPTIONS = {
    Kind.SELECT: Choosing(1, 25, 1),
    Kind.RADIO: Choosing(2, 10, 1),
    Kind.CHECKBOXES: Choosing(1, 10, 10),
}


def kind_of(value: object) -> int | None:
    """The `type` of a component."""
    return number_of(fields_of(value).get("type"))


def control(at: str, value: object, *, in_modal: bool) -> Iterator[Broken]:
    """What is wrong with one control; a component of another kind passes."""
    given = fields_of(value)
    kind = kind_of(value)
    if kind == Kind.BUTTON:
        yield from _button(at, given)
    elif kind in SELECTS:
        yield from _select(at, given, in_modal=in_modal)
    elif kind == Kind.TEXT_INPUT:
        yield from _text_input(at, given)
    elif kind in {Kind.RADIO, Kind.CHECKBOXES, Kind.CHECKBOX, Kind.UPLOAD}:
        yield from _only_in_modals(at, given)


def _button(at: str, given: Fields) -> Iterator[Broken]:
    style = number_of(given.get("style"))
    yield from length(inside(at, "label"), given.get("label"), 0, 80)
    if style == PREMIUM:
        if given.get("sku_id") is None:
            yield missing(inside(at, "sku_id"))
        return
    if not (text_of(given.get("label")) or "").strip() and not given.get("emoji"):
        yield missing(inside(at, "label"))
    if given.get("custom_id") is not None and given.get("url") is not None:
        words = "A custom id and url cannot both be specified"
        yield Broken(at, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", words)
    elif style == LINK:
        yield from _link(at, given)
    else:
        yield from _name(at, given, "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED")


def _link(at: str, given: Fields) -> Iterator[Broken]:
    if given.get("url") is None:
        yield missing(inside(at, "url"))
    yield from length(inside(at, "url"), given.get("url"), 0, 512)
    yield from address(inside(at, "url"), given.get("url"), BUTTONS)


def _name(at: str, given: Fields, code: str = "BASE_TYPE_REQUIRED") -> Iterator[Broken]:
    path = inside(at, "custom_id")
    if given.get("custom_id") is None:
        yield Broken(path, code, "A custom id is required")
    yield from length(path, given.get("custom_id"), 1, 100)


def _select(at: str, given: Fields, *, in_modal: bool) -> Iterator[Broken]:
    yield from _name(at, given)
    yield from length(inside(at, "placeholder"), given.get("placeholder"), 0, 150)
    yield from _range(at, given, 25)
    if kind_of(given) == Kind.SELECT:
        yield from _options(at, given, Kind.SELECT)
    else:
        yield from _preset(at, given)
    if in_modal:
        yield from _required_but_none(at, given)
        if given.get("disabled") is True:
            words = "Components in modals cannot be disabled"
            yield Broken(inside(at, "disabled"), "COMPONENT_DISABLED_IN_MODAL", words)


def _only_in_modals(at: str, given: Fields) -> Iterator[Broken]:
    kind = kind_of(given)
    yield from _name(at, given)
    if kind in {Kind.CHECKBOXES, Kind.UPLOAD}:
        yield from _range(at, given, 10)
        yield from _required_but_none(at, given)
    if kind in {Kind.RADIO, Kind.CHECKBOXES}:
        yield from _options(at, given, Kind(kind))


def _range(at: str, given: Fields, most: int) -> Iterator[Broken]:
    """How few and how many may be picked; both are 1 unless given."""
    yield from between(inside(at, "min_values"), given.get("min_values"), 0, most)
    yield from between(inside(at, "max_values"), given.get("max_values"), 1, most)
    fewest = number_of(given.get("min_values"))
    picked = number_of(given.get("max_values"))
    if fewest is not None and picked is not None and fewest > picked:
        yield from between(inside(at, "min_values"), fewest, 0, picked)


def _required_but_none(at: str, given: Fields) -> Iterator[Broken]:
    if given.get("required") is not False and number_of(given.get("min_values")) == 0:
        words = "Components marked as required cannot have a min_values of 0"
        yield Broken(at, "COMPONENT_REQUIRED_ZERO_MIN_VALUES", words)


def _options(at: str, given: Fields, kind: Kind) -> Iterator[Broken]:
    path, choosing = inside(at, "options"), OPTIONS[kind]
    options = [fields_of(option) for option in items_of(given.get("options"))]
    if given.get("options") is None:
        yield missing(path)
    yield from length(path, given.get("options"), choosing.fewest, choosing.most)
    for place, option in enumerate(options):
        yield from _option(inside(path, place), option)
    for place in repeated([text_of(option.get("value")) for option in options]):
        words = "The specified option value is already used"
        where = inside(inside(path, place), "value")
        yield Broken(where, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", words)
    yield from _within_options(at, given, options, choosing)


def _within_options(
    at: str, given: Fields, options: list[Fields], choosing: Choosing
) -> Iterator[Broken]:
    if options:
        for name in ("min_values", "max_values"):
            yield from between(inside(at, name), given.get(name), 0, len(options))
    chosen = sum(option.get("default") is True for option in options)
    picked = number_of(given.get("max_values"))
    if chosen > (choosing.unsaid if picked is None else picked):
        yield _too_many_defaults(inside(at, "options"))


def _preset(at: str, given: Fields) -> Iterator[Broken]:
    """Members, roles or channels picked beforehand: none, or as many as may be picked."""
    preset = len(items_of(given.get("default_values")))
    picked = number_of(given.get("max_values"))
    fewest = number_of(given.get("min_values"))
    if preset > (1 if picked is None else picked):
        yield _too_many_defaults(inside(at, "default_values"))
    if 0 < preset < (1 if fewest is None else fewest):
        words = "The specified number of default values is less than the specified minimum values"
        yield Broken(inside(at, "default_values"), "SELECT_COMPONENT_TOO_FEW_DEFAULT_VALUES", words)


def _too_many_defaults(path: str) -> Broken:
    words = "The specified number of default values exceeds the specified maximum values"
    return Broken(path, "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", words)


def _option(at: str, option: Fields) -> Iterator[Broken]:
    yield from written(inside(at, "label"), option.get("label"), 100)
    yield from written(inside(at, "value"), option.get("value"), 100)
    yield from length(inside(at, "description"), option.get("description"), 0, 100)


def _text_input(at: str, given: Fields) -> Iterator[Broken]:
    yield from _name(at, given)
    if number_of(given.get("style")) not in {1, 2}:
        yield no_choice(inside(at, "style"), "(1, 2)")
    yield from length(inside(at, "label"), given.get("label"), 1, 45)
    yield from length(inside(at, "placeholder"), given.get("placeholder"), 0, 100)
    yield from between(inside(at, "max_length"), given.get("max_length"), 1, 4000)
    most = number_of(given.get("max_length"))
    most = 4000 if most is None else most
    yield from length(inside(at, "value"), given.get("value"), 0, most)
    yield from between(inside(at, "min_length"), given.get("min_length"), 0, most)
