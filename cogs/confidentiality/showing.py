"""A text with what was found in it, for its author alone: the marks, the reasons, the rewrite.

The rewrite and the copy stand in embeds of the private message, and are read back from there when
a control of that message is pressed: so they are kept nowhere else.
"""

from dataclasses import dataclass

import discord

from bot.identifiers import Finding, Screening
from bot.identifiers.rewriting import rewritten
from cogs.confidentiality.marking import escaped_line, marked_whole, points, quoted
from cogs.confidentiality.passages import Passage, Where, joined, located
from cogs.wording import reviews as wording

LONGEST_EMBED = 4096
ALL_EMBEDS = 5800
"""Discord shows 6000 characters in all embeds of a message; their titles count."""

_OWN = {Where.MESSAGE, Where.TITLE}
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a member wrote, in passages; the verdict on all of it; a rewrite of their own words."""

    passages: tuple[Passage, ...]
    verdict: Screening
    rewrite: str = ""

    @property
    def words(self) -> str:
        """What they typed as the message itself, or the title; the rest is files and the like."""
        return own_words(self.passages)

    def found(self) -> tuple[str, ...]:
        """The passages that were found, as they stand in the text."""
        text = joined(self.passages)
        return tuple(text[one.start : one.end] for one in self.verdict.findings)

    def where(self, finding: Finding) -> str:
        """Where it was found, if not in the words themselves."""
        passage, _ = located(self.passages, finding.start)
        if passage.where is Where.FILE:
            return wording.in_file(escaped_line(passage.file))
        return _PLACES.get(passage.where, "")


_PLACES = {
    Where.POLL: wording.IN_POLL,
    Where.FORWARDED: wording.IN_FORWARDED,
    Where.FILE_NAME: wording.IN_FILE_NAME,
    Where.FILE_NOTE: wording.IN_FILE_NOTE,
}


def own_words(passages: tuple[Passage, ...]) -> str:
    """What was typed as the message itself, or the title; empty where there are files alone."""
    first = passages[0] if passages else None
    return first.text if first and first.where in _OWN else ""


def rewrite_of(text: str, verdict: Screening) -> str:
    """A rewrite of a text; the verdict may be about more that follows it."""
    inside = [one for one in verdict.findings if one.end <= len(text)]
    return rewritten(text, inside)


def reasons(seen: Seen) -> tuple[str, list[discord.Embed]]:
    """Why, as lines, and the whole text with its findings marked, where that fits."""
    text, verdict = joined(seen.passages), seen.verdict
    wheres = [seen.where(finding) for finding in verdict.findings]
    whole = marked_whole(text, verdict.findings)
    if len(whole) > LONGEST_EMBED:
        return wording.around(points(text, verdict), wheres), []
    embed = discord.Embed(title=wording.MARKED_TITLE, description=whole)
    return wording.reasons(quoted(text, verdict), wheres), [embed]


def with_rewrite(embeds: list[discord.Embed], rewrite: str) -> list[discord.Embed]:
    """The embeds and one of the rewrite, to copy, where all of it fits."""
    fenced = f"{_FENCE}\n{rewrite}\n{_FENCE}" if _FENCE not in rewrite else rewrite
    taken = sum(len(embed) for embed in embeds)
    if not rewrite or len(fenced) > min(LONGEST_EMBED, ALL_EMBEDS - taken):
        return embeds
    return [*embeds, discord.Embed(title=wording.REWRITE_TITLE, description=fenced)]


def copy_embed(text: str) -> discord.Embed:
    """The text exactly as it was typed."""
    return discord.Embed(title=wording.COPY_TITLE, description=text[:LONGEST_EMBED])


def rewrite_in(message: discord.Message | None) -> str | None:
    """The rewrite that a private message shows."""
    shown = _shown(message, wording.REWRITE_TITLE)
    if shown and shown.startswith(f"{_FENCE}\n") and shown.endswith(f"\n{_FENCE}"):
        return shown[len(_FENCE) + 1 : -len(_FENCE) - 1]
    return shown


def copy_in(message: discord.Message | None) -> str | None:
    """The copy of a removed message that a private message shows."""
    return _shown(message, wording.COPY_TITLE)


def _shown(message: discord.Message | None, title: str) -> str | None:
    embeds = message.embeds if message else []
    return next((embed.description for embed in embeds if embed.title == title), None)
