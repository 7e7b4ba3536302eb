"""The first guard over what members write: once, without the text, and private from there on."""

import asyncio
from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.world import Channel
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import (
    CLEAN,
    LEAK,
    LEAKED,
    REVIEW,
    TITLE,
    WARNING,
    gone,
    none_warned,
    nothing_kept,
    warned,
    warnings,
    watched_group,
)


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group that meets in the voice channel."""
    return await watched_group(bot, house)


async def test_a_warning_answers_the_author_alone_and_repeats_nothing(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    message = await house.omar.write(group, LEAK)
    warning = await warned(discord, group)
    assert warning.text == WARNING
    assert warning.reply_to == message.id
    assert house.omar.pings == [warning]
    assert house.fran.pings == []
    assert [control.custom_id for control in warning.controls] == [
        f"cv:review:{message.id}:open:{group.id}"
    ]
    nothing_kept(tmp_path, *LEAKED)


async def test_what_is_no_identifier_is_left_alone(
    discord: Loopback, house: House, group: Channel
) -> None:
    await house.omar.write(group, CLEAN)
    await none_warned(discord, group)


async def test_channels_of_no_group_are_not_watched(
    discord: Loopback, house: House, group: Channel
) -> None:
    hall = house.server.add_text_channel("hall")
    await discord.quiet()
    await house.omar.write(hall, LEAK)
    thread = await house.omar.open_thread(hall, TITLE)
    await house.omar.write(thread, LEAK)
    await none_warned(discord, hall)
    assert warnings(thread) == []


async def test_threads_and_the_voice_channels_chat_belong_to_the_group(
    discord: Loopback, house: House, group: Channel
) -> None:
    thread = await house.omar.open_thread(group, "Boundaries")
    await discord.quiet()
    for place in (thread, house.voice):
        message = await house.omar.write(place, LEAK)
        assert (await warned(discord, place)).reply_to == message.id


async def test_a_file_name_is_looked_at(discord: Loopback, house: House, group: Channel) -> None:
    await house.omar.write(group, "The form", files={"intake_jane_doe.pdf": b"%PDF"})
    warning = await warned(discord, group)
    review = await house.omar.press(warning, REVIEW)
    assert "a file that seems to be named after someone" in review.text


async def test_an_edit_warns_and_another_does_not_warn_again(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, CLEAN)
    await none_warned(discord, group)
    await house.omar.edit(message, LEAK)
    await warned(discord, group)
    await house.omar.edit(message, f"{LEAK} Again.")
    await warned(discord, group)
    await bot.restart()
    await house.omar.edit(message, f"{LEAK} And again.")
    await warned(discord, group)


async def test_an_edit_that_mends_it_takes_the_warning_away(
    discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    await warned(discord, group)
    await house.omar.edit(message, CLEAN)
    await gone(discord, group)
    await house.omar.edit(message, f"{CLEAN} Or Thursday?")
    await none_warned(discord, group)


async def test_what_comes_back_after_mending_is_warned_about_once(
    discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    await warned(discord, group)
    for _ in range(2):
        await house.omar.edit(message, CLEAN)
        await gone(discord, group)
        await house.omar.edit(message, LEAK)
        await warned(discord, group)
        await house.omar.edit(message, f"{LEAK} Again.")
        await warned(discord, group)


async def test_a_message_that_its_author_deletes_takes_its_warning_along(
    discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    await warned(discord, group)
    await house.omar.delete(message)
    await gone(discord, group)


# Where Discord does not play along.


async def test_where_the_bot_may_not_answer_nothing_breaks(
    discord: Loopback, house: House, group: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    house.server.deny(group, None, send_messages=True)
    await discord.quiet()
    await house.omar.write(group, LEAK)
    await discord.until(lambda: "could not be posted" in caplog.text, "a line in the log")
    assert not any(word in caplog.text for word in LEAKED)
    house.server.allow(group, None, send_messages=True)
    await discord.quiet()
    await house.omar.write(group, LEAK)
    await warned(discord, group)


async def test_a_warning_whose_answer_was_lost_stands_once_and_can_be_taken_back(
    discord: Loopback, house: House, group: Channel
) -> None:
    discord.faults.lose_answer("POST /channels/{channel_id}/messages", how="500", times=1)
    message = await house.omar.write(group, LEAK)
    await discord.until(lambda: warnings(group), "the warning")
    await asyncio.sleep(1.2)  # discord.py asks again after a second
    await warned(discord, group)
    await house.omar.edit(message, CLEAN)
    await gone(discord, group)


async def test_a_message_deleted_before_the_warning_leaves_none(
    discord: Loopback, house: House, group: Channel
) -> None:
    discord.faults.slow("POST /channels/{channel_id}/messages", 0.1, before=True)
    message = await house.omar.write(group, LEAK)
    await house.omar.delete(message)
    await discord.quiet(0.3)
    assert warnings(group) == []


async def test_a_message_mended_while_the_warning_is_sent_leaves_none(
    discord: Loopback, house: House, group: Channel
) -> None:
    discord.faults.slow("POST /channels/{channel_id}/messages", 0.1, before=False)
    message = await house.omar.write(group, LEAK)
    await discord.until(lambda: warnings(group), "the warning")
    await house.omar.edit(message, CLEAN)
    await gone(discord, group)
