"""Attached files are looked at as what was typed is: their names, descriptions and text."""

from pathlib import Path

import pytest

from playground.loopback import Loopback
from playground.world import Channel
from tests.documents.made import docx, pdf
from tests.e2e.conftest import Bot, House
from tests.e2e.guarded import (
    CLEAN,
    LEAK,
    LEAKED,
    none_warned,
    nothing_kept,
    warned,
    watched_group,
)


@pytest.fixture
async def group(bot: Bot, house: House) -> Channel:
    """The channel of a group that meets in the voice channel."""
    return await watched_group(bot, house)


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
    await house.omar.write(group, CLEAN, files={"notes.docx": docx("Notes", CLEAN)})
    await house.omar.write(group, CLEAN, files={"notes.pdf": pdf("Notes", CLEAN)})
    await none_warned(discord, group)
