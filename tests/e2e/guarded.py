"""What tests of the guard have in common: a text that says too much, and its warning."""

from pathlib import Path

from playground.loopback import Loopback
from playground.person import Person
from playground.reply import Reply
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
DELETE = "Delete mine"
REWORD = "Delete and post the rewrite"
FALSE_ALARM = "Not an identifier"
CONSENTED = "The client has agreed"


async def watched_group(bot: Bot, house: House) -> Channel:
    """The channel of a group with Fran and Omar in it, that meets in the voice channel."""
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    await house.fran.slash(house.text, "group settings", voice=house.voice)
    return house.text


def warnings(channel: Channel) -> list[Message]:
    return [one for one in channel.standing if "may identify a client. Only you" in one.text]


async def warned(discord: Loopback, channel: Channel, count: int = 1) -> Message:
    """The newest warning in a channel, once there are so many and no more come."""
    await discord.until(lambda: len(warnings(channel)) >= count, "a warning")
    await discord.quiet()
    assert len(warnings(channel)) == count
    return warnings(channel)[-1]


async def none_warned(discord: Loopback, channel: Channel) -> None:
    await discord.quiet(0.1)
    assert warnings(channel) == []


async def gone(discord: Loopback, channel: Channel) -> None:
    await discord.until(lambda: not warnings(channel), "the warning's end")


def nothing_kept(folder: Path, *words: str) -> None:
    """No file of the bot holds any of the words, nor does its journal of changes."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert [one.name for one in files if one.name == "convene.sqlite3"]
    for file in files:
        content = file.read_bytes().lower()
        assert [word for word in words if word.lower().encode() in content] == [], file.name


async def reviewed_title(discord: Loopback, person: Person, thread: Channel) -> Reply:
    warning = await warned(discord, thread)
    assert warning.text == f"{person.mention} {TITLE_WARNING}"
    assert warning in person.pings
    review = await person.press(warning, REVIEW)
    assert review.ephemeral
    assert "Please rename the thread" in review.text
    assert "__**Jane Doe**__" in review.text
    assert [control.name for control in review.controls] == [FALSE_ALARM, CONSENTED]
    return review
