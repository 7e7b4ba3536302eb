"""Reminders as each likes them: own times, alone or not, quiet hours, snooze, and the close."""

from datetime import datetime, timedelta

from playground.loopback import Loopback
from playground.reply import Reply
from playground.world import Channel, Message
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.stage import answer, call_meeting, came, make_group, meeting_card, poll_card
from tests.e2e.stage import thread_of as opened_thread

START = MONDAY + timedelta(days=2, hours=4)
"""Wednesday 14:00 in New York, 19:00 in London, Thursday 8:00 in Auckland."""

WHEN, WHERE = "How long before a meeting?", "Where?"
QUIET = "In which hours shall I keep quiet?"
ALONE = "By direct message, to me alone"
SILENT = 1 << 12


async def _settled(discord: Loopback, house: House) -> Message:
    """A meeting at START to which all three come, at the group's lead times 1 day, 1 h, 10 min."""
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(house.text, house.fran, members)
    await call_meeting(house.text, house.fran, "Wed 2pm")
    card = await poll_card(discord, house.text)
    await answer(house.omar, card, ["Wed 4 March, 7:00 pm - 8:00 pm"])
    await answer(house.dana, card, ["Thu 5 March, 8:00 am - 9:00 am"])
    return await meeting_card(discord, house.text)


async def _choose(house: House, **fields: str) -> Reply:
    """Dana fills in the form."""
    form = await house.dana.slash(house.text, "reminders change")
    labels = {"when": WHEN, "where": WHERE, "quiet": QUIET}
    values = {labels[name]: [said] if name == "where" else said for name, said in fields.items()}
    return await house.dana.submit(form, values)


def _minutes(messages: list[Message]) -> list[int]:
    """How long before the start each came."""
    return [round((START - one.created_at).total_seconds() / 60) for one in messages]


def _pinged(messages: list[Message], who: int) -> list[int]:
    return _minutes([one for one in messages if who in one.pinged])


def _standing(channel: Channel, words: str) -> list[Message]:
    return [one for one in channel.standing if words in one.text]


def _before(minutes: float) -> datetime:
    return START - timedelta(minutes=minutes)


async def test_a_member_with_own_ways_is_reminded_alone_and_the_others_as_before(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _settled(discord, house)
    refused = await _choose(house, when="soon", where=ALONE, quiet="21-8")
    assert "24h, 1h, 10m" in refused.text
    again = await house.dana.press(refused, "Change")
    assert again.modal is not None
    assert again.modal.fields[0].component["value"] == "soon"
    assert again.modal.fields[2].component["value"] == "21-8"
    values = {WHEN: "2 hours, 15m", WHERE: [ALONE], QUIET: ""}
    kept = await house.dana.submit(again, values)
    assert "2 hours and 15 minutes before" in kept.text
    shown = await house.dana.slash(house.text, "reminders show")
    assert "by direct message" in shown.text
    meeting = await house.dana.slash(house.text, "meeting show", meeting="Countertransference")
    assert "I remind you by direct message: <t:1772643600:F> and <t:1772649900:F>" in meeting.text
    thread = await opened_thread(discord, house.text)
    await discord.clock.walk(_before(70))
    await bot.restart()
    (first,) = _standing(house.dana.dm, "Reminder")
    await discord.clock.walk(_before(5))
    assert first.deleted
    assert len(_standing(house.dana.dm, "Reminder")) == 1
    assert _minutes(came(house.dana.dm, "Reminder")) == [120, 15]
    assert _minutes(came(thread, "Reminder")) == [1440, 60, 10]
    assert {frozenset(one.pinged) for one in came(thread, "Reminder")} == {
        frozenset((house.fran.id, house.omar.id))
    }
    assert len(_standing(thread, "Reminder")) == 1
    cannot = await house.dana.press(_standing(house.dana.dm, "Reminder")[0], "Show the meeting")
    assert "I tell you when it starts" in cannot.text
    await discord.clock.walk(START)
    (start,) = came(thread, "starting now")
    assert house.dana.id not in start.pinged
    assert len(_standing(house.dana.dm, "starting now")) == 1
    assert _standing(thread, "Reminder") == _standing(house.dana.dm, "Reminder") == []


async def test_closed_direct_messages_fall_back_to_a_ping_in_the_thread(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _settled(discord, house)
    await _choose(house, when="2h", where=ALONE)
    house.dana.close_dms()
    thread = await opened_thread(discord, house.text)
    await discord.clock.walk(START)
    assert _pinged(came(thread, "Reminder"), house.dana.id) == [120]
    assert _minutes(came(thread, "Reminder")) == [1440, 120, 60, 10]


async def test_quiet_hours_bring_a_reminder_forward_and_leave_the_start(
    bot: Bot, discord: Loopback, house: House
) -> None:
    """In Auckland the meeting begins as the quiet hours end: an hour before is in the night."""
    await _settled(discord, house)
    kept = await _choose(house, quiet="21-8")
    assert "9:00 pm - 8:00 am, Auckland time" in kept.text
    thread = await opened_thread(discord, house.text)
    await discord.clock.walk(_before(700))
    await bot.restart()
    await discord.clock.walk(START)
    reminders = came(thread, "Reminder")
    assert _pinged(reminders, house.dana.id) == [1440, 661]  # 8:00 and 20:59 on Wednesday there
    assert _pinged(reminders, house.omar.id) == [1440, 60, 10]
    assert house.dana.id in came(thread, "starting now")[0].pinged


async def test_snooze_and_not_this_one_are_for_oneself_only(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _settled(discord, house)
    thread = await opened_thread(discord, house.text)
    await discord.clock.walk(_before(60))
    (reminder,) = _standing(thread, "Reminder")
    choice = await house.omar.press(reminder, "Snooze")
    assert [one.name for one in choice.controls] == ["In 10 minutes"]  # an hour would be too late
    snoozed = await house.omar.press(choice, "In 10 minutes")
    assert "I remind you again at <t:1772647800:t>" in snoozed.text
    hushed = await house.fran.press(reminder, "Not this one")
    assert "no more reminders of this meeting" in hushed.text
    shown = await house.fran.slash(house.text, "meeting show", meeting="Countertransference")
    assert "You wanted no reminders" in shown.text
    await bot.restart()
    await discord.clock.walk(_before(10))
    sent = came(thread, "Reminder")
    assert _minutes(sent) == [1440, 60, 50, 10]
    assert [sorted(one.pinged) for one in sent[2:]] == [
        [house.omar.id],
        sorted((house.omar.id, house.dana.id)),
    ]
    assert _standing(thread, "Reminder") == [sent[-1]]
    late = await house.omar.press(sent[-1], "Snooze")
    assert "starts before I could remind you again" in late.text
    back = await house.fran.press(shown, "Remind me after all")
    assert "remind you of this meeting again" in back.text
    await discord.clock.walk(START)
    assert house.fran.id in came(thread, "starting now")[0].pinged


async def test_a_move_and_a_call_off_take_the_place_of_old_reminders(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _settled(discord, house)
    await _choose(house, when="2h", where=ALONE)
    thread = await opened_thread(discord, house.text)
    await discord.clock.walk(_before(90))
    assert _standing(thread, "Reminder") != []
    assert _standing(house.dana.dm, "Reminder") != []
    preview = await house.fran.slash(
        house.text, "meeting move", meeting="Countertransference", to="Thu 2pm"
    )
    await house.fran.press(preview, "Move the meeting")
    await discord.until(lambda: _standing(thread, "has moved"), "the notice")
    await discord.until(lambda: not _standing(house.dana.dm, "Reminder"), "the old one to go")
    assert _standing(thread, "Reminder") == []
    await discord.clock.walk(START + timedelta(hours=23, minutes=30))
    assert len(_standing(thread, "Reminder")) == 1
    sure = await house.fran.slash(house.text, "meeting cancel", meeting="Countertransference")
    await house.fran.press(sure, "Yes, call it off")
    await discord.until(lambda: not _standing(thread, "Reminder"), "the old one to go")
    await discord.clock.walk(START + timedelta(hours=32))
    assert came(thread, "Who was there?") == []


async def test_the_close_asks_quietly_who_was_there_and_the_convener_can_mend_it(
    bot: Bot, discord: Loopback, house: House
) -> None:
    meeting = await _settled(discord, house)
    thread = await opened_thread(discord, house.text)
    await discord.clock.walk(START + timedelta(minutes=60))
    assert _standing(thread, "Who was there?") == []
    await discord.clock.walk(START + timedelta(minutes=61))
    (close,) = _standing(thread, "Who was there?")
    assert "<t:1772650800:F>" in close.text
    assert close.pinged == set()
    assert close.flags & SILENT
    assert _standing(thread, "starting now") == []
    await bot.restart()
    thanks = await house.omar.press(close, "I was there")
    assert "Thank you" in thanks.text
    await house.dana.press(close, "I could not")
    there = f"**Was there (1)** {house.omar.mention}"
    await discord.until(lambda: there in meeting.text, "the card to say so")
    refused = await house.omar.press(close, "Correct the list")
    assert "Only the person who called this meeting" in refused.text
    menu = await house.fran.press(close, "Correct the list")
    mended = await house.fran.choose(menu, "Who was there?", [house.fran, house.dana])
    assert f"2 people were there: {house.fran.mention} {house.dana.mention}" in mended.text
    await discord.until(lambda: "**Was there (2)**" in meeting.text, "the card to say so")
