"""The question for a member's zone, and `/zone`."""

from playground.loopback import Loopback
from playground.reply import Reply
from playground.world import Channel, Message
from tests.e2e.conftest import Bot, House
from tests.e2e.stage import make_group, poll_card

PICK = "Pick the city nearest to you"
OTHER = "My city is not listed"
CITY = "Your city"


async def _asked(discord: Loopback, house: House) -> Message:
    """The question that follows Omar's joining."""
    await make_group(house.text, house.fran, [])
    welcome = await house.omar.slash(house.text, "group join")
    await discord.until(lambda: welcome.followups, "the question")
    return welcome.followups[0]


async def _typed(house: House, question: Message | Reply, city: str) -> Reply:
    form = await house.omar.press(question, OTHER)
    return await house.omar.submit(form, {CITY: city})


async def _zone_of_omar(house: House) -> str:
    shown = (await house.fran.slash(house.text, "group members")).text
    return next(line for line in shown.splitlines() if house.omar.mention in line)


async def test_a_typed_city_is_kept(bot: Bot, discord: Loopback, house: House) -> None:
    question = await _asked(discord, house)
    await bot.restart()
    kept = await _typed(house, question, "Leeds")
    assert kept.updated
    assert "London time" in kept.text
    assert "3:00 pm now" in kept.text
    assert kept.controls == []
    assert "London" in await _zone_of_omar(house)


async def test_several_cities_of_a_name_are_offered_in_a_menu(
    bot: Bot, discord: Loopback, house: House
) -> None:
    question = await _asked(discord, house)
    offered = await _typed(house, question, "Springfield")
    assert "more than one place" in offered.text
    menu = next(control for control in offered.controls if control.name == PICK)
    assert any(label.startswith("Springfield, Massachusetts") for label in menu.options)
    kept = await house.omar.choose(offered, PICK, ["America/New_York"])
    assert "New York time" in kept.text


async def test_an_unknown_city_is_asked_for_again(
    bot: Bot, discord: Loopback, house: House
) -> None:
    question = await _asked(discord, house)
    again = await _typed(house, question, "Qwertzuiop")
    assert "could not find that place" in again.text
    kept = await _typed(house, again, "auckland")
    assert "Auckland time" in kept.text


async def test_going_on_leads_back_to_what_was_being_done(
    bot: Bot, discord: Loopback, house: House
) -> None:
    """Answering a poll without a zone: the question, the zone, and on to the answer's form."""
    await make_group(house.text, house.fran, [])
    await house.omar.slash(house.text, "group join")
    card = await _poll(discord, house)
    question = await house.omar.press(card, "Answer")
    assert "Which time zone" in question.text
    again = await _typed(house, question, "Qwertzuiop")
    kept = await _typed(house, again, "Leeds")
    assert [control.name for control in kept.controls] == ["Continue"]
    form = await house.omar.press(kept, "Continue")
    assert form.modal is not None
    assert "I can come" in form.modal.labels


async def _poll(discord: Loopback, house: House) -> Message:
    form = await house.fran.slash(house.text, "meeting call")
    values = {"What is it about?": "Boundaries", "Which times could you offer?": "Wed 2pm"}
    preview = await house.fran.submit(form, values)
    await house.fran.press(preview, "Post the poll")
    return await poll_card(discord, house.text)


async def test_the_command_sets_and_changes(bot: Bot, discord: Loopback, house: House) -> None:
    await _asked(discord, house)
    first = await house.omar.slash(house.text, "zone", zone="Europe/London")
    assert first.ephemeral
    assert "London time" in first.text
    second = await house.omar.slash(house.text, "zone", zone="auckland")
    assert "Auckland time" in second.text
    assert "Auckland" in await _zone_of_omar(house)


async def test_the_command_asks_which_of_several(bot: Bot, discord: Loopback, house: House) -> None:
    asked = await house.omar.slash(house.text, "zone", zone="Springfield")
    assert asked.ephemeral
    kept = await house.omar.choose(asked, PICK, ["America/Chicago"])
    assert "Chicago time" in kept.text
    unknown = await house.omar.slash(house.text, "zone", zone="Qwertzuiop")
    assert "could not find that place" in unknown.text
    assert [control.name for control in unknown.controls] == [PICK, OTHER]


async def test_the_command_offers_cities(bot: Bot, discord: Loopback, house: House) -> None:
    for typed, zone in (("sao pau", "America/Sao_Paulo"), ("kolk", "Asia/Kolkata")):
        found = await house.omar.complete(house.text, "zone", option="zone", typed=typed)
        assert found[0]["value"] == zone


async def test_a_zone_belongs_to_one_server(bot: Bot, discord: Loopback, house: House) -> None:
    await house.omar.slash(house.text, "zone", zone="Europe/London")
    other = discord.add_guild("Oak Street Practice")
    channel: Channel = other.add_text_channel("friday-group")
    other.add_member(house.omar, manage_guild=True)
    await discord.quiet()
    await house.omar.slash(
        channel, "group create", name="Friday group", quorum=2, zone="Europe/Paris"
    )
    assert "time zone not said yet" in (await house.omar.slash(channel, "group members")).text
