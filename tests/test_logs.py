"""Logs: one JSON line an event, allowed keys only, and never a member's text."""

import json
import logging
from collections.abc import Generator
from io import StringIO

import pytest

from bot.logs import Log, start_logs

SECRET = "Marisela finally said the thing out loud"  # noqa: S105 - what must not be seen


@pytest.fixture
def written() -> Generator[StringIO]:
    """What is logged while a test runs."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level, logging.raiseExceptions)
    stream = StringIO()
    start_logs("info", stream)
    yield stream
    root.handlers[:], _, logging.raiseExceptions = before
    root.setLevel(before[1])


def _lines(written: StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def _failing(error: Exception) -> Exception:
    """The error with a place where it was raised."""
    try:
        raise error
    except type(error) as raised:
        return raised


def test_an_event_carries_its_facts(written: StringIO) -> None:
    Log("delivery").info("entry ended", key="meeting:1:start:0", state="done")
    (line,) = _lines(written)
    assert line["room"] == "delivery"
    assert line["event"] == "entry ended"
    assert line["key"] == "meeting:1:start:0"


def test_a_key_that_is_not_allowed_is_refused_where_it_is_written() -> None:
    with pytest.raises(ValueError, match="text"):
        Log("delivery").info("something", text=SECRET)


def test_a_fault_is_told_by_type_and_place_and_not_by_its_words(
    written: StringIO,
) -> None:
    Log("cogs").fault("an interaction failed", _failing(LookupError(SECRET)))
    (line,) = _lines(written)
    assert line["error"] == "LookupError"
    assert "_failing" in str(line["where"])
    assert SECRET not in json.dumps(line)


def test_other_libraries_say_their_template_only(written: StringIO) -> None:
    logging.getLogger("discord.http").warning("payload was %s", SECRET)
    error = _failing(RuntimeError(SECRET))
    logging.getLogger("asyncio").error("Task failed: %r", SECRET, exc_info=error)
    told = _lines(written)
    assert [line["library"] for line in told] == ["discord.http", "asyncio"]
    assert SECRET not in json.dumps(told)


def test_other_libraries_are_silent_below_warnings(written: StringIO) -> None:
    logging.getLogger("aiosqlite").debug("executing %s", SECRET)
    logging.getLogger("discord.gateway").info("hello")
    assert _lines(written) == []


def test_a_line_that_cannot_be_written_is_not_printed_in_full(
    capsys: pytest.CaptureFixture[str], written: StringIO
) -> None:
    written.close()
    logging.getLogger("discord.http").warning("payload was %s", SECRET)
    assert SECRET not in capsys.readouterr().err
