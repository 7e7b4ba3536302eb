"""A private review fits into one message, and gives back what it shows, to the letter."""

from typing import cast

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identifiers import Finding, Kind, Screening
from cogs.confidentiality.passages import Passage, Where
from cogs.confidentiality.reposting import LONGEST_MESSAGE, pieces
from cogs.confidentiality.showing import (
    Seen,
    copy_embed,
    copy_in,
    reasons,
    rewrite_in,
    rewrite_of,
    with_rewrite,
)

MOST_OF_ALL, MOST_OF_ONE = 6000, 4096


class _Message:
    """As much of a message as is read back."""

    def __init__(self, embeds: list[discord.Embed]) -> None:
        self.embeds = embeds


def _message(embeds: list[discord.Embed]) -> discord.Message:
    return cast("discord.Message", _Message(embeds))


@st.composite
def _seen(draw: st.DrawFn) -> Seen:
    text = draw(st.text(st.sampled_from("ab *_`#\n<>é"), min_size=1, max_size=4000))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=20)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    found = tuple(Finding(start, end, Kind.NAME, 0.9, "a name") for start, end in pairs)
    verdict = Screening(warn=True, findings=found)
    return Seen((Passage(Where.MESSAGE, text),), verdict, rewrite_of(text, verdict))


@given(_seen())
def test_a_review_and_a_copy_fit_into_one_message(seen: Seen) -> None:
    _, embeds = reasons(seen)
    for shown in (with_rewrite(embeds, seen.rewrite), with_rewrite([copy_embed(seen.words)], "x")):
        assert sum(len(embed) for embed in shown) <= MOST_OF_ALL
        assert all(len(embed.description or "") <= MOST_OF_ONE for embed in shown)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4000))
def test_a_rewrite_and_a_copy_are_read_back_as_they_were(text: str) -> None:
    assert rewrite_in(_message(with_rewrite([], text))) == text
    assert copy_in(_message([copy_embed(text)])) == text


def test_a_message_without_them_gives_nothing() -> None:
    assert rewrite_in(_message([copy_embed("words")])) is None
    assert copy_in(_message([])) is None
    assert copy_in(None) is None


def test_a_finding_says_where_it_stood_if_not_in_the_words() -> None:
    passages = (
        Passage(Where.MESSAGE, "see this"),
        Passage(Where.FILE_NAME, "jane_doe.txt", "jane_doe.txt"),
        Passage(Where.FILE, "Jane", "jane_doe.txt"),
    )
    found = (
        Finding(4, 8, Kind.NAME, 0.9, "a name"),
        Finding(9, 21, Kind.IMAGE, 0.9, "a file"),
        Finding(22, 26, Kind.NAME, 0.9, "a name"),
    )
    lines, _ = reasons(Seen(passages, Screening(warn=True, findings=found)))
    first, second, third = lines.splitlines()
    assert first == "1. __**this**__: a name"
    assert second.endswith("a file, in a file's name")
    assert third == r"3. __**Jane**__: a name, in the file jane\_doe.txt"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("short", ["short"]),
        ("aaaa bbbb", ["aaaa", "bbbb"]),
        ("aaaa\nbbbb", ["aaaa", "bbbb"]),
        ("aaaaabbbb", ["aaaaa", "bbbb"]),
        ("a bbbbbbbb", ["a bbb", "bbbbb"]),
        ("", []),
    ],
)
def test_a_long_text_is_parted_where_there_is_a_gap(text: str, parts: list[str]) -> None:
    assert list(pieces(text, 5)) == parts


@given(st.text(max_size=9000))
def test_no_part_is_too_long_and_no_letter_is_lost(text: str) -> None:
    parts = list(pieces(text))
    assert all(0 < len(part) <= LONGEST_MESSAGE for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
