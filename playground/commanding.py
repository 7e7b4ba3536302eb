"""A slash command or menu as a person finds and fills it, checked like the real client does.

Reads the commands that the bot has synced: a command, option or choice that is not there, a
required option that is missing, a value out of its range is a clear error of the driver.
"""

from dataclasses import dataclass
from typing import Any

from playground.payloads import Json
from playground.permissions import Permission, in_channel
from playground.resolving import Resolved
from playground.stage import DriverError
from playground.world import Channel, User, World

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE = range(1, 9)
MENTIONABLE, NUMBER, ATTACHMENT = 9, 10, 11
SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Found:
    """A command, the names that lead to the chosen subcommand, and that one's options."""

    command: Json
    path: list[Json]
    options: list[Json]

    def data(self, options: list[Json]) -> Json:
        """The interaction's data with these options in the right place."""
        for step in reversed(self.path):
            options = [{"type": step["type"], "name": step["name"], "options": options}]
        return {**command_json(self.command), "options": options}


def command_json(command: Json) -> Json:
    """What names a command in an interaction's data."""
    shape = {"id": command["id"], "name": command["name"], "type": command["type"]}
    return shape | ({"guild_id": command["guild_id"]} if "guild_id" in command else {})


def find_command(world: World, channel: Channel, user: User, name: str, kind: int = SLASH) -> Json:
    """The command of that name which the user is shown in the channel.

    Raises:
        DriverError: There is none, or not for this user, or not here.
    """
    places = (channel.guild_id, None) if channel.guild_id is not None else (None,)
    synced = [one for place in places for one in world.commands.get(place, [])]
    found = next((one for one in synced if one["name"] == name and one["type"] == kind), None)
    if found is None:
        known = sorted(one["name"] for one in synced if one["type"] == kind)
        raise DriverError(f"the bot has no command {name!r}; it has {known}")
    _check_shown(world, channel, user, found)
    return found


def find_subcommand(command: Json, words: list[str]) -> Found:
    """Follow the words after a command's name to a subcommand.

    Raises:
        DriverError: A word leads nowhere, or a subcommand is still to be chosen.
    """
    node, path = command, list[Json]()
    for word in words:
        inner = {one["name"]: one for one in _subcommands(node)}
        if word not in inner:
            raise DriverError(f"{node['name']!r} has no subcommand {word!r}, only {sorted(inner)}")
        node = inner[word]
        path.append(node)
    if _subcommands(node):
        names = [one["name"] for one in _subcommands(node)]
        raise DriverError(f"{node['name']!r} needs one of its subcommands {names}")
    return Found(command, path, node.get("options") or [])


def filled(found: Found, values: dict[str, object], resolved: Resolved) -> list[Json]:
    """The options with their values, by name, checked.

    Raises:
        DriverError: An option is unknown or missing, or its value is refused by the client.
    """
    given = _by_option(found, values)
    missing = [
        one["name"] for one in found.options if one.get("required") and one["name"] not in given
    ]
    if missing:
        raise DriverError(f"{found.command['name']!r} needs {missing}")
    options = {one["name"]: one for one in found.options}
    return [
        {
            "type": options[name]["type"],
            "name": name,
            "value": _value(options[name], value, resolved),
        }
        for name, value in given.items()
    ]


def half_filled(found: Found, focused: str, typed: str, values: dict[str, object]) -> list[Json]:
    """The options while one is still being typed.

    Raises:
        DriverError: The option is unknown or offers no completion.
    """
    options = {one["name"]: one for one in found.options}
    if not options.get(focused, {}).get("autocomplete"):
        raise DriverError(f"{focused!r} is no option with completion, of {sorted(options)}")
    given = _by_option(found, values)
    shapes: list[Json] = [
        {"type": options[name]["type"], "name": name, "value": value}
        for name, value in given.items()
        if isinstance(value, str | int | float)
    ]
    mine: Json = {"type": options[focused]["type"], "name": focused, "value": typed}
    return [*shapes, {**mine, "focused": True}]


def _check_shown(world: World, channel: Channel, user: User, command: Json) -> None:
    if channel.guild_id is None:
        contexts = command.get("contexts")
        if not (command.get("dm_permission", True) if contexts is None else 1 in contexts):
            raise DriverError(f"{command['name']!r} is not shown in direct messages")
        return
    bits = in_channel(world, channel, user.id)
    if not bits & Permission.USE_APPLICATION_COMMANDS:
        raise DriverError(f"{user.name} may not use commands in {channel.name!r}")
    needed = command["default_member_permissions"]
    if command["name"] in world.guilds[channel.guild_id].opened_commands or needed is None:
        return
    wanted = Permission(int(needed)) or Permission.ADMINISTRATOR
    if wanted & ~bits:
        raise DriverError(f"{command['name']!r} is not shown to {user.name}")


def _subcommands(node: Json) -> list[Json]:
    options: list[Json] = node.get("options") or []
    return [one for one in options if one["type"] in (SUBCOMMAND, GROUP)]


def _by_option(found: Found, values: dict[str, object]) -> dict[str, object]:
    """The values by the options' own names: Python's names have `_` where Discord's have `-`."""
    names = {one["name"].replace("-", "_"): one["name"] for one in found.options}
    unknown = sorted(name for name in values if name.replace("-", "_") not in names)
    if unknown:
        raise DriverError(
            f"{found.command['name']!r} has no {unknown}, only {list(names.values())}"
        )
    return {names[name.replace("-", "_")]: value for name, value in values.items()}


def _value(option: Json, value: object, resolved: Resolved) -> object:
    kind: int = option["type"]
    if kind in (USER, CHANNEL, ROLE, MENTIONABLE):
        _check_channel(option, value)
        return resolved.add(value)
    if kind == ATTACHMENT:
        return _attached(option, value, resolved)
    if option.get("choices"):
        return _chosen(option, value)
    types: dict[int, Any] = {STRING: str, INTEGER: int, BOOLEAN: bool, NUMBER: (int, float)}
    if not isinstance(value, types[kind]) or (isinstance(value, bool) and kind != BOOLEAN):
        raise DriverError(f"{option['name']!r} takes {types[kind]}, not {value!r}")
    _check_range(option, value)
    return value


def _check_channel(option: Json, value: object) -> None:
    kinds = option.get("channel_types")
    if kinds and isinstance(value, Channel) and value.kind not in kinds:
        raise DriverError(f"{option['name']!r} takes channels of the types {kinds}")


def _attached(option: Json, value: object, resolved: Resolved) -> str:
    match value:
        case (str() as name, bytes() as content):
            return resolved.add_file(name, content)
        case _:
            raise DriverError(f"{option['name']!r} takes a pair of a name and bytes")


def _chosen(option: Json, value: object) -> object:
    for choice in option["choices"]:
        if value in (choice["name"], choice["value"]):
            return choice["value"]
    raise DriverError(f"{option['name']!r} has no choice {value!r}, only {option['choices']}")


def _check_range(option: Json, value: Any) -> None:  # noqa: ANN401 - checked by type before
    measure = len(value) if isinstance(value, str) else value
    unit = "length" if isinstance(value, str) else "value"
    lowest, highest = option.get(f"min_{unit}"), option.get(f"max_{unit}")
    too_small = lowest is not None and measure < lowest
    if too_small or (highest is not None and measure > highest):
        raise DriverError(f"{option['name']!r} takes a {unit} of {lowest} to {highest}")
