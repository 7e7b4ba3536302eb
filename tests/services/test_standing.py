"""Usual hours as members keep them, as a call is proposed from them, as a poll suggests them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.meeting import Choice, Kind, Soon
from bot.domain.standing.pattern import DECENT, Away, Hours
from bot.domain.standing.refusals import (
    AwayReversed,
    DayUnclear,
    HoursUnclear,
    NoneOfThese,
    NoUsualHours,
    TooManyAways,
    TooManyHours,
)
from bot.services.actor import Actor
from bot.services.calling import Calling, Typed
from bot.services.standing import MOST_AWAYS, MOST_HOURS, TypedWeek, UsualHours
from cogs.wording import availability as wording
from tests.domain.examples import ADA, BEN, GUILD, NOON, a_meeting, slot
from tests.services.conftest import House

LONDON = "Europe/London"
HOUR = timedelta(hours=1)
FORM = Typed("Endings", Kind.CASE, Soon.WEEK, 60, "")


def hours_of(house: House) -> UsualHours:
    return UsualHours(house.stores.standing, house.clock)


async def test_what_could_not_be_read_is_held_until_a_week_is_kept(house: House) -> None:
    hours = hours_of(house)
    first = TypedWeek("Mon 9-12", "9-17")
    kept = await hours.keep_week(GUILD, ADA, LONDON, first)
    assert (kept.week[0], kept.decent) == ((Hours(540, 720),), Hours(540, 1020))
    typed = TypedWeek("Tue 9-12, perhaps", "late")
    with pytest.raises(HoursUnclear) as refused:
        await hours.keep_week(GUILD, ADA, LONDON, typed)
    assert refused.value.pieces == ("perhaps", "late")
    assert "perhaps" not in repr(refused.value)
    assert hours.held(GUILD, ADA) == typed
    assert hours.held(GUILD, BEN) is None
    assert await hours.of(GUILD, ADA, LONDON) == kept
    assert (await hours.keep_week(GUILD, ADA, LONDON, TypedWeek("", ""))).decent == DECENT
    assert hours.held(GUILD, ADA) is None


async def test_no_more_is_kept_than_one_message_and_one_form_can_show(house: House) -> None:
    hours = hours_of(house)
    stretches = [f"{hour}:15pm-{hour}:45pm" for hour in (12, 1, 2, 3, 4, 10)]
    full = TypedWeek(f"every day {', '.join(stretches)}", "12:15pm-12:00pm")
    standing = await hours.keep_week(GUILD, ADA, LONDON, full)
    for number in range(MOST_AWAYS):
        first = (NOON + timedelta(days=3 * number)).date().isoformat()
        last = (NOON + timedelta(days=3 * number + 1)).date().isoformat()
        standing = await hours.add_away(GUILD, ADA, LONDON, first, last)
    assert len(wording.shown(standing)) < 2000
    assert len(wording.week_default(standing)) < 1000
    with pytest.raises(TooManyHours):
        await hours.keep_week(GUILD, ADA, LONDON, replace(full, week=f"{full.week}, 6pm-7pm"))
    assert len(standing.week[0]) == MOST_HOURS
    with pytest.raises(TooManyAways):
        await hours.add_away(GUILD, ADA, LONDON, "5 July", "")


async def test_days_away_are_read_on_the_members_calendar(house: House) -> None:
    hours = hours_of(house)
    kept = await hours.add_away(GUILD, ADA, "Pacific/Auckland", "today", "")
    assert kept.away == (Away(date(2026, 1, 13), date(2026, 1, 13)),)  # NOON is the next day there
    winter = await hours.add_away(GUILD, ADA, LONDON, "20 Dec", "3 Jan")
    assert winter.away[-1] == Away(date(2026, 12, 20), date(2027, 1, 3))
    with pytest.raises(DayUnclear):
        await hours.add_away(GUILD, ADA, LONDON, "20 Dec", "someday")
    with pytest.raises(AwayReversed):
        await hours.add_away(GUILD, ADA, LONDON, "2026-05-02", "2026-05-01")
    assert await hours.of(GUILD, ADA, LONDON) == replace(winter, zone=LONDON)


async def test_a_call_without_times_is_proposed_some_as_if_they_were_typed(house: House) -> None:
    hours = hours_of(house)
    group = await house.stores.a_group()
    await hours.keep_week(GUILD, ADA, LONDON, TypedWeek("weekdays 9-12", ""))
    calling = Calling(
        house.stores.meetings, house.stores.drafts, house.clock, lambda: None, hours=hours
    )
    shown = await calling.prepare(group, Actor(ADA), FORM, "America/New_York")
    assert shown.proposed is not None
    assert shown.proposed.slots == shown.draft.slots
    assert shown.proposed.known == 1
    assert all(one.free == {ADA} for one in shown.proposed.proposals)
    again = await calling.prepare(
        group, Actor(ADA), replace(FORM, times=shown.draft.typed), "America/New_York"
    )
    assert again.draft.slots == shown.draft.slots
    assert again.proposed is None
    posted = await calling.post(shown.draft.id, Actor(ADA))
    assert posted.meeting.slots == shown.draft.slots
    assert set(posted.meeting.answers) == {ADA}


@pytest.mark.parametrize(
    ("soon", "first", "last"),
    [(Soon.TODAY, 2, 24), (Soon.TWO_DAYS, 12, 48), (Soon.WEEK, 24, 168), (Soon.TWO_WEEKS, 48, 336)],
)
async def test_nothing_is_proposed_too_soon_to_answer_or_too_late(
    house: House, soon: Soon, first: int, last: int
) -> None:
    hours = hours_of(house)
    group = await house.stores.a_group()
    await hours.keep_week(GUILD, ADA, LONDON, TypedWeek("every day all day", ""))
    found = await hours.propose(group, ADA, soon, HOUR)
    assert found.slots
    assert found.slots[0].starts >= NOON + timedelta(hours=first)
    assert found.slots[-1].ends <= NOON + timedelta(hours=last)


async def test_a_suggestion_is_what_the_pattern_covers_whole_and_no_answer(house: House) -> None:
    hours = hours_of(house)
    group = await house.stores.a_group()
    await house.stores.groups.set_zone(GUILD, BEN, LONDON, NOON)
    slots = (slot(24), slot(25), slot(48))  # Tuesday from 12 and from 13, Wednesday from 12
    called = await house.stores.called(a_meeting(slots, group_id=group.id))
    assert await hours.suggested(called, BEN) is None
    with pytest.raises(NoUsualHours):
        await hours.confirmed(called, BEN)
    await hours.keep_week(GUILD, BEN, LONDON, TypedWeek("Tue 12:00-13:30", ""))
    assert await hours.suggested(called, BEN) == {slot(24): Choice.YES}
    assert BEN not in (await house.meetings.get(called.meeting.id)).meeting.answers
    await hours.add_away(GUILD, BEN, LONDON, "tomorrow", "")
    assert await hours.suggested(called, BEN) == {}
    with pytest.raises(NoneOfThese):
        await hours.confirmed(called, BEN)


async def test_the_start_is_on_a_quarter_of_an_hour_whenever_it_is_asked(house: House) -> None:
    hours = hours_of(house)
    group = await house.stores.a_group()
    await hours.keep_week(GUILD, ADA, LONDON, TypedWeek("every day all day", ""))
    house.clock.steer(datetime(2026, 1, 12, 12, 7, 31, tzinfo=UTC), rate=0)
    found = await hours.propose(group, ADA, Soon.TODAY, HOUR)
    assert {one.starts.minute % 15 for one in found.slots} == {0}
    assert {one.starts.second for one in found.slots} == {0}
