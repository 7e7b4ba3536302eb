"""A server as a test or story sets it up: channels, roles, members, what is taken from the bot.

Changes are told to a bot that is connected, as Discord would. It does *not* speak HTTP.
"""

from playground.gateway_events import Intent
from playground.permissions import ALL, BOT, EVERYONE, Permission, in_guild, named
from playground.person import Person
from playground.rest.channels import remove_channel, tell_channel
from playground.shapes import channel_json, member_json, role_json, user_json
from playground.stage import Stage
from playground.world import (
    Channel,
    Event,
    Guild,
    Happening,
    Kind,
    Member,
    Overwrite,
    Role,
    User,
)


class Server:
    """One guild, with handles for whoever sets the scene."""

    def __init__(self, stage: Stage, guild: Guild) -> None:
        self._stage = stage
        self._world = stage.world
        self.guild = guild

    @property
    def id(self) -> int:
        """The guild's id."""
        return self.guild.id

    @property
    def name(self) -> str:
        """The guild's name."""
        return self.guild.name

    @property
    def bot_role(self) -> Role:
        """The role that carries what the bot may do; change its permissions freely."""
        bot = self.guild.members[self._world.bot.id]
        return self.guild.roles[bot.roles[0]]

    @property
    def everyone(self) -> Role:
        """The role of all members."""
        return self.guild.roles[self.guild.id]

    @property
    def events(self) -> list[Event]:
        """The scheduled events, in the order in which they were made."""
        return list(self.guild.events.values())

    def add_text_channel(self, name: str) -> Channel:
        """A channel to write in."""
        return self._add_channel(name, Kind.TEXT)

    def add_forum(self, name: str) -> Channel:
        """A forum, in which every post is a thread."""
        return self._add_channel(name, Kind.FORUM)

    def add_voice_channel(self, name: str) -> Channel:
        """A voice channel; there is no sound in it."""
        return self._add_channel(name, Kind.VOICE)

    def remove_channel(self, channel: Channel) -> None:
        """Delete a channel or thread."""
        remove_channel(self._world, channel)

    def add_member(self, who: str | Person, **permissions: bool) -> Person:
        """A new person, or one known from another server; permissions by lower-case name."""
        person = who if isinstance(who, Person) else self._new_person(who)
        member = Member(person.user, self._world.clock.now())
        if permissions:
            member.roles.append(self.add_role(f"{person.name}'s", **permissions).id)
        self.guild.members[person.id] = member
        data = {**member_json(member), "guild_id": str(self.id)}
        self._world.tell(Happening("GUILD_MEMBER_ADD", data, Intent.GUILD_MEMBERS))
        return person

    def remove_member(self, person: Person) -> None:
        """Somebody leaves, and with the server its threads."""
        del self.guild.members[person.id]
        for thread in self._world.threads_of(self.guild):
            if thread.thread is not None:
                thread.thread.members.pop(person.id, None)
        data = {"guild_id": str(self.id), "user": user_json(person.user)}
        self._world.tell(Happening("GUILD_MEMBER_REMOVE", data, Intent.GUILD_MEMBERS))

    def remove_bot(self) -> None:
        """The bot is thrown out."""
        del self.guild.members[self._world.bot.id]
        self._world.tell(Happening("GUILD_DELETE", {"id": str(self.id)}, Intent.GUILDS))

    def add_role(self, name: str, *, mentionable: bool = False, **permissions: bool) -> Role:
        """A role."""
        role = Role(
            self._world.next_id(), name, named(**permissions), len(self.guild.roles), mentionable
        )
        self.guild.roles[role.id] = role
        data = {"guild_id": str(self.id), "role": role_json(role)}
        self._world.tell(Happening("GUILD_ROLE_CREATE", data, Intent.GUILDS))
        return role

    def give(self, person: Person, role: Role) -> None:
        """Give a role to a member."""
        self.guild.members[person.id].roles.append(role.id)

    def deny(self, channel: Channel, whom: Person | Role | None, **permissions: bool) -> None:
        """Deny permissions in a channel to a person, a role, or (None) the bot."""
        self._overwrite(channel, whom, deny=named(**permissions))

    def allow(self, channel: Channel, whom: Person | Role | None, **permissions: bool) -> None:
        """Allow permissions in a channel to a person, a role, or (None) the bot."""
        self._overwrite(channel, whom, allow=named(**permissions))

    def take_from_bot(self, **permissions: bool) -> None:
        """Take permissions from the bot everywhere; what everyone has, it is then denied too."""
        taken = named(**permissions)
        self.bot_role.permissions &= ~taken
        self.everyone.permissions &= ~taken
        for role in (self.bot_role, self.everyone):
            data = {"guild_id": str(self.id), "role": role_json(role)}
            self._world.tell(Happening("GUILD_ROLE_UPDATE", data, Intent.GUILDS))

    def open_command(self, name: str) -> None:
        """Show a command to every member, whatever permissions it asks for by itself."""
        self.guild.opened_commands.add(name)

    def may(self, person: Person) -> Permission:
        """What a person may do in the server."""
        return in_guild(self.guild, person.id)

    def _new_person(self, name: str) -> Person:
        user = User(self._world.next_id(), name)
        self._world.users[user.id] = user
        return Person(self._stage, user)

    def _add_channel(self, name: str, kind: Kind) -> Channel:
        position = len(self._world.channels_of(self.guild))
        channel = Channel(self._world.next_id(), kind, name, self.id, position=position)
        self._world.channels[channel.id] = channel
        tell_channel(self._world, "CHANNEL_CREATE", channel)
        return channel

    def _overwrite(
        self,
        channel: Channel,
        whom: Person | Role | None,
        *,
        allow: Permission = Permission(0),  # noqa: B008 - a frozen value
        deny: Permission = Permission(0),  # noqa: B008 - a frozen value
    ) -> None:
        target = self._world.bot.id if whom is None else whom.id
        kind = 0 if isinstance(whom, Role) else 1
        found = channel.overwrites.setdefault(target, Overwrite(target, kind))
        found.allow = (found.allow | allow) & ~deny
        found.deny = (found.deny | deny) & ~allow
        data = channel_json(self._world, channel)
        self._world.tell(Happening("CHANNEL_UPDATE", data, Intent.GUILDS, channel))


def new_server(stage: Stage, name: str, bot_permissions: Permission = BOT) -> Server:
    """Make a guild with the bot in it and an owner who never appears."""
    world = stage.world
    owner = User(world.next_id(), f"Owner of {name}")
    world.users[owner.id] = owner
    guild = Guild(world.next_id(), name, owner.id, world.clock.now())
    guild.roles[guild.id] = Role(guild.id, "@everyone", int(EVERYONE), position=0)
    role = Role(world.next_id(), world.bot.name, int(bot_permissions & ALL), managed=True)
    guild.roles[role.id] = role
    guild.members[owner.id] = Member(owner, world.clock.now())
    guild.members[world.bot.id] = Member(world.bot, world.clock.now(), [role.id])
    world.guilds[guild.id] = guild
    for session in stage.gateway.sessions.values():
        session.event("GUILD_CREATE", stage.gateway.guild_data(guild, session.intents))
    return Server(stage, guild)
