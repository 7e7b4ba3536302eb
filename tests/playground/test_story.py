"""The story: a whole week with the real bot, and what becomes of it where something is wrong."""

import io
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from playground.interactions import Answered
from playground.messages import Draft, post
from playground.story.chapter import Chapter
from playground.story.counting import before, reminders
from playground.story.expecting import expect
from playground.story.paper import Paper
from playground.story.plain import Reader, plain, relative
from playground.story.playing import Story
from playground.story.scene import Scene
from playground.story.views import Remark, View
from playground.story.week import WEEK

ROOT = Path(__file__).parents[2]
NO_BOT = ("never", "started")
STARTS = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def _told(*more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "playground", "--story", *more]
    return subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_week_is_played_and_every_step_holds() -> None:
    told = _told()
    assert told.returncode == 0, told.stdout[-4000:] + told.stderr[-2000:]
    last = told.stdout.rstrip().splitlines()[-1]
    held = re.fullmatch(r"story: (\d+) steps held", last)
    assert held, last
    assert int(held[1]) == sum(len(chapter.steps) for chapter in WEEK) >= 25
    assert [line for line in told.stdout.splitlines() if len(line) > 100] == []
    assert "<@" not in told.stdout
    assert "<t:" not in told.stdout


def test_a_bot_that_ends_at_its_start_is_named_with_its_last_words() -> None:
    told = _told("--bot", f"{sys.executable} -c 'raise SystemExit(\"no such thing\")'")
    assert told.returncode == 1
    last = told.stdout.rstrip().splitlines()[-1]
    assert last == f"story: step 1 did not hold: {WEEK[0].steps[0].sentence}"
    assert "no such thing" in told.stdout


def test_each_step_of_the_week_is_told_by_a_sentence_of_its_own() -> None:
    sentences = [step.sentence for chapter in WEEK for step in chapter.steps]
    assert len(set(sentences)) == len(sentences)
    assert [one for one in sentences if not one.endswith(".")] == []


def _chapter_that_fails_in_its_second_step() -> Chapter:
    chapter = Chapter("Monday")

    @chapter.step("It holds.")
    async def _holds(scene: Scene) -> AsyncIterator[View]:
        yield Remark(f"{scene.fran.name} is there.")

    @chapter.step("It does not.")
    async def _does_not(scene: Scene) -> AsyncIterator[View]:
        yield scene.hour()
        expect(False, "a quorum of four", "three")  # noqa: FBT003 - it does not hold

    @chapter.step("Nobody comes here.")
    async def _unheard(scene: Scene) -> AsyncIterator[View]:
        yield scene.hour()

    return chapter


async def test_a_story_stops_at_the_first_step_that_does_not_hold() -> None:
    out = io.StringIO()
    story = Story([_chapter_that_fails_in_its_second_step()], Paper(out))
    assert not await story.play(NO_BOT)
    assert (story.begun, story.failed) == (2, "It does not.")
    told = out.getvalue()
    assert "Fran is there." in told
    assert "✗ Step 2 did not hold: It does not." in told
    assert "Expected: a quorum of four" in told
    assert "Found: three" in told
    assert "Nobody comes here" not in told


async def test_a_slow_answer_is_an_objection_to_the_step_in_which_it_came() -> None:
    chapter = Chapter("Monday")

    @chapter.step("Somebody waits.")
    async def _waits(scene: Scene) -> AsyncIterator[View]:
        yield scene.hour()
        scene.discord.answers.append(Answered("meeting call", 1.5))

    out = io.StringIO()
    assert not await Story([chapter], Paper(out)).play(NO_BOT)
    assert "meeting call: 1.50 s" in out.getvalue()


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with Scene.set_up(tmp_path, NO_BOT) as one:
        yield one


def _posted(scene: Scene, text: str) -> None:
    world = scene.discord.world
    post(world, scene.text, world.bot, Draft({"content": text}))


async def test_reminders_are_counted_by_their_words_and_lead(scene: Scene) -> None:
    told = f"### Reminder: we meet <t:{int(STARTS.timestamp())}:R>"
    for at in ("2026-03-09T12:10", "2026-03-10T11:00", "2026-03-10T11:08"):
        scene.discord.clock.steer(datetime.fromisoformat(at).replace(tzinfo=UTC))
        _posted(scene, told)
    assert reminders(scene) == {before(STARTS, "1 day"): 1, before(STARTS, "1 hour"): 2}


async def test_a_text_is_read_with_names_and_in_the_readers_zone(scene: Scene) -> None:
    reader = scene.reader(scene.dana)
    text = (
        f"## For {scene.omar.mention}\n- **<t:{int(STARTS.timestamp())}:F>** in <#{scene.text.id}>"
    )
    assert plain(text, reader) == (
        "For @Omar\n• Wednesday 11 March 2026, 1:00 am in #harbour-group"
    )


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "in a few seconds"),
        (10, "in 10 minutes"),
        (60, "in an hour"),
        (180, "in 3 hours"),
        (24 * 60, "in a day"),
        (3 * 24 * 60, "in 3 days"),
        (-60, "an hour ago"),
    ],
)
def test_how_far_away_is_said_as_discord_says_it(minutes: int, words: str) -> None:
    assert relative(minutes * 60) == words


def test_a_time_alone_is_read_in_the_readers_zone() -> None:
    reader = Reader({}, {}, ZoneInfo("Asia/Kolkata"), STARTS)
    assert plain(f"<t:{int(STARTS.timestamp())}:t>", reader) == "5:30 pm"
