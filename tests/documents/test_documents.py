"""The text of attached documents, and what becomes of those that cannot be read or mean harm."""

import asyncio
import time
from pathlib import Path

import pytest

from bot.documents.limits import LARGEST_FILE, LONGEST_TEXT, Unreadable
from bot.documents.reading import readable, text_in
from tests.documents.made import docx, endless_pdf, pdf, word_part, zipped

TEXT = "She said: José will not come."


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", TEXT), ("utf-8-sig", TEXT), ("utf-16", TEXT), ("latin-1", TEXT)],
)
@pytest.mark.parametrize("name", ["notes.txt", "NOTES.MD", "list.csv"])
async def test_plain_text_is_read_in_its_encoding(name: str, encoding: str, shown: str) -> None:
    assert await text_in(name, TEXT.encode(encoding)) == shown


async def test_a_word_file_is_read_with_what_is_not_in_its_body() -> None:
    """Headers, comments and what was struck out stand in the file, so others may find them."""
    parts = {
        "word/header1.xml": word_part("<w:p><w:t>Header Hanna</w:t></w:p>"),
        "word/comments.xml": word_part("<w:p><w:t>Comment Carl</w:t></w:p>"),
        "word/footnotes.xml": word_part("<w:p><w:delText>Struck Stella</w:delText></w:p>"),
        "word/styles.xml": word_part("<w:p><w:t>Style Sten</w:t></w:p>"),
    }
    text = await text_in("intake.docx", docx("First &amp; last", "Second line", parts=parts))
    assert isinstance(text, str)
    assert text.startswith("First & last\nSecond line\n")
    assert all(one in text for one in ("Header Hanna", "Comment Carl", "Struck Stella"))
    assert "Sten" not in text


async def test_a_pdf_file_is_read_page_by_page_with_its_title() -> None:
    text = await text_in("intake.PDF", pdf("My client Jane", "Page two", title="Intake of Jane"))
    assert isinstance(text, str)
    assert text.split("\n") == ["Intake of Jane", "My client Jane", "Page two"]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("song.mp3", b"abc", Unreadable.OTHER_KIND),
        ("noending", b"abc", Unreadable.OTHER_KIND),
        ("long.txt", b"x" * (LARGEST_FILE + 1), Unreadable.TOO_LARGE),
        ("picture.txt", b"\x89PNG\0\0", Unreadable.BROKEN),
        ("a.docx", b"not a zip", Unreadable.BROKEN),
        ("a.docx", docx("x" * 500)[:-80], Unreadable.BROKEN),
        ("a.docx", zipped({"xl/workbook.xml": b"<a/>"}), Unreadable.BROKEN),
        ("a.docx", docx("half <w:p>"), Unreadable.BROKEN),
        ("a.pdf", b"%PDF-1.7 and no more", Unreadable.BROKEN),
        ("a.pdf", b"", Unreadable.BROKEN),
        ("a.pdf", pdf("Jane", password="secret"), Unreadable.ENCRYPTED),
    ],
)
async def test_what_cannot_be_read_says_why(name: str, data: bytes, why: Unreadable) -> None:
    assert await text_in(name, data) is why


async def test_a_long_document_is_read_up_to_a_length() -> None:
    for name, data in (
        ("a.txt", b"word " * 50_000),
        ("a.docx", docx(*["word " * 100] * 500)),
        ("a.pdf", pdf(*["word " * 200] * 40)),
    ):
        text = await text_in(name, data)
        assert isinstance(text, str)
        assert LONGEST_TEXT - 2000 < len(text) <= LONGEST_TEXT


# Documents that mean harm.


async def test_a_part_that_becomes_very_large_is_not_unpacked() -> None:
    bomb = zipped({"word/document.xml": b"<a>" + b" " * (200 * 1024 * 1024)})
    assert len(bomb) < LARGEST_FILE
    started = time.monotonic()
    assert await text_in("a.docx", bomb) is Unreadable.TOO_LARGE
    assert time.monotonic() - started < 3


async def test_entities_that_multiply_are_refused() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE w [<!ENTITY l0 "ha">{lol}]><w:t xmlns:w="w">&l9;</w:t>'
    assert await text_in("a.docx", zipped({"word/document.xml": laughs.encode()})) is (
        Unreadable.BROKEN
    )


async def test_a_document_that_takes_too_long_is_ended_and_holds_nobody_up() -> None:
    """Its process is gone afterwards, and other work went on meanwhile."""
    longest = 0.0

    async def beat() -> None:
        nonlocal longest
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.01)
            longest = max(longest, time.monotonic() - before)

    beating = asyncio.create_task(beat())
    started = time.monotonic()
    assert await text_in("a.pdf", endless_pdf(), seconds=1.0) is Unreadable.TOO_SLOW
    assert time.monotonic() - started < 3
    beating.cancel()
    assert longest < 0.5
    assert _readers() == []


async def test_who_waits_for_a_document_and_leaves_ends_its_reading() -> None:
    reading = asyncio.create_task(text_in("a.pdf", endless_pdf()))
    while not _readers():  # noqa: ASYNC110 - of another process
        await asyncio.sleep(0.01)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    assert _readers() == []


def _readers() -> list[str]:
    """The reading processes of this one, where the system lists processes as files."""
    found: list[str] = []
    for one in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = one.read_bytes()
            parent = (one.parent / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if b"bot.documents.worker" in line and int(parent) == _own_id():
            found.append(one.parent.name)
    return found


def _own_id() -> int:
    return int(Path("/proc/self").resolve().name)


async def test_many_documents_are_read_one_after_another() -> None:
    texts = await asyncio.gather(*(text_in("a.docx", docx(f"number {n}")) for n in range(5)))
    assert texts == [f"number {n}" for n in range(5)]


def test_only_what_would_be_opened_is_to_be_fetched() -> None:
    assert readable("a.TXT", 10)
    assert not readable("a.txt", LARGEST_FILE + 1)
    assert not readable("a.zip", 10)
