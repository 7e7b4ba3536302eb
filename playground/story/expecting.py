"""How a step says what must be so. It does *not* know what is checked."""

LONGEST = 400
"""So many characters of what was found are told."""


class Unheld(AssertionError):  # noqa: N818 - reads as the fact it is
    """Something was not as the story tells it: what was expected, and what was found instead."""

    def __init__(self, expected: str, found: str) -> None:
        self.expected, self.found = expected, found
        super().__init__(f"expected {expected}; found {found}")


def expect(holds: object, expected: str, found: object = "something else") -> None:
    """Raise unless it holds.

    Raises:
        Unheld: It does not.
    """
    if not holds:
        raise Unheld(expected, _told(found))


def says(text: str, *pieces: str) -> None:
    """Every piece must stand in the text.

    Raises:
        Unheld: One does not.
    """
    for piece in pieces:
        expect(piece in text, f"the words “{piece}”", text)


def silent_about(text: str, *pieces: str) -> None:
    """No piece may stand in the text, in whatever case it is written.

    Raises:
        Unheld: One does.
    """
    for piece in pieces:
        expect(piece.casefold() not in text.casefold(), f"no word of “{piece}”", text)


def same(found: object, expected: object, what: str) -> None:
    """Both must be equal; give sets of names rather than of ids, as they are shown.

    Raises:
        Unheld: They are not.
    """
    expect(found == expected, f"{what}: {expected}", found)


def _told(found: object) -> str:
    text = " ".join(str(found).split()) or "nothing"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
