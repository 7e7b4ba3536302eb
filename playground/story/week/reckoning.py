"""The end: what the week adds up to."""

from collections.abc import AsyncIterator

from playground.story.chapter import Chapter
from playground.story.counting import before, reminders
from playground.story.expecting import expect, same
from playground.story.scene import Scene
from playground.story.views import Remark, View
from playground.story.week import before_posting, guard, regular, stricter
from playground.story.week.moving import MOVED
from playground.story.week.settling import STARTS

CHAPTER = Chapter("The week in figures")


@CHAPTER.step("Each reminder arrived exactly once.")
async def _reminders(scene: Scene) -> AsyncIterator[View]:
    wanted = {
        before(STARTS, "1 day"): 1,
        before(MOVED, "1 day"): 1,
        before(MOVED, "1 hour"): 1,
        before(MOVED, "10 minutes"): 1,
        **regular.REMINDERS,
    }
    found = reminders(scene)
    for what, count in found.items():
        yield Remark(f"{what}: {count}")
    same(found, wanted, "reminders in all channels and threads")


@CHAPTER.step("Nobody waited longer than a second for a first answer.")
async def _latency(scene: Scene) -> AsyncIterator[View]:
    waits = sorted(one.seconds for one in scene.discord.answers)
    expect(len(waits) > 50, "more than 50 answers", len(waits))
    middle, slowest = waits[len(waits) // 2], waits[-1]
    yield Remark(
        f"{len(waits)} answers:"
        f" half of them within {middle * 1000:.0f} ms, all within {slowest * 1000:.0f} ms"
    )
    expect(slowest <= 1.0, "every first answer within a second", f"{slowest:.2f} s")


@CHAPTER.step("No word of what was refused or warned about is in the bot's files or its log.")
async def _nothing_kept(scene: Scene) -> AsyncIterator[View]:
    secret = (*guard.SECRET, *before_posting.SECRET, *stricter.SECRET)
    files = [one for one in scene.bot.folder.rglob("*") if one.is_file()]
    for file in files:
        kept = file.read_bytes().lower()
        found = [word for word in secret if word.lower().encode() in kept]
        expect(not found, f"none of these words in {file.name}", found)
    yield Remark(f"Looked through {len(files)} files.")


@CHAPTER.step("The bot met no fault of its own, over two kills and two troubles of Discord's.")
async def _faults(scene: Scene) -> AsyncIterator[View]:
    lines = scene.bot.log.splitlines()
    same([line for line in lines if '"level": "error"' in line], [], "faults in its log")
    same([line for line in lines if not line.startswith("{")], [], "lines that are no JSON")
    same(scene.bot.starts, 3, "starts of the bot")
    yield Remark(f"Started {scene.bot.starts} times; {len(lines)} lines in its log.")


@CHAPTER.step("The bot leaves when it is asked to.")
async def _leave(scene: Scene) -> AsyncIterator[View]:
    ended = await scene.bot.stop()
    same(ended.code, 0, "its exit code")
    expect(ended.seconds < 5, "it to leave within five seconds", f"{ended.seconds:.1f} s")
    yield Remark(f"It left in {ended.seconds:.1f} s.")
