"""AutoMod: Discord refuses formal identifiers unseen, by rules that the bot keeps in step."""

from pathlib import Path

import pytest

from bot.identifiers.automod import NUMBERS
from playground.loopback import Loopback
from playground.moderation import Blocked
from playground.permissions import P
from playground.stage import DriverError
from playground.world import Channel, ModerationRule
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import CLEAN, nothing_kept
from tests.e2e.stage import make_group

FORMAL = "the form has 457-55-5462 on it"
REACH = "her cell is 617-555-0143"
NUMBERS_ONLY = "Client numbers and dates of birth"
BOTH = "These, and all telephone numbers and e-mail addresses"


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group, in a server that lets the bot make rules."""
    house.server.bot_role.permissions |= int(P.MANAGE_GUILD)
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    await house.fran.slash(house.text, "group settings", voice=house.voice)
    return house.text


def rules(house: House) -> list[ModerationRule]:
    return list(house.server.guild.moderation.values())


async def turn_on(house: House, refuse: str = NUMBERS_ONLY) -> str:
    return (await house.fran.slash(house.text, "server automod on", refuse=refuse)).text


async def test_what_is_formal_is_refused_before_anybody_sees_it(
    discord: Loopback, house: House, group: Channel, tmp_path: Path
) -> None:
    told = await turn_on(house)
    assert "social security, record and case numbers" in told
    assert "nobody who manages the server" in told
    before = len(group.standing)
    with pytest.raises(Blocked) as blocked:
        await house.omar.write(group, FORMAL)
    assert blocked.value.words.startswith("Nobody saw this")
    await discord.quiet()
    assert len(group.standing) == before
    await house.omar.write(group, CLEAN)
    await house.omar.write(house.voice, CLEAN)
    with pytest.raises(Blocked):
        await house.omar.write(house.voice, FORMAL)
    nothing_kept(tmp_path, "457-55-5462")


async def test_channels_of_no_group_are_left_out(
    discord: Loopback, house: House, group: Channel
) -> None:
    hall = house.server.add_text_channel("hall")
    await turn_on(house)
    await house.omar.write(hall, FORMAL)
    (rule,) = rules(house)
    assert rule.exempt_channels == [house.forum.id, hall.id]
    later = house.server.add_text_channel("later")
    await discord.until(lambda: later.id in rule.exempt_channels, "the rule in step")
    house.server.remove_channel(hall)
    await discord.until(lambda: hall.id not in rule.exempt_channels, "the rule in step")


async def test_many_channels_at_once_are_looked_at_together(
    discord: Loopback, house: House, group: Channel
) -> None:
    await turn_on(house)
    (rule,) = rules(house)
    before = len(discord.journal.entries)
    rooms = [house.server.add_text_channel(f"room-{number}") for number in range(30)]
    await discord.until(lambda: rooms[-1].id in rule.exempt_channels, "the rule in step")
    await discord.quiet(0.1)
    assert {room.id for room in rooms} <= set(rule.exempt_channels)
    assert len(discord.journal.entries) - before < 15


async def test_a_new_group_is_protected_by_itself(
    discord: Loopback, house: House, group: Channel
) -> None:
    await turn_on(house)
    (rule,) = rules(house)
    assert house.forum.id in rule.exempt_channels
    await house.fran.slash(
        house.text, "group create", name="Forum", quorum=2, zone="UTC", channel=house.forum
    )
    await discord.until(lambda: house.forum.id not in rule.exempt_channels, "the rule in step")
    with pytest.raises(Blocked):
        await house.omar.post(house.forum, "A case", FORMAL)


async def test_ways_to_reach_somebody_are_a_choice_of_their_own(
    house: House, group: Channel
) -> None:
    await turn_on(house)
    await house.omar.write(group, REACH)
    assert "members' own too" in await turn_on(house, BOTH)
    with pytest.raises(Blocked) as blocked:
        await house.omar.write(group, REACH)
    assert "telephone numbers" in blocked.value.words
    assert [one.name for one in rules(house)] == [
        "Convene: client numbers",
        "Convene: telephone and e-mail",
    ]
    await turn_on(house)
    assert [one.name for one in rules(house)] == ["Convene: client numbers"]


async def test_off_takes_ours_away_and_leaves_others(house: House, group: Channel) -> None:
    guild = house.server.guild
    theirs = ModerationRule(1, guild.id, house.fran.id, "Convene: client numbers", [])
    guild.moderation[1] = theirs
    await turn_on(house, BOTH)
    assert len(rules(house)) == 3
    off = await house.fran.slash(house.text, "server automod off")
    assert "The rules are gone" in off.text
    assert rules(house) == [theirs]
    shown = await house.fran.slash(house.text, "server automod show")
    assert "There are no rules of mine here" in shown.text


async def test_a_rule_deleted_by_hand_is_not_made_again_until_asked(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    await turn_on(house)
    house.server.guild.moderation.clear()
    await bot.restart()
    house.server.add_text_channel("hall")
    await discord.quiet(0.1)
    assert rules(house) == []
    shown = await house.fran.slash(house.text, "server automod show")
    assert "There are no rules of mine here" in shown.text
    await turn_on(house)
    assert len(rules(house)) == 1


async def test_what_the_server_chose_about_a_rule_stays(
    discord: Loopback, house: House, group: Channel
) -> None:
    await turn_on(house)
    (rule,) = rules(house)
    role = house.server.add_role("Conveners")
    rule.enabled, rule.exempt_roles = False, [role.id]
    hall = house.server.add_text_channel("hall")
    await discord.until(lambda: hall.id in rule.exempt_channels, "the rule in step")
    assert (rule.enabled, rule.exempt_roles) == (False, [role.id])
    shown = await house.fran.slash(house.text, "server automod show")
    assert "Switched off in Server Settings" in shown.text


async def test_a_rule_that_was_renamed_is_still_ours(house: House, group: Channel) -> None:
    await turn_on(house)
    rules(house)[0].name = "No numbers, please"
    await turn_on(house)
    assert [one.name for one in rules(house)] == ["No numbers, please"]
    await house.fran.slash(house.text, "server automod off")
    assert rules(house) == []


async def test_the_start_catches_up(
    bot: Bot, discord: Loopback, house: House, group: Channel
) -> None:
    await turn_on(house)
    (rule,) = rules(house)
    await bot.stop()
    hall = house.server.add_text_channel("hall")
    rule.patterns = ["older"]
    await bot.start()
    await discord.until(lambda: hall.id in rule.exempt_channels, "the rule in step")
    assert rule.patterns == [one.pattern for one in NUMBERS]


async def test_without_the_permission_it_says_what_to_click(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    told = await turn_on(house)
    assert "server settings > roles > **convene** > permissions > manage server" in told.lower()
    assert rules(house) == []
    house.server.bot_role.permissions |= int(P.MANAGE_GUILD)
    await turn_on(house)
    house.server.take_from_bot(manage_guild=True)
    house.server.add_text_channel("hall")
    await discord.quiet(0.1)
    assert len(rules(house)) == 1


async def test_only_who_manages_the_server_is_offered_it(house: House, group: Channel) -> None:
    with pytest.raises(DriverError, match="not shown to Omar"):
        await house.omar.slash(group, "server automod on", refuse=NUMBERS_ONLY)
    house.server.open_command("server")
    refused = await house.omar.slash(group, "server automod on", refuse=NUMBERS_ONLY)
    assert "needs the Manage Server permission" in refused.text
    assert rules(house) == []


async def test_more_channels_than_can_be_left_out_make_no_rule(
    discord: Loopback, house: House, group: Channel
) -> None:
    extra = [house.server.add_text_channel(f"room-{number}") for number in range(50)]
    told = await turn_on(house)
    assert "51 channels belong to no group" in told
    assert rules(house) == []
    house.server.remove_channel(extra[0])
    await turn_on(house)
    (rule,) = rules(house)
    assert len(rule.exempt_channels) == 50
    more = house.server.add_text_channel("one-too-many")
    await discord.until(lambda: rules(house) == [], "the rule to wait")
    shown = await house.fran.slash(house.text, "server automod show")
    assert "Waiting, since there are too many channels" in shown.text
    house.server.remove_channel(more)
    await discord.until(lambda: len(rules(house)) == 1, "the rule again")


async def test_a_server_full_of_rules_is_told_so(house: House, group: Channel) -> None:
    guild = house.server.guild
    for number in range(5):
        guild.moderation[number] = ModerationRule(number, guild.id, house.fran.id, "Words", [])
    assert "has 6 rules for words already" in await turn_on(house, BOTH)
    assert len(rules(house)) == 5
    await turn_on(house)
    assert len(rules(house)) == 6


async def test_a_rule_whose_making_was_not_kept_is_taken_over(
    discord: Loopback, house: House, group: Channel
) -> None:
    discord.faults.lose_answer("POST /guilds/{guild_id}/auto-moderation/rules", times=1)
    assert "Discord did not take that" in await turn_on(house)
    assert len(rules(house)) == 1
    await turn_on(house)
    assert len(rules(house)) == 1


async def test_the_check_of_a_draft_is_no_way_around_it(
    discord: Loopback, house: House, group: Channel
) -> None:
    await turn_on(house, BOTH)
    hall = house.server.add_text_channel("hall")
    await discord.quiet()
    draft = "The front desk of the clinic on Elm is 617-555-0143, ask for the scheduling line."
    for person, channel, posts in (
        (house.omar, group, False),
        (house.omar, hall, True),
        (house.fran, group, True),
    ):
        form = await person.slash(channel, "check")
        answer = await person.submit(form, {"What would you like to send?": draft})
        pressed = await person.press(answer, "Post it in this channel")
        assert ("It is posted" in pressed.text) is posts
        assert ("refuses telephone numbers and e-mail addresses" in pressed.text) != posts
        assert (draft in pressed.text) != posts


async def test_without_a_group_there_is_nothing_to_protect(bot: Bot, house: House) -> None:
    house.server.bot_role.permissions |= int(P.MANAGE_GUILD)
    assert "There is no group here yet" in await turn_on(house)
