"""`python -m bot screen`: likely client identifiers in a text, for people or for a pipe.

Nothing is stored, and nothing leaves the machine. In JSON lines no text comes back, only places in
it; at a terminal the marked words are shown, since they go to the one who typed them.
"""

import io
import json
import os
from collections.abc import Iterator
from typing import Any, TextIO, cast

from bot.cli.in_order import in_order
from bot.identifiers import Finding, Screening, ready, screen

OK = 0
DATA_ERROR = 65  # sysexits: the input was wrong in some line
READER_GONE = 141  # as a shell reports a program whose pipe was closed

_BYTE_ORDER_MARK = "\ufeff"
_UNDECODED = range(0xDC80, 0xDD00)  # how `surrogateescape` keeps bytes that are no UTF-8


class _NoMessageError(Exception):
    """A line that is no object with a text; its argument says what is wrong, without the line."""


def screen_command(lines: TextIO, out: TextIO, *, jsonl: bool) -> int:
    """Screen what `lines` holds and write the verdicts to `out`.

    Args:
        lines: JSON lines `{"text": str}` with `jsonl`, else one message as plain text.
        out: Gets one JSON line for each line that is not blank, flushed one by one; else an
            account for people.
        jsonl: Which of the two.

    Returns:
        The exit code: 0, 65 where some line was no such object, 141 where the reader of `out` is
        gone.
    """
    _forgive_bytes(lines, out, jsonl=jsonl)
    try:
        return _screen_lines(lines, out) if jsonl else _screen_text(lines, out)
    except BrokenPipeError:
        _silence(out)
        return READER_GONE


def _forgive_bytes(lines: TextIO, out: TextIO, *, jsonl: bool) -> None:
    """Let a wrong byte spoil its own line, and a strange character its own place, but no run.

    JSON is UTF-8 whatever the terminal speaks, and its lines end in a line feed alone.
    """
    if isinstance(lines, io.TextIOWrapper):
        lines.reconfigure(errors="surrogateescape")
        if jsonl:
            lines.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(errors="backslashreplace")


def _silence(out: TextIO) -> None:
    """Give the interpreter a place to flush to when it closes `out` at its exit."""
    try:
        place = out.fileno()
    except OSError:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, place)
    os.close(nowhere)


def _screen_lines(lines: TextIO, out: TextIO) -> int:
    """Lines are screened on as many threads as the machine has: nobody else waits for it here."""
    ready()
    code = OK
    for answer in in_order(_answer, _said(lines), os.cpu_count() or 1):
        if "error" in answer:
            code = DATA_ERROR
        out.write(json.dumps(answer) + "\n")
        out.flush()
    return code


def _said(lines: TextIO) -> Iterator[str]:
    for number, line in enumerate(lines):
        said = line.removeprefix(_BYTE_ORDER_MARK) if number == 0 else line
        if said.strip():
            yield said


def _answer(line: str) -> dict[str, Any]:
    try:
        return _as_json(screen(_text_of(line)))
    except _NoMessageError as problem:
        return {"error": str(problem)}


def _text_of(line: str) -> str:
    if _undecoded(line):
        raise _NoMessageError("the line is not UTF-8")
    try:
        said = cast("object", json.loads(line))
    except (ValueError, RecursionError):
        raise _NoMessageError("the line is not JSON") from None
    text = cast("dict[str, object]", said).get("text") if isinstance(said, dict) else None
    if not isinstance(text, str):
        raise _NoMessageError('the line is no object with a "text" that is a string')
    return text


def _undecoded(text: str) -> bool:
    return not text.isascii() and any(ord(mark) in _UNDECODED for mark in text)


def _as_json(screening: Screening) -> dict[str, Any]:
    findings = [
        {
            "start": finding.start,
            "end": finding.end,
            "kind": finding.kind.value,
            "score": finding.score,
            "reason": finding.reason,
        }
        for finding in screening.findings
    ]
    return {"warn": screening.warn, "findings": findings}


def _screen_text(lines: TextIO, out: TextIO) -> int:
    text = lines.read().removeprefix(_BYTE_ORDER_MARK)
    screening = screen(text)
    out.write(_headline(screening) + "\n")
    out.writelines(_account(text, finding) for finding in screening.findings)
    if _undecoded(text):
        out.write(
            "Some bytes were not UTF-8; each was read as a character that identifies nobody.\n"
        )
    out.write("This is an aid and no guarantee: only you know what could lead to your client.\n")
    out.flush()
    return OK


def _headline(screening: Screening) -> str:
    count = len(screening.findings)
    if not count:
        return "Nothing was found that looks like a client identifier."
    likely = "likely" if screening.warn else "possible"
    return f"{count} {likely} client identifier{'s' if count > 1 else ''}:"


def _account(text: str, finding: Finding) -> str:
    line = text.count("\n", 0, finding.start) + 1
    column = finding.start - (text.rfind("\n", 0, finding.start) + 1) + 1
    marked = "".join(
        mark if mark.isprintable() else "\ufffd" for mark in text[finding.start : finding.end]
    )
    return (
        f"  line {line}, character {column}: {marked}\n    {finding.kind.value}: {finding.reason}\n"
    )
