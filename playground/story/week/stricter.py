"""Still Tuesday: a rewrite takes a message's place, and the group has its guard become stricter."""

from collections.abc import AsyncIterator

from playground.story.chapter import Chapter
from playground.story.counting import saying
from playground.story.expecting import expect, same, says, silent_about
from playground.story.scene import Scene
from playground.story.views import Remark, View
from playground.story.week.guard import REVIEW, WARNING
from playground.world import Message

CHAPTER = Chapter("Tuesday: the group becomes stricter")
LOWER_CASE = "my client desta got the sack from horizon freight and says it was her own fault"
HARD = "Winnicott would say she needs somebody to survive her. Shall we read him on Tuesday?"
SINGLED_OUT = "My client is the only female fire chief on the island, and she is exhausted."
HEALED = "My client is a fire chief, and she is exhausted."
TOLD = "Saw Ottilie Brandvold again, she brought her sister Femke along."
SECRET = ("desta", "horizon freight", "Ottilie", "Brandvold", "Femke")
"""Words of what was warned about, which nobody may keep."""


async def _warning(scene: Scene) -> Message:
    await scene.discord.until(lambda: saying(scene, WARNING), "a warning")
    return saying(scene, WARNING)[0]


def _in_channel(scene: Scene, words: str) -> list[Message]:
    return [one for one in scene.text.standing if words in one.text and one.audience is None]


@CHAPTER.step("Dana writes in lower case about somebody; the review has a rewrite for her.")
async def _rewrite(scene: Scene) -> AsyncIterator[View]:
    await scene.dana.write(scene.text, LOWER_CASE)
    review = await scene.dana.press(await _warning(scene), REVIEW)
    yield scene.answer(scene.dana, review)
    says(review.text, "my client got the sack from their workplace")
    scene.hand["review"] = review


@CHAPTER.step("She has it posted in place of her message, under her name; nobody is pinged.")
async def _swapped(scene: Scene) -> AsyncIterator[View]:
    form = await scene.dana.press(scene.hand["review"], "Delete and post the rewrite")
    yield scene.form(scene.dana, form)
    done = await scene.dana.submit(form)
    yield scene.answer(scene.dana, done)
    await scene.discord.until(lambda: not saying(scene, WARNING), "the warning's end")
    expect(not saying(scene, "desta"), "her message to be gone", "it stands there")
    (posted,) = saying(scene, "got the sack from their workplace")
    yield scene.sight(scene.omar, posted)
    says(posted.text, scene.dana.mention)
    same(scene.notified(posted), set[str](), "who is notified")


@CHAPTER.step("Names of theorists and Tuesdays draw nothing.")
async def _hard(scene: Scene) -> AsyncIterator[View]:
    message = await scene.omar.write(scene.text, HARD)
    await scene.discord.quiet(0.2)
    yield scene.sight(scene.fran, message)
    expect(not saying(scene, WARNING), "no warning", "there is one")


@CHAPTER.step("What fits one person alone is warned about without any name; an edit heals it.")
async def _singled_out(scene: Scene) -> AsyncIterator[View]:
    message = await scene.aiko.write(scene.text, SINGLED_OUT)
    yield scene.sight(scene.omar, await _warning(scene))
    await scene.aiko.edit(message, HEALED)
    await scene.discord.until(lambda: not saying(scene, WARNING), "the warning's end")
    yield scene.sight(scene.omar, message)


@CHAPTER.step("Omar has the guard become strict in their channel.")
async def _strict(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.omar.slash(
        scene.text, "group guard", strictness="strict", channel=scene.text
    )
    yield scene.answer(scene.priya, reply)
    says(reply.text, "strict")


@CHAPTER.step("What Priya writes is taken out at once; she alone has it, and the way to mend it.")
async def _removed(scene: Scene) -> AsyncIterator[View]:
    message = await scene.priya.write(scene.text, TOLD)
    dm = scene.priya.dm
    await scene.discord.until(lambda: message.deleted and dm.standing, "the copy")
    copy = dm.standing[-1]
    yield scene.sight(scene.priya, copy)
    says(copy.text, TOLD, "she brought her sister along")
    expect(not _in_channel(scene, "Femke"), "it to be gone", "it stands there")
    form = await scene.priya.press(copy, "Post the rewrite")
    await scene.priya.submit(form)
    (posted,) = _in_channel(scene, "she brought her sister along")
    yield scene.sight(scene.tomasz, posted)
    silent_about(copy.text, *SECRET)


@CHAPTER.step("Fran looks at how the alarms went: kinds and numbers, and not a word.")
async def _record(scene: Scene) -> AsyncIterator[View]:
    shown = await scene.fran.slash(scene.text, "group guard")
    yield scene.answer(scene.fran, shown)
    says(shown.text, "confirmed", "refused", "known here as harmless")
    silent_about(shown.text, *SECRET)
    yield Remark("The week goes on as gently as before.")
    await scene.fran.slash(scene.text, "group guard", strictness="inherited", channel=scene.text)
