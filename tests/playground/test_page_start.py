"""`python -m playground` as people start it: quick, tidy, and plain about what cannot be."""

import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def started(*more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-u", "-m", "playground", "--no-browser", *more]
    return subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def lines_until(process: subprocess.Popen[str], words: str) -> str:
    """What it prints, up to a line with these words."""
    told = ""
    assert process.stdout is not None
    for line in process.stdout:
        told += line
        if words in line:
            return told
    raise AssertionError(told)


def test_it_is_ready_in_five_seconds_and_leaves_nothing_behind(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    began = time.monotonic()
    process = started("--port", "0", "--keep", str(kept))
    try:
        told = lines_until(process, "The bot is ready")
        took = time.monotonic() - began
        assert re.search(r"http://127\.0\.0\.1:\d+/\?token=\S{20,}", told)
    finally:
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=10)
    assert took < 5
    assert process.returncode == 0, rest
    assert "closed" in rest
    assert (kept / "start-1" / "convene.sqlite3").exists()
    lock = kept / "start-1" / "convene.sqlite3.lock"
    assert not _holders(lock), "a bot was left behind"


def _holders(file: Path) -> list[str]:
    """The processes that have the file open."""
    found: list[str] = []
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if link.readlink() == file.resolve():
                found.append(link.parts[2])
        except OSError:
            continue
    return found


@pytest.mark.parametrize("what", ["port", "folder"])
def test_what_cannot_be_used_is_told_in_a_sentence(tmp_path: Path, what: str) -> None:
    (tmp_path / "something").touch()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        more = ["--port", port] if what == "port" else ["--port", "0", "--keep", str(tmp_path)]
        process = started(*more)
        told, _ = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "try --port 0" in told if what == "port" else "not an empty folder" in told
    assert "Traceback" not in told
