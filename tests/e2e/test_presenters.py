"""Presenters and agendas as members live them: offered, passed on, swapped, begun, shared out."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from playground.loopback import Loopback
from playground.reply import Reply
from playground.world import Channel, Message
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.guarded import nothing_kept
from tests.e2e.stage import answer, call_meeting, make_group, meeting_card, poll_card, thread_of

FRIDAY = datetime(2026, 3, 6, 19, 0, tzinfo=UTC)
"""2 pm in New York, where the group is; 7 pm in London, 8 am on Saturday in Auckland."""
LONDON_FRI = "Fri 6 March, 7:00 pm - 8:00 pm"
AUCKLAND_SAT = "Sat 7 March, 8:00 am - 9:00 am"


async def _group(house: House, **settings: object) -> None:
    await make_group(
        house.text,
        house.fran,
        [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")],
    )
    if settings:
        await house.fran.slash(house.text, "group settings", **settings)


async def _settled(discord: Loopback, house: House) -> Channel:
    """A meeting on Friday to which all three come; its thread."""
    await call_meeting(house.text, house.fran, "Fri 2pm")
    card = await poll_card(discord, house.text)
    await answer(house.omar, card, [LONDON_FRI])
    await answer(house.dana, card, [AUCKLAND_SAT])
    return await thread_of(discord, house.text)


def _saying(channel: Channel, words: str) -> list[Message]:
    return [one for one in channel.standing if words in one.text and one.audience is None]


async def _newest(discord: Loopback, channel: Channel, words: str, count: int = 1) -> Message:
    await discord.until(lambda: len(_saying(channel, words)) >= count, words)
    assert len(_saying(channel, words)) == count
    return _saying(channel, words)[-1]


def _at(instant: datetime, style: str = "t") -> str:
    return f"<t:{int(instant.timestamp())}:{style}>"


def _buttons(message: Message) -> list[str]:
    return [one.name for one in message.controls]


async def test_a_turn_is_offered_passed_on_and_swapped_and_the_queue_stays_fair(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _group(house, structure="formal", presenters=1)
    thread = await _settled(discord, house)
    first = await _newest(discord, thread, "Presenting on")
    assert first.pinged == {house.fran.id}
    assert _buttons(first) == ["Yes, I present", "Not this time", "Swap with…"]

    passed = await house.fran.press(first, "Not this time")
    assert passed.ephemeral
    assert "place in the queue stays" in passed.text
    second = await _newest(discord, thread, "Presenting on", 2)
    assert second.pinged == {house.omar.id}
    await bot.restart()
    accepted = await house.omar.press(second, "Yes, I present")
    assert "You present on" in accepted.text
    card = await meeting_card(discord, house.text)
    await discord.until(lambda: f"**Presenting** {house.omar.mention}" in card.text, "the card")

    willing = await house.fran.slash(thread, "presenters offer")
    assert "Every turn is taken" in willing.text
    menu = await house.omar.press(accepted, "Swap with…")
    asked = await house.omar.choose(menu, "Pick a member of the group", [house.dana])
    assert "Until they agree, the turn is yours" in asked.text
    swap = await _newest(discord, thread, "asks for a swap")
    assert swap.pinged == {house.dana.id}
    refused = await house.fran.press(swap, "I take it")
    assert "This question is for" in refused.text
    assert f"**Presenting** {house.omar.mention}" in card.text
    taken = await house.dana.press(swap, "I take it")
    assert not taken.ephemeral
    assert "presents in place of" in taken.text
    await discord.until(lambda: f"**Presenting** {house.dana.mention}" in card.text, "the card")
    late = await house.dana.press(swap, "No, sorry")
    assert "answered already" in late.text

    await discord.clock.walk(FRIDAY + timedelta(hours=2))
    shown = await house.omar.slash(house.text, "presenters show")
    order = [line.split()[-1] for line in shown.text.splitlines()[-3:]]
    assert order == [house.fran.mention, house.omar.mention, house.dana.mention]

    await house.omar.slash(house.text, "group leave")
    await bot.restart()
    assert _buttons(second) == _buttons(first)  # none is left out below
    for name in _buttons(second):
        assert "This is for members" in (await house.omar.press(second, name)).text


async def test_on_the_day_the_thread_has_the_agenda_and_says_when_a_part_ends(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _group(house, structure="formal", presenters=2, opening=10, closing=10)
    thread = await _settled(discord, house)
    offer = await _newest(discord, thread, "Presenting on")
    assert offer.pinged == {house.fran.id, house.omar.id}
    accepted = await house.fran.press(offer, "Yes, I present")
    form = await house.fran.press(accepted, "Say what it is about")
    titled = await house.fran.submit(form, {"What is it about?": "An ending"})
    assert "Kept: “An ending”" in titled.text
    await house.omar.press(offer, "Yes, I present")
    await discord.clock.walk(FRIDAY - timedelta(hours=2, minutes=1))
    assert _saying(thread, "Agenda of") == []
    await discord.clock.walk(FRIDAY - timedelta(hours=1, minutes=59))
    agenda = await _newest(discord, thread, "Agenda of")
    assert agenda.pinged == set()
    fran, omar, dana = house.fran.mention, house.omar.mention, house.dana.mention
    at = [_at(FRIDAY + timedelta(minutes=minutes)) for minutes in (0, 10, 30, 50, 60)]
    assert agenda.text.splitlines()[1:] == [
        f"- {at[0]} to {at[1]}: Opening round",
        f"- {at[1]} to {at[2]}: {fran}: An ending",
        f"- {at[2]} to {at[3]}: {omar}",
        f"- {at[3]} to {at[4]}: Closing round",
        f"{dana} leads through the meeting.",
    ]
    assert "An ending" not in (house.server.events[0].description or "")
    early = await house.fran.press(agenda, "Begin")
    assert "It is early" in early.text

    await discord.clock.jump(FRIDAY + timedelta(seconds=20))
    begun = await house.dana.slash(thread, "meeting start")
    assert "Begun" in begun.text
    await _newest(discord, thread, "### Now: Opening round")
    await discord.clock.walk(FRIDAY + timedelta(minutes=10, seconds=5))
    presents = await _newest(discord, thread, f"### Now: {fran}: An ending")
    assert presents.pinged == set()
    assert len(_saying(thread, "5 minutes left")) == 1
    await bot.restart()
    await discord.clock.walk(FRIDAY + timedelta(minutes=26))
    soon = await _newest(discord, thread, f"5 minutes left for this: {fran}")
    more = await house.omar.press(soon, "Five more minutes")
    assert f"until {_at(FRIDAY + timedelta(minutes=35))}" in more.text
    stale = await house.dana.press(soon, "Five more minutes")
    assert "Somebody was quicker" in stale.text
    await house.fran.press(more, "Next")
    omars = await _newest(discord, thread, f"### Now: {omar}")
    assert f"until {_at(FRIDAY + timedelta(minutes=50))}" in omars.text
    await discord.clock.walk(FRIDAY + timedelta(hours=2))
    closing = await _newest(discord, thread, "### Now: Closing round")
    assert _buttons(closing) == ["Show the agenda"]
    assert len(_saying(thread, "5 minutes left")) == 4
    over = await house.fran.press(closing, "Show the agenda")
    assert "not coming up any more" in over.text


async def test_a_meeting_that_nobody_began_gives_no_signals_and_silence_holds_nobody_up(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await _group(house, structure="formal", presenters=1)
    thread = await _settled(discord, house)
    await _newest(discord, thread, "Presenting on")
    await discord.clock.walk(MONDAY + timedelta(days=3))
    second = await _newest(discord, thread, "Presenting on", 2)
    assert second.pinged == {house.omar.id}
    await house.dana.press(await meeting_card(discord, house.text), "I can’t come")
    await house.omar.press(second, "Not this time")
    await discord.clock.walk(FRIDAY - timedelta(hours=23))
    free = await _newest(discord, thread, "1 turn at presenting is free")
    assert "Nobody presents yet" in free.text
    taken = await house.omar.press(free, "I will present")
    assert "You present on" in taken.text
    await discord.clock.walk(FRIDAY + timedelta(hours=2))
    assert len(_saying(thread, "Presenting on")) == 2
    assert len(_saying(thread, "Agenda of")) == 1
    assert _saying(thread, "minutes left") == []


async def test_an_informal_group_brings_topics_which_the_guard_sees_first(
    bot: Bot, discord: Loopback, house: House, tmp_path: Path
) -> None:
    await _group(house)
    thread = await _settled(discord, house)
    refused = await _topic(house, "My client Jane Doe, 212-555-0142")
    assert "The topic may identify a client" in refused.text
    nothing_kept(tmp_path, "Jane", "555-0142")
    form = await house.omar.press(refused, "Change")
    assert form.modal is not None
    assert form.modal.prefilled("What would you like to talk about?") == (
        "My client Jane Doe, 212-555-0142"
    )
    kept = await house.omar.submit(form, {"topic": "A client who is stuck"})
    assert "It is on the agenda" in kept.text
    await _topic(house, "Fees")
    mine = await house.omar.slash(house.text, "agenda show")
    assert mine.ephemeral
    gone = await house.omar.choose(mine, "Take a topic of yours back", ["Fees"])
    assert "Taken back" in gone.text
    for_dana = await house.dana.slash(thread, "agenda show")
    assert for_dana.text.splitlines()[1:] == [f"- A client who is stuck ({house.omar.mention})"]
    assert _buttons_of(for_dana) == ["Bring a topic"]
    none = await house.omar.slash(house.text, "presenters show")
    assert "no presenters in turn" in none.text

    await discord.clock.walk(FRIDAY)
    agenda = await _newest(discord, thread, "Agenda of")
    assert "- A client who is stuck" in agenda.text
    await house.omar.press(agenda, "Begin")
    await _newest(discord, thread, "### Now: A client who is stuck")
    await discord.clock.walk(FRIDAY + timedelta(hours=2))
    await bot.stop()
    nothing_kept(tmp_path, "stuck")
    await bot.start()


async def _topic(house: House, text: str) -> Reply:
    form = await house.omar.slash(house.text, "agenda add")
    return await house.omar.submit(form, {"What would you like to talk about?": text})


def _buttons_of(reply: Reply) -> list[str]:
    return [one.name for one in reply.controls]
