"""One reminder takes the place of the one before it: only what is of no use any more goes."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering
from bot.domain.wishes import Where, Wishes
from bot.services.outbox import Posted, Unreachable
from tests.delivery.pretend_discord import Fate
from tests.delivery.world import World
from tests.domain.examples import ADA, BEN, GUILD, slot

TIME = slot(48)


async def _coming(world: World, *wishes: tuple[MemberId, Wishes]) -> Gathering:
    """A meeting at TIME to which Ada and Ben come, with their wishes."""
    gathering = await world.scheduled()
    for member, liked in wishes:
        since = replace(liked, since=world.now())
        await world.life.stores.groups.set_wishes(GUILD, member, since, world.now())
    for member in (ADA, BEN):
        await world.life.meetings.attend(gathering.meeting.id, member, Attendance.COMING)
    return await world.look(gathering)


async def _at(world: World, minutes_before: float) -> list[str]:
    """What stands of the reminders so many minutes before the start."""
    world.wait_until(TIME.starts - timedelta(minutes=minutes_before))
    await world.work()
    return world.told()[2:]


async def test_each_reminder_stands_alone_until_the_close_takes_the_last(world: World) -> None:
    await _coming(world)
    assert await _at(world, 1440) == ["reminder:0:1440"]
    assert await _at(world, 60) == ["reminder:0:60"]
    assert await _at(world, 10) == ["reminder:0:10"]
    assert await _at(world, 0) == ["start:0"]
    assert await _at(world, -60) == ["start:0"]
    assert await _at(world, -61) == ["close"]


async def test_each_place_has_its_own_and_the_close_takes_all(world: World) -> None:
    await _coming(world, (BEN, Wishes(leads=(90, 30), where=Where.DM)))
    assert await _at(world, 60) == [f"reminder dm:0:90:{BEN}", "reminder:0:60"]
    assert await _at(world, 30) == ["reminder:0:60", f"reminder dm:0:30:{BEN}"]
    assert set(await _at(world, 0)) == {f"start dm:0:{BEN}", "start:0"}
    assert await _at(world, -61) == ["close"]


async def test_where_the_thread_is_pinged_at_other_times_too_each_takes_the_place(
    world: World,
) -> None:
    await _coming(world, (BEN, Wishes(leads=(60, 30))))
    assert await _at(world, 60) == ["reminder:0:60"]
    assert await _at(world, 30) == ["reminder:0:30"]
    assert await _at(world, 10) == ["reminder:0:10"]
    assert [name for name in world.ever_told() if "reminder" in name] == [
        "reminder:0:60",
        "reminder:0:30",
        "reminder:0:10",
    ]


async def test_what_cannot_be_taken_away_is_no_fault_and_goes_with_the_next(world: World) -> None:
    await _coming(world)
    await _at(world, 60)
    take_back = world.discord.take_back

    async def out_of_reach(posted: Posted) -> None:
        raise Unreachable

    world.discord.take_back = out_of_reach
    assert await _at(world, 10) == ["reminder:0:60", "reminder:0:10"]
    assert (await world.states())["reminder:0:10"] == "done"
    world.discord.take_back = take_back
    assert await _at(world, 0) == ["start:0"]
    assert world.notes.faults == []


async def test_a_crash_after_the_sending_leaves_the_old_one_to_the_next_look(world: World) -> None:
    await _coming(world)
    await _at(world, 60)
    world.discord.fates.append(Fate.CRASH_AFTER)
    assert await _at(world, 10) == ["reminder:0:60", "reminder:0:10"]
    await world.start()
    await world.work()
    assert world.told()[2:] == ["reminder:0:10"]


async def test_an_old_copy_does_not_send_again_what_was_replaced(world: World) -> None:
    await _coming(world, (BEN, Wishes(leads=(90, 30), where=Where.DM)))
    copy = await world.back_up()
    await _at(world, 60)
    before = await _at(world, 30)
    await world.stop()
    world.let_pass(minutes=3)
    world.put_back(copy)
    await world.start()
    await world.work()
    assert world.told()[2:] == before
    assert len(world.ever_told()) == len(set(world.ever_told()))


async def test_a_call_off_takes_reminders_away_wherever_they_stand(world: World) -> None:
    gathering = await _coming(world, (BEN, Wishes(leads=(90,), where=Where.DM)))
    assert len(await _at(world, 60)) == 2
    await world.cancel(gathering)
    await world.work()
    assert world.told()[2:] == ["cancelled"]


async def test_a_snoozed_one_comes_once_over_a_restart_and_goes_with_the_next(
    world: World,
) -> None:
    gathering = await _coming(world)
    await _at(world, 60)
    await world.life.meetings.snooze(gathering.meeting.id, BEN, 10)
    world.discord.fates.append(Fate.CRASH_AFTER)
    await _at(world, 50)
    await world.start()
    await world.work()
    again = f"snooze:0:{BEN}:{TIME.starts - timedelta(minutes=50)}"
    assert world.told()[2:] == ["reminder:0:60", again]
    assert await _at(world, 10) == ["reminder:0:10"]
    assert world.ever_told().count(again) == 1


async def test_a_snooze_of_a_meeting_that_moves_is_forgotten(world: World) -> None:
    gathering = await _coming(world)
    await _at(world, 60)
    await world.life.meetings.snooze(gathering.meeting.id, BEN, 10)
    await world.move(gathering, slot(72))
    assert await _at(world, 40) == ["moved:1"]


async def test_not_this_one_ends_ones_own_and_can_be_taken_back(world: World) -> None:
    gathering = await _coming(world, (BEN, Wishes(leads=(90, 30), where=Where.DM)))
    await world.life.meetings.hush(gathering.meeting.id, BEN)
    assert await _at(world, 60) == ["reminder:0:60"]
    await world.life.meetings.hear(gathering.meeting.id, BEN)
    assert await _at(world, 30) == ["reminder:0:60", f"reminder dm:0:30:{BEN}"]
