"""A member's calendar follows their meetings: the real bot, and a calendar program over HTTP."""

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Address, CalendarFeed
from playground.calendar_program import asked, free_port
from playground.loopback import Loopback
from playground.person import Person
from playground.reply import Reply
from tests.e2e.conftest import MONDAY, Bot, House, settings_for
from tests.e2e.stage import answer, call_meeting, make_group, poll_card, thread_of


@pytest.fixture
async def bot(discord: Loopback, house: House, tmp_path: Path) -> AsyncIterator[Bot]:
    """The bot, with the feed switched on."""
    port = free_port()
    feed = CalendarFeed(Address("127.0.0.1", port), f"http://127.0.0.1:{port}")
    one = Bot(discord, replace(settings_for(discord, tmp_path), calendar=feed))
    await one.start()
    yield one
    await one.stop()


def _address(told: Reply) -> str:
    assert told.ephemeral
    found = re.search(r"http://127\.0\.0\.1:\d+/calendar/[A-Za-z0-9_-]{43}\.ics", told.text)
    assert found, told.text
    return found[0]


async def _events(address: str) -> list[dict[str, Any]]:
    told = await asked(address)
    assert told.status == 200
    return told.events


async def _settled(discord: Loopback, house: House) -> None:
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    await call_meeting(house.text, house.fran, "Wed 2pm", topic="Countertransference")
    card = await poll_card(discord, house.text)
    await answer(house.omar, card, ["Wed 4 March, 7:00 pm - 8:00 pm"])
    await thread_of(discord, house.text)


async def _call_off(house: House, who: Person) -> Reply:
    sure = await who.slash(house.text, "meeting cancel", meeting="Countertransference")
    return await who.press(sure, "Yes, call it off")


async def test_a_calendar_follows_a_meeting_until_its_member_leaves(
    bot: Bot, discord: Loopback, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    told = await house.omar.slash(house.text, "calendar link")
    address = _address(told)
    assert [one.name for one in told.controls] == [
        "Google Calendar",
        "Outlook.com",
        "Outlook at work",
    ]
    assert await _events(address) == []
    await _settled(discord, house)
    (event,) = await _events(address)
    assert (str(event["SUMMARY"]), event["SEQUENCE"]) == ("Peer consultation", 0)
    assert event["DTSTART"].dt.isoformat() == "2026-03-04T19:00:00+00:00"
    assert str(event["URL"]).startswith("https://discord.com/channels/")
    first = await asked(address)
    assert b"Countertransference" not in first.body
    await bot.restart()
    assert (await asked(address, If_None_Match=first.headers["ETag"])).status == 304
    done = await _call_off(house, house.fran)
    off = await asked(address, If_None_Match=first.headers["ETag"])
    assert off.status == 200
    assert b"STATUS:CANCELLED" in off.body
    await house.fran.press(done, "Take it back")
    (event,) = await _events(address)
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CONFIRMED", 2)
    await house.omar.slash(house.text, "group leave")
    assert await _events(address) == []
    token = address.rpartition("/")[2].removesuffix(".ics")
    assert token not in caplog.text
    assert not [one for one in bot.settings.database.parent.iterdir() if _holds(one, token)]


def _holds(file: Path, token: str) -> bool:
    return file.is_file() and token.encode() in file.read_bytes()


async def test_an_address_is_shown_once_and_ends_when_its_member_says_so(
    bot: Bot, discord: Loopback, house: House
) -> None:
    nothing = await house.omar.slash(house.text, "calendar revoke")
    assert "`/calendar link` gives you one" in nothing.text
    first = _address(await house.omar.slash(house.text, "calendar link"))
    others = _address(await house.dana.slash(house.text, "calendar link"))
    again = await house.omar.slash(house.text, "calendar link")
    assert f"since <t:{int(MONDAY.timestamp())}:F>" in again.text
    assert "/calendar/" not in again.text
    await bot.restart()
    second = _address(await house.omar.press(again, "Give me a new one"))
    third = _address(await house.omar.slash(house.text, "calendar renew"))
    ended = await house.omar.slash(house.text, "calendar revoke")
    assert "shows nothing any more" in ended.text
    wrong = await asked(others.replace("/calendar/", "/calendar/x"))
    for address in (first, second, third):
        assert (await asked(address)).shape == wrong.shape
    assert wrong.status == 404
    assert await _events(others) == []
    house.server.remove_bot()
    await discord.until(lambda: _addresses(bot.settings.database) == 0, "the forgetting")
    assert (await asked(others)).shape == wrong.shape


def _addresses(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT count(*) FROM calendar_link").fetchone()[0]


async def test_without_the_setting_nothing_is_offered(
    discord: Loopback, house: House, tmp_path: Path
) -> None:
    one = Bot(discord, settings_for(discord, tmp_path))
    await one.start()
    offered = [one["name"] for several in discord.world.commands.values() for one in several]
    assert "meeting" in offered
    assert "calendar" not in offered
    await one.stop()
