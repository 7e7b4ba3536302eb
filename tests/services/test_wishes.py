"""What a member types about reminders is kept whole or not at all, and follows them everywhere."""

import pytest

from bot.domain.errors import LeadTimesUnclear, QuietUnclear
from bot.domain.group import Nudge
from bot.domain.ids import GuildId
from bot.domain.meeting import Attendance
from bot.domain.plan import Action
from bot.domain.standing.pattern import Hours
from bot.domain.wishes import AS_THE_GROUP, Where, Wishes
from bot.services.wishes import ReminderWishes, TypedWishes
from tests.domain.examples import ADA, BEN, GUILD, NOON
from tests.services.conftest import House
from tests.storage.outbox_reading import scheduled

TYPED = TypedWishes("15m, 1 day, 2h", Where.DM, "9pm - 8am")
READ = Wishes((1440, 120, 15), Where.DM, Hours(21 * 60, 32 * 60), NOON)


def keeping(house: House) -> ReminderWishes:
    """What a fresh process knows."""
    return ReminderWishes(house.stores.groups, house.clock, lambda: None)


async def test_what_is_typed_is_read_kept_and_found_in_the_group(house: House) -> None:
    group = await house.stores.a_group()
    assert await keeping(house).of(GUILD, BEN) == AS_THE_GROUP
    assert await keeping(house).keep(GUILD, BEN, TYPED) == READ
    assert await keeping(house).of(GUILD, BEN) == READ
    assert await keeping(house).of(GuildId(8), BEN) == AS_THE_GROUP
    member = (await house.stores.groups.get(group.id)).member(BEN)
    assert member is not None
    assert member.wishes == READ


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        (TypedWishes("soon", Where.DM, "21-8"), LeadTimesUnclear),
        (TypedWishes("1h", Where.DM, "at night"), QuietUnclear),
    ],
)
async def test_what_cannot_be_read_changes_nothing_and_is_not_lost(
    house: House, typed: TypedWishes, refusal: type[Exception]
) -> None:
    wishes = keeping(house)
    await wishes.keep(GUILD, BEN, TYPED)
    with pytest.raises(refusal):
        await wishes.keep(GUILD, BEN, typed)
    assert await wishes.of(GUILD, BEN) == READ
    assert wishes.held(GUILD, BEN) == typed
    assert wishes.held(GUILD, ADA) is None
    assert typed.quiet.encode() not in house.on_disk()
    await wishes.keep(GUILD, BEN, TYPED)
    assert wishes.held(GUILD, BEN) is None


async def test_none_and_nothing_are_not_the_same(house: House) -> None:
    wishes = keeping(house)
    assert (await wishes.keep(GUILD, BEN, TypedWishes("none", Where.THREAD, ""))).leads == ()
    assert (await wishes.of(GUILD, BEN)).leads == ()
    assert (await wishes.keep(GUILD, BEN, TypedWishes(" ", Where.THREAD, ""))).leads is None
    assert (await wishes.of(GUILD, BEN)).leads is None


async def test_how_one_is_nudged_and_how_one_is_reminded_are_two_things(house: House) -> None:
    group = await house.stores.a_group()
    await house.groups.set_nudge(GUILD, BEN, Nudge.DM)
    await keeping(house).keep(GUILD, BEN, TYPED)
    await house.groups.set_nudge(GUILD, BEN, Nudge.THREAD)
    member = (await house.stores.groups.get(group.id)).member(BEN)
    assert member is not None
    assert (member.nudge, member.wishes) == (Nudge.THREAD, READ)


async def _alone(house: House) -> dict[int, int]:
    """When a reminder of Ben's own is due, by its lead."""
    rows = await house.stores.rows(
        "SELECT * FROM outbox WHERE action = ? AND member_id = ? AND state = 'pending'",
        Action.REMINDER_DM.value,
        BEN,
    )
    return {row["lead"]: row["due_at"] for row in rows}


async def test_what_waits_follows_the_wishes_and_the_zone(house: House) -> None:
    """Noon in London is one at night in Auckland, where the quiet begins four hours before."""
    gathering = await scheduled(house.stores)
    await house.groups.set_zone(GUILD, BEN, "Europe/London")
    await house.meetings.attend(gathering.meeting.id, BEN, Attendance.COMING)
    await keeping(house).keep(GUILD, BEN, TypedWishes("1h", Where.DM, "21-8"))
    assert set(await _alone(house)) == {60}
    await house.groups.set_zone(GUILD, BEN, "Pacific/Auckland")
    assert set(await _alone(house)) == {4 * 60 + 1}
    await keeping(house).keep(GUILD, BEN, TypedWishes("1h", Where.THREAD, "21-8"))
    assert await _alone(house) == {}
