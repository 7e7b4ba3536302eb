"""What holds of every screening: offsets, order, determinism, and Discord's syntax."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.identifiers import Kind, screen
from bot.identifiers.plain import read

# Pieces that patterns look for, so that random texts come near to them.
_PIECES = (
    "my client ", "Dana", "dana r.", "J.M.", "DOB ", "3/14/88", "617-555-0143", "@moss.ink",
    " on insta", "MRN ", "00482913", "457-55-5462", "<@80351110224678912>", "<t:1700000000:F>",
    "**", "```", "||", "she is ", "93", "Mrs. ", "Okafor", "lives in ", "Brookline", "14 Alder Ct",
    "intake_jane_doe.pdf", "203.0.113.77", "\n", " ", "\u2019s mom", "\U0001f642", "\u0130", ". ",
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(max_size=4000),
    st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=60).map("".join),
)


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_findings_lie_within_the_text_in_order_and_apart(text: str) -> None:
    """Findings are spans of the text, none empty, sorted, none over another."""
    reached = 0
    for finding in screen(text).findings:
        assert reached <= finding.start < finding.end <= len(text)
        assert 0 < finding.score <= 1
        reached = finding.end


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_taking_discords_syntax_out_keeps_every_place(text: str) -> None:
    """What patterns read is each character, or the one it looks like, at its place."""
    reading = read(text)
    places = list(reading.places)
    assert len(places) == len(reading.text)
    assert places == sorted(set(places))
    letters = [
        (mark, place) for mark, place in zip(reading.text, places, strict=True) if mark.isalnum()
    ]
    assert all(text[place] == mark or not text[place].isascii() for mark, place in letters)


@given(st.text(st.characters(categories=["L", "Nd"]), min_size=8, max_size=12))
@settings(max_examples=50, deadline=None)
def test_a_reason_never_holds_the_text(secret: str) -> None:
    """What identifies a client is not repeated in a finding's words."""
    for finding in screen(f"pt name: {secret}, MRN 0048{secret}9913, @{secret} on insta").findings:
        assert secret not in finding.reason


def test_the_same_text_has_the_same_screening_in_every_thread() -> None:
    """A screening depends on its text alone."""
    texts = [f"my client Dana, MRN 0048{number}, lives in Brookline" for number in range(40)]
    alone = [screen(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(screen, texts)) == alone


@pytest.mark.parametrize(
    "before",
    [
        "<@80351110224678912> <@!80351110224678912> ",
        "<:blob_sad:1234567890123456> ",
        "<a:wave:1234567890123456> <#1234567890123456> ",
        "<t:1700000000:F> ",
        "</meeting call:1234567890123456> ",
        "> **note** ||spoiler|| ~~old~~ __under__ ",
        "```\ncode 90837\n``` ",
        "\U0001f9d1\u200d\u2695\ufe0f \u0130\u0130 ",
    ],
)
def test_discords_syntax_shifts_no_offset_and_warns_nobody(before: str) -> None:
    """A name after mentions, emoji, timestamps and marks is found at its place."""
    assert not screen(before).warn
    found = screen(before + "my client Dana cried").findings
    assert [(one.start, one.end, one.kind) for one in found] == [
        (len(before) + 10, len(before) + 14, Kind.NAME)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "my client **Dana** cried",
        "my client ||Dana|| cried",
        "my client _Dana_ cried",
        "my client `Dana` cried",
        "my\u00a0client\u00a0Dana cried",
        "my \u200bclient   Dana cried",
        "> my client Dana cried",
        "MY CLIENT Dana cried",
    ],
)
def test_marks_do_not_hide_a_name(text: str) -> None:
    """Bold, spoiler, italics, code and hard blanks between cue and name change nothing."""
    place = text.index("Dana")
    found = screen(text).findings
    assert [(one.start, one.end, one.kind) for one in found] == [(place, place + 4, Kind.NAME)]


def test_of_findings_that_overlap_the_surest_stays() -> None:
    """An address that holds a name is one finding, the address."""
    text = "my client's ex uses lena.k@example.net"
    assert [one.kind for one in screen(text).findings] == [Kind.EMAIL]


def test_an_empty_text_is_clean() -> None:
    """Nothing is found in nothing."""
    assert screen("") == screen("\n \n")
    assert not screen("").warn
