"""The whole of what one member's page shows, in sections that are sent when they change.

It does *not* know how sections get to the browser.
"""

import time
from collections.abc import Iterator
from typing import Protocol

from playground.clock import SteeredClock
from playground.description import description
from playground.page.channel_view import channel_views, pings_waiting, seen_channels
from playground.page.ground import BotState, Stand
from playground.page.message_view import message_view
from playground.page.pending import Waiting
from playground.page.people import Profile
from playground.page.received import received
from playground.page.sights import before
from playground.payloads import Json
from playground.world import Event

LAST_WORDS = 12
Sections = dict[str, object]


class Teller(Protocol):
    """Whoever tells the story."""

    def view(self) -> Json:
        """Where the story stands."""
        ...


def mark_of(clock: SteeredClock) -> float:
    """A number that changes when the clock is set, and not while it goes on by itself."""
    return round(clock.now().timestamp() - time.monotonic() * clock.rate, 1)


def common(stand: Stand, teller: Teller, planned: list[Waiting]) -> Sections:
    """What is the same for every member."""
    clock = stand.scene.discord.clock
    return {
        "stand": stand.number,
        "server": _server(stand),
        "people": [_person(stand, one) for one in stand.people.values()],
        "clock": {"rate": clock.rate, "mark": mark_of(clock)},
        "bot": _bot(stand),
        "pending": [_planned(one) for one in planned],
        "received": _received(stand),
        "story": teller.view(),
    }


def own(stand: Stand, viewer: Profile) -> Sections:
    """What one member sees."""
    return {
        "me": _person(stand, viewer),
        "channels": channel_views(stand, viewer.person),
        "events": list(_events(stand, viewer)),
        **dict(_messages(stand, viewer)),
    }


def _messages(stand: Stand, viewer: Profile) -> Iterator[tuple[str, object]]:
    world = stand.scene.discord.world
    asked = stand.scene.discord.interactions.by_token.values()
    names = {str(one.id): one.name for one in asked}
    for channel in seen_channels(stand, viewer.person):
        shown = before(world, viewer.person, channel)
        yield (
            f"messages:{channel.id}",
            [message_view(world, viewer.person, channel, one, names) for one in shown],
        )


def _person(stand: Stand, one: Profile) -> Json:
    return {
        "key": one.key,
        "id": str(one.person.id),
        "name": one.person.name,
        "city": one.city,
        "zone": one.zone,
        "locale": one.locale,
        "pings": pings_waiting(stand, one.person),
    }


def _server(stand: Stand) -> Json:
    guild, world = stand.scene.server.guild, stand.scene.discord.world
    return {
        "id": str(guild.id),
        "name": guild.name,
        "bot": {"id": str(world.bot.id), "name": world.bot.name},
        "users": {str(user.id): user.name for user in world.users.values()},
        "roles": [{"id": str(one.id), "name": one.name} for one in guild.roles.values()],
    }


def _events(stand: Stand, viewer: Profile) -> Iterator[Json]:
    seen = {one.id: one.name for one in seen_channels(stand, viewer.person)}
    for event in sorted(stand.scene.server.events, key=lambda one: one.start):
        if event.channel_id is None or event.channel_id in seen:
            yield _event(event, seen.get(event.channel_id or 0))


def _event(event: Event, place: str | None) -> Json:
    return {
        "id": str(event.id),
        "name": event.name,
        "description": event.description or "",
        "start": int(event.start.timestamp()),
        "end": None if event.end is None else int(event.end.timestamp()),
        "place": place or event.location or "",
        "channel": str(event.channel_id) if place else None,
        "status": event.status,
    }


def _bot(stand: Stand) -> Json:
    state = stand.bot_state
    down = state is BotState.DOWN
    log = stand.scene.bot.log.splitlines()[-LAST_WORDS:] if down else []
    return {"state": state, "starts": stand.scene.bot.starts, "log": log}


def _planned(one: Waiting) -> Json:
    due = int(one.due.timestamp())
    return {"action": one.action, "due": due, "state": one.state, "lead": one.lead}


def _received(stand: Stand) -> Json:
    discord = stand.scene.discord
    return {
        "described": description() is not None,
        "count": len(discord.journal.entries),
        "objections": len(discord.violations),
        "faults": [f"{one.method} {one.path}" for one in discord.own_faults[-5:]],
        "last": [
            {
                "number": one.number,
                "clock": one.entry.clock,
                "method": one.entry.method,
                "route": one.entry.route.partition(" ")[2],
                "status": one.entry.status,
                "lost": one.entry.lost,
                "objections": list(one.objections),
            }
            for one in received(discord)
        ],
    }
