"""Usual hours: kept privately, proposed from for a call, suggested for a poll, never counted."""

from datetime import UTC, datetime
from pathlib import Path

from playground.loopback import Loopback
from playground.reply import Reply
from playground.world import Message
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import nothing_kept
from tests.e2e.stage import call_meeting, make_group, meeting_card, poll_card

TOPIC, TIMES = "What is it about?", "Which times could you offer?"
WEEK = "Your usual free hours"
DECENT = "Otherwise, ask me only between"
USE = "Use my usual hours"


def shown(*parts: int) -> str:
    """An instant as a card shows it."""
    return f"<t:{int(datetime(2026, *parts, tzinfo=UTC).timestamp())}:F>"  # pyright: ignore[reportCallIssue, reportArgumentType] - month to minute


async def three(house: House) -> None:
    await make_group(
        house.text,
        house.fran,
        [(house.omar, "Europe/London"), (house.dana, "Pacific/Auckland")],
    )


async def keep(house: House, name: str, week: str) -> Reply:
    person = getattr(house, name)
    form = await person.slash(house.text, "availability week")
    reply = await person.submit(form, {WEEK: week})
    assert reply.ephemeral
    return reply


async def call(house: House, soon: str = "Within two weeks") -> Reply:
    form = await house.fran.slash(house.text, "meeting call")
    return await house.fran.submit(form, {TOPIC: "Endings", "How soon do you need it?": soon})


async def test_a_week_is_kept_and_shown_to_its_member_alone(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    kept = await keep(house, "omar", "Mon 9-12, 18-21\ntuesday and thursday 2pm-5pm")
    assert "- Mon 9:00 am - 12:00 pm, 6:00 pm - 9:00 pm" in kept.text
    assert "- Thu 2:00 pm - 5:00 pm" in kept.text
    assert "In London time" in kept.text
    await bot.restart()
    again = await house.omar.slash(house.text, "availability show")
    assert again.ephemeral
    assert "- Mon 9:00 am - 12:00 pm, 6:00 pm - 9:00 pm" in again.text
    other = await house.dana.slash(house.text, "availability show")
    assert "You keep no usual hours here yet" in other.text
    form = await house.omar.press(again, "Change")
    assert form.modal is not None
    assert "Tue 2:00 pm - 5:00 pm" in str(form.modal.prefilled(WEEK))
    assert form.modal.prefilled(DECENT) == "8:00 am - 9:00 pm"
    gone = await house.omar.submit(form, {WEEK: ""})
    assert "no usual hours of yours any more" in gone.text


async def test_what_cannot_be_read_is_named_and_nothing_is_lost_or_written_down(
    bot: Bot, discord: Loopback, house: House, tmp_path: Path
) -> None:
    await three(house)
    await keep(house, "omar", "Fri 9-12")
    typed = "Mon 9-12\nTue sometimes-ish"
    form = await house.omar.slash(house.text, "availability week")
    unclear = await house.omar.submit(form, {WEEK: typed})
    assert "I could not read “Tue sometimes-ish”." in unclear.text
    assert "Mon" not in unclear.text.partition("Please")[0]
    now = await house.omar.slash(house.text, "availability show")
    assert "- Fri 9:00 am - 12:00 pm" in now.text
    assert "- Mon" not in now.text
    form = await house.omar.press(unclear, "Change")
    assert form.modal is not None
    assert form.modal.prefilled(WEEK) == typed
    better = await house.omar.submit(form, {WEEK: "Mon 9-12"})
    assert "- Mon 9:00 am - 12:00 pm" in better.text
    nothing_kept(tmp_path, "sometimes-ish")


async def test_the_zone_is_asked_first_and_the_form_comes_after(
    bot: Bot, discord: Loopback, house: House
) -> None:
    asked = await house.omar.slash(house.text, "availability week")
    assert "Which time zone are you in?" in asked.text
    kept = await house.omar.choose(asked, "Pick the city nearest to you", ["Europe/London"])
    form = await house.omar.press(kept, "Continue")
    assert form.modal is not None
    done = await house.omar.submit(form, {WEEK: "Mon 9-12", DECENT: "10-18"})
    assert "outside 10:00 am - 6:00 pm" in done.text


async def test_days_away_are_listed_and_taken_out(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    none = await house.omar.slash(house.text, "availability away")
    assert "no days away" in none.text
    await house.omar.slash(house.text, "availability away", **{"from": "20 Dec", "to": "3 Jan"})
    both = await house.omar.slash(house.text, "availability away", **{"from": "Thu"})
    assert "- Thu 5 March 2026\n- Sun 20 December 2026 to Sun 3 January 2027" in both.text
    assert both.ephemeral
    left = await house.omar.choose(both, "Take out days away", ["2026-03-05"])
    assert "5 March" not in left.text
    assert "20 December" in left.text
    unclear = await house.omar.slash(house.text, "availability away", **{"from": "whenever"})
    assert "could not read “whenever”" in unclear.text
    turned = await house.omar.slash(
        house.text, "availability away", **{"from": "2026-05-02", "to": "2026-05-01"}
    )
    assert "turn them round" in turned.text


async def test_a_call_without_times_proposes_the_best_common_hours(
    bot: Bot, discord: Loopback, house: House
) -> None:
    """Over the change of the clocks in New York: Tuesday at 2 pm is 19:00 UTC, then 18:00."""
    await three(house)
    await keep(house, "fran", "Tue, Thu 2pm-4pm")
    await keep(house, "omar", "Tue 7pm-9pm, Thu 6pm-7pm")
    preview = await call(house)
    lines = [line for line in preview.text.splitlines() if line.startswith("- ")]
    # In Auckland it is morning from 8: 19:00 UTC. Omar's 6 pm to 7 pm on Thursday is just before.
    assert lines == [
        f"- {shown(3, 5, 19)} to <t:1772740800:t>: 1 of 2 usually free",
        f"- {shown(3, 5, 20)} to <t:1772744400:t>: 1 of 2 usually free",
        f"- {shown(3, 10, 19)} to <t:1773172800:t>: 2 of 2 usually free",
        f"- {shown(3, 12, 19)} to <t:1773345600:t>: 1 of 2 usually free",
    ]
    assert "Nothing is posted yet" in preview.text
    assert [control.name for control in preview.controls] == ["Post the poll", "Change", "Discard"]
    form = await house.fran.press(preview, "Change")
    assert form.modal is not None
    assert str(form.modal.prefilled(TIMES)).splitlines() == [
        "Thu 5 March, 2:00 pm",
        "Thu 5 March, 3:00 pm",
        "Tue 10 March, 3:00 pm",
        "Thu 12 March, 3:00 pm",
    ]
    edited = await house.fran.submit(form, {TIMES: "Tue 10 March, 3:00 pm\nWed 11 March, 3:00 pm"})
    await house.fran.press(edited, "Post the poll")
    card = await poll_card(discord, house.text)
    assert "**Not heard from** " + f"{house.omar.mention} {house.dana.mention}" in card.text
    assert card.text.count("1 yes") == 2  # the convener's own, and nobody else's


async def test_days_away_and_decent_hours_are_kept_out_of_proposals(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    await keep(house, "fran", "Thu 2pm-4pm")
    await house.fran.slash(house.text, "availability away", **{"from": "Thu"})
    form = await house.dana.slash(house.text, "availability week")
    await house.dana.submit(form, {DECENT: "9-20"})
    preview = await call(house)
    lines = [line for line in preview.text.splitlines() if line.startswith("- ")]
    assert lines == []  # 3 pm on the 12th is 8 am in Auckland, which is too early now
    assert "no imposition on anybody" in preview.text
    assert [control.name for control in preview.controls] == ["Change", "Discard"]


async def test_where_the_window_has_nothing_the_two_weeks_are_looked_through(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    await keep(house, "fran", "Mon 3pm-4pm")
    preview = await call(house, "Within 48 hours")
    assert f"- {shown(3, 9, 19)}" in preview.text
    assert "later than you said you need it" in preview.text


async def test_without_anybodys_hours_the_caller_is_told_what_to_do(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    preview = await call(house)
    assert "nobody in the group keeps usual hours" in preview.text
    form = await house.fran.press(preview, "Change")
    better = await house.fran.submit(form, {TIMES: "Fri 3pm"})
    assert shown(3, 6, 20) in better.text


async def polled(discord: Loopback, house: House) -> Message:
    """A poll with a Wednesday at 14:00 and a Thursday at 10:00 in New York."""
    await call_meeting(house.text, house.fran, "Wed 2pm, Thu 10am")
    return await poll_card(discord, house.text)


async def test_one_press_answers_by_usual_hours_and_nothing_counts_before(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    await keep(house, "omar", "Wed 7pm-9pm")
    card = await polled(discord, house)
    assert card.text.count("1 yes") == 2
    assert f"**Not heard from** {house.omar.mention}" in card.text
    used = await house.omar.press(card, USE)
    assert used.ephemeral
    assert f"- {shown(3, 4, 19)}" in used.text
    assert shown(3, 5, 15) not in used.text
    assert "your answer is kept: 1 time yes" in used.text
    await discord.until(lambda: "2 yes" in card.text, "the answer on the card")
    await house.dana.press(await house.dana.press(card, USE), "Keep my usual hours")
    form = await house.dana.slash(house.text, "availability week")
    await house.dana.submit(form, {WEEK: "Thu 8am-9am"})
    await house.dana.press(card, USE)  # the last that was missing: the poll settles
    meeting = await meeting_card(discord, house.text)
    assert shown(3, 4, 19) in meeting.text
    assert f"**Coming (3)** {house.fran.mention} {house.omar.mention} {house.dana.mention}" in (
        meeting.text
    )


async def test_the_answer_form_is_ticked_by_usual_hours_and_counts_once_it_is_sent(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    await keep(house, "omar", "Wed 7pm-9pm")
    card = await polled(discord, house)
    form = await house.omar.press(card, "Answer")
    assert form.modal is not None
    field = next(one for one in form.modal.fields if one.label == "I can come")
    ticked = [one["label"] for one in field.component["options"] if one.get("default")]
    assert ticked == ["Wed 4 March, 7:00 pm - 8:00 pm"]
    await discord.quiet(0.05)
    assert f"**Not heard from** {house.omar.mention}" in card.text
    await house.omar.submit(form, {})
    await discord.until(lambda: "2 yes" in card.text, "the answer on the card")


async def test_hours_that_fit_no_time_answer_nothing(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await three(house)
    await keep(house, "omar", "Sat 9-12")
    card = await polled(discord, house)
    refused = await house.omar.press(card, USE)
    assert "I have answered nothing for you" in refused.text
    await discord.quiet(0.05)
    assert f"**Not heard from** {house.omar.mention}" in card.text


async def test_a_pattern_moves_with_the_member(bot: Bot, discord: Loopback, house: House) -> None:
    """Wednesday from 7 pm in London covers 2 pm in New York; in Kolkata it does not."""
    await three(house)
    await keep(house, "omar", "Wed 7pm-9pm")
    card = await polled(discord, house)
    await house.omar.slash(house.text, "zone", zone="Asia/Kolkata")
    moved = await house.omar.slash(house.text, "availability show")
    assert "- Wed 7:00 pm - 9:00 pm" in moved.text
    assert "In Kolkata time" in moved.text
    refused = await house.omar.press(card, USE)
    assert "answered nothing" in refused.text


async def test_who_is_not_in_the_group_answers_nothing(
    bot: Bot, discord: Loopback, house: House
) -> None:
    await make_group(house.text, house.fran, [(house.omar, "Europe/London")])
    card = await polled(discord, house)
    refused = await house.dana.press(card, USE)
    assert "/group join" in refused.text
