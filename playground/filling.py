"""A modal as a person fills it: fields by label, with what the client checks before it sends.

What a person leaves alone keeps its prefilled value. It does *not* know who opened the modal.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from playground.payloads import Json
from playground.reading import (
    ACTION_ROW,
    CHECKBOX,
    CHECKBOX_GROUP,
    FILE_UPLOAD,
    LABEL,
    RADIO_GROUP,
    SELECTS,
    STRING_SELECT,
    TEXT_DISPLAY,
    TEXT_INPUT,
)
from playground.resolving import Resolved
from playground.stage import DriverError

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its label and the component under it."""

    label: str
    component: Json

    @property
    def custom_id(self) -> str:
        """The field's id."""
        return self.component["custom_id"]

    @property
    def required(self) -> bool:
        """Whether it must be filled; Discord's default is that it must."""
        return self.component.get("required", True)

    @property
    def prefilled(self) -> object:
        """What stands in it when the modal opens, the way a person would give it."""
        return _prefilled(self.component)


def fields_of(components: list[Json]) -> list[Field]:
    """The modal's fields in order."""
    return list(_fields(components))


def submitted(components: list[Json], values: Values, resolved: Resolved) -> list[Json]:
    """What the client sends for the modal's components when these fields are filled.

    Raises:
        DriverError: A field is unknown, or its value is one that the client does not send.
    """
    fields = fields_of(components)
    unknown = [name for name in values if not any(_means(name, field) for field in fields)]
    if unknown:
        raise DriverError(f"no field {unknown}, only {[field.label for field in fields]}")
    sent = {one.custom_id: _sent(one, _given(one, values), resolved) for one in fields}
    return [_outer(component, sent) for component in components]


def _fields(components: list[Json]) -> Iterator[Field]:
    for component in components:
        if component["type"] == LABEL:
            yield Field(component["label"], component["component"])
        elif component["type"] == ACTION_ROW:
            for inner in component["components"]:
                yield Field(inner.get("label") or "", inner)


def _means(name: str, field: Field) -> bool:
    return name in (field.label, field.custom_id)


def _given(field: Field, values: Values) -> object:
    return next((v for name, v in values.items() if _means(name, field)), field.prefilled)


def _prefilled(component: Json) -> object:
    kind: int = component["type"]
    if kind == TEXT_INPUT:
        return component.get("value") or ""
    if kind == CHECKBOX:
        return bool(component.get("default"))
    options: list[Json] = component.get("options") or []
    chosen = [option["value"] for option in options if option.get("default")]
    if kind == RADIO_GROUP:
        return chosen[0] if chosen else None
    if component.get("default_values"):
        return [int(one["id"]) for one in component["default_values"]]
    return {} if kind == FILE_UPLOAD else chosen


def _outer(component: Json, sent: dict[str, Json]) -> Json:
    shape: Json = {"type": component["type"], "id": component["id"]}
    if component["type"] == LABEL:
        return {**shape, "component": sent[component["component"]["custom_id"]]}
    if component["type"] == ACTION_ROW:
        return {**shape, "components": [sent[one["custom_id"]] for one in component["components"]]}
    if component["type"] == TEXT_DISPLAY:
        return shape
    raise DriverError(f"a modal cannot hold components of the type {component['type']}")


def _sent(field: Field, given: object, resolved: Resolved) -> Json:
    kind: int = field.component["type"]
    shape: Json = {"type": kind, "id": field.component["id"], "custom_id": field.custom_id}
    if kind == TEXT_INPUT:
        return {**shape, "value": _text(field, given)}
    if kind == CHECKBOX:
        return {**shape, "value": bool(given)}
    if kind == RADIO_GROUP:
        return {**shape, "value": _one_option(field, given)}
    return {**shape, "values": _several(field, given, resolved)}


def _text(field: Field, given: object) -> str:
    if not isinstance(given, str):
        raise DriverError(f"{field.label!r} takes text, not {given!r}")
    if field.required and not given.strip():
        raise DriverError(f"{field.label!r} is required")
    lowest = field.component.get("min_length") or 0
    highest = field.component.get("max_length") or 4000
    if given and not lowest <= len(given) <= highest:
        raise DriverError(f"{field.label!r} takes {lowest} to {highest} characters")
    return given


def _one_option(field: Field, given: object) -> str | None:
    if given is None and field.required:
        raise DriverError(f"{field.label!r} is required")
    return None if given is None else option_value(field.component, str(given))


def _several(field: Field, given: object, resolved: Resolved) -> list[str]:
    values = list(_chosen(field, given, resolved))
    check_count(field.label, field.component, len(values), required=field.required)
    return values


def _chosen(field: Field, given: object, resolved: Resolved) -> Iterator[str]:
    if field.component["type"] == FILE_UPLOAD:
        for name, content in cast("Mapping[str, bytes]", given).items():
            yield resolved.add_file(name, content)
        return
    for choice in cast("list[object]", given if isinstance(given, list) else [given]):
        yield choice_value(field.component, choice, resolved)


def choice_value(component: Json, choice: object, resolved: Resolved) -> str:
    """The value that is sent for a choice: an option by label or value, or somebody, or a place."""
    if component["type"] in (STRING_SELECT, CHECKBOX_GROUP):
        return option_value(component, str(choice))
    if component["type"] in SELECTS:
        return resolved.add(choice)
    raise DriverError(f"nothing can be chosen in a component of the type {component['type']}")


def option_value(component: Json, choice: str) -> str:
    """The value of the option with that label or value.

    Raises:
        DriverError: There is no such option.
    """
    options: list[Json] = component["options"]
    for option in options:
        if choice in (option["label"], option["value"]):
            return option["value"]
    raise DriverError(f"no option {choice!r}, only {[option['label'] for option in options]}")


def check_count(name: str, component: Json, chosen: int, *, required: bool) -> None:
    """Whether so many may be chosen.

    Raises:
        DriverError: They are too few or too many.
    """
    if not chosen and not required:
        return
    everything = len(component.get("options") or []) or 1
    unlimited = component["type"] == CHECKBOX_GROUP
    lowest = component.get("min_values", 1)
    highest = component.get("max_values") or (everything if unlimited else 1)
    if not max(lowest, 1 if required else 0) <= chosen <= highest:
        raise DriverError(f"{name!r} takes {lowest} to {highest} choices, not {chosen}")
