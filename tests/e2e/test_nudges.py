"""Nudges, as members live them: asked again only while an answer is missing, and once."""

from datetime import timedelta

from playground.loopback import Loopback
from playground.world import Channel, Message
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.stage import answer, make_group, poll_card

CALLED = MONDAY + timedelta(minutes=1)
"""By then at the latest: the steps before it take real time."""

DEADLINE = CALLED + timedelta(days=4)
"""A call for "within two weeks" is open for 96 hours."""

POSTING = "POST /channels/{channel_id}/messages"
NUDGE = DEADLINE - timedelta(hours=36)
LONDON = "Tue 10 March, 6:00 pm - 7:00 pm"


async def _poll(discord: Loopback, house: House, channel: Channel) -> Message:
    """Three members, of whom Fran calls; a quorum of three keeps the poll open."""
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(channel, house.fran, members, quorum=3)
    form = await house.fran.slash(house.text, "meeting call", group="Wednesday group")
    values = {
        "What is it about?": "Endings",
        "How soon do you need it?": "2weeks",
        "Which times could you offer?": "Tue 3/10 2pm",
    }
    preview = await house.fran.submit(form, values)
    await house.fran.press(preview, "Post the poll")
    place = channel if channel is house.text else await _post_in(discord, house)
    return await poll_card(discord, place)


async def _post_in(discord: Loopback, house: House) -> Channel:
    await discord.until(lambda: house.fran.threads(house.forum), "a post")
    return house.fran.threads(house.forum)[0]


def _nudges(channel: Channel) -> list[Message]:
    return [one for one in channel.standing if "answer is still missing" in one.text]


async def test_who_has_not_answered_is_asked_once_more_in_one_message(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _poll(discord, house, house.text)
    await discord.clock.walk(NUDGE - timedelta(minutes=2))
    assert _nudges(house.text) == []
    await discord.clock.walk(NUDGE)
    (nudge,) = _nudges(house.text)
    assert nudge in house.omar.pings
    assert nudge in house.dana.pings
    assert nudge not in house.fran.pings
    await bot.restart()
    await discord.clock.walk(DEADLINE)
    assert _nudges(house.text) == [nudge]


async def test_who_has_answered_by_then_is_left_out_and_the_nudge_itself_takes_answers(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house, house.text)
    await answer(house.omar, card, [LONDON])
    await discord.clock.walk(NUDGE)
    (nudge,) = _nudges(house.text)
    assert nudge not in house.omar.pings
    assert house.omar.mention not in nudge.text
    reply = await answer(house.dana, nudge, [], [])
    assert "none of these times" in reply.text


async def test_who_likes_it_so_is_asked_alone_and_can_answer_there(
    bot: Bot, discord: Loopback, house: House
) -> None:
    kept = await house.dana.slash(house.text, "reminders nudge", how="dm")
    assert "direct message" in kept.text
    card = await _poll(discord, house, house.text)
    await answer(house.omar, card, [LONDON])
    await discord.clock.walk(NUDGE)
    assert _nudges(house.text) == []
    (nudge,) = _nudges(house.dana.dm)
    none = await house.dana.press(nudge, "Use my usual hours")
    assert "`/availability week` keeps them, in your group’s server" in none.text
    form = await house.dana.slash(house.text, "availability week")
    await house.dana.submit(form, {"Your usual free hours": "Wed 6am-9am"})
    reply = await house.dana.press(nudge, "Use my usual hours")
    assert "By your usual hours, you can come" in reply.text
    assert "That settled it" in reply.text


async def test_closed_direct_messages_fall_back_to_the_channel(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await house.dana.slash(house.text, "reminders nudge", how="dm")
    house.dana.close_dms()
    await _poll(discord, house, house.text)
    await discord.clock.walk(NUDGE)
    assert sorted(house.dana.mention in one.text for one in _nudges(house.text)) == [False, True]
    await discord.clock.walk(DEADLINE)
    assert len(_nudges(house.text)) == 2


async def test_when_all_have_answered_nobody_is_asked_and_the_convener_hears_at_once(
    bot: Bot, discord: Loopback, house: House
) -> None:
    card = await _poll(discord, house, house.text)
    await answer(house.omar, card, [LONDON])
    await answer(house.dana, card, [])
    words = "no time has enough people"
    await discord.until(lambda: any(words in one.text for one in house.fran.pings), "the word")
    await discord.clock.walk(DEADLINE)
    assert _nudges(house.text) == []


async def test_a_group_may_want_no_nudges(bot: Bot, discord: Loopback, house: House) -> None:
    await _poll(discord, house, house.text)
    changed = await house.fran.slash(house.text, "group settings", nudges=0)
    assert "Nobody is asked again" in changed.text
    await discord.clock.walk(DEADLINE)
    assert _nudges(house.text) == []


async def test_in_a_forum_the_nudge_stands_in_the_polls_own_post(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _poll(discord, house, house.forum)
    await discord.clock.walk(NUDGE)
    assert len(_nudges(await _post_in(discord, house))) == 1


async def test_a_nudge_that_an_outage_held_back_comes_late_but_not_after_the_deadline(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _poll(discord, house, house.text)
    await bot.stop()
    await discord.clock.jump(NUDGE + timedelta(hours=3))
    await bot.start()
    await discord.until(lambda: _nudges(house.text), "the nudge")
    await discord.clock.walk(DEADLINE + timedelta(hours=1))
    assert len(_nudges(house.text)) == 1


async def test_a_direct_message_whose_answer_was_lost_is_found_again_and_not_sent_twice(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await house.dana.slash(house.text, "reminders nudge", how="dm")
    card = await _poll(discord, house, house.text)
    await answer(house.omar, card, [LONDON])
    await discord.clock.walk(NUDGE - timedelta(minutes=2))
    lost = discord.faults.lose_answer(POSTING)
    discord.clock.steer(NUDGE)
    await discord.until(lambda: lost.lost, "the bot to try")
    await bot.stop()
    discord.faults.clear()
    await discord.clock.jump(NUDGE + timedelta(minutes=8))
    await bot.start()
    await discord.clock.walk(DEADLINE)
    assert len(_nudges(house.dana.dm)) == 1
    assert _nudges(house.text) == []
