"""Regular meetings as members live them: over changes of the clocks, restarts and an outage."""

from datetime import UTC, datetime, timedelta

from playground.loopback import Loopback
from playground.person import Person
from playground.reply import Reply
from playground.world import Channel, Message
from tests.e2e.conftest import Bot, House
from tests.e2e.stage import came, make_group, meeting_card, thread_of

HOUR, WEEK = timedelta(hours=1), timedelta(days=7)
FIRST, SECOND = datetime(2026, 3, 3, 23, tzinfo=UTC), datetime(2026, 3, 10, 22, tzinfo=UTC)
"""Tuesdays at six in New York, before and after its clocks go forward."""

TIMES = {"When is the first meeting?": "Tue 6pm"}


def stamp(at: datetime) -> str:
    """The instant as Discord draws it for everybody."""
    return f"<t:{int(at.timestamp())}:F>"


def _saying(channel: Channel, words: str) -> list[Message]:
    return [one for one in channel.standing if words in one.text]


def _cards(channel: Channel) -> list[Message]:
    """The cards of meetings that are ahead: what is over has no such button any more."""
    return [one for one in channel.standing if any(c.name == "I am coming" for c in one.controls)]


def _public(channel: Channel) -> int:
    return sum(not one.ephemeral for one in channel.standing)


async def _previewed(who: Person, channel: Channel, **fields: str) -> Reply:
    form = await who.slash(channel, "series create")
    named = {"first": "When is the first meeting?", "title": "What is it called? (optional)"}
    labelled = {named.get(key, key): value for key, value in fields.items()}
    return await who.submit(form, TIMES | labelled)


async def _started(discord: Loopback, house: House, **fields: str) -> Reply:
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(house.text, house.fran, members)
    preview = await _previewed(house.fran, house.text, **fields)
    return await house.fran.press(preview, "Start it")


async def _picked(who: Person, channel: Channel, place: int) -> Reply:
    shown = await who.slash(channel, "series show")
    (menu,) = shown.controls
    return await who.choose(shown, menu.name, [menu.options[place]])


async def test_in_spring_the_hour_stays_and_each_meeting_is_asked_about_and_reminded_of(
    bot: Bot, discord: Loopback, house: House
) -> None:
    members = [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")]
    await make_group(house.text, house.fran, members)
    preview = await _previewed(house.fran, house.text, title="Tuesday circle")
    assert preview.ephemeral
    assert "**Tuesday circle**: Every Tuesday at 6:00 pm, New York time, 1 hour" in preview.text
    weeks = [FIRST, *(SECOND + number * WEEK for number in range(4))]
    assert all(stamp(at) in preview.text for at in weeks)
    await bot.restart()
    started = await house.fran.press(preview, "Start it")
    assert stamp(FIRST) in started.text
    await discord.until(lambda: _saying(house.text, "set up a regular meeting"), "word to all")
    card = await meeting_card(discord, house.text)
    assert stamp(FIRST) in card.text
    assert "Regular meeting: Tuesday circle" in card.text
    thread = await thread_of(discord, house.text)
    await house.omar.press(card, "I can’t come")
    await discord.clock.walk(FIRST + timedelta(minutes=5))
    reminders = came(thread, "Reminder")
    assert len(reminders) == 3
    assert all(house.dana.mention in one.text for one in reminders)
    assert all(house.omar.mention not in one.text for one in reminders)
    assert len(_cards(house.text)) == 1
    await discord.clock.walk(FIRST + HOUR)
    await discord.until(lambda: card not in _cards(house.text), "the end of the first")
    await discord.until(lambda: _cards(house.text), "the next card")
    (second,) = _cards(house.text)
    assert stamp(SECOND) in second.text
    assert second in house.omar.pings
    await bot.restart()
    await discord.clock.walk(SECOND + timedelta(minutes=5))
    later = await thread_of(discord, house.text)
    assert later is not thread
    assert len(came(later, "Reminder")) == 3
    assert len(came(later, "starting now")) == 1
    assert _cards(house.text) == [second]
    assert [one.start for one in house.server.events] == [FIRST, SECOND]


async def test_in_autumn_an_outage_over_a_meeting_leaves_it_untold_and_the_next_one_right(
    bot: Bot, discord: Loopback, house: House
) -> None:
    # Thursdays at six in New York: 29 October is 22:00 in UTC, 5 and 12 November are 23:00.
    await discord.clock.jump(datetime(2026, 10, 28, 15, tzinfo=UTC))
    await _started(discord, house, first="Thu 6pm")
    first = datetime(2026, 10, 29, 22, tzinfo=UTC)
    assert stamp(first) in (await meeting_card(discord, house.text)).text
    await discord.until(lambda: house.server.events, "its event")
    third = datetime(2026, 11, 12, 23, tzinfo=UTC)
    await bot.stop()
    discord.clock.steer(third - 6 * timedelta(days=1))
    await bot.start()
    await discord.until(lambda: len(_cards(house.text)) == 1, "the card of the one that is ahead")
    assert stamp(third) in _cards(house.text)[0].text
    assert _saying(house.text, stamp(third - WEEK)) == []
    await discord.clock.walk(third + timedelta(minutes=5))
    thread = await thread_of(discord, house.text)
    assert len(came(thread, "Reminder")) == 3
    assert [one.start for one in house.server.events] == [first, third]


async def test_a_meeting_that_nobody_was_told_of_is_skipped_moved_and_brought_back_quietly(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _started(discord, house)
    card = await meeting_card(discord, house.text)
    before = _public(house.text)
    picked = await _picked(house.fran, house.text, 1)
    assert stamp(SECOND) in picked.text
    skipped = await house.fran.press(picked, "Skip it")
    assert "is skipped; the others stay" in skipped.text
    assert "nobody needs to hear" in skipped.text
    await bot.restart()
    every = await house.fran.press(skipped, "Back")
    assert f"~~{stamp(SECOND)}~~ skipped" in every.text
    back = await house.fran.press(await _picked(house.fran, house.text, 1), "Put it back")
    assert "takes place after all" in back.text
    form = await house.fran.press(await _picked(house.fran, house.text, 1), "Move it")
    preview = await house.fran.submit(form, {"To what time?": "Wed 11 March 5pm"})
    moved = await house.fran.press(preview, "Move the meeting")
    assert "nobody needs to hear" in moved.text
    await discord.quiet()
    assert _public(house.text) == before
    shown = await house.omar.slash(house.text, "series show")
    assert f"{stamp(SECOND + 23 * HOUR)} (moved)" in shown.text
    assert shown.controls == []
    assert stamp(FIRST) in card.text
    await discord.clock.walk(SECOND + 20 * HOUR)
    assert [stamp(SECOND + 23 * HOUR) in one.text for one in _cards(house.text)] == [True]
    listed = await house.dana.slash(house.text, "meeting list")
    assert stamp(SECOND + WEEK) in listed.text


async def test_a_meeting_that_the_group_knows_of_is_skipped_with_one_word_to_all(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _started(discord, house)
    card = await meeting_card(discord, house.text)
    thread = await thread_of(discord, house.text)
    await discord.until(lambda: house.server.events, "the event")
    asked = await house.fran.press(await _picked(house.fran, house.text, 0), "Skip it")
    assert "has been told of it" in asked.text
    await house.fran.press(asked, "Yes, skip it")
    await discord.until(lambda: _saying(thread, "### Called off"), "the notice")
    await discord.until(lambda: "Called off" in card.text, "the card")
    await discord.until(lambda: not house.server.events, "the event's end")
    await bot.restart()
    assert len(_saying(thread, "### Called off")) == 1
    await discord.clock.walk(SECOND - WEEK)
    await discord.until(lambda: len(_cards(house.text)) == 1, "the next card")
    assert stamp(SECOND) in _cards(house.text)[0].text


async def test_all_from_here_changes_and_ends_and_the_known_meeting_moves_along(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _started(discord, house)
    card = await meeting_card(discord, house.text)
    thread = await thread_of(discord, house.text)
    picked = await _picked(house.fran, house.text, 0)
    form = await house.fran.press(picked, "Change all from here")
    preview = await house.fran.submit(
        form, {"When is the first meeting?": "Thu 7pm", "How often?": ["2"]}
    )
    assert "Every other Thursday at 7:00 pm" in preview.text
    assert f"The group knows of {stamp(FIRST)}" in preview.text
    await bot.restart()
    done = await house.fran.press(preview, "Change it")
    thursday = FIRST + timedelta(days=2, hours=1)
    assert stamp(thursday) in done.text
    await discord.until(lambda: _saying(thread, "has moved"), "the notice")
    await discord.until(lambda: stamp(thursday) in card.text, "the card")
    shown = await house.fran.slash(house.text, "series show")
    assert "Every Tuesday" not in shown.text
    assert stamp(thursday + 2 * WEEK - HOUR) in shown.text
    settings = await house.omar.slash(house.text, "group settings")
    assert "Regular meeting: Every other Thursday" in settings.text
    refused = await house.omar.slash(house.text, "series end")
    assert "Only the person who set this regular meeting up" in refused.text
    [one] = await house.fran.complete(house.text, "series end", option="series", typed="thu")
    assert one["name"] == "Every other Thursday at 7:00 pm"
    hall = house.server.add_text_channel("hall")
    assert await house.dana.complete(hall, "series end", option="series", typed="x") == []
    asked = await house.fran.slash(house.text, "series end", series=one["value"], last="6 March")
    assert stamp(thursday) not in asked.text
    ended = await house.fran.press(asked, "Yes, end it")
    assert "after 6 March 2026" in ended.text
    last = await house.fran.slash(house.text, "series show")
    assert stamp(thursday) in last.text
    await discord.clock.walk(thursday + 3 * WEEK)
    assert len(came(thread, "Reminder")) == 3
    assert _cards(house.text) == []
    nothing = await house.fran.slash(house.text, "series show")
    assert "There is no regular meeting here" in nothing.text


async def test_what_cannot_be_read_or_shown_is_said_and_nothing_typed_is_lost(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    told = await _previewed(house.fran, house.text, first="soon", title="Evening circle")
    assert "I could not read “soon”" in told.text
    form = await house.fran.press(told, "Change")
    assert form.modal is not None
    assert form.modal.prefilled("What is it called? (optional)") == "Evening circle"
    told = await house.fran.submit(form, TIMES | {"Until when? (optional)": "some day"})
    assert "could not read “some day” as a day" in told.text
    form = await house.fran.press(told, "Change")
    told = await house.fran.submit(
        form,
        {
            "What is it called? (optional)": "my client Jane Doe 212-555-0142",
            "Until when? (optional)": "",
        },
    )
    assert "may identify a client" in told.text
    form = await house.fran.press(told, "Change")
    preview = await house.fran.submit(
        form,
        {
            "What is it called? (optional)": "Late circle",
            "When is the first meeting?": "Sun 15 March, 2:30am",
            "How often?": ["-1"],
        },
    )
    assert "**Late circle**: Every month on the last Sunday at 2:30 am" in preview.text
    form = await house.fran.press(preview, "Change")
    preview = await house.fran.submit(
        form, {"When is the first meeting?": "Sun 14 March 2027, 2:30am", "How often?": ["1"]}
    )
    assert "2:30" in preview.text


async def test_in_a_forum_each_regular_meeting_is_a_post(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await house.fran.slash(
        house.text,
        "group create",
        name="Forum circle",
        quorum=1,
        zone="America/New_York",
        channel=house.forum,
    )
    form = await house.fran.slash(house.text, "series create")
    preview = await house.fran.submit(form, TIMES)
    await house.fran.press(preview, "Start it")
    await discord.until(lambda: _posts(discord, house.forum) == 2, "the post")
    post = await thread_of(discord, house.forum)
    assert post.name == "Regular meeting · Tue 3 March, 6:00 pm New York time"
    await discord.until(lambda: _cards(post), "the card")
    await bot.restart()
    await discord.clock.walk(FIRST + timedelta(minutes=5))
    assert len(came(post, "Reminder")) == 3
    await discord.clock.walk(FIRST + HOUR)
    await discord.until(lambda: _posts(discord, house.forum) == 3, "the next post")


def _posts(discord: Loopback, forum: Channel) -> int:
    return sum(one.parent_id == forum.id for one in discord.world.channels.values())
