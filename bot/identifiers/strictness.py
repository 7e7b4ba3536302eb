"""What a group chose: how soon it wants to be warned.

What becomes of a warning differs as well, which is not known here.
"""

from enum import StrEnum


class Strictness(StrEnum):
    """From the fewest alarms to the fewest misses."""

    QUIET = "quiet"
    NUDGE = "nudge"
    STRICT = "strict"
