"""Structured logs: one line an event, with allowed keys only and never a member's text."""

import json
import logging
import sys
from datetime import UTC, datetime
from traceback import extract_tb
from typing import Final, TextIO

ALLOWED: Final = frozenset(
    {
        "action", "address", "after", "attempt", "attempts", "before", "channel", "code", "command",
        "count", "due", "entry", "error", "event", "group", "guild", "job", "key", "kinds",
        "late_seconds", "meeting", "message", "path", "place", "reason", "seconds", "signal",
        "state", "status", "user", "version", "where",
    }
)  # fmt: skip
"""Keys that a log line may carry: numbers, names of our own, places in our own code."""


class Log:
    """A logger that takes an event in our own words and facts under allowed keys."""

    def __init__(self, room: str) -> None:
        self._logger = logging.getLogger(f"convene.{room}")

    def info(self, event: str, **facts: object) -> None:
        """Something worth knowing happened."""
        self._say(logging.INFO, event, facts)

    def warning(self, event: str, **facts: object) -> None:
        """Something is not as it should be, and the bot goes on."""
        self._say(logging.WARNING, event, facts)

    def fault(self, event: str, error: BaseException, **facts: object) -> None:
        """An error that nobody foresaw: its type and where, not its words, which may quote."""
        self._say(logging.ERROR, event, {**facts, **described(error)})

    def _say(self, level: int, event: str, facts: dict[str, object]) -> None:
        unknown = facts.keys() - ALLOWED
        if unknown:
            raise ValueError(f"log keys that are not allowed: {sorted(unknown)}")
        self._logger.log(level, event, extra={"facts": facts})


def described(error: BaseException) -> dict[str, object]:
    """An error's type and its place in the code; its message may hold a member's text."""
    frames = extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-4:]))
    return {"error": type(error).__qualname__, "where": where}


class _Lines(logging.Formatter):
    """One JSON object a line; of other libraries only who spoke and how loud, never the words."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"at": at, "level": record.levelname.lower()}
        if record.name.startswith("convene."):
            line |= {"room": record.name.removeprefix("convene."), "event": record.getMessage()}
            line |= getattr(record, "facts", {})
        else:
            # Their arguments may quote payloads; their templates and the error's type may not.
            line |= {"library": record.name, "event": str(record.msg)}
            if record.exc_info and record.exc_info[1]:
                line |= described(record.exc_info[1])
        return json.dumps(line, default=str)


def start_logs(level: str = "info", stream: TextIO | None = None) -> None:
    """Logs to standard error; libraries only from warnings on."""
    # When a line cannot be written, logging would print what it was about in full.
    logging.raiseExceptions = False
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("convene").setLevel(level.upper())
    for name in ("discord", "aiosqlite", "apscheduler", "asyncio", "aiohttp"):
        logging.getLogger(name).setLevel(logging.WARNING)
