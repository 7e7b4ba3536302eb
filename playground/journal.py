"""Every request as it came in, kept independently of the bot.

For messages it holds what tells them apart (ids, nonce, controls, whether an earlier one was
given back), never their text, so that a checker can count lost and doubled ones after kills.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from playground.payloads import Json


@dataclass(frozen=True, slots=True)
class Entry:
    """One request. `at` is real time, `clock` the steered one, both ISO 8601 in UTC.

    `accepted` says whether it took effect, also where its answer was lost on purpose.
    """

    at: str
    clock: str
    method: str
    path: str
    route: str
    status: int
    accepted: bool
    lost: bool = False
    notes: Json = field(default_factory=dict[str, Any])


class Journal:
    """The entries in order; also appended to a file as JSON lines, if one is named."""

    def __init__(self, file: Path | None = None) -> None:
        self.entries: list[Entry] = []
        self._file = None if file is None else file.open("a", encoding="utf-8", buffering=1)

    def note(self, entry: Entry) -> None:
        """Keep an entry."""
        self.entries.append(entry)
        if self._file is not None:
            self._file.write(json.dumps(asdict(entry)) + "\n")

    def of(self, route: str) -> list[Entry]:
        """The entries of one route, such as `POST /channels/{channel_id}/messages`."""
        return [entry for entry in self.entries if entry.route == route]

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
