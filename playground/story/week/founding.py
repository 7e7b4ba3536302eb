"""Wednesday: the bot comes online, and a group of six in four zones comes together."""

from collections.abc import AsyncIterator

from playground.story.chapter import Chapter
from playground.story.expecting import expect, same, says
from playground.story.scene import Scene
from playground.story.views import Remark, View

CHAPTER = Chapter("Wednesday: a group comes together")


@CHAPTER.step("Convene comes online, as a process of its own.")
async def _online(scene: Scene) -> AsyncIterator[View]:
    await scene.bot.start()
    await scene.settle()
    yield scene.hour()
    expect(scene.discord.gateway.readies == 1, "one greeting by the gateway")


@CHAPTER.step("Fran types “new york”, picks it, and makes a group: /group create.")
async def _create(scene: Scene) -> AsyncIterator[View]:
    fran = scene.fran
    choices = await fran.complete(scene.text, "group create", option="zone", typed="new york")
    expect(choices, "a zone to pick", "none")
    yield Remark(f"Offered first: {choices[0]['name']}")
    reply = await fran.slash(
        scene.text,
        "group create",
        name="Harbour group",
        quorum=4,
        zone=choices[0]["value"],
        voice=scene.voice,
    )
    yield scene.answer(fran, reply)
    expect(not reply.ephemeral, "everybody in the channel to see it", "a private answer")
    says(reply.text, "Harbour group", "4 people", "New York")
    scene.hand["group"] = reply


@CHAPTER.step("Omar comes in with the button, and is asked for his time zone once.")
async def _join(scene: Scene) -> AsyncIterator[View]:
    omar = scene.omar
    reply = await omar.press(scene.hand["group"], "Join")
    yield scene.answer(omar, reply)
    says(reply.text, "Welcome to")
    await scene.discord.until(lambda: reply.followups, "the question for the zone")
    question = reply.followups[0]
    yield scene.sight(omar, question)
    london = next(one for one in question.controls[0].options if "London" in one)
    kept = await omar.choose(question, "Pick the city nearest to you", [london])
    yield scene.answer(omar, kept)
    says(kept.text, "London time", "2:00 pm")
    expect(kept.ephemeral, "only Omar to see it")


@CHAPTER.step("Dana lives where no list has her city, and types it.")
async def _type_city(scene: Scene) -> AsyncIterator[View]:
    dana = scene.dana
    reply = await dana.press(scene.hand["group"], "Join")
    await scene.discord.until(lambda: reply.followups, "the question for the zone")
    form = await dana.press(reply.followups[0], "My city is not listed")
    typed = {"Your city": "Hamilton, New Zealand"}
    yield scene.form(dana, form, typed)
    kept = await dana.submit(form, typed)
    yield scene.answer(dana, kept)
    says(kept.text, "Auckland time", "3:00 am")


@CHAPTER.step("Priya, Tomasz and Aiko join by command, with their city.")
async def _others(scene: Scene) -> AsyncIterator[View]:
    for person, typed in ((scene.priya, "kolk"), (scene.tomasz, "lond"), (scene.aiko, "new york")):
        choices = await person.complete(scene.text, "group join", option="zone", typed=typed)
        expect(choices, f"a zone for “{typed}”", "none")
        reply = await person.slash(scene.text, "group join", zone=choices[0]["value"])
        yield scene.answer(person, reply)
        says(reply.text, "Welcome to")
        same(len(reply.followups), 0, "questions about a zone that is known")


@CHAPTER.step("Fran looks who is there: six people in four zones.")
async def _members(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.fran.slash(scene.text, "group members")
    yield scene.answer(scene.fran, reply)
    says(reply.text, "6 people", "London time", "Auckland time", "Kolkata time", "New York time")
    expect(reply.ephemeral, "only Fran to see it")
