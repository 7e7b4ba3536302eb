"""Passages of a text with what was found marked in them; for the author's eyes only."""

import re
from collections.abc import Sequence

from discord.utils import escape_markdown

from bot.identifiers import Finding, Screening

AROUND = 40
"""So many characters are shown before and after a finding."""

LONGEST_MARK = 120

_LINE_START = re.compile(r"^([^\S\n]*)([#>+-])", re.MULTILINE)
"""What makes a heading, a quote or a list of a line."""


def points(text: str, verdict: Screening) -> tuple[tuple[str, str], ...]:
    """For each finding why, and the passage, in the order of the text."""
    return tuple((finding.reason, marked(text, finding)) for finding in verdict.findings)


def quoted(text: str, verdict: Screening) -> tuple[tuple[str, str], ...]:
    """For each finding why, and the finding alone, in the order of the text."""
    return tuple(
        (finding.reason, _core(text[finding.start : finding.end])) for finding in verdict.findings
    )


def marked_whole(text: str, findings: Sequence[Finding]) -> str:
    """The whole text as it was typed, with every finding in bold and underlined."""
    parts: list[str] = []
    at = 0
    for finding in findings:
        found = _escaped(text[finding.start : finding.end])
        parts += [_escaped(text[at : finding.start]), f"__**{found}**__"]
        at = finding.end
    return "".join([*parts, _escaped(text[at:])])


def marked(text: str, finding: Finding) -> str:
    """The finding in bold and underlined, with some of the text around it, on one line."""
    before, found, after = (
        text[: finding.start],
        text[finding.start : finding.end],
        text[finding.end :],
    )
    lead = ("…" if len(before) > AROUND else "") + escaped_line(before[-AROUND:])
    tail = escaped_line(after[:AROUND]) + ("…" if len(after) > AROUND else "")
    return f"{lead}{_core(found)}{tail}"


def _core(found: str) -> str:
    core = escaped_line(found[:LONGEST_MARK]) + ("…" if len(found) > LONGEST_MARK else "")
    return f"__**{core}**__"


def escaped_line(piece: str) -> str:
    """The piece on one line; nothing in it takes effect or becomes a link."""
    return _escaped("".join(" " if letter.isspace() else letter for letter in piece))


def _escaped(piece: str) -> str:
    """The piece as it was typed; nothing in it takes effect or becomes a link."""
    escaped = escape_markdown(piece, as_needed=False, ignore_links=False).replace("://", "\\://")
    return _LINE_START.sub(r"\1\\\2", escaped)
