"""Polls: answers in everybody's own zone, the deadline, and the convener's ways to go on."""

import asyncio
from datetime import timedelta

from playground.loopback import Loopback
from playground.world import Channel, Message
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.stage import answer, call_meeting, make_group, meeting_card, poll_card

LONDON_WED, LONDON_THU = "Wed 4 March, 7:00 pm - 8:00 pm", "Thu 5 March, 3:00 pm - 4:00 pm"
AUCKLAND_WED = "Thu 5 March, 8:00 am - 9:00 am"
DEADLINE = MONDAY + timedelta(days=2)
"""A call for "this week" is open for 48 hours where the first slot lies later."""


async def _poll(discord: Loopback, house: House, quorum: int = 2) -> Message:
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(house.text, house.fran, members, quorum)
    await call_meeting(house.text, house.fran, "Wed 2pm, Thu 10am")
    return await poll_card(discord, house.text)


def _saying(channel: Channel, words: str) -> list[Message]:
    return [one for one in channel.standing if words in one.text]


async def _undecided(discord: Loopback, house: House) -> Message:
    """A poll whose deadline has passed without a quorum of three."""
    card = await _poll(discord, house, quorum=3)
    await answer(house.omar, card, [LONDON_WED])
    await discord.clock.walk(DEADLINE)
    await discord.until(lambda: _saying(house.text, "no time has enough people"), "the notice")
    return _saying(house.text, "no time has enough people")[-1]


async def test_an_answer_is_prefilled_and_can_be_changed(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house, quorum=3)
    form = await house.omar.press(card, "Answer")
    values = {
        "I can come": [LONDON_WED],
        "If need be, I could come": [LONDON_THU],
        "A note for the group (optional)": "after the school run",
    }
    first = await house.omar.submit(form, values)
    assert "1 time yes, 1 if need be" in first.text
    await discord.until(lambda: "after the school run" in card.text, "the note on the card")
    again = await house.omar.press(card, "Answer")
    assert again.modal is not None
    assert again.modal.prefilled("I can come") == ["1772650800"]
    assert again.modal.prefilled("If need be, I could come") == ["1772722800"]
    assert again.modal.prefilled("A note for the group (optional)") == "after the school run"
    await house.omar.submit(again, {"I can come": [], "If need be, I could come": [LONDON_WED]})
    await discord.until(lambda: "1 yes · 1 if need be" in card.text, "the changed answer")


async def test_the_card_shows_counts_names_quorum_and_who_is_missing(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house, quorum=3)
    assert f"**Not heard from** {house.omar.mention} {house.dana.mention}" in card.text
    await answer(house.omar, card, [LONDON_WED])
    await discord.until(lambda: "2 yes" in card.text, "the count")
    assert f"**Not heard from** {house.dana.mention}" in card.text
    assert "**Quorum** 3 · best so far 2" in card.text
    assert f"{house.fran.mention} {house.omar.mention}" in card.text


async def test_every_control_works_after_a_restart(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house)
    form = await house.omar.press(card, "Answer")
    await bot.restart()
    kept = await house.omar.submit(form, {"I can come": [LONDON_WED]})
    assert "your answer is kept" in kept.text
    menu = await house.fran.press(card, "Manage")
    await bot.restart()
    await house.fran.press(menu, "Settle now")
    meeting = await meeting_card(discord, house.text)
    await bot.restart()
    gone = await house.omar.press(meeting, "I can’t come")
    assert "no reminders" in gone.text


async def test_the_deadline_settles_with_who_has_answered(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house)
    await answer(house.omar, card, [LONDON_THU])
    await discord.clock.walk(DEADLINE - timedelta(seconds=2))
    assert not _saying(house.text, "It starts")
    await discord.clock.walk(DEADLINE)
    meeting = await meeting_card(discord, house.text)
    assert "<t:1772722800:F>" in meeting.text  # Thursday: two can, Wednesday: one
    assert f"**Not heard from** {house.dana.mention}" in meeting.text
    await discord.until(lambda: not _open(card), "the end of the poll on its card")


def _open(card: Message) -> bool:
    return any(control.name == "Answer" for control in card.controls)


async def test_below_quorum_only_the_convener_is_told_and_nothing_is_settled(
    bot: Bot, discord: Loopback, house: House
) -> None:
    notice = await _undecided(discord, house)
    assert notice in house.fran.pings
    assert notice not in house.omar.pings
    assert [one.name for one in notice.controls] == [
        "Give it more time",
        "Add times",
        "Choose a time",
        "Call it off",
    ]
    assert not _saying(house.text, "It starts")


async def test_the_convener_can_give_it_more_time_but_not_past_its_last_slot(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house, quorum=3)
    await answer(house.omar, card, [LONDON_WED])
    manage = await house.fran.press(card, "Manage")
    menu = await house.fran.press(manage, "Give it more time")
    assert menu.controls[0].options == [
        "As long as the last time allows, until Thu 5 March, 9:30 am"
    ]
    await discord.clock.walk(DEADLINE)
    await discord.until(lambda: _saying(house.text, "no time has enough people"), "the notice")
    await bot.restart()
    notice = _saying(house.text, "no time has enough people")[-1]
    preview = await house.fran.submit(
        await house.fran.press(notice, "Add times"),
        {"Which times could you offer?": "Sun 15 March 9am"},
    )
    await house.fran.press(preview, "Add these times")
    menu = await house.fran.press(notice, "Give it more time")
    labels = menu.controls[0].options
    assert [one.partition(",")[0] for one in labels] == [
        "A day longer",
        "Two days longer",
        "A week longer",
    ]
    longer = await house.fran.choose(menu, "Give it more time", labels[1:2])
    assert "can now answer until" in longer.text
    refused = await house.omar.press(notice, "Give it more time")
    assert "Only the person who called this meeting" in refused.text


async def test_the_convener_can_choose_below_quorum(
    bot: Bot, discord: Loopback, house: House
) -> None:
    notice = await _undecided(discord, house)
    menu = await house.fran.press(notice, "Choose a time")
    await house.fran.choose(menu, "Choose a time", ["1772722800"])
    meeting = await meeting_card(discord, house.text)
    assert "<t:1772722800:F>" in meeting.text


async def test_the_convener_can_add_times_and_everybody_is_asked_again(
    bot: Bot, discord: Loopback, house: House
) -> None:
    notice = await _undecided(discord, house)
    form = await house.fran.press(notice, "Add times")
    preview = await house.fran.submit(form, {"Which times could you offer?": "Fri 9am"})
    added = await house.fran.press(preview, "Add these times")
    assert "Everybody is asked" in added.text
    card = next(one for one in house.text.standing if _open(one))
    await discord.until(lambda: card.text.count(":F>") >= 4, "the new time on the card")
    assert "**Not heard from**" in card.text


async def test_the_convener_can_call_it_off(bot: Bot, discord: Loopback, house: House) -> None:
    notice = await _undecided(discord, house)
    sure = await house.fran.press(notice, "Call it off")
    done = await house.fran.press(sure, "Yes, call it off")
    assert "Called off" in done.text
    await discord.until(lambda: _saying(house.text, "This poll"), "the notice")
    assert _saying(house.text, "This poll")[-1] in house.omar.pings


async def test_a_late_answer_that_makes_the_quorum_settles(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _undecided(discord, house)
    card = next(one for one in house.text.standing if _open(one))
    reply = await answer(house.dana, card, [AUCKLAND_WED])
    assert "That settled it" in reply.text


async def test_settling_early_without_quorum_is_refused_in_a_sentence(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house, quorum=3)
    menu = await house.fran.press(card, "Manage")
    refused = await house.fran.press(menu, "Settle now")
    assert "No time has the quorum yet" in refused.text


async def test_only_the_convener_or_who_manages_the_server_may_manage(
    bot: Bot, discord: Loopback, house: House
) -> None:
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(house.text, house.fran, members)
    await call_meeting(house.text, house.omar, "Wed 7pm")
    card = await poll_card(discord, house.text)
    refused = await house.dana.press(card, "Manage")
    assert "Only the person who called this meeting" in refused.text
    allowed = await house.fran.press(card, "Manage")
    assert "What would you like to do" in allowed.text


async def test_a_stranger_is_told_how_to_join(bot: Bot, discord: Loopback, house: House) -> None:
    card = await _poll(discord, house)
    stranger = house.server.add_member("Priya")
    refused = await stranger.press(card, "Answer")
    assert "/group join" in refused.text


async def test_a_note_that_may_identify_a_client_is_refused(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house, quorum=3)
    form = await house.omar.press(card, "Answer")
    values = {"I can come": [LONDON_WED], "A note for the group (optional)": "call 617-555-0143"}
    refused = await house.omar.submit(form, values)
    assert "may identify a client" in refused.text
    await discord.quiet(0.1)
    assert "555" not in card.text


async def test_many_answers_at_once_cost_few_edits_and_lose_none(
    bot: Bot, discord: Loopback, house: House
) -> None:
    people = [house.server.add_member(f"Member {number}") for number in range(20)]
    await make_group(house.text, house.fran, [(one, "Europe/London") for one in people], 30)
    await call_meeting(house.text, house.fran, "Wed 2pm, Thu 10am")
    card = await poll_card(discord, house.text)
    forms = [await person.press(card, "Answer") for person in people]
    before = _edits(discord, card)
    await asyncio.gather(
        *(
            person.submit(form, {"I can come": [LONDON_WED]})
            for person, form in zip(people[:-1], forms[:-1], strict=True)
        )
    )
    await discord.until(lambda: "20 yes" in card.text, "all answers on the card")
    assert _edits(discord, card) - before <= 5


def _edits(discord: Loopback, card: Message) -> int:
    path = f"/messages/{card.id}"
    return sum(one.method == "PATCH" and one.path.endswith(path) for one in discord.journal.entries)


async def test_a_member_who_leaves_is_not_waited_for(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house)
    await answer(house.omar, card, [LONDON_WED])
    await house.dana.slash(house.text, "group leave")
    meeting = await meeting_card(discord, house.text)
    assert "<t:1772650800:F>" in meeting.text
