"""Channels that are no threads, and what applies to all: read, make, edit, delete, overwrite."""

from playground.gateway_events import Intent
from playground.payloads import Json, items
from playground.permissions import P, in_channel
from playground.refusals import Refused, invalid
from playground.rest.call import NOTHING, Call, Reply, Routes
from playground.shapes import channel_json
from playground.threads import change_thread, tell_thread_gone
from playground.world import Channel, Happening, Kind, Overwrite, World

routes = Routes()


@routes.on("GET /channels/{channel_id}")
def read(call: Call) -> Reply:
    """One channel."""
    return Reply(body=channel_json(call.world, call.channel))


@routes.on("GET /guilds/{guild_id}/channels")
def of_guild(call: Call) -> Reply:
    """The guild's channels without its threads; Discord lists also those the bot cannot enter."""
    found = call.world.channels_of(call.guild)
    return Reply(body=[channel_json(call.world, channel) for channel in found])


@routes.on("POST /guilds/{guild_id}/channels")
def create(call: Call) -> Reply:
    """Make a channel."""
    call.need_in_guild(P.MANAGE_CHANNELS)
    body = call.form
    parent = body.get("parent_id")
    channel = Channel(
        call.world.next_id(),
        Kind(body.get("type") or Kind.TEXT),
        body["name"],
        call.guild.id,
        None if parent is None else int(parent),
        position=len(call.world.channels_of(call.guild)),
        topic=body.get("topic"),
    )
    for given in items(body, "permission_overwrites"):
        _overwrite(channel, int(given["id"]), given)
    call.world.channels[channel.id] = channel
    tell_channel(call.world, "CHANNEL_CREATE", channel)
    return Reply(201, channel_json(call.world, channel))


@routes.on("PATCH /channels/{channel_id}")
def change(call: Call) -> Reply:
    """Edit a channel or thread."""
    channel = call.channel
    if channel.kind is Kind.DM:
        raise Refused(50003)
    if channel.is_thread:
        change_thread(call.world, channel, call.bot.id, call.form)
    else:
        call.need(P.MANAGE_CHANNELS)
        _change(call.world, channel, call.form)
    return Reply(body=channel_json(call.world, channel))


@routes.on("DELETE /channels/{channel_id}")
def remove(call: Call) -> Reply:
    """Delete a channel with its threads, or a thread."""
    channel = call.channel
    if channel.kind is Kind.DM:
        return Reply(body=channel_json(call.world, channel))
    call.need(P.MANAGE_THREADS if channel.is_thread else P.MANAGE_CHANNELS)
    shape = channel_json(call.world, channel)
    remove_channel(call.world, channel)
    return Reply(body=shape)


@routes.on("PUT /channels/{channel_id}/permissions/{overwrite_id}")
def overwrite(call: Call) -> Reply:
    """Allow and deny for a role or member."""
    call.need(P.MANAGE_ROLES)
    _overwrite(call.channel, call.id("overwrite_id"), call.form)
    tell_channel(call.world, "CHANNEL_UPDATE", call.channel)
    return NOTHING


@routes.on("DELETE /channels/{channel_id}/permissions/{overwrite_id}")
def drop_overwrite(call: Call) -> Reply:
    """Take an overwrite back."""
    call.need(P.MANAGE_ROLES)
    call.channel.overwrites.pop(call.id("overwrite_id"), None)
    tell_channel(call.world, "CHANNEL_UPDATE", call.channel)
    return NOTHING


def remove_channel(world: World, channel: Channel) -> None:
    """Take a channel away, its threads with it, and tell."""
    for thread in [one for one in world.channels.values() if one.parent_id == channel.id]:
        if thread.is_thread:
            del world.channels[thread.id]
    if channel.is_thread:
        tell_thread_gone(world, channel)
    else:
        tell_channel(world, "CHANNEL_DELETE", channel)
    del world.channels[channel.id]


def tell_channel(world: World, name: str, channel: Channel) -> None:
    """Let the watchers know of a channel that the bot can see."""
    if in_channel(world, channel, world.bot.id):
        world.tell(Happening(name, channel_json(world, channel), Intent.GUILDS, channel))


def _change(world: World, channel: Channel, body: Json) -> None:
    if "name" in body and not 1 <= len(body["name"] or "") <= 100:
        raise invalid("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
    channel.name = body.get("name", channel.name)
    channel.topic = body.get("topic", channel.topic)
    channel.nsfw = body.get("nsfw", channel.nsfw)
    channel.slowmode = body.get("rate_limit_per_user", channel.slowmode) or 0
    if body.get("permission_overwrites") is not None:
        channel.overwrites.clear()
        for given in body["permission_overwrites"]:
            _overwrite(channel, int(given["id"]), given)
    tell_channel(world, "CHANNEL_UPDATE", channel)


def _overwrite(channel: Channel, target: int, given: Json) -> None:
    bits = [int(given.get(key) or 0) for key in ("allow", "deny")]
    channel.overwrites[target] = Overwrite(target, int(given["type"]), *bits)
