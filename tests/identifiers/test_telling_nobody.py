"""Screening writes no file and calls no other machine."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PROGRAM = """
import socket
def refused(*_args, **_kwargs):
    raise SystemExit("a look-up")
socket.getaddrinfo = refused
from bot.identifiers import screen
assert screen("My client Jane Doe, 212-555-0142").warn
"""


def test_screening_leaves_nothing_in_any_place_that_libraries_like(tmp_path: Path) -> None:
    """One of them keeps a journal for its makers in the home folder, if it is let."""
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    places = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "TMPDIR": str(temporary)}
    environment = {**os.environ, **places, "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("CI", None)  # it keeps quiet there by itself
    environment.pop("ORT_DISABLE_TELEMETRY", None)
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", PROGRAM], cwd=PROJECT, env=environment, check=False
    )
    assert done.returncode == 0
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
