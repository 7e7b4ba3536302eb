"""What the tests of this room share: a marked text and what is found at its marks."""

import re
from collections.abc import Callable

import pytest

from bot.identifiers import Kind, screen

KindsAt = Callable[[str], set[Kind]]


@pytest.fixture
def kinds_at() -> KindsAt:
    """The kinds found over what `[[` and `]]` mark in a text, where that warns."""

    def kinds(marked: str) -> set[Kind]:
        match = re.search(r"\[\[(.+?)\]\]", marked, re.DOTALL)
        assert match is not None
        start, end = match.start(), match.end() - 4
        screening = screen(marked.replace("[[", "").replace("]]", ""))
        over = {one.kind for one in screening.findings if one.start < end and one.end > start}
        return over if screening.warn else set()

    return kinds
