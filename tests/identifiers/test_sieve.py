"""Passing recognizers by spares time and nothing else: they find what they would find everywhere.

A recognizer whose needs, or whose words to begin with, are wrong is noticed here.
"""

import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.identifiers import Finding
from bot.identifiers.cue_words import first_words
from bot.identifiers.patterns import RECOGNIZERS
from bot.identifiers.plain import Reading, read
from bot.identifiers.recognizer import Recognizer
from bot.identifiers.sieve import Sieve

_ROOT = Path(__file__).parents[2]
_SETS = (
    "tests/identifiers/dev.jsonl",
    "benchmarks/blind.jsonl",
    *sorted(str(file.relative_to(_ROOT)) for file in (_ROOT / "training/messages").glob("*.jsonl")),
)


def _everywhere(recognizers: tuple[Recognizer, ...], reading: Reading) -> list[Finding]:
    return [one for recognizer in recognizers for one in recognizer.find(reading)]


def _sifted(sieve: Sieve, reading: Reading) -> list[Finding]:
    return [
        one for recognizer, at in sieve.through(reading) for one in recognizer.find(reading, at)
    ]


_SIEVE = Sieve(RECOGNIZERS)


@pytest.mark.parametrize("name", _SETS)
def test_nothing_is_missed_on_labelled_messages(name: str) -> None:
    """Each recognizer's findings on every third message are those that it has without the sieve."""
    lines = (_ROOT / name).read_text(encoding="utf-8").splitlines()
    for line in lines[::3]:
        reading = read(json.loads(line)["text"])
        assert _sifted(_SIEVE, reading) == _everywhere(RECOGNIZERS, reading)


# Texts from a pattern are made by trial, which takes long where it looks around itself.
_SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much)


def _unchecked(recognizer: Recognizer) -> Recognizer:
    return replace(recognizer, checks=(), checks_need=())


@pytest.mark.parametrize("recognizer", RECOGNIZERS, ids=lambda one: f"{one.kind}-{one.reason[:30]}")
def test_nothing_is_missed_in_texts_made_from_the_pattern(recognizer: Recognizer) -> None:
    """Any text in which the pattern itself matches meets its needs, and it begins as declared."""
    alone = (_unchecked(recognizer),)
    sieve = Sieve(alone)

    @given(st.from_regex(recognizer.pattern))
    @settings(max_examples=30, deadline=None, suppress_health_check=_SLOW)
    def holds(text: str) -> None:
        reading = read(text)
        assert _sifted(sieve, reading) == _everywhere(alone, reading)

    holds()


# Cues, and what stands beside them, in an order that no pattern has thought of.
_PIECES = (
    "my client ", "MY CLIENT ", "she ", "his ", "the ", "Dana ", "dana r. ", "Okafor", "J.M. ",
    "KT ", "DOB ", "3/14/88 ", "May 2nd ", "admitted ", "on ", "was ", "hospitalized ", "again",
    "no-showed ", "617-555-0143 ", "call ", "cell ", "@moss.ink ", "on insta ", "MRN ", "is ",
    "00482913 ", "457-55-5462 ", "93 ", "yo ", "years old ", "Mrs. ", "lives in ", "Brookline",
    ", MA ", "14 Alder Ct ", "works at ", "Lincoln High ", "intake_jane_doe.pdf ", "\u2019s mom ",
    "203.0.113.77 ", "\n", " ", "\u0130", "\u212a", "\u017f", ". ", ", ", "(", "plate ", "car ",
    "aetna member id ", "W1234 56789 ", "8ABC123 ", "the only ", "chief in the town ", "from ",
    "named ", "family ", "_", "x", "9",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_nothing_is_missed_in_texts_made_of_cues(text: str) -> None:
    """With all checks, on texts in which cues stand beside much that they do not go with."""
    reading = read(text)
    assert _sifted(_SIEVE, reading) == _everywhere(RECOGNIZERS, reading)


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_small_letters_are_those_that_patterns_take_for_alike(letter: str) -> None:
    """Whatever matches a letter without regard to case is that letter in what needs look at."""
    characters = "".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))
    alike = "".join(re.findall(letter, characters, re.IGNORECASE))
    folded = read(f"client {alike}").folded
    assert folded == f"client {letter * len(alike)}"


@given(st.text())
def test_small_letters_stand_where_the_letters_do(text: str) -> None:
    """As many characters, so that a place in one is a place in the other."""
    reading = read(text)
    assert len(reading.folded) == len(reading.text)


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("clients?", {"client", "clients"}),
        ("(?:a|an) (?:b|c)", {"a", "an"}),
        ("(?:re)?admitted", {"admitted", "readmitted"}),
        ("hospitali[sz]ed", {"hospitalised", "hospitalized"}),
        ("no[- ]?showed", {"no", "noshowed"}),
        ("(?-i:Mr|Ms)\\.?", {"mr", "ms"}),
        ("d/c'?d", {"d"}),
        ("school(?! (?:of|for))", {"school"}),
        ("session(?: [0-9]{1,3})? with", {"session"}),
        ("week[0-9]{1,2}", {"week"}),
    ],
)
def test_words_are_read_from_a_piece(piece: str, words: set[str]) -> None:
    """Choices and optional parts are followed up to the first character that is no letter."""
    assert first_words(piece) == words


@pytest.mark.parametrize("piece", [r"\w{1,3}", "[a-z]{2}", "(?:the )?", "#", ".b", "prosthe[^x]"])
def test_a_piece_that_begins_with_anything_is_refused(piece: str) -> None:
    """Its words could not be looked for."""
    with pytest.raises(ValueError, match="no telling"):
        first_words(piece)
