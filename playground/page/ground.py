"""What the page shows and acts on: the scene of the moment, its bot, what each member has read.

A scene can be replaced by a fresh one while the page stays open. It does *not* speak HTTP.
"""

import asyncio
import secrets
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from playground.page.people import Profile, profiles
from playground.permissions import P
from playground.person import Person
from playground.reply import Modal
from playground.stage import DriverError
from playground.story.scene import Scene

MOST_FORMS = 40
STAND_FOLDER = "start-{number}"
DATABASE = "convene.sqlite3"


class BotState(StrEnum):
    """How the bot is, as somebody at the page would say it."""

    DOWN = "down"
    STARTING = "starting"
    ONLINE = "online"
    CUT = "cut"
    RECONNECTING = "reconnecting"


@dataclass(slots=True)
class Form:
    """A form that stands open before somebody."""

    person: Person
    modal: Modal


@dataclass(slots=True)
class Stand:
    """One scene, from its beginning until it is replaced, and what belongs to it."""

    number: int
    scene: Scene
    people: dict[str, Profile]
    read: dict[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    forms: dict[str, Form] = field(default_factory=dict[str, Form])
    greeted: int = 0
    started: int = 0
    outage: AsyncExitStack = field(default_factory=AsyncExitStack)

    def keep(self, person: Person, modal: Modal) -> str:
        """Remember an open form; the key by which it is sent."""
        key = secrets.token_hex(8)
        self.forms[key] = Form(person, modal)
        while len(self.forms) > MOST_FORMS:
            del self.forms[next(iter(self.forms))]
        return key

    def form(self, key: str, person: Person) -> Modal:
        """A form that somebody has open.

        Raises:
            DriverError: It is not open any more, or before somebody else.
        """
        found = self.forms.get(key)
        if found is None or found.person is not person:
            raise DriverError("this form is not open any more")
        return found.modal

    @property
    def database(self) -> Path:
        """The bot's database file."""
        return self.scene.bot.folder / DATABASE

    @property
    def bot_state(self) -> BotState:
        """How the bot is at the moment."""
        bot, gateway = self.scene.bot, self.scene.discord.gateway
        if bot.starts != self.started:
            self.started, self.greeted = bot.starts, gateway.readies
        if not bot.running:
            return BotState.DOWN
        if self.scene.discord.faults.down:
            return BotState.CUT
        if gateway.connected:
            return BotState.ONLINE
        return BotState.STARTING if gateway.readies <= self.greeted else BotState.RECONNECTING

    def cut(self) -> None:
        """Cut the bot's line, and keep Discord out of its reach until it is mended."""
        if not self.scene.discord.faults.down:
            self.outage.enter_context(self.scene.discord.faults.outage())

    async def mend(self) -> None:
        """Let the bot reach Discord again."""
        await self.outage.aclose()


class Ground:
    """The stands, one after the other.

    Args:
        folder: Where each stand's bot keeps its files, in a folder of its own.
        command: How the bot is run; `--config FILE` is put behind it.
    """

    def __init__(self, folder: Path, command: tuple[str, ...]) -> None:
        self._folder = folder
        self._command = command
        self._stack = AsyncExitStack()
        self._changing = asyncio.Lock()
        self._stand: Stand | None = None
        self._number = 0
        self.stirred = asyncio.Event()

    @classmethod
    @asynccontextmanager
    async def opened(cls, folder: Path, command: tuple[str, ...]) -> AsyncGenerator["Ground"]:
        """A ground without a stand yet; what runs on it ends with it."""
        ground = cls(folder, command)
        try:
            yield ground
        finally:
            await ground._stack.aclose()

    @property
    def ready(self) -> bool:
        """Whether there is a stand."""
        return self._stand is not None

    @property
    def stand(self) -> Stand:
        """The stand of the moment.

        Raises:
            DriverError: There is none yet.
        """
        if self._stand is None:
            raise DriverError("the playground is being set up")
        return self._stand

    def stir(self) -> None:
        """Something changed that nobody else tells."""
        self.stirred.set()

    async def begin(self, *, with_bot: bool = True) -> Stand:
        """Take away what is there and set up a fresh scene; the bot may still be starting."""
        async with self._changing:
            self._stand = None
            await self._stack.aclose()
            self._stand = await self._set_up()
            if with_bot:
                await self._stand.scene.bot.launch()
            self.stir()
            return self._stand

    async def _set_up(self) -> Stand:
        self._number += 1
        folder = self._folder / STAND_FOLDER.format(number=self._number)
        folder.mkdir(parents=True)
        scene = await self._stack.enter_async_context(Scene.set_up(folder, self._command))
        scene.discord.world.watchers.append(lambda _: self.stir())
        scene.server.add_text_channel("front-desk")
        scene.server.add_forum("questions")
        scene.server.bot_role.permissions |= int(P.MANAGE_GUILD)  # so that AutoMod can be tried
        for person in scene.people.values():
            scene.discord.world.dm_with(person.user)
        return Stand(self._number, scene, profiles(scene))
