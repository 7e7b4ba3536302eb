"""Guilds, their members and roles."""

from playground.gateway_events import Intent
from playground.payloads import Json
from playground.permissions import P
from playground.refusals import Refused
from playground.rest.call import NOTHING, Call, Reply, Routes
from playground.shapes import guild_json, member_json, role_json
from playground.world import Happening, Member, Role

routes = Routes()


@routes.on("GET /guilds/{guild_id}")
def read(call: Call) -> Reply:
    """One guild."""
    counts = {}
    if call.query.get("with_counts", "").lower() in ("1", "true"):
        counts = {
            "approximate_member_count": len(call.guild.members),
            "approximate_presence_count": len(call.guild.members),
        }
    return Reply(body={**guild_json(call.guild), **counts})


@routes.on("GET /guilds/{guild_id}/members")
def members(call: Call) -> Reply:
    """A page of the members, by id; only with the members intent switched on."""
    if not call.world.application.members:
        raise Refused(50001)
    after, limit = int(call.query.get("after", "0")), int(call.query.get("limit", "1"))
    found = sorted(
        (one for one in call.guild.members.values() if one.user.id > after),
        key=lambda one: one.user.id,
    )
    return Reply(body=[member_json(one) for one in found[:limit]])


@routes.on("GET /guilds/{guild_id}/members/search")
def search(call: Call) -> Reply:
    """Members whose name or nickname starts like the query."""
    prefix, limit = call.query["query"].lower(), int(call.query.get("limit", "1"))
    found = [one for one in call.guild.members.values() if _named_like(one, prefix)]
    return Reply(body=[member_json(one) for one in found[:limit]])


@routes.on("GET /guilds/{guild_id}/members/{user_id}")
def member(call: Call) -> Reply:
    """One member."""
    return Reply(body=member_json(_member(call)))


@routes.on("GET /guilds/{guild_id}/roles")
def roles(call: Call) -> Reply:
    """The guild's roles."""
    return Reply(body=[role_json(role) for role in call.guild.roles.values()])


@routes.on("POST /guilds/{guild_id}/roles")
def create_role(call: Call) -> Reply:
    """Make a role."""
    call.need_in_guild(P.MANAGE_ROLES)
    body = call.form
    role = Role(
        call.world.next_id(),
        body.get("name") or "new role",
        int(body.get("permissions") or 0),
        mentionable=bool(body.get("mentionable")),
    )
    call.guild.roles[role.id] = role
    data: Json = {"guild_id": str(call.guild.id), "role": role_json(role)}
    call.world.tell(Happening("GUILD_ROLE_CREATE", data, Intent.GUILDS))
    return Reply(body=role_json(role))


@routes.on("PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}")
def give_role(call: Call) -> Reply:
    """Give a member a role that stands below the bot's own."""
    found, role = _member(call), _role(call)
    if role.id not in found.roles:
        found.roles.append(role.id)
        _tell_member(call, found)
    return NOTHING


@routes.on("DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}")
def take_role(call: Call) -> Reply:
    """Take a role from a member."""
    found, role = _member(call), _role(call)
    if role.id in found.roles:
        found.roles.remove(role.id)
        _tell_member(call, found)
    return NOTHING


def _named_like(member: Member, prefix: str) -> bool:
    names = (member.user.name, member.nick or "")
    return any(name.lower().startswith(prefix) for name in names if name)


def _member(call: Call) -> Member:
    found = call.guild.members.get(call.id("user_id"))
    if found is None:
        raise Refused(10007)
    return found


def _role(call: Call) -> Role:
    call.need_in_guild(P.MANAGE_ROLES)
    role = call.guild.roles.get(call.id("role_id"))
    if role is None:
        raise Refused(10011)
    if role.managed:
        raise Refused(50013)
    return role


def _tell_member(call: Call, member: Member) -> None:
    data = {**member_json(member), "guild_id": str(call.guild.id)}
    call.world.tell(Happening("GUILD_MEMBER_UPDATE", data, Intent.GUILD_MEMBERS))
