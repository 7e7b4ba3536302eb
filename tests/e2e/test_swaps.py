"""A message gives way to its rewrite, which its author edits and the bot posts under their name."""

from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.reply import Reply
from playground.world import Channel, Message
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import (
    CLEAN,
    LEAK,
    LEAKED,
    REVIEW,
    REWORD,
    gone,
    nothing_kept,
    warned,
    warnings,
    watched_group,
)

FIELD = "Your message, reworded"


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group that meets in the voice channel."""
    return await watched_group(bot, house)


async def _form(discord: Loopback, house: House, group: Channel) -> Reply:
    review = await house.omar.press(await warned(discord, group), REVIEW)
    return await house.omar.press(review, REWORD)


def _posted(group: Channel) -> list[Message]:
    return [one for one in group.standing if " writes:\n" in one.text]


async def test_the_rewrite_takes_the_place_of_the_message(
    bot: Bot, discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    first = await house.fran.write(group, "How was the week?")
    message = await house.omar.write(group, LEAK, reply_to=first)
    form = await _form(discord, house, group)
    assert form.modal is not None
    draft = str(form.modal.prefilled(FIELD))
    assert not any(word in draft for word in LEAKED)
    await bot.restart()
    done = await house.omar.submit(form, {FIELD: f"{draft} @everyone <@{house.fran.id}>"})
    assert done.updated
    assert "stands in its place" in done.text
    assert "Jane" not in done.text
    await gone(discord, group)
    assert message.deleted
    [posted] = _posted(group)
    assert posted.text == f"{house.omar.mention} writes:\n{draft} @everyone <@{house.fran.id}>"
    assert posted.reply_to == first.id
    assert posted.pinged == set()
    nothing_kept(tmp_path, *LEAKED)


async def test_a_rewrite_that_still_says_too_much_is_handed_back(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    message = await house.omar.write(group, LEAK)
    form = await _form(discord, house, group)
    again = await house.omar.submit(form, {FIELD: "My client Jane Doe is stuck."})
    assert again.ephemeral
    assert "I posted nothing" in again.text
    assert "Not an identifier" not in [control.name for control in again.controls]
    assert not message.deleted
    assert _posted(group) == []
    form = await house.omar.press(again, REWORD)
    assert form.modal is not None
    assert form.modal.prefilled(FIELD) == "My client Jane Doe is stuck."
    done = await house.omar.submit(form, {FIELD: CLEAN})
    assert "stands in its place" in done.text
    assert message.deleted
    assert [one.text for one in _posted(group)] == [f"{house.omar.mention} writes:\n{CLEAN}"]
    nothing_kept(tmp_path, *LEAKED)


async def test_an_author_can_stand_by_their_own_wording(
    bot: Bot, discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    """The guard errs at times; then the group learns that these words are harmless."""
    wording = "My client Winona Judd is stuck."
    await house.omar.write(group, LEAK)
    again = await house.omar.submit(await _form(discord, house, group), {FIELD: wording})
    await bot.restart()
    done = await house.omar.press(again, "Not an identifier: post my wording")
    assert "stands in its place" in done.text
    assert [one.text for one in _posted(group)] == [f"{house.omar.mention} writes:\n{wording}"]
    await house.fran.write(group, wording)
    await discord.quiet(0.1)
    assert warnings(group) == []
    nothing_kept(tmp_path, *LEAKED, "Winona", "Judd")


async def test_where_the_bot_may_not_delete_nothing_is_posted(
    discord: Loopback, house: House, group: Channel
) -> None:
    house.server.take_from_bot(manage_messages=True)
    await discord.quiet()
    await house.omar.write(group, LEAK)
    done = await house.omar.submit(await _form(discord, house, group), {FIELD: CLEAN})
    assert "so I posted nothing" in done.text
    assert CLEAN in done.text
    assert _posted(group) == []
    assert len(warnings(group)) == 1


async def test_where_the_bot_may_not_post_the_words_are_given_back(
    discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    form = await _form(discord, house, group)
    house.server.deny(group, None, send_messages=True)
    await discord.quiet()
    done = await house.omar.submit(form, {FIELD: CLEAN})
    assert message.deleted
    assert "did not let me post" in done.text
    assert CLEAN in done.text


async def test_two_submits_post_once(discord: Loopback, house: House, group: Channel) -> None:
    await house.omar.write(group, LEAK)
    form = await _form(discord, house, group)
    await house.omar.submit(form, {FIELD: CLEAN})
    await house.omar.submit(form, {FIELD: CLEAN})
    await discord.quiet()
    assert len(_posted(group)) == 1


async def test_a_long_rewrite_is_posted_in_parts(
    discord: Loopback, house: House, group: Channel
) -> None:
    await house.omar.write(group, LEAK)
    form = await _form(discord, house, group)
    line = "We talked about endings, and I am tired."
    await house.omar.submit(form, {FIELD: f"{line}\n" * 90})
    await discord.quiet()
    parts = [one.text for one in group.standing if line in one.text]
    assert len(parts) == 2
    assert "\n".join(parts).count(line) == 90
