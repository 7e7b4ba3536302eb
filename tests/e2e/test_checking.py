"""A draft that is checked and then posted, and the check in a message's own menu."""

from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.reply import Reply
from playground.stage import DriverError
from playground.world import Channel, Message
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import CLEAN, LEAK, LEAKED, nothing_kept
from tests.e2e.stage import make_group

ASKED = "What would you like to send?"
POST, CHANGE, BACK = "Post it in this channel", "Change it", "Take it back"
MENU, DELETE = "Check for identifiers", "Delete my message"


async def checked(house: House, draft: str, channel: Channel | None = None) -> Reply:
    """What Omar gets for a draft."""
    form = await house.omar.slash(channel or house.text, "check")
    return await house.omar.submit(form, {ASKED: draft})


def said(channel: Channel) -> list[Message]:
    """What everybody sees there."""
    return [one for one in channel.standing if not one.ephemeral]


# A draft.


async def test_a_clean_draft_is_posted_in_its_authors_name(
    bot: Bot, house: House, tmp_path: Path
) -> None:
    answer = await checked(house, f"{CLEAN} {house.fran.mention} @everyone")
    assert [one.name for one in answer.controls] == [POST, CHANGE]
    assert said(house.text) == []
    await bot.restart()
    done = await house.omar.press(answer, POST)
    assert done.updated
    (message,) = said(house.text)
    assert message.text == (f"{house.omar.mention} writes:\n{CLEAN} {house.fran.mention} @everyone")
    assert str(message.id) in done.text
    assert message.pinged == set()
    assert [one.name for one in done.controls] == [BACK]
    nothing_kept(tmp_path, "My client is stuck")


async def test_pressing_twice_posts_once(bot: Bot, discord: Loopback, house: House) -> None:
    answer = await checked(house, CLEAN)
    discord.faults.lose_answer("POST /channels/{channel_id}/messages", how="reset", times=1)
    unsure = await house.omar.press(answer, POST)
    assert "Discord did not say" in unsure.text
    done = await house.omar.press(answer, POST)
    assert "It is posted" in done.text
    assert len(said(house.text)) == 1


async def test_what_was_posted_can_be_taken_back(bot: Bot, house: House) -> None:
    done = await house.omar.press(await checked(house, CLEAN), POST)
    gone = await house.omar.press(done, BACK)
    assert gone.updated
    assert gone.text == "It is gone from the channel."
    assert gone.controls == []
    assert said(house.text) == []


async def test_a_draft_with_findings_is_posted_only_after_it_was_changed(
    bot: Bot, house: House, tmp_path: Path
) -> None:
    answer = await checked(house, LEAK)
    assert "__**Jane Doe**__" in answer.text
    assert [one.name for one in answer.controls] == [CHANGE]
    form = await house.omar.press(answer, CHANGE)
    assert form.modal is not None
    rewrite = str(form.modal.prefilled(ASKED))
    assert "called me at" in rewrite
    assert not any(word in rewrite for word in LEAKED)
    still = await house.omar.submit(form, {ASKED: "My client Jane Doe called."})
    assert still.updated
    assert [one.name for one in still.controls] == [CHANGE]
    clean = await house.omar.submit(await house.omar.press(still, CHANGE), {ASKED: CLEAN})
    assert clean.updated
    await house.omar.press(clean, POST)
    assert [one.text for one in said(house.text)] == [f"{house.omar.mention} writes:\n{CLEAN}"]
    nothing_kept(tmp_path, *LEAKED)


async def test_a_draft_longer_than_a_message_says_so(bot: Bot, house: House) -> None:
    answer = await checked(house, "So we sat. " * 350)
    assert "It has 3850 characters. I can post up to 1960 at once" in answer.text
    assert [one.name for one in answer.controls] == [CHANGE]
    longest = await checked(house, "a" * 1960)
    await house.omar.press(longest, POST)
    assert len(said(house.text)) == 1


async def test_where_the_author_may_not_write_nothing_is_posted(
    bot: Bot, discord: Loopback, house: House
) -> None:
    answer = await checked(house, CLEAN)
    house.server.deny(house.text, house.omar, send_messages=True)
    await discord.quiet()
    refused = await house.omar.press(answer, POST)
    assert "You cannot write in this channel" in refused.text
    again = await checked(house, CLEAN)
    assert [one.name for one in again.controls] == [CHANGE]
    assert said(house.text) == []


async def test_in_a_thread_the_rights_of_threads_count(
    bot: Bot, discord: Loopback, house: House
) -> None:
    thread = await house.omar.open_thread(house.text, "Boundaries")
    house.server.deny(house.text, house.omar, send_messages=True)
    await discord.quiet()
    await house.omar.press(await checked(house, CLEAN, thread), POST)
    assert [one.text for one in said(thread) if "writes" in one.text]
    house.server.deny(house.text, house.omar, send_messages_in_threads=True)
    await discord.quiet()
    assert [one.name for one in (await checked(house, CLEAN, thread)).controls] == [CHANGE]


async def test_where_the_bot_may_not_write_the_draft_is_not_lost(
    bot: Bot, discord: Loopback, house: House
) -> None:
    house.server.deny(house.text, None, send_messages=True)
    await discord.quiet()
    refused = await house.omar.press(await checked(house, CLEAN), POST)
    assert "Discord did not let me post it here" in refused.text
    assert CLEAN in refused.text
    assert said(house.text) == []


# A message that stands.


@pytest.mark.parametrize("reads_messages", [True, False])
async def test_ones_own_message_is_reviewed_from_its_menu(
    bot: Bot, discord: Loopback, house: House, tmp_path: Path, *, reads_messages: bool
) -> None:
    await bot.stop()
    bot.reads_messages = reads_messages
    await bot.start()
    message = await house.omar.write(house.text, LEAK)
    answer = await house.omar.menu(message, MENU)
    assert answer.ephemeral
    assert "__**Jane Doe**__" in answer.text
    assert "a name beside words for a client" in answer.text
    assert "edit the message, or delete it" in answer.text
    done = await house.omar.press(answer, DELETE)
    assert done.text == "It is gone from the channel."
    assert message.deleted
    nothing_kept(tmp_path, *LEAKED)


async def test_anothers_message_is_answered_to_who_asks_alone(bot: Bot, house: House) -> None:
    message = await house.omar.write(house.text, LEAK)
    answer = await house.fran.menu(message, MENU)
    assert answer.ephemeral
    assert answer.message not in house.omar.sees(house.text)
    assert "__**Jane Doe**__" in answer.text
    assert "tell them privately and without repeating the words" in answer.text
    assert answer.controls == []
    assert house.omar.pings == []


async def test_a_clean_message_asks_nobody_for_anything(bot: Bot, house: House) -> None:
    message = await house.omar.write(house.text, CLEAN)
    for person in (house.omar, house.fran):
        answer = await person.menu(message, MENU)
        assert "I found nothing" in answer.text
        assert "privately" not in answer.text
        assert answer.controls == []


async def test_what_was_posted_through_the_bot_is_its_authors_own(bot: Bot, house: House) -> None:
    await house.omar.press(await checked(house, CLEAN), POST)
    (message,) = said(house.text)
    assert [one.name for one in (await house.omar.menu(message, MENU)).controls] == [BACK]
    assert (await house.fran.menu(message, MENU)).controls == []
    await house.omar.press(await house.omar.menu(message, MENU), BACK)
    assert said(house.text) == []


async def test_a_file_is_looked_into(bot: Bot, house: House) -> None:
    message = await house.omar.write(house.text, "See this", files={"notes.txt": LEAK.encode()})
    answer = await house.fran.menu(message, MENU)
    assert "a name beside words for a client, in the file notes.txt" in answer.text


async def test_a_message_without_words_is_told_so(bot: Bot, house: House) -> None:
    message = await house.omar.write(house.text, "hello")
    message.content = ""
    answer = await house.fran.menu(message, MENU)
    assert "no words in that message" in answer.text


async def test_who_the_group_knows_is_no_client_in_a_draft(
    bot: Bot, discord: Loopback, house: House
) -> None:
    """The same rules hold as for a message in the channel: its names, and how strict it is."""
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    draft = "My client Fran was late."
    assert [one.name for one in (await checked(house, draft)).controls] == [POST, CHANGE]
    hall = house.server.add_text_channel("hall")
    await discord.quiet()
    assert [one.name for one in (await checked(house, draft, hall)).controls] == [CHANGE]


async def test_the_menu_is_not_offered_in_direct_messages(bot: Bot, house: House) -> None:
    channel = house.omar.dm
    message = Message(1, channel.id, house.omar.user, LEAK)
    channel.messages[message.id] = message
    with pytest.raises(DriverError, match="not shown in direct messages"):
        await house.omar.menu(message, MENU)
