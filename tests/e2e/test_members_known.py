"""Members are known by what Discord calls them, and the guard goes on where it does not say."""

from typing import Any

import pytest

from playground.loopback import Loopback
from playground.world import Channel
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import none_warned, warned, watched_group

READING = 1.0
"""Seconds within which a message is looked at, and a warning would be there."""


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group with Dana in it."""
    channel = await watched_group(bot, house)
    await house.dana.slash(channel, "group join", zone="Europe/London")
    return channel


@pytest.fixture
def questions(discord: Loopback, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the bot asked about members; a test may empty the answers."""
    asked: list[Any] = []
    answer = getattr(discord.gateway, "_send_members")  # noqa: B009 - behind the curtain

    def heard(line: object, data: object) -> None:
        asked.append(data)
        answer(line, data)

    monkeypatch.setattr(discord.gateway, "_send_members", heard)
    return asked


async def test_many_messages_at_once_ask_once(
    discord: Loopback, house: House, group: Channel, questions: list[Any]
) -> None:
    for _ in range(10):
        await house.omar.write(group, "My client Dana, as you know, is stuck.")
    await discord.quiet(READING)
    assert len(questions) == 1
    await none_warned(discord, group)


async def test_who_leaves_is_known_no_more(discord: Loopback, house: House, group: Channel) -> None:
    await house.omar.write(group, "My client Dana cancelled again.")
    await discord.quiet(READING)
    await none_warned(discord, group)
    await house.dana.slash(group, "group leave")
    await house.omar.write(group, "My client Dana cancelled again.")
    await warned(discord, group)


async def test_where_discord_names_nobody_the_guard_goes_on(
    discord: Loopback, house: House, group: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits once, not for every message, and warns about whom it does not know."""
    monkeypatch.setattr(discord.gateway, "_send_members", _silence)
    message = await house.omar.write(group, "My client Dana cancelled again.")
    await discord.until(lambda: group.standing[-1].reply_to == message.id, "a warning", 4)
    message = await house.omar.write(group, "My client Dana is late again.")
    await discord.until(lambda: group.standing[-1].reply_to == message.id, "a warning", 1)


def _silence(line: object, data: object) -> None:
    """No answer."""
