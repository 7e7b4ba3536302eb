"""Catches the request that discord.py would make, at the moment it would leave.

Everything is called through discord.py's public API; nothing goes over a socket.
"""
# ruff: noqa: ANN401 - discord.py's own signatures and payloads are of any type here
# pyright: reportPrivateUsage=false
# (the client's state is where discord.py keeps what its objects send with)

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias, cast

import discord
import pytest
from discord.http import HTTPClient, Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from playground.description import Description, description
from playground.rules import broken_rules

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
Payload: TypeAlias = dict[str, Any]


class Caught(Exception):  # noqa: N818 - the way out of discord.py, no error
    """A request at the moment it would leave."""

    def __init__(self, route: Route, body: object, files: int) -> None:
        super().__init__(route.method, route.path)
        self.method = route.method
        self.path = route.url.removeprefix(Route.BASE)
        self.body = body
        self.files = files


def _caught(route: Route, payload: object, parts: list[Payload] | None) -> Caught:
    texts = [part["value"] for part in parts or [] if part["name"] == "payload_json"]
    body = json.loads(texts[0]) if texts else json.loads(json.dumps(payload))
    return Caught(route, body, len(parts or []) - len(texts))


class Wire(HTTPClient):
    """The bot's own routes: each request is thrown instead of sent."""

    async def request(self, route: Route, **kwargs: Any) -> Any:
        """Throw what would be sent."""
        raise _caught(route, kwargs.get("json"), cast("list[Payload] | None", kwargs.get("form")))


class Hook(AsyncWebhookAdapter):
    """The routes of interactions: likewise."""

    async def request(self, route: Route, session: Any, **kwargs: Any) -> Any:
        """Throw what would be sent."""
        parts = cast("list[Payload] | None", kwargs.get("multipart"))
        raise _caught(route, kwargs.get("payload"), parts)


@dataclass(frozen=True, slots=True)
class Desk:
    """The objects of discord.py that a bot sends with."""

    client: discord.Client

    @property
    def channel(self) -> discord.PartialMessageable:
        """A channel to write in."""
        return self.client.get_partial_messageable(123456789012345678)

    @property
    def message(self) -> discord.PartialMessage:
        """A message to edit."""
        return self.channel.get_partial_message(223456789012345678)

    @property
    def guild(self) -> discord.Guild:
        """A server."""
        data = cast("Any", {"id": "323456789012345678", "name": "Elm Street"})
        return discord.Guild(data=data, state=self.client._connection)

    def text_channel(self, kind: int = 0) -> Any:
        """A text channel, or a forum where kind is 15."""
        factory = discord.ForumChannel if kind == 15 else discord.TextChannel
        data = {"id": "423456789012345678", "name": "wednesday", "type": kind, "position": 0}
        return factory(state=self.client._connection, guild=self.guild, data=cast("Any", data))

    def interaction(self, kind: int = 2) -> discord.Interaction[discord.Client]:
        """Something a member did: 2 a command, 3 a component, 4 autocompletion."""
        data = {
            "id": "523456789012345678",
            "type": kind,
            "token": "a-token",
            "version": 1,
            "application_id": "623456789012345678",
            "attachment_size_limit": 1000,
            "user": {"id": "7", "username": "fran", "discriminator": "0", "avatar": None},
        }
        state = self.client._connection
        return discord.Interaction(data=cast("Any", data), state=cast("Any", state))


Sending: TypeAlias = Callable[[Desk], Awaitable[object]]


async def sent(sending: Sending) -> Caught:
    """The request that a call of discord.py makes."""
    client = discord.Client(
        intents=discord.Intents.none(), allowed_mentions=discord.AllowedMentions.none()
    )
    wire = Wire(asyncio.get_running_loop())
    client.http = wire
    client._connection.http = wire
    token = async_context.set(Hook())
    try:
        await sending(Desk(client))
    except Caught as request:
        return request
    finally:
        async_context.reset(token)
    pytest.fail("discord.py sent nothing")


def described() -> Description:
    """Discord's description of its API; where it is absent, the test is skipped."""
    found = description()
    if found is None:
        pytest.skip("Discord's API description is not beside the project")
    return found


def breaks(request: Caught) -> list[str]:
    """What the rules say."""
    found = broken_rules(request.method, request.path, request.body, request.files, now=NOW)
    return [f"{one.path} {one.code}" for one in found]
