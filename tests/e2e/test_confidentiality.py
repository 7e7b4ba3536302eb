"""The first guard over what members write: once, without the text, and private from there on."""

import asyncio
from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.person import Person
from playground.reply import Reply
from playground.threads import change_thread
from playground.world import Channel, Message
from tests.e2e.conftest import Bot, House
from tests.e2e.stage import make_group

LEAK = "My client Jane Doe called me at 212-555-0142 yesterday."
LEAKED = ("Jane", "Doe", "555-0142", "5550142")
CLEAN = "My client is stuck, and so am I. Tuesday at 2pm?"
TITLE = "Consult about my client Jane Doe"
WARNING = "This message may identify a client. Only you can open the review."
TITLE_WARNING = "This title may identify a client. Only you can open the review."
REVIEW = "Review privately"
DELETE = "Delete my message"
FALSE_ALARM = "Keep it: false alarm"
CONSENTED = "Keep it: the client consented"


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group with Fran and Omar in it, that meets in the voice channel."""
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    await house.fran.slash(house.text, "group settings", voice=house.voice)
    return house.text


def _warnings(channel: Channel) -> list[Message]:
    return [one for one in channel.standing if "may identify a client. Only you" in one.text]


async def _warned(discord: Loopback, channel: Channel, count: int = 1) -> Message:
    """The newest warning in a channel, once there are so many and no more come."""
    await discord.until(lambda: len(_warnings(channel)) >= count, "a warning")
    await discord.quiet()
    assert len(_warnings(channel)) == count
    return _warnings(channel)[-1]


async def _none_warned(discord: Loopback, channel: Channel) -> None:
    await discord.quiet(0.1)
    assert _warnings(channel) == []


async def _gone(discord: Loopback, channel: Channel) -> None:
    await discord.until(lambda: not _warnings(channel), "the warning's end")


def _nothing_kept(folder: Path, *words: str) -> None:
    """No file of the bot holds any of the words, nor does its journal of changes."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert [one.name for one in files if one.name == "convene.sqlite3"]
    for file in files:
        content = file.read_bytes().lower()
        assert [word for word in words if word.lower().encode() in content] == [], file.name


# The warning.


async def test_a_warning_answers_the_author_alone_and_repeats_nothing(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    message = await house.omar.write(group, LEAK)
    warning = await _warned(discord, group)
    assert warning.text == WARNING
    assert warning.reply_to == message.id
    assert house.omar.pings == [warning]
    assert house.fran.pings == []
    assert [control.custom_id for control in warning.controls] == [
        f"cv:review:{message.id}:open:{group.id}"
    ]
    _nothing_kept(tmp_path, *LEAKED)


async def test_what_is_no_identifier_is_left_alone(
    discord: Loopback, house: House, group: Channel
) -> None:
    await house.omar.write(group, CLEAN)
    await _none_warned(discord, group)


async def test_channels_of_no_group_are_not_watched(
    discord: Loopback, house: House, group: Channel
) -> None:
    hall = house.server.add_text_channel("hall")
    await discord.quiet()
    await house.omar.write(hall, LEAK)
    thread = await house.omar.open_thread(hall, TITLE)
    await house.omar.write(thread, LEAK)
    await _none_warned(discord, hall)
    assert _warnings(thread) == []


async def test_threads_and_the_voice_channels_chat_belong_to_the_group(
    discord: Loopback, house: House, group: Channel
) -> None:
    thread = await house.omar.open_thread(group, "Boundaries")
    await discord.quiet()
    for place in (thread, house.voice):
        message = await house.omar.write(place, LEAK)
        assert (await _warned(discord, place)).reply_to == message.id


async def test_a_file_name_is_looked_at(discord: Loopback, house: House, group: Channel) -> None:
    await house.omar.write(group, "The form", files={"intake_jane_doe.pdf": b"%PDF"})
    warning = await _warned(discord, group)
    review = await house.omar.press(warning, REVIEW)
    assert "a file that seems to be named after someone" in review.text


async def test_an_edit_warns_and_another_does_not_warn_again(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, CLEAN)
    await _none_warned(discord, group)
    await house.omar.edit(message, LEAK)
    await _warned(discord, group)
    await house.omar.edit(message, f"{LEAK} Again.")
    await _warned(discord, group)
    await bot.restart()
    await house.omar.edit(message, f"{LEAK} And again.")
    await _warned(discord, group)


async def test_an_edit_that_mends_it_takes_the_warning_away(
    discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    await _warned(discord, group)
    await house.omar.edit(message, CLEAN)
    await _gone(discord, group)
    await house.omar.edit(message, f"{CLEAN} Or Thursday?")
    await _none_warned(discord, group)


async def test_what_comes_back_after_mending_is_warned_about_once(
    discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    await _warned(discord, group)
    for _ in range(2):
        await house.omar.edit(message, CLEAN)
        await _gone(discord, group)
        await house.omar.edit(message, LEAK)
        await _warned(discord, group)
        await house.omar.edit(message, f"{LEAK} Again.")
        await _warned(discord, group)


async def test_a_message_that_its_author_deletes_takes_its_warning_along(
    discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    await _warned(discord, group)
    await house.omar.delete(message)
    await _gone(discord, group)


# The review.


async def _review(discord: Loopback, house: House, group: Channel) -> Reply:
    await house.omar.write(group, LEAK)
    return await house.omar.press(await _warned(discord, group), REVIEW)


async def test_the_review_shows_the_author_what_was_found_and_why(
    bot: Bot, discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    await house.omar.write(group, LEAK)
    warning = await _warned(discord, group)
    await bot.restart()
    review = await house.omar.press(warning, REVIEW)
    assert review.ephemeral
    assert "a name beside words for a client" in review.text
    assert "My client __**Jane Doe**__ called me" in review.text
    assert "called me at __**212-555-0142**__ yesterday" in review.text
    assert [control.name for control in review.controls] == [DELETE, FALSE_ALARM, CONSENTED]
    _nothing_kept(tmp_path, *LEAKED)


async def test_nobody_else_opens_the_review(
    discord: Loopback, house: House, group: Channel
) -> None:
    """Not even who manages the server."""
    await house.omar.write(group, LEAK)
    warning = await _warned(discord, group)
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
    await _gone(discord, group)
    assert LEAK not in [one.text for one in group.standing]
    _nothing_kept(tmp_path, *LEAKED)


async def test_where_the_bot_may_not_delete_the_author_is_asked_to(
    discord: Loopback, house: House, group: Channel
) -> None:
    house.server.take_from_bot(manage_messages=True)
    await discord.quiet()
    message = await house.omar.write(group, LEAK)
    review = await house.omar.press(await _warned(discord, group), REVIEW)
    done = await house.omar.press(review, DELETE)
    assert "Please delete it yourself" in done.text
    assert len(_warnings(group)) == 1
    await house.omar.delete(message)
    await _gone(discord, group)


@pytest.mark.parametrize("choice", [FALSE_ALARM, CONSENTED])
async def test_keeping_it_ends_the_warning_for_good(
    bot: Bot, discord: Loopback, house: House, group: Channel, choice: str, tmp_path: Path
) -> None:
    message = await house.omar.write(group, LEAK)
    review = await house.omar.press(await _warned(discord, group), REVIEW)
    await bot.restart()
    done = await house.omar.press(review, choice)
    assert done.updated
    assert "It stays, and the warning is gone" in done.text
    await _gone(discord, group)
    await house.omar.edit(message, f"{LEAK} Again.")
    await _none_warned(discord, group)
    assert not message.deleted
    _nothing_kept(tmp_path, *LEAKED)


async def test_a_review_of_a_deleted_message_says_so(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    """Deleted while the bot was away, so that the warning still stood."""
    message = await house.omar.write(group, LEAK)
    warning = await _warned(discord, group)
    await bot.stop()
    await house.omar.delete(message)
    await bot.start()
    review = await house.omar.press(warning, REVIEW)
    assert review.ephemeral
    assert "deleted already" in review.text
    assert review.controls == []
    await _gone(discord, group)


async def test_a_review_of_a_mended_message_says_so(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    warning = await _warned(discord, group)
    await bot.stop()
    await house.omar.edit(message, CLEAN)
    await bot.start()
    review = await house.omar.press(warning, REVIEW)
    assert "find nothing in it any more" in review.text
    await _gone(discord, group)


async def test_many_findings_fit_into_one_review(
    discord: Loopback, house: House, group: Channel
) -> None:
    many = " ".join(f"My client Jane Doe* is at 212-555-01{number}," for number in range(10, 50))
    await house.omar.write(group, many)
    review = await house.omar.press(await _warned(discord, group), REVIEW)
    assert "There is more of that kind: " in review.text
    assert "1. " in review.text


# Titles.


async def _reviewed_title(discord: Loopback, person: Person, thread: Channel) -> Reply:
    warning = await _warned(discord, thread)
    assert warning.text == f"{person.mention} {TITLE_WARNING}"
    assert warning in person.pings
    review = await person.press(warning, REVIEW)
    assert review.ephemeral
    assert "Please rename the thread" in review.text
    assert "__**Jane Doe**__" in review.text
    assert [control.name for control in review.controls] == [FALSE_ALARM, CONSENTED]
    return review


async def test_the_title_of_a_new_thread_is_looked_at(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    thread = await house.omar.open_thread(group, TITLE)
    review = await _reviewed_title(discord, house.omar, thread)
    await house.omar.press(review, FALSE_ALARM)
    await _gone(discord, thread)
    _nothing_kept(tmp_path, *LEAKED)


async def test_who_renamed_a_thread_is_warned_and_a_better_title_ends_it(
    discord: Loopback, house: House, group: Channel
) -> None:
    opener = house.server.add_member("Petra", manage_threads=True)
    thread = await house.omar.open_thread(group, "Boundaries")
    await discord.quiet()
    await opener.rename(thread, TITLE)
    await _reviewed_title(discord, opener, thread)
    refused = await house.omar.press(_warnings(thread)[0], REVIEW)
    assert refused.text == "Only the author can open this review."
    await opener.rename(thread, "A question of boundaries")
    await _gone(discord, thread)
    await opener.rename(thread, TITLE)
    await _warned(discord, thread)


async def test_without_a_note_of_who_renamed_it_the_threads_owner_is_warned(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    """Renamed while the bot was away, and seen at another change much later."""
    petra = house.server.add_member("Petra", manage_threads=True)
    thread = await house.omar.open_thread(group, "Boundaries")
    await bot.stop()
    await petra.rename(thread, TITLE)
    for number in range(6):
        await house.omar.write(thread, f"Thought {number}")
    await bot.start()
    await _none_warned(discord, thread)
    change_thread(discord.world, thread, petra.id, {"auto_archive_duration": 60})
    await _reviewed_title(discord, house.omar, thread)


async def test_a_post_is_warned_about_its_title_and_its_text_by_themselves(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    await house.fran.slash(
        group, "group create", name="Posts", quorum=2, zone="Europe/London", channel=house.forum
    )
    post = await house.dana.post(house.forum, TITLE, LEAK)
    await _warned(discord, post, count=2)
    texts = {one.text for one in _warnings(post)}
    assert texts == {WARNING, f"{house.dana.mention} {TITLE_WARNING}"}
    only_title = await house.dana.post(house.forum, TITLE, CLEAN)
    await _reviewed_title(discord, house.dana, only_title)
    _nothing_kept(tmp_path, *LEAKED)


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
    await _warned(discord, group)


async def test_a_warning_whose_answer_was_lost_stands_once_and_can_be_taken_back(
    discord: Loopback, house: House, group: Channel
) -> None:
    discord.faults.lose_answer("POST /channels/{channel_id}/messages", how="500", times=1)
    message = await house.omar.write(group, LEAK)
    await discord.until(lambda: _warnings(group), "the warning")
    await asyncio.sleep(1.2)  # discord.py asks again after a second
    await _warned(discord, group)
    await house.omar.edit(message, CLEAN)
    await _gone(discord, group)


async def test_a_message_deleted_before_the_warning_leaves_none(
    discord: Loopback, house: House, group: Channel
) -> None:
    discord.faults.slow("POST /channels/{channel_id}/messages", 0.1, before=True)
    message = await house.omar.write(group, LEAK)
    await house.omar.delete(message)
    await discord.quiet(0.3)
    assert _warnings(group) == []


async def test_a_message_mended_while_the_warning_is_sent_leaves_none(
    discord: Loopback, house: House, group: Channel
) -> None:
    discord.faults.slow("POST /channels/{channel_id}/messages", 0.1, before=False)
    message = await house.omar.write(group, LEAK)
    await discord.until(lambda: _warnings(group), "the warning")
    await house.omar.edit(message, CLEAN)
    await _gone(discord, group)


async def test_without_the_right_to_read_only_titles_are_watched(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    message = await house.omar.write(group, LEAK)
    warning = await _warned(discord, group)
    await bot.stop()
    bot.reads_messages = False
    await bot.start()
    await house.omar.edit(message, f"{LEAK} Again.")
    await house.omar.write(group, LEAK)
    await _warned(discord, group)
    review = await house.omar.press(warning, REVIEW)
    assert "may not read it any more" in review.text
    await house.omar.press(review, FALSE_ALARM)
    await _gone(discord, group)
    thread = await house.omar.open_thread(group, TITLE)
    await _reviewed_title(discord, house.omar, thread)


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
    _nothing_kept(tmp_path, *LEAKED)
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
