"""A browser without a screen: it speaks with the page's server as the page does, and looks."""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

import aiohttp

from playground.page.ground import Stand
from playground.page.opening import Opened, Wanted, opened

CONVENE = (sys.executable, "-m", "bot", "run")
EVERYTHING = (sys.executable, "-m", "tests.playground.everything_bot")
ASLEEP = (sys.executable, "-c", "import time; time.sleep(60)")
"""Commands of bots: ours, one with a component of each kind, one that never comes."""

Json = dict[str, Any]


class View:
    """What one tab was sent, put together as the page does it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.sections: Json = {}
        self.frames: list[str] = []
        self._socket = socket

    async def be(self, viewer: str) -> None:
        """Look as a member, and wait for what they see."""
        await self._socket.send_json({"viewer": viewer})
        while not (await self.frame()).get("reset"):
            pass

    async def frame(self) -> Json:
        """Take the next frame in."""
        text = await self._socket.receive_str(timeout=5)
        self.frames.append(text)
        frame: Json = json.loads(text)
        if frame.get("reset"):
            self.sections.clear()
        for name in frame["gone"]:
            del self.sections[name]
        self.sections.update(frame["set"])
        return frame

    async def until(self, holds: Callable[[], object]) -> None:
        """Take frames in until something is so."""
        async with asyncio.timeout(8):
            while not holds():
                await self.frame()

    def channel(self, name: str) -> Json:
        """A channel or thread by name."""
        assert self.knows(name), name
        return next(one for one in self.sections["channels"] if one["name"] == name)

    def knows(self, name: str) -> bool:
        """Whether there is such a channel or thread."""
        return any(one["name"] == name for one in self.sections["channels"])

    def messages(self, name: str = "harbour-group") -> list[Json]:
        """What stands in a channel."""
        found: list[Json] = self.sections[f"messages:{self.channel(name)['id']}"]
        return found

    def control(self, label: str, name: str = "harbour-group") -> Json:
        """Where the newest button or select of that label or custom_id is: for a wish."""
        for message in reversed(self.messages(name)):
            for part in _parts(message["components"]):
                if label in (part.get("label"), part.get("custom_id")):
                    place = self.channel(name)["id"]
                    found = {"message": message["id"], "control": part["custom_id"]}
                    return {"channel": place, **found}
        raise AssertionError(f"no control {label!r}")


def _parts(components: list[Json]) -> list[Json]:
    found: list[Json] = []
    for one in components:
        inner = [*one.get("components", []), *([one["accessory"]] if "accessory" in one else [])]
        found += [one, *_parts(inner)]
    return found


class Browser:
    """Somebody who was given the page's address."""

    def __init__(self, page: Opened, session: aiohttp.ClientSession) -> None:
        self.page = page
        self.session = session

    @classmethod
    @asynccontextmanager
    async def at(cls, folder: Path, command: tuple[str, ...] = CONVENE) -> AsyncGenerator[Self]:
        """A page of one's own, with the bot ready unless it is asleep."""
        async with opened(Wanted(command, port=0, browser=False), folder) as page:
            jar = aiohttp.CookieJar(unsafe=True)
            async with aiohttp.ClientSession(cookie_jar=jar) as session:
                browser = cls(page, session)
                await session.get(page.gate.address)
                await browser.ready(with_bot=command is not ASLEEP)
                yield browser

    @property
    def origin(self) -> str:
        """The page's own address without the token."""
        return f"http://127.0.0.1:{self.page.gate.port}"

    @property
    def stand(self) -> Stand:
        """What is behind the page."""
        return self.page.ground.stand

    async def ready(self, *, with_bot: bool = True) -> None:
        """Wait until the scene is set, and the bot has come."""
        async with asyncio.timeout(20):
            stand = await self.page.beginning
            if with_bot:
                await stand.scene.bot.ready(1)

    async def ask(self, viewer: str, do: str, **given: object) -> tuple[int, Json]:
        """Wish for something; the status and the answer."""
        wish = {"viewer": viewer, "do": do, **given}
        headers = {"Origin": self.origin}
        async with self.session.post(f"{self.origin}/wish", json=wish, headers=headers) as answer:
            return answer.status, await answer.json()

    async def wish(self, viewer: str, do: str, **given: object) -> Json:
        """Wish for something that must work."""
        status, answer = await self.ask(viewer, do, **given)
        assert status == 200, answer
        return answer

    async def send(self, wish: Json, files: Mapping[str, tuple[str, bytes]]) -> tuple[int, Json]:
        """Wish with files, by field."""
        form = aiohttp.FormData()
        form.add_field("wish", json.dumps(wish))
        for field, (name, content) in files.items():
            form.add_field(f"file:{field}", content, filename=name)
        headers = {"Origin": self.origin}
        async with self.session.post(f"{self.origin}/wish", data=form, headers=headers) as answer:
            return answer.status, await answer.json()

    @asynccontextmanager
    async def looking(self, viewer: str) -> AsyncGenerator[View]:
        """A tab of a member."""
        headers = {"Origin": self.origin}
        async with self.session.ws_connect(f"{self.origin}/live", headers=headers) as socket:
            view = View(socket)
            await view.be(viewer)
            yield view
