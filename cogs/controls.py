"""Buttons, menus and forms that work for ever: what was pressed is said by the control's id.

An id reads `cv:<thing>:<number>:<verb>` with, where it applies, `:<rest>` (a marker by which a
message is found again, or what to go on with). All state is in the database, so every control
works after a restart. Views are stopped before they are sent: discord.py then keeps nothing of
them in memory, and one router serves presses and submits alike.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import discord
from discord import ui

Interaction = discord.Interaction[Any]

_ID = re.compile(
    r"cv:(?P<thing>[a-z]+):(?P<number>\d+):(?P<verb>[a-z]+)(?::(?P<rest>[A-Za-z0-9._-]+))?"
)
LONGEST_ID = 100

V = TypeVar("V", bound=ui.View | ui.LayoutView)


def custom_id(thing: str, number: int, verb: str, rest: str = "") -> str:
    """The id of a control, at most 100 characters."""
    made = f"cv:{thing}:{number}:{verb}" + (f":{rest}" if rest else "")
    if not _ID.fullmatch(made) or len(made) > LONGEST_ID:
        raise ValueError("not a control's id")
    return made


def still(view: V) -> V:
    """The view, stopped: it is only shown, the router answers."""
    view.stop()
    return view


def button(
    label: str,
    thing: str,
    number: int,
    verb: str,
    rest: str = "",
    *,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    disabled: bool = False,
) -> ui.Button[Any]:
    """A button that the router knows."""
    made = custom_id(thing, number, verb, rest)
    return ui.Button(label=label, custom_id=made, style=style, disabled=disabled)


def carried(message: discord.Message, mark: str) -> bool:
    """Whether a control of the message carries the marker."""
    return any(made.endswith(f":{mark}") for made in _ids(message.components))


def _ids(components: Iterable[Any]) -> Iterator[str]:
    """The ids of all controls, however deep they lie."""
    for part in components:
        made = getattr(part, "custom_id", None)
        if made:
            yield made
        yield from _ids(getattr(part, "children", ()))


@dataclass(frozen=True, slots=True)
class Press:
    """A press, a choice from a menu, or a submitted form.

    `values` are what was chosen from a menu, `fields` what stands in a form by field id: a text,
    or the tuple of chosen values.
    """

    interaction: Interaction
    number: int
    verb: str
    rest: str
    values: tuple[str, ...] = ()
    fields: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict[str, str])

    def text(self, name: str) -> str:
        """A form's text field; empty where nothing was typed."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else next(iter(value), "")

    def chosen(self, name: str) -> tuple[str, ...]:
        """What was chosen in a form's menu."""
        value = self.fields.get(name, ())
        return (value,) if isinstance(value, str) else value


Handler = Callable[[Press], Awaitable[None]]
OnError = Callable[[Interaction, Exception], Awaitable[None]]


class Router:
    """Brings each press to its handler; what goes wrong becomes one sentence."""

    def __init__(self, on_error: OnError) -> None:
        self._handlers: dict[tuple[str, str], Handler] = {}
        self._on_error = on_error

    def on(self, thing: str, verb: str, handler: Handler) -> None:
        """Serves a control; each has one handler."""
        if (thing, verb) in self._handlers:
            raise ValueError(f"{thing} {verb} has a handler")
        self._handlers[thing, verb] = handler

    async def route(self, interaction: Interaction) -> None:
        """Handles an interaction if it comes from a control of ours."""
        data = cast("Mapping[str, Any]", interaction.data or {})
        found = _ID.fullmatch(str(data.get("custom_id", "")))
        handler = self._handlers.get((found["thing"], found["verb"])) if found else None
        if found is None or handler is None:
            return
        press = Press(
            interaction=interaction,
            number=int(found["number"]),
            verb=found["verb"],
            rest=found["rest"] or "",
            values=tuple(data.get("values", ())),
            fields=dict(_fields(data.get("components", ()))),
        )
        try:
            await handler(press)
        except Exception as error:  # noqa: BLE001 - the member is told whatever happens
            await self._on_error(interaction, error)


def _fields(parts: Any) -> Iterator[tuple[str, str | tuple[str, ...]]]:  # noqa: ANN401 - Discord's JSON
    """Every field of a submitted form, however deep its label or row lies."""
    for part in parts:
        if "components" in part:
            yield from _fields(part["components"])
        elif "component" in part:
            yield from _fields((part["component"],))
        elif "values" in part:
            yield part["custom_id"], tuple(part["values"])
        elif "custom_id" in part:
            yield part["custom_id"], str(part.get("value") or "")
