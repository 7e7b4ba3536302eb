"""One REST call as a route sees it, its answer, and the table of routes.

Knows how to look things up and refuse what is not there. It does *not* know HTTP.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

from playground.interactions import Interactions
from playground.messages import Upload
from playground.payloads import Json
from playground.permissions import Permission, in_channel, in_guild
from playground.refusals import Refused
from playground.world import Channel, Guild, Message, User, World


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back: a status and JSON; no body with 204."""

    status: int = 200
    body: Any = None


NOTHING = Reply(204)


@dataclass(frozen=True)
class Call:
    """One request that got through the door.

    `notes` is what the route wants the journal to keep.
    """

    world: World
    interactions: Interactions
    method: str
    path: str
    params: dict[str, str]
    query: dict[str, str]
    body: Any = None
    uploads: list[Upload] = field(default_factory=list[Upload])
    notes: Json = field(default_factory=dict[str, Any])

    @property
    def form(self) -> Json:
        """The body, which the schema says is an object; nothing is an empty one."""
        return cast("Json", self.body) if isinstance(self.body, dict) else {}

    @property
    def bot(self) -> User:
        """Who calls."""
        return self.world.bot

    def id(self, name: str) -> int:
        """A snowflake from the path."""
        return int(self.params[name])

    @cached_property
    def guild(self) -> Guild:
        """The guild in the path, of which the bot must be a member."""
        guild = self.world.guilds.get(self.id("guild_id"))
        if guild is None:
            raise Refused(10004)
        if self.bot.id not in guild.members:
            raise Refused(50001)
        return guild

    @cached_property
    def channel(self) -> Channel:
        """The channel in the path, which the bot must be able to see."""
        return self.find_channel(self.id("channel_id"))

    @cached_property
    def message(self) -> Message:
        """The message in the path, in the channel in the path."""
        self.need(Permission.READ_MESSAGE_HISTORY, 50001)
        return find_message(self.channel, self.id("message_id"))

    def find_channel(self, channel_id: int) -> Channel:
        """A channel that the bot can see."""
        channel = self.world.channels.get(channel_id)
        if channel is None:
            raise Refused(10003)
        if not in_channel(self.world, channel, self.bot.id) & Permission.VIEW_CHANNEL:
            raise Refused(50001)
        return channel

    @property
    def bits(self) -> Permission:
        """What the bot may do in the channel."""
        return in_channel(self.world, self.channel, self.bot.id)

    def need(self, wanted: Permission, code: int = 50013) -> None:
        """Refuse unless the bot has all of `wanted` in the channel."""
        if wanted & ~self.bits:
            raise Refused(code)

    def need_in_guild(self, wanted: Permission) -> None:
        """Refuse unless the bot has all of `wanted` in the guild."""
        if wanted & ~in_guild(self.guild, self.bot.id):
            raise Refused(50013)


def find_message(channel: Channel, message_id: int) -> Message:
    """A message that stands in the channel and is not for one member's eyes alone."""
    message = channel.messages.get(message_id)
    if message is None or message.deleted or message.ephemeral:
        raise Refused(10008)
    return message


@dataclass(frozen=True, slots=True)
class Route:
    """A method, a path with `{holes}`, and what answers it."""

    method: str
    template: str
    answer: Callable[[Call], Reply]
    pattern: re.Pattern[str]

    @property
    def name(self) -> str:
        """How faults, limits and the journal call it."""
        return f"{self.method} {self.template}"


class Routes:
    """The routes of one subject, collected by decorator: `@routes.on("GET /gateway")`."""

    def __init__(self) -> None:
        self._routes: list[Route] = []

    def on(self, name: str) -> Callable[[Callable[[Call], Reply]], Callable[[Call], Reply]]:
        """Answer `METHOD /path/{hole}` with the decorated function."""
        method, template = name.split(" ", 1)
        hole = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template)
        pattern = re.compile(hole)

        def keep(answer: Callable[[Call], Reply]) -> Callable[[Call], Reply]:
            self._routes.append(Route(method, template, answer, pattern))
            return answer

        return keep

    def __iter__(self) -> Iterator[Route]:
        """All of them, in order of definition: the first that fits answers."""
        return iter(self._routes)
