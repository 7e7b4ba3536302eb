"""Tuesday: messages that may identify a client; warned about in public without a word of theirs."""

from collections.abc import AsyncIterator

from playground.story.chapter import Chapter
from playground.story.counting import saying
from playground.story.expecting import expect, same, says, silent_about
from playground.story.scene import Scene
from playground.story.views import Remark, View
from playground.world import Message

CHAPTER = Chapter("Tuesday: messages that say too much")
WARNING, REVIEW = "may identify a client. Only you can open the review.", "Review privately"

REVEALING = "My client Rosalind Achterberg cancelled again, her number is 212-555-0147."
HARMLESS = "The training line is 212-555-0199, they still have places."
HASTY = "My client Benedict Quillfeather did not come. Has anybody been there?"
MENDED = "My client did not come. Has anybody been there?"
DRAFT = "Could my client Leopold Vandersloot be asked to sign a release?"
SECRET = (
    *("Rosalind", "Achterberg", "555-0147", "Benedict", "Quillfeather"),
    *("Leopold", "Vandersloot", "Margaret", "Holloway"),
)
"""Words of what was refused or warned about, which nobody may keep."""


def _warnings(scene: Scene) -> list[Message]:
    return saying(scene, WARNING)


@CHAPTER.step("Tomasz writes about a client in the thread, and names her: a reply, to him alone.")
async def _warned(scene: Scene) -> AsyncIterator[View]:
    message = await scene.tomasz.write(scene.thread, REVEALING)
    yield scene.sight(scene.omar, message)
    await scene.discord.until(lambda: _warnings(scene), "a warning")
    warning = _warnings(scene)[0]
    yield scene.sight(scene.omar, warning)
    same(warning.reply_to, message.id, "what the warning replies to")
    same(scene.notified(warning), {"Tomasz"}, "who is notified")
    silent_about(warning.text, *SECRET)


@CHAPTER.step("Omar is curious, but the review is for Tomasz only.")
async def _not_yours(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.omar.press(_warnings(scene)[0], REVIEW)
    yield scene.answer(scene.omar, reply)
    says(reply.text, "Only the author")
    expect(reply.ephemeral, "only Omar to see it", "everybody does")
    silent_about(reply.text, *SECRET)


@CHAPTER.step("Tomasz reviews in private what was found, and why.")
async def _review(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.tomasz.press(_warnings(scene)[0], REVIEW)
    yield scene.answer(scene.tomasz, reply)
    says(reply.text, "Rosalind Achterberg", "0147")
    expect(reply.ephemeral, "only Tomasz to see it", "everybody does")
    wanted = [
        "Delete mine",
        "Delete and post the rewrite",
        "Not an identifier",
        "The client has agreed",
    ]
    same([one.name for one in reply.controls], wanted, "what he can do")
    scene.hand["review"] = reply


@CHAPTER.step("He has his message deleted; message and warning are gone from the thread.")
async def _deleted(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.tomasz.press(scene.hand["review"], "Delete mine")
    yield scene.answer(scene.tomasz, reply)
    await scene.discord.until(lambda: not _warnings(scene), "the warning's end")
    expect(not saying(scene, "Rosalind"), "the message to be gone", "it stands there")
    yield Remark("In the thread nothing is left of it.")


@CHAPTER.step("Dana gives the number of a training line: a false alarm, and she says so.")
async def _false_alarm(scene: Scene) -> AsyncIterator[View]:
    message = await scene.dana.write(scene.text, HARMLESS)
    await scene.discord.until(lambda: _warnings(scene), "a warning")
    review = await scene.dana.press(_warnings(scene)[0], REVIEW)
    yield scene.answer(scene.dana, review)
    kept = await scene.dana.press(review, "Not an identifier")
    yield scene.answer(scene.dana, kept)
    await scene.discord.until(lambda: not _warnings(scene), "the warning's end")
    expect(not message.deleted, "her message to stay", "it is deleted")


@CHAPTER.step("Priya mends hers before she even opens the review, and the warning goes by itself.")
async def _mended(scene: Scene) -> AsyncIterator[View]:
    message = await scene.priya.write(scene.text, HASTY)
    await scene.discord.until(lambda: _warnings(scene), "a warning")
    await scene.priya.edit(message, MENDED)
    await scene.discord.until(lambda: not _warnings(scene), "the warning's end")
    yield scene.sight(scene.fran, message)


@CHAPTER.step("Aiko would rather ask first: /check looks at her draft, and only she sees it.")
async def _draft(scene: Scene) -> AsyncIterator[View]:
    form = await scene.aiko.slash(scene.text, "check")
    filled = {"What would you like to send?": DRAFT}
    yield scene.form(scene.aiko, form, filled)
    reply = await scene.aiko.submit(form, filled)
    yield scene.answer(scene.aiko, reply)
    expect(reply.ephemeral, "only Aiko to see it", "everybody does")
    says(reply.text, "Leopold Vandersloot", "not a guarantee")
    expect(not _warnings(scene), "no warning about a draft", "there is one")
