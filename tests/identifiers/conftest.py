"""What the tests of this room share: a marked text and what patterns find at its marks."""

import re
from collections.abc import Callable

import pytest

from bot.identifiers import Finding, Kind
from bot.identifiers.patterns import found_by_patterns
from bot.identifiers.plain import read

KindsAt = Callable[[str], set[Kind]]
Patterned = Callable[[str], tuple[Finding, ...]]

SURE = 0.6
"""A pattern's finding below this is a hint for the network and no more."""


@pytest.fixture
def patterned() -> Patterned:
    """What patterns alone are sure of in a text."""

    def findings(text: str) -> tuple[Finding, ...]:
        return tuple(one for one in found_by_patterns(read(text)) if one.score >= SURE)

    return findings


@pytest.fixture
def kinds_at(patterned: Patterned) -> KindsAt:
    """The kinds found over what `[[` and `]]` mark in a text."""

    def kinds(marked: str) -> set[Kind]:
        match = re.search(r"\[\[(.+?)\]\]", marked, re.DOTALL)
        assert match is not None
        start, end = match.start(), match.end() - 4
        found = patterned(marked.replace("[[", "").replace("]]", ""))
        return {one.kind for one in found if one.start < end and one.end > start}

    return kinds
