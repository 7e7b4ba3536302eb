"""Monday evening: the meeting moves, twice, and everything that hangs on it moves along."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from playground.story.chapter import Chapter
from playground.story.counting import before, reminders, saying
from playground.story.expecting import same, says
from playground.story.scene import Scene
from playground.story.views import Remark, View
from playground.story.week.proposing import SAFE
from playground.story.week.settling import STARTS

CHAPTER = Chapter("Monday evening: the meeting moves")
EVENING = datetime(2026, 3, 9, 22, 0, tzinfo=UTC)
MOVED = STARTS + timedelta(days=1)


@CHAPTER.step(
    "Fran moves it to the afternoon: the poll knows what most say, and only Tomasz is asked anew."
)
async def _afternoon(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(EVENING)
    topic = {"meeting": SAFE, "to": "Tue 4pm"}
    preview = await scene.fran.slash(scene.text, "meeting move", **topic)
    reply = await scene.fran.press(preview, "Move the meeting")
    yield scene.answer(scene.fran, reply)
    await scene.settle()
    (notice,) = saying(scene, "This meeting has moved")
    yield scene.sight(scene.tomasz, notice)
    same(scene.notified(notice), {"Tomasz", "Dana", "Omar"}, "who is notified")
    says(notice.text, f"{scene.tomasz.mention}, please say whether the new time works for you")
    says(notice.text, "no longer counts", f"coming {scene.fran.mention} {scene.dana.mention}")
    says(scene.meeting_card.text, f"**Not heard from** {scene.tomasz.mention}")


@CHAPTER.step("That is too late for two: /meeting move again, and she sees first what was read.")
async def _ask(scene: Scene) -> AsyncIterator[View]:
    fran = scene.fran
    choices = await fran.complete(scene.text, "meeting move", option="meeting", typed="")
    same(len(choices), 1, "meetings to pick")
    yield Remark(f"Offered: {choices[0]['name']}")
    reply = await fran.slash(scene.text, "meeting move", meeting=choices[0]["value"], to="Wed 8am")
    yield scene.answer(fran, reply)
    says(reply.text, "Nothing has changed yet", f"<t:{int(MOVED.timestamp())}:F>")
    scene.hand["move"] = reply


@CHAPTER.step(
    "She confirms; nobody was asked about this time before, so all the others are asked anew."
)
async def _move(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.fran.press(scene.hand["move"], "Move the meeting")
    yield scene.answer(scene.fran, reply)
    await scene.settle()
    notices = saying(scene, "This meeting has moved")
    same(len(notices), 2, "notices of moves")
    yield scene.sight(scene.dana, notices[-1])
    same(scene.notified(notices[-1]), set(scene.people) - {"Fran"}, "who is notified")
    yield scene.sight(scene.fran, scene.meeting_card)
    says(
        scene.meeting_card.text,
        f"<t:{int(MOVED.timestamp())}:F>",
        "**Coming (1)**",
        "**Not heard from**",
    )


@CHAPTER.step("Event and calendar file moved along, each still one and the same.")
async def _along(scene: Scene) -> AsyncIterator[View]:
    same([one.start for one in scene.server.events], [MOVED], "events of the server")
    calendar = scene.meeting_card.attachments[0].content.decode()
    says(calendar, "DTSTART:20260311T120000Z", "SEQUENCE:2")
    same(len(scene.with_control("I am coming", scene.text)), 1, "cards in the channel")
    says(scene.thread.name, "Wed 11 March")
    yield Remark("One event at the new time; the calendar file says SEQUENCE:2.")


@CHAPTER.step("Omar and Priya confirm from the notice, Dana says that she cannot.")
async def _confirm(scene: Scene) -> AsyncIterator[View]:
    notice = saying(scene, "This meeting has moved")[-1]
    for person, button in (
        (scene.omar, "I am coming"),
        (scene.priya, "I am coming"),
        (scene.dana, "I can’t come"),
    ):
        reply = await person.press(notice, button)
        yield scene.answer(person, reply)
    await scene.settle()
    # Fran chose the new time, so she comes without saying so again.
    says(scene.meeting_card.text, "**Coming (3)**", "**Can’t come**")


@CHAPTER.step("On Tuesday at the old time nothing happens but the reminder for Wednesday.")
async def _old_time(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(STARTS + timedelta(minutes=30))
    wanted = {before(STARTS, "1 day"): 1, before(MOVED, "1 day"): 1}
    same(reminders(scene), wanted, "reminders in the channels")
    same(saying(scene, "We are starting now"), [], "starts")
