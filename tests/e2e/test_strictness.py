"""How strict a group's guard is: quiet, nudge or strict, for the group or one of its channels."""

from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.world import Channel, Message
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import (
    CLEAN,
    CONSENTED,
    FALSE_ALARM,
    LEAK,
    LEAKED,
    REVIEW,
    TITLE,
    gone,
    none_warned,
    nothing_kept,
    reviewed_title,
    warned,
    warnings,
    watched_group,
)

COULD_NOT = "I would have taken it out here, but I cannot write to you privately"


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group that meets in the voice channel."""
    return await watched_group(bot, house)


async def _be(house: House, group: Channel, strictness: str, **place: Channel) -> None:
    await house.fran.slash(group, "group guard", strictness=strictness, **place)


async def _dm(discord: Loopback, house: House, count: int = 1) -> Message:
    dm = house.omar.dm
    await discord.until(lambda: len(dm.standing) >= count, "a direct message")
    await discord.quiet()
    assert len(dm.standing) == count
    return dm.standing[-1]


def _posted(channel: Channel) -> list[str]:
    return [one.text for one in channel.standing if " writes:\n" in one.text]


# Quiet.


async def test_quiet_tells_the_author_alone(
    bot: Bot, discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    await _be(house, group, "quiet")
    message = await house.omar.write(group, LEAK)
    told = await _dm(discord, house)
    assert f"/{group.id}/{message.id}" in told.text
    assert not any(word in told.text for word in LEAKED)
    assert warnings(group) == []
    await bot.restart()
    review = await house.omar.press(told, REVIEW)
    assert "__**Jane Doe**__" in review.text
    await house.omar.press(review, "Delete mine")
    assert message.deleted
    await discord.until(lambda: told.deleted, "the direct message's end")
    nothing_kept(tmp_path, *LEAKED)


async def test_quiet_says_nothing_where_direct_messages_are_closed(
    discord: Loopback, house: House, group: Channel
) -> None:
    await _be(house, group, "quiet")
    house.omar.close_dms()
    await house.omar.write(group, LEAK)
    await none_warned(discord, group)
    shown = await house.fran.slash(group, "group guard")
    assert "1 warning reached nobody" in shown.text


async def test_an_edit_that_heals_takes_the_direct_message_away(
    discord: Loopback, house: House, group: Channel
) -> None:
    await _be(house, group, "quiet")
    message = await house.omar.write(group, LEAK)
    told = await _dm(discord, house)
    await house.omar.edit(message, CLEAN)
    await discord.until(lambda: told.deleted, "the direct message's end")


# Strict.


async def test_strict_removes_the_message_and_gives_its_author_the_only_copy(
    bot: Bot, discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    await _be(house, group, "strict")
    first = await house.fran.write(group, "How was the week?")
    message = await house.omar.write(group, LEAK, reply_to=first)
    copy = await _dm(discord, house)
    await discord.until(lambda: message.deleted, "its removal")
    assert LEAK in copy.text
    assert "the only copy" in copy.text
    assert warnings(group) == []
    await bot.restart()
    form = await house.omar.press(copy, "Post the rewrite")
    assert form.modal is not None
    draft = str(form.modal.prefilled("Your message, reworded"))
    assert not any(word in draft for word in LEAKED)
    await house.omar.submit(form)
    await discord.quiet()
    assert _posted(group) == [f"{house.omar.mention} writes:\n{draft}"]
    assert [one.reply_to for one in group.standing if one.text in _posted(group)] == [first.id]
    assert not any(word in copy.text for word in LEAKED)
    assert copy.controls == []
    shown = await house.fran.slash(group, "group guard")
    assert "names: 1 confirmed" in shown.text
    nothing_kept(tmp_path, *LEAKED)


async def test_a_rewrite_of_a_removed_message_is_looked_at_again(
    discord: Loopback, house: House, group: Channel
) -> None:
    await _be(house, group, "strict")
    await house.omar.write(group, LEAK)
    form = await house.omar.press(await _dm(discord, house), "Post the rewrite")
    typed = "My client Jane Doe is stuck."
    again = await house.omar.submit(form, {"Your message, reworded": typed})
    assert "I posted nothing" in again.text
    assert LEAK in again.text
    form = await house.omar.press(again, "Post the rewrite")
    assert form.modal is not None
    assert form.modal.prefilled("Your message, reworded") == typed
    await house.omar.submit(form, {"Your message, reworded": CLEAN})
    assert _posted(group) == [f"{house.omar.mention} writes:\n{CLEAN}"]


async def test_an_author_can_stand_by_their_wording_of_a_removed_message(
    discord: Loopback, house: House, group: Channel
) -> None:
    await _be(house, group, "strict")
    await house.omar.write(group, LEAK)
    form = await house.omar.press(await _dm(discord, house), "Post the rewrite")
    typed = "My client Winona Judd is stuck."
    again = await house.omar.submit(form, {"Your message, reworded": typed})
    await house.omar.press(again, "Not an identifier: post my wording")
    assert _posted(group) == [f"{house.omar.mention} writes:\n{typed}"]


@pytest.mark.parametrize("choice", [FALSE_ALARM, CONSENTED])
async def test_a_removed_message_can_be_posted_as_it_was(
    discord: Loopback, house: House, group: Channel, choice: str, tmp_path: Path
) -> None:
    await _be(house, group, "strict")
    await house.omar.write(group, LEAK)
    await house.omar.press(await _dm(discord, house), f"{choice}: post it")
    await discord.quiet()
    assert _posted(group) == [f"{house.omar.mention} writes:\n{LEAK}"]
    await house.omar.write(group, LEAK)
    await discord.quiet(0.1)
    known = choice == FALSE_ALARM
    assert (LEAK in [one.text for one in group.standing]) is known
    nothing_kept(tmp_path, *LEAKED)


async def test_a_removed_message_can_be_left_out(
    discord: Loopback, house: House, group: Channel
) -> None:
    await _be(house, group, "strict")
    await house.omar.write(group, LEAK)
    copy = await _dm(discord, house)
    await house.omar.press(copy, "Leave it out")
    assert "It stays out" in copy.text
    assert "Jane" not in copy.text
    assert _posted(group) == []


async def test_strict_removes_nothing_that_its_author_would_lose(
    discord: Loopback, house: House, group: Channel
) -> None:
    """They take no direct messages, so they are nudged and told why."""
    await _be(house, group, "strict")
    house.omar.close_dms()
    message = await house.omar.write(group, LEAK)
    warning = await warned(discord, group)
    assert COULD_NOT in warning.text
    assert not message.deleted
    await house.omar.edit(message, CLEAN)
    await gone(discord, group)


async def test_strict_nudges_where_the_bot_may_not_delete(
    discord: Loopback, house: House, group: Channel
) -> None:
    house.server.take_from_bot(manage_messages=True)
    await _be(house, group, "strict")
    shown = await house.fran.slash(group, "group guard")
    assert f"I may not delete messages in <#{group.id}>" in shown.text
    message = await house.omar.write(group, LEAK)
    await warned(discord, group)
    assert not message.deleted
    assert house.omar.dm.standing == []


async def test_where_its_removal_is_refused_the_copy_goes_and_a_nudge_comes(
    discord: Loopback, house: House, group: Channel
) -> None:
    await _be(house, group, "strict")
    discord.faults.refuse("DELETE /channels/{channel_id}/messages/{message_id}", 403)
    message = await house.omar.write(group, LEAK)
    warning = await warned(discord, group)
    assert not message.deleted
    assert house.omar.dm.standing == []
    review = await house.omar.press(warning, REVIEW)
    await house.omar.press(review, "Delete mine")
    await gone(discord, group)


async def test_the_copy_holds_the_files_as_well(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    await _be(house, group, "strict")
    files = {"notes.txt": b"My client Jane Doe called me."}
    message = await house.omar.write(group, "Could you read this?", files=files)
    copy = await _dm(discord, house)
    await discord.until(lambda: message.deleted, "its removal")
    assert "in the file notes.txt" in copy.text
    assert [one.filename for one in copy.attachments] == ["notes.txt"]
    await house.omar.press(copy, "Leave it out")
    assert copy.attachments == []
    nothing_kept(tmp_path, *LEAKED)


async def test_a_file_alone_can_only_be_left_out(
    discord: Loopback, house: House, group: Channel
) -> None:
    await _be(house, group, "strict")
    message = await house.omar.write(group, files={"intake_jane_doe.pdf": b"%PDF"})
    copy = await _dm(discord, house)
    await discord.until(lambda: message.deleted, "its removal")
    assert [control.name for control in copy.controls] == ["Leave it out"]


async def test_a_removal_that_was_cut_short_is_made_good(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    """The bot ends after the copy is there and before the message is gone."""
    await _be(house, group, "strict")
    discord.faults.slow("DELETE /channels/{channel_id}/messages/{message_id}", 5.0, before=True)
    message = await house.omar.write(group, LEAK)
    copy = await _dm(discord, house)
    await bot.stop()
    discord.faults.clear()
    await bot.start()
    assert not message.deleted
    await house.omar.press(copy, "Leave it out")
    assert message.deleted


async def test_a_title_is_not_removed(discord: Loopback, house: House, group: Channel) -> None:
    await _be(house, group, "strict")
    thread = await house.omar.open_thread(group, TITLE)
    await reviewed_title(discord, house.omar, thread)


async def test_the_first_message_of_a_post_is_removed_and_can_be_posted_again_in_it(
    bot: Bot, discord: Loopback, house: House
) -> None:
    forum = house.forum
    await house.fran.slash(
        house.text, "group create", name="Posts", quorum=2, zone="Europe/London", channel=forum
    )
    await house.fran.slash(house.text, "group guard", group="Posts", strictness="strict")
    post = await house.omar.post(forum, "Boundaries", LEAK)
    copy = await _dm(discord, house)
    await discord.until(lambda: not any(LEAK in one.text for one in post.standing), "its removal")
    await house.omar.submit(await house.omar.press(copy, "Post the rewrite"))
    await discord.quiet()
    assert len(_posted(post)) == 1


# Where.


async def test_a_channel_of_a_group_can_differ_from_it(
    discord: Loopback, house: House, group: Channel
) -> None:
    thread = await house.omar.open_thread(group, "Boundaries")
    await _be(house, group, "strict")
    await _be(house, group, "nudge", channel=thread)
    await house.omar.write(thread, LEAK)
    await warned(discord, thread)
    message = await house.omar.write(house.voice, LEAK)
    await discord.until(lambda: message.deleted, "its removal")
    await _be(house, group, "inherited", channel=thread)
    message = await house.omar.write(thread, LEAK)
    await discord.until(lambda: message.deleted, "its removal")


async def test_who_may_change_settings_may_change_the_guard(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    refused = await house.dana.slash(group, "group guard", strictness="quiet")
    assert refused.ephemeral
    told = await house.omar.slash(group, "group guard", strictness="strict")
    assert told.text.startswith(f"{house.omar.mention} changed the guard")
    await bot.restart()
    shown = await house.dana.slash(group, "group guard")
    assert shown.ephemeral
    assert "is **strict**" in shown.text
    foreign = house.server.add_text_channel("hall")
    refused = await house.omar.slash(group, "group guard", strictness="quiet", channel=foreign)
    assert "does not belong to the group" in refused.text
