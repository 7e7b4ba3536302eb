"""Patterns as Rust's regex crate reads them, which is how AutoMod does."""

import importlib
from typing import Any

_RUST: Any = importlib.import_module("rurex")  # it brings no types


def is_pattern(text: str) -> bool:
    """Whether it is a pattern: no look-around, no references back, nothing unbalanced."""
    try:
        _RUST.compile(text)
    except _RUST.PatternError:
        return False
    return True


def first_match(pattern: str, text: str) -> str | None:
    """The first piece of the text that the pattern matches."""
    found = _RUST.compile(pattern).search(text)
    return None if found is None else str(found[0])
