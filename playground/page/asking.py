"""What a page asks for, read from a request: who, what, and with which values and files.

Turns ids into the things that they name. It does *not* do anything.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from aiohttp import BodyPartReader, web

from playground.page.ground import Stand
from playground.page.people import Profile
from playground.page.sights import one_before
from playground.payloads import Json
from playground.permissions import in_channel
from playground.person import Person
from playground.stage import DriverError
from playground.world import Channel, Message

Files = dict[str, dict[str, bytes]]
"""Uploaded files: by the field that they belong to, then by name."""


class Misasked(ValueError):  # noqa: N818 - a fact about the request
    """The request is not one of ours."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One wish of somebody at the page."""

    do: str
    viewer: str
    given: Json
    files: Files = field(default_factory=dict[str, dict[str, bytes]])

    def text(self, key: str) -> str:
        """A text.

        Raises:
            Misasked: There is none under the key.
        """
        value = self.given.get(key, "")
        if not isinstance(value, str):
            raise Misasked(f"{key} is a text")
        return value

    def part(self, key: str) -> Json:
        """An object; empty where there is none."""
        value: object = self.given.get(key) or {}
        if not isinstance(value, dict):
            raise Misasked(f"{key} is an object")
        return cast("Json", value)

    def listed(self, key: str) -> list[str]:
        """A list of texts; empty where there is none."""
        value: object = self.given.get(key) or []
        if not isinstance(value, list):
            raise Misasked(f"{key} is a list")
        return [str(one) for one in cast("list[Any]", value)]

    def number(self, key: str) -> float:
        """A number."""
        value = self.given.get(key)
        if not isinstance(value, int | float):
            raise Misasked(f"{key} is a number")
        return float(value)

    def upload(self, name: str = "") -> Mapping[str, bytes]:
        """The files of a field."""
        return self.files.get(name, {})


@dataclass(frozen=True, slots=True)
class Before:
    """The stand and the member that a wish is about."""

    stand: Stand
    viewer: Profile

    @property
    def person(self) -> Person:
        """Who wishes."""
        return self.viewer.person

    def channel(self, number: str) -> Channel:
        """A channel that they see.

        Raises:
            DriverError: There is none.
        """
        world = self.stand.scene.discord.world
        found = world.channels.get(int(number)) if number.isdigit() else None
        if found is None or not in_channel(world, found, self.person.id):
            raise DriverError("there is no such channel any more")
        return found

    def message(self, channel: str, number: str) -> Message:
        """A message that they see.

        Raises:
            DriverError: There is none.
        """
        world = self.stand.scene.discord.world
        place = self.channel(channel)
        if number.isdigit() and (found := one_before(world, self.person, place, int(number))):
            return found
        raise DriverError("that message is not there any more")


def before(stand: Stand, viewer: str) -> Before:
    """Where somebody's wish is carried out.

    Raises:
        Misasked: Nobody has that name.
    """
    if viewer not in stand.people:
        raise Misasked("nobody is called like that")
    return Before(stand, stand.people[viewer])


async def read_asked(request: web.Request) -> Asked:
    """The wish in a request: JSON, or a form with JSON under `wish` and files beside it.

    Raises:
        Misasked: It is neither.
    """
    if request.content_type == "application/json":
        return _asked(await request.read(), {})
    if request.content_type != "multipart/form-data":
        raise Misasked("wishes are sent as JSON or as a form")
    wish, files = b"", Files()
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        if part.name == "wish":
            wish = bytes(await part.read())
        elif (part.name or "").startswith("file:"):
            kept = files.setdefault((part.name or "")[5:], {})
            kept[part.filename or "file"] = bytes(await part.read())
    return _asked(wish, files)


def _asked(text: bytes, files: Files) -> Asked:
    try:
        found = json.loads(text)
    except ValueError:
        raise Misasked("a wish is written in JSON") from None
    if not isinstance(found, dict):
        raise Misasked("a wish is an object")
    wish = cast("Json", found)
    return Asked(str(wish.get("do", "")), str(wish.get("viewer", "")), wish, files)
