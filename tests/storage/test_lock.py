"""One process a database: the second is refused until the first is gone."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage.lock import AlreadyRunning, owned

HOLD = """
import sys
from pathlib import Path
from bot.storage.lock import owned
with owned(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_database_has_one_owner_at_a_time(path: Path) -> None:
    with owned(path):
        with pytest.raises(AlreadyRunning), owned(path):
            pass
        with owned(path.with_name("another.sqlite3")):
            pass
    with owned(path):
        pass


def test_an_owner_that_was_killed_owns_nothing(path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - our own few lines
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunning), owned(path):
            pass
        process.kill()
        process.wait(10)
    with owned(path):
        pass
