"""What waits in the outbox follows the plan, whatever happens to the meeting."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from bot.domain import decisions
from bot.domain.errors import Refusal
from bot.domain.meeting import Gathering
from bot.domain.plan import Action, plan, worth_adding
from bot.services.outbox import Posted, State
from bot.storage.instants import read, stored
from tests.domain.examples import EVERYBODY, NOON, a_meeting, after, slot
from tests.domain.histories import TIMED_STEPS, Step
from tests.storage.outbox_reading import (
    MINUTE,
    TIME,
    claimed,
    scheduled,
    states,
    unchanged,
    waiting,
)
from tests.storage.stores import Stores, stores_at


async def test_a_call_plans_its_card_and_its_deadline_in_the_same_step(stores: Stores) -> None:
    group = await stores.a_group()
    await stores.called(a_meeting(group_id=group.id))
    assert await states(stores) == {"poll card": "pending", "poll deadline:1": "pending"}


async def test_settling_withdraws_the_deadline_and_plans_the_reminders(stores: Stores) -> None:
    await scheduled(stores)
    now = await states(stores)
    assert now["poll deadline:1"] == "cancelled"
    assert {key for key in now if key.startswith("reminder")} == {
        "reminder:0:1440",
        "reminder:0:60",
        "reminder:0:10",
    }


async def test_a_move_withdraws_the_old_reminders_and_plans_new_ones(stores: Stores) -> None:
    gathering = await scheduled(stores)
    await stores.meetings.change(
        gathering.meeting.id, lambda g: decisions.moved(g, slot(60), after(1)), after(1)
    )
    now = await states(stores)
    assert [now[f"reminder:{revision}:60"] for revision in (0, 1)] == ["cancelled", "pending"]
    assert [now[f"end:{revision}"] for revision in (0, 1)] == ["cancelled", "pending"]


async def test_calling_off_withdraws_all_that_was_to_come(stores: Stores) -> None:
    gathering = await scheduled(stores)
    await stores.meetings.change(
        gathering.meeting.id, lambda g: decisions.cancelled(g, after(1)), after(1)
    )
    live = await stores.rows(
        "SELECT key, withdrawn FROM outbox WHERE state IN ('pending', 'sending')"
        " AND due_at > ? AND action <> 'event'",
        stored(after(1)),
    )
    assert live == []


async def test_what_was_due_already_is_looked_for_before_it_is_called_off(
    stores: Stores,
) -> None:
    """An older copy of the database may have been put back: it may have been sent."""
    gathering = await scheduled(stores)
    now = after(48) - MINUTE
    await stores.meetings.change(gathering.meeting.id, lambda g: decisions.cancelled(g, now), now)
    rows = await stores.rows("SELECT * FROM outbox WHERE action = 'reminder'")
    assert {(row["lead"], row["state"], row["withdrawn"]) for row in rows} == {
        (1440, "pending", 0),  # superseded: it was missed before it could be called off
        (60, "pending", 0),
        (10, "pending", 1),
    }


async def test_other_lead_times_change_the_reminders_in_the_same_step(stores: Stores) -> None:
    gathering = await scheduled(stores)
    await stores.groups.change(gathering.group.id, lambda s: replace(s, leads=(1440, 30)), after(1))
    now = await states(stores)
    assert {key: state for key, state in now.items() if key.startswith("reminder")} == {
        "reminder:0:1440": "pending",
        "reminder:0:60": "cancelled",
        "reminder:0:30": "pending",
        "reminder:0:10": "cancelled",
    }
    (longest,) = await stores.rows("SELECT * FROM outbox WHERE lead = 1440")
    assert read(longest["expires_at"]) == TIME.starts - 30 * MINUTE


async def test_a_lead_time_that_comes_back_revives_its_reminder(stores: Stores) -> None:
    gathering = await scheduled(stores)
    before = await waiting(stores)
    (old,) = await stores.rows("SELECT nonce FROM outbox WHERE lead = 60")
    for leads in ((1440,), (1440, 60, 10)):
        await stores.groups.change(
            gathering.group.id, lambda s, leads=leads: replace(s, leads=leads), after(1)
        )
    assert await waiting(stores) == before
    (new,) = await stores.rows("SELECT nonce, finished_at FROM outbox WHERE lead = 60")
    assert new["finished_at"] is None
    assert new["nonce"] != old["nonce"]


async def test_a_lead_time_does_not_reach_back_whether_new_or_returned(stores: Stores) -> None:
    gathering = await scheduled(stores)
    now = TIME.starts - 90 * MINUTE
    for leads, at in (((60,), after(1)), ((1440, 120, 60), now)):
        await stores.groups.change(
            gathering.group.id, lambda s, leads=leads: replace(s, leads=leads), at
        )
    assert {key: state for key, state in (await states(stores)).items() if "reminder" in key} == {
        "reminder:0:1440": "cancelled",
        "reminder:0:60": "pending",
        "reminder:0:10": "cancelled",
    }


async def test_what_is_being_tried_keeps_its_due_time_but_lives_as_long_as_planned(
    stores: Stores,
) -> None:
    gathering = await scheduled(stores)
    card = (await claimed(stores, NOON))[Action.MEETING_CARD]
    await stores.outbox.retry(card, after(1))
    await stores.meetings.change(
        gathering.meeting.id, lambda g: decisions.moved(g, slot(90), after(1)), after(1)
    )
    (row,) = await stores.rows("SELECT * FROM outbox WHERE action = 'meeting card'")
    assert (read(row["due_at"]), read(row["expires_at"])) == (NOON, slot(90).ends)


async def test_what_is_done_is_never_planned_again(stores: Stores) -> None:
    gathering = await scheduled(stores)
    for entry in (await claimed(stores, NOON)).values():
        await stores.outbox.finish(entry, State.DONE, NOON, Posted(), unchanged)
    for leads in ((1440,), (1440, 60)):
        await stores.groups.change(
            gathering.group.id, lambda s, leads=leads: replace(s, leads=leads), after(1)
        )
    assert await claimed(stores, after(1)) == {}


async def test_nonces_are_random_and_fit_what_discord_takes(stores: Stores) -> None:
    await scheduled(stores)
    nonces = [row["nonce"] for row in await stores.rows("SELECT nonce FROM outbox")]
    assert len(set(nonces)) == len(nonces) > 5
    assert {len(nonce) for nonce in nonces} == {24}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TIMED_STEPS)
def test_after_any_sequence_of_steps_what_waits_is_a_fresh_plan(
    steps: list[tuple[Step, int]],
) -> None:
    """And what was written is what was meant: the meeting is read back after every step."""
    asyncio.run(_follow(steps))


async def _follow(steps: Sequence[tuple[Step, int]]) -> None:
    async with _quick_stores() as stores:
        group = await stores.a_group(members=EVERYBODY[:3])
        gathering = await stores.called(a_meeting(group_id=group.id))
        now = NOON
        for step, minutes in steps:
            now += timedelta(minutes=minutes)
            try:
                gathering = await stores.meetings.change(
                    gathering.meeting.id, lambda g, step=step, now=now: step(g, now), now
                )
            except Refusal:
                continue
            await _check(stores, gathering, now)


async def _check(stores: Stores, gathering: Gathering, now: datetime) -> None:
    looked_at = await stores.meetings.get(gathering.meeting.id)
    assert looked_at == gathering
    fresh = {(one.key, one.due_at, one.expires_at) for one in plan(looked_at)}
    found = {one for one in await waiting(stores) if one[2] is None or one[2] > now}
    assert found <= fresh
    for one in plan(looked_at):
        if worth_adding(one, now) and (one.expires_at is None or one.expires_at > now):
            assert (one.key, one.due_at, one.expires_at) in found


@asynccontextmanager
async def _quick_stores() -> AsyncGenerator[Stores]:
    with TemporaryDirectory() as folder:
        async with stores_at(Path(folder) / "convene.sqlite3") as stores:
            # Nobody pulls the plug here; flushing each of thousands of steps would only take time.
            await stores.database._writer.execute("PRAGMA synchronous = OFF")  # pyright: ignore[reportPrivateUsage] - see above
            yield stores
