"""Real databases for tests: a file, migrated and open, with all its stores."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection, Row

from bot.domain.agenda.facts import Agenda, Box, Laid, Part, Swap, Topic, Turn, TurnState
from bot.domain.group import Group, GroupSettings
from bot.domain.ids import ChannelId, DraftId, GuildId, MemberId
from bot.domain.meeting import Gathering, Kind, Meeting, Soon
from bot.services.drafts import Draft
from bot.storage.automod import AutoModStore
from bot.storage.calendar_links import CalendarLinkStore
from bot.storage.database import Database, opened
from bot.storage.drafts import DraftStore
from bot.storage.groups import GroupStore
from bot.storage.lands import LandStore
from bot.storage.lessons import LessonStore
from bot.storage.meetings import MeetingStore
from bot.storage.migrate import migrate
from bot.storage.outbox import OutboxStore
from bot.storage.rhythms import RhythmStore
from bot.storage.series import SeriesStore
from bot.storage.standing import StandingStore
from bot.storage.warnings import WarningStore
from tests.domain.examples import ADA, BEN, CHANNEL, CLEO, GUILD, NOON, after, slot

SETTINGS = GroupSettings("Monday circle", "America/New_York", 2)
Dump = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Stores:
    """One open database, by aggregate."""

    database: Database
    groups: GroupStore
    meetings: MeetingStore
    outbox: OutboxStore
    drafts: DraftStore
    warnings: WarningStore
    lessons: LessonStore
    automod: AutoModStore
    standing: StandingStore
    series: SeriesStore
    calendar_links: CalendarLinkStore
    rhythms: RhythmStore
    lands: LandStore

    async def rows(self, sql: str, *values: object) -> list[Row]:
        """What a query finds."""
        return await self.database.read(lambda db: db.execute(sql, values).fetchall())

    async def run(self, sql: str, *values: object) -> None:
        """One statement in a transaction of its own."""
        await self.database.write(lambda db: db.execute(sql, values).close())

    async def dump(self) -> Dump:
        """Every row of every table."""
        return await self.database.read(dumped)

    async def a_group(
        self,
        *,
        guild: GuildId = GUILD,
        channel: ChannelId = CHANNEL,
        settings: GroupSettings = SETTINGS,
        members: tuple[MemberId, ...] = (ADA, BEN, CLEO),
        forum: bool = False,
    ) -> Group:
        """A kept group; its members joined in the order given."""
        group = await self.groups.create(
            guild, channel, settings, forum=forum, creator=members[0], now=NOON
        )
        for member in members[1:]:
            group = await self.groups.join(group.id, member, NOON)
        return group

    async def called(self, meeting: Meeting, now: datetime = NOON) -> Gathering:
        """A meeting, called from a draft as a convener would."""
        draft = await self.drafts.keep(a_draft(meeting))
        return await self.meetings.call(meeting, draft.id, now)


def a_draft(meeting: Meeting) -> Draft:
    """The draft that a meeting may have come from."""
    return Draft(
        id=DraftId(0),
        guild_id=meeting.guild_id,
        group_id=meeting.group_id,
        member_id=meeting.convener_id,
        meeting_id=None,
        topic=meeting.topic,
        kind=Kind.SUPPORT,
        soon=Soon.WEEK,
        length=90,
        typed="Tue 2pm, Wed 10-12",
        slots=(slot(24), slot(30, 120)),
        created_at=NOON,
    )


def a_full_agenda() -> Agenda:
    """An agenda of which no field has its default."""
    boxes = (
        Box(Part.OPENING, after(99), after(99.25)),
        Box(Part.TOPIC, after(99.25), after(100), ADA, "„Fees“"),
    )
    return Agenda(
        turns={
            BEN: Turn(TurnState.ACCEPTED, 2, 1, after(2), "Endings", Swap(4, CLEO, after(3))),
            CLEO: Turn(TurnState.PASSED, 1, 1, after(2)),
        },
        topics=(Topic(2, ADA, "„Fees“"), Topic(7, BEN, "Rooms")),
        facilitator=ADA,
        laid=Laid(3, 5, after(99), boxes),
        asks=6,
        swaps=4,
        given=7,
    )


def tables(db: Connection) -> list[str]:
    """The names of all tables of our own."""
    found = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return sorted(row[0] for row in found)


def dumped(db: Connection) -> Dump:
    """Every row of every table, in order."""
    return {
        table: sorted((tuple(row) for row in db.execute(f"SELECT * FROM {table}")), key=repr)  # noqa: S608 - names from the schema
        for table in tables(db)
    }


def of(database: Database) -> Stores:
    """The stores of an open database."""
    return Stores(
        database,
        GroupStore(database),
        MeetingStore(database),
        OutboxStore(database),
        DraftStore(database),
        WarningStore(database),
        LessonStore(database),
        AutoModStore(database),
        StandingStore(database),
        SeriesStore(database),
        CalendarLinkStore(database),
        RhythmStore(database),
        LandStore(database),
    )


@asynccontextmanager
async def stores_at(path: Path) -> AsyncGenerator[Stores]:
    """The stores of the database at `path`, made where there is none."""
    migrate(path)
    async with opened(path) as database:
        yield of(database)
