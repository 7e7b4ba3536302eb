"""What is typed into the bot for others to see is refused, wherever it is typed, and not kept."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.reply import Reply
from playground.world import Channel
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import LEAKED, nothing_kept, watched_group
from tests.e2e.stage import answer, call_meeting, meeting_card, poll_card

TOLD = "Jane Doe 212-555-0142"
SAID = f"my client {TOLD}"
WORDS = (*LEAKED, "0142")
Type = Callable[[Loopback, House, Channel], Awaitable[Reply]]


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group that meets in the voice channel."""
    return await watched_group(bot, house)


async def new_group(discord: Loopback, house: House, group: Channel) -> Reply:
    hall = house.server.add_text_channel("hall")
    await discord.quiet()
    return await house.fran.slash(hall, "group create", name=SAID, quorum=2, zone="Europe/London")


async def renamed_group(discord: Loopback, house: House, group: Channel) -> Reply:
    return await house.fran.slash(group, "group settings", name=SAID)


async def topic(discord: Loopback, house: House, group: Channel) -> Reply:
    return await call_filled(house, group, SAID, "Fri 9am")


async def times(discord: Loopback, house: House, group: Channel) -> Reply:
    return await call_filled(house, group, "Endings", f"Fri 9am\n{SAID}")


async def call_filled(house: House, group: Channel, about: str, offered: str) -> Reply:
    form = await house.fran.slash(group, "meeting call")
    return await house.fran.submit(
        form, {"What is it about?": about, "Which times could you offer?": offered}
    )


async def note(discord: Loopback, house: House, group: Channel) -> Reply:
    await call_meeting(group, house.fran, "Fri 9am\nFri 10am")
    form = await house.omar.press(await poll_card(discord, group), "Answer")
    return await house.omar.submit(form, {"note": SAID})


async def move(discord: Loopback, house: House, group: Channel) -> Reply:
    await call_meeting(group, house.fran, "Wed 2pm")
    await answer(house.omar, await poll_card(discord, group), ["Wed 4 March, 7:00 pm - 8:00 pm"])
    card = await meeting_card(discord, group)
    form = await house.fran.press(await house.fran.press(card, "Manage"), "Move it")
    return await house.fran.submit(form, {"Which times could you offer?": f"Thu 3pm\n{SAID}"})


async def command_move(discord: Loopback, house: House, group: Channel) -> Reply:
    await call_meeting(group, house.fran, "Wed 2pm")
    await answer(house.omar, await poll_card(discord, group), ["Wed 4 March, 7:00 pm - 8:00 pm"])
    await meeting_card(discord, group)
    [choice] = await house.fran.complete(group, "meeting move", option="meeting", typed="")
    return await house.fran.slash(group, "meeting move", meeting=choice["value"], to=SAID)


async def series_title(discord: Loopback, house: House, group: Channel) -> Reply:
    form = await house.fran.slash(group, "series create")
    return await house.fran.submit(
        form, {"What is it called? (optional)": SAID, "When is the first meeting?": "Tue 6pm"}
    )


async def agenda_topic(discord: Loopback, house: House, group: Channel) -> Reply:
    await call_meeting(group, house.fran, "Fri 9am\nFri 10am", "Endings")
    form = await house.omar.slash(group, "agenda add", meeting="endings")
    return await house.omar.submit(form, {"What would you like to talk about?": SAID})


async def presenters_title(discord: Loopback, house: House, group: Channel) -> Reply:
    await house.fran.slash(group, "group settings", structure="formal")
    await call_meeting(group, house.fran, "Wed 2pm")
    await answer(house.omar, await poll_card(discord, group), ["Wed 4 March, 7:00 pm - 8:00 pm"])
    await meeting_card(discord, group)
    turn = await house.fran.slash(group, "presenters offer")
    form = await house.fran.press(turn, "Say what it is about")
    return await house.fran.submit(form, {"What is it about?": SAID})


@pytest.mark.parametrize(
    "typed",
    [
        *(new_group, renamed_group, topic, times, note, move, command_move),
        *(series_title, agenda_topic, presenters_title),
    ],
)
async def test_what_others_would_see_is_refused(
    discord: Loopback, house: House, group: Channel, tmp_path: Path, typed: Type
) -> None:
    refused = await typed(discord, house, group)
    assert refused.ephemeral
    assert "may identify a client" in refused.text
    await discord.quiet()
    everywhere = [
        message.text
        for channel in discord.world.channels.values()
        for message in channel.standing
        if not message.ephemeral
    ]
    assert [text for text in everywhere if any(word in text for word in WORDS)] == []
    # Not the last four digits alone: random numbers of the outbox hold any four by chance.
    nothing_kept(tmp_path, *LEAKED)
