"""Values as the page sends them, turned into what a person at the loopback gives.

Knows the kinds of options and fields: whole numbers, people, channels, files. What is not allowed
is told by those who take the values.
"""

from collections.abc import Callable
from typing import Any

from playground import commanding as kinds
from playground.commanding import Found
from playground.page.asking import Asked, Before, Misasked
from playground.payloads import Json
from playground.reading import FILE_UPLOAD, SELECTS, STRING_SELECT
from playground.reply import Modal
from playground.stage import DriverError

_LEFT_OUT = (kinds.USER, kinds.CHANNEL, kinds.ROLE, kinds.MENTIONABLE, kinds.ATTACHMENT)


def option_values(at: Before, asked: Asked, found: Found) -> dict[str, object]:
    """A slash command's options by name."""
    types: dict[str, int] = {one["name"]: one["type"] for one in found.options}
    values = {
        name: _option(at, types.get(name, kinds.STRING), value)
        for name, value in asked.part("options").items()
    }
    for name, kind in types.items():
        if kind == kinds.ATTACHMENT and asked.upload(name):
            values[name] = next(iter(asked.upload(name).items()))
    return values


def plain_values(asked: Asked, found: Found) -> dict[str, object]:
    """The options that are said along while another one is typed."""
    types: dict[str, int] = {one["name"]: one["type"] for one in found.options}
    given = asked.part("options").items()
    said = {name: _plain(types[name], value) for name, value in given if name in types}
    return {name: value for name, value in said.items() if value is not None}


def field_values(asked: Asked, modal: Modal) -> dict[str, object]:
    """A form's fields by custom_id."""
    given = asked.part("values")
    values = {
        field.custom_id: _field(field.component, given[field.custom_id])
        for field in modal.fields
        if field.custom_id in given
    }
    for field in modal.fields:
        if field.component["type"] == FILE_UPLOAD:
            values[field.custom_id] = dict(asked.upload(field.custom_id))
    return values


def choices(component: Json, values: list[str]) -> list[object]:
    """What was chosen in a select: options by value, everything else by its number."""
    if component["type"] == STRING_SELECT:
        return list(values)
    return [_number(one) for one in values]


def _option(at: Before, kind: int, value: Any) -> object:  # noqa: ANN401 - JSON
    return _READ.get(kind, _as_it_is)(at, value)


def _plain(kind: int, value: Any) -> object:  # noqa: ANN401 - JSON
    """A value as it is sent along; None for what is left out, as half a number is."""
    if kind in _LEFT_OUT:
        return None
    if kind not in (kinds.INTEGER, kinds.NUMBER):
        return value
    try:
        return int(value) if kind == kinds.INTEGER else float(value)
    except (TypeError, ValueError):
        return None


def _as_it_is(_: Before, value: Any) -> object:  # noqa: ANN401 - JSON
    return value


def _whole(_: Before, value: Any) -> object:  # noqa: ANN401 - JSON
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        raise DriverError("a whole number is wanted")
    return int(value)


def _channel(at: Before, value: Any) -> object:  # noqa: ANN401 - JSON
    return at.channel(str(value))


def _by_number(_: Before, value: Any) -> object:  # noqa: ANN401 - JSON
    return _number(str(value))


_READ: dict[int, Callable[[Before, Any], object]] = {
    kinds.INTEGER: _whole,
    kinds.CHANNEL: _channel,
    kinds.USER: _by_number,
    kinds.ROLE: _by_number,
    kinds.MENTIONABLE: _by_number,
}


def _field(component: Json, value: Any) -> object:  # noqa: ANN401 - JSON
    if component["type"] in SELECTS and isinstance(value, list):
        return choices(component, [str(one) for one in value])  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - JSON
    return value


def _number(text: str) -> int:
    if not text.isdigit():
        raise Misasked("an id is a number")
    return int(text)
