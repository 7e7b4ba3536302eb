"""Wednesday: the last reminders, one of them over a lost answer and a second kill; the start."""

from collections.abc import AsyncIterator
from datetime import timedelta

from playground.story.chapter import Chapter
from playground.story.counting import before, reminders, saying
from playground.story.expecting import expect, same, says
from playground.story.scene import Scene
from playground.story.views import Remark, View
from playground.story.week.moving import MOVED
from playground.story.week.power_cut import POSTING
from playground.story.week.settling import STARTS

CHAPTER = Chapter("Wednesday: they meet")
HOUR_BEFORE = MOVED - timedelta(hours=1)
SO_FAR = {before(STARTS, "1 day"): 1, before(MOVED, "1 day"): 1}


@CHAPTER.step("An hour before, Discord takes the reminder, but its answer is lost; kill -9 again.")
async def _lost(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(HOUR_BEFORE - timedelta(minutes=1))
    lost = scene.discord.faults.lose_answer(POSTING)
    scene.discord.clock.steer(HOUR_BEFORE)
    await scene.discord.until(lambda: lost.lost, "the bot to try")
    ended = await scene.bot.kill()
    same(ended.code, -9, "how the process ended")
    scene.discord.faults.clear()
    same(reminders(scene), SO_FAR | {before(MOVED, "1 hour"): 1}, "reminders in the channels")
    yield Remark("The reminder is there, and the bot died without knowing.")


@CHAPTER.step("Eight minutes later, when Discord has forgotten too, the bot looks before it sends.")
async def _looked(scene: Scene) -> AsyncIterator[View]:
    scene.discord.clock.steer(HOUR_BEFORE + timedelta(minutes=8))
    await scene.bot.start()
    await scene.settle()
    yield scene.hour()
    same(reminders(scene), SO_FAR | {before(MOVED, "1 hour"): 1}, "reminders in the channels")
    yield Remark("Still one reminder an hour before, not two.")


@CHAPTER.step("Ten minutes before, those who come or may come are reminded.")
async def _ten(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(MOVED - timedelta(minutes=9))
    wanted = SO_FAR | {before(MOVED, "1 hour"): 1, before(MOVED, "10 minutes"): 1}
    same(reminders(scene), wanted, "reminders in the channels")
    reminder = scene.thread.standing[-1]
    yield scene.sight(scene.priya, reminder)
    told = set(scene.people) - {"Dana"}
    same(scene.notified(reminder), told, "who is notified: all but Dana, who cannot come")


@CHAPTER.step("It starts.")
async def _start(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(MOVED + timedelta(minutes=1))
    starts = saying(scene, "We are starting now")
    same(len(starts), 1, "messages at the start")
    yield scene.sight(scene.omar, starts[0])


@CHAPTER.step("An hour later it is over, and its card says so.")
async def _over(scene: Scene) -> AsyncIterator[View]:
    card = scene.meeting_card
    yield await scene.walk(MOVED + timedelta(minutes=65))
    yield scene.sight(scene.aiko, card)
    says(card.text, "has taken place")
    expect(not scene.with_control("I am coming"), "no buttons for coming any more", "there are")
