"""Keeping groups: creating, joining, leaving, settings, and each member's zone."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.errors import MayNotCreate, NoSuchGroup
from bot.domain.group import LONGEST_NAME, Group, GroupSettings, Nudge, checked
from bot.domain.ids import ChannelId, GroupId, GuildId, MemberId
from bot.domain.when.names import zone
from bot.services.actor import Actor
from bot.services.inputs import Inputs
from bot.services.ports import Clock, Groups


class GroupKeeping:
    """What members do with groups."""

    def __init__(
        self,
        groups: Groups,
        clock: Clock,
        stirred: Callable[[], None],
        inputs: Inputs | None = None,
    ) -> None:
        self._groups = groups
        self._clock = clock
        self._stirred = stirred
        self._listeners = list[Callable[[GuildId], None]]()
        self._inputs = inputs or Inputs()

    def tell(self, listener: Callable[[GuildId], None]) -> None:
        """Has somebody told of every server whose groups are others than before."""
        self._listeners.append(listener)

    def _changed(self, guild_id: GuildId) -> None:
        for listener in self._listeners:
            listener(guild_id)

    async def create(
        self,
        guild_id: GuildId,
        channel_id: ChannelId,
        settings: GroupSettings,
        actor: Actor,
        *,
        forum: bool,
    ) -> Group:
        """Binds a new group to a channel; its creator is its first member."""
        if not actor.manages and await self._groups.creators(guild_id) != "everyone":
            raise MayNotCreate
        group = await self._groups.create(
            guild_id,
            channel_id,
            await self._checked(settings, guild_id),
            forum=forum,
            creator=actor.id,
            now=self._clock.now(),
        )
        self._changed(guild_id)
        return group

    async def _checked(
        self, settings: GroupSettings, guild_id: GuildId, group: Group | None = None
    ) -> GroupSettings:
        tidy = checked(settings)
        await self._inputs.clean("group name", tidy.name, LONGEST_NAME, guild_id, group)
        return replace(tidy, zone=zone(tidy.zone).key)

    async def change(
        self, group_id: GroupId, change: Callable[[GroupSettings], GroupSettings], actor: Actor
    ) -> Group:
        """Other settings, by a member or who manages the server."""
        group = await self._groups.get(group_id)
        if not actor.manages:
            actor.require_member(group)
        settings = await self._checked(change(group.settings), group.guild_id, group)
        changed = await self._groups.change(group_id, lambda _: settings, self._clock.now())
        self._changed(group.guild_id)
        self._stirred()
        return changed

    async def join(self, group_id: GroupId, member_id: MemberId) -> Group:
        """A person becomes a member."""
        group = await self._groups.join(group_id, member_id, self._clock.now())
        self._stirred()
        return group

    async def leave(self, group_id: GroupId, member_id: MemberId) -> Group:
        """A member leaves; open polls wait for them no longer."""
        group = await self._groups.leave(group_id, member_id, self._clock.now())
        self._stirred()
        return group

    async def get(self, group_id: GroupId) -> Group:
        """The group; refuses with NoSuchGroup."""
        return await self._groups.get(group_id)

    async def in_channel(self, channel_id: ChannelId) -> Group | None:
        """The group of a channel."""
        return await self._groups.in_channel(channel_id)

    async def of_guild(self, guild_id: GuildId) -> tuple[Group, ...]:
        """All groups of a server."""
        return await self._groups.of_guild(guild_id)

    async def named(self, guild_id: GuildId, name: str) -> Group:
        """The server's group of that name; refuses with NoSuchGroup."""
        for group in await self._groups.of_guild(guild_id):
            if group.name.casefold() == name.strip().casefold():
                return group
        raise NoSuchGroup

    async def zone_of(self, guild_id: GuildId, member_id: MemberId) -> str | None:
        """The member's IANA zone, or None where they were not asked yet."""
        return await self._groups.zone_of(guild_id, member_id)

    async def set_zone(self, guild_id: GuildId, member_id: MemberId, name: str) -> str:
        """Keeps a member's zone; gives its canonical name. Refuses with UnknownZone."""
        canonical = zone(name).key
        await self._groups.set_zone(guild_id, member_id, canonical, self._clock.now())
        self._stirred()
        return canonical

    async def set_nudge(self, guild_id: GuildId, member_id: MemberId, nudge: Nudge) -> None:
        """Keeps how a member likes to be asked for an answer that is missing."""
        await self._groups.set_nudge(guild_id, member_id, nudge, self._clock.now())
        self._stirred()

    async def set_creators(self, guild_id: GuildId, *, everyone: bool) -> None:
        """Says who may create groups in the server."""
        await self._groups.set_creators(guild_id, "everyone" if everyone else "managers")

    async def erase_guild(self, guild_id: GuildId) -> None:
        """Forgets a server: the bot is not in it any more."""
        await self._groups.erase_guild(guild_id)
        self._stirred()
