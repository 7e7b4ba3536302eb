"""Thursday: Fran calls a meeting; nothing is posted before she has seen what was read."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

from playground.story.chapter import Chapter
from playground.story.expecting import expect, same, says, silent_about
from playground.story.scene import Scene
from playground.story.views import View

CHAPTER = Chapter("Thursday: Fran calls a meeting")
THURSDAY = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)

TOPIC, TIMES = "What is it about?", "Which times could you offer?"
REVEALING = "Impasse with my client Margaret Holloway"
SAFE = "An impasse, and what it stirs up in me"
FIRST_TRY = "Sun 2:30am, Mon 8am, Tue 8am, Tue 4pm"
SECOND_TRY = "Mon 8am, Tue 8am, Tue 4pm"


@CHAPTER.step("Fran calls a meeting. Her own time zone is asked now that it is needed.")
async def _call(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(THURSDAY)
    fran = scene.fran
    scene.hand["call"] = reply = await fran.slash(scene.text, "meeting call")
    if reply.modal is not None:
        return
    yield scene.answer(fran, reply)
    zone = next(one for one in reply.controls[0].options if "New York" in one)
    kept = await fran.choose(reply, "Pick the city nearest to you", [zone])
    yield scene.answer(fran, kept)
    scene.hand["call"] = await fran.press(kept, "Continue")
    expect(scene.hand["call"].modal, "the form of the call to open", scene.hand["call"].text)


@CHAPTER.step("Her topic names a client: it is refused before anybody sees it.")
async def _refused(scene: Scene) -> AsyncIterator[View]:
    typed = {TOPIC: REVEALING, TIMES: FIRST_TRY}
    yield scene.form(scene.fran, scene.hand["call"], typed)
    reply = await scene.fran.submit(scene.hand["call"], typed)
    yield scene.answer(scene.fran, reply)
    says(reply.text, "may identify a client", "Nobody has seen it")
    silent_about(reply.text, "Margaret", "Holloway")
    expect(reply.ephemeral, "only Fran to see it")
    scene.hand["refused"] = reply


@CHAPTER.step("What she typed is still there; she says it without the name.")
async def _mended(scene: Scene) -> AsyncIterator[View]:
    form = await scene.fran.press(scene.hand["refused"], "Change")
    expect(form.modal, "the form again", form.text)
    same(form.modal.prefilled(TOPIC) if form.modal else "", REVEALING, "what stands in the form")
    same(form.modal.prefilled(TIMES) if form.modal else "", FIRST_TRY, "what stands in the form")
    reply = await scene.fran.submit(form, {TOPIC: SAFE})
    yield scene.answer(scene.fran, reply)
    says(reply.text, "Nothing is posted yet", "“Sun 2:30am” does not exist that night")
    expect(not scene.with_control("Answer"), "nothing in the channel yet", "a poll")
    scene.hand["preview"] = reply


@CHAPTER.step("On Sunday the clocks go forward over 2:30 am; she takes that time out.")
async def _changed(scene: Scene) -> AsyncIterator[View]:
    form = await scene.fran.press(scene.hand["preview"], "Change")
    typed = {TIMES: SECOND_TRY}
    yield scene.form(scene.fran, form, typed)
    reply = await scene.fran.submit(form, typed)
    yield scene.answer(scene.fran, reply)
    same(reply.text.count("\n- "), 3, "times that were read")
    silent_about(reply.text, "does not exist")
    scene.hand["preview"] = reply


@CHAPTER.step("She posts the poll, and the five others are asked, each in their own time.")
async def _post(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.fran.press(scene.hand["preview"], "Post the poll")
    yield scene.answer(scene.fran, reply)
    await scene.discord.until(lambda: scene.with_control("Answer"), "the poll's card")
    card = scene.poll_card
    for person in (scene.omar, scene.dana):
        yield scene.sight(person, card)
    asked = set(scene.people) - {"Fran"}
    same(scene.notified(card), asked, "who is notified")
    says(card.text, SAFE, "Quorum", "Not heard from")
    same(len(scene.with_control("Answer")), 1, "polls in the channel")
    await scene.settle()
