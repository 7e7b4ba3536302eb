"""Events and a forum's posts have no nonce, and come once all the same if an answer is lost."""

from datetime import timedelta

import pytest

from playground.faults import Loss
from playground.loopback import Loopback
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.stage import call_meeting, make_group, poll_card

SOON = MONDAY + timedelta(minutes=5)


async def _settle(discord: Loopback, house: House) -> None:
    await make_group(house.text, house.fran, [], quorum=1)
    await call_meeting(house.text, house.fran, "Wed 2pm")
    menu = await house.fran.press(await poll_card(discord, house.text), "Manage")
    await house.fran.press(menu, "Settle now")


@pytest.mark.parametrize("how", ["reset", "500"])
async def test_one_event_is_made(bot: Bot, discord: Loopback, house: House, how: Loss) -> None:
    loss = discord.faults.lose_answer("POST /guilds/*", how=how, times=1)
    await _settle(discord, house)
    await discord.until(lambda: loss.lost, "the loss")
    await discord.clock.walk(SOON, seconds=30)
    assert len(house.server.events) == 1


@pytest.mark.parametrize("how", ["reset", "500"])
async def test_one_post_is_opened(bot: Bot, discord: Loopback, house: House, how: Loss) -> None:
    channel = {"channel": house.forum, "zone": "America/New_York"}
    await house.fran.slash(house.text, "group create", name="Forum group", quorum=1, **channel)
    await discord.quiet()
    loss = discord.faults.lose_answer("POST /channels/{channel_id}/threads", how=how, times=1)
    await house.fran.slash(house.text, "zone", zone="America/New_York")
    form = await house.fran.slash(house.text, "meeting call", group="Forum group")
    asked = {"What is it about?": "Endings", "Which times could you offer?": "Wed 2pm"}
    await house.fran.press(await house.fran.submit(form, asked), "Post the poll")
    await discord.until(lambda: loss.lost, "the loss")
    await discord.clock.walk(SOON, seconds=30)
    posts = [post for post in house.fran.threads(house.forum) if "Endings" in post.name]
    assert len(posts) == 1
