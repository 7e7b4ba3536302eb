"""How sure a finding has to be before a group is warned.

A finding below the threshold is shown where someone asks for a review, and alone warns nobody.
"""

from enum import StrEnum


class Strictness(StrEnum):
    """What a group chose; what becomes of a warning differs as well, which is not known here."""

    QUIET = "quiet"
    NUDGE = "nudge"
    STRICT = "strict"


WARN_AT = {Strictness.QUIET: 0.6, Strictness.NUDGE: 0.6, Strictness.STRICT: 0.5}
"""Scores from 0 to 1."""
