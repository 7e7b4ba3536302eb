"""What a group calls no identifier is remembered as hashes, counted by kind, and forgotten."""

from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.world import Channel
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import (
    CONSENTED,
    FALSE_ALARM,
    LEAK,
    LEAKED,
    REVIEW,
    gone,
    none_warned,
    nothing_kept,
    warned,
    watched_group,
)

ELSEWHERE = "Yesterday my client Jane  Doe gave me 212-555-0142."


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group that meets in the voice channel."""
    return await watched_group(bot, house)


async def _decide(discord: Loopback, house: House, group: Channel, choice: str) -> None:
    await house.omar.write(group, LEAK)
    review = await house.omar.press(await warned(discord, group), REVIEW)
    await house.omar.press(review, choice)
    await gone(discord, group)


async def test_what_is_no_identifier_is_not_warned_about_again(
    bot: Bot, discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    await _decide(discord, house, group, FALSE_ALARM)
    await bot.restart()
    await house.omar.write(group, LEAK)
    await house.fran.write(group, ELSEWHERE)
    await none_warned(discord, group)
    await house.omar.write(group, "My client Jane Dowd called me.")
    await warned(discord, group)
    nothing_kept(tmp_path, *LEAKED, "jane doe")


async def test_consent_teaches_nothing(discord: Loopback, house: House, group: Channel) -> None:
    await _decide(discord, house, group, CONSENTED)
    await house.omar.write(group, LEAK)
    await warned(discord, group)


async def test_another_group_learns_nothing_of_it(
    discord: Loopback, house: House, group: Channel
) -> None:
    other = house.server.add_text_channel("thursday-group")
    await discord.quiet()
    await house.fran.slash(other, "group create", name="Other", quorum=2, zone="Europe/London")
    await _decide(discord, house, group, FALSE_ALARM)
    await house.omar.write(other, LEAK)
    await warned(discord, other)


async def test_the_counts_are_shown_by_kind_and_what_was_learned_is_forgotten(
    discord: Loopback, house: House, group: Channel
) -> None:
    empty = await house.fran.slash(group, "group guard")
    assert "There was no alarm yet." in empty.text
    await _decide(discord, house, group, "Delete mine")
    await _decide(discord, house, group, CONSENTED)
    await _decide(discord, house, group, FALSE_ALARM)
    await house.omar.write(group, "My client Jane Dowd called me.")
    await warned(discord, group)
    shown = await house.fran.slash(group, "group guard")
    assert "- names: 1 confirmed, 1 refused, 1 kept with consent and 1 open" in shown.text
    assert "- telephone numbers: 1 confirmed, 1 refused and 1 kept with consent" in shown.text
    assert "2 passages are known here" in shown.text
    refused = await house.dana.slash(group, "group guard", forget=True)
    assert "forgotten" not in refused.text
    forgotten = await house.omar.slash(group, "group guard", forget=True)
    assert "has forgotten 2 passages" in forgotten.text
    await house.omar.write(group, LEAK)
    await warned(discord, group, count=2)
