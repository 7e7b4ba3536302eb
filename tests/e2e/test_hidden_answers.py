"""Answers hidden until one has answered, as members live them."""

from datetime import timedelta

from playground.loopback import Loopback
from playground.world import Channel, Message
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.stage import answer, call_meeting, make_group, meeting_card, poll_card

LONDON_WED = "Wed 4 March, 7:00 pm - 8:00 pm"
GIVEAWAYS = (" yes", "if need be", " no\n", "⭐", "best so far", "school run")


def _saying(channel: Channel, words: str) -> list[Message]:
    return [one for one in channel.standing if words in one.text]


async def _poll(discord: Loopback, house: House, times: str, quorum: int) -> Message:
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(house.text, house.fran, members, quorum)
    await call_meeting(house.text, house.fran, times)
    return await poll_card(discord, house.text)


def _gives_nothing_away(message: Message) -> None:
    assert [one for one in GIVEAWAYS if one in message.text] == []
    assert message.attachments == []


async def test_a_group_that_hides_answers_shows_them_to_who_has_answered(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house, "Wed 2pm, Thu 10am, Fri 9am, Fri 11am", quorum=3)
    await discord.until(lambda: "1 yes" in card.text, "counts, as long as they are open")
    changed = await house.fran.slash(house.text, "group settings", answers="hidden")
    assert "hidden from who has not answered yet" in changed.text
    await discord.until(lambda: "1 of 3 have answered" in card.text, "the card without counts")
    _gives_nothing_away(card)
    refused = await house.omar.press(card, "See answers")
    assert "Please answer this poll first" in refused.text
    form = await house.omar.press(card, "Answer")
    values = {
        "I can come": [LONDON_WED],
        "A note for the group (optional)": "before the school run",
    }
    thanks = await house.omar.submit(form, values)
    assert thanks.ephemeral
    assert "2 yes" in thanks.text
    assert "school run" in thanks.text
    await discord.until(lambda: "2 of 3 have answered" in card.text, "the card")
    assert f"**Not heard from** {house.dana.mention}" in card.text
    _gives_nothing_away(card)
    await bot.restart()
    seen = await house.fran.press(card, "See answers")
    assert seen.ephemeral
    assert "2 yes" in seen.text
    assert seen.message is not None
    (picture,) = seen.message.attachments
    assert "Wed 4 Mar: 2 pm: 2 (best, with you)" in str(picture.description)
    menu = await house.fran.press(await house.fran.press(card, "Manage"), "Choose a time")
    await house.fran.choose(menu, "Choose a time", ["1772650800"])
    await meeting_card(discord, house.text)
    await discord.until(lambda: "2 yes" in card.text, "nothing hidden any more")


async def test_notices_and_the_conveners_menus_give_nothing_away(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house, "Wed 2pm, Thu 10am", quorum=3)
    await house.fran.slash(house.text, "group settings", answers="hidden")
    await answer(house.omar, card, [])
    await discord.until(lambda: _saying(house.text, "please look at this poll"), "a question")
    (question,) = _saying(house.text, "please look at this poll")
    assert "quorum" not in question.text
    assert "1 yes · 1 no" in (await house.fran.press(question, "See answers")).text
    await discord.clock.walk(MONDAY + timedelta(days=2))
    await discord.until(lambda: _saying(house.text, "no time has enough people"), "the notice")
    (notice,) = _saying(house.text, "no time has enough people")
    _gives_nothing_away(notice)
    assert "1 person" not in notice.text
    form = await house.fran.press(notice, "Add times")
    preview = await house.fran.submit(form, {"Which times could you offer?": "Fri 9am"})
    await house.fran.press(preview, "Add these times")
    await answer(house.omar, card, [])
    menu = await house.fran.press(notice, "Choose a time")
    labels = menu.controls[0].options
    assert len(labels) == 3
    assert [one for one in labels if "person" in one or "people" in one] == []
    manage = await house.fran.press(card, "Manage")
    assert "Please answer this poll first" in (await house.fran.press(manage, "Settle now")).text
