"""The one place where parts are joined; decides nothing."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.alarms import Alarms
from bot.client import ConveneClient
from bot.clock import Follower, SteeredClock, SystemClock
from bot.domain.plan import Action
from bot.domain.when.zones import load_cities
from bot.feed.serving import served
from bot.identifiers import ready
from bot.logs import Log
from bot.loopback import loopback_connector
from bot.pictures.studio import Studio
from bot.services.agenda import AgendaKeeping
from bot.services.calendar_feed import CalendarFeeds
from bot.services.calling import Calling
from bot.services.confidentiality import Confidentiality
from bot.services.delivery import Delivery
from bot.services.groups import GroupKeeping
from bot.services.inputs import Inputs
from bot.services.meetings import MeetingKeeping
from bot.services.public_holidays import HolidayKeeping
from bot.services.reminding import Reminding
from bot.services.rhythm import RhythmKeeping, Turns
from bot.services.series import SeriesKeeping
from bot.services.showing import Showing
from bot.services.standing import UsualHours
from bot.services.wishes import ReminderWishes
from bot.settings import Settings
from bot.storage.automod import AutoModStore
from bot.storage.calendar_links import CalendarLinkStore
from bot.storage.database import Database, backed_up, opened
from bot.storage.drafts import DraftStore
from bot.storage.groups import GroupStore
from bot.storage.lands import LandStore
from bot.storage.lessons import LessonStore
from bot.storage.meetings import MeetingStore
from bot.storage.outbox import OutboxStore
from bot.storage.rhythms import RhythmStore
from bot.storage.series import SeriesStore
from bot.storage.standing import StandingStore
from bot.storage.warnings import WarningStore
from bot.telling import LoggedWatch
from cogs.agenda import cards as agenda_cards
from cogs.agenda.cog import AgendaCog
from cogs.agenda.presenters import PresentersCog
from cogs.availability.cog import AvailabilityCog
from cogs.calendar.cog import CalendarCog
from cogs.confidentiality.automod_commands import AutoModCog
from cogs.confidentiality.check import CheckCog
from cogs.confidentiality.cog import ConfidentialityCog
from cogs.confidentiality.menu import CheckMenuCog
from cogs.confidentiality.names import DiscordNames
from cogs.confidentiality.places import Places
from cogs.confidentiality.rules import Rulebook
from cogs.controls import Router
from cogs.delivery.messenger import DiscordMessenger
from cogs.groups.cog import GroupsCog
from cogs.groups.server import ServerCog
from cogs.interactions import InteractionsCog
from cogs.meetings import cards as meeting_cards
from cogs.meetings.calls import Calls
from cogs.meetings.cog import MeetingsCog
from cogs.meetings.turns import TurnControls
from cogs.polls import cards as poll_cards
from cogs.polls import wanted as wanted_cards
from cogs.polls.cog import PollsCog
from cogs.reminders import cards as reminder_cards
from cogs.reminders import nudges as nudge_cards
from cogs.reminders.cog import RemindersCog
from cogs.reminders.presses import ReminderPresses
from cogs.replies import explain
from cogs.series.cog import SeriesCog
from cogs.zones.cog import ZonesCog

_LOG = Log("assembly")
_A_DAY = timedelta(days=1)
_BACKUP_HOUR = 3

_RENDERERS = {
    Action.TIMES_WANTED: wanted_cards.times_wanted,
    Action.POLL_CARD: poll_cards.poll_card,
    Action.IMPOSSIBLE: poll_cards.impossible,
    Action.UNDECIDED: poll_cards.undecided,
    Action.MEETING_CARD: meeting_cards.meeting_card,
    Action.MOVED: meeting_cards.moved_notice,
    Action.CANCELLED: meeting_cards.cancelled_notice,
    Action.RESTORED: meeting_cards.restored_notice,
    Action.SHORT: meeting_cards.short_notice,
    Action.REMINDER: reminder_cards.reminder,
    Action.REMINDER_DM: reminder_cards.private_reminder,
    Action.SNOOZE: reminder_cards.snoozed_reminder,
    Action.SNOOZE_DM: reminder_cards.private_reminder,
    Action.START: reminder_cards.start,
    Action.START_DM: reminder_cards.private_start,
    Action.CLOSE: reminder_cards.close,
    Action.NUDGE: nudge_cards.nudge,
    Action.NUDGE_DM: nudge_cards.private_nudge,
    Action.OFFER: agenda_cards.offer,
    Action.SWAP: agenda_cards.swap,
    Action.PLACES: agenda_cards.places,
    Action.AGENDA: agenda_cards.agenda,
    Action.BOX: agenda_cards.box,
    Action.BOX_ENDS: agenda_cards.box_ends,
}


@dataclass(frozen=True, slots=True)
class _Foundation:
    """What waits, keeps and tells, before Discord comes in."""

    clock: SystemClock | SteeredClock
    follower: Follower | None
    alarms: Alarms
    database: Database
    groups: GroupStore
    meetings: MeetingStore
    outbox: OutboxStore
    drafts: DraftStore
    warnings: WarningStore
    lessons: LessonStore
    automod: AutoModStore
    standing: StandingStore
    feeds: CalendarFeeds | None
    rhythms: RhythmStore
    series: SeriesStore
    lands: LandStore
    watch: LoggedWatch


@asynccontextmanager
async def running(
    settings: Settings, *, reads_messages: bool
) -> AsyncGenerator[asyncio.Task[None]]:
    """The bot at work; the task ends only by an error. Leaving the context stops everything."""
    async with AsyncExitStack() as stack:
        core = await _foundation(settings, stack)
        await _feed(settings, core, stack)
        cities = asyncio.create_task(asyncio.to_thread(load_cities))
        stack.callback(cities.cancel)
        guard = asyncio.create_task(asyncio.to_thread(ready))
        stack.callback(guard.cancel)
        work = asyncio.create_task(_work(settings, core, reads_messages=reads_messages))
        try:
            yield work
        finally:
            work.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await work


async def _foundation(settings: Settings, stack: AsyncExitStack) -> _Foundation:
    clock, follower = await _clock(settings)
    if follower:
        stack.callback(follower.close)
    database = await stack.enter_async_context(opened(settings.database))
    alarms = await stack.enter_async_context(Alarms(clock))
    return _Foundation(
        clock=clock,
        follower=follower,
        alarms=alarms,
        database=database,
        groups=GroupStore(database),
        meetings=MeetingStore(database),
        outbox=OutboxStore(database),
        drafts=DraftStore(database),
        warnings=WarningStore(database),
        lessons=LessonStore(database),
        automod=AutoModStore(database),
        standing=StandingStore(database),
        feeds=_feeds(settings, database, clock),
        rhythms=RhythmStore(database),
        series=SeriesStore(database),
        lands=LandStore(database),
        watch=LoggedWatch(),
    )


def _feeds(
    settings: Settings, database: Database, clock: SystemClock | SteeredClock
) -> CalendarFeeds | None:
    if settings.calendar is None:
        return None
    return CalendarFeeds(CalendarLinkStore(database), clock, settings.calendar.public)


async def _feed(settings: Settings, core: _Foundation, stack: AsyncExitStack) -> None:
    """Listens for members' calendars, where that is switched on."""
    if settings.calendar and core.feeds:
        where = settings.calendar.listen
        await stack.enter_async_context(
            served(where.host, where.port, core.feeds.read, core.clock.now)
        )


async def _clock(settings: Settings) -> tuple[SystemClock | SteeredClock, Follower | None]:
    if settings.loopback is None:
        return SystemClock(), None
    _LOG.warning(
        "NOT THE REAL DISCORD: everything goes to a stand-in on this machine",
        address=f"{settings.loopback.address.host}:{settings.loopback.address.port}",
    )
    if settings.loopback.clock is None:
        return SystemClock(), None
    clock = SteeredClock()
    _LOG.warning("NOT THE REAL TIME: another program on this machine sets the clock")
    where = settings.loopback.clock
    return clock, await Follower.connected(clock, where.host, where.port)


async def _work(settings: Settings, core: _Foundation, *, reads_messages: bool) -> None:
    client = ConveneClient(reads_messages=reads_messages, **_client_options(settings))
    studio = Studio()
    messenger = DiscordMessenger(
        client,
        _RENDERERS,
        poll_cards.draw,
        meeting_cards.draw,
        meeting_cards.file_of,
        poll_cards.picture_of,
        studio,
    )
    showing = Showing(core.meetings, messenger, core.watch)
    guard = Confidentiality(core.warnings, core.lessons, core.clock)
    reminding = Reminding(guard, core.watch)
    cogs = _cogs(core, showing, guard, reminding, client, studio, reads_messages=reads_messages)
    client.with_cogs(cogs)
    turns = Turns(core.rhythms, UsualHours(core.standing, core.clock), core.clock, core.watch)
    delivery = Delivery(
        core.outbox, core.meetings, messenger, core.clock, core.alarms, core.watch, turns
    )
    try:
        async with client, asyncio.TaskGroup() as group:
            group.create_task(client.start(settings.token))
            group.create_task(_deliver(client, core, delivery, showing, reminding, group))
            _keep_house(settings, core, SeriesKeeping(core.series, core.clock, core.alarms.wake))
            if core.follower and isinstance(core.clock, SteeredClock):
                core.clock.on_moved(core.alarms.wake)
                group.create_task(core.follower.follow())
    except BaseExceptionGroup as several:
        raise several.exceptions[0] from None


def _client_options(settings: Settings) -> dict[str, Any]:
    if settings.loopback is None:
        return {}
    # A stand-in has sent every server by then; the real Discord may take its time.
    return {"connector": loopback_connector(settings.loopback), "guild_ready_timeout": 0.02}


def _cogs(
    core: _Foundation,
    showing: Showing,
    guard: Confidentiality,
    reminding: Reminding,
    client: ConveneClient,
    studio: Studio,
    *,
    reads_messages: bool,
) -> list[Any]:
    def stirred() -> None:
        core.alarms.wake()
        showing.touch()

    router = Router(explain)
    names = DiscordNames(client)
    inputs = Inputs(names, guard)
    groups = GroupKeeping(core.groups, core.clock, stirred, inputs)
    meetings = MeetingKeeping(core.meetings, core.clock, stirred, inputs)
    agenda = AgendaKeeping(core.meetings, core.clock, stirred, inputs)
    agenda_cog = AgendaCog(agenda, meetings, groups, router)
    hours = UsualHours(core.standing, core.clock)
    calling = Calling(core.meetings, core.drafts, core.clock, stirred, inputs, hours, core.series)
    rulebook = Rulebook(Places(client, groups), guard, names)
    rhythms = RhythmKeeping(core.rhythms, core.meetings, core.clock, stirred)
    TurnControls(calling, rhythms, meetings, groups, router)
    wishes = ReminderWishes(core.groups, core.clock, stirred)
    ReminderPresses(meetings, router)
    calls = Calls(calling, meetings, groups, core.clock, router)
    series = SeriesKeeping(core.series, core.clock, stirred, inputs)
    holidays = HolidayKeeping(core.lands, core.series, series, core.clock)
    return [
        InteractionsCog(client, router),
        GroupsCog(
            groups, series, guard, rhythms, router, core.clock, reads_messages=reads_messages
        ),
        ServerCog(groups),
        RemindersCog(groups, wishes, core.clock, router),
        ZonesCog(groups, router, core.clock),
        MeetingsCog(calls, meetings, groups, core.clock, router, agenda_cog.begin),
        SeriesCog(series, holidays, groups, calls, core.clock, router),
        agenda_cog,
        PresentersCog(agenda, meetings, groups, router),
        PollsCog(meetings, groups, hours, core.clock, router, studio),
        AvailabilityCog(hours, meetings, groups, core.clock, router, studio),
        ConfidentialityCog(
            client,
            guard,
            rulebook,
            router,
            core.clock,
            reminding,
            reads_messages=reads_messages,
        ),
        CheckCog(router, rulebook, core.automod),
        CheckMenuCog(client, rulebook),
        AutoModCog(client, groups, core.automod),
        *([CalendarCog(core.feeds, router)] if core.feeds else []),
    ]


async def _deliver(
    client: ConveneClient,
    core: _Foundation,
    delivery: Delivery,
    showing: Showing,
    reminding: Reminding,
    group: asyncio.TaskGroup,
) -> None:
    """Delivers from the moment that Discord is there."""
    await client.wait_until_ready()
    await _tend(core)
    group.create_task(showing.run())
    group.create_task(reminding.run())

    async def idle(next_at: datetime | None) -> None:
        turn = core.follower.awaited if core.follower else None
        is_due = next_at is not None and next_at <= core.clock.now()
        showing.touch()
        reminding.touch()
        if turn is not None and not is_due:
            group.create_task(_answer(core, showing, turn, next_at))

    await delivery.run(idle)


async def _tend(core: _Foundation) -> None:
    """Makes the regular meetings that must exist by now; a fault must not keep the bot down."""
    try:
        await SeriesKeeping(core.series, core.clock, core.alarms.wake).tend()
    except Exception as fault:  # noqa: BLE001 - it is looked after again tonight
        core.watch.fault("tending regular meetings failed", fault)


async def _answer(core: _Foundation, showing: Showing, turn: int, next_at: datetime | None) -> None:
    """Tells the steering program that its turn is done: nothing is due, and cards show it."""
    await showing.settled()
    if core.follower:
        with suppress(ConnectionError):
            await core.follower.answer(turn, next_at)


def _keep_house(settings: Settings, core: _Foundation, series: SeriesKeeping) -> None:
    async def back_up() -> None:
        stamp = core.clock.now().strftime("%Y%m%dT%H%M%SZ")
        await backed_up(settings.database, settings.backups / f"convene-{stamp}.sqlite3")
        kept = sorted(settings.backups.glob("convene-*.sqlite3"))
        for old in kept[: -settings.keep_backups]:
            old.unlink()

    async def tidy() -> None:
        await core.drafts.drop_before(core.clock.now() - _A_DAY)
        await series.tidy()

    core.alarms.daily("backup", _BACKUP_HOUR, back_up)
    core.alarms.daily("tidy", _BACKUP_HOUR, tidy)
    core.alarms.daily("series", _BACKUP_HOUR, series.tend)
