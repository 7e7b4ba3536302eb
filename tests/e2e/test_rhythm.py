"""A semi-regular group, as its members live it: the poll comes by itself, once a turn."""

from datetime import UTC, datetime, timedelta

from playground.loopback import Loopback
from playground.person import Person
from playground.world import Channel, Message
from tests.e2e.conftest import Bot, House
from tests.e2e.stage import make_group, meeting_card, poll_card

WEEK, TIMES = "Your usual free hours", "Which times could you offer?"
CAN = "I can come"
FIRST = datetime(2026, 3, 9, 13, 0, tzinfo=UTC)
"""Next Monday at nine in New York, where the clocks have changed the day before."""

SOONEST = datetime(2026, 3, 11, 19, 0, tzinfo=UTC)
"""Wednesday: two days to answer, then the first hour that Fran and Omar have in common."""

POSTING = "POST /channels/{channel_id}/messages"


async def keep(house: House, person: Person, week: str) -> None:
    form = await person.slash(house.text, "availability week")
    await person.submit(form, {WEEK: week})


async def begin(house: House, channel: Channel, *, hours: bool = True) -> None:
    """Fran's group of three, asked every two weeks from next Monday on."""
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(channel, house.fran, members)
    if hours:
        await keep(house, house.fran, "Mon-Thu 3pm-6pm")
        await keep(house, house.omar, "Mon-Fri 7pm-9pm")
    said = await house.fran.slash(house.text, "group rhythm", group="Wednesday group", every=2)
    assert f"every 2 weeks. The next time is <t:{int(FIRST.timestamp())}:F>" in said.text
    assert said.ephemeral == (channel is not house.text)


async def say_yes_to_the_first(person: Person, card: Message) -> None:
    """The first of the poll's times, and no other."""
    form = await person.press(card, "Answer")
    assert form.modal is not None
    (field,) = [one for one in form.modal.fields if one.label == CAN]
    await person.submit(form, {CAN: [field.component["options"][0]["label"]]})


def cards(channel: Channel) -> list[Message]:
    """Every poll card, open or not."""
    return [one for one in channel.standing if "Our next meeting" in one.text]


def wanted(channel: Channel) -> list[Message]:
    """Every question for times."""
    return [one for one in channel.standing if "I know too few usual hours" in one.text]


async def test_the_poll_comes_by_itself_is_answered_by_all_and_the_next_turn_after_it(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await begin(house, house.text)
    await bot.restart()
    await discord.clock.walk(FIRST - timedelta(seconds=1))
    assert cards(house.text) == []
    await discord.clock.walk(FIRST)
    card = await poll_card(discord, house.text)
    assert "Asked by your group's rhythm, for" in card.text
    assert "0 yes" in card.text
    assert all(card in one.pings for one in (house.fran, house.omar, house.dana))
    await bot.restart()
    assert len(cards(house.text)) == 1
    for person in (house.fran, house.omar, house.dana):
        await say_yes_to_the_first(person, card)
    meeting = await meeting_card(discord, house.text)
    assert f"<t:{int(SOONEST.timestamp())}:F>" in meeting.text
    assert "Our next meeting" in meeting.text
    await discord.clock.walk(FIRST + timedelta(weeks=2))
    assert len([one for one in cards(house.text) if "yes" in one.text]) == 2


async def test_a_turn_in_an_outage_comes_once_and_late_and_a_lost_answer_doubles_nothing(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await begin(house, house.text)
    await bot.stop()
    await discord.clock.jump(FIRST + timedelta(days=2))
    lost = discord.faults.lose_answer(POSTING)
    await bot.start()
    await discord.until(lambda: lost.lost, "the bot to try")
    await bot.stop()
    discord.faults.clear()
    await discord.clock.jump(FIRST + timedelta(days=2, minutes=20))
    await bot.start()
    await discord.clock.walk(FIRST + timedelta(days=3))
    assert len(cards(house.text)) == 1


async def test_without_common_hours_the_convener_is_asked_and_anybody_may_give_times(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await begin(house, house.text, hours=False)
    await discord.clock.walk(FIRST)
    (question,) = wanted(house.text)
    assert question in house.fran.pings
    assert question not in house.omar.pings
    form = await house.omar.press(question, "Give times")
    preview = await house.omar.submit(form, {TIMES: "Thu 6pm, Fri 6pm"})
    assert "stand as convener" in preview.text
    posted = await house.omar.press(preview, "Post the poll")
    assert "Posted in" in posted.text
    card = await poll_card(discord, house.text)
    assert f"Asked by your group's rhythm, for {house.omar.mention}" in card.text
    assert card.text.count("1 yes") == 2
    again = await house.fran.press(question, "Give times")
    assert "This is done" in again.text
    await discord.clock.walk(FIRST + timedelta(weeks=2))
    second = wanted(house.text)[-1]
    assert second != question
    stranger = await house.server.add_member("Sol").press(second, "Not this time")
    assert "for members of" in stranger.text
    left = await house.dana.press(second, "Not this time")
    assert "I ask again when the next turn comes" in left.text
    assert not left.ephemeral
    await bot.restart()
    await discord.clock.walk(FIRST + timedelta(weeks=4))
    assert len(wanted(house.text)) == 3
    await discord.clock.walk(FIRST + timedelta(weeks=6) - timedelta(seconds=1))
    late = await house.fran.press(wanted(house.text)[-1], "Give times")
    assert late.modal is not None


async def test_in_a_forum_the_question_and_the_poll_are_posts(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await begin(house, house.forum, hours=False)
    await discord.clock.walk(FIRST)
    (post,) = house.fran.threads(house.forum)
    (question,) = wanted(post)
    form = await house.fran.press(question, "Give times")
    preview = await house.fran.submit(form, {TIMES: "Thu 6pm"})
    await house.fran.press(preview, "Post the poll")
    await discord.until(lambda: len(house.fran.threads(house.forum)) > 1, "the poll's post")
    polls = [one for one in house.fran.threads(house.forum) if one.id != post.id]
    assert len([await poll_card(discord, one) for one in polls]) == 1


async def test_it_is_shown_changed_and_ended(bot: Bot, discord: Loopback, house: House) -> None:
    await begin(house, house.text)
    shown = await house.dana.slash(house.text, "group rhythm")
    assert shown.ephemeral
    assert f"I ask {house.fran.mention} for times" in shown.text
    unread = await house.dana.slash(house.text, "group rhythm", start="when it suits")
    assert "I could not read “when it suits”" in unread.text
    changed = await house.dana.slash(house.text, "group rhythm", start="11 March", within="week")
    assert "every 2 weeks" in changed.text
    assert "in the week after that" in changed.text
    ended = await house.dana.slash(house.text, "group rhythm", every=0)
    assert "I no longer ask" in ended.text
    none = await house.dana.slash(house.text, "group rhythm")
    assert "meets when somebody calls" in none.text
    without = await house.dana.slash(house.text, "group rhythm", within="week")
    assert "please say `every` too" in without.text
    await discord.clock.walk(FIRST + timedelta(weeks=3))
    assert cards(house.text) == []
