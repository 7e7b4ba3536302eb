"""The private review of a warning, and the check of a draft."""

from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.reply import Reply
from playground.world import Channel
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import (
    CLEAN,
    CONSENTED,
    DELETE,
    FALSE_ALARM,
    LEAK,
    LEAKED,
    REVIEW,
    REWORD,
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


# The review.


async def _review(discord: Loopback, house: House, group: Channel) -> Reply:
    await house.omar.write(group, LEAK)
    return await house.omar.press(await warned(discord, group), REVIEW)


async def test_the_review_shows_the_author_what_was_found_and_why(
    bot: Bot, discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    await house.omar.write(group, LEAK)
    warning = await warned(discord, group)
    await bot.restart()
    review = await house.omar.press(warning, REVIEW)
    assert review.ephemeral
    assert "a name beside words for a client" in review.text
    assert "My client __**Jane Doe**__ called me" in review.text
    assert "called me at __**212-555-0142**__ yesterday" in review.text
    assert [control.name for control in review.controls] == [
        DELETE,
        REWORD,
        FALSE_ALARM,
        CONSENTED,
    ]
    nothing_kept(tmp_path, *LEAKED)


async def test_nobody_else_opens_the_review(
    discord: Loopback, house: House, group: Channel
) -> None:
    """Not even who manages the server."""
    await house.omar.write(group, LEAK)
    warning = await warned(discord, group)
    for person in (house.fran, house.dana):
        refused = await person.press(warning, REVIEW)
        assert refused.ephemeral
        assert refused.text == "Only the author can open this review."


async def test_deleting_from_the_review_removes_message_and_warning(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    review = await _review(discord, house, group)
    done = await house.omar.press(review, DELETE)
    assert done.updated
    assert "is deleted" in done.text
    assert done.controls == []
    await gone(discord, group)
    assert LEAK not in [one.text for one in group.standing]
    nothing_kept(tmp_path, *LEAKED)


async def test_where_the_bot_may_not_delete_the_author_is_asked_to(
    discord: Loopback, house: House, group: Channel
) -> None:
    house.server.take_from_bot(manage_messages=True)
    await discord.quiet()
    message = await house.omar.write(group, LEAK)
    review = await house.omar.press(await warned(discord, group), REVIEW)
    done = await house.omar.press(review, DELETE)
    assert "Please delete it yourself" in done.text
    assert len(warnings(group)) == 1
    await house.omar.delete(message)
    await gone(discord, group)


@pytest.mark.parametrize("choice", [FALSE_ALARM, CONSENTED])
async def test_keeping_it_ends_the_warning_for_good(
    bot: Bot, discord: Loopback, house: House, group: Channel, choice: str, tmp_path: Path
) -> None:
    message = await house.omar.write(group, LEAK)
    review = await house.omar.press(await warned(discord, group), REVIEW)
    await bot.restart()
    done = await house.omar.press(review, choice)
    assert done.updated
    assert "It stays, and the warning is gone" in done.text
    await gone(discord, group)
    await house.omar.edit(message, f"{LEAK} Again.")
    await none_warned(discord, group)
    assert not message.deleted
    nothing_kept(tmp_path, *LEAKED)


async def test_a_review_of_a_deleted_message_says_so(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    """Deleted while the bot was away, so that the warning still stood."""
    message = await house.omar.write(group, LEAK)
    warning = await warned(discord, group)
    await bot.stop()
    await house.omar.delete(message)
    await bot.start()
    review = await house.omar.press(warning, REVIEW)
    assert review.ephemeral
    assert "deleted already" in review.text
    assert review.controls == []
    await gone(discord, group)


async def test_a_review_of_a_mended_message_says_so(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    warning = await warned(discord, group)
    await bot.stop()
    await house.omar.edit(message, CLEAN)
    await bot.start()
    review = await house.omar.press(warning, REVIEW)
    assert "find nothing in it any more" in review.text
    await gone(discord, group)


async def test_many_findings_fit_into_one_review(
    discord: Loopback, house: House, group: Channel
) -> None:
    many = " ".join(f"My client Jane Doe* is at 212-555-01{number}," for number in range(10, 50))
    await house.omar.write(group, many)
    review = await house.omar.press(await warned(discord, group), REVIEW)
    assert "There is more of that kind: " in review.text
    assert "1. " in review.text


# The check of a draft.


@pytest.mark.parametrize("reads_messages", [True, False])
async def test_a_draft_is_checked_privately(
    bot: Bot, discord: Loopback, house: House, tmp_path: Path, *, reads_messages: bool
) -> None:
    await bot.stop()
    bot.reads_messages = reads_messages
    await bot.start()
    form = await house.omar.slash(house.text, "check")
    found = await house.omar.submit(form, {"What would you like to send?": LEAK})
    assert found.ephemeral
    assert "__**Jane Doe**__" in found.text
    assert "a name beside words for a client" in found.text
    assert "not a guarantee" in found.text
    nothing_kept(tmp_path, *LEAKED)
    assert house.text.standing == [found.message]


async def test_a_draft_with_nothing_in_it_is_told_so(
    bot: Bot, discord: Loopback, house: House
) -> None:
    form = await house.omar.slash(house.text, "check")
    await bot.restart()
    clean = await house.omar.submit(form, {"What would you like to send?": CLEAN})
    assert clean.ephemeral
    assert "I found nothing" in clean.text
    assert "not a guarantee" in clean.text


async def test_a_long_draft_full_of_findings_is_answered_in_one_message(
    bot: Bot, discord: Loopback, house: House
) -> None:
    form = await house.omar.slash(house.text, "check")
    many = " ".join(f"My client Jane Doe* is at 212-555-01{number}," for number in range(10, 99))
    found = await house.omar.submit(form, {"What would you like to send?": many[:4000]})
    assert "There is more of that kind: " in found.text
