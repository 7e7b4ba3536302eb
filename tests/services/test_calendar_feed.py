"""A member's feed: what is in it, what is not, and that only a hash of its token is kept."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from bot.domain import decisions
from bot.domain.group import Group
from bot.domain.ids import ChannelId, GuildId
from bot.domain.meeting import Attendance, Gathering, Phase
from bot.services.calendar import NEUTRAL_SUMMARY
from bot.services.calendar_feed import LOOKS_BACK, CalendarFeeds
from bot.services.ports import Decide
from tests.domain.examples import ADA, BEN, CHANNEL, CLEO, GUILD, NOON, a_meeting, after, slot
from tests.domain.series.drawn import a_series
from tests.services.conftest import House
from tests.storage.stores import SETTINGS

PUBLIC = "https://calendar.example.org"


def feeds_of(house: House) -> CalendarFeeds:
    """The use case over the house's database."""
    return CalendarFeeds(house.stores.calendar_links, house.clock, PUBLIC)


def token_of(address: str) -> str:
    """The secret part of an address."""
    found = re.fullmatch(rf"{PUBLIC}/calendar/([A-Za-z0-9_-]+)\.ics", address)
    assert found
    return found[1]


async def read(feeds: CalendarFeeds, address: str) -> Any:  # noqa: ANN401 - icalendar's own types are partial
    """What a calendar understands of the feed."""
    content = await feeds.read(token_of(address))
    assert content is not None
    calendar: Any = Calendar.from_ical(content)
    return calendar


async def scheduled(house: House, group: Group, hours: float, topic: str = "") -> Gathering:
    """A meeting of the group that many hours after NOON."""
    time = slot(hours, 90)
    meeting = a_meeting(
        [time],
        guild_id=group.guild_id,
        group_id=group.id,
        phase=Phase.SCHEDULED,
        time=time,
        topic=topic,
        uid=f"m{group.id}.{hours}",
    )
    return await house.stores.called(meeting)


def shown(calendar: Any, begin: datetime, end: datetime) -> list[tuple[datetime, datetime]]:  # noqa: ANN401 - likewise
    """When a second reader of calendars says that something takes place."""
    reader: Any = recurring_ical_events
    found = reader.of(calendar).between(begin, end)
    return sorted((one["DTSTART"].dt, one["DTEND"].dt) for one in found)


async def test_only_a_hash_of_a_long_random_token_is_kept(house: House) -> None:
    feeds = feeds_of(house)
    first = token_of(await feeds.renew(GUILD, ADA))
    second = token_of(await feeds.renew(GUILD, BEN))
    assert first != second
    assert len(first) * 6 >= 256
    assert first.encode() not in house.on_disk()
    assert await feeds.since(GUILD, ADA) == NOON
    assert await feeds.since(GUILD, CLEO) is None


async def test_a_new_address_ends_the_old_one_and_revoking_ends_it_for_good(house: House) -> None:
    feeds = feeds_of(house)
    old = token_of(await feeds.renew(GUILD, ADA))
    others = token_of(await feeds.renew(GUILD, BEN))
    new = token_of(await feeds.renew(GUILD, ADA))
    assert await feeds.read(old) is None
    assert await feeds.read(new) is not None
    assert await feeds.revoke(GUILD, ADA)
    assert not await feeds.revoke(GUILD, ADA)
    assert await feeds.read(new) is None
    assert await feeds.read("") is None
    assert await feeds.read(others) is not None


async def test_it_shows_the_meetings_of_the_members_own_groups_in_that_server(house: House) -> None:
    feeds = feeds_of(house)
    here = await house.stores.a_group()
    foreign = await house.stores.a_group(
        channel=ChannelId(CHANNEL + 1), members=(CLEO,), settings=replace(SETTINGS, name="Others")
    )
    elsewhere = await house.stores.a_group(guild=GuildId(GUILD + 1), channel=ChannelId(CHANNEL + 2))
    for number, group in enumerate((here, foreign, elsewhere)):
        await scheduled(house, group, 24 + number)
    await house.stores.called(a_meeting(group_id=here.id, uid="a poll"))
    address = await feeds.renew(GUILD, ADA)
    calendar = await read(feeds, address)
    year = timedelta(days=365)
    assert shown(calendar, NOON - year, NOON + year) == [(after(24), after(25.5))]
    await house.groups.leave(here.id, ADA)
    assert (await read(feeds, address)).walk("VEVENT") == []
    await house.groups.erase_guild(GUILD)
    assert await feeds.read(token_of(address)) is None


async def test_its_words_are_neutral_and_it_follows_moves_and_call_offs(house: House) -> None:
    feeds = feeds_of(house)
    group = await house.stores.a_group()
    meeting = (await scheduled(house, group, 24, topic="The client in the red coat")).meeting
    address = await feeds.renew(GUILD, ADA)
    store, told = house.stores.meetings, list[tuple[str, int, datetime]]()
    steps: tuple[Decide, ...] = (
        lambda g: g.meeting,
        lambda g: decisions.moved(g, slot(48), after(1)),
        lambda g: decisions.cancelled(g, after(2)),
        lambda g: decisions.restored(g, after(3)),
    )
    for step in steps:
        await store.change(meeting.id, step, NOON)
        calendar = await read(feeds, address)
        (event,) = calendar.walk("VEVENT")
        told.append((str(event["STATUS"]), event["SEQUENCE"], event["DTSTART"].dt))
        assert {str(event["SUMMARY"]), str(calendar["NAME"])} == {NEUTRAL_SUMMARY}
        assert b"red coat" not in (await feeds.read(token_of(address)) or b"")
    assert told == [
        ("CONFIRMED", 0, after(24)),
        ("CONFIRMED", 1, after(48)),
        ("CANCELLED", 2, after(48)),
        ("CONFIRMED", 3, after(48)),
    ]


async def test_it_rings_for_who_comes_and_keeps_the_hour_free_of_who_does_not(house: House) -> None:
    feeds = feeds_of(house)
    group = await house.stores.a_group()
    meeting = await scheduled(house, group, 24)
    await house.meetings.attend(meeting.meeting.id, BEN, Attendance.NOT_COMING)
    (ada,) = (await read(feeds, await feeds.renew(GUILD, ADA))).walk("VEVENT")
    (ben,) = (await read(feeds, await feeds.renew(GUILD, BEN))).walk("VEVENT")
    rings = [-one["TRIGGER"].dt // timedelta(minutes=1) for one in ada.walk("VALARM")]
    assert rings == list(group.settings.leads)
    assert "TRANSP" not in ada
    assert ben.walk("VALARM") == []
    assert ben["TRANSP"] == "TRANSPARENT"


async def test_what_is_over_leaves_it_after_a_while(house: House) -> None:
    feeds = feeds_of(house)
    group = await house.stores.a_group()
    meeting = await scheduled(house, group, 24)
    address = await feeds.renew(GUILD, ADA)
    await house.stores.meetings.change(
        meeting.meeting.id, lambda g: decisions.at_end(g, after(26)), after(26)
    )
    for past, count in ((LOOKS_BACK - timedelta(minutes=1), 1), (LOOKS_BACK, 0)):
        house.clock.steer(after(25.5) + past, rate=0)
        assert len((await read(feeds, address)).walk("VEVENT")) == count


async def test_it_stays_the_same_while_nothing_changes(house: House) -> None:
    feeds = feeds_of(house)
    group = await house.stores.a_group()
    await scheduled(house, group, 24)
    token = token_of(await feeds.renew(GUILD, ADA))
    before = await feeds.read(token)
    house.clock.steer(after(5), rate=0)
    assert await feeds.read(token) == before


async def test_it_shows_a_series_with_its_skips_moves_and_call_offs(house: House) -> None:
    """Every Tuesday at six in Berlin: the second is skipped, the third moved, the first is off."""
    feeds = feeds_of(house)
    group = await house.stores.a_group()
    kept = await house.stores.series.keep_draft(
        replace(a_series(), group_id=group.id, started_at=None)
    )
    token = token_of(address := await feeds.renew(GUILD, ADA))
    assert (await read(feeds, address)).walk("VEVENT") == []
    series = await house.stores.series.start(kept.id, NOON)
    first, second, third = (date(2026, 1, day) for day in (13, 20, 27))
    steps: tuple[tuple[date, Decide], ...] = (
        (second, lambda g: decisions.cancelled(g, NOON)),
        (third, lambda g: decisions.moved(g, slot(400, 90), NOON)),
        (first, lambda g: g.meeting.with_posts(card_channel=CHANNEL, card_message=9)),
        (first, lambda g: decisions.cancelled(g, NOON)),
    )
    for day, step in steps:
        await house.stores.series.change(series.id, day, step, NOON)
    calendar = await read(feeds, address)
    master, off, moved = calendar.walk("VEVENT")
    assert master["RRULE"].to_ical() == b"FREQ=WEEKLY;INTERVAL=1;BYDAY=TU"
    assert [one.dt.date() for one in master["EXDATE"].dts] == [second]
    assert [str(one["STATUS"]) for one in (off, moved)] == ["CANCELLED", "CONFIRMED"]
    assert [one["RECURRENCE-ID"].dt.date() for one in (off, moved)] == [first, third]
    assert moved["DTSTART"].dt == after(400)
    assert b"Tuesday circle" not in (await feeds.read(token) or b"")
    house.clock.steer(after(24 * 90), rate=0)
    await house.stores.series.tend(after(24 * 90))
    spring = (datetime(2026, 4, 7, 16, tzinfo=UTC), datetime(2026, 4, 7, 17, 30, tzinfo=UTC))
    later = shown(await read(feeds, address), after(24 * 84), after(24 * 86))
    assert [tuple(each.astimezone(UTC) for each in one) for one in later] == [spring]
