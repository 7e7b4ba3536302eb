"""Reads a document without holding anybody up: plain text at once, the rest in a process.

Another process, and not a thread, because only a process can be ended.
"""

import asyncio
import contextlib
import sys
from pathlib import Path, PurePath
from weakref import WeakKeyDictionary

from bot.documents.limits import LARGEST_FILE, SECONDS, Unreadable
from bot.documents.plain import plain_text

_PLAIN = {".txt", ".md", ".csv"}
_PACKED = {".docx", ".pdf"}
_AT_ONCE = 2
"""So many processes read at a time; other documents wait, and their time does not run yet."""

_ROOT = str(Path(__file__).parents[2])
_TURNS = WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore]()


def readable(name: str, size: int) -> bool:
    """Whether a file of that name and so many bytes would be opened."""
    return _kind(name) in _PLAIN | _PACKED and size <= LARGEST_FILE


async def text_in(name: str, data: bytes, seconds: float = SECONDS) -> str | Unreadable:
    """The text of a document, as far as it is read, or why there is none.

    Args:
        name: the file's name; its ending says what the file is.
        data: what is in it.
        seconds: how long its reading may take.
    """
    kind = _kind(name)
    if kind not in _PLAIN | _PACKED:
        return Unreadable.OTHER_KIND
    if len(data) > LARGEST_FILE:
        return Unreadable.TOO_LARGE
    if kind in _PLAIN:
        return plain_text(data)
    async with _turns():
        return await _read_elsewhere(kind, data, seconds)


def _kind(name: str) -> str:
    return PurePath(name).suffix.lower()


def _turns() -> asyncio.Semaphore:
    return _TURNS.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(_AT_ONCE))


async def _read_elsewhere(kind: str, data: bytes, seconds: float) -> str | Unreadable:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.documents.worker", kind),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONPATH": _ROOT},  # and nothing else that the bot was told
    )
    try:
        async with asyncio.timeout(seconds):
            text, _ = await process.communicate(data)
    except TimeoutError:
        return Unreadable.TOO_SLOW
    finally:
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    return _outcome(process.returncode or 0, text)


def _outcome(code: int, text: bytes) -> str | Unreadable:
    if code == 0:
        return text.decode("utf-8", errors="replace")
    try:
        return Unreadable(code)
    except ValueError:
        return Unreadable.BROKEN
