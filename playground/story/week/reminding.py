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
WHEN, QUIET = "How long before a meeting?", "In which hours shall I keep quiet?"
ALONE = "By direct message, to me alone"
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


@CHAPTER.step("Tomasz likes it otherwise: half an hour before, by direct message, not at night.")
async def _own(scene: Scene) -> AsyncIterator[View]:
    form = await scene.tomasz.slash(scene.text, "reminders change")
    filled = {WHEN: "30m", "Where?": [ALONE], QUIET: "22-7"}
    yield scene.form(scene.tomasz, form, filled)
    reply = await scene.tomasz.submit(form, filled)
    yield scene.answer(scene.tomasz, reply)
    says(reply.text, "30 minutes before", "by direct message", "10:00 pm - 7:00 am, London time")
    show = await scene.tomasz.slash(scene.text, "meeting list")
    says(show.text, f"<t:{int(MOVED.timestamp())}:F>")


@CHAPTER.step("Half an hour before, Tomasz alone is reminded; he snoozes it for ten minutes.")
async def _snooze(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(MOVED - timedelta(minutes=30))
    private = scene.tomasz.dm
    (reminder,) = [one for one in private.standing if "Reminder" in one.text]
    yield scene.sight(scene.tomasz, reminder)
    choice = await scene.tomasz.press(reminder, "Snooze")
    yield scene.answer(scene.tomasz, choice)
    yield scene.answer(scene.tomasz, await scene.tomasz.press(choice, "In 10 minutes"))
    yield await scene.walk(MOVED - timedelta(minutes=20))
    came_twice = [one for one in private.standing if "Reminder" in one.text]
    same(len(came_twice), 2, "reminders to Tomasz alone")
    wanted = SO_FAR | {before(MOVED, "1 hour"): 1}
    same(reminders(scene), wanted, "reminders in the channels")


@CHAPTER.step("Ten minutes before, those who come or may come are reminded, but not Tomasz.")
async def _ten(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(MOVED - timedelta(minutes=9))
    wanted = SO_FAR | {before(MOVED, "1 hour"): 1, before(MOVED, "10 minutes"): 1}
    same(reminders(scene), wanted, "reminders in the channels")
    reminder = scene.thread.standing[-1]
    yield scene.sight(scene.priya, reminder)
    told = set(scene.people) - {"Dana", "Tomasz"}
    same(scene.notified(reminder), told, "who is notified: not Dana, who cannot come")
    standing = [one for one in scene.thread.standing if "Reminder" in one.text]
    same(standing, [reminder], "reminders that stand: it took the place of the one before")


@CHAPTER.step("It starts.")
async def _start(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(MOVED + timedelta(minutes=1))
    starts = saying(scene, "We are starting now")
    same(len(starts), 1, "messages at the start")
    yield scene.sight(scene.omar, starts[0])
    alone = [one for one in scene.tomasz.dm.standing if "We are starting now" in one.text]
    same(len(alone), 1, "messages at the start to Tomasz alone")


@CHAPTER.step("An hour later it is over, and its card says so.")
async def _over(scene: Scene) -> AsyncIterator[View]:
    card = scene.meeting_card
    yield await scene.walk(MOVED + timedelta(minutes=65))
    yield scene.sight(scene.aiko, card)
    says(card.text, "has taken place")
    expect(not scene.with_control("I am coming"), "no buttons for coming any more", "there are")


@CHAPTER.step("A quiet close has asked who was there; Omar and Tomasz say so, Fran corrects it.")
async def _close(scene: Scene) -> AsyncIterator[View]:
    (close,) = saying(scene, "That was the meeting of")
    yield scene.sight(scene.omar, close)
    same(scene.notified(close), set[str](), "who is notified")
    same(saying(scene, "We are starting now"), [], "starts that still stand")
    for person, button in ((scene.omar, "I was there"), (scene.tomasz, "I could not")):
        yield scene.answer(person, await person.press(close, button))
    menu = await scene.fran.press(close, "Correct the list")
    yield scene.answer(scene.fran, menu)
    people = [scene.fran, scene.omar, scene.priya]
    mended = await scene.fran.choose(menu, "Who was there?", people)
    yield scene.answer(scene.fran, mended)
    says(mended.text, "3 people were there")
