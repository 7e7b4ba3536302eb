"""Thursday and Friday: yes, if need be and no; and somebody changes their mind."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime

from playground.person import Person
from playground.reply import Modal, Reply
from playground.story.chapter import Chapter
from playground.story.counting import saying
from playground.story.expecting import expect, same, says
from playground.story.scene import Scene
from playground.story.views import View

CHAPTER = Chapter("Thursday and Friday: they answer")
FRIDAY = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)

YES, NEED, NOTE = "I can come", "If need be, I could come", "A note for the group (optional)"


def options(form: Reply, label: str = YES) -> list[str]:
    """The labels of a menu in the answer's form, in the order of time."""
    modal = opened(form)
    field = next(one for one in modal.fields if one.label == label)
    return [option["label"] for option in field.component["options"]]


def opened(form: Reply) -> Modal:
    """The form that a button opened."""
    expect(form.modal, "a form to open", form.text)
    if form.modal is None:
        raise AssertionError
    return form.modal


async def _answer(
    scene: Scene, who: Person, yes: Sequence[int], need: Sequence[int] = (), note: str = ""
) -> AsyncIterator[View]:
    """Somebody answers the poll by the numbers of its times."""
    form = await who.press(scene.poll_card, "Answer")
    labels = options(form)
    filled = {YES: [labels[i] for i in yes], NEED: [labels[i] for i in need], NOTE: note}
    yield scene.form(who, form, filled)
    reply = await who.submit(form, filled)
    yield scene.answer(who, reply)
    says(reply.text, "Thank you", f"{len(yes or need)} time")
    expect(reply.ephemeral, f"only {who.name} to see it")


@CHAPTER.step("Omar can come on Monday and on Tuesday morning; he sees London times.")
async def _omar(scene: Scene) -> AsyncIterator[View]:
    form = await scene.omar.press(scene.poll_card, "Answer")
    same(options(form)[1], "Tue 10 March, 12:00 pm - 1:00 pm", "Tuesday's first time for Omar")
    async for view in _answer(scene, scene.omar, [0, 1]):
        yield view


@CHAPTER.step("For Dana the mornings are the middle of the night: no to both.")
async def _dana(scene: Scene) -> AsyncIterator[View]:
    form = await scene.dana.press(scene.poll_card, "Answer")
    same(options(form)[1], "Wed 11 March, 1:00 am - 2:00 am", "Tuesday's first time for Dana")
    async for view in _answer(scene, scene.dana, [2]):
        yield view


@CHAPTER.step("Priya can come on Tuesday, and on Monday if need be; she adds a note.")
async def _priya(scene: Scene) -> AsyncIterator[View]:
    async for view in _answer(scene, scene.priya, [1], [0], "Tuesday leaves me more time."):
        yield view


@CHAPTER.step("Aiko could come on Tuesday morning, if need be.")
async def _aiko(scene: Scene) -> AsyncIterator[View]:
    async for view in _answer(scene, scene.aiko, [], [1]):
        yield view


@CHAPTER.step("On Friday Omar changes his answer: what he said is still ticked.")
async def _change(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(FRIDAY)
    form = await scene.omar.press(scene.poll_card, "Answer")
    labels = options(form)
    modal = opened(form)
    field = next(one for one in modal.fields if one.label == YES)
    ticked = [one["label"] for one in field.component["options"] if one.get("default")]
    same(ticked, labels[:2], "what is ticked already")
    async for view in _answer(scene, scene.omar, [1], [2]):
        yield view


@CHAPTER.step("In the night the poll has asked once more: Tomasz alone, who has not answered.")
async def _nudged(scene: Scene) -> AsyncIterator[View]:
    nudges = saying(scene, "Your answer is still missing")
    same(len(nudges), 1, "nudges")
    yield scene.sight(scene.tomasz, nudges[0])
    same(scene.notified(nudges[0]), {"Tomasz"}, "who is notified")


@CHAPTER.step("The card counts four for Tuesday morning, and says who is missing.")
async def _card(scene: Scene) -> AsyncIterator[View]:
    await scene.settle()
    text = scene.poll_card.text
    yield scene.sight(scene.fran, scene.poll_card)
    says(text, "3 yes · 1 if need be · 1 no", "best so far 4", "Tuesday leaves me more time.")
    says(text, f"**Not heard from** {scene.tomasz.mention}")
    same(text.count("⭐"), 1, "times that lead")
