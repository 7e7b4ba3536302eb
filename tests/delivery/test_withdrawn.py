"""What was called off or moved: nothing of the old plan stays, and nothing useful is lost."""

from datetime import timedelta

from bot.domain.meeting import Choice, Phase
from tests.delivery.pretend_discord import Fate
from tests.delivery.world import CONVENER, World
from tests.domain.examples import BEN, slot

TIME = slot(48)
HOUR_BEFORE = TIME.starts - timedelta(hours=1)


async def test_a_reminder_of_a_cancelled_meeting_is_not_sent(world: World) -> None:
    gathering = await world.scheduled()
    await world.cancel(gathering)
    world.wait_until(TIME.starts)
    await world.work()
    assert world.told()[2:] == ["cancelled"]


async def test_calling_off_between_claim_and_sending_sends_nothing(world: World) -> None:
    gathering = await world.scheduled()
    world.wait_until(HOUR_BEFORE)
    claimed = await world.life.stores.outbox.claim(world.now(), timedelta(minutes=1), 50)
    await world.cancel(gathering)
    for entry in claimed:
        await world.life.delivery._attempt(entry)  # pyright: ignore[reportPrivateUsage] - between claim and sending
    assert "reminder:0:60" not in [
        ":".join(map(str, m.content[1:])) for m in world.discord.messages
    ]
    assert (await world.states())["reminder:0:60"] == "cancelled"


async def test_calling_off_while_it_is_being_sent_takes_it_back(world: World) -> None:
    gathering = await world.scheduled()
    world.wait_until(HOUR_BEFORE)
    world.discord.meanwhile = lambda: world.cancel(gathering)
    await world.work()
    assert world.told()[2:] == ["cancelled"]
    states = await world.states()
    assert (states["reminder:0:60"], states["cancelled"]) == ("cancelled", "done")


async def test_calling_off_while_the_answer_is_lost_takes_it_back(world: World) -> None:
    gathering = await world.scheduled()
    world.wait_until(HOUR_BEFORE)
    world.discord.fates.append(Fate.ANSWER_LOST)
    await world.work()
    assert world.told()[2:] == ["reminder:0:60"]
    await world.cancel(gathering)
    await world.work()
    world.let_pass(minutes=5)
    await world.work()
    assert world.told()[2:] == ["cancelled"]


async def test_calling_off_after_a_crash_amid_the_sending_takes_it_back(world: World) -> None:
    gathering = await world.scheduled()
    world.wait_until(HOUR_BEFORE)
    world.discord.fates.append(Fate.CRASH_AFTER)
    await world.work()
    await world.start()
    await world.cancel(gathering)
    await world.work()
    assert world.told()[2:] == ["cancelled"]


async def test_what_a_lost_life_sent_is_taken_back_when_the_restored_one_calls_off(
    world: World,
) -> None:
    gathering = await world.scheduled()
    copy = await world.back_up()
    world.wait_until(HOUR_BEFORE)
    await world.work()
    await world.stop()
    world.put_back(copy)
    await world.start()
    await world.cancel(gathering)
    await world.work()
    assert world.told()[2:] == ["cancelled"]


async def test_a_card_that_nobody_knows_of_goes_without_a_notice(world: World) -> None:
    """The card was taken, its answer lost: nobody is told of the end of what they do not see."""
    world.discord.fates.append(Fate.ANSWER_LOST)
    called = await world.called()
    await world.work()
    await world.cancel(called)
    world.let_pass(minutes=1)
    await world.work()
    assert world.told() == []


async def test_moving_while_a_reminder_is_being_sent_leaves_only_the_new_plan(
    world: World,
) -> None:
    gathering = await world.scheduled()
    world.wait_until(HOUR_BEFORE)
    world.discord.meanwhile = lambda: world.move(gathering, slot(72))
    await world.work()
    assert world.told()[2:] == ["moved:1"]
    world.wait_until(slot(72).starts)
    await world.work()
    assert world.told()[2:] == ["moved:1", "start:1"]


async def test_each_time_of_a_moved_meeting_has_its_own_reminders(world: World) -> None:
    gathering = await world.scheduled()
    world.wait_until(HOUR_BEFORE)
    await world.work()
    await world.move(gathering, slot(72))
    for minutes in (60, 10, 0):
        world.wait_until(slot(72).starts - timedelta(minutes=minutes))
        await world.work()
    assert world.told()[2:] == ["moved:1", "start:1"]
    assert world.ever_told()[2:] == [
        "reminder:0:60",
        "moved:1",
        "reminder:1:60",
        "reminder:1:10",
        "start:1",
    ]


async def test_a_second_move_before_the_first_was_told_tells_only_the_second(
    world: World,
) -> None:
    gathering = await world.scheduled()
    world.discord.reachable = False
    await world.move(gathering, slot(60))
    await world.work()
    await world.move(gathering, slot(72))
    world.discord.reachable = True
    world.let_pass(minutes=5)
    await world.work()
    assert world.told()[2:] == ["moved:2"]


async def test_settling_while_the_poll_is_being_posted_takes_the_poll_back(world: World) -> None:
    called = await world.called(slots=(TIME,))
    world.discord.meanwhile = lambda: world.life.meetings.choose(called.meeting.id, CONVENER, TIME)
    await world.work()
    await world.work()
    assert world.told() == ["meeting card"]


async def test_an_event_follows_the_meeting(world: World) -> None:
    gathering = await world.scheduled()
    uid = gathering.meeting.uid
    assert world.discord.events == {uid: TIME}
    assert gathering.meeting.posts.event is not None
    await world.move(gathering, slot(72))
    await world.work()
    assert world.discord.events == {uid: slot(72)}
    await world.cancel(gathering)
    await world.work()
    assert world.discord.events == {}
    assert (await world.look(gathering)).meeting.posts.event is None


async def test_an_event_of_which_the_answer_was_lost_is_taken_away_all_the_same(
    world: World,
) -> None:
    called = await world.called(slots=(TIME,))
    await world.work()
    await world.life.meetings.choose(called.meeting.id, CONVENER, TIME)
    world.discord.fates.extend([Fate.FINE, Fate.ANSWER_LOST])
    await world.work()
    assert world.discord.events != {}
    assert (await world.look(called)).meeting.posts.event is None
    await world.cancel(called)
    world.let_pass(minutes=1)
    await world.work()
    assert world.discord.events == {}


async def test_an_event_that_is_being_made_while_the_meeting_is_called_off_goes_again(
    world: World,
) -> None:
    called = await world.called(slots=(TIME,))
    await world.work()
    await world.life.meetings.choose(called.meeting.id, CONVENER, TIME)
    entries = await world.life.stores.outbox.claim(world.now(), timedelta(minutes=1), 50)
    (event,) = [entry for entry in entries if entry.action == "event"]
    world.discord.meanwhile = lambda: world.cancel(called)
    await world.life.delivery._attempt(event)  # pyright: ignore[reportPrivateUsage] - one entry alone
    assert world.discord.events != {}
    await world.work()
    assert world.discord.events == {}


async def test_a_meeting_that_was_erased_ends_in_silence(world: World) -> None:
    gathering = await world.scheduled()
    world.wait_until(HOUR_BEFORE)
    entries = await world.life.stores.outbox.claim(world.now(), timedelta(minutes=1), 50)
    await world.life.groups.erase_guild(gathering.group.guild_id)
    before = world.told()
    for entry in entries:
        await world.life.delivery._attempt(entry)  # pyright: ignore[reportPrivateUsage] - between claim and sending
    assert world.told() == before
    assert world.notes.faults == []


async def test_what_was_sent_in_time_stays_when_the_meeting_is_over(world: World) -> None:
    gathering = await world.scheduled()
    world.wait_until(TIME.starts)
    world.discord.fates.append(Fate.ANSWER_LOST)
    await world.work()
    world.discord.reachable = False
    world.wait_until(TIME.ends)
    await world.work()
    assert (await world.look(gathering)).meeting.phase is Phase.HELD
    world.discord.reachable = True
    world.let_pass(minutes=5)
    await world.work()
    assert world.ever_told()[2:] == ["start:0", "close"]
    assert world.told()[2:] == ["close"]
    assert (await world.states())["start:0"] == "done"


async def test_a_member_who_leaves_settles_the_poll_and_its_reminders_follow(world: World) -> None:
    called = await world.called(slots=(TIME,))
    await world.work()
    yes = {TIME: Choice.YES}
    for member in called.group.member_ids - {BEN}:
        await world.life.meetings.answer(called.meeting.id, member, yes, "")
    await world.life.groups.leave(called.group.id, BEN)
    await world.work()
    assert world.told() == ["poll card", "meeting card"]
    world.wait_until(TIME.starts)
    await world.work()
    assert world.told()[-1] == "start:0"


async def test_a_card_that_was_called_off_before_it_was_sent_comes_when_that_is_taken_back(
    world: World,
) -> None:
    called = await world.called()
    await world.cancel(called)
    await world.work()
    assert world.told() == []
    await world.life.meetings.restore(called.meeting.id, CONVENER)
    await world.work()
    assert world.told()[:1] == ["poll card"]
