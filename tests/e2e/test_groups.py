"""Groups as members handle them."""

import re

import pytest

from playground.loopback import Loopback
from playground.person import Person
from playground.reply import Reply
from playground.world import Channel, Message
from tests.e2e.conftest import Bot, House
from tests.e2e.stage import make_group

NEW_YORK = "America/New_York"


async def _create(person: Person, where: Channel, /, **options: object) -> Reply:
    given = {"name": "Wednesday group", "quorum": 3, "zone": NEW_YORK, **options}
    return await person.slash(where, "group create", **given)


def _standing(channel: Channel, words: str) -> list[Message]:
    return [one for one in channel.standing if words in one.text]


async def test_a_new_group_is_told_to_its_channel_with_a_way_in(
    bot: Bot, discord: Loopback, house: House
) -> None:
    made = await _create(house.fran, house.text, reminders="2h, 15m", voice=house.voice, length=90)
    assert not made.ephemeral
    for words in ("**Wednesday group**", "3 people", "90 minutes", "New York time"):
        assert words in made.text
    assert "2 hours and 15 minutes before" in made.text
    assert f"<#{house.voice.id}>" in made.text
    assert "`/check`" in made.text
    assert [control.name for control in made.controls] == ["Join"]
    assert made.controls[0].custom_id == "cv:group:1:join"
    assert (await house.fran.slash(house.text, "group members")).text.count("<@") == 1


async def test_a_bot_that_cannot_read_messages_says_so_once(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await bot.stop()
    bot.reads_messages = False
    await bot.start()
    made = await _create(house.fran, house.text)
    assert "cannot read messages here" in made.text
    assert "`/check`" in made.text


async def test_a_group_for_another_channel_is_announced_there(
    bot: Bot, discord: Loopback, house: House
) -> None:
    other = house.server.add_text_channel("tea-kitchen")
    made = await _create(house.fran, other, channel=house.text)
    assert made.ephemeral
    assert f"<#{house.text.id}>" in made.text
    await discord.until(lambda: _standing(house.text, "has its home here"), "the announcement")
    joined = await house.omar.press(_standing(house.text, "has its home here")[0], "Join")
    assert "Welcome to **Wednesday group**" in joined.text


async def test_a_forum_gets_a_post_about_its_group(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _create(house.fran, house.text, channel=house.forum)
    await discord.until(lambda: house.omar.threads(house.forum), "the post")
    post = house.omar.threads(house.forum)[0]
    assert post.name == "Wednesday group"
    await discord.until(lambda: post.standing, "its message")
    joined = await house.omar.press(post.standing[0], "Join")
    assert "Welcome" in joined.text


async def test_a_command_in_a_post_means_the_forum_of_the_post(
    bot: Bot, discord: Loopback, house: House
) -> None:
    post = await house.fran.post(house.forum, "Hello", "First post")
    made = await _create(house.fran, post)
    assert not made.ephemeral
    again = await _create(house.fran, house.forum, name="Other")
    assert "already has a group" in again.text


@pytest.mark.parametrize(
    ("permission", "words"),
    [
        ("send_messages", "Send Messages"),
        ("attach_files", "Attach Files"),
        ("read_message_history", "Read Message History"),
        ("create_public_threads", "Create Public Threads"),
        ("send_messages_in_threads", "Send Messages in Threads"),
    ],
)
async def test_what_the_bot_may_not_do_is_named(
    bot: Bot, discord: Loopback, house: House, permission: str, words: str
) -> None:
    house.server.deny(house.text, None, **{permission: True})
    await discord.quiet()
    refused = await _create(house.fran, house.text)
    assert refused.ephemeral
    assert words in refused.text
    house.server.allow(house.text, None, **{permission: True})
    await discord.quiet()
    assert "has its home here" in (await _create(house.fran, house.text)).text


async def test_a_channel_that_the_bot_cannot_see_is_named_wherever_the_command_is_used(
    bot: Bot, discord: Loopback, house: House
) -> None:
    house.server.deny(house.text, None, view_channel=True)
    hall = house.server.add_text_channel("hall")
    await bot.restart()
    here = await _create(house.fran, house.text)
    there = await _create(house.fran, hall, channel=house.text)
    for refused in (here, there):
        assert refused.ephemeral
        assert f"<#{house.text.id}> I still need to be allowed: View Channel." in refused.text


async def test_a_voice_channel_is_no_home(bot: Bot, discord: Loopback, house: House) -> None:
    refused = await _create(house.fran, house.voice)
    assert refused.ephemeral
    assert "text channel or a forum" in refused.text


async def test_managing_messages_is_no_condition(bot: Bot, discord: Loopback, house: House) -> None:
    house.server.take_from_bot(manage_messages=True)
    await discord.quiet()
    assert "has its home here" in (await _create(house.fran, house.text)).text


async def test_only_who_manages_the_server_creates_until_the_server_says_otherwise(
    bot: Bot, discord: Loopback, house: House
) -> None:
    refused = await _create(house.omar, house.text)
    assert refused.ephemeral
    assert "Manage Server" in refused.text
    await house.fran.slash(house.text, "server creators", who="Everyone")
    assert "has its home here" in (await _create(house.omar, house.text)).text
    other = house.server.add_text_channel("other")
    await house.fran.slash(house.text, "server creators", who="People who manage the server")
    assert "Manage Server" in (await _create(house.dana, other, name="Other")).text


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"reminders": "soon"}, "like `24h, 1h, 10m`"),
        ({"zone": "Qwertzuiop"}, "do not know that time zone"),
        ({"zone": "Springfield"}, "do not know that time zone"),
        ({"name": "Group of my client Jane Doe, DOB 3/14/1985"}, "may identify a client"),
    ],
)
async def test_what_is_unclear_in_a_new_group_is_said_privately_and_nothing_is_made(
    bot: Bot, discord: Loopback, house: House, options: dict[str, object], words: str
) -> None:
    refused = await _create(house.fran, house.text, **options)
    assert refused.ephemeral
    assert words in refused.text
    assert (
        "could not tell which group" in (await house.fran.slash(house.text, "group members")).text
    )


async def test_no_reminders_are_said_as_none(bot: Bot, discord: Loopback, house: House) -> None:
    made = await _create(house.fran, house.text, reminders="none")
    assert "Nobody is reminded" in made.text


async def test_a_city_stands_for_its_zone(bot: Bot, discord: Loopback, house: House) -> None:
    """Typed without picking; `Leeds` is one place only."""
    made = await _create(house.fran, house.text, zone="leeds")
    assert "London time" in made.text


async def test_joining_asks_for_the_zone_once(bot: Bot, discord: Loopback, house: House) -> None:
    made = await _create(house.fran, house.text)
    await bot.restart()
    assert made.message is not None
    welcome = await house.omar.press(made.message, "Join")
    assert welcome.ephemeral
    assert "Welcome to **Wednesday group**" in welcome.text
    await discord.until(lambda: welcome.followups, "the question")
    question = welcome.followups[0]
    assert question.ephemeral
    assert "Which time zone" in question.text
    picked = await house.omar.choose(question, "Pick the city nearest to you", ["Europe/London"])
    assert picked.updated
    assert "London time" in picked.text
    assert picked.controls == []
    await house.omar.slash(house.text, "group leave")
    again = await house.omar.slash(house.text, "group join")
    await discord.quiet()
    assert again.followups == []


async def test_joining_with_a_zone_asks_nothing(bot: Bot, discord: Loopback, house: House) -> None:
    await _create(house.fran, house.text)
    welcome = await house.dana.slash(house.text, "group join", zone="Pacific/Auckland")
    await discord.quiet()
    assert welcome.followups == []
    shown = await house.fran.slash(house.text, "group members")
    assert f"{house.dana.mention}, Auckland time" in shown.text
    assert f"{house.fran.mention}, time zone not said yet" in shown.text


async def test_a_zone_that_is_unclear_lets_nobody_in(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _create(house.fran, house.text)
    refused = await house.dana.slash(house.text, "group join", zone="Qwertzuiop")
    assert "do not know that time zone" in refused.text
    shown = await house.fran.slash(house.text, "group members")
    assert house.dana.mention not in shown.text


async def test_joining_twice_is_said_kindly(bot: Bot, discord: Loopback, house: House) -> None:
    made = await _create(house.fran, house.text)
    assert made.message is not None
    again = await house.fran.press(made.message, "Join")
    assert again.ephemeral
    assert "in this group already" in again.text


async def test_a_channel_that_somebody_cannot_see_has_no_group_for_them(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _create(house.fran, house.text)
    open_door = house.server.add_text_channel("open-door")
    house.server.deny(house.text, house.omar, view_channel=True)
    await discord.quiet()
    offered = await house.omar.complete(open_door, "group join", option="group", typed="wed")
    assert offered == []
    for command in ("group join", "group members", "group settings", "group leave"):
        for named in ("1", "Wednesday group"):
            refused = await house.omar.slash(open_door, command, group=named)
            assert "could not tell which group" in refused.text, command


async def test_a_group_is_offered_and_joined_from_anywhere(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _create(house.fran, house.text)
    other = house.server.add_text_channel("open-door")
    await _create(house.fran, other, name="Thursday group")
    hall = house.server.add_text_channel("hall")
    await discord.quiet()
    offered = await house.omar.complete(hall, "group join", option="group", typed="thu")
    assert [choice["name"] for choice in offered] == ["Thursday group"]
    unclear = await house.omar.slash(hall, "group join")
    assert "could not tell which group" in unclear.text
    joined = await house.omar.slash(hall, "group join", group=offered[0]["value"])
    assert "Welcome to **Thursday group**" in joined.text
    only_one_left = await house.omar.slash(hall, "group join")
    assert "Welcome to **Wednesday group**" in only_one_left.text


async def test_leaving_and_what_members_then_see(bot: Bot, discord: Loopback, house: House) -> None:
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    left = await house.omar.slash(house.text, "group leave")
    assert left.ephemeral
    assert "left **Wednesday group**" in left.text
    assert "1 person is in" in (await house.fran.slash(house.text, "group members")).text
    assert "members of Wednesday group" in (await house.omar.slash(house.text, "group leave")).text
    await house.fran.slash(house.text, "group leave")
    assert "Nobody is in" in (await house.fran.slash(house.text, "group members")).text


async def test_many_members_fit_into_one_message(bot: Bot, discord: Loopback, house: House) -> None:
    await _create(house.fran, house.text)
    for number in range(60):
        person = house.server.add_member(f"Member {number}")
        await person.slash(house.text, "group join", zone="America/Argentina/Buenos_Aires")
    shown = await house.fran.slash(house.text, "group members")
    assert "61 people are in" in shown.text
    assert "and 21 more" in shown.text


async def test_only_who_manages_the_server_takes_somebody_out(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    refused = await house.omar.slash(house.text, "group remove", member=house.fran)
    assert "Manage Server" in refused.text
    done = await house.fran.slash(house.text, "group remove", member=house.omar)
    assert "no longer in" in done.text
    again = await house.fran.slash(house.text, "group remove", member=house.omar)
    assert "is not in" in again.text


async def test_settings_are_shown_privately_and_changes_to_the_group(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _create(house.fran, house.text, voice=house.voice)
    shown = await house.fran.slash(house.text, "group settings")
    assert shown.ephemeral
    assert "1 day, 1 hour and 10 minutes before" in shown.text
    changed = await house.fran.slash(
        house.text, "group settings", quorum=1, length=120, reminders="none", no_voice=True
    )
    assert not changed.ephemeral
    assert "1 person or more" in changed.text
    assert "2 hours" in changed.text
    assert "Nobody is reminded" in changed.text
    assert f"<#{house.voice.id}>" not in changed.text
    hall = house.server.add_text_channel("hall")
    away = await house.fran.slash(hall, "group settings", name="Thursday group", zone="Leeds")
    assert away.ephemeral
    assert "**Thursday group**" in away.text
    assert "London time" in away.text


async def test_only_members_change_settings(bot: Bot, discord: Loopback, house: House) -> None:
    await _create(house.fran, house.text)
    refused = await house.omar.slash(house.text, "group settings", quorum=1)
    assert "members of Wednesday group" in refused.text
    await house.omar.slash(house.text, "group join", zone=NEW_YORK)
    assert "2 people" in (await house.omar.slash(house.text, "group settings", quorum=2)).text


async def test_a_new_name_goes_through_the_guard(bot: Bot, discord: Loopback, house: House) -> None:
    await _create(house.fran, house.text)
    refused = await house.fran.slash(
        house.text, "group settings", name="About my client Jane Doe, DOB 3/14/1985"
    )
    assert refused.ephemeral
    assert "may identify a client" in refused.text
    assert "Jane" not in refused.text


async def test_zones_are_offered_while_typing(bot: Bot, discord: Loopback, house: House) -> None:
    common = await house.fran.complete(house.text, "group create", option="zone", typed="")
    assert len(common) == 25
    found = await house.fran.complete(house.text, "group create", option="zone", typed="auck")
    assert found[0]["value"] == "Pacific/Auckland"
    assert re.search(r"now \d+:\d\d [ap]m$", found[0]["name"])


async def test_a_deleted_channel_is_survived(bot: Bot, discord: Loopback, house: House) -> None:
    await _create(house.fran, house.text)
    hall = house.server.add_text_channel("hall")
    house.server.remove_channel(house.text)
    await discord.quiet()
    shown = await house.fran.slash(hall, "group members")
    assert "1 person is in" in shown.text
