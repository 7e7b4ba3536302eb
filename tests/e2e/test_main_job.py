"""The main job: from a call to its reminders, as members live it."""

from datetime import timedelta
from typing import Any

from icalendar import Calendar

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


async def _settled(discord: Loopback, house: House) -> Message:
    """A group of three whose meeting is on Wednesday at 14:00 in New York."""
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(house.text, house.fran, members)
    await call_meeting(house.text, house.fran, "Wed 2pm, Thu 10am")
    card = await poll_card(discord, house.text)
    await answer(house.omar, card, ["Wed 4 March, 7:00 pm - 8:00 pm"])
    await answer(house.dana, card, [], ["Thu 5 March, 8:00 am - 9:00 am"])
    return await meeting_card(discord, house.text)


def _saying(channel: Channel, words: str) -> list[Message]:
    return [one for one in channel.standing if words in one.text]


def _reminders(thread: Channel) -> list[Message]:
    return came(thread, "Reminder")


async def test_a_call_pings_the_members_and_not_its_convener(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    posted = await call_meeting(house.text, house.fran, "Wed 2pm")
    assert "Posted in" in posted.text
    assert posted.ephemeral
    card = await poll_card(discord, house.text)
    assert house.omar.pings == [card]
    assert card not in house.fran.pings


async def test_all_answers_settle_the_slot_with_most_who_can_come(
    bot: Bot, discord: Loopback, house: House
) -> None:
    meeting = await _settled(discord, house)
    assert "<t:1772650800:F>" in meeting.text  # Wednesday 4 March 2026, 19:00 UTC
    assert f"**Maybe (1)** {house.dana.mention}" in meeting.text
    await discord.until(lambda: _saying(house.text, "**Settled:**"), "the poll's end")
    poll = _saying(house.text, "**Settled:**")[0]
    assert "Answer" not in [control.name for control in poll.controls]


async def test_reminders_come_once_each_to_those_who_come_or_may_come(
    bot: Bot, discord: Loopback, house: House
) -> None:
    meeting = await _settled(discord, house)
    await house.omar.press(meeting, "I can’t come")
    thread = await thread_of(discord, house.text)
    seen: list[int] = []
    for lead in (timedelta(days=1), timedelta(hours=1), timedelta(minutes=10)):
        await discord.clock.walk(MONDAY + timedelta(days=2, hours=4) - lead - timedelta(seconds=5))
        seen.append(len(_reminders(thread)))
        await discord.clock.walk(MONDAY + timedelta(days=2, hours=4) - lead)
        seen.append(len(_reminders(thread)))
    assert seen == [0, 1, 1, 2, 2, 3]
    await discord.clock.walk(MONDAY + timedelta(days=2, hours=6))
    assert len(_reminders(thread)) == 3
    starting = came(thread, "starting now")
    assert len(starting) == 1
    assert _saying(thread, "Reminder") == _saying(thread, "starting now") == []
    (close,) = _saying(thread, "Who was there?")
    assert close.pinged == set()
    for message in (*_reminders(thread), *starting):
        assert message.pinged == {house.fran.id, house.dana.id}
    assert "has taken place" in meeting.text


async def test_calendar_and_event_say_nothing_of_the_topic(
    bot: Bot, discord: Loopback, house: House
) -> None:
    meeting = await _settled(discord, house)
    file = meeting.attachments[0]
    event = _calendar_event(meeting)
    assert str(event["SUMMARY"]) == "Peer consultation"
    assert event["DTSTART"].dt == MONDAY + timedelta(days=2, hours=4)
    assert int(event["SEQUENCE"]) == 0
    assert b"Countertransference" not in file.content
    links = {one.name: one.component["url"] for one in meeting.controls if "url" in one.component}
    assert set(links) == {"Google Calendar", "Outlook.com", "Outlook at work"}
    assert "dates=20260304T190000Z%2F20260304T200000Z" in links["Google Calendar"]
    assert not any("ountertransference" in link for link in links.values())
    await discord.until(lambda: house.server.events, "an event")
    planned = house.server.events[0]
    assert planned.name == "Peer consultation"
    assert "Countertransference" not in (planned.description or "")


async def _moved(house: House, meeting: Message, to: str) -> None:
    menu = await house.fran.press(meeting, "Manage")
    form = await house.fran.press(menu, "Move it")
    preview = await house.fran.submit(form, {"Which times could you offer?": to})
    assert "Nothing has changed yet" in preview.text
    await house.fran.press(preview, "Move the meeting")


async def test_a_move_replaces_reminders_event_and_calendar_file_and_asks_the_others(
    bot: Bot, discord: Loopback, house: House
) -> None:
    meeting = await _settled(discord, house)
    uid = _uid(meeting)
    thread = await thread_of(discord, house.text)
    await _moved(house, meeting, "Thu 3pm")
    await discord.until(lambda: "has moved" in thread.standing[-1].text, "a notice")
    notice = thread.standing[-1]
    assert all(notice in person.pings for person in (house.omar, house.dana))
    assert notice not in house.fran.pings
    await discord.until(lambda: "<t:1772740800:F>" in meeting.text, "the card's new time")
    assert _uid(meeting) == uid
    assert int(_calendar_event(meeting)["SEQUENCE"]) == 1
    assert notice.attachments[0].content == meeting.attachments[0].content
    await discord.until(
        lambda: house.server.events[0].start == MONDAY + timedelta(days=3, hours=5), "the event"
    )
    title = "Thu 5 March, 3:00 pm New York time"
    await discord.until(lambda: thread.name.endswith(title), "the thread's name")
    old_time = MONDAY + timedelta(days=2, hours=4)
    await discord.clock.walk(old_time + timedelta(minutes=30))
    assert _reminders(thread) == []
    await discord.clock.walk(old_time + timedelta(days=1, hours=2))
    assert len(_reminders(thread)) == 3


def _calendar_event(meeting: Message) -> dict[str, Any]:
    read: Any = Calendar  # icalendar types its parts in part only
    return read.from_ical(meeting.attachments[0].content).walk("VEVENT")[0]


def _uid(meeting: Message) -> str:
    return str(_calendar_event(meeting)["UID"])


async def test_a_cancelled_meeting_reminds_nobody_and_tells_those_who_came(
    bot: Bot, discord: Loopback, house: House
) -> None:
    meeting = await _settled(discord, house)
    await house.omar.press(meeting, "I can’t come")
    thread = await thread_of(discord, house.text)
    sure = await house.fran.slash(house.text, "meeting cancel", meeting="Countertransference")
    done = await house.fran.press(sure, "Yes, call it off")
    assert "Called off" in done.text
    await discord.until(lambda: "will not take place" in thread.standing[-1].text, "a notice")
    notice = thread.standing[-1]
    assert notice in house.dana.pings
    assert notice not in house.omar.pings
    assert b"METHOD:CANCEL" in notice.attachments[0].content
    assert _uid(notice) == _uid(meeting)
    await discord.until(lambda: not house.server.events, "the event's end")
    await discord.clock.walk(MONDAY + timedelta(days=3))
    assert _reminders(thread) == []
    assert "Called off" in meeting.text
