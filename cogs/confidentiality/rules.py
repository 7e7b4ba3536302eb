"""What applies to texts in a channel: whose it is, how strict its guard, what is known there."""

from dataclasses import dataclass

from bot.domain.ids import GroupId, GuildId
from bot.identifiers import Known, Screening, Strictness, nothing
from bot.services.confidentiality import Confidentiality, either, screened
from cogs.confidentiality.names import DiscordNames
from cogs.confidentiality.passages import Passage, joined
from cogs.confidentiality.places import Places
from cogs.confidentiality.showing import Seen, own_words, rewrite_of


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
        """A rewrite of a text; what it still says too much gives way as well."""
        draft = rewrite_of(text, verdict)
        again = await self.screened(draft)
        return rewrite_of(draft, again) if again.warn else draft


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
