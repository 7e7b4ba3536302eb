"""What is late: sent while it is still of use, recorded as missed when it is not."""

from datetime import timedelta

from bot.domain.meeting import Phase
from tests.delivery.world import World
from tests.domain.examples import slot

SECOND = timedelta(seconds=1)
TIME = slot(48)


async def down_until(world: World, minutes_before_start: float) -> None:
    """The process is down from now until so many minutes before the meeting's start."""
    await world.stop()
    world.wait_until(TIME.starts - timedelta(minutes=minutes_before_start))
    await world.start()
    await world.work()


async def test_each_reminder_is_sent_once_when_it_is_due(world: World) -> None:
    await world.scheduled()
    seen: list[tuple[float, str]] = []
    for minutes in (1440, 60, 10, 0):
        before = len(world.ever_told())
        world.wait_until(TIME.starts - timedelta(minutes=minutes) - SECOND)
        await world.work()
        assert len(world.ever_told()) == before
        world.let_pass(seconds=1)
        await world.work()
        await world.work()
        seen.append((minutes, ", ".join(world.ever_told()[before:])))
        assert world.told()[2:] == world.ever_told()[before:]  # it took the place of the last
    assert seen == [
        (1440, "reminder:0:1440"),
        (60, "reminder:0:60"),
        (10, "reminder:0:10"),
        (0, "start:0"),
    ]


async def test_a_reminder_that_is_late_and_still_useful_goes_out(world: World) -> None:
    await world.scheduled()
    await down_until(world, 61)
    assert world.told()[-1] == "reminder:0:1440"


async def test_a_reminder_that_the_next_one_superseded_is_missed_and_not_sent(
    world: World,
) -> None:
    await world.scheduled()
    await down_until(world, 60)
    assert world.told()[2:] == ["reminder:0:60"]
    assert (await world.states())["reminder:0:1440"] == "missed"
    assert [key.rpartition(":")[2] for key in world.notes.misses] == ["1440"]


async def test_of_three_reminders_that_fell_due_while_down_one_goes_out(world: World) -> None:
    await world.scheduled()
    await down_until(world, 5)
    assert world.told()[2:] == ["reminder:0:10"]


async def test_we_are_starting_is_of_use_for_ten_minutes(world: World) -> None:
    await world.scheduled()
    await down_until(world, -10 + 1 / 60)
    assert world.told()[2:] == ["start:0"]


async def test_after_that_it_is_missed(world: World) -> None:
    await world.scheduled()
    await down_until(world, -10)
    assert world.told()[2:] == []
    assert (await world.states())["start:0"] == "missed"


async def test_after_a_whole_meeting_of_downtime_nothing_is_sent_and_all_is_recorded(
    world: World,
) -> None:
    gathering = await world.scheduled()
    before = world.told()
    await down_until(world, -60 - 7 * 60)
    assert world.ever_told() == before
    assert (await world.look(gathering)).meeting.phase is Phase.HELD
    states = await world.states()
    assert {states[f"reminder:0:{lead}"] for lead in (1440, 60, 10)} == {"missed"}
    assert (states["start:0"], states["end:0"], states["close:0"]) == ("missed", "done", "missed")


async def test_an_outage_that_outlasts_a_reminder_makes_it_missed(world: World) -> None:
    await world.scheduled()
    world.discord.reachable = False
    world.wait_until(TIME.starts - timedelta(minutes=60))
    await world.work()
    world.wait_until(TIME.starts - timedelta(minutes=10))
    world.discord.reachable = True
    await world.work()
    assert world.told()[2:] == ["reminder:0:10"]
    assert (await world.states())["reminder:0:60"] == "missed"


async def test_a_poll_that_is_never_too_late_waits_out_any_outage(world: World) -> None:
    world.discord.reachable = False
    await world.called()
    for _ in range(40):
        await world.work()
        world.let_pass(minutes=5)
    assert world.told() == []
    world.discord.reachable = True
    await world.work()
    assert world.told() == ["poll card"]


async def test_the_deadline_is_kept_though_discord_is_out_of_reach(world: World) -> None:
    called = await world.called()
    await world.work()
    world.discord.reachable = False
    world.wait_until(called.meeting.deadline)
    await world.work()
    assert (await world.look(called)).meeting.phase is Phase.UNDECIDED
    world.discord.reachable = True
    world.let_pass(minutes=5)
    await world.work()
    assert world.told() == ["poll card", "undecided:1"]


async def test_a_deadline_that_was_slept_through_is_made_up_for(world: World) -> None:
    called = await world.called()
    await world.work()
    await world.stop()
    world.wait_until(called.meeting.deadline + timedelta(hours=3))
    await world.start()
    await world.work()
    assert (await world.look(called)).meeting.phase is Phase.UNDECIDED
    assert world.told() == ["poll card", "undecided:1"]


async def test_a_clock_that_steps_back_after_the_claim_loses_no_deadline(world: World) -> None:
    """The entry ends with its step; if the step did nothing, nothing would close the poll."""
    called = await world.called()
    await world.work()
    world.wait_until(called.meeting.deadline)
    (entry,) = await world.life.stores.outbox.claim(world.now(), timedelta(seconds=0), 50)
    world.step_clock(-timedelta(hours=1))
    await world.life.delivery._attempt(entry)  # pyright: ignore[reportPrivateUsage] - between claim and act
    assert (await world.look(called)).meeting.phase is Phase.UNDECIDED


async def test_a_clock_stepped_back_and_forth_sends_nothing_twice(world: World) -> None:
    await world.scheduled()
    world.wait_until(TIME.starts - timedelta(minutes=60))
    for step in (-2, 2, -30, 30, 0.5):
        await world.work()
        world.step_clock(timedelta(hours=step))
        world.let_pass(minutes=4)
        await world.work()
    assert world.ever_told()[2:] == ["reminder:0:60", "reminder:0:10"]
