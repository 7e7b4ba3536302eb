"""Whatever becomes of a series, over restarts, what waits is what a fresh look would plan."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain import decisions
from bot.domain.errors import Refusal
from bot.domain.ids import SeriesId
from bot.domain.meeting import Attendance, Meeting, Phase
from bot.domain.plan import plan
from bot.domain.series.course import HORIZON, occurring, to_exist
from bot.domain.series.rule import EveryWeeks
from bot.domain.series.schedule import Series
from bot.domain.when.slot import Slot
from tests.domain.examples import BEN, NOON
from tests.domain.series.drawn import a_series
from tests.storage.stores import Stores, stores_at

FIRST = date(2026, 1, 13)
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)

Step = Callable[[Stores, SeriesId, datetime], Awaitable[object]]


def _day(week: int) -> date:
    return FIRST + week * WEEK


def skipping(week: int) -> Step:
    """Somebody skips a meeting."""
    return lambda stores, series, now: stores.series.change(
        series, _day(week), lambda g: decisions.cancelled(g, now), now
    )


def restoring(week: int) -> Step:
    """Somebody takes that back."""
    return lambda stores, series, now: stores.series.change(
        series, _day(week), lambda g: decisions.restored(g, now), now
    )


def moving(week: int, hours: int) -> Step:
    """Somebody moves a meeting by some hours."""

    def step(stores: Stores, series: SeriesId, now: datetime) -> Awaitable[object]:
        def decide(gathering: decisions.Gathering) -> Meeting:
            time = gathering.meeting.time or Slot(now, now + HOUR)
            slot = Slot(time.starts + hours * HOUR, time.ends + hours * HOUR)
            return decisions.moved(gathering, slot, now)

        return stores.series.change(series, _day(week), decide, now)

    return step


def declining(week: int) -> Step:
    """Somebody says that they cannot come."""
    return lambda stores, series, now: stores.series.change(
        series,
        _day(week),
        lambda g: decisions.attending(g, BEN, Attendance.NOT_COMING, now),
        now,
    )


def ending(week: int) -> Step:
    """Somebody gives the series an end."""
    return lambda stores, series, now: stores.series.end(series, _day(week), now)


def changing(week: int, days: int, hour: int) -> Step:
    """Somebody changes all from a meeting on."""

    async def step(stores: Stores, series: SeriesId, now: datetime) -> None:
        old = await stores.series.get(series)
        draft = replace(
            old,
            uid=f"{old.uid}+",
            rule=EveryWeeks(1),
            anchor=_day(week) + timedelta(days=days),
            starts=time(hour),
            last=None,
            started_at=None,
            follows=series,
            follows_from=_day(week),
        )
        kept = await stores.series.keep_draft(replace(draft, id=SeriesId(0)))
        await stores.series.start(kept.id, now)

    return step


async def tending(stores: Stores, _: SeriesId, now: datetime) -> None:
    """A night passes."""
    await stores.series.tend(now)


_WEEKS = st.integers(0, 9)
STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(skipping, _WEEKS),
    st.builds(skipping, _WEEKS),
    st.builds(restoring, _WEEKS),
    st.builds(moving, _WEEKS, st.integers(-50, 200)),
    st.builds(declining, _WEEKS),
    st.builds(ending, _WEEKS),
    st.builds(changing, _WEEKS, st.sampled_from([0, 0, 2]), st.integers(8, 20)),
    st.just(tending),
)
Tried = tuple[Step | None, int]
"""A step, or a restart, after so many hours."""

TRIED: st.SearchStrategy[list[Tried]] = st.lists(
    st.tuples(st.one_of(STEPS, STEPS, st.none()), st.integers(0, 120)), max_size=12
)


async def _meetings(stores: Stores, series: Sequence[Series]) -> list[Meeting]:
    courses = await stores.series.courses(series[0].group_id, NOON - WEEK)
    return [one for course in courses for one in course.meetings.values()]


async def waiting(stores: Stores, now: datetime) -> set[tuple[object, ...]]:
    """What waits in the outbox for a time to come."""
    rows = await stores.rows(
        "SELECT * FROM outbox WHERE state = 'pending' AND withdrawn = 0 AND due_at > ?",
        int(now.timestamp()),
    )
    return {(row["key"], row["due_at"], row["expires_at"], row["lead"]) for row in rows}


async def fresh(stores: Stores, meetings: list[Meeting], now: datetime) -> set[tuple[object, ...]]:
    """What the plans of all meetings, as they are now, would have wait."""
    gatherings = [await stores.meetings.get(one.id) for one in meetings]
    return {
        (
            one.key,
            int(one.due_at.timestamp()),
            int(one.expires_at.timestamp()) if one.expires_at else None,
            one.lead,
        )
        for gathering in gatherings
        for one in plan(gathering)
        if one.due_at > now
    }


async def _is_whole(stores: Stores, now: datetime) -> None:
    """Every occurrence within the horizon exists once, and another look would change nothing."""
    series = await stores.series.of_guild(a_series().guild_id)
    meetings = await _meetings(stores, series)
    assert await waiting(stores, now) == await fresh(stores, meetings, now)
    for course in await stores.series.courses(series[0].group_id, NOON - WEEK):
        assert to_exist(course, now) == ()
        ahead = occurring(course, now, now + HORIZON)
        assert all(one.meeting for one in ahead)
        last = course.series.last
        assert all(last is None or one.off or one.date <= last or one.meeting for one in ahead)


async def lived(path: Path, tried: Sequence[Tried]) -> None:
    """Tries the steps one after another and compares after each."""
    async with AsyncExitStack() as stack:
        stores = await stack.enter_async_context(stores_at(path))
        group = await stores.a_group()
        draft = replace(a_series(), group_id=group.id, started_at=None)
        series = await stores.series.start((await stores.series.keep_draft(draft)).id, NOON)
        now = NOON
        for step, hours in tried:
            now += hours * HOUR
            if step is None:
                await stack.aclose()
                stores = await stack.enter_async_context(stores_at(path))
                await stores.outbox.recover()
            else:
                newest = (await stores.series.of_guild(series.guild_id))[-1]
                await _attempt(stores, newest.id, step, now)
            await _over(stores, now)
            await stores.series.tend(now)
            await _is_whole(stores, now)


async def _attempt(stores: Stores, series: SeriesId, step: Step, now: datetime) -> None:
    try:
        await step(stores, series, now)
    except Refusal:
        return


async def _over(stores: Stores, now: datetime) -> None:
    """What a delivery would have done by now: meetings end."""
    for series in await stores.series.of_guild(a_series().guild_id):
        for one in await _meetings(stores, [series]):
            if one.phase is Phase.SCHEDULED and one.time and one.time.ends <= now:
                await stores.meetings.change(one.id, lambda g: decisions.at_end(g, now), now)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TRIED)
def test_what_waits_is_what_a_fresh_plan_of_all_meetings_says(tried: list[Tried]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(lived(Path(folder) / "convene.sqlite3", tried))
