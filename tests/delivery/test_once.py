"""Exactly once: no lost answer, crash, restored backup or lease doubles anything or loses it."""

from datetime import timedelta

import pytest

from bot.services.delivery import LEASE, LONGEST_PAUSE
from tests.delivery.pretend_discord import NONCES_KEPT, Fate
from tests.delivery.world import World
from tests.domain.examples import slot

TIME = slot(48)


async def test_an_answer_that_was_lost_is_found_in_the_history(world: World) -> None:
    world.discord.fates.append(Fate.ANSWER_LOST)
    called = await world.called()
    await world.work()
    assert (await world.look(called)).meeting.posts.poll_message is None
    world.let_pass(seconds=2)
    await world.work()
    assert world.told() == ["poll card"]
    assert (await world.look(called)).meeting.posts.poll_message == world.discord.messages[0].id
    assert len(world.discord.nonces) == 1


async def test_it_is_found_however_long_the_outage_lasted(world: World) -> None:
    """By then Discord has forgotten the nonce: sending it again would make a second message."""
    world.discord.fates.append(Fate.ANSWER_LOST)
    await world.called()
    await world.work()
    world.discord.reachable = False
    for _ in range(10):
        world.let_pass(minutes=5)
        await world.work()
    world.discord.reachable = True
    world.let_pass(minutes=5)
    await world.work()
    assert len(world.discord.messages) == 1
    assert (await world.states())["poll card"] == "done"


async def test_what_was_not_taken_is_sent_again_with_the_same_nonce(world: World) -> None:
    world.discord.fates.extend([Fate.NOT_TAKEN] * 4)
    await world.called()
    for _ in range(6):
        await world.work()
        world.let_pass(seconds=20)
    assert world.told() == ["poll card"]
    assert world.notes.unknowns == [1, 2, 3, 4]
    (row,) = await world.life.stores.rows("SELECT * FROM outbox WHERE action = 'poll card'")
    assert (world.discord.nonces, row["attempts"]) == ([row["nonce"]], 5)


async def test_the_pauses_between_tries_double_up_to_five_minutes(world: World) -> None:
    world.discord.reachable = False
    await world.called()
    pauses: list[float] = []
    for _ in range(12):
        await world.work()
        (row,) = await world.life.stores.rows(
            "SELECT next_at FROM outbox WHERE action = 'poll card'"
        )
        pauses.append(row["next_at"] - world.now().timestamp())
        world.let_pass(seconds=pauses[-1])
    assert pauses == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300]
    assert max(pauses) == LONGEST_PAUSE


async def test_nothing_is_tried_again_before_its_pause_is_over(world: World) -> None:
    world.discord.fates.append(Fate.NOT_TAKEN)
    await world.called()
    await world.work()
    world.let_pass(seconds=1)
    await world.work()
    assert world.told() == []
    world.let_pass(seconds=1)
    await world.work()
    assert world.told() == ["poll card"]


@pytest.mark.parametrize("fate", [Fate.CRASH_BEFORE, Fate.CRASH_AFTER])
@pytest.mark.parametrize("minutes", [0, 1, 240], ids="down for {} min".format)
async def test_a_crash_around_the_sending_is_made_good_at_the_next_start(
    world: World, fate: Fate, minutes: float
) -> None:
    world.discord.fates.append(fate)
    called = await world.called()
    await world.work()
    assert not world.alive
    world.let_pass(minutes=minutes)
    await world.start()
    assert world.notes.recoveries == [0, 1]
    await world.work()
    assert world.told() == ["poll card"]
    assert len(world.discord.messages) == 1
    assert (await world.look(called)).meeting.posts.poll_message is not None


async def test_a_crash_amid_several_leaves_each_of_them_once(world: World) -> None:
    group = await world.a_group()
    for _ in range(12):
        await world.called(group)
    world.discord.fates.extend(
        [Fate.FINE] * 5 + [Fate.CRASH_AFTER] + [Fate.FINE, Fate.CRASH_BEFORE]
    )
    for _ in range(3):
        await world.work()
        world.let_pass(seconds=5)
        if not world.alive:
            await world.start()
    assert world.told() == ["poll card"] * 12
    assert len({message.meeting for message in world.discord.messages}) == 12
    assert len(world.discord.messages) == 12


async def test_a_claim_whose_holder_vanished_is_free_when_its_lease_runs_out(
    world: World,
) -> None:
    """As during a deploy: the new process recovered before the old one claimed and died."""
    world.discord.fates.append(Fate.CRASH_BEFORE)
    await world.called()
    await world.work()
    await world.start(recover=False)
    world.let_pass(seconds=LEASE.total_seconds() - 1)
    await world.work()
    assert world.told() == []
    world.let_pass(seconds=1)
    await world.work()
    assert world.told() == ["poll card"]


async def test_two_processes_on_one_database_share_the_work(world: World) -> None:
    group = await world.a_group()
    for _ in range(30):
        await world.called(group)
    first = world.life
    await world.start(recover=False)
    other = world.life
    while await first.delivery.work_once() + await other.delivery.work_once():
        pass
    await first.stack.aclose()
    assert len(world.discord.messages) == 30
    assert len({message.meeting for message in world.discord.messages}) == 30


async def test_a_restored_backup_sends_nothing_again(world: World) -> None:
    """The copy knows of no try; late entries are looked for before they are sent."""
    await world.scheduled()
    copy = await world.back_up()
    world.wait_until(TIME.starts - timedelta(minutes=60))
    await world.work()
    sent = world.told()
    assert sent[2:] == ["reminder:0:60"]
    await world.stop()
    world.let_pass(minutes=10)
    world.put_back(copy)
    await world.start()
    await world.work()
    assert world.told() == sent
    states = await world.states()
    assert (states["reminder:0:60"], states["reminder:0:1440"]) == ("done", "missed")


async def test_a_backup_restored_within_the_minute_sends_nothing_again(world: World) -> None:
    """Then the stored nonce is still known to Discord."""
    await world.scheduled()
    copy = await world.back_up()
    world.wait_until(TIME.starts - timedelta(minutes=60))
    await world.work()
    await world.stop()
    world.let_pass(seconds=50)
    world.put_back(copy)
    await world.start()
    await world.work()
    assert world.told()[2:] == ["reminder:0:60"]
    assert timedelta(seconds=60) < NONCES_KEPT


async def test_a_restored_backup_still_sends_what_was_never_sent(world: World) -> None:
    await world.scheduled()
    copy = await world.back_up()
    await world.stop()
    world.wait_until(TIME.starts - timedelta(minutes=30))
    world.put_back(copy)
    await world.start()
    await world.work()
    assert world.told()[2:] == ["reminder:0:60"]


async def test_a_first_try_in_time_costs_no_look_at_the_history(world: World) -> None:
    await world.scheduled()
    assert world.discord.looks == 0


async def test_a_look_that_fails_sends_nothing(world: World) -> None:
    """Not knowing whether it is there is no reason to send it."""
    world.discord.fates.append(Fate.ANSWER_LOST)
    await world.called()
    await world.work()
    world.discord.reachable = False
    world.let_pass(minutes=10)
    await world.work()
    assert len(world.discord.nonces) == 1
    assert (await world.states())["poll card"] == "pending"
