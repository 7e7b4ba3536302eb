"""A rhythm's turns over a real database: each is taken once, whatever happened meanwhile."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import NoRhythm, NotAMember, RhythmUnclear
from bot.domain.group import Group
from bot.domain.meeting import Meeting, Phase, Soon
from bot.domain.standing.refusals import DayUnclear
from bot.domain.when.slot import Slot
from bot.services.actor import Actor
from bot.services.rhythm import PAUSE, RhythmKeeping, Turns
from bot.services.standing import TypedWeek, UsualHours
from bot.telling import LoggedWatch
from tests.domain.examples import ADA, BEN, DEV, a_meeting
from tests.services.conftest import House

NEW_YORK = "America/New_York"
FIRST = datetime(2026, 1, 19, 14, tzinfo=UTC)
"""The Monday after NOON, at nine in New York."""


def keeping(house: House) -> RhythmKeeping:
    return RhythmKeeping(house.stores.rhythms, house.stores.meetings, house.clock, lambda: None)


def turns(house: House) -> Turns:
    hours = UsualHours(house.stores.standing, house.clock)
    return Turns(house.stores.rhythms, hours, house.clock, LoggedWatch())


async def every_four_weeks(house: House, week: str = "Mon-Fri 9-12") -> Group:
    """A group of which Ada and Ben keep hours, asked every four weeks from FIRST on."""
    group = await house.stores.a_group()
    hours = UsualHours(house.stores.standing, house.clock)
    for member in (ADA, BEN):
        await hours.keep_week(group.guild_id, member, NEW_YORK, TypedWeek(week, ""))
    await keeping(house).change(group, Actor(ADA), 4, "", None)
    return group


async def meetings(house: House, group: Group) -> list[Meeting]:
    """What was called so far."""
    ids = await house.stores.rows("SELECT id FROM meeting WHERE group_id = ? ORDER BY id", group.id)
    return [(await house.stores.meetings.get(row["id"])).meeting for row in ids]


async def test_a_turn_calls_once_and_the_next_one_waits(house: House) -> None:
    group, worker = await every_four_weeks(house), turns(house)
    assert await worker.next_at() == FIRST
    house.clock.steer(FIRST - timedelta(seconds=1), rate=0)
    assert await worker.work_once() == 0
    house.clock.steer(FIRST, rate=0)
    assert await worker.work_once() == 1
    assert await worker.work_once() == 0
    (meeting,) = await meetings(house, group)
    assert (meeting.phase, meeting.convener_id, meeting.answers) == (Phase.POLLING, ADA, {})
    assert FIRST + timedelta(days=2) <= meeting.slots[0].starts
    assert meeting.slots[-1].ends <= FIRST + timedelta(days=14)
    assert await worker.next_at() == FIRST + timedelta(weeks=4)


async def test_a_turn_that_two_take_at_once_calls_once(house: House) -> None:
    group = await every_four_weeks(house)
    ((seen, _),) = await house.stores.rhythms.due(FIRST)
    meeting = a_meeting(group_id=group.id, turn=seen.turn)
    again = replace(meeting, uid="decaf")
    assert await house.stores.rhythms.take(seen, seen, meeting, FIRST)
    assert not await house.stores.rhythms.take(seen, seen, again, FIRST)
    # Nor does a rhythm that was ended and begun anew on that day.
    await house.stores.meetings.change(
        meeting_id := (await meetings(house, group))[0].id,
        lambda before: replace(before.meeting, phase=Phase.CANCELLED),
        FIRST,
    )
    await house.stores.rhythms.keep(seen)
    assert not await house.stores.rhythms.take(seen, seen, again, FIRST)
    assert [one.id for one in await meetings(house, group)] == [meeting_id]


@pytest.mark.parametrize(("days", "calls"), [(3, 1), (15, 0), (27, 0), (29, 1), (130, 0)])
async def test_after_an_outage_the_newest_turn_comes_late_or_not_at_all(
    house: House, days: int, calls: int
) -> None:
    group, worker = await every_four_weeks(house), turns(house)
    house.clock.steer(FIRST + timedelta(days=days), rate=0)
    assert await worker.work_once() == 1
    assert await worker.work_once() == 0
    assert len(await meetings(house, group)) == calls
    due = await worker.next_at()
    assert due is not None
    assert house.clock.now() < due <= house.clock.now() + timedelta(weeks=4)


async def test_nothing_is_called_where_a_poll_is_open_or_a_meeting_near(house: House) -> None:
    group, worker = await every_four_weeks(house), turns(house)
    near = Slot(FIRST + timedelta(days=3), FIRST + timedelta(days=3, hours=1))
    far = Slot(FIRST + timedelta(days=20), FIRST + timedelta(days=20, hours=1))
    await house.stores.called(
        a_meeting([near], group_id=group.id, phase=Phase.SCHEDULED, time=near)
    )
    house.clock.steer(FIRST, rate=0)
    await worker.work_once()
    assert len(await meetings(house, group)) == 1
    house.clock.steer(FIRST + timedelta(weeks=4), rate=0)
    later = a_meeting([far], group_id=group.id, uid="far", phase=Phase.SCHEDULED, time=far)
    await house.stores.called(later)
    await worker.work_once()
    assert len(await meetings(house, group)) == 3


async def test_where_too_few_hours_are_known_it_waits_for_times(house: House) -> None:
    group, worker = await every_four_weeks(house), turns(house)
    hours = UsualHours(house.stores.standing, house.clock)
    await hours.keep_week(group.guild_id, BEN, NEW_YORK, TypedWeek("Sun 2am-4am", ""))
    house.clock.steer(FIRST, rate=0)
    await worker.work_once()
    (meeting,) = await meetings(house, group)
    assert (meeting.phase, meeting.slots) == (Phase.WAITING, ())
    assert meeting.deadline == FIRST + timedelta(days=14)


async def test_a_convener_who_is_away_does_not_keep_the_others_from_meeting(house: House) -> None:
    group, worker = await every_four_weeks(house), turns(house)
    hours = UsualHours(house.stores.standing, house.clock)
    await hours.add_away(group.guild_id, ADA, NEW_YORK, "18 January", "10 February")
    house.clock.steer(FIRST, rate=0)
    await worker.work_once()
    assert (await meetings(house, group))[0].phase is Phase.WAITING
    group = await house.stores.groups.join(group.id, DEV, FIRST)
    await hours.keep_week(group.guild_id, DEV, NEW_YORK, TypedWeek("Mon-Fri 9-12", ""))
    house.clock.steer(FIRST + timedelta(weeks=4), rate=0)
    await hours.add_away(group.guild_id, ADA, NEW_YORK, "15 February", "10 March")
    await worker.work_once()
    assert (await meetings(house, group))[1].phase is Phase.POLLING


async def test_the_group_moves_to_another_zone_and_its_turns_with_it(house: House) -> None:
    group, worker = await every_four_weeks(house), turns(house)
    moved = replace(group.settings, zone="Asia/Kolkata")
    await house.stores.groups.change(group.id, lambda _: moved, house.clock.now())
    assert await worker.next_at() == datetime(2026, 1, 19, 3, 30, tzinfo=UTC)


async def test_what_is_not_said_stays_and_what_cannot_be_is_refused(house: House) -> None:
    group, rhythms = await every_four_weeks(house), keeping(house)
    changed = await rhythms.change(group, Actor(BEN), None, "28 January", Soon.WEEK)
    assert (changed.weeks, changed.turn.isoformat(), changed.soon) == (4, "2026-01-28", Soon.WEEK)
    assert changed.set_by == BEN
    assert await rhythms.of(group) == changed
    with pytest.raises(DayUnclear):
        await rhythms.change(group, Actor(BEN), 3, "soon-ish", None)
    with pytest.raises(RhythmUnclear):
        await rhythms.change(group, Actor(BEN), 13, "", None)
    with pytest.raises(NotAMember):
        await rhythms.change(group, Actor(DEV), 3, "", None)
    assert await rhythms.of(group) == changed
    await rhythms.stop(group, Actor(DEV, manages=True))
    assert await turns(house).next_at() is None
    with pytest.raises(NoRhythm):
        await rhythms.change(group, Actor(ADA), None, "", Soon.WEEK)
    with pytest.raises(NoRhythm):
        await rhythms.stop(group, Actor(ADA))


async def test_one_groups_fault_holds_up_neither_the_others_nor_itself_for_good(
    house: House,
) -> None:
    group, worker = await every_four_weeks(house), turns(house)
    await house.stores.run("UPDATE consultation_group SET zone = 'Nowhere/Never'")
    house.clock.steer(FIRST, rate=0)
    assert await worker.work_once() == 1
    assert await worker.next_at() == FIRST + PAUSE
    await house.stores.run("UPDATE consultation_group SET zone = ?", NEW_YORK)
    house.clock.steer(FIRST + PAUSE, rate=0)
    await worker.work_once()
    assert len(await meetings(house, group)) == 1
