"""Reading JSON of any shape: what is not of the wanted kind reads as absent.

A wrong kind is the description's business; a rule looks only at what it understands.
"""

from typing import TypeAlias, cast

Fields: TypeAlias = dict[str, object]


def fields_of(value: object) -> Fields:
    """An object's fields; empty for anything else."""
    return cast("Fields", value) if isinstance(value, dict) else {}


def items_of(value: object) -> list[object]:
    """A list's items; empty for anything else."""
    return cast("list[object]", value) if isinstance(value, list) else []


def text_of(value: object) -> str | None:
    """Text, or None."""
    return value if isinstance(value, str) else None


def number_of(value: object) -> int | None:
    """A whole number, or None; a flag is no number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
