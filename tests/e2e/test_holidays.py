"""Meetings on public holidays are proposed to be skipped, and skipped only by a press."""

from datetime import UTC, datetime, timedelta

from playground.loopback import Loopback
from playground.person import Person
from playground.reply import Reply
from playground.world import Channel
from tests.e2e.conftest import Bot, House
from tests.e2e.stage import came, make_group, meeting_card, thread_of

WEDNESDAY = datetime(2026, 5, 20, 14, tzinfo=UTC)
MEMORIAL_DAY = datetime(2026, 5, 25, 22, tzinfo=UTC)
"""A Monday, at six in New York; Juneteenth is a Friday in that year."""
JUNETEENTH = datetime(2026, 6, 19, 22, tzinfo=UTC)
WEEK = timedelta(days=7)


def _stamp(at: datetime) -> str:
    return f"<t:{int(at.timestamp())}:F>"


def _named(reply: Reply) -> list[str]:
    return [one.name for one in reply.controls]


async def _previewed(who: Person, channel: Channel, first: str) -> Reply:
    form = await who.slash(channel, "series create")
    return await who.submit(form, {"When is the first meeting?": first})


async def test_whose_holidays_a_group_keeps_is_picked_by_name_told_and_forgotten(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [(house.omar, "Europe/Berlin")])
    none = await house.omar.slash(house.text, "series holidays")
    assert "No public holidays are kept here" in none.text
    unknown = await house.omar.slash(house.text, "series holidays", country="my client’s")
    assert "I do not know that country" in unknown.text
    assert "client" not in unknown.text
    [germany] = await house.omar.complete(
        house.text, "series holidays", option="country", typed="germ"
    )
    assert germany == {"name": "Germany", "value": "DE"}
    kept = await house.omar.slash(house.text, "series holidays", country="Germany", region="Bayern")
    assert "public holidays of Bayern, Germany" in kept.text
    refused = await house.dana.slash(house.text, "series holidays", country="US")
    assert "This is for members" in refused.text
    await bot.restart()
    region = await house.omar.slash(house.text, "series holidays", region="Wales")
    assert "I do not know that region of Germany" in region.text
    told = await house.fran.slash(house.text, "series holidays")
    assert "Bayern, Germany" in told.text
    assert "Forgotten" in (await house.fran.press(told, "Forget")).text
    again = await house.fran.slash(house.text, "series holidays")
    assert "No public holidays are kept here" in again.text


async def test_a_meeting_on_a_holiday_is_skipped_by_a_press_and_the_group_hears_of_it_once(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await discord.clock.jump(WEDNESDAY)
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    await house.fran.slash(house.text, "series holidays", country="US")
    preview = await _previewed(house.fran, house.text, "Mon 6pm")
    assert "Public holidays: 25 May (Memorial Day), 7 September (Labor Day)" in preview.text
    await house.fran.press(preview, "Start it")
    assert _stamp(MEMORIAL_DAY) in (await meeting_card(discord, house.text)).text
    thread = await thread_of(discord, house.text)
    seen = await house.omar.slash(house.text, "series show")
    assert "Public holidays: 25 May (Memorial Day)" in seen.text
    assert seen.controls == []
    shown = await house.fran.slash(house.text, "series show")
    assert "Skip these" in _named(shown)
    other = await house.fran.slash(house.text, "series show")
    await bot.restart()
    skipped = await house.fran.press(shown, "Skip these")
    assert f"Skipped: {_stamp(MEMORIAL_DAY)}" in skipped.text
    await discord.until(lambda: came(thread, "### Called off"), "word to the group")
    twice = await house.fran.press(other, "Skip these")
    assert "skipped already" in twice.text
    await bot.restart()
    after = await house.fran.press(skipped, "Back")
    assert f"~~{_stamp(MEMORIAL_DAY)}~~ skipped" in after.text
    assert "Public holidays" not in after.text
    assert "Skip these" not in _named(after)
    await discord.quiet()
    assert len(came(thread, "### Called off")) == 1


async def test_a_series_starts_without_its_holidays_and_nobody_hears_of_those(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await discord.clock.jump(JUNETEENTH - timedelta(days=2))
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    await house.fran.slash(house.text, "series holidays", country="US")
    preview = await _previewed(house.fran, house.text, "Fri 6pm")
    assert "Public holidays: 19 June (Juneteenth" in preview.text
    await bot.restart()
    started = await house.fran.press(preview, "Start it and skip these")
    assert f"Skipped: {_stamp(JUNETEENTH)}" in started.text
    assert f"The first meeting is {_stamp(JUNETEENTH + WEEK)}" in started.text
    shown = await house.omar.slash(house.text, "series show")
    assert f"~~{_stamp(JUNETEENTH)}~~ skipped" in shown.text
    assert "Public holidays" not in shown.text
    await bot.restart()
    await discord.clock.walk(JUNETEENTH + timedelta(hours=2))
    card = await meeting_card(discord, house.text)
    assert _stamp(JUNETEENTH + WEEK) in card.text
    assert [one.start for one in house.server.events] == [JUNETEENTH + WEEK]
    assert [one for one in came(house.text, _stamp(JUNETEENTH)) if not one.ephemeral] == []
