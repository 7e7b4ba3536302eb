"""A warning that nothing happens about is said once more, and then never again."""

from datetime import timedelta
from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.threads import change_thread
from playground.world import Channel
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.guarded import CLEAN, LEAK, LEAKED, REVIEW, TITLE, nothing_kept, watched_group

STILL = "This message may still identify a client. Only you can open the review."
HOURS = timedelta(hours=4)


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group that meets in the voice channel."""
    return await watched_group(bot, house)


def _said(channel: Channel) -> list[str]:
    words = ("identify a client. Only", "identify a client: ")
    return [one.text for one in channel.standing if any(each in one.text for each in words)]


async def _after(discord: Loopback, hours: timedelta) -> None:
    await discord.clock.walk(MONDAY + hours)
    await discord.quiet(0.1)


async def _warned(discord: Loopback, channel: Channel) -> None:
    await discord.until(lambda: _said(channel), "a warning")
    await discord.quiet()


async def test_the_reminder_comes_once_in_the_warnings_place(
    bot: Bot, discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    message = await house.omar.write(group, LEAK)
    await _warned(discord, group)
    await _after(discord, HOURS - timedelta(minutes=1))
    assert STILL not in _said(group)
    await bot.restart()
    await _after(discord, HOURS + timedelta(minutes=1))
    assert _said(group) == [STILL]
    reminder = next(one for one in group.standing if one.text == STILL)
    assert reminder.reply_to == message.id
    assert reminder in house.omar.pings
    await bot.restart()
    await _after(discord, 5 * HOURS)
    assert [one.id for one in group.standing if one.text == STILL] == [reminder.id]
    review = await house.omar.press(reminder, REVIEW)
    await house.omar.press(review, "Delete mine")
    await discord.until(lambda: not _said(group), "the reminder's end")
    nothing_kept(tmp_path, *LEAKED)


async def test_nobody_is_reminded_of_what_is_decided_or_mended(
    discord: Loopback, house: House, group: Channel
) -> None:
    mended = await house.omar.write(group, LEAK)
    kept = await house.fran.write(house.voice, LEAK)
    await _warned(discord, group)
    await _warned(discord, house.voice)
    await house.omar.edit(mended, CLEAN)
    review = await house.fran.press(house.voice.standing[-1], REVIEW)
    await house.fran.press(review, "The client has agreed")
    await _after(discord, 2 * HOURS)
    assert _said(group) == []
    assert _said(house.voice) == []
    assert not kept.deleted


async def test_what_was_mended_while_the_bot_was_away_is_left_alone(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    gone = await house.fran.write(house.voice, LEAK)
    await _warned(discord, group)
    await _warned(discord, house.voice)
    await bot.stop()
    await house.omar.edit(message, CLEAN)
    await house.fran.delete(gone)
    await discord.clock.walk(MONDAY + 2 * HOURS)
    await bot.start()
    await discord.until(lambda: not _said(group) and not _said(house.voice), "the warnings' end")


async def test_a_title_and_a_direct_message_are_reminded_of_as_well(
    discord: Loopback, house: House, group: Channel
) -> None:
    thread = await house.omar.open_thread(group, TITLE)
    await _warned(discord, thread)
    await house.fran.slash(group, "group guard", strictness="quiet")
    await house.omar.write(group, LEAK)
    await _warned(discord, house.omar.dm)
    change_thread(discord.world, thread, house.omar.id, {"auto_archive_duration": 60})
    await _after(discord, HOURS + timedelta(minutes=1))
    assert ["may still" in one for one in _said(thread)] == [True]
    assert ["may still" in one for one in _said(house.omar.dm)] == [True]
    assert _said(group) == []
