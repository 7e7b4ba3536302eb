"""How much of a document is read, and why one could not be."""

from enum import Enum

LARGEST_FILE = 2 * 1024 * 1024
"""Bytes; larger files are not opened."""

LARGEST_UNPACKED = 16 * 1024 * 1024
"""Bytes that a packed document may become."""

LONGEST_TEXT = 20_000
"""Characters; what follows is not read."""

MOST_PAGES = 40

SECONDS = 8.0
"""So long may a document take to be read; then its reading is ended."""

PROCESSOR_SECONDS = 6

MEMORY = 256 * 1024 * 1024
"""Bytes of address space that the reading of one document may take."""


class Unreadable(Enum):
    """Why a document gave no text; the values end a reading process."""

    OTHER_KIND = 10
    TOO_LARGE = 11
    ENCRYPTED = 12
    BROKEN = 13
    TOO_SLOW = 14
