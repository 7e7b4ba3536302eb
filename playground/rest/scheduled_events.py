"""Scheduled events over REST."""

from dataclasses import replace
from datetime import UTC, datetime

from playground.events import ACTIVE, VOICE, change, check, event_json, move_on
from playground.gateway_events import Intent
from playground.payloads import Json
from playground.permissions import P, Permission, in_channel, in_guild
from playground.refusals import Refused, invalid
from playground.rest.call import NOTHING, Call, Reply, Routes
from playground.shapes import member_json, user_json
from playground.world import Event, Happening, Kind

routes = Routes()


@routes.on("GET /guilds/{guild_id}/scheduled-events")
def listing(call: Call) -> Reply:
    """The guild's scheduled events, without those that are over."""
    standing = [one for one in call.guild.events.values() if one.status <= ACTIVE]
    return Reply(body=[event_json(call.world, one) for one in standing])


@routes.on("POST /guilds/{guild_id}/scheduled-events")
def create(call: Call) -> Reply:
    """Make an event."""
    never = datetime.min.replace(tzinfo=UTC)
    event = Event(call.world.next_id(), call.guild.id, "", never, VOICE, call.bot.id)
    change(event, call.form)
    check(event, call.world.clock.now(), moved=True)
    _check_may(call, event)
    call.guild.events[event.id] = event
    _tell(call, "GUILD_SCHEDULED_EVENT_CREATE", event)
    return Reply(body=event_json(call.world, event))


@routes.on("GET /guilds/{guild_id}/scheduled-events/{event_id}")
def read(call: Call) -> Reply:
    """One event."""
    return Reply(body=event_json(call.world, _event(call)))


@routes.on("PATCH /guilds/{guild_id}/scheduled-events/{event_id}")
def edit(call: Call) -> Reply:
    """Change an event, or start, complete or cancel it."""
    old = _event(call)
    _check_may(call, old)
    if old.status > ACTIVE:
        raise Refused(180000)
    event = replace(old)
    change(event, call.form)
    check(event, call.world.clock.now(), moved=event.start != old.start)
    _check_may(call, event)
    if call.form.get("status") not in (None, event.status):
        move_on(event, int(call.form["status"]))
    call.guild.events[event.id] = event
    _tell(call, "GUILD_SCHEDULED_EVENT_UPDATE", event)
    return Reply(body=event_json(call.world, event))


@routes.on("DELETE /guilds/{guild_id}/scheduled-events/{event_id}")
def remove(call: Call) -> Reply:
    """Delete an event."""
    event = _event(call)
    _check_may(call, event)
    del call.guild.events[event.id]
    _tell(call, "GUILD_SCHEDULED_EVENT_DELETE", event)
    return NOTHING


@routes.on("GET /guilds/{guild_id}/scheduled-events/{event_id}/users")
def subscribers(call: Call) -> Reply:
    """Who is interested."""
    event = _event(call)
    shapes: list[Json] = [
        {
            "guild_scheduled_event_id": str(event.id),
            "user_id": str(user_id),
            "response": 1,
            "user": user_json(call.world.users[user_id]),
            "member": member_json(call.guild.members[user_id]),
        }
        for user_id in event.subscribers
        if user_id in call.guild.members
    ]
    return Reply(body=shapes)


def _event(call: Call) -> Event:
    event = call.guild.events.get(call.id("event_id"))
    if event is None:
        raise Refused(10070)
    return event


def _check_may(call: Call, event: Event) -> None:
    """Own events need Create Events, others' Manage Events; a voice event its channel, too."""
    bits = in_guild(call.guild, call.bot.id)
    if event.channel_id is not None:
        channel = call.find_channel(event.channel_id)
        if channel.kind is not Kind.VOICE or channel.guild_id != call.guild.id:
            raise invalid("channel_id", "CHANNEL_TYPE_INVALID", "Must be a voice channel.")
        bits = in_channel(call.world, channel, call.bot.id)
        if not bits & Permission.CONNECT:
            raise Refused(50013)
    own = event.creator_id == call.bot.id
    if not bits & (P.MANAGE_EVENTS | P.CREATE_EVENTS if own else P.MANAGE_EVENTS):
        raise Refused(50013)


def _tell(call: Call, name: str, event: Event) -> None:
    data = event_json(call.world, event)
    call.world.tell(Happening(name, data, Intent.GUILD_SCHEDULED_EVENTS))
