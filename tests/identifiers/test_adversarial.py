"""Texts made to break or to mislead: nothing crashes, places are right, hiding does not help."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.identifiers import Kind, Screening, screen
from bot.identifiers.patterns import found_by_patterns
from bot.identifiers.plain import read

LONGEST = 4000

# What is hidden stands in { }; the finding has to begin and end there.
HIDDEN = (
    # Characters that are not seen.
    (Kind.NAME, "My client {Da\u200bna Re\u200dyes} called"),
    (Kind.NAME, "My cl\u00adient {Dana Reyes} called"),
    (Kind.NAME, "My client \u2066{Dana\u2069 Reyes} called"),
    (Kind.NAME, "My client {Da\u034fna Reyes} called"),
    (Kind.PHONE, "her cell {617\u200b-5\u206055-0143}, after 5"),
    (Kind.SSN, "it is {457\u200e-55\u200e-5462} on page one"),
    (Kind.MRN, "M\u200cRN {0048\u200c2913} on the fax"),
    (Kind.EMAIL, "she wrote from {lena\u200d.k@exam\u200bple.net}"),
    (Kind.DATE, "DO\u200bB {11/0\u200b6/2009}, first admission"),
    # Letters and digits that look like others.
    (Kind.NAME, "My \u0441lient {D\u0430na Reyes} called"),
    (Kind.NAME, "My \u0441li\u0435nt {\u0421arl Reyes} called"),
    (Kind.NAME, "My client {\uff24\uff41\uff4e\uff41} called"),
    (Kind.NAME, "My client {\U0001d403\U0001d41a\U0001d427\U0001d41a Reyes} called"),
    (Kind.NAME, "My client {D\u24d0na Reyes} called"),
    (Kind.NAME, "My client {\u1d05\u1d00\u0274\u1d00} called"),
    (Kind.EMAIL, "she wrote from {l\u0435na.k@ex\u0430mple.net}"),
    (Kind.PHONE, "her cell {\uff16\uff11\uff17-\uff15\uff15\uff15-\uff10\uff11\uff14\uff13}"),
    (Kind.PHONE, "her cell {\U0001d7d4\U0001d7cf\U0001d7d5-555-0143}, after 5"),
    (Kind.PHONE, "her cell {\u0666\u0661\u0667-555-0143}, after 5"),
    (Kind.PHONE, "her cell {6\ufe0f\u20e31\ufe0f\u20e37\ufe0f\u20e3-555-0143}, after 5"),
    (Kind.SSN, "it is {457\u221255\u20115462} on page one"),
    (Kind.MRN, "MRN {\uff10\uff10\uff14\uff18\uff12\uff19\uff11\uff13} on the fax"),
    (Kind.MRN, "\U0001f17c\U0001f181\U0001f17d {00482913} on the fax"),
    (Kind.DATE, "DOB {\uff11\uff11/\uff10\uff16/2009}, first admission"),
    # Marks above and through letters.
    (Kind.NAME, "My client {Jose\u0301 Reyes} called"),
    (Kind.NAME, "My client {D\u0336a\u0336na Reyes} called"),
    (Kind.SSN, "it is {4\u03365\u03367-55-5462} on page one"),
    # Blanks of all widths.
    (Kind.NAME, "My\u2003client\u3000{Dana\u2009Reyes} called"),
    (Kind.PHONE, "her cell {617\u00a0555\u202f0143}, after 5"),
    # Markdown.
    (Kind.NAME, "My client {d**a**na} called"),
    (Kind.NAME, "My client ||{Dana}|| called"),
    (Kind.NAME, "My client {D||||a||||na Reyes} called"),
    (Kind.NAME, "My client ***__~~{Dana Reyes}~~__*** called"),
    (Kind.NAME, "> My client\n> **was** late. My client ||**{Dana Reyes}**|| called"),
    (Kind.NAME, "My client [{Dana Reyes}](https://example.org) called"),
    (Kind.PHONE, "her cell `{617-555-0143}`, after 5"),
    (Kind.PHONE, "her cell ```\n{617-555-0143}\n``` after 5"),
    (Kind.PHONE, "her cell {617\\-555\\-0143}, after 5"),
    (Kind.PHONE, "her cell **{617**-555-0143}, after 5"),
    (Kind.SSN, "it is ||{457-||55||-5462}|| on page one"),
    (Kind.MRN, "**MRN** ~~{0048~~2913} on the fax"),
    (Kind.DATE, "__DOB__ *{11/*06/2009}, first admission"),
)

# Nobody is named in these, whatever they are written with.
HARMLESS = (
    "\u043a\u043b\u0438\u0435\u043d\u0442 \u043e\u043f\u044f\u0442\u044c",
    "\u05d4\u05d8\u05d9\u05e4\u05d5\u05dc \u05e0\u05ea\u05e7\u05e2",
    "\u6cbb\u7642\u304c\u884c\u304d\u8a70\u307e\u3063\u3066\u3044\u308b",
    "\u03b7 \u03b8\u03b5\u03c1\u03b1\u03c0\u03b5\u03af\u03b1",
    "so stuck \U0001f926\u200d\u2640\ufe0f \U0001f1fa\U0001f1f8 again",
    "the sum is 10\u00b2 and the rest 5\u2070",
    "<@123456789012345678> <:dana:123456789012345678> <t:1772460000:F> <#123456789012345678>",
    "\\*not bold\\* and \\_not slanted\\_",
    "see [the paper](https://doi.org/10.1000/182)",
)

PIECES = (
    "my client ", "Dana ", "d**a**na ", "||", "**", "__", "~~", "`", "```", "\n> ", "# ", ")",
    "[x](", "[a](https://b)", "<@1>", "<:dana:1>", "<a:b:2>", "<t:1:R>", "</check:1>", "\\", "\x00",
    "\u200b", "\u200d", "\u202e", "\u2066", "\u0430", "\u0301", "\u0336", "\ufe0f", "\u20e3",
    "\uff11", "\U0001d7d5", "\U0001f469\u200d\U0001f467", "\U000e0041", "\u0130", "\u00df",
    "\u0634\u062e\u0635 ", "\u5ba2 ", "\u3000", "\u00a0", "a\u0430", "'s ", "- ", "1. ",
    "617-555-0143 ", "457-55-5462 ", "MRN 00482913 ", "lena.k@example.net ", "DOB 11/06/2009 ",
    "J.M. ", "she is 93 ",
)  # fmt: skip

# So much may a text of double length cost beyond the double: what is done once for each text.
_ONCE = 1500


def _checked(text: str, *, again: bool = True) -> Screening:
    """The verdict, after what must hold for every text was made sure."""
    verdict = screen(text)
    if again:
        assert screen(text) == verdict
    last = 0
    for one in verdict.findings:
        assert last <= one.start < one.end <= len(text)
        assert 0 <= one.score <= 1
        assert one.reason
        last = one.end
    assert not verdict.warn or verdict.findings
    return verdict


@pytest.mark.parametrize(("kind", "marked"), HIDDEN, ids=lambda value: ascii(value)[:50])
def test_hiding_does_not_help(kind: Kind, marked: str) -> None:
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    assert kind in {
        one.kind for one in found_by_patterns(read(text)) if (one.start, one.end) == (start, end)
    }
    verdict = _checked(text)
    over = [one for one in verdict.findings if one.start < end and one.end > start]
    assert verdict.warn
    assert min(one.start for one in over) <= start
    assert max(one.end for one in over) >= end


@pytest.mark.parametrize("text", HARMLESS, ids=lambda value: ascii(value)[:50])
def test_what_only_looks_unusual_is_left_alone(text: str) -> None:
    assert not found_by_patterns(read(text))


@pytest.mark.parametrize("piece", PIECES, ids=lambda value: ascii(value)[:50])
def test_a_message_full_of_one_thing_is_screened(piece: str) -> None:
    _checked((piece * LONGEST)[:LONGEST], again=False)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=LONGEST))
def test_any_text_is_screened(text: str) -> None:
    _checked(text)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=200).map("".join))
def test_any_mixture_is_screened(text: str) -> None:
    _checked(text[:LONGEST])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.characters(), max_size=60).map("".join))
def test_a_reading_keeps_its_places(text: str) -> None:
    """Each character that counts stands in the text, in order."""
    reading = read(text)
    assert len(reading.places) == len(reading.text)
    assert sorted(set(reading.places)) == list(reading.places)
    assert all(0 <= place < len(text) for place in reading.places)


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), max_size=80))
def test_plain_words_are_read_as_they_are(text: str) -> None:
    assert read(text).text.split() == text.split()


@given(st.sampled_from("\u200b\u200d\u2060\u00ad\u202e\u0301\u0336\ufe0f"), st.data())
def test_what_is_found_is_found_with_unseen_characters_anywhere(
    unseen: str, data: st.DataObject
) -> None:
    """Put anywhere between two characters, they change neither kind nor place."""
    text = "My client Dana Reyes, MRN 00482913, cell 617-555-0143."
    places = data.draw(st.lists(st.integers(1, len(text) - 1), max_size=8, unique=True))
    hidden = "".join(unseen * (place in places) + mark for place, mark in enumerate(text))
    seen = [place for place, mark in enumerate(hidden) if mark != unseen]
    found = found_by_patterns(read(hidden))
    wanted = found_by_patterns(read(text))
    assert [one.kind for one in found] == [one.kind for one in wanted]
    assert [(one.start, one.end - 1) for one in found] == [
        (seen[one.start], seen[one.end - 1]) for one in wanted
    ]


@pytest.mark.parametrize("piece", PIECES, ids=lambda value: ascii(value)[:50])
def test_double_the_text_is_double_the_work(piece: str) -> None:
    """Of the patterns; in calls, since time differs from run to run, and each call has a bound."""
    text = (piece * LONGEST)[:LONGEST]
    found_by_patterns(read(text))
    once, twice = (
        _calls(lambda text=text: found_by_patterns(read(text))) for text in (text, text + text)
    )
    assert twice <= 2.1 * once + _ONCE


def _calls(work: Callable[[], object]) -> int:
    """How many functions, Python's and C's, were called."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_every_formal_kind_is_hidden() -> None:
    kinds = {Kind.NAME, Kind.PHONE, Kind.SSN, Kind.MRN, Kind.EMAIL, Kind.DATE}
    assert {kind for kind, _ in HIDDEN} == kinds
