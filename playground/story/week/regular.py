"""Autumn: the group meets every Tuesday at six, over the night on which the clocks go back."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from playground.story.chapter import Chapter
from playground.story.counting import before, reminders, saying
from playground.story.expecting import expect, same, says
from playground.story.scene import NEW_YORK, Scene
from playground.story.views import Remark, View

CHAPTER = Chapter("Autumn: a regular meeting over a change of the clocks")

MONDAY = datetime(2026, 10, 26, 9, tzinfo=NEW_YORK)
FIRST, SECOND, SKIPPED, FOURTH = (
    datetime(2026, month, day, 18, tzinfo=NEW_YORK).astimezone(UTC)
    for month, day in ((10, 27), (11, 3), (11, 10), (11, 17))
)
"""Tuesdays at six in New York, whose clocks go back on 1 November."""

REMINDERS = Counter(
    before(meeting, lead)
    for meeting in (FIRST, SECOND)
    for lead in ("1 day", "1 hour", "10 minutes")
)
NAME = "Tuesday circle"


def _stamp(at: datetime) -> str:
    return f"<t:{int(at.timestamp())}:F>"


@CHAPTER.step("In October nobody presents in turn any more, and reminders come as they used to.")
async def _plain(scene: Scene) -> AsyncIterator[View]:
    await scene.discord.clock.jump(MONDAY)
    yield scene.hour()
    reply = await scene.fran.slash(
        scene.text, "group settings", structure="informal", reminders="24h, 1h, 10m"
    )
    yield scene.answer(scene.fran, reply)
    says(reply.text, "I remind people 1 day, 1 hour and 10 minutes before")


@CHAPTER.step("Fran sets up a regular meeting: she types its first time, no more.")
async def _form(scene: Scene) -> AsyncIterator[View]:
    form = await scene.fran.slash(scene.text, "series create")
    filled = {"What is it called? (optional)": NAME, "When is the first meeting?": "Tue 6pm"}
    yield scene.form(scene.fran, form, filled)
    preview = await scene.fran.submit(form, filled)
    yield scene.answer(scene.fran, preview)
    expect(preview.ephemeral, "only Fran to see it")
    says(preview.text, f"**{NAME}**: Every Tuesday at 6:00 pm, New York time, 1 hour")
    says(preview.text, *map(_stamp, (FIRST, SECOND, SKIPPED, FOURTH)))
    same(SECOND - FIRST, timedelta(days=7, hours=1), "the week in which the clocks go back")
    scene.hand["series"] = preview


@CHAPTER.step("She starts it; the group is asked about the first meeting, which is tomorrow.")
async def _start(scene: Scene) -> AsyncIterator[View]:
    started = await scene.fran.press(scene.hand["series"], "Start it")
    yield scene.answer(scene.fran, started)
    await scene.settle()
    yield scene.sight(scene.omar, scene.meeting_card)
    says(scene.meeting_card.text, f"Regular meeting: {NAME}", _stamp(FIRST))
    same(scene.notified(scene.meeting_card), set(scene.people), "who is notified")
    same(len(scene.with_control("I am coming")), 1, "cards of meetings ahead")


@CHAPTER.step("On 10 November many are away: she skips it. Nobody was told of it, nobody hears.")
async def _skip(scene: Scene) -> AsyncIterator[View]:
    shown = await scene.fran.slash(scene.text, "series show")
    yield scene.answer(scene.fran, shown)
    (menu,) = shown.controls
    picked = await scene.fran.choose(shown, menu.name, [menu.options[2]])
    yield scene.answer(scene.fran, picked)
    says(picked.text, _stamp(SKIPPED))
    off = len(saying(scene, "### Called off"))
    skipped = await scene.fran.press(picked, "Skip it")
    yield scene.answer(scene.fran, skipped)
    says(skipped.text, "is skipped; the others stay", "nobody needs to hear")
    await scene.settle()
    same(len(saying(scene, "### Called off")), off, "notices")


@CHAPTER.step("They meet; when it is over, the next one is asked about. Dana cannot come.")
async def _first(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(FIRST + timedelta(minutes=61))
    card = scene.meeting_card
    yield scene.sight(scene.dana, card)
    says(card.text, _stamp(SECOND))
    reply = await scene.dana.press(card, "I can’t come")
    yield scene.answer(scene.dana, reply)
    await scene.settle()


@CHAPTER.step("The clocks go back, and it is at six in New York as ever: one reminder each time.")
async def _second(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(SECOND + timedelta(minutes=1))
    found = {what: count for what, count in reminders(scene).items() if what in REMINDERS}
    same(found, dict(REMINDERS), "reminders of both meetings")
    (start,) = [one for one in scene.thread.standing if "We are starting now" in one.text]
    says(start.text, "We are starting now")
    yield scene.sight(scene.omar, start)
    told = set(scene.people) - {"Dana", "Tomasz"}
    same(scene.notified(start), told, "who is notified here: not Dana, and Tomasz by himself")


@CHAPTER.step("The skipped week passes in silence; a week before the next the group is asked.")
async def _third(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(SKIPPED - timedelta(minutes=1))
    same(len(scene.with_control("I am coming")), 0, "cards of meetings ahead")
    yield await scene.walk(SKIPPED + timedelta(minutes=1))
    yield scene.sight(scene.aiko, scene.meeting_card)
    says(scene.meeting_card.text, _stamp(FOURTH))


@CHAPTER.step("It was enough: Fran ends it, and those who know of the next one are told.")
async def _end(scene: Scene) -> AsyncIterator[View]:
    card, off = scene.meeting_card, len(saying(scene, "### Called off"))
    asked = await scene.fran.slash(scene.text, "series end")
    yield scene.answer(scene.fran, asked)
    says(asked.text, _stamp(FOURTH), "would fall away")
    done = await scene.fran.press(asked, "Yes, end it")
    yield scene.answer(scene.fran, done)
    await scene.settle()
    same(len(saying(scene, "### Called off")), off + 1, "notices")
    says(card.text, "Called off")
    nothing = await scene.fran.slash(scene.text, "series show")
    says(nothing.text, "There is no regular meeting here")
    yield Remark("Nothing is waiting any more.")
