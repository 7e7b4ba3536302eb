"""A neutral rewrite of a text: what may identify a client gives way to words that do not.

Pure. It suggests; the author edits what it says before anybody else reads it.
"""

from collections.abc import Sequence

from bot.identifiers.finding import Finding, Kind

_INSTEAD = {
    Kind.NAME: "my client",
    Kind.INITIALS: "my client",
    Kind.PLACE: "a place",
    Kind.DATE: "recently",
}


def rewritten(text: str, findings: Sequence[Finding]) -> str:
    """The text with every finding replaced; findings are in order, none over another."""
    parts: list[str] = []
    at = 0
    for one in findings:
        parts += [text[at : one.start], _INSTEAD.get(one.kind, f"[their {one.kind.value.lower()}]")]
        at = one.end
    return "".join([*parts, text[at:]])
