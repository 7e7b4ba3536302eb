"""AutoMod: rules are made by whoever manages the server, and refuse what people write."""

import asyncio
from typing import Any

import discord
import pytest

from playground.loopback import Loopback
from playground.moderation import Blocked
from playground.rules import broken_rules
from tests.playground.bare import Bare, refused, running
from tests.playground.conftest import Scene

WORDS = "Please write it without the number."
RULES = "/guilds/1/auto-moderation/rules"


class Hearing(Bare):
    """A client that remembers what AutoMod did."""

    executions: list[discord.AutoModAction]

    async def on_automod_action(self, execution: discord.AutoModAction) -> None:
        self.executions = [*getattr(self, "executions", []), execution]


def guild_of(client: Bare, scene: Scene) -> discord.Guild:
    guild = client.get_guild(scene.server.id)
    assert guild is not None
    return guild


async def make(
    guild: discord.Guild,
    *patterns: str,
    **given: Any,  # noqa: ANN401 - discord.py's own
) -> discord.AutoModRule:
    return await guild.create_automod_rule(
        name=given.pop("name", "Numbers"),
        event_type=discord.AutoModRuleEventType.message_send,
        trigger=discord.AutoModTrigger(regex_patterns=list(patterns), **given.pop("trigger", {})),
        actions=[discord.AutoModRuleAction(custom_message=WORDS)],
        enabled=given.pop("enabled", True),
        **given,
    )


@pytest.fixture
def managed(scene: Scene) -> Scene:
    """The bot may manage the server."""
    scene.server.bot_role.permissions |= discord.Permissions(manage_guild=True).value
    return scene


async def test_a_rule_refuses_and_shows_its_words(loopback: Loopback, managed: Scene) -> None:
    async with running(loopback) as client:
        rule = await make(guild_of(client, managed), r"\b[0-9]{4}\b")
        with pytest.raises(Blocked) as blocked:
            await managed.omar.write(managed.text, "it is 1234")
        assert (blocked.value.words, blocked.value.code) == (WORDS, 200000)
        assert managed.text.standing == []
        message = await managed.omar.write(managed.text, "it is 12345")
        with pytest.raises(Blocked):
            await managed.omar.edit(message, "it is 1234")
        with pytest.raises(Blocked) as title:
            await managed.omar.open_thread(managed.text, "About 1234")
        assert title.value.code == 200001
        await rule.delete()
        await managed.omar.edit(message, "it is 1234")


async def test_what_is_exempt_or_off_is_not_looked_at(loopback: Loopback, managed: Scene) -> None:
    hall = managed.server.add_text_channel("hall")
    thread = await managed.omar.open_thread(hall, "Chat")
    role = managed.server.add_role("Conveners")
    async with running(loopback) as client:
        rule = await make(
            guild_of(client, managed), "1234", exempt_channels=[discord.Object(hall.id)]
        )
        await managed.omar.write(hall, "1234")
        await managed.omar.write(thread, "1234")
        await rule.edit(exempt_channels=[])
        for place in (hall, thread):
            with pytest.raises(Blocked):
                await managed.omar.write(place, "1234")
        await rule.edit(exempt_roles=[discord.Object(role.id)])
        managed.server.give(managed.omar, role)
        await managed.omar.write(hall, "1234")
        await rule.edit(exempt_roles=[], enabled=False)
        await managed.omar.write(hall, "1234")


async def test_who_manages_the_server_and_bots_are_never_refused(
    loopback: Loopback, managed: Scene
) -> None:
    boss = managed.server.add_member("Boss", manage_guild=True)
    async with running(loopback) as client:
        await make(guild_of(client, managed), "1234")
        await boss.write(managed.text, "1234")
        channel = client.get_channel(managed.text.id)
        assert isinstance(channel, discord.TextChannel)
        await channel.send("1234")


async def test_keywords_and_what_is_allowed(loopback: Loopback, managed: Scene) -> None:
    async with running(loopback) as client:
        trigger = {"keyword_filter": ["cat", "dog*"], "allow_list": ["dogma"]}
        await make(guild_of(client, managed), trigger=trigger)
        for text in ("a CAT!", "doggy"):
            with pytest.raises(Blocked):
                await managed.omar.write(managed.text, text)
        for text in ("concatenate", "hotdog", "dogma"):
            await managed.omar.write(managed.text, text)


async def test_it_is_told_to_who_has_the_intent(loopback: Loopback, managed: Scene) -> None:
    client = Hearing(loopback, discord.Intents(guilds=True, auto_moderation=True))
    await client.login(loopback.token)
    connection = asyncio.create_task(client.connect())
    await asyncio.wait_for(client.wait_until_ready(), 5)
    await make(guild_of(client, managed), "1234")
    with pytest.raises(Blocked):
        await managed.omar.write(managed.text, "so 1234")
    await loopback.until(lambda: getattr(client, "executions", None), "the execution")
    (told,) = client.executions
    assert (told.user_id, told.channel_id) == (managed.omar.id, managed.text.id)
    assert told.matched_content == "1234"
    await client.close()
    await connection


async def test_rules_need_the_permission(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        guild = guild_of(client, scene)
        async with refused(50013, 403):
            await make(guild, "1234")
        async with refused(50013, 403):
            await guild.fetch_automod_rules()


async def test_a_server_has_six_keyword_rules(loopback: Loopback, managed: Scene) -> None:
    async with running(loopback) as client:
        guild = guild_of(client, managed)
        for number in range(6):
            await make(guild, "1234", name=f"Rule {number}")
        async with refused(50035, 400):
            await make(guild, "1234")
        rules = await guild.fetch_automod_rules()
        assert [one.name for one in rules] == [f"Rule {number}" for number in range(6)]
        assert (await guild.fetch_automod_rule(rules[0].id)).trigger.regex_patterns == ["1234"]
        await rules[0].delete()
        async with refused(10090, 404):
            await guild.fetch_automod_rule(rules[0].id)


GOOD: dict[str, Any] = {
    "name": "Numbers",
    "event_type": 1,
    "trigger_type": 1,
    "trigger_metadata": {"regex_patterns": ["1"]},
    "actions": [{"type": 1, "metadata": {"custom_message": "No."}}],
}
BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("a name", {"name": " "}, "name BASE_TYPE_REQUIRED"),
    ("an event", {"event_type": 9}, "event_type BASE_TYPE_CHOICES"),
    ("a trigger", {"trigger_type": 2}, "trigger_type BASE_TYPE_CHOICES"),
    ("something to look for", {"trigger_metadata": {}}, "trigger_metadata BASE_TYPE_REQUIRED"),
    ("an action", {"actions": []}, "actions BASE_TYPE_REQUIRED"),
    (
        "words of 150 characters",
        {"actions": [{"type": 1, "metadata": {"custom_message": "x" * 151}}]},
        "actions[0].metadata.custom_message BASE_TYPE_BAD_LENGTH",
    ),
    (
        "ten patterns",
        {"trigger_metadata": {"regex_patterns": ["1"] * 11}},
        "trigger_metadata.regex_patterns BASE_TYPE_MAX_LENGTH",
    ),
    (
        "patterns of 260 characters",
        {"trigger_metadata": {"regex_patterns": ["1" * 261]}},
        "trigger_metadata.regex_patterns[0] BASE_TYPE_BAD_LENGTH",
    ),
    (
        "no look-around",
        {"trigger_metadata": {"regex_patterns": ["(?=1)"]}},
        "trigger_metadata.regex_patterns[0] AUTO_MODERATION_INVALID_REGEX",
    ),
    (
        "no references back",
        {"trigger_metadata": {"regex_patterns": [r"(1)\1"]}},
        "trigger_metadata.regex_patterns[0] AUTO_MODERATION_INVALID_REGEX",
    ),
    ("fifty channels", {"exempt_channels": ["1"] * 51}, "exempt_channels BASE_TYPE_MAX_LENGTH"),
    ("twenty roles", {"exempt_roles": ["1"] * 21}, "exempt_roles BASE_TYPE_MAX_LENGTH"),
]


@pytest.mark.parametrize(("claim", "change", "says"), BROKEN, ids=[one[0] for one in BROKEN])
def test_a_rule_has(claim: str, change: dict[str, Any], says: str) -> None:
    assert broken_rules("POST", RULES, GOOD) == []
    found = broken_rules("POST", RULES, {**GOOD, **change})
    assert [f"{one.path} {one.code}" for one in found] == [says]
