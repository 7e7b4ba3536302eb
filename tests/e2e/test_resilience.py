"""Outages, restarts, lost answers and missing permissions: nothing is lost, nothing comes twice."""

from datetime import datetime, timedelta

import pytest

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

START = MONDAY + timedelta(days=2, hours=4)
"""Wednesday 14:00 in New York."""


async def _thread(discord: Loopback, house: House) -> Channel:
    """The thread of a settled meeting with two who come."""
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    await call_meeting(house.text, house.fran, "Wed 2pm")
    card = await poll_card(discord, house.text)
    await answer(house.omar, card, ["Wed 4 March, 7:00 pm - 8:00 pm"])
    return await thread_of(discord, house.text)


def _reminders(channel: Channel) -> list[Message]:
    return came(channel, "Reminder")


async def test_after_downtime_the_useful_reminder_goes_out_and_the_others_do_not(
    bot: Bot, discord: Loopback, house: House
) -> None:
    thread = await _thread(discord, house)
    await bot.stop()
    discord.clock.steer(START - timedelta(minutes=30))
    await bot.start()
    await discord.until(lambda: _reminders(thread), "a reminder")
    await discord.quiet(0.2)
    assert len(_reminders(thread)) == 1
    await discord.clock.walk(START + timedelta(hours=2))
    assert len(_reminders(thread)) == 2


async def test_after_the_meeting_nothing_about_its_start_is_sent(
    bot: Bot, discord: Loopback, house: House
) -> None:
    thread = await _thread(discord, house)
    await bot.stop()
    discord.clock.steer(START + timedelta(hours=3))
    await bot.start()
    await discord.quiet(0.3)
    assert _reminders(thread) == []
    assert came(thread, "starting now") == []


async def test_a_lost_answer_does_not_make_a_second_reminder(
    bot: Bot, discord: Loopback, house: House
) -> None:
    thread = await _thread(discord, house)
    loss = discord.faults.lose_answer("POST /channels/*/messages", times=2)
    await discord.clock.jump(START - timedelta(days=1), seconds=30)
    await discord.until(lambda: _reminders(thread), "the reminder")
    await discord.clock.walk(START - timedelta(hours=23), seconds=30)
    await discord.quiet(0.2)
    assert loss.lost == 1  # the next look found it, so nothing was sent again
    assert len(_reminders(thread)) == 1


async def test_an_outage_over_the_due_moment_delays_and_does_not_lose(
    bot: Bot, discord: Loopback, house: House
) -> None:
    thread = await _thread(discord, house)
    due = START - timedelta(hours=1)
    await discord.clock.walk(due - timedelta(seconds=10))
    before = len(_reminders(thread))
    with discord.faults.outage():
        discord.clock.steer(due + timedelta(seconds=5))
        await discord.quiet(0.3)
    await discord.until(lambda: len(_reminders(thread)) > before, "the reminder", seconds=20)
    await discord.clock.walk(due + timedelta(minutes=20), seconds=30)
    assert len(_reminders(thread)) == before + 1


async def test_a_deleted_thread_leaves_the_channel(
    bot: Bot, discord: Loopback, house: House
) -> None:
    thread = await _thread(discord, house)
    house.server.remove_channel(thread)
    await discord.clock.walk(START - timedelta(days=1))
    await discord.until(lambda: _reminders(house.text), "the reminder in the channel")
    assert len(_reminders(house.text)) == 1


async def test_without_the_message_content_intent_the_main_job_goes_on(
    discord: Loopback, house: House, bot: Bot
) -> None:
    await bot.stop()
    bot.reads_messages = False
    await bot.start()
    told = await house.fran.slash(
        house.text, "group create", name="Quiet group", quorum=1, zone="America/New_York"
    )
    assert "/check" in told.text
    await house.fran.slash(house.text, "zone", zone="America/New_York")
    await call_meeting(house.text, house.fran, "Wed 2pm")
    await poll_card(discord, house.text)


@pytest.mark.parametrize(
    ("zone", "typed", "starts"),
    [
        ("America/New_York", "Mar 9 2pm", "2026-03-09T18:00:00+00:00"),
        ("America/New_York", "Nov 2 2pm", "2026-11-02T19:00:00+00:00"),
        ("Europe/London", "30 March 2pm", "2026-03-30T13:00:00+00:00"),
        ("Europe/London", "26 October 2pm", "2026-10-26T14:00:00+00:00"),
        ("Australia/Sydney", "6 April 2pm", "2026-04-06T04:00:00+00:00"),
        ("Australia/Sydney", "5 October 2pm", "2026-10-05T03:00:00+00:00"),
    ],
)
async def test_over_a_clock_change_meetings_keep_their_local_hour_and_reminders_their_lead(
    bot: Bot, discord: Loopback, house: House, zone: str, typed: str, starts: str
) -> None:
    at = datetime.fromisoformat(starts)
    await discord.clock.jump(at - timedelta(days=4))
    await house.fran.slash(house.text, "group create", name="Clocks", quorum=1, zone=zone)
    await house.fran.slash(house.text, "zone", zone=zone)
    await call_meeting(house.text, house.fran, typed)
    menu = await house.fran.press(await poll_card(discord, house.text), "Manage")
    await house.fran.press(menu, "Settle now")
    meeting = await meeting_card(discord, house.text)
    assert f"<t:{int(at.timestamp())}:F>" in meeting.text
    thread = await thread_of(discord, house.text)
    await discord.clock.walk(at + timedelta(minutes=1))
    sent = [round((at - one.created_at).total_seconds() / 60) for one in _reminders(thread)]
    assert sent == [24 * 60, 60, 10]
