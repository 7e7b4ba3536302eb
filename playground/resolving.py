"""What Discord sends beside chosen ids: the users, members, roles, channels, files themselves.

Knows how to turn a person's choice into an id and its resolved object.
"""

import mimetypes
from typing import Protocol, runtime_checkable

from playground.interaction_shapes import channel_with_permissions
from playground.message_shapes import attachment_json
from playground.messages import Upload, attach
from playground.payloads import Json
from playground.shapes import member_json, role_json, user_json
from playground.stage import DriverError
from playground.world import Channel, Role, User, World


@runtime_checkable
class Somebody(Protocol):
    """A person, or whatever else stands for a user."""

    user: User


Choice = Somebody | User | Role | Channel


class Resolved:
    """Collects the `resolved` part of an interaction's data."""

    def __init__(self, world: World, channel: Channel, actor: User) -> None:
        self._world = world
        self._channel = channel
        self._actor = actor
        self._found: dict[str, Json] = {}

    def json(self) -> Json:
        """The part as it goes into the data: nothing at all where nothing was chosen."""
        return {"resolved": self._found} if self._found else {}

    def add(self, choice: object) -> str:
        """Take a user, role or channel in, itself or its id; its id.

        Raises:
            DriverError: It is none of these.
        """
        if isinstance(choice, int):
            choice = self._by_id(choice)
        if isinstance(choice, Somebody):
            return self._user(choice.user)
        if isinstance(choice, User):
            return self._user(choice)
        if isinstance(choice, Role):
            self._keep("roles", choice.id, role_json(choice))
            return str(choice.id)
        if isinstance(choice, Channel):
            shape = channel_with_permissions(self._world, choice, self._actor)
            self._keep("channels", choice.id, shape)
            return str(choice.id)
        raise DriverError(f"{choice!r} is no user, role or channel")

    def add_file(self, name: str, content: bytes) -> str:
        """Upload a file for this interaction; its id."""
        attachment = attach(self._world, self._channel.id, upload_of(name, content), {})
        self._keep("attachments", attachment.id, attachment_json(attachment))
        return str(attachment.id)

    def _by_id(self, its_id: int) -> object:
        guild = self._world.guilds.get(self._channel.guild_id or 0)
        roles = {} if guild is None else guild.roles
        places = (self._world.users, self._world.channels, roles)
        return next((place[its_id] for place in places if its_id in place), None)

    def _user(self, user: User) -> str:
        self._keep("users", user.id, user_json(user))
        guild = self._world.guilds.get(self._channel.guild_id or 0)
        member = None if guild is None else guild.members.get(user.id)
        if member is not None:
            shape = {**member_json(member, with_user=False), "permissions": "0"}
            self._keep("members", user.id, shape)
        return str(user.id)

    def _keep(self, kind: str, its_id: int, shape: Json) -> None:
        self._found.setdefault(kind, {})[str(its_id)] = shape


def upload_of(name: str, content: bytes, index: int = 0) -> Upload:
    """A file as a person uploads it, its type guessed from its name."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Upload(str(index), name, content, kind)
