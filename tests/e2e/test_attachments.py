"""Attached files, polls and forwards are looked at as what was typed is; members are known."""

from pathlib import Path

import pytest

from playground.loopback import FILES, Loopback
from playground.world import Channel
from tests.documents.made import docx, endless_pdf, pdf
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import (
    CLEAN,
    LEAK,
    LEAKED,
    gone,
    nothing_kept,
    warned,
    warnings,
    watched_group,
)

READING = 1.0
"""Seconds within which a file is read and looked at, and a warning would be there."""


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group that meets in the voice channel."""
    return await watched_group(bot, house)


async def none_after_reading(discord: Loopback, channel: Channel) -> None:
    await discord.quiet(READING)
    assert warnings(channel) == []


# Files.


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.txt", LEAK.encode()),
        ("notes.md", LEAK.encode("utf-16")),
        ("notes.csv", f"when;what\nMonday;{LEAK}".encode("latin-1")),
        ("notes.docx", docx("Notes", LEAK)),
        ("notes.pdf", pdf("Notes", LEAK)),
    ],
)
async def test_the_text_of_a_file_is_looked_at_and_not_kept(
    discord: Loopback, house: House, group: Channel, tmp_path: Path, name: str, data: bytes
) -> None:
    message = await house.omar.write(group, "My notes", files={name: data})
    assert (await warned(discord, group)).reply_to == message.id
    nothing_kept(tmp_path, *LEAKED)


async def test_a_harmless_file_is_left_alone(
    discord: Loopback, house: House, group: Channel
) -> None:
    files = {"notes.docx": docx("Notes", CLEAN), "notes.pdf": pdf("Notes", CLEAN)}
    await house.omar.write(group, CLEAN, files=files)
    await none_after_reading(discord, group)


async def test_what_is_said_of_a_file_is_looked_at(
    discord: Loopback, house: House, group: Channel
) -> None:
    await house.omar.write(group, files={"a.png": b"\x89PNG"}, about={"a.png": LEAK})
    await warned(discord, group)


async def test_a_telling_file_that_is_taken_away_takes_the_warning_along(
    discord: Loopback, house: House, group: Channel
) -> None:
    files = {"notes.txt": LEAK.encode(), "other.txt": CLEAN.encode()}
    message = await house.omar.write(group, CLEAN, files=files)
    await warned(discord, group)
    await house.omar.edit(message, CLEAN, keep=["other.txt"])
    await gone(discord, group)


async def test_a_file_that_is_taken_away_while_it_is_fetched_leaves_no_warning(
    discord: Loopback, house: House, group: Channel
) -> None:
    discord.faults.slow(FILES, 0.2)
    message = await house.omar.write(group, CLEAN, files={"notes.txt": LEAK.encode()})
    await house.omar.edit(message, CLEAN, keep=[])
    await none_after_reading(discord, group)


async def test_a_message_that_is_deleted_while_its_file_is_fetched_leaves_no_warning(
    discord: Loopback, house: House, group: Channel
) -> None:
    """Not even a private one."""
    await house.fran.slash(group, "group guard", strictness="quiet")
    discord.faults.slow(FILES, 0.2)
    message = await house.omar.write(group, CLEAN, files={"notes.txt": LEAK.encode()})
    await house.omar.delete(message)
    await none_after_reading(discord, group)
    assert house.omar.dm.standing == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("notes.pdf", b"%PDF-1.4 broken"),
        ("notes.docx", b"PK broken"),
        ("notes.pdf", pdf(LEAK, password="secret")),
        ("notes.txt", (LEAK + " " * 3_000_000).encode()),
        ("notes.zip", LEAK.encode()),
    ],
)
async def test_a_file_that_cannot_be_read_is_looked_at_by_its_name_alone(
    discord: Loopback, house: House, group: Channel, name: str, data: bytes
) -> None:
    await house.omar.write(group, CLEAN, files={name: data})
    await none_after_reading(discord, group)
    await house.omar.write(group, CLEAN, files={f"intake_jane_doe_{name}": data})
    await warned(discord, group)


async def test_a_file_that_cannot_be_fetched_does_not_keep_the_rest_from_being_looked_at(
    discord: Loopback, house: House, group: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    discord.faults.refuse(FILES, 500)
    files = {"first.txt": CLEAN.encode(), "second.txt": LEAK.encode()}
    await house.omar.write(group, CLEAN, files=files)
    await warned(discord, group)
    assert "a file could not be fetched" in caplog.text
    assert not any(word in caplog.text for word in (*LEAKED, "first.txt"))


async def test_a_file_that_cannot_be_fetched_again_is_not_taken_for_mended(
    discord: Loopback, house: House, group: Channel
) -> None:
    files = {"notes.txt": LEAK.encode()}
    message = await house.omar.write(group, CLEAN, files=files)
    await warned(discord, group)
    discord.faults.refuse(FILES, 503)
    await house.omar.edit(message, f"{CLEAN} Or Thursday?")
    await discord.quiet(READING)
    assert len(warnings(group)) == 1


async def test_a_file_that_takes_long_holds_up_nobody_else(
    discord: Loopback, house: House, group: Channel
) -> None:
    await house.omar.write(group, CLEAN, files={"notes.pdf": endless_pdf()})
    message = await house.fran.write(group, LEAK)
    assert (await warned(discord, group)).reply_to == message.id


async def test_the_file_of_a_posts_first_message_is_looked_at(
    discord: Loopback, house: House, group: Channel
) -> None:
    options = {"name": "Posts", "quorum": 2, "zone": "Europe/London", "channel": house.forum}
    await house.fran.slash(group, "group create", **options)
    files = {"notes.docx": docx(LEAK)}
    post = await house.dana.post(house.forum, "A question of boundaries", CLEAN, files=files)
    assert (await warned(discord, post)).reply_to == post.id


# Polls and forwards.


@pytest.mark.parametrize(
    ("question", "answers"),
    [(LEAK, ["Yes", "No"]), ("What about it?", ["Yes", "My client Jane Doe says no"])],
)
async def test_a_native_poll_is_looked_at(
    discord: Loopback, house: House, group: Channel, question: str, answers: list[str]
) -> None:
    poll = await house.omar.ask(group, question, answers)
    assert (await warned(discord, group)).reply_to == poll.id


async def test_a_harmless_poll_is_left_alone(
    discord: Loopback, house: House, group: Channel
) -> None:
    await house.omar.ask(group, "Which book next?", ["Winnicott", "Yalom"])
    await none_after_reading(discord, group)


async def test_what_is_forwarded_into_the_group_is_looked_at(
    discord: Loopback, house: House, group: Channel
) -> None:
    """Whoever forwards it is warned, not who wrote it."""
    hall = house.server.add_text_channel("hall")
    await discord.quiet()
    told = await house.fran.write(hall, LEAK)
    forward = await house.omar.forward(told, group)
    warning = await warned(discord, group)
    assert warning.reply_to == forward.id
    assert house.omar.pings == [warning]


async def test_a_file_that_is_forwarded_is_looked_at(
    discord: Loopback, house: House, group: Channel
) -> None:
    hall = house.server.add_text_channel("hall")
    await discord.quiet()
    told = await house.fran.write(hall, CLEAN, files={"notes.docx": docx(LEAK)})
    await house.omar.forward(told, group)
    await warned(discord, group)


# Who is known.


async def test_members_are_known_by_their_names_and_others_are_not(
    discord: Loopback, house: House, group: Channel
) -> None:
    await house.dana.slash(group, "group join", zone="Europe/London")
    await house.omar.write(group, "I saw the same with my client, Dana said so too.")
    await house.omar.write(group, "For my client Dana, who else is there? Fran?")
    await none_after_reading(discord, group)
    await house.omar.write(group, "My client Dana Kowalski cancelled again.")
    await warned(discord, group)


async def test_who_is_not_in_the_group_is_not_known(
    discord: Loopback, house: House, group: Channel
) -> None:
    await house.omar.write(group, "My client Dana cancelled again.")
    await warned(discord, group)


async def test_a_private_copy_that_is_forwarded_is_looked_at(
    discord: Loopback, house: House, group: Channel
) -> None:
    """What a strict group took out does not come back by way of the copy to its author."""
    await house.fran.slash(group, "group guard", strictness="strict")
    await house.omar.write(group, LEAK)
    await discord.until(lambda: house.omar.dm.standing, "the copy")
    await house.fran.slash(group, "group guard", strictness="nudge")
    forward = await house.omar.forward(house.omar.dm.standing[0], group)
    assert (await warned(discord, group)).reply_to == forward.id


async def test_a_topic_may_name_members_and_no_client(
    discord: Loopback, house: House, group: Channel
) -> None:
    await house.dana.slash(group, "group join", zone="Europe/London")
    times = {"Which times could you offer?": "Fri 9am"}
    for topic, posts in (("Consult for my client Dana", True), ("My client Dana Roe", False)):
        form = await house.fran.slash(group, "meeting call")
        shown = await house.fran.submit(form, {"What is it about?": topic, **times})
        assert ("Post the poll" in [control.name for control in shown.controls]) is posts
