"""After whatever happened, over restarts, what waits is what a fresh look would plan."""

import asyncio
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain import decisions
from bot.domain.agenda.due import What
from bot.domain.errors import Refusal
from bot.domain.group import GroupSettings, Structure
from bot.domain.ids import MeetingId
from bot.domain.meeting import Choice
from bot.domain.plan import REMINDERS, Action, plan
from bot.domain.standing.pattern import Hours
from bot.domain.wishes import Where, Wishes
from tests.domain.agenda.steps import AGENDA_STEPS, PRESSES, beginning
from tests.domain.examples import ADA, BEN, CLEO, GUILD, NOON, a_meeting, after, answered_with, slot
from tests.domain.histories import STEPS, Step, choosing, moving
from tests.storage.stores import SETTINGS, Stores, stores_at

AHEAD = {
    *(*REMINDERS, Action.NUDGE, Action.NUDGE_DM, Action.END),
    *(Action(one) for one in What),
}
LIKED = {
    BEN: Wishes((2880, 120, 15), Where.DM, Hours(22 * 60, 31 * 60), NOON),
    CLEO: Wishes((600, 60), quiet=Hours(0, 9 * 60), since=NOON),
}
MOVES: st.SearchStrategy[Step] = st.one_of(
    STEPS,
    st.builds(moving, st.integers(1, 200)),
    st.sampled_from([decisions.cancelled, decisions.restored, decisions.restored]),
)
"""The steps of a poll, with more moves and changes of mind among them."""

Tried = tuple[Step | None, int]
"""A step, or a restart, after so many minutes."""

TRIED: st.SearchStrategy[list[Tried]] = st.lists(
    st.tuples(st.one_of(MOVES, st.none()), st.integers(0, 900)), max_size=14
)

MEETINGS: st.SearchStrategy[list[Tried]] = st.lists(
    st.tuples(
        st.one_of(AGENDA_STEPS, PRESSES, MOVES, st.none()),
        st.sampled_from([0, 0, 1, 3, 8, 30, 400]),
    ),
    max_size=25,
)
"""The life of a meeting with presenters, which is begun now and then."""


async def waiting(stores: Stores, now: datetime) -> set[tuple[object, ...]]:
    """What waits in the outbox for a time to come."""
    rows = await stores.rows(
        "SELECT * FROM outbox WHERE state = 'pending' AND withdrawn = 0 AND due_at > ?",
        int(now.timestamp()),
    )
    kept = {str(action) for action in AHEAD}
    return {
        (row["key"], row["due_at"], row["expires_at"], row["lead"])
        for row in rows
        if row["action"] in kept
    }


async def fresh(stores: Stores, meeting_id: MeetingId, now: datetime) -> set[tuple[object, ...]]:
    """What the plan of the meeting, as it is now, would have wait."""
    return {
        (
            one.key,
            int(one.due_at.timestamp()),
            int(one.expires_at.timestamp()) if one.expires_at else None,
            one.lead,
        )
        for one in plan(await stores.meetings.get(meeting_id))
        if one.action in AHEAD and one.due_at > now
    }


async def lived(
    path: Path, tried: Sequence[Tried], group_settings: GroupSettings = SETTINGS, first: float = 24
) -> None:
    """Tries the steps one after another and compares after each.

    `first` is how many hours after NOON the first slot begins.
    """
    async with AsyncExitStack() as stack:
        stores = await stack.enter_async_context(stores_at(path))
        group = await stores.a_group(settings=group_settings)
        for member, wishes in LIKED.items():
            await stores.groups.set_wishes(GUILD, member, wishes, NOON)
        slots = [slot(first), slot(30), slot(170)]
        said = answered_with({ADA: dict.fromkeys(slots, Choice.YES)})
        meeting = a_meeting(slots, group_id=group.id, deadline=after(72), answers=said)
        meeting_id = (await stores.called(meeting)).meeting.id
        now = NOON
        for step, minutes in tried:
            now += timedelta(minutes=minutes)
            if step is None:
                await stack.aclose()
                stores = await stack.enter_async_context(stores_at(path))
                await stores.outbox.recover()
            else:
                await _attempt(stores, meeting_id, step, now)
            assert await waiting(stores, now) == await fresh(stores, meeting_id, now)


async def _attempt(stores: Stores, meeting_id: MeetingId, step: Step, now: datetime) -> None:
    try:
        await stores.meetings.change(meeting_id, lambda before: step(before, now), now)
    except Refusal:
        return


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TRIED)
def test_what_waits_is_what_a_fresh_plan_of_the_same_meeting_says(tried: list[Tried]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(lived(Path(folder) / "convene.sqlite3", tried))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MEETINGS, st.booleans())
def test_so_it_is_with_presenters_and_with_a_meeting_that_was_begun(
    tried: list[Tried], at_once: bool
) -> None:
    formal = replace(SETTINGS, structure=Structure.FORMAL, presenters=2)
    with tempfile.TemporaryDirectory() as folder:
        settled: list[Tried] = [(choosing(0), 0), *[(beginning(ADA), 1)] * at_once, *tried]
        asyncio.run(lived(Path(folder) / "convene.sqlite3", settled, formal, 0.4))
