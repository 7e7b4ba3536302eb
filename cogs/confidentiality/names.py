"""Asks Discord what a group's members are called, and remembers it for a while, in memory only."""

import asyncio
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import discord

from bot.domain.group import Group
from bot.domain.ids import GroupId, GuildId, MemberId
from bot.identifiers import Known, nothing
from cogs.confidentiality.known import names_known

_FRESH = 600.0
"""Seconds after which Discord is asked again."""

_NOT_ASKED_AGAIN = 30.0
"""Seconds for which a Discord that did not answer is left alone."""

_PATIENCE = 1.5
"""Seconds; an answer to a member has three, and what is not known is warned about."""

_AT_ONCE = 100
"""So many members Discord names in one go."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What the members of a group are called, and how long that is relied on."""

    member_ids: frozenset[MemberId]
    good_until: float
    names: tuple[str, ...]


class DiscordNames:
    """The names of members, and the words that a group, its channels and its server go by."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._heard: dict[GroupId, _Heard] = {}
        self._turn = asyncio.Lock()

    async def known(self, guild_id: GuildId, group: Group | None) -> Known:
        """Which passages are names of the group's members or its own words."""
        guild = self._client.get_guild(guild_id)
        if guild is None:
            return nothing
        if group is None:
            return names_known((), (guild.name,))
        return names_known(await self._called(guild, group), _own_words(guild, group))

    async def _called(self, guild: discord.Guild, group: Group) -> tuple[str, ...]:
        """As it was heard lately; many messages at once ask Discord once."""
        async with self._turn:
            heard = self._heard.get(group.id)
            now = time.monotonic()
            if not heard or heard.member_ids != group.member_ids or now > heard.good_until:
                heard = await _heard(guild, group.member_ids, heard)
                self._heard[group.id] = heard
            return heard.names


async def _heard(
    guild: discord.Guild, member_ids: frozenset[MemberId], before: _Heard | None
) -> _Heard:
    """What Discord says now; where it does not answer, what it said before, for a shorter while."""
    try:
        names = await _asked(guild, member_ids)
    except (TimeoutError, discord.DiscordException, ConnectionError, RuntimeError):
        known = before.names if before else ()
        return _Heard(member_ids, time.monotonic() + _NOT_ASKED_AGAIN, known)
    return _Heard(member_ids, time.monotonic() + _FRESH, names)


async def _asked(guild: discord.Guild, member_ids: Iterable[MemberId]) -> tuple[str, ...]:
    """All that members are called; one question over the gateway for a hundred of them."""
    ids: list[int] = sorted(member_ids)
    names: list[str] = []
    async with asyncio.timeout(_PATIENCE):
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            found = await guild.query_members(user_ids=some, limit=_AT_ONCE, cache=False)
            names += [name for member in found for name in _names_of(member)]
    return tuple(names)


def _names_of(member: discord.Member) -> Iterator[str]:
    for name in (member.nick, member.global_name, member.name):
        if name:
            yield name


def _own_words(guild: discord.Guild, group: Group) -> Iterator[str]:
    yield guild.name
    yield group.name
    for channel_id in (group.channel_id, group.settings.voice_channel_id):
        channel = guild.get_channel(channel_id) if channel_id else None
        if channel:
            yield channel.name
            if channel.category:
                yield channel.category.name
