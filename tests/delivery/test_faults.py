"""What goes wrong with one entry stays with that entry; what Discord refuses is not tried again."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.ids import ChannelId
from bot.domain.meeting import Gathering
from bot.services import delivery as room
from bot.services.outbox import Entry, Gone, Posted
from bot.services.ports import Decide
from tests.delivery.pretend_discord import Fate
from tests.delivery.world import CONVENER, World
from tests.domain.examples import slot

TIME = slot(48)


async def test_what_discord_refuses_is_failed_told_and_not_tried_again(world: World) -> None:
    world.discord.fates.append(Fate.REFUSED)
    called = await world.called()
    for _ in range(3):
        await world.work()
        world.let_pass(hours=1)
    assert world.told() == []
    assert world.notes.refusals == [50013]
    (told,) = await world.life.meetings.undelivered(called.meeting.id)
    assert told.action == "poll card"


async def test_what_somebody_removed_is_never_sent_again(world: World) -> None:
    """The process dies after the sending; a person deletes the message before it is back."""
    world.discord.fates.append(Fate.CRASH_AFTER)
    await world.called()
    await world.work()
    world.discord.messages[0].deleted = True
    await world.start()
    await world.work()
    assert (await world.states())["poll card"] == "gone"
    world.let_pass(hours=1)
    await world.work()
    assert len(world.discord.messages) == 1


async def test_a_place_that_is_gone_ends_the_entry(world: World) -> None:
    async def nowhere(entry: Entry, gathering: Gathering) -> Posted:
        raise Gone

    world.discord.post = nowhere
    await world.called()
    await world.work()
    assert (await world.states())["poll card"] == "gone"


async def test_one_entry_that_cannot_be_drawn_does_not_stop_the_others(world: World) -> None:
    group = await world.a_group()
    for _ in range(5):
        await world.called(group)
    bad = (await world.called(group)).meeting.uid
    post = world.discord.post

    async def drawn(entry: Entry, gathering: Gathering) -> Posted:
        if gathering.meeting.uid == bad:
            raise KeyError(bad)
        return await post(entry, gathering)

    world.discord.post = drawn
    await world.work()
    assert len(world.told()) == 5
    assert world.notes.faults == ["an entry failed: KeyError"]
    world.discord.post = post
    world.let_pass(seconds=2)
    await world.work()
    assert len(world.told()) == 6


async def test_one_entry_that_cannot_be_ended_does_not_stop_the_others(world: World) -> None:
    """Neither its end nor its return can be written; its lease brings it back."""
    group = await world.a_group()
    for _ in range(5):
        await world.called(group)
    outbox = world.life.stores.outbox
    bad = (await outbox.claim(world.now(), timedelta(0), 1))[0].key
    broken = _Broken(world, bad)
    world.life.delivery._outbox = broken  # pyright: ignore[reportPrivateUsage, reportAttributeAccessIssue] - the store of one process fails
    await world.work()
    assert len(world.discord.messages) == 5
    assert world.notes.faults == [
        "an entry failed: OSError",
        "an entry could not be given back: OSError",
    ]
    world.life.delivery._outbox = outbox  # pyright: ignore[reportPrivateUsage] - and recovers
    world.let_pass(minutes=2)
    await world.work()
    assert len(world.discord.messages) == 5
    assert set((await world.states()).values()) == {"done", "pending"}


class _Broken:
    """A store that can hand out entries and not end one of them."""

    def __init__(self, world: World, bad: str) -> None:
        self._outbox = world.life.stores.outbox
        self._bad = bad
        self.claim = self._outbox.claim

    async def finish(
        self, entry: Entry, state: room.State, now: datetime, posted: Posted, decide: Decide
    ) -> Gathering | None:
        if entry.key == self._bad:
            raise OSError
        return await self._outbox.finish(entry, state, now, posted, decide)

    async def retry(self, entry: Entry, at: datetime) -> None:
        raise OSError


async def test_a_request_that_hangs_is_given_up_and_tried_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "ATTEMPT_SECONDS", 0.05)

    async def hanging() -> None:
        await asyncio.sleep(60)

    world.discord.meanwhile = hanging
    await world.called()
    async with asyncio.timeout(5):
        await world.work()
    assert world.notes.unknowns == [1]
    world.let_pass(seconds=2)
    await world.work()
    assert len(world.discord.messages) == 1
    assert (await world.states())["poll card"] == "done"


def test_an_attempt_ends_before_its_lease() -> None:
    assert timedelta(seconds=room.ATTEMPT_SECONDS) < room.LEASE
    assert room.LATE <= room.LEASE


# Threads and cards


async def test_a_thread_is_opened_once_the_card_stands(world: World) -> None:
    gathering = await world.scheduled()
    assert world.discord.threads == {gathering.meeting.uid}
    assert gathering.meeting.posts.thread == ChannelId(gathering.meeting.posts.card_message or 0)


async def test_a_thread_whose_answer_was_lost_is_asked_for_again(world: World) -> None:
    called = await world.called(slots=[TIME])
    await world.work()
    await world.life.meetings.choose(called.meeting.id, CONVENER, TIME)
    world.discord.fates.extend([Fate.FINE, Fate.FINE, Fate.ANSWER_LOST])
    await world.work()
    assert (await world.look(called)).meeting.posts.thread is None
    world.let_pass(seconds=2)
    await world.work()
    assert (await world.look(called)).meeting.posts.thread is not None


async def test_a_thread_or_event_that_comes_too_late_is_missed(world: World) -> None:
    called = await world.called(slots=[TIME])
    await world.work()
    await world.life.meetings.choose(called.meeting.id, CONVENER, TIME)
    world.discord.fates.extend([Fate.FINE, Fate.NOT_TAKEN, Fate.NOT_TAKEN])
    await world.work()
    world.wait_until(TIME.ends)
    await world.work()
    states = await world.states()
    assert (states["event:0"], states["thread:0"]) == ("missed", "missed")
    assert world.discord.events == {}


async def test_a_card_that_was_just_posted_needs_no_drawing(world: World) -> None:
    await world.called()
    await world.work()
    assert await world.life.stores.meetings.unshown() == ()


async def test_a_card_that_an_earlier_try_posted_is_drawn_anew(world: World) -> None:
    """Meanwhile somebody may have answered: the old card would show that nobody did."""
    world.discord.fates.append(Fate.ANSWER_LOST)
    called = await world.called()
    await world.work()
    changed = replace(called.meeting, topic="Beginnings")
    await world.life.stores.meetings.change(called.meeting.id, lambda _: changed, world.now())
    assert await world.life.stores.meetings.unshown() == ()
    world.let_pass(seconds=2)
    await world.work()
    assert world.discord.messages[0].shows < (await world.look(called)).meeting.version
    assert await world.life.stores.meetings.unshown() == (called.meeting.id,)


async def test_a_card_whose_meeting_changed_while_it_was_sent_is_drawn_anew(
    world: World,
) -> None:
    called = await world.called()
    stores = world.life.stores
    changed = replace(called.meeting, topic="Beginnings")
    world.discord.meanwhile = lambda: stores.meetings.change(
        called.meeting.id, lambda _: changed, world.now()
    )
    await world.work()
    assert await stores.meetings.unshown() == (called.meeting.id,)
