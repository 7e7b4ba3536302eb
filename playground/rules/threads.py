"""Threads and channels: their names and how long they stay open."""

from collections.abc import Iterator

from playground.rules.broken import Broken, length, no_choice, written
from playground.rules.reading import Fields

OPEN_FOR = (60, 1440, 4320, 10080)  # minutes


def thread(given: Fields, *, new: bool) -> Iterator[Broken]:
    """What Discord would refuse of a thread or post that is made, or a channel that is edited."""
    if new or given.get("name") is not None:
        yield from written("name", given.get("name"), 100)
    minutes = given.get("auto_archive_duration")
    if minutes is not None and minutes not in OPEN_FOR:
        yield no_choice("auto_archive_duration", OPEN_FOR)
    yield from length("applied_tags", given.get("applied_tags"), 0, 5)
