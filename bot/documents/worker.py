"""The process that opens one document and can be ended at any moment: `python -m` this, a kind.

The document comes by standard input and its text goes by standard output. The process may write
no file, take little memory and little of the processor, and leaves no image of itself behind.
"""

import contextlib
import importlib
import sys
from collections.abc import Callable
from pathlib import Path

from bot.documents.limits import MEMORY, PROCESSOR_SECONDS, Unreadable
from bot.memory import leave_no_image

_FIRST_TO_GO = Path("/proc/self/oom_score_adj")
"""Where Linux is told whom to end when memory runs short."""

READERS = {
    ".docx": ("bot.documents.word", "word_text"),
    ".pdf": ("bot.documents.portable", "portable_text"),
}
"""Where each kind is read; only what is needed is loaded, since every document waits for it."""


def main() -> int:
    """Reads the document of the kind named; gives 0, or the value of an `Unreadable`."""
    leave_no_image()
    _bind()
    room, name = READERS[sys.argv[1]]
    read: Callable[[bytes], str | Unreadable] = getattr(importlib.import_module(room), name)
    text = read(sys.stdin.buffer.read())
    if isinstance(text, Unreadable):
        return text.value
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    return 0


def _bind() -> None:
    """Takes away what reading a document does not need, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not every system has it
    except ImportError:
        return
    limits = {
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CPU: PROCESSOR_SECONDS,
        resource.RLIMIT_AS: MEMORY,
    }
    with contextlib.suppress(OSError):
        _FIRST_TO_GO.write_text("1000")
    for what, most in limits.items():
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    sys.exit(main())
