"""What applies to texts in a channel: whose it is, how strict its guard, what is known there."""

import asyncio
import re
from dataclasses import dataclass

from bot.domain.ids import GroupId, GuildId
from bot.identifiers import Finding, Kind, Known, Screening, Strictness, nothing
from bot.identifiers.rewriting import rewritten
from bot.services.confidentiality import Confidentiality, either, screened
from cogs.confidentiality.names import DiscordNames
from cogs.confidentiality.passages import Passage, joined
from cogs.confidentiality.places import Places
from cogs.confidentiality.showing import Seen, own_words, rewrite_of

_DESCRIPTION = 3
"""So many words can tell who somebody is; one or two of them cannot."""


_TORN = re.compile(r"\w|[.-]\w")
"""What follows a finding that ends inside a word or a number."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How texts of a channel are judged; `group_id` is None where no group lives there."""

    group_id: GroupId | None = None
    strictness: Strictness = Strictness.NUDGE
    known: Known = nothing

    async def screened(self, text: str) -> Screening:
        """The verdict on a text under these rules."""
        return await screened(text, self.known, self.strictness)

    async def seen(self, passages: tuple[Passage, ...]) -> Seen:
        """The verdict on passages as one text, with a rewrite."""
        verdict = await self.screened(joined(passages))
        rewrite = await self.rewrite(own_words(passages), verdict) if verdict.warn else ""
        return Seen(passages, verdict, rewrite)

    async def rewrite(self, text: str, verdict: Screening) -> str:
        """A rewrite of a text; what it still says too much gives way as well, but for odd words."""
        draft = await asyncio.to_thread(rewrite_of, text, verdict)
        again = await self.screened(draft)
        if not again.warn:
            return draft
        left = [one for one in again.findings if not _odd(draft, one)]
        return await asyncio.to_thread(rewritten, draft, left)


def _odd(draft: str, one: Finding) -> bool:
    """Whether it is better left to the author: a scrap, or words that the rewrite put there."""
    found = draft[one.start : one.end]
    scrap = one.kind is Kind.QUASI and len(found.split()) < _DESCRIPTION
    return scrap or "[" in found or _TORN.match(draft, one.end) is not None


class Rulebook:
    """Finds the rules of a channel; nothing is held back, so a group's choice counts at once."""

    def __init__(self, places: Places, guard: Confidentiality, names: DiscordNames) -> None:
        self.places = places
        self._guard = guard
        self._names = names

    async def of(self, guild_id: int, channel_id: int) -> Rules:
        """The rules of a channel, a thread or a post."""
        home = await self.places.home(guild_id, channel_id)
        if home is None:
            return Rules(known=await self._names.known(GuildId(guild_id), None))
        group = home.group
        named = await self._names.known(GuildId(guild_id), group)
        return Rules(
            group.id,
            await self._guard.strictness(group.id, home.channels),
            either(named, await self._guard.known(group.id)),
        )

    async def learn(self, guild_id: int, channel_id: int, text: str) -> None:
        """Remembers, for the group of the channel, that what is found in a text is harmless."""
        rules = await self.of(guild_id, channel_id)
        verdict = await rules.screened(text)
        if rules.group_id and verdict.findings:
            found = [text[one.start : one.end] for one in verdict.findings]
            await self._guard.learn(rules.group_id, found)
