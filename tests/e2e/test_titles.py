"""Titles of threads and posts are looked at as messages are."""

from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.threads import change_thread
from playground.world import Channel
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import (
    CLEAN,
    FALSE_ALARM,
    LEAK,
    LEAKED,
    REVIEW,
    TITLE,
    TITLE_WARNING,
    WARNING,
    gone,
    none_warned,
    nothing_kept,
    reviewed_title,
    warned,
    warnings,
    watched_group,
)


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group that meets in the voice channel."""
    return await watched_group(bot, house)


async def test_the_title_of_a_new_thread_is_looked_at(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    thread = await house.omar.open_thread(group, TITLE)
    review = await reviewed_title(discord, house.omar, thread)
    await house.omar.press(review, FALSE_ALARM)
    await gone(discord, thread)
    nothing_kept(tmp_path, *LEAKED)


async def test_who_renamed_a_thread_is_warned_and_a_better_title_ends_it(
    discord: Loopback, house: House, group: Channel
) -> None:
    opener = house.server.add_member("Petra", manage_threads=True)
    thread = await house.omar.open_thread(group, "Boundaries")
    await discord.quiet()
    await opener.rename(thread, TITLE)
    await reviewed_title(discord, opener, thread)
    refused = await house.omar.press(warnings(thread)[0], REVIEW)
    assert refused.text == "Only the author can open this review."
    await opener.rename(thread, "A question of boundaries")
    await gone(discord, thread)
    await opener.rename(thread, TITLE)
    await warned(discord, thread)


@pytest.mark.parametrize(("said_since", "warned_one"), [(2, "Petra"), (6, "Omar")])
async def test_who_renamed_it_is_read_in_the_thread_and_else_its_owner_is_warned(
    bot: Bot, discord: Loopback, house: House, group: Channel, said_since: int, warned_one: str
) -> None:
    """Renamed while the bot was away, and seen at another change; Discord's note may be far up."""
    petra = house.server.add_member("Petra", manage_threads=True)
    thread = await house.omar.open_thread(group, "Boundaries")
    await bot.stop()
    await petra.rename(thread, TITLE)
    for number in range(said_since):
        await house.omar.write(thread, f"Thought {number}")
    await bot.start()
    await none_warned(discord, thread)
    change_thread(discord.world, thread, petra.id, {"auto_archive_duration": 60})
    people = {"Petra": petra, "Omar": house.omar}
    await reviewed_title(discord, people[warned_one], thread)


async def test_a_post_is_warned_about_its_title_and_its_text_by_themselves(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    await house.fran.slash(
        group, "group create", name="Posts", quorum=2, zone="Europe/London", channel=house.forum
    )
    post = await house.dana.post(house.forum, TITLE, LEAK)
    await warned(discord, post, count=2)
    texts = {one.text for one in warnings(post)}
    assert texts == {WARNING, f"{house.dana.mention} {TITLE_WARNING}"}
    only_title = await house.dana.post(house.forum, TITLE, CLEAN)
    await reviewed_title(discord, house.dana, only_title)
    nothing_kept(tmp_path, *LEAKED)


async def test_without_the_right_to_read_only_titles_are_watched(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    warning = await warned(discord, group)
    await bot.stop()
    bot.reads_messages = False
    await bot.start()
    await house.omar.edit(message, f"{LEAK} Again.")
    await house.omar.write(group, LEAK)
    await warned(discord, group)
    review = await house.omar.press(warning, REVIEW)
    assert "may not read it any more" in review.text
    await house.omar.press(review, FALSE_ALARM)
    await gone(discord, group)
    thread = await house.omar.open_thread(group, TITLE)
    await reviewed_title(discord, house.omar, thread)
