"""What stands beside a regular meeting: a call that is near it, and holidays on which it falls."""

from datetime import UTC, datetime

from playground.loopback import Loopback
from playground.reply import Reply
from tests.e2e.conftest import Bot, House
from tests.e2e.stage import make_group

TOPIC, TIMES = "What is it about?", "Which times could you offer?"
SOON, FIRST = "How soon do you need it?", "When is the first meeting?"


def stamp(*parts: int) -> str:
    """An instant as a card shows it."""
    return f"<t:{int(datetime(2026, *parts, tzinfo=UTC).timestamp())}:F>"  # pyright: ignore[reportCallIssue, reportArgumentType] - month to minute


async def set_up(house: House, first: str, often: str = "Every other week") -> Reply:
    """Fran's group with a regular meeting, not started yet."""
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    form = await house.fran.slash(house.text, "series create")
    return await house.fran.submit(form, {FIRST: first, "How often?": often})


async def call(house: House, soon: str, times: str) -> str:
    """What Fran is shown before she posts."""
    form = await house.fran.slash(house.text, "meeting call")
    preview = await house.fran.submit(form, {TOPIC: "Endings", SOON: soon, TIMES: times})
    return preview.text


async def test_a_call_tells_of_a_regular_meeting_that_is_near(
    bot: Bot, discord: Loopback, house: House
) -> None:
    preview = await set_up(house, "Tue 17 March 6pm")
    before = await call(house, "2weeks", "Sun 15 March 2pm")
    assert "regular meeting" not in before
    await house.fran.press(preview, "Start it")
    regular = f"Your next regular meeting is {stamp(3, 17, 22)}"
    near = await call(house, "week", "Sun 15 March 2pm")
    assert f"{regular}, 2 days after this." in near
    sooner = await call(house, "week", "Wed 18 March 2pm, Thu 19 March 2pm")
    assert f"{regular}, sooner than these times." in sooner
    between = await call(house, "week", "Mon 16 March 2pm, Thu 19 March 2pm")
    assert f"{regular}, between these times." in between
    at = await call(house, "week", "Tue 17 March 6:30pm")
    assert f"{regular}, at this time." in at
    far = await call(house, "week", "Wed 4 March 2pm")
    assert "regular meeting" not in far
