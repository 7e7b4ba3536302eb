"""What members type into the bot for others to see, screened before anything of it is kept.

Who belongs to the group is known and alarms nobody; that is asked for only where something was
found, so that an ordinary input waits for nothing.
"""

from typing import Protocol

from bot.domain.errors import LikelyIdentifier
from bot.domain.group import Group
from bot.domain.ids import GroupId, GuildId
from bot.identifiers import Known, nothing
from bot.services.confidentiality import either, require_clean


class Names(Protocol):
    """Who and what goes by which name in a server, as Discord has it."""

    async def known(self, guild_id: GuildId, group: Group | None) -> Known:
        """Which passages are names of the group's members, or its own words."""
        ...


class Lessons(Protocol):
    """What groups taught the guard."""

    async def known(self, group_id: GroupId) -> Known:
        """Which passages the group said are no identifiers."""
        ...


class Inputs:
    """The one way of a typed text to where others see it."""

    def __init__(self, names: Names | None = None, lessons: Lessons | None = None) -> None:
        self._names = names
        self._lessons = lessons

    async def clean(
        self,
        where: str,
        text: str,
        longest: int,
        guild_id: GuildId,
        group: Group | None,
        known: Known = nothing,
    ) -> str:
        """The text without outer blanks, if it may be seen by others.

        Args:
            where: what the text is for, as the wording knows it.
            text: what was typed.
            longest: how many characters its place can show.
            guild_id: the server it will be seen in.
            group: whose it will be, where there is a group yet.
            known: which passages identify nobody in that place.

        Raises:
            TextTooLong: it does not fit.
            LikelyIdentifier: it may identify a client; nothing of it is kept.
        """
        try:
            return await require_clean(where, text, longest, known)
        except LikelyIdentifier:
            named = await self._known(guild_id, group)
            return await require_clean(where, text, longest, either(known, named))

    async def _known(self, guild_id: GuildId, group: Group | None) -> Known:
        several: list[Known] = []
        if self._names:
            several.append(await self._names.known(guild_id, group))
        if self._lessons and group:
            several.append(await self._lessons.known(group.id))
        return either(*several)
