"""Monday: the bot is killed after a reminder is due and before it is sent."""

from collections.abc import AsyncIterator
from datetime import timedelta

from playground.story.chapter import Chapter
from playground.story.counting import before, reminders
from playground.story.expecting import expect, same, says
from playground.story.scene import Scene
from playground.story.views import Remark, View
from playground.story.week.settling import STARTS

CHAPTER = Chapter("Monday: a power cut at the worst moment")
DAY_BEFORE = STARTS - timedelta(days=1)
POSTING = "POST /channels/{channel_id}/messages"


@CHAPTER.step("The reminder a day before is due, but Discord is having trouble and takes nothing.")
async def _due(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(DAY_BEFORE - timedelta(minutes=1))
    fault = scene.discord.faults.refuse(POSTING, 503, times=1000)
    scene.discord.clock.steer(DAY_BEFORE)
    await scene.discord.until(lambda: fault.left < 1000, "the bot to try")
    yield scene.hour()
    same(reminders(scene), {}, "reminders in the channels")


@CHAPTER.step("At this very moment the bot is killed (kill -9): due, and not sent.")
async def _killed(scene: Scene) -> AsyncIterator[View]:
    ended = await scene.bot.kill()
    same(ended.code, -9, "how the process ended")
    scene.discord.faults.clear()
    same(reminders(scene), {}, "reminders in the channels")
    yield Remark("The process is gone. Discord is well again, and nobody has been reminded.")


@CHAPTER.step("Ten minutes later the bot is started again: the reminder arrives, once.")
async def _back(scene: Scene) -> AsyncIterator[View]:
    scene.discord.clock.steer(DAY_BEFORE + timedelta(minutes=10))
    await scene.bot.start()
    await scene.settle()
    yield scene.hour()
    same(reminders(scene), {before(STARTS, "1 day"): 1}, "reminders in the channels")
    reminder = scene.thread.standing[-1]
    yield scene.sight(scene.omar, reminder)
    told = {"Fran", "Omar", "Priya", "Tomasz"}
    same(scene.notified(reminder), told, "who is notified: those who come, not Dana or Aiko")


@CHAPTER.step("Every button still works, also on cards from before the power cut.")
async def _buttons(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.aiko.press(scene.meeting_card, "Maybe")
    yield scene.answer(scene.aiko, reply)
    says(reply.text, "maybe")
    await scene.settle()
    expect(
        "**Maybe (1)**" in scene.meeting_card.text, "the card to show it", scene.meeting_card.text
    )
