"""The main job: from a call to its reminders, as members live it."""

from datetime import timedelta

from playground.loopback import Loopback
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.stage import answer, call_meeting, make_group, meeting_card, poll_card


async def test_a_call_becomes_a_meeting_with_reminders(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(
        house.text,
        house.fran,
        [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")],
    )
    posted = await call_meeting(house.text, house.fran, "Wed 2pm, Thu 10am")
    assert "Posted in" in posted.text
    card = await poll_card(discord, house.text)
    assert house.omar.pings[-1] is card

    form = await house.omar.press(card, "Answer")
    assert form.modal is not None
    print(form.modal.text)
    await house.omar.submit(form, {"I can come": ["Wed 4 March, 7:00 pm - 8:00 pm"]})
    reply = await answer(house.dana, card, [], ["Thu 5 March, 8:00 am - 9:00 am"])
    assert "That settled it" in reply.text

    meeting = await meeting_card(discord, house.text)
    print(meeting.text)
    await discord.clock.walk(MONDAY + timedelta(days=2, hours=5))
    for channel in discord.world.channels.values():
        for message in channel.standing:
            print('---', channel.name, message.text)
    print(house.server.events)
