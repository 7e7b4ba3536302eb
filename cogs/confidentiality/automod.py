"""Keeps the bot's AutoMod rules at Discord in step with what a server asked for and its channels.

The patterns, the action's words and the channels are the bot's business; whether a rule is
switched on, and which roles it leaves out, are the server's. Others' rules are never touched.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakValueDictionary

import discord

from bot.domain.ids import ChannelId, GuildId
from bot.identifiers.automod import SHAPES, Part
from bot.logs import Log
from bot.services.automod import MOST_EXEMPT, AutoModRules, exempt
from bot.services.groups import GroupKeeping
from cogs.wording import automod as wording

_LOG = Log("automod")
MOST_RULES = 6
"""Keyword rules that Discord allows a server, whoever made them."""


class TooManyChannels(Exception):  # noqa: N818 - an answer for a member, not a fault
    """So many channels are no group's that they cannot all be left out."""

    def __init__(self, others: int) -> None:
        super().__init__(others)
        self.others = others


class TooManyRules(Exception):  # noqa: N818 - likewise
    """The server has as many keyword rules as Discord allows."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The rules of a server as they are: by part, and how many channels are left out."""

    on: tuple[Part, ...]
    waiting: tuple[Part, ...]
    switched_off: tuple[Part, ...]
    left_out: int


class RuleKeeper:
    """Makes, changes and removes the rules; one server at a time for each."""

    def __init__(self, client: discord.Client, groups: GroupKeeping, rules: AutoModRules) -> None:
        self._client = client
        self._groups = groups
        self._rules = rules
        self._turns = WeakValueDictionary[int, asyncio.Lock]()

    async def ask(self, guild: discord.Guild, parts: Sequence[Part]) -> int:
        """Makes the rules of these parts and takes away others of ours.

        Returns:
            How many channels are left out.

        Raises:
            TooManyChannels: they cannot all be left out; nothing is made.
            TooManyRules: Discord allows no more.
            discord.HTTPException: Discord refused.
        """
        async with self._turn(guild.id):
            others = await self._others(guild)
            if len(others) > MOST_EXEMPT:
                raise TooManyChannels(len(others))
            there = await guild.fetch_automod_rules()
            mine = await self._mine(guild, there)
            _require_room(there, mine, parts)
            for part in Part:
                if part in parts:
                    await self._make(guild, part, mine.get(part), others)
                else:
                    await self._remove(guild, part, mine.get(part))
            return len(others)

    async def withdraw(self, guild: discord.Guild) -> None:
        """Takes all rules of ours away."""
        async with self._turn(guild.id):
            mine = await self._mine(guild, await guild.fetch_automod_rules())
            for part in Part:
                await self._remove(guild, part, mine.get(part))

    async def standing(self, guild: discord.Guild) -> Standing:
        """How the rules are now, brought in step first."""
        await self.sync(guild)
        wanted = await self._rules.wanted(GuildId(guild.id))
        there = {one.id: one for one in await guild.fetch_automod_rules()} if wanted else {}
        made = {part: there[number] for part, number in wanted.items() if number in there}
        return Standing(
            tuple(part for part, rule in made.items() if rule.enabled),
            tuple(part for part, number in wanted.items() if number is None),
            tuple(part for part, rule in made.items() if not rule.enabled),
            max((len(rule.exempt_channel_ids) for rule in made.values()), default=0),
        )

    async def sync(self, guild: discord.Guild) -> None:
        """Makes the rules fit the server's channels; does nothing where none were asked for."""
        async with self._turn(guild.id):
            wanted = await self._rules.wanted(GuildId(guild.id))
            if not wanted:
                return
            there = {one.id: one for one in await guild.fetch_automod_rules()}
            others = await self._others(guild)
            for part, number in wanted.items():
                if number is not None and number not in there:
                    await self._rules.drop(GuildId(guild.id), part)
                    _LOG.info("a rule was deleted by hand and is not made again", guild=guild.id)
                else:
                    await self._fit(guild, part, there.get(number or 0), others)

    async def _fit(
        self,
        guild: discord.Guild,
        part: Part,
        rule: discord.AutoModRule | None,
        others: Sequence[ChannelId],
    ) -> None:
        if len(others) <= MOST_EXEMPT:
            await self._make(guild, part, rule, others)
        elif rule is not None:
            await rule.delete()
            await self._rules.keep(GuildId(guild.id), part, None)
            _LOG.warning("a rule waits for channels to fit in", guild=guild.id, count=len(others))

    async def _make(
        self,
        guild: discord.Guild,
        part: Part,
        rule: discord.AutoModRule | None,
        others: Sequence[ChannelId],
    ) -> None:
        """The rule as it shall be; one that is right already is left alone."""
        places = [discord.Object(one) for one in others]
        trigger = _trigger(part)
        if rule is None:
            rule = await guild.create_automod_rule(
                name=wording.NAMES[part],
                event_type=discord.AutoModRuleEventType.message_send,
                trigger=trigger,
                actions=[discord.AutoModRuleAction(custom_message=wording.REFUSED[part])],
                enabled=True,
                exempt_channels=places,
            )
            _LOG.info("a rule was made", guild=guild.id, key=part.value)
        elif rule.exempt_channel_ids != set(others) or _differs(rule, trigger):
            await rule.edit(trigger=trigger, exempt_channels=places)
            _LOG.info("a rule was brought in step", guild=guild.id, key=part.value)
        await self._rules.keep(GuildId(guild.id), part, rule.id)

    async def _remove(
        self, guild: discord.Guild, part: Part, rule: discord.AutoModRule | None
    ) -> None:
        if rule is not None:
            await rule.delete()
        await self._rules.drop(GuildId(guild.id), part)

    async def _others(self, guild: discord.Guild) -> tuple[ChannelId, ...]:
        """The channels of no group in which something can be written, seen by us or not."""
        channels = await guild.fetch_channels()
        written = (one.id for one in channels if not isinstance(one, discord.CategoryChannel))
        return exempt(written, await self._groups.of_guild(GuildId(guild.id)))

    async def _mine(
        self, guild: discord.Guild, rules: Sequence[discord.AutoModRule]
    ) -> dict[Part, discord.AutoModRule]:
        """The rules that we made: by their numbers, or by name where the number was not kept."""
        own_id = self._client.user.id if self._client.user else 0
        wanted = await self._rules.wanted(GuildId(guild.id))
        numbers = {number: part for part, number in wanted.items() if number is not None}
        names = {name: part for part, name in wording.NAMES.items()}
        own = [one for one in rules if one.creator_id == own_id]
        by_name = {names[one.name]: one for one in own if one.name in names}
        return by_name | {numbers[one.id]: one for one in rules if one.id in numbers}

    def _turn(self, guild_id: int) -> asyncio.Lock:
        return self._turns.setdefault(guild_id, asyncio.Lock())


def _require_room(
    rules: Sequence[discord.AutoModRule],
    mine: Mapping[Part, discord.AutoModRule],
    parts: Sequence[Part],
) -> None:
    ours = {one.id for one in mine.values()}
    keyword = discord.AutoModRuleTriggerType.keyword
    others = [one for one in rules if one.trigger.type is keyword and one.id not in ours]
    if len(others) + len(parts) > MOST_RULES:
        raise TooManyRules


def _trigger(part: Part) -> discord.AutoModTrigger:
    return discord.AutoModTrigger(regex_patterns=[one.pattern for one in SHAPES[part]])


def _differs(rule: discord.AutoModRule, trigger: discord.AutoModTrigger) -> bool:
    return rule.trigger.regex_patterns != trigger.regex_patterns
