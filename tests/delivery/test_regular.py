"""Regular meetings are told of exactly once, over lost answers, deaths and a database put back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.delivery.pretend_discord import Fate
from tests.delivery.world import World
from tests.domain.series.drawn import a_series


async def _started(world: World) -> None:
    """A series on Tuesdays, the first of them a day after NOON."""
    group = await world.a_group()
    book = world.life.stores.series
    draft = replace(a_series(), group_id=group.id, started_at=None)
    await book.start((await book.keep_draft(draft)).id, world.now())


async def _live(world: World, days: int) -> None:
    """Time passes, from one due entry to the next."""
    end = world.now() + timedelta(days=days)
    due = await world.next_due()
    while due is not None and due <= end:
        world.wait_until(max(due, world.now()))
        await world.work()
        due = await world.next_due()
    world.wait_until(end)


def _cards(world: World) -> list[str]:
    """Which meetings have cards, each as often as it has."""
    return [one.meeting for one in world.discord.seen() if "meeting card" in one.content]


@pytest.mark.parametrize("fate", [Fate.ANSWER_LOST, Fate.CRASH_BEFORE, Fate.CRASH_AFTER])
async def test_the_card_comes_once_whatever_becomes_of_the_first_try(
    world: World, fate: Fate
) -> None:
    await _started(world)
    world.discord.fates.append(fate)
    await world.work()
    if not world.alive:
        world.let_pass(minutes=10)
        await world.start()
    world.let_pass(minutes=10)
    await world.work()
    assert _cards(world) == ["5e71e5-20260113"]


async def test_of_each_week_one_meeting_is_told_and_none_of_those_that_an_outage_passed(
    world: World,
) -> None:
    await _started(world)
    await _live(world, 9)
    before = _cards(world)
    assert before == ["5e71e5-20260113", "5e71e5-20260120", "5e71e5-20260127"]
    await world.stop()
    world.let_pass(days=60)
    await world.start()
    await world.life.stores.series.tend(world.now())
    await world.work()
    assert _cards(world) == [*before, "5e71e5-20260324"]


async def test_a_database_that_is_put_back_tells_nothing_again(world: World) -> None:
    """Even of meetings that the copy does not know yet: they are made the same once more."""
    await _started(world)
    await world.work()
    copy = await world.back_up()
    await _live(world, 40)
    told, cards = world.told(), _cards(world)
    assert len(cards) == len(set(cards)) == 7
    await world.stop()
    world.put_back(copy)
    await world.start()
    await world.life.stores.series.tend(world.now())
    await world.work()
    assert _cards(world) == cards
    assert world.told() == told
