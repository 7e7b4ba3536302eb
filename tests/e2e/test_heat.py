"""Pictures of hours: on a poll's card for everybody, of usual hours for who asks."""

import io
from datetime import UTC, datetime

from PIL import Image

from playground.loopback import Loopback
from playground.payloads import Json
from playground.reading import GALLERY, walk
from playground.world import Attachment, Message
from tests.e2e.conftest import Bot, House
from tests.e2e.stage import answer, call_meeting, make_group, poll_card, thread_of

FIVE = "Tue 2pm, Tue 3pm, Wed 2pm, Thu 10am, Thu 2pm"
WEEK = "Your usual free hours"
ON_CARD = "How many of 3 can come, New York time."


async def three(house: House) -> None:
    await make_group(
        house.text, house.fran, [(house.omar, "Europe/London"), (house.dana, "Asia/Kolkata")]
    )


async def keep(house: House, name: str, week: str) -> None:
    person = getattr(house, name)
    form = await person.slash(house.text, "availability week")
    await person.submit(form, {WEEK: week})


def pictured(message: Message) -> list[Json]:
    """The pictures that the message's components show."""
    return [
        item
        for part in walk(message.components)
        if part["type"] == GALLERY
        for item in part["items"]
    ]


def size(file: Attachment) -> tuple[int, int]:
    return Image.open(io.BytesIO(file.content)).size


async def test_a_poll_of_many_times_shows_its_answers_and_keeps_up_with_them(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    await call_meeting(house.text, house.fran, FIVE)
    card = await poll_card(discord, house.text)
    (first,) = card.attachments
    assert (first.filename, size(first)[0]) == ("answers.png", 624)
    assert first.description == pictured(card)[0]["description"]
    assert pictured(card)[0]["media"]["attachment_id"] == str(first.id)
    assert str(first.description).splitlines() == [
        ON_CARD,
        "Tue 3 Mar: 2 pm: 1, 3 pm: 1",
        "Wed 4 Mar: 2 pm: 1",
        "Thu 5 Mar: 10 am: 1, 2 pm: 1",
    ]

    yes, need = ["Tue 3 March, 7:00 pm - 8:00 pm"], ["Thu 5 March, 3:00 pm - 4:00 pm"]
    await answer(house.omar, card, yes, need)
    await discord.until(lambda: card.attachments[0].id != first.id, "a new picture")
    (second,) = card.attachments
    assert second.content != first.content
    assert pictured(card)[0]["media"]["attachment_id"] == str(second.id)
    assert "2 pm: 2 (best), 3 pm: 1" in pictured(card)[0]["description"]
    assert "10 am: 2 (1 if need be)" in pictured(card)[0]["description"]

    # Another note, the same answers: the card changes, its picture is not sent again.
    form = await house.omar.press(card, "Answer")
    await house.omar.submit(form, {"A note for the group (optional)": "Thursday is harder."})
    await discord.until(lambda: "Thursday is harder." in card.text, "the note on the card")
    assert card.attachments == [second]

    # Two times less, and it says so in words alone; after a restart as well.
    for hour in (19, 20):
        manage = await house.fran.press(card, "Manage")
        menu = await house.fran.press(manage, "Withdraw a time")
        starts = datetime(2026, 3, 3, hour, tzinfo=UTC)
        await house.fran.choose(menu, "Withdraw a time", [str(int(starts.timestamp()))])
        await bot.restart()
    await discord.until(lambda: not pictured(card), "a card without a picture")
    assert card.attachments == []


async def test_in_a_forum_the_post_has_the_picture_too(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.forum, house.fran, [(house.omar, "Europe/London")])
    await call_meeting(house.forum, house.fran, FIVE)
    post = await thread_of(discord, house.forum)
    card = await poll_card(discord, post)
    assert [one.filename for one in card.attachments] == ["answers.png"]


async def test_where_files_are_not_allowed_the_card_does_without_until_they_are(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    house.server.deny(house.text, None, attach_files=True)
    await call_meeting(house.text, house.fran, FIVE)
    card = await poll_card(discord, house.text)
    assert (card.attachments, pictured(card)) == ([], [])
    house.server.allow(house.text, None, attach_files=True)
    await answer(house.omar, card, ["Tue 3 March, 7:00 pm - 8:00 pm"])
    await discord.until(lambda: card.attachments, "the picture")
    house.server.deny(house.text, None, attach_files=True)
    await answer(house.omar, card, ["Tue 3 March, 8:00 pm - 9:00 pm"])
    await discord.until(lambda: not card.attachments, "the card without it")
    assert pictured(card) == []


async def test_a_member_sees_when_the_group_is_free_and_never_who(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    await keep(house, "fran", "Tue, Thu 1pm-4pm")
    alone = await house.fran.slash(house.text, "availability show")
    assert alone.ephemeral
    assert alone.message is not None
    (own,) = alone.message.attachments
    assert str(own.description).splitlines()[:2] == [
        "When you are usually free, New York time.",
        "Tue 3 Mar: 1 pm-4 pm",
    ]
    assert "your hours alone" in alone.text

    await keep(house, "omar", "Tue 7pm-9pm")
    with_one = await house.fran.slash(house.text, "availability show")
    assert with_one.message is not None
    assert with_one.message.attachments[0].description == own.description

    await keep(house, "dana", "Wed 00:30-1:30")  # Tuesday 2 pm to 3 pm in New York
    shown = await house.fran.slash(house.text, "availability show")
    assert shown.message is not None
    (seen,) = shown.message.attachments
    assert (seen.filename, size(seen)[0]) == ("usual-hours.png", 624)
    assert str(seen.description).splitlines()[:2] == [
        "How many of 3 are usually free, New York time.",
        (
            "Tue 3 Mar: 1 pm-2 pm: 1 (with you), 2 pm-3 pm: 3 (best, with you),"
            " 3 pm-4 pm: 2 (with you)"
        ),
    ]
    assert "how many of **Wednesday group** are usually free, and never who" in shown.text
    others = (house.omar, house.dana)
    assert not any(one.mention in shown.text or one.name in shown.text for one in others)
    assert not any(one.name in str(seen.description) for one in others)

    london = await house.omar.slash(house.text, "availability show")
    assert london.message is not None
    assert "London time.\nTue 3 Mar: 6 pm-7 pm: 1, 7 pm-8 pm: 3 (best, with you)" in str(
        london.message.attachments[0].description
    )
    await house.dana.slash(house.text, "group leave")
    left = await house.dana.slash(house.text, "availability show")
    assert left.message is not None
    assert str(left.message.attachments[0].description).startswith("When you are usually free")
