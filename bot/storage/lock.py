"""One bot a database: a lock that the system takes away when the process ends, however it ends."""

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):  # noqa: N818 - reads as the fact it is
    """Another process owns the database."""


@contextmanager
def owned(database: Path) -> Generator[None]:
    """Owns the database for as long as the context lasts; refuses with AlreadyRunning."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_name(f"{database.name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise AlreadyRunning from taken
        yield
