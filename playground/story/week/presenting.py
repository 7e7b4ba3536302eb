"""The week after: members present in turn, and one of them asks another to take the turn."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from playground.person import Person
from playground.story.chapter import Chapter
from playground.story.counting import saying
from playground.story.expecting import expect, same, says, silent_about
from playground.story.scene import Scene
from playground.story.views import View
from playground.story.week.answers import YES, options
from playground.story.week.guard import DRAFT, SECRET
from playground.story.week.proposing import TIMES, TOPIC
from playground.world import Message

CHAPTER = Chapter("The week after: a presenter swap")
STARTS = datetime(2026, 3, 20, 16, 0, tzinfo=UTC)
TITLE = "What is it about?"


def _one(scene: Scene, words: str, count: int = 1) -> Message:
    """The newest message with these words, of which there must be so many."""
    found = saying(scene, words)
    same(len(found), count, f"messages that say “{words}”")
    return found[-1]


def _names(scene: Scene, text: str) -> list[str]:
    """The members that a text names, in its order."""
    names = {person.mention: name for name, person in scene.people.items()}
    found = sorted((text.index(one), name) for one, name in names.items() if one in text)
    return [name for _, name in found]


@CHAPTER.step("Fran says that from now on two members present at each meeting.")
async def _formal(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.fran.slash(
        scene.text,
        "group settings",
        structure="formal",
        presenters=2,
        opening=10,
        reminders="none",
    )
    yield scene.answer(scene.fran, reply)
    says(reply.text, "2 members present", "opening round of 10")


@CHAPTER.step("A meeting is settled: in its thread those two are asked who have waited longest.")
async def _offered(scene: Scene) -> AsyncIterator[View]:
    filled = {TOPIC: "Our cases", TIMES: "Fri 20 March 12pm"}
    form = await scene.fran.slash(scene.text, "meeting call")
    preview = await scene.fran.submit(form, filled)
    await scene.fran.press(preview, "Post the poll")
    await scene.settle()
    for person in list(scene.people.values())[1:]:
        form = await person.press(scene.poll_card, "Answer")
        await person.submit(form, {YES: options(form)})
    await scene.settle()
    offer = _one(scene, "Presenting on")
    yield scene.sight(scene.omar, offer)
    same(scene.notified(offer), {"Fran", "Omar"}, "who is notified")


@CHAPTER.step("Fran has nothing to bring; her place stays hers, and Dana is asked.")
async def _passed(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.fran.press(_one(scene, "Presenting on"), "Not this time")
    yield scene.answer(scene.fran, reply)
    says(reply.text, "Your place in the queue stays")
    await scene.settle()
    offer = _one(scene, "Presenting on", 2)
    yield scene.sight(scene.dana, offer)
    same(scene.notified(offer), {"Dana"}, "who is notified")


@CHAPTER.step("Omar and Dana say yes. Dana’s title would say too much, and she mends it.")
async def _accepted(scene: Scene) -> AsyncIterator[View]:
    first, second = saying(scene, "Presenting on")
    scene.hand["turn"] = await scene.omar.press(first, "Yes, I present")
    reply = await scene.dana.press(second, "Yes, I present")
    yield scene.answer(scene.dana, reply)
    form = await scene.dana.press(reply, "Say what it is about")
    refused = await scene.dana.submit(form, {TITLE: DRAFT})
    yield scene.answer(scene.dana, refused)
    says(refused.text, "The title may identify a client", "Nobody has seen it")
    form = await scene.dana.press(refused, "Change")
    kept = await scene.dana.submit(form, {TITLE: "When endings linger"})
    yield scene.answer(scene.dana, kept)
    await scene.settle()
    line = next(one for one in scene.meeting_card.text.splitlines() if "**Presenting**" in one)
    same(_names(scene, line), ["Omar", "Dana"], "who presents")


@CHAPTER.step("Omar asks Priya to take his turn; until she agrees it is his.")
async def _ask(scene: Scene) -> AsyncIterator[View]:
    menu = await scene.omar.press(scene.hand["turn"], "Swap with…")
    yield scene.answer(scene.omar, menu)
    asked = await scene.omar.choose(menu, "Pick a member of the group", [scene.priya])
    yield scene.answer(scene.omar, asked)
    await scene.settle()
    swap = _one(scene, "asks for a swap")
    yield scene.sight(scene.priya, swap)
    same(scene.notified(swap), {"Priya"}, "who is notified")
    refused = await scene.aiko.press(swap, "I take it")
    yield scene.answer(scene.aiko, refused)
    expect(refused.ephemeral, "only Aiko to see it")
    says(scene.meeting_card.text, f"**Presenting** {scene.omar.mention}")


@CHAPTER.step("Priya takes it, and everybody can see so.")
async def _swapped(scene: Scene) -> AsyncIterator[View]:
    done = await scene.priya.press(_one(scene, "asks for a swap"), "I take it")
    yield scene.answer(scene.priya, done)
    expect(not done.ephemeral, "everybody to see it", "a private answer")
    await scene.settle()
    says(scene.meeting_card.text, f"**Presenting** {scene.priya.mention}")


@CHAPTER.step("On the day the thread has the agenda two hours before; events say nothing of it.")
async def _agenda(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(STARTS - timedelta(minutes=119))
    agenda = _one(scene, "### Agenda of")
    yield scene.sight(scene.aiko, agenda)
    says(agenda.text, "When endings linger", "Opening round", "leads through the meeting")
    same(scene.notified(agenda), set[str](), "who is notified")
    seen = "".join(f"{one.name} {one.description}" for one in scene.server.events)
    silent_about(seen + scene.meeting_card.attachments[0].content.decode(), "endings linger")


@CHAPTER.step("They begin; after the opening round the thread says that Priya presents.")
async def _begun(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(STARTS)
    reply = await scene.aiko.slash(scene.thread, "meeting start")
    yield scene.answer(scene.aiko, reply)
    yield await scene.walk(STARTS + timedelta(minutes=11))
    yield scene.sight(scene.priya, _part(scene, scene.priya))
    yield await scene.walk(STARTS + timedelta(minutes=29))
    soon = saying(scene, "5 minutes left")[-1]
    yield scene.sight(scene.priya, soon)
    more = await scene.priya.press(soon, "Five more minutes")
    yield scene.answer(scene.priya, more)
    says(more.text, f"<t:{int((STARTS + timedelta(minutes=38)).timestamp())}:t>")


@CHAPTER.step("After the meeting the queue has moved on: Fran and Omar are still the next.")
async def _after(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(STARTS + timedelta(minutes=66))
    reply = await scene.fran.slash(scene.text, "presenters show")
    yield scene.answer(scene.fran, reply)
    order = _names(scene, reply.text)
    same(order[:2], ["Fran", "Omar"], "who is next")
    same(order[-2:], ["Dana", "Priya"], "who has just presented")
    silent_about(reply.text, "endings linger", *SECRET)


def _part(scene: Scene, who: Person) -> Message:
    return _one(scene, f"### Now: {who.mention}")
