"""Wednesday: a second call settles at once when all have answered, and is called off."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from playground.reply import Reply
from playground.story.chapter import Chapter
from playground.story.counting import before, ever_saying, reminders, saying
from playground.story.expecting import same, says, silent_about
from playground.story.scene import NEW_YORK, Scene
from playground.story.views import View
from playground.story.week.answers import YES, options
from playground.story.week.moving import MOVED
from playground.story.week.proposing import TIMES, TOPIC
from playground.story.week.settling import STARTS

CHAPTER = Chapter("Wednesday to Friday: a meeting is called off")
SECOND = datetime(2026, 3, 13, 16, 0, tzinfo=NEW_YORK)
SUPPORT = "A hard week"


@CHAPTER.step("Aiko asks for personal support within two days; everybody is asked.")
async def _call(scene: Scene) -> AsyncIterator[View]:
    form = await scene.aiko.slash(scene.text, "meeting call")
    filled = {
        TOPIC: SUPPORT,
        "What kind of meeting?": "Personal support",
        "How soon do you need it?": "Within 48 hours",
        TIMES: "Fri 4pm",
    }
    yield scene.form(scene.aiko, form, filled)
    preview = await scene.aiko.submit(form, filled)
    reply = await scene.aiko.press(preview, "Post the poll")
    yield scene.answer(scene.aiko, reply)
    await scene.settle()
    says(scene.poll_card.text, "Personal support", SUPPORT)


@CHAPTER.step("Fran has answers hidden: who has not answered reads who has, and nothing of what.")
async def _hidden(scene: Scene) -> AsyncIterator[View]:
    changed = await scene.fran.slash(scene.text, "group settings", answers="hidden")
    says(changed.text, "hidden from who has not answered yet")
    await scene.settle()
    yield scene.sight(scene.omar, scene.poll_card)
    says(scene.poll_card.text, "1 of 6 have answered")
    silent_about(scene.poll_card.text, " yes", "best so far")
    refused = await scene.omar.press(scene.poll_card, "See answers")
    yield scene.answer(scene.omar, refused)
    says(refused.text, "Please answer this poll first")


@CHAPTER.step("The others answer at once; with the last answer it is settled.")
async def _all(scene: Scene) -> AsyncIterator[View]:
    others = [one for one in scene.people.values() if one is not scene.aiko]
    replies: list[Reply] = []
    for person in others:
        form = await person.press(scene.poll_card, "Answer")
        replies.append(await person.submit(form, {YES: options(form)}))
    yield scene.answer(others[0], replies[0])
    says(replies[0].text, "2 yes")
    yield scene.answer(others[-1], replies[-1])
    says(replies[-1].text, "That settled it")
    await scene.fran.slash(scene.text, "group settings", answers="open")
    await scene.settle()
    yield scene.sight(scene.dana, scene.meeting_card)
    says(scene.meeting_card.text, "**Coming (6)**")
    same(len(scene.server.events), 2, "events of the server")


@CHAPTER.step("Three cannot after all: below the quorum Aiko is told, once, what can be done.")
async def _short(scene: Scene) -> AsyncIterator[View]:
    card = scene.meeting_card
    for person in (scene.omar, scene.dana, scene.priya):
        await person.press(card, "I can’t come")
    await scene.settle()
    notices = saying(scene, "Fewer than the quorum can come now")
    same(len(notices), 1, "notices")
    yield scene.sight(scene.aiko, notices[0])
    same(scene.notified(notices[0]), {"Aiko"}, "who is notified")
    says(card.text, "3 people can come, and the quorum is 4")
    kept = await scene.aiko.press(notices[0], "Keep it as it is")
    yield scene.answer(scene.aiko, kept)


@CHAPTER.step("Aiko is better; she calls it off, and is asked once whether she means it.")
async def _off(scene: Scene) -> AsyncIterator[View]:
    card = scene.meeting_card
    manage = await scene.aiko.press(card, "Manage")
    yield scene.answer(scene.aiko, manage)
    question = await scene.aiko.press(manage, "Call it off")
    yield scene.answer(scene.aiko, question)
    done = await scene.aiko.press(question, "Yes, call it off")
    yield scene.answer(scene.aiko, done)
    says(done.text, "Called off")
    await scene.settle()
    notices = saying(scene, "### Called off")
    same(len(notices), 1, "notices")
    yield scene.sight(scene.tomasz, notices[0])
    says(card.text, "Called off")
    same(len(scene.server.events), 1, "events of the server")


@CHAPTER.step("She takes it back, for twelve hours she can; the event is there again.")
async def _back(scene: Scene) -> AsyncIterator[View]:
    back = await scene.aiko.press(saying(scene, "### Called off")[0], "Take it back")
    yield scene.answer(scene.aiko, back)
    await scene.settle()
    notices = saying(scene, "Not called off after all")
    same(len(notices), 1, "notices")
    yield scene.sight(scene.tomasz, notices[0])
    same(len(scene.server.events), 2, "events of the server")


@CHAPTER.step("In the end she calls it off for good.")
async def _for_good(scene: Scene) -> AsyncIterator[View]:
    manage = await scene.aiko.press(scene.meeting_card, "Manage")
    question = await scene.aiko.press(manage, "Call it off")
    yield scene.answer(scene.aiko, await scene.aiko.press(question, "Yes, call it off"))
    await scene.settle()
    same(len(saying(scene, "### Called off")), 2, "notices")
    same(len(scene.server.events), 1, "events of the server")


@CHAPTER.step("Its time comes and goes: no reminder, no start.")
async def _nothing(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(SECOND + timedelta(hours=2))
    wanted = Counter(before(MOVED, lead) for lead in ("1 day", "1 hour", "10 minutes"))
    same(reminders(scene), wanted + Counter([before(STARTS, "1 day")]), "reminders")
    same(len(ever_saying(scene, "We are starting now")), 1, "starts in the whole week")
    nothing = await scene.fran.slash(scene.text, "meeting list")
    yield scene.answer(scene.fran, nothing)
    says(nothing.text, "Nothing is coming up")
