"""Groups, members and zones, kept: each call is one transaction."""

from collections.abc import Callable
from datetime import datetime
from sqlite3 import Connection

from bot.domain.errors import AlreadyAMember, NotAMember
from bot.domain.group import Group, GroupSettings, Nudge
from bot.domain.ids import ChannelId, GroupId, GuildId, MemberId
from bot.domain.wishes import Wishes
from bot.storage import courses, group_rows, reminder_rows, rhythm_rows, server_rows
from bot.storage.database import Database
from bot.storage.meetings import revisited


def _revisited_of(db: Connection, guild_id: GuildId, member_id: MemberId, now: datetime) -> None:
    """All groups of a member, who likes something otherwise now."""
    for group_id in group_rows.groups_of_member(db, guild_id, member_id):
        revisited(db, group_rows.group_by_id(db, group_id), now)


class GroupStore:
    """Groups, members and zones."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(
        self,
        guild_id: GuildId,
        channel_id: ChannelId,
        settings: GroupSettings,
        *,
        forum: bool,
        creator: MemberId,
        now: datetime,
    ) -> Group:
        """A new group, with its creator as first member."""

        def work(db: Connection) -> Group:
            group_id = group_rows.insert_group(
                db, guild_id, channel_id, settings, forum=forum, now=now
            )
            group_rows.insert_member(db, group_id, creator, now)
            return group_rows.group_by_id(db, group_id)

        return await self._database.write(work)

    async def get(self, group_id: GroupId) -> Group:
        """The group; refuses with NoSuchGroup."""
        return await self._database.read(lambda db: group_rows.group_by_id(db, group_id))

    async def in_channel(self, channel_id: ChannelId) -> Group | None:
        """The group that is bound to the channel."""
        return await self._database.read(lambda db: group_rows.group_in_channel(db, channel_id))

    async def of_guild(self, guild_id: GuildId) -> tuple[Group, ...]:
        """All groups of a server, by name."""
        return await self._database.read(lambda db: group_rows.groups_of_guild(db, guild_id))

    async def join(self, group_id: GroupId, member_id: MemberId, now: datetime) -> Group:
        """Adds a member; refuses with AlreadyAMember."""

        def work(db: Connection) -> Group:
            group = group_rows.group_by_id(db, group_id)
            if not group_rows.insert_member(db, group_id, member_id, now):
                raise AlreadyAMember
            courses.kept_up(db, group_id, now)
            return revisited(db, group, now)

        return await self._database.write(work)

    async def leave(self, group_id: GroupId, member_id: MemberId, now: datetime) -> Group:
        """Takes a member out; refuses with NotAMember. A poll may settle by that."""

        def work(db: Connection) -> Group:
            group = group_rows.group_by_id(db, group_id)
            if not group_rows.delete_member(db, group_id, member_id):
                raise NotAMember(group.name)
            courses.kept_up(db, group_id, now)
            return revisited(db, group, now)

        return await self._database.write(work)

    async def change(
        self, group_id: GroupId, settle: Callable[[GroupSettings], GroupSettings], now: datetime
    ) -> Group:
        """Other settings; what is pending of the group's meetings follows in the same step."""

        def work(db: Connection) -> Group:
            before = group_rows.group_by_id(db, group_id)
            group_rows.update_settings(db, group_id, settle(before.settings))
            after = revisited(db, before, now)
            if after.settings.zone != before.settings.zone:
                rhythm_rows.follow(db, after)
            return after

        return await self._database.write(work)

    async def delete(self, group_id: GroupId) -> None:
        """The group with its meetings."""
        await self._database.write(lambda db: group_rows.delete_group(db, group_id))

    async def zone_of(self, guild_id: GuildId, member_id: MemberId) -> str | None:
        """The member's IANA zone, or None."""
        return await self._database.read(lambda db: group_rows.zone_of(db, guild_id, member_id))

    async def set_zone(
        self, guild_id: GuildId, member_id: MemberId, zone: str, now: datetime
    ) -> None:
        """Keeps the member's zone; their quiet hours, and what hangs on them, follow."""

        def work(db: Connection) -> None:
            group_rows.set_zone(db, guild_id, member_id, zone)
            reminder_rows.touch_wishes(db, guild_id, member_id, now)
            _revisited_of(db, guild_id, member_id, now)

        await self._database.write(work)

    async def wishes_of(self, guild_id: GuildId, member_id: MemberId) -> Wishes:
        """How the member likes to be reminded."""
        return await self._database.read(
            lambda db: reminder_rows.wishes_of(db, guild_id, member_id)
        )

    async def set_wishes(
        self, guild_id: GuildId, member_id: MemberId, wishes: Wishes, now: datetime
    ) -> None:
        """Keeps how the member likes to be reminded; what is pending of it follows."""

        def work(db: Connection) -> None:
            reminder_rows.set_wishes(db, guild_id, member_id, wishes)
            _revisited_of(db, guild_id, member_id, now)

        await self._database.write(work)

    async def set_nudge(
        self, guild_id: GuildId, member_id: MemberId, nudge: Nudge, now: datetime
    ) -> None:
        """Keeps how the member is nudged; what is pending of their groups' polls follows."""

        def work(db: Connection) -> None:
            group_rows.set_nudge(db, guild_id, member_id, nudge)
            _revisited_of(db, guild_id, member_id, now)

        await self._database.write(work)

    async def creators(self, guild_id: GuildId) -> str:
        """Who may create groups in the server: `managers` or `everyone`."""
        return await self._database.read(lambda db: server_rows.creators(db, guild_id))

    async def set_creators(self, guild_id: GuildId, creators: str) -> None:
        """Keeps who may create groups."""
        await self._database.write(lambda db: server_rows.set_creators(db, guild_id, creators))

    async def erase_guild(self, guild_id: GuildId) -> None:
        """Everything that is kept about a server."""
        await self._database.write(lambda db: server_rows.erase(db, guild_id))
