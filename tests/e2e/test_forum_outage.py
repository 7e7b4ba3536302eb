"""A forum's post is where its meeting is talked about: it opens late rather than never."""

from datetime import timedelta

from playground.loopback import Loopback
from playground.world import Message
from tests.e2e.conftest import MONDAY, Bot, House

START = MONDAY + timedelta(days=2, hours=4)
DEADLINE = MONDAY + timedelta(hours=48)
NEW_POST = "POST /channels/{channel_id}/threads"


async def _call(house: House) -> None:
    """A group of one in the forum, and its poll for Wednesday at 14:00 in New York."""
    await house.fran.slash(
        house.text,
        "group create",
        name="Forum group",
        quorum=1,
        zone="America/New_York",
        channel=house.forum,
    )
    await house.fran.slash(house.text, "zone", zone="America/New_York")
    form = await house.fran.slash(house.text, "meeting call", group="Forum group")
    asked = {"What is it about?": "Endings", "Which times could you offer?": "Wed 2pm"}
    preview = await house.fran.submit(form, asked)
    await house.fran.press(preview, "Post the poll")


async def test_a_poll_that_settles_while_no_post_can_be_made_still_gets_its_post(
    bot: Bot, discord: Loopback, house: House
) -> None:
    discord.faults.refuse(NEW_POST, 503, times=10_000)
    await _call(house)
    await discord.clock.jump(MONDAY + timedelta(hours=1))
    await discord.clock.jump(DEADLINE + timedelta(minutes=1))
    assert house.fran.threads(house.forum) == []
    discord.faults.clear()
    await discord.clock.walk(DEADLINE + timedelta(minutes=30))
    assert len(await _said(discord, house)) >= 2
    await discord.clock.walk(START + timedelta(minutes=1))
    said = [message.text for message in await _said(discord, house)]
    assert sum("It starts" in text for text in said) == 1
    assert sum("Reminder" in text for text in said) == 2  # an hour and ten minutes before
    assert sum("starting now" in text for text in said) == 1


async def _said(discord: Loopback, house: House) -> list[Message]:
    """What came in the meeting's post."""
    posts = [post for post in house.fran.threads(house.forum) if "Endings" in post.name]
    assert len(posts) == 1
    return list(posts[0].messages.values())
