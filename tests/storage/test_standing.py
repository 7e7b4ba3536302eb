"""Usual hours come back as they were kept, by server and member."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from bot.domain.ids import GuildId
from bot.domain.standing.pattern import DECENT, NO_WEEK, Away, Hours, Standing, Week
from tests.domain.examples import ADA, BEN, GUILD, NOON
from tests.domain.standing.drawn import hours, weeks
from tests.storage.stores import Stores

ELSEWHERE = GuildId(7002)
ANY_ZONE = "America/New_York"
WORKDAYS: Week = (*((Hours(540, 720), Hours(1320, 1500)),) * 5, (), ())


async def kept(stores: Stores, guild: GuildId = GUILD) -> Standing:
    return (await stores.standing.of(guild, [ADA], ANY_ZONE))[ADA]


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(weeks, hours)
async def test_any_week_comes_back_in_place_of_the_one_before(
    stores: Stores, week: Week, decent: Hours
) -> None:
    await stores.standing.set_week(GUILD, ADA, week, decent)
    assert await kept(stores) == Standing(ANY_ZONE, week, (), decent)


async def test_who_said_nothing_has_no_hours_and_the_zone_of_the_group(stores: Stores) -> None:
    assert await kept(stores) == Standing(ANY_ZONE, NO_WEEK, (), DECENT)


async def test_the_pattern_stays_and_the_zone_follows_the_member(stores: Stores) -> None:
    await stores.standing.set_week(GUILD, ADA, WORKDAYS, DECENT)
    await stores.groups.set_zone(GUILD, ADA, "Europe/London", NOON)
    assert await kept(stores) == Standing("Europe/London", WORKDAYS)
    await stores.groups.set_zone(GUILD, ADA, "Asia/Kolkata", NOON)
    assert await kept(stores) == Standing("Asia/Kolkata", WORKDAYS)


async def test_members_and_servers_are_apart(stores: Stores) -> None:
    await stores.standing.set_week(GUILD, ADA, WORKDAYS, DECENT)
    both = await stores.standing.of(GUILD, [ADA, BEN], ANY_ZONE)
    assert (both[ADA].week, both[BEN].week) == (WORKDAYS, NO_WEEK)
    assert not (await kept(stores, ELSEWHERE)).known


async def test_days_away_are_kept_in_order_until_they_are_over_or_taken_out(
    stores: Stores,
) -> None:
    today = NOON.date()
    easter, winter = date(2026, 4, 3), date(2026, 12, 24)
    for first, last in ((winter, date(2027, 1, 2)), (easter, easter), (today, today)):
        await stores.standing.add_away(GUILD, ADA, Away(first, last), today)
    assert [one.first for one in (await kept(stores)).away] == [today, easter, winter]
    await stores.standing.add_away(GUILD, ADA, Away(winter, winter), easter)
    assert (await kept(stores)).away == (Away(easter, easter), Away(winter, winter))
    await stores.standing.remove_away(GUILD, ADA, easter)
    await stores.standing.remove_away(GUILD, BEN, winter)
    assert (await kept(stores)).away == (Away(winter, winter),)
