"""Calling: the form, what is read, what is refused, and that nothing typed is lost."""

from datetime import timedelta
from pathlib import Path

from playground.loopback import Loopback
from playground.reply import Reply
from tests.e2e.conftest import MONDAY, Bot, House
from tests.e2e.stage import call_meeting, came, make_group, poll_card

TOPIC, TIMES = "What is it about?", "Which times could you offer?"


async def _preview(house: House, times: str, topic: str = "Endings") -> Reply:
    form = await house.fran.slash(house.text, "meeting call")
    return await house.fran.submit(form, {TOPIC: topic, TIMES: times})


async def test_the_zone_is_asked_once_and_the_call_goes_on(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await house.fran.slash(
        house.text, "group create", name="Consult", quorum=1, zone="America/New_York"
    )
    asked = await house.fran.slash(house.text, "meeting call")
    assert "Which time zone are you in?" in asked.text
    assert asked.ephemeral
    kept = await house.fran.choose(asked, "Pick the city nearest to you", ["America/New_York"])
    assert "New York" in kept.text
    form = await house.fran.press(kept, "Continue")
    assert form.modal is not None
    again = await house.fran.slash(house.text, "meeting call")
    assert again.modal is not None


async def test_a_city_that_is_not_listed_can_be_typed(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    await house.dana.slash(house.text, "group join")
    asked = await house.dana.slash(house.text, "meeting call")
    form = await house.dana.press(asked, "My city is not listed")
    kept = await house.dana.submit(form, {"Your city": "Auckland"})
    assert "Auckland" in kept.text


async def test_nothing_is_posted_before_the_convener_says_so(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    preview = await _preview(house, "Tue 2pm")
    assert "Nothing is posted yet" in preview.text
    assert "<t:1772564400:F>" in preview.text  # Tuesday 3 March, 14:00 in New York
    await discord.quiet(0.05)
    assert not [one for one in house.text.standing if "Endings" in one.text]
    gone = await house.fran.press(preview, "Discard")
    assert "Nothing was posted" in gone.text


async def test_each_piece_that_gives_no_time_is_named_and_the_typed_text_stays(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    typed = "Tue 2pm, Tue 2pm, today 8am, Wed 3, Thu sometime"
    preview = await _preview(house, typed)
    lines = preview.text.splitlines()
    assert [line for line in lines if "passed already" in line and "today 8am" in line]
    assert [line for line in lines if "there twice" in line]
    assert [line for line in lines if "morning or afternoon" in line and "Wed 3" in line]
    assert [line for line in lines if "could not read" in line or "no time" in line]
    form = await house.fran.press(preview, "Change")
    assert form.modal is not None
    assert form.modal.prefilled(TIMES) == typed
    assert form.modal.prefilled(TOPIC) == "Endings"
    better = await house.fran.submit(form, {TIMES: "Tue 2pm, Wed 3pm"})
    assert "⚠" not in better.text


async def test_a_time_that_does_not_exist_or_comes_twice_is_asked_about(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    preview = await _preview(house, "Mar 8 2:30am, Nov 1 1:30am, Mar 8 4pm")
    assert "does not exist that night" in preview.text
    assert "comes twice that night" in preview.text
    assert "<t:1773000000:F>" in preview.text  # 16:00 in New York, summer time by then


async def test_unreadable_only_offers_no_post(bot: Bot, discord: Loopback, house: House) -> None:
    await make_group(house.text, house.fran, [])
    preview = await _preview(house, "whenever")
    assert [control.name for control in preview.controls] == ["Change", "Discard"]


async def test_a_topic_that_may_identify_a_client_is_refused_and_never_written_down(
    bot: Bot, discord: Loopback, house: House, tmp_path: Path
) -> None:
    await make_group(house.text, house.fran, [])
    topic = "Stuck with my client Marisela, 617-555-0143"
    refused = await _preview(house, "Tue 2pm", topic)
    assert "may identify a client" in refused.text
    assert "Marisela" not in refused.text
    assert refused.ephemeral
    form = await house.fran.press(refused, "Change")
    assert form.modal is not None
    assert form.modal.prefilled(TOPIC) == topic
    fine = await house.fran.submit(form, {TOPIC: "Stuck with my client"})
    await house.fran.press(fine, "Post the poll")
    await poll_card(discord, house.text)
    assert _files_with(tmp_path, b"Marisela") == []


def _files_with(folder: Path, word: bytes) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path for path in files if word in path.read_bytes()]


async def test_a_second_press_on_post_makes_no_second_meeting(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    preview = await _preview(house, "Tue 2pm")
    assert preview.message is not None
    button = next(one for one in preview.controls if one.name == "Post the poll").custom_id
    await house.fran.press(preview, "Post the poll")
    await poll_card(discord, house.text)
    assert button not in [control.custom_id for control in preview.message.controls]
    listed = await house.fran.slash(house.text, "meeting list")
    assert listed.text.count("Endings") == 1


async def test_a_preview_can_be_posted_after_a_restart(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    preview = await _preview(house, "Tue 2pm")
    await bot.restart()
    posted = await house.fran.press(preview, "Post the poll")
    assert "Posted in" in posted.text
    await poll_card(discord, house.text)


async def test_a_time_that_passed_since_the_preview_is_said(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    preview = await _preview(house, "Tue 2pm")
    await discord.clock.jump(MONDAY + timedelta(days=2))
    late = await house.fran.press(preview, "Post the poll")
    assert "has passed already" in late.text


async def test_who_is_not_in_the_group_cannot_call(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [])
    refused = await house.omar.slash(house.text, "meeting call")
    assert "/group join" in refused.text


async def test_a_poll_holds_25_times_and_says_where_it_stopped(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [(house.omar, "Asia/Kolkata")])
    days = ("Tue", "Wed", "Thu", "Fri")
    typed = ", ".join(
        f"{day} {hour}"
        for day in days
        for hour in ("9am", "10am", "11am", "1pm", "2pm", "3pm", "4pm")
    )
    preview = await _preview(house, typed)
    assert preview.text.count(":F>") == 25
    assert "25 times" in preview.text
    await house.fran.press(preview, "Post the poll")
    card = await poll_card(discord, house.text)
    assert card.text.count(":F>") >= 25
    form = await house.omar.press(card, "Answer")
    assert form.modal is not None
    field = next(one for one in form.modal.fields if one.label == "I can come")
    assert len(field.component["options"]) == 25


async def test_in_a_forum_each_call_is_a_post_of_its_own(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await house.fran.slash(
        house.text,
        "group create",
        name="Forum group",
        quorum=1,
        zone="America/New_York",
        channel=house.forum,
    )
    await house.fran.slash(house.text, "zone", zone="America/New_York")
    form = await house.fran.slash(house.text, "meeting call", group="Forum group")
    preview = await house.fran.submit(form, {TOPIC: "Endings", TIMES: "Wed 2pm"})
    await house.fran.press(preview, "Post the poll")
    await discord.until(lambda: len(house.fran.threads(house.forum)) == 2, "a post")
    post = house.fran.threads(house.forum)[-1]
    assert "Endings" in post.name
    card = await poll_card(discord, post)
    menu = await house.fran.press(card, "Manage")
    await house.fran.press(menu, "Settle now")
    await discord.until(
        lambda: [one for one in post.standing if "It starts" in one.text], "the meeting's card"
    )
    await discord.clock.walk(MONDAY + timedelta(days=2, hours=4, minutes=1))
    assert len(came(post, "Reminder")) == 3


async def test_several_groups_share_a_server(bot: Bot, discord: Loopback, house: House) -> None:
    await make_group(house.text, house.fran, [])
    other = house.server.add_text_channel("thursday-group")
    await discord.quiet(0.1)
    await house.fran.slash(other, "group create", name="Thursdays", quorum=1, zone="Europe/London")
    await call_meeting(other, house.fran, "Tue 2pm", "Fees")
    await poll_card(discord, other)
    assert not [one for one in house.text.standing if "Fees" in one.text]
