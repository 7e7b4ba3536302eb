"""The application's commands, global and per guild."""

from playground.payloads import Json
from playground.refusals import Refused
from playground.rest.call import NOTHING, Call, Reply, Routes

routes = Routes()
GLOBAL = "/applications/{application_id}/commands"
LOCAL = "/applications/{application_id}/guilds/{guild_id}/commands"


@routes.on(f"GET {GLOBAL}")
@routes.on(f"GET {LOCAL}")
def listing(call: Call) -> Reply:
    """The commands of that place."""
    return Reply(body=call.world.commands.get(_place(call), []))


@routes.on(f"PUT {GLOBAL}")
@routes.on(f"PUT {LOCAL}")
def overwrite(call: Call) -> Reply:
    """Set all commands of that place; one with a known name and type keeps its id."""
    place = _place(call)
    kept = {_key(command): command["id"] for command in call.world.commands.get(place, [])}
    commands = [_stored(call, place, given, kept.get(_key(given))) for given in call.body]
    call.world.commands[place] = commands
    return Reply(body=commands)


@routes.on(f"POST {GLOBAL}")
@routes.on(f"POST {LOCAL}")
def create(call: Call) -> Reply:
    """Set one command; it replaces another of its name and type."""
    place = _place(call)
    commands = call.world.commands.setdefault(place, [])
    known = next((one for one in commands if _key(one) == _key(call.form)), None)
    command = _stored(call, place, call.form, known["id"] if known else None)
    call.world.commands[place] = [one for one in commands if one is not known] + [command]
    return Reply(200 if known else 201, command)


@routes.on(f"GET {GLOBAL}/{{command_id}}")
@routes.on(f"GET {LOCAL}/{{command_id}}")
def read(call: Call) -> Reply:
    """One command."""
    return Reply(body=_command(call))


@routes.on(f"PATCH {GLOBAL}/{{command_id}}")
@routes.on(f"PATCH {LOCAL}/{{command_id}}")
def change(call: Call) -> Reply:
    """Edit one command."""
    command = _command(call)
    command.update(call.form, version=str(call.world.next_id()))
    return Reply(body=command)


@routes.on(f"DELETE {GLOBAL}/{{command_id}}")
@routes.on(f"DELETE {LOCAL}/{{command_id}}")
def remove(call: Call) -> Reply:
    """Delete one command."""
    call.world.commands[_place(call)].remove(_command(call))
    return NOTHING


def _place(call: Call) -> int | None:
    if call.id("application_id") != call.world.application.id:
        raise Refused(50001)
    return call.guild.id if "guild_id" in call.params else None


def _key(command: Json) -> tuple[str, int]:
    return command["name"], command.get("type") or 1


def _command(call: Call) -> Json:
    for command in call.world.commands.get(_place(call), []):
        if command["id"] == call.params["command_id"]:
            return command
    raise Refused(10063)


def _stored(call: Call, place: int | None, given: Json, known_id: str | None) -> Json:
    bits = given.get("default_member_permissions")
    command: Json = {
        "dm_permission": True,
        "contexts": None,
        "integration_types": [0],
        "nsfw": False,
        "options": [],
        "description": "",
        **{key: value for key, value in given.items() if value is not None},
        "id": known_id or str(call.world.next_id()),
        "application_id": str(call.world.application.id),
        "version": str(call.world.next_id()),
        "type": given.get("type") or 1,
        "default_member_permissions": None if bits is None else str(bits),
    }
    return command if place is None else {**command, "guild_id": str(place)}
