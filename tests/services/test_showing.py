"""Showing: one edit for many changes, the last state shown, and nothing forgotten."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.domain.meeting import Choice, Gathering
from bot.services.outbox import Gone, Refused
from bot.services.showing import Showing
from tests.delivery.world import CONVENER, World
from tests.domain.examples import BEN, CLEO, slot


@pytest.fixture
async def world(tmp_path: Path) -> AsyncGenerator[World]:
    world = World(tmp_path)
    await world.start()
    yield world
    await world.stop()


@asynccontextmanager
async def showing(world: World, gap: float = 0.05) -> AsyncGenerator[Showing]:
    one = Showing(world.life.stores.meetings, world.discord, world.notes, gap)
    task = asyncio.create_task(one.run())
    yield one
    task.cancel()


async def _card(world: World) -> Gathering:
    called = await world.called(slots=(slot(30), slot(31)))
    await world.work()
    return called


async def _answer(world: World, called: Gathering, who: int = CLEO) -> None:
    choices = {called.meeting.slots[0]: Choice.NO}
    await world.life.meetings.answer(called.meeting.id, BEN if who == BEN else CLEO, choices, "")


async def test_a_burst_of_changes_costs_few_edits_and_shows_the_last(world: World) -> None:
    called = await _card(world)
    async with showing(world) as one:
        await one.settled()
        before = world.discord.refreshes
        for _ in range(100):
            await _answer(world, called)
            one.touch()
        async with asyncio.timeout(5):
            while await world.life.stores.meetings.unshown():  # noqa: ASYNC110 - settled() may be of an earlier touch
                await asyncio.sleep(0.01)
        assert 1 <= world.discord.refreshes - before <= 20
        meeting = (await world.look(called)).meeting
        assert world.discord.seen()[0].shows == meeting.version


async def test_what_discord_did_not_take_is_shown_later(world: World) -> None:
    called = await _card(world)
    await _answer(world, called)
    world.discord.reachable = False
    async with showing(world) as one:
        await one.settled()
        assert await world.life.stores.meetings.unshown() == (called.meeting.id,)
        world.discord.reachable = True
        async with asyncio.timeout(5):
            while await world.life.stores.meetings.unshown():  # noqa: ASYNC110 - it tries again by itself
                await asyncio.sleep(0.01)


async def test_a_change_from_before_a_restart_is_shown_after_it(world: World) -> None:
    called = await _card(world)
    await _answer(world, called)
    await world.stop()
    await world.start()
    async with showing(world) as one:
        await one.settled()
        meeting = (await world.look(called)).meeting
        assert world.discord.seen()[0].shows == meeting.version


async def _all_shown(world: World) -> None:
    async with asyncio.timeout(5):
        while await world.life.stores.meetings.unshown():  # noqa: ASYNC110 - it tries again by itself
            await asyncio.sleep(0.01)


async def test_a_card_that_is_out_of_our_hands_is_not_tried_for_ever(world: World) -> None:
    called = await _card(world)
    await _answer(world, called)
    refresh = world.discord.refresh
    for wall in (Refused(50013), Gone()):
        tries: list[int] = []

        async def refusing(
            gathering: Gathering, wall: Exception = wall, tries: list[int] = tries
        ) -> None:
            tries.append(1)
            raise wall

        world.discord.refresh = refusing
        async with showing(world) as one:
            await one.settled()
            await _all_shown(world)
        assert tries == [1]
        world.discord.refresh = refresh
        await world.life.groups.change(called.group.id, lambda s: s, CONVENER)


async def test_one_card_that_cannot_be_drawn_does_not_keep_the_others_back(
    world: World,
) -> None:
    first = await _card(world)
    second = await world.called(first.group, slots=(slot(30),))
    await world.work()
    for called in (first, second):
        await _answer(world, called)
    refresh = world.discord.refresh

    async def stumbling(gathering: Gathering) -> None:
        if gathering.meeting.id == first.meeting.id:
            raise KeyError
        await refresh(gathering)

    world.discord.refresh = stumbling
    async with showing(world) as one:
        await one.settled()
        assert await world.life.stores.meetings.unshown() == (first.meeting.id,)
        assert set(world.notes.faults) == {"showing failed: KeyError"}
        world.discord.refresh = refresh
        await _all_shown(world)


async def test_a_store_that_fails_for_a_moment_does_not_end_it(world: World) -> None:
    called = await _card(world)
    await _answer(world, called)
    await world.life.stores.run("ALTER TABLE meeting RENAME TO lost")
    async with showing(world):
        async with asyncio.timeout(5):
            await world.notes.troubled.wait()
        await world.life.stores.run("ALTER TABLE lost RENAME TO meeting")
        await _all_shown(world)


async def test_a_meeting_that_was_erased_meanwhile_is_no_fault(world: World) -> None:
    called = await _card(world)
    await _answer(world, called)
    one = Showing(world.life.stores.meetings, world.discord, world.notes)
    await world.life.groups.erase_guild(called.group.guild_id)
    assert await one._show_or_tell(called.meeting.id)  # pyright: ignore[reportPrivateUsage] - between look and draw
    assert world.notes.faults == []
