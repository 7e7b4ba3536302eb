"""AutoMod: which rule refuses what somebody writes, and who is told of it.

Knows keyword rules. Like Discord it never looks at bots, nor at who manages the server. Keywords
are matched as whole words or, with `*`, within words. It does *not* know how rules are made.
"""

import re

from playground.gateway_events import Intent
from playground.payloads import Json, part
from playground.permissions import P, in_guild, place_of
from playground.rust_patterns import first_match
from playground.stage import DriverError
from playground.world import Channel, Guild, Happening, ModerationRule, User, World

BLOCK = 1
KEYWORD = 1
BLOCKED_MESSAGE = 200000
BLOCKED_TITLE = 200001
_UNSAID = "This content is blocked by this server."


class Blocked(DriverError):  # noqa: N818 - a refusal is an answer, not an error
    """AutoMod refused it: nobody saw it. `words` are what its author is shown.

    `code` is Discord's: 200000 for a message, 200001 for a title.
    """

    def __init__(self, rule: ModerationRule, words: str, code: int) -> None:
        super().__init__(f"AutoMod refused it ({code}): {words}")
        self.rule = rule
        self.words = words
        self.code = code


def require_allowed(
    world: World, channel: Channel, author: User, text: str, *, title: bool = False
) -> None:
    """Let a text pass, or refuse it and tell.

    Raises:
        Blocked: A rule of the server's refuses it.
    """
    guild = world.guilds.get(channel.guild_id or 0)
    if guild is None or author.bot or in_guild(guild, author.id) & P.MANAGE_GUILD:
        return
    for rule in guild.moderation.values():
        found = _match(rule, text) if _looks(world, guild, rule, channel, author) else None
        action = next((one for one in rule.actions if one["type"] == BLOCK), None)
        if found is not None and action is not None:
            if in_guild(guild, world.bot.id) & P.MANAGE_GUILD:
                told = _execution(rule, action, channel, author) | _words(world, text, found)
                name = "AUTO_MODERATION_ACTION_EXECUTION"
                world.tell(Happening(name, told, Intent.AUTO_MODERATION_EXECUTION))
            words = part(action, "metadata").get("custom_message") or _UNSAID
            raise Blocked(rule, words, BLOCKED_TITLE if title else BLOCKED_MESSAGE)


def rule_json(rule: ModerationRule) -> Json:
    """A rule."""
    return {
        "id": str(rule.id),
        "guild_id": str(rule.guild_id),
        "creator_id": str(rule.creator_id),
        "name": rule.name,
        "event_type": 1,
        "trigger_type": KEYWORD,
        "trigger_metadata": {
            "keyword_filter": rule.keywords,
            "regex_patterns": rule.patterns,
            "allow_list": rule.allowed,
        },
        "actions": rule.actions,
        "enabled": rule.enabled,
        "exempt_roles": [str(one) for one in rule.exempt_roles],
        "exempt_channels": [str(one) for one in rule.exempt_channels],
    }


def _looks(
    world: World, guild: Guild, rule: ModerationRule, channel: Channel, author: User
) -> bool:
    roles = set(guild.members[author.id].roles)
    exempt = {channel.id, place_of(world, channel).id} & set(rule.exempt_channels)
    return rule.enabled and not exempt and not roles & set(rule.exempt_roles)


def _match(rule: ModerationRule, text: str) -> str | None:
    """The piece of the text that a rule refuses."""
    found = [_keyword(word).search(text) for word in rule.keywords]
    pieces = [one[0] for one in found if one is not None]
    matched = [first_match(pattern, text) for pattern in rule.patterns]
    pieces += [one for one in matched if one is not None]
    allowed = [word.strip("*").lower() for word in rule.allowed]
    kept = [one for one in pieces if not any(word in one.lower() for word in allowed)]
    return kept[0] if kept else None


def _keyword(word: str) -> re.Pattern[str]:
    start = r"\b\w*" if word.startswith("*") else r"\b"
    end = r"\w*\b" if word.endswith("*") else r"\b"
    return re.compile(start + re.escape(word.strip("*")) + end, re.IGNORECASE)


def _execution(rule: ModerationRule, action: Json, channel: Channel, author: User) -> Json:
    return {
        "guild_id": str(rule.guild_id),
        "action": action,
        "rule_id": str(rule.id),
        "rule_trigger_type": KEYWORD,
        "user_id": str(author.id),
        "channel_id": str(channel.id),
        "matched_keyword": None,
    }


def _words(world: World, text: str, found: str) -> Json:
    """What was written, for an application that may read messages."""
    readable = world.application.message_content
    return {"content": text if readable else "", "matched_content": found if readable else ""}
