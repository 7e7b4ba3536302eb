"""Nothing of what members write is ever on disk: not while it runs, nor after kills and crashes.

Every labelled message goes through the real process: typed, edited, attached, forwarded, asked in
polls, checked, filled into forms, reworded, called no identifier. Answers get lost, requests fail,
the process is killed and crashes. Then every file that it could write is searched.
"""

import asyncio
import contextlib
import os
import resource
import sys
from collections import Counter
from collections.abc import (
    AsyncGenerator,
    Awaitable,
    Callable,
    Generator,
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from playground.bot_process import ROOT, BotProcess
from playground.clock import SteeredClock
from playground.loopback import FILES, Loopback
from playground.reply import Reply
from playground.stage import DriverError
from playground.world import Channel
from tests.documents.made import docx, pdf
from tests.e2e.conftest import MONDAY, House
from tests.e2e.corpus import Corpus, Said, found_in
from tests.e2e.guarded import CLEAN, FALSE_ALARM, REVIEW, REWORD, warnings
from tests.e2e.stage import make_group

CONFIG = """
[storage]
path = "data/convene.sqlite3"
backups = "data/backups"
[logs]
level = "debug"
"""
STEP = int(os.environ.get("CONVENE_CORPUS_STEP", "3"))
"""Every so many of the labelled messages are used; 1 takes a minute or two."""

LIVES = 3
AT_ONCE = 28
KEPT = "Endings zqkept"
"""A topic that may be seen and is kept, so that the search is known to find what is there."""


@dataclass
class Scene:
    """The process, its Discord, and what of the corpus came through which way."""

    discord: Loopback
    bot: BotProcess
    house: House
    folder: Path
    strict: Channel
    quiet: Channel
    ways: Counter[str] = field(default_factory=Counter[str])

    @property
    def channels(self) -> tuple[Channel, ...]:
        return self.house.text, self.strict, self.quiet

    def files(self) -> Iterator[Path]:
        """All that the process could write, wherever it looked for a place."""
        for one in self.folder.rglob("*"):
            if one.is_file():
                yield one
        yield from ROOT.glob("core*")

    def place(self, said: Said) -> Channel:
        """One of the channels, always the same for one message."""
        return self.channels[sum(said.marker.encode()) % len(self.channels)]

    async def tried(self, way: "Way", said: Said) -> None:
        """Does it; where the bot is away or an answer got lost, it does not count."""
        with contextlib.suppress(DriverError):
            await way(self, said)
            self.ways[way.__name__] += 1


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncGenerator[Scene]:
    """A group with a channel for each strictness, and a bot that would leave images if it could."""
    (tmp_path / "tmp").mkdir()
    async with Loopback.start(clock=SteeredClock(MONDAY, rate=1.0)) as discord:
        house = _house(discord)
        places = {"TMPDIR": str(tmp_path / "tmp"), "HOME": str(tmp_path)}
        bot = BotProcess(discord, tmp_path, CONFIG, environment=places)
        with _images_wanted():
            async with bot:
                strict, quiet = await _groups(house)
                yield Scene(discord, bot, house, tmp_path, strict, quiet)


@contextlib.contextmanager
def _images_wanted() -> Generator[None]:
    """Processes started meanwhile may leave an image of any size when they crash."""
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_CORE, before)


def _house(discord: Loopback) -> House:
    server = discord.add_guild("Elm Street Practice")
    return House(
        server=server,
        text=server.add_text_channel("wednesday-group"),
        forum=server.add_forum("consults"),
        voice=server.add_voice_channel("Room"),
        fran=server.add_member("Fran", manage_guild=True),
        omar=server.add_member("Omar"),
        dana=server.add_member("Dana"),
    )


async def _groups(house: House) -> tuple[Channel, Channel]:
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    made: list[Channel] = []
    for strictness in ("strict", "quiet"):
        channel = house.server.add_text_channel(f"{strictness}-group")
        await asyncio.sleep(0.05)
        options = {"name": f"{strictness} ones", "quorum": 2, "zone": "Europe/London"}
        await house.fran.slash(channel, "group create", **options)
        await house.fran.slash(channel, "group guard", strictness=strictness)
        made.append(channel)
    return made[0], made[1]


# The ways of a text to the bot.

Way = Callable[[Scene, Said], Awaitable[None]]


async def typed(scene: Scene, said: Said) -> None:
    await scene.house.omar.write(scene.place(said), said.text)


async def edited(scene: Scene, said: Said) -> None:
    message = await scene.house.omar.write(scene.place(said), CLEAN)
    await scene.house.omar.edit(message, said.text)


async def attached(scene: Scene, said: Said) -> None:
    files = {"a.txt": said.text.encode(), "b.md": said.text.encode("utf-16")}
    await scene.house.omar.write(scene.place(said), files=files, about={"a.txt": said.marker})


async def attached_as_document(scene: Scene, said: Said) -> None:
    name = said.telling(45)
    files = {"a.docx": docx(name), "b.pdf": pdf(name), f"{said.marker} jane_doe.pdf": b"broken"}
    await scene.house.omar.write(scene.place(said), CLEAN, files=files)


async def forwarded(scene: Scene, said: Said) -> None:
    told = await scene.house.omar.write(scene.house.voice, said.text)
    await scene.house.omar.forward(told, scene.place(said))


async def asked(scene: Scene, said: Said) -> None:
    await scene.house.omar.ask(scene.place(said), said.telling(200), ["Yes", said.marker])


async def titled(scene: Scene, said: Said) -> None:
    thread = await scene.house.omar.open_thread(scene.house.text, said.telling(90))
    await scene.house.omar.rename(thread, said.telling(95))


async def checked(scene: Scene, said: Said) -> None:
    form = await scene.house.omar.slash(scene.place(said), "check")
    reply = await scene.house.omar.submit(form, {"draft": said.text})
    assert said.marker in str(reply.message and reply.message.embeds)


async def called_a_meeting(scene: Scene, said: Said) -> None:
    await _call(scene, said.telling(140))


async def named_a_group(scene: Scene, said: Said) -> None:
    reply = await scene.house.fran.slash(scene.house.text, "group settings", name=said.telling(60))
    assert "may identify a client" in reply.text


async def called_no_identifier(scene: Scene, said: Said) -> None:
    """The words are remembered for the group: as keyed hashes."""
    review = await _reviewed(scene, said)
    await scene.house.omar.press(review, FALSE_ALARM)


async def reworded(scene: Scene, said: Said) -> None:
    form = await scene.house.omar.press(await _reviewed(scene, said), REWORD)
    await scene.house.omar.submit(form, {"rewrite": said.telling(200)})


async def _reviewed(scene: Scene, said: Said) -> Reply:
    message = await scene.house.omar.write(scene.house.text, said.telling(200))
    replies = lambda: [w for w in warnings(scene.house.text) if w.reply_to == message.id]  # noqa: E731
    await scene.discord.until(replies, "a warning", 3)
    return await scene.house.omar.press(replies()[0], REVIEW)


async def _call(scene: Scene, topic: str) -> Reply:
    form = await scene.house.fran.slash(scene.house.text, "meeting call")
    return await scene.house.fran.submit(
        form, {"What is it about?": topic, "Which times could you offer?": "Fri 9am"}
    )


WAYS: tuple[Way, ...] = (
    *(typed, edited, attached, checked, forwarded, asked, titled, called_a_meeting),
    *(typed, edited, attached_as_document, named_a_group, called_no_identifier, reworded),
)


async def _lives(scene: Scene, chunks: Sequence[Sequence[Said]]) -> None:
    """Each chunk is a life of the process, which ends by a kill or a crash amid the last texts."""
    for number, chunk in enumerate(chunks):
        for start in range(0, len(chunk), AT_ONCE):
            deeds = [
                asyncio.create_task(scene.tried(WAYS[place % len(WAYS)], said))
                for place, said in enumerate(chunk[start : start + AT_ONCE], start=start)
            ]
            if start + AT_ONCE >= len(chunk):
                await asyncio.sleep(0.1)
                await (scene.bot.crash() if number % 2 else scene.bot.kill())
                await scene.bot.start()
            await asyncio.gather(*deeds)


def _trouble(discord: Loopback) -> None:
    """Some of everything fails."""
    discord.faults.lose_answer("*", 0.04, seed=1, how="500")
    discord.faults.lose_answer("*", 0.04, seed=2)
    discord.faults.refuse("POST /channels/{channel_id}/messages", 500, times=5)
    discord.faults.refuse(FILES, 500, times=10)


async def test_nothing_of_the_corpus_is_ever_on_disk(scene: Scene) -> None:
    corpus = Corpus(STEP)
    assert "Post the poll" in [one.name for one in (await _call(scene, KEPT)).controls]
    _trouble(scene.discord)
    size = -(-len(corpus.said) // LIVES)
    chunks = [corpus.said[start : start + size] for start in range(0, len(corpus.said), size)]
    await _lives(scene, chunks)
    scene.discord.faults.clear()
    assert found_in(scene.files(), corpus.words) == {}
    await scene.discord.clock.jump(MONDAY + timedelta(days=1))  # authors are reminded
    await _backed_up(scene)
    await scene.bot.stop()
    files = list(scene.files())
    assert found_in(files, corpus.words) == {}
    _came_through(scene, files)


async def _backed_up(scene: Scene) -> None:
    """A copy is made while the bot runs."""
    command = ("-m", "bot", "backup", "--config", str(scene.bot.config_file))
    environment = {**os.environ, "DISCORD_TOKEN": scene.discord.token}
    made = await asyncio.create_subprocess_exec(
        sys.executable, *command, cwd=ROOT, env=environment, stdout=asyncio.subprocess.DEVNULL
    )
    assert await made.wait() == 0


def _backups(files: Iterable[Path]) -> Iterator[Path]:
    return (one for one in files if one.parent.name == "backups")


_DATABASE = {"convene.sqlite3"}
_EXPECTED = {*_DATABASE, "convene.sqlite3.lock", "bot.log", "config.toml"}
"""All that the bot leaves anywhere: no journal of a library, no temporary file, no image."""


def _came_through(scene: Scene, files: Sequence[Path]) -> None:
    """What was searched is what there was to search, and the texts did reach the bot."""
    assert {way.__name__ for way in WAYS} == set(scene.ways)
    assert scene.bot.starts == LIVES + 1
    assert {*_DATABASE, *(one.name for one in _backups(files))} == set(found_in(files, [b"zqkept"]))
    assert {one.name for one in files} - {one.name for one in _backups(files)} == _EXPECTED
    assert scene.bot.log.count('"warned"') > len(WAYS)
    assert scene.discord.world.dm_with(scene.house.omar.user).messages
