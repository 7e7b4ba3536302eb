"""The end: what the week adds up to."""

from collections.abc import AsyncIterator

from playground.story.chapter import Chapter
from playground.story.counting import reminders
from playground.story.expecting import expect, same, silent_about
from playground.story.scene import Scene
from playground.story.views import Remark, View
from playground.story.week.guard import SECRET
from playground.story.week.moving import MOVED
from playground.story.week.settling import STARTS

CHAPTER = Chapter("The week in figures")


@CHAPTER.step("Each reminder arrived exactly once.")
async def _reminders(scene: Scene) -> AsyncIterator[View]:
    wanted = {
        (STARTS, "1 day"): 1,
        (MOVED, "1 day"): 1,
        (MOVED, "1 hour"): 1,
        (MOVED, "10 minutes"): 1,
    }
    found = reminders(scene)
    for (starts, lead), count in sorted(found.items()):
        yield Remark(f"{count} reminder {lead} before {starts:%A %d %B, %H:%M} UTC")
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
    files = [one for one in scene.bot.folder.rglob("*") if one.is_file()]
    kept = "\n".join(one.read_bytes().decode("utf-8", "replace") for one in files)
    silent_about(kept, *SECRET)
    yield Remark(f"Looked through {len(files)} files.")


@CHAPTER.step("The bot leaves when it is asked to.")
async def _leave(scene: Scene) -> AsyncIterator[View]:
    ended = await scene.bot.stop()
    same(ended.code, 0, "its exit code")
    expect(ended.seconds < 5, "it to leave within five seconds", f"{ended.seconds:.1f} s")
    yield Remark(f"It left in {ended.seconds:.1f} s.")
