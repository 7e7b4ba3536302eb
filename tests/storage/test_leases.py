"""Entries are handed out by lease, ended once, and given back where nothing is known."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import decisions
from bot.domain.ids import EventId, MeetingId, MessageId
from bot.domain.meeting import Gathering, Meeting
from bot.domain.plan import Action
from bot.services.outbox import Posted, State
from bot.storage.instants import read, stored
from tests.domain.examples import NOON, after
from tests.storage.outbox_reading import (
    LEASE,
    MINUTE,
    TIME,
    claimed,
    scheduled,
    states,
    unchanged,
)
from tests.storage.stores import Stores


async def test_only_what_is_due_is_claimed_the_longest_due_first(stores: Stores) -> None:
    await scheduled(stores)
    assert await stores.outbox.claim(NOON - MINUTE, LEASE, 50) == ()
    entries = await stores.outbox.claim(TIME.starts, LEASE, 50)
    assert [entry.due_at for entry in entries] == sorted(entry.due_at for entry in entries)
    assert Action.END not in {entry.action for entry in entries}


async def test_a_claim_takes_no_more_than_asked_and_those_longest_due(stores: Stores) -> None:
    await scheduled(stores)
    everything = await stores.outbox.claim(TIME.starts, LEASE, 50)
    await stores.outbox.recover()
    few = await stores.outbox.claim(TIME.starts, LEASE, 2)
    assert [entry.key for entry in few] == [entry.key for entry in everything[:2]]


async def test_what_is_claimed_is_nobody_elses_until_its_lease_runs_out(stores: Stores) -> None:
    await scheduled(stores)
    first = await claimed(stores, NOON)
    assert await claimed(stores, NOON + LEASE - timedelta(seconds=1)) == {}
    second = await claimed(stores, NOON + LEASE)
    assert second.keys() == first.keys()
    one, other = first[Action.EVENT], second[Action.EVENT]
    assert other == replace(one, attempts=2)
    assert (one.attempts, one.first_try_at) == (1, NOON)


async def test_two_who_claim_at_once_never_get_the_same(stores: Stores) -> None:
    await scheduled(stores)
    several = await asyncio.gather(*(stores.outbox.claim(TIME.starts, LEASE, 2) for _ in range(6)))
    got = [entry.id for entries in several for entry in entries]
    assert len(got) == len(set(got)) > 4


async def test_after_a_start_what_was_in_flight_waits_again_with_its_history(
    stores: Stores,
) -> None:
    await scheduled(stores)
    first = await claimed(stores, NOON)
    assert await stores.outbox.recover() == len(first)
    assert await stores.outbox.recover() == 0
    again = await claimed(stores, NOON + timedelta(seconds=1))
    assert {e.nonce: e.attempts for e in again.values()} == dict.fromkeys(
        (e.nonce for e in first.values()), 2
    )


async def test_a_retried_entry_keeps_its_nonce_and_comes_when_told(stores: Stores) -> None:
    await scheduled(stores)
    first = (await claimed(stores, NOON))[Action.MEETING_CARD]
    await stores.outbox.retry(first, NOON + 5 * MINUTE)
    assert Action.MEETING_CARD not in await claimed(stores, NOON + 4 * MINUTE)
    again = (await claimed(stores, NOON + 5 * MINUTE))[Action.MEETING_CARD]
    assert again == replace(first, attempts=2)


async def test_an_ended_entry_cannot_be_given_back(stores: Stores) -> None:
    await scheduled(stores)
    entry = (await claimed(stores, NOON))[Action.EVENT]
    await stores.outbox.finish(entry, State.GONE, NOON, Posted(), unchanged)
    await stores.outbox.retry(entry, NOON)
    assert (await states(stores))["event:0"] == "gone"


async def test_an_end_and_what_it_means_are_one_step(stores: Stores) -> None:
    gathering = await scheduled(stores)
    entry = (await claimed(stores, NOON))[Action.EVENT]
    made = Posted(event=EventId(5))
    after_it = await stores.outbox.finish(
        entry, State.DONE, NOON, made, lambda g: g.meeting.with_posts(event=5)
    )
    assert after_it is not None
    assert after_it.meeting.posts.event == 5
    assert after_it == await stores.meetings.get(gathering.meeting.id)
    assert (await states(stores))["event:0"] == "done"


async def test_an_end_whose_step_fails_is_no_end(stores: Stores) -> None:
    await scheduled(stores)
    entry = (await claimed(stores, NOON))[Action.EVENT]

    def failing(_: Gathering) -> Meeting:
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        await stores.outbox.finish(entry, State.DONE, NOON, Posted(), failing)
    assert (await states(stores))["event:0"] == "sending"


async def test_a_message_that_arrived_after_its_reason_fell_away_is_due_again(
    stores: Stores,
) -> None:
    gathering = await scheduled(stores)
    card = (await claimed(stores, NOON))[Action.MEETING_CARD]
    await stores.meetings.change(gathering.meeting.id, lambda g: decisions.cancelled(g, NOON), NOON)
    posted = Posted(message=MessageId(4))
    ended = await stores.outbox.finish(card, State.DONE, after(1), posted, unchanged)
    assert ended is None
    again = (await claimed(stores, after(1)))[Action.MEETING_CARD]
    assert again.withdrawn
    assert again.attempts == 2


async def test_an_entry_of_a_meeting_that_is_gone_ends_in_silence(stores: Stores) -> None:
    gathering = await scheduled(stores)
    entry = (await claimed(stores, NOON))[Action.EVENT]
    await stores.groups.delete(gathering.group.id)
    assert await stores.outbox.finish(entry, State.DONE, NOON, Posted(), unchanged) is None


async def test_the_next_one_due_counts_leases(stores: Stores) -> None:
    assert await stores.outbox.next_at() is None
    await scheduled(stores)
    assert await stores.outbox.next_at() == NOON
    for entry in (await claimed(stores, NOON)).values():
        if entry.action is not Action.EVENT:
            await stores.outbox.finish(entry, State.DONE, NOON, Posted(), unchanged)
    assert await stores.outbox.next_at() == NOON + LEASE


async def test_the_most_overdue_entry_is_known(stores: Stores) -> None:
    await scheduled(stores)
    assert await stores.outbox.oldest_due(NOON - MINUTE) is None
    assert await stores.outbox.oldest_due(after(3)) == NOON
    await claimed(stores, after(3))
    assert await stores.outbox.oldest_due(after(3)) == NOON


async def test_what_discord_refused_is_listed_for_its_meeting(stores: Stores) -> None:
    gathering = await scheduled(stores)
    entry = (await claimed(stores, NOON))[Action.MEETING_CARD]
    await stores.outbox.finish(entry, State.FAILED, NOON, Posted(), unchanged)
    (listed,) = await stores.meetings.undelivered(gathering.meeting.id)
    assert listed.key == entry.key
    assert await stores.meetings.undelivered(MeetingId(99)) == ()


async def test_a_key_is_unique_in_the_database(stores: Stores) -> None:
    await scheduled(stores)
    columns = "guild_id, meeting_id, key, action, nonce, due_at, next_at, state"
    doubled = f"INSERT INTO outbox ({columns}) SELECT {columns} FROM outbox LIMIT 1"  # noqa: S608 - our own names
    with pytest.raises(Exception, match=r"UNIQUE .* outbox\.key"):
        await stores.run(doubled)


def test_instants_are_whole_seconds_of_utc() -> None:
    exact = NOON + timedelta(microseconds=999_999)
    assert read(stored(exact)) == NOON
    assert read(stored(NOON)).utcoffset() == timedelta()
