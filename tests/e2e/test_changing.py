"""Second thoughts as members live them: a time withdrawn, a call-off taken back, below quorum."""

import asyncio
from datetime import timedelta

from playground.loopback import Loopback
from playground.world import Channel, Message
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.stage import (
    answer,
    call_meeting,
    came,
    make_group,
    meeting_card,
    poll_card,
    thread_of,
)

WEDNESDAY = MONDAY + timedelta(days=2, hours=4)
WED, THU = "<t:1772650800:F>", "<t:1772722800:F>"
LONDON_WED, LONDON_THU = "Wed 4 March, 7:00 pm - 8:00 pm", "Thu 5 March, 3:00 pm - 4:00 pm"
AUCKLAND_WED = "Thu 5 March, 8:00 am - 9:00 am"


async def _poll(discord: Loopback, house: House, quorum: int = 2) -> Message:
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(house.text, house.fran, members, quorum)
    await call_meeting(house.text, house.fran, "Wed 2pm, Thu 10am")
    return await poll_card(discord, house.text)


async def _settled(discord: Loopback, house: House) -> Message:
    """A meeting on Wednesday to which Fran and Omar come; the quorum is two."""
    card = await _poll(discord, house)
    await answer(house.omar, card, [LONDON_WED])
    await answer(house.dana, card, [])
    return await meeting_card(discord, house.text)


def _saying(channel: Channel, words: str) -> list[Message]:
    return [one for one in channel.standing if words in one.text]


async def _called_off(discord: Loopback, house: House, thread: Channel) -> Message:
    sure = await house.fran.slash(house.text, "meeting cancel", meeting="Countertransference")
    done = await house.fran.press(sure, "Yes, call it off")
    assert "take that back until" in done.text
    await discord.until(lambda: _saying(thread, "will not take place"), "a notice")
    return _saying(thread, "will not take place")[-1]


async def test_a_withdrawn_time_leaves_the_card_and_all_else_stays(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house)
    await answer(house.omar, card, [LONDON_WED, LONDON_THU])
    menu = await house.fran.press(card, "Manage")
    which = await house.fran.press(menu, "Withdraw a time")
    await bot.restart()
    gone = await house.fran.choose(which, "Withdraw a time", ["1772650800"])
    assert "no longer a choice" in gone.text
    await discord.until(lambda: WED not in card.text, "the card without it")
    assert f"{house.fran.mention} {house.omar.mention}" in card.text
    again = await house.fran.press(menu, "Withdraw a time")
    refused = await house.fran.choose(again, "Withdraw a time", ["1772722800"])
    assert "No other time would be left" in refused.text


async def test_an_answer_to_a_time_that_was_withdrawn_meanwhile_counts_for_the_rest(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house)
    form = await house.omar.press(card, "Answer")
    menu = await house.fran.press(card, "Manage")
    which = await house.fran.press(menu, "Withdraw a time")
    await house.fran.choose(which, "Withdraw a time", ["1772650800"])
    kept = await house.omar.submit(form, {"I can come": [LONDON_WED, LONDON_THU]})
    assert "1 time yes" in kept.text


async def test_a_call_off_is_taken_back_with_event_reminders_and_word_to_all(
    bot: Bot, discord: Loopback, house: House
) -> None:
    meeting = await _settled(discord, house)
    thread = await thread_of(discord, house.text)
    notice = await _called_off(discord, house, thread)
    await discord.until(lambda: not house.server.events, "the event's end")
    await bot.restart()
    refused = await house.omar.press(notice, "Take it back")
    assert "Only the person who called this meeting" in refused.text
    back = await house.fran.press(notice, "Take it back")
    assert "takes place as planned" in back.text
    await discord.until(lambda: _saying(thread, "Not called off after all"), "a notice")
    again = _saying(thread, "Not called off after all")[0]
    assert again in house.omar.pings
    assert b"SEQUENCE:1" in notice.attachments[0].content
    assert b"SEQUENCE:2" in again.attachments[0].content
    assert b"METHOD:PUBLISH" in again.attachments[0].content
    await discord.until(lambda: house.server.events, "the event")
    await discord.until(lambda: "Called off" not in meeting.text, "the card")
    await discord.clock.walk(WEDNESDAY + timedelta(minutes=5))
    assert len(came(thread, "Reminder")) == 3
    assert len(_saying(thread, "starting now")) == 1
    assert len(_saying(thread, "Not called off after all")) == 1
    assert _saying(thread, "has moved") == []


async def test_after_twelve_hours_a_call_off_stays(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _settled(discord, house)
    thread = await thread_of(discord, house.text)
    notice = await _called_off(discord, house, thread)
    await discord.clock.walk(MONDAY + timedelta(hours=12, minutes=1))
    refused = await house.fran.press(notice, "Take it back")
    assert "more than 12 hours ago" in refused.text
    await discord.clock.walk(WEDNESDAY + timedelta(minutes=5))
    assert came(thread, "Reminder") == []


async def test_a_poll_that_was_called_off_opens_again_with_its_answers(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house)
    await answer(house.omar, card, [LONDON_WED])
    menu = await house.fran.press(card, "Manage")
    sure = await house.fran.press(menu, "Call it off")
    done = await house.fran.press(sure, "Yes, call it off")
    await discord.until(lambda: "Called off" in card.text, "the end on the card")
    back = await house.fran.press(done, "Take it back")
    assert "open again" in back.text
    await discord.until(lambda: "2 yes" in card.text and "Called off" not in card.text, "the card")
    settled = await answer(house.dana, card, [AUCKLAND_WED])
    assert "That settled it" in settled.text


async def test_below_quorum_the_group_is_told_once_and_the_convener_can_keep_it(
    bot: Bot, discord: Loopback, house: House
) -> None:
    meeting = await _settled(discord, house)
    thread = await thread_of(discord, house.text)
    await house.omar.press(meeting, "I can’t come")
    await discord.until(lambda: _saying(thread, "Fewer than the quorum"), "the notice")
    (notice,) = _saying(thread, "Fewer than the quorum")
    assert notice in house.fran.pings
    assert notice not in house.omar.pings
    assert [one.name for one in notice.controls] == ["Move it", "Keep it as it is", "Call it off"]
    await discord.until(lambda: "1 person can come" in meeting.text, "the card")
    refused = await house.omar.press(notice, "Keep it as it is")
    assert "Only the person who called this meeting" in refused.text
    await asyncio.gather(*(house.fran.press(notice, "Keep it as it is") for _ in range(2)))
    assert "keeps the meeting" in notice.text
    assert len(_saying(thread, "keeps the meeting")) == 1
    assert [one.name for one in notice.controls] == ["Show the meeting"]
    await house.omar.press(meeting, "I am coming")
    await house.omar.press(meeting, "I can’t come")
    await bot.restart()
    await discord.clock.walk(WEDNESDAY + timedelta(minutes=5))
    assert _saying(thread, "Fewer than the quorum") == []
    assert len(came(thread, "Reminder")) == 3


async def test_below_quorum_the_convener_can_move_or_call_off_from_the_notice(
    bot: Bot, discord: Loopback, house: House
) -> None:
    meeting = await _settled(discord, house)
    thread = await thread_of(discord, house.text)
    await house.omar.press(meeting, "I can’t come")
    await discord.until(lambda: _saying(thread, "Fewer than the quorum"), "the notice")
    (notice,) = _saying(thread, "Fewer than the quorum")
    form = await house.fran.press(notice, "Move it")
    preview = await house.fran.submit(form, {"Which times could you offer?": "Thu 3pm"})
    assert "Nothing has changed yet" in preview.text
    sure = await house.fran.press(notice, "Call it off")
    done = await house.fran.press(sure, "Yes, call it off")
    assert "Called off" in done.text


async def test_a_member_who_leaves_can_bring_a_meeting_below_its_quorum(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _settled(discord, house)
    thread = await thread_of(discord, house.text)
    await house.omar.slash(house.text, "group leave")
    await discord.until(lambda: _saying(thread, "Fewer than the quorum"), "the notice")


async def test_a_move_asks_only_those_whose_word_about_the_new_time_is_not_known(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house)
    await answer(house.omar, card, [LONDON_WED, LONDON_THU])
    await house.fran.press(await house.fran.press(card, "Manage"), "Settle now")
    meeting = await meeting_card(discord, house.text)
    thread = await thread_of(discord, house.text)
    await house.dana.press(meeting, "I am coming")
    preview = await house.fran.slash(
        house.text, "meeting move", meeting="Countertransference", to="Thu 10am"
    )
    done = await house.fran.press(preview, "Move the meeting")
    assert house.dana.mention in done.text
    assert house.omar.mention not in done.text
    await discord.until(lambda: _saying(thread, "has moved"), "the notice")
    (notice,) = _saying(thread, "has moved")
    assert "no longer counts" in notice.text
    asked = f"{house.dana.mention}, please say"
    assert asked in notice.text
    assert notice.pinged == {house.dana.id, house.omar.id}
    await discord.until(lambda: f"Not heard from** {house.dana.mention}" in meeting.text, "a card")
    assert "**Coming (2)**" in meeting.text
    await bot.restart()
    await discord.clock.walk(WEDNESDAY)
    assert _saying(thread, "Reminder")[0].pinged == {
        person.id for person in (house.fran, house.omar, house.dana)
    }
    await house.dana.press(notice, "I can’t come")
    assert _saying(thread, "Fewer than the quorum") == []
    await house.fran.slash(house.text, "group settings", quorum=3)
    await discord.until(lambda: _saying(thread, "Fewer than the quorum"), "the quorum's notice")
    assert (
        "2 people can come, and the quorum is 3" in _saying(thread, "Fewer than the quorum")[0].text
    )


async def test_when_no_time_can_reach_the_quorum_the_convener_is_asked_once(
    bot: Bot, discord: Loopback, house: House
) -> None:
    words = "no time can reach the quorum any more"
    card = await _poll(discord, house, quorum=3)
    await answer(house.omar, card, [])
    await discord.until(lambda: _saying(house.text, words), "the question")
    (notice,) = _saying(house.text, words)
    assert notice.pinged == {house.fran.id}
    assert [one.name for one in notice.controls] == ["Add times", "Wait", "Call it off"]
    assert "at most 2 people" in notice.text
    refused = await house.omar.press(notice, "Wait")
    assert "Only the person who called this meeting" in refused.text
    await bot.restart()
    for _ in range(2):
        await answer(house.omar, card, [LONDON_WED])
        await answer(house.omar, card, [])
    form = await house.fran.press(notice, "Add times")
    preview = await house.fran.submit(form, {"Which times could you offer?": "Fri 9am"})
    await house.fran.press(preview, "Add these times")
    await answer(house.dana, card, [])
    await discord.until(lambda: len(_saying(house.text, words)) == 2, "a question of its own")
    again = _saying(house.text, words)[-1]
    await house.fran.press(again, "Wait")
    assert f"{house.fran.mention} waits" in again.text
    assert [one.name for one in again.controls] == ["Manage"]
    await bot.restart()
    await discord.clock.walk(MONDAY + timedelta(days=3))
    assert len(_saying(house.text, words)) == 1
    assert len(_saying(house.text, "no time has enough people yet")) == 1
