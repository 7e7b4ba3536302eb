"""Hashes of calendar tokens, and what they show: each call is one transaction."""

from collections.abc import Iterator
from datetime import datetime
from sqlite3 import Connection

from bot.domain.group import Group
from bot.domain.ids import GroupId, GuildId, MemberId
from bot.domain.meeting import Gathering
from bot.domain.series.course import Course
from bot.services.calendar_feed import Followed
from bot.storage import group_rows, meeting_rows, series_rows
from bot.storage.database import Database
from bot.storage.instants import read, stored


class CalendarLinkStore:
    """Which member a calendar token stands for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(
        self, guild_id: GuildId, member_id: MemberId, digest: bytes, now: datetime
    ) -> None:
        """Keeps a hash in place of the one before."""

        def work(db: Connection) -> None:
            db.execute(
                "INSERT INTO calendar_link (guild_id, member_id, digest, made_at)"
                " VALUES (?, ?, ?, ?) ON CONFLICT (guild_id, member_id)"
                " DO UPDATE SET digest = excluded.digest, made_at = excluded.made_at",
                (guild_id, member_id, digest, stored(now)),
            )

        await self._database.write(work)

    async def since(self, guild_id: GuildId, member_id: MemberId) -> datetime | None:
        """Since when the member has had the address that works; None where there is none."""

        def work(db: Connection) -> datetime | None:
            row = db.execute(
                "SELECT made_at FROM calendar_link WHERE guild_id = ? AND member_id = ?",
                (guild_id, member_id),
            ).fetchone()
            return read(row["made_at"]) if row else None

        return await self._database.read(work)

    async def drop(self, guild_id: GuildId, member_id: MemberId) -> bool:
        """Forgets the member's hash; False where there was none."""

        def work(db: Connection) -> bool:
            cursor = db.execute(
                "DELETE FROM calendar_link WHERE guild_id = ? AND member_id = ?",
                (guild_id, member_id),
            )
            return cursor.rowcount > 0

        return await self._database.write(work)

    async def followed(self, digest: bytes, since: datetime) -> Followed | None:
        """What the token with that hash shows of meetings that end after `since`."""
        return await self._database.read(lambda db: _followed(db, digest, since))


def _followed(db: Connection, digest: bytes, since: datetime) -> Followed | None:
    row = db.execute(
        "SELECT guild_id, member_id FROM calendar_link WHERE digest = ?", (digest,)
    ).fetchone()
    if row is None:
        return None
    guild_id, member_id = GuildId(row["guild_id"]), MemberId(row["member_id"])
    gatherings: list[Gathering] = []
    courses: list[tuple[Group, Course]] = []
    for group_id in group_rows.groups_of_member(db, guild_id, member_id):
        group = group_rows.group_by_id(db, group_id)
        found = meeting_rows.called_with_time(db, group_id, since)
        gatherings += (Gathering(group, meeting) for meeting in found)
        courses += ((group, one) for one in _courses(db, group_id, since))
    return Followed(member_id, since, tuple(gatherings), tuple(courses))


def _courses(db: Connection, group_id: GroupId, since: datetime) -> Iterator[Course]:
    for series in series_rows.of_group(db, group_id):
        found = meeting_rows.departing(db, series.id, since)
        yield Course(series, {one.regular.date: one for one in found if one.regular})
