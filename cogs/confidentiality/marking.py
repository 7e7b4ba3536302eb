"""Passages of a text with what was found marked in them; for the author's eyes only."""

import re

from discord.utils import escape_markdown

from bot.identifiers import Finding, Screening

AROUND = 40
"""So many characters are shown before and after a finding."""

LONGEST_MARK = 120

_LINE_START = re.compile(r"^(\s*)([#>+-])")
"""What makes a heading, a quote or a list of a line."""


def points(text: str, verdict: Screening) -> tuple[tuple[str, str], ...]:
    """For each finding why, and the passage, in the order of the text."""
    return tuple((finding.reason, marked(text, finding)) for finding in verdict.findings)


def marked(text: str, finding: Finding) -> str:
    """The finding in bold and underlined, with some of the text around it, on one line."""
    before, found, after = (
        text[: finding.start],
        text[finding.start : finding.end],
        text[finding.end :],
    )
    lead = ("…" if len(before) > AROUND else "") + _shown(before[-AROUND:])
    tail = _shown(after[:AROUND]) + ("…" if len(after) > AROUND else "")
    core = _shown(found[:LONGEST_MARK]) + ("…" if len(found) > LONGEST_MARK else "")
    return f"{lead}__**{core}**__{tail}"


def _shown(piece: str) -> str:
    """The piece as it was typed, on one line; nothing in it takes effect or becomes a link."""
    flat = "".join(" " if letter.isspace() else letter for letter in piece)
    escaped = escape_markdown(flat, as_needed=False, ignore_links=False).replace("://", "\\://")
    return _LINE_START.sub(r"\1\\\2", escaped)
