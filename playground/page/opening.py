"""Opens the page: the server first, the world and the bot meanwhile, a browser if wanted.

It does *not* know the command line.
"""

import asyncio
import signal
import tempfile
import webbrowser
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playground.page.gate import Gate
from playground.page.ground import Ground, Stand
from playground.page.serving import Site
from playground.page.telling import Telling
from playground.stage import DriverError
from playground.story.week import WEEK

PORT = 8087


class CannotOpen(Exception):  # noqa: N818 - a sentence for whoever started it
    """The page cannot be opened as it is wanted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the page is to be opened; `keep` is where the bot's files stay, else they go."""

    command: tuple[str, ...]
    port: int = PORT
    browser: bool = True
    keep: Path | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A page that is being served."""

    gate: Gate
    ground: Ground
    telling: Telling
    beginning: "asyncio.Task[Stand]"


async def serve(wanted: Wanted) -> None:
    """Serve the page until cancelled, or until the process is asked to leave.

    Raises:
        CannotOpen: The port is taken, or the folder to keep is not an empty one.
    """
    _leave_in_good_order()
    if wanted.keep is not None:
        _check_empty(wanted.keep)
    with tempfile.TemporaryDirectory(prefix="convene-playground-") as passing:
        async with opened(wanted, (wanted.keep or Path(passing)).resolve()) as page:
            print(f"The playground is open at {page.gate.address}")
            print("The address works on this machine only, until you end this with Ctrl+C.")
            if wanted.keep:
                print(f"The bot's files stay in {wanted.keep}.")
            if wanted.browser:
                await asyncio.to_thread(webbrowser.open, page.gate.address)
            await _begun(page)
            await asyncio.Event().wait()


def _leave_in_good_order() -> None:
    """Take SIGTERM and a closed terminal for Ctrl+C, so that no bot is left behind."""
    task = asyncio.current_task()
    if task is None:
        return
    for name in ("SIGTERM", "SIGHUP"):
        with suppress(NotImplementedError, AttributeError):
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), task.cancel)


def _check_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotOpen(f"{folder} is not an empty folder; the bot's files need one of their own.")


@asynccontextmanager
async def opened(wanted: Wanted, folder: Path) -> AsyncGenerator[Opened]:
    """The page while inside; the world is there a moment later, and the bot after that."""
    async with AsyncExitStack() as stack:
        ground = await stack.enter_async_context(Ground.opened(folder, wanted.command))
        telling = Telling(ground, WEEK)
        stack.push_async_callback(telling.close)
        gate = Gate()
        site = Site(gate, ground, telling)
        try:
            await stack.enter_async_context(site.listening(wanted.port))
        except OSError as error:
            raise CannotOpen(f"Port {wanted.port} cannot be used; try --port 0. {error}") from None
        await stack.enter_async_context(_running(site))
        beginning = asyncio.create_task(ground.begin())
        try:
            yield Opened(gate, ground, telling, beginning)
        finally:
            await _ended(beginning)


async def _begun(page: Opened) -> None:
    """Say when the bot is there, or that it did not come."""
    try:
        stand = await page.beginning
        await stand.scene.bot.ready(1)
    except (DriverError, OSError) as error:
        print(f"The bot did not start: {error}")
    else:
        print("The bot is ready.")


@asynccontextmanager
async def _running(site: Site) -> AsyncGenerator[None]:
    task = asyncio.create_task(site.tabs.run())
    try:
        yield
    finally:
        await _ended(task)


async def _ended(task: "asyncio.Task[object]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
