"""What a group says is no identifier, remembered without the words: keyed hashes, compared.

Each passage becomes HMAC-SHA-256 under a random key of the group's own. That keeps the words
from who sees hashes alone (two groups' hashes of one name differ, and no table of names made
beforehand fits), and from being read by chance. It does *not* keep them from who has the
database, since the key lies in the same file: they can try words one by one. So only what
somebody called no identifier is learned, and a group can forget it.
"""

import hmac
import unicodedata
from dataclasses import dataclass

MOST_LESSONS = 500
"""So many passages a group may teach; the oldest go first."""

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Lessons:
    """A group's key and the hashes of what it taught."""

    key: bytes
    hashes: frozenset[bytes]

    def knows(self, passage: str) -> bool:
        """Whether the passage was called no identifier, whatever its case and blanks."""
        return hashed(self.key, passage) in self.hashes


def hashed(key: bytes, passage: str) -> bytes:
    """The keyed hash of a passage: 32 bytes, the same for any case and any blanks."""
    return hmac.digest(key, _plain(passage).encode(), "sha256")


def _plain(passage: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", passage).casefold().split())
