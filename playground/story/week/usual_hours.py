"""Friday: they keep their usual hours, and the next call finds its times by itself."""

from collections.abc import AsyncIterator

from playground.person import Person
from playground.story.chapter import Chapter
from playground.story.expecting import expect, same, says, silent_about
from playground.story.scene import ON_OPEN_POLLS, Scene
from playground.story.views import View
from playground.story.week.answers import YES, opened, options
from playground.story.week.proposing import TIMES, TOPIC

CHAPTER = Chapter("Friday: usual hours")

HOURS = "Your usual free hours"
TUESDAY, WEDNESDAY = "<t:1773766800:F>", "<t:1773853200:F>"  # 17 and 18 March, 17:00 UTC


async def _keep(scene: Scene, who: Person, week: str) -> AsyncIterator[View]:
    form = await who.slash(scene.text, "availability week")
    yield scene.form(who, form, {HOURS: week})
    reply = await who.submit(form, {HOURS: week})
    yield scene.answer(who, reply)
    expect(reply.ephemeral, f"only {who.name} to see it")
    scene.hand["week"] = reply


@CHAPTER.step("Omar keeps his usual hours; what could not be read is named, and still there.")
async def _omar(scene: Scene) -> AsyncIterator[View]:
    async for view in _keep(scene, scene.omar, "Tue 5pm-7pm\nWednesdays, late"):
        yield view
    says(scene.hand["week"].text, "I could not read “late”", "Nothing has changed")
    form = await scene.omar.press(scene.hand["week"], "Change")
    same(opened(form).prefilled(HOURS), "Tue 5pm-7pm\nWednesdays, late", "what stands in the form")
    reply = await scene.omar.submit(form, {HOURS: "Tue, Wed 5pm-7pm"})
    yield scene.answer(scene.omar, reply)
    says(reply.text, "Tue 5:00 pm - 7:00 pm", "Wed 5:00 pm - 7:00 pm", "London time")


@CHAPTER.step("Fran, Dana and Priya keep theirs: early in Auckland, late in Kolkata.")
async def _others(scene: Scene) -> AsyncIterator[View]:
    for who, week in (
        (scene.fran, "Mon-Fri 1pm-3pm"),
        (scene.dana, "Wed, Thu 6am-8am"),
        (scene.priya, "Mon-Thu 10pm-midnight"),
    ):
        async for view in _keep(scene, who, week):
            yield view
        says(scene.hand["week"].text, "I keep this")


@CHAPTER.step("Dana is away on that Thursday, by her own calendar.")
async def _away(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.dana.slash(scene.text, "availability away", **{"from": "19 March"})
    yield scene.answer(scene.dana, reply)
    says(reply.text, "Thu 19 March 2026")


@CHAPTER.step("Priya looks at her hours: a picture counts who is free with her, and names nobody.")
async def _picture(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.priya.slash(scene.text, "availability show")
    yield scene.answer(scene.priya, reply)
    expect(reply.ephemeral, "only Priya to see it")
    expect(reply.message, "a message with the picture")
    files = reply.message.attachments if reply.message else []
    same([one.filename for one in files], ["usual-hours.png"], "what comes with it")
    told = str(files[0].description)
    says(told, "How many of 4 are usually free, Kolkata time", "Tue 17 Mar", "4 (best, with you)")
    silent_about(told, scene.omar.name)


@CHAPTER.step("Fran calls a meeting and gives no times: the best common hours are proposed.")
async def _call(scene: Scene) -> AsyncIterator[View]:
    form = await scene.fran.slash(scene.text, "meeting call")
    filled = {TOPIC: "A new supervisee", TIMES: ""}
    yield scene.form(scene.fran, form, filled)
    preview = await scene.fran.submit(form, filled)
    yield scene.answer(scene.fran, preview)
    says(preview.text, "Nothing is posted yet")
    lines = [line for line in preview.text.splitlines() if line.startswith("- ")]
    same([line[2 : 2 + len(TUESDAY)] for line in lines], [TUESDAY, WEDNESDAY], "proposed times")
    says(lines[0], "4 of 4 usually free")
    says(lines[1], "3 of 4 usually free")
    posted = await scene.fran.press(preview, "Post the poll")
    yield scene.answer(scene.fran, posted)
    await scene.settle()


@CHAPTER.step("On the card nobody is counted by their hours; Omar confirms his with one press.")
async def _use(scene: Scene) -> AsyncIterator[View]:
    card = scene.poll_card
    same(card.text.count("1 yes"), 2, "times with the convener's yes alone")
    reply = await scene.omar.press(card, ON_OPEN_POLLS)
    yield scene.answer(scene.omar, reply)
    says(reply.text, TUESDAY, WEDNESDAY, "your answer is kept: 2 times yes")
    await scene.settle()
    same(card.text.count("2 yes"), 2, "times with two")


@CHAPTER.step("Dana opens the form instead: Tuesday's time is ticked, and she sends it.")
async def _form(scene: Scene) -> AsyncIterator[View]:
    form = await scene.dana.press(scene.poll_card, "Answer")
    field = next(one for one in opened(form).fields if one.label == YES)
    ticked = [one["label"] for one in field.component["options"] if one.get("default")]
    same(ticked, options(form)[:1], "what is ticked")
    reply = await scene.dana.submit(form, {})
    yield scene.answer(scene.dana, reply)
    await scene.settle()
    yield scene.sight(scene.fran, scene.poll_card)
    says(scene.poll_card.text, "3 yes")
    silent_about(scene.poll_card.text, "usually")


@CHAPTER.step("Fran does not need it any more, and calls the poll off.")
async def _off(scene: Scene) -> AsyncIterator[View]:
    manage = await scene.fran.press(scene.poll_card, "Manage")
    question = await scene.fran.press(manage, "Call it off")
    done = await scene.fran.press(question, "Yes, call it off")
    yield scene.answer(scene.fran, done)
    says(done.text, "Called off")
    await scene.settle()
