"""A series in the database: as it was, whole in each transaction, and made only once."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.domain import decisions
from bot.domain.errors import NoSuchGroup, NoSuchMeeting, NoSuchSeries, TooManySeries
from bot.domain.ids import GroupId, MeetingId, SeriesId
from bot.domain.meeting import Meeting, Phase
from bot.domain.series.course import Course
from bot.domain.series.rule import LAST, EveryWeeks, MonthlyByWeekday, Rule
from bot.domain.series.schedule import MOST_SERIES, Series
from tests.domain.examples import ADA, BEN, CLEO, NOON
from tests.domain.series.drawn import a_series
from tests.storage.stores import Stores

FIRST = date(2026, 1, 13)
DAY, WEEK = timedelta(days=1), timedelta(days=7)


async def a_draft(stores: Stores, **facts: object) -> Series:
    """A kept draft of the example group, which is made where there is none."""
    groups = await stores.groups.of_guild(a_series().guild_id)
    group = groups[0] if groups else await stores.a_group()
    drawn = replace(a_series(), group_id=group.id, started_at=None)
    return await stores.series.keep_draft(replace(drawn, **facts))  # pyright: ignore[reportArgumentType] - real fields


async def a_started(stores: Stores, **facts: object) -> Series:
    """A series that was started at NOON."""
    return await stores.series.start((await a_draft(stores, **facts)).id, NOON)


async def course_of(stores: Stores, series: Series, since: datetime = NOON) -> Course:
    """The series with its meetings, as they are kept."""
    courses = await stores.series.courses(series.group_id, since)
    return next(one for one in courses if one.series.id == series.id)


async def phases(stores: Stores, series: Series) -> dict[date, Phase]:
    """What became of each meeting that exists."""
    course = await course_of(stores, series)
    return {day: one.phase for day, one in course.meetings.items()}


@pytest.mark.parametrize("rule", [EveryWeeks(2), MonthlyByWeekday(LAST, 1), MonthlyByWeekday(2, 1)])
async def test_a_draft_comes_back_as_it_was(stores: Stores, rule: Rule) -> None:
    draft = await a_draft(
        stores,
        rule=rule,
        starts=time(7, 45),
        last=date(2026, 6, 30),
        follows=SeriesId(9),
        follows_from=FIRST,
        revision=3,
    )
    assert await stores.series.get(draft.id) == draft
    assert await stores.series.of_group(draft.group_id) == ()


async def test_a_changed_draft_takes_the_place_of_the_one_before(stores: Stores) -> None:
    draft = await a_draft(stores)
    changed = await stores.series.keep_draft(replace(draft, title="Another"))
    with pytest.raises(NoSuchSeries):
        await stores.series.get(draft.id)
    assert await stores.series.drop_drafts_before(NOON) == 0
    assert await stores.series.drop_drafts_before(NOON + DAY) == 1
    with pytest.raises(NoSuchSeries):
        await stores.series.drop_draft(changed.id)


async def test_starting_makes_the_meetings_once(stores: Stores) -> None:
    draft = await a_draft(stores)
    both = await asyncio.gather(
        stores.series.start(draft.id, NOON),
        stores.series.start(draft.id, NOON),
        return_exceptions=True,
    )
    assert [isinstance(one, NoSuchSeries) for one in both] == [False, True]
    course = await course_of(stores, draft)
    assert list(course.meetings) == [FIRST + number * WEEK for number in range(5)]
    before = await stores.dump()
    assert await stores.series.tend(NOON) == 0
    assert await stores.series.tend(NOON + timedelta(hours=20)) == 0
    assert await stores.dump() == before
    assert await stores.series.tend(NOON + 3 * WEEK) == 3
    ahead = await stores.meetings.ahead(draft.guild_id, NOON)
    assert [one.meeting.regular and one.meeting.regular.date for one in ahead] == [
        FIRST + number * WEEK for number in range(8)
    ]


async def test_the_end_of_a_meeting_makes_the_next_one(stores: Stores) -> None:
    series = await a_started(stores, rule=EveryWeeks(8))
    (first,) = (await course_of(stores, series)).meetings.values()
    assert first.time is not None
    await stores.meetings.change(
        first.id,
        lambda g: decisions.at_end(g, g.meeting.time.ends if g.meeting.time else NOON),
        first.time.ends,
    )
    assert list(await phases(stores, series)) == [FIRST, FIRST + 8 * WEEK]


async def test_a_meeting_far_ahead_can_be_skipped_and_brought_back(stores: Stores) -> None:
    series, day = await a_started(stores), FIRST + 20 * WEEK
    after = await stores.series.change(series.id, day, lambda g: decisions.cancelled(g, NOON), NOON)
    assert after.meeting.phase is Phase.CANCELLED
    assert await waiting(stores, after.meeting.id) == []
    again = await stores.series.ensure(series.id, day, NOON)
    assert again.meeting == after.meeting
    later = NOON + 3 * DAY
    back = await stores.series.change(series.id, day, lambda g: decisions.restored(g, later), later)
    assert back.meeting.phase is Phase.SCHEDULED
    assert len(await waiting(stores, back.meeting.id)) > 0
    with pytest.raises(NoSuchMeeting):
        await stores.series.ensure(series.id, day + DAY, NOON)


async def waiting(stores: Stores, meeting_id: MeetingId) -> list[str]:
    """What waits for a meeting, by what it does."""
    rows = await stores.rows(
        "SELECT action FROM outbox WHERE meeting_id = ? AND state = 'pending'", meeting_id
    )
    return [row["action"] for row in rows]


async def test_a_refused_step_leaves_no_meeting_behind(stores: Stores) -> None:
    def refusing(_: object) -> Meeting:
        raise NoSuchMeeting

    series = await a_started(stores)
    before = await stores.dump()
    with pytest.raises(NoSuchMeeting):
        await stores.series.change(series.id, FIRST + 20 * WEEK, refusing, NOON)
    assert await stores.dump() == before


async def test_an_end_is_whole_and_leaves_nothing_waiting_after_it(stores: Stores) -> None:
    series = await a_started(stores)
    ended = await stores.series.end(series.id, FIRST + WEEK, NOON)
    assert ended.last == FIRST + WEEK
    assert list((await phases(stores, series)).values()) == [
        *[Phase.SCHEDULED] * 2,
        *[Phase.CANCELLED] * 3,
    ]
    rows = await stores.rows(
        "SELECT max(due_at) AS last FROM outbox WHERE state = 'pending' AND withdrawn = 0"
    )
    assert rows[0]["last"] < (NOON + 2 * WEEK).timestamp()


async def test_one_series_takes_the_place_of_another_in_one_step(stores: Stores) -> None:
    old = await a_started(stores)
    now = NOON + timedelta(hours=1)
    await stores.series.change(old.id, FIRST + 2 * WEEK, lambda g: decisions.cancelled(g, now), now)
    draft = await a_draft(
        stores,
        uid="other",
        starts=time(19),
        follows=old.id,
        follows_from=FIRST + WEEK,
        anchor=FIRST + WEEK,
    )
    new = await stores.series.start(draft.id, now)
    assert (await stores.series.get(old.id)).last == FIRST + WEEK - DAY
    there = await phases(stores, new)
    assert there == {
        FIRST + WEEK: Phase.SCHEDULED,
        FIRST + 2 * WEEK: Phase.CANCELLED,
        FIRST + 3 * WEEK: Phase.SCHEDULED,
        FIRST + 4 * WEEK: Phase.SCHEDULED,
    }
    left = {day for day, one in (await phases(stores, old)).items() if one is Phase.SCHEDULED}
    assert left == {FIRST}


async def test_what_is_left_out_from_the_start_is_off_and_nothing_of_it_waits(
    stores: Stores,
) -> None:
    off = (FIRST, FIRST + 2 * WEEK, FIRST + DAY, FIRST - 52 * WEEK)
    series = await stores.series.start((await a_draft(stores)).id, NOON, off)
    there = await phases(stores, series)
    assert {day for day, one in there.items() if one is Phase.CANCELLED} == set(off[:2])
    assert there[FIRST + WEEK] is Phase.SCHEDULED
    course = await course_of(stores, series)
    waiting = await stores.rows("SELECT meeting_id FROM outbox WHERE withdrawn = 0")
    assert {row["meeting_id"] for row in waiting}.isdisjoint(
        course.meetings[day].id for day in off[:2]
    )
    assert waiting
    assert await stores.series.tend(NOON) == 0
    back = await stores.series.change(series.id, FIRST, lambda g: decisions.restored(g, NOON), NOON)
    assert back.meeting.phase is Phase.SCHEDULED


async def test_a_group_has_so_many_series_and_no_more(stores: Stores) -> None:
    for number in range(MOST_SERIES):
        await a_started(stores, uid=f"number {number}")
    with pytest.raises(TooManySeries):
        await a_started(stores, uid="one too many")


async def test_who_leaves_hands_the_series_on_and_the_group_takes_it_along(stores: Stores) -> None:
    series = await a_started(stores)
    await stores.groups.leave(series.group_id, ADA, NOON)
    assert (await stores.series.get(series.id)).convener_id == BEN
    course = await course_of(stores, series)
    assert {one.convener_id for one in course.meetings.values()} == {BEN}
    await stores.groups.leave(series.group_id, BEN, NOON)
    await stores.groups.leave(series.group_id, CLEO, NOON)
    assert await stores.series.tend(NOON + 10 * WEEK) == 0  # nobody is left to meet
    await stores.groups.join(series.group_id, ADA, NOON + 10 * WEEK)
    assert (await stores.series.get(series.id)).convener_id == ADA
    await stores.groups.delete(series.group_id)
    assert await stores.series.of_guild(series.guild_id) == ()
    assert await stores.meetings.ahead(series.guild_id, NOON) == ()


async def test_a_series_needs_a_group(stores: Stores) -> None:
    draft = await a_draft(stores)
    await stores.groups.delete(draft.group_id)
    with pytest.raises(NoSuchSeries):
        await stores.series.start(draft.id, NOON)
    with pytest.raises(NoSuchGroup):
        await stores.groups.get(GroupId(draft.group_id))
