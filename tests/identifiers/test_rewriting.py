"""A rewrite says the same without what may identify a client, in sentences that still read well."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identifiers import Finding, Kind, screen
from bot.identifiers.rewriting import rewritten

_LABELLED = Path(__file__).parent / "dev.jsonl"

# Each text marks its findings: `{NAME:Dana}`.
EXAMPLES = [
    # Who.
    ("My client {NAME:Dana} called.", "My client called."),
    ("{NAME:Dana} called. Then {NAME:Dana} slept.", "My client called. Then my client slept."),
    ("{NAME:Dana} called. Later Dana slept.", "My client called. Later my client slept."),
    ("{NAME:Dana Reyes} called, and {NAME:dana} slept.", "My client called, and my client slept."),
    ("{NAME:dana}'s mom called again", "my client's mom called again"),
    ("my client {NAME:Dana}'s mom", "my client's mom"),
    ("I saw {NAME:James}' mother.", "I saw my client's mother."),
    ("The patient, {NAME:Thaddeus Wrobel}, is 52.", "The patient is 52."),
    ("Her sister {NAME:Concha} knows.", "Her sister knows."),
    ("Mom ({NAME:Ofelia}) wants to talk.", "Mom wants to talk."),
    ("Her boss, a guy named {NAME:Rutger Blom}, is here.", "Her boss, a guy, is here."),
    ("I see a man called {NAME:Rutger}.", "I see a man."),
    ("her mother called {NAME:Dana} twice", "her mother called my client twice"),
    ("{NAME:Dana}, my client, said no.", "My client said no."),
    ("We met {NAME:Dana}, my client.", "We met my client."),
    ("her sister {NAME:Concha} and {NAME:Concha}'s son", "her sister and the sister's son"),
    ("{NAME:Noor} and {NAME:Elias} argue", "My client and someone close to them argue"),
    ("the {NAME:Papadopoulos} couple", "the couple"),
    ("The {NAME:Whitaker} packet", "The client packet"),
    ("poor {NAME:Dana} cried", "my poor client cried"),
    ("Mr. and {NAME:Mrs. Okafor} came", "My clients came"),
    ("his name is {NAME:Dana}", "his name is [left out]"),
    ("she is called {NAME:Dana}", "she is called [left out]"),
    ("{INITIALS:J.M.} no-showed", "My client no-showed"),
    ("I have a case, initial {INITIALS:Z.A.}, at work", "I have a case, at work"),
    ("Mine's {INITIALS:R.V.} Every week I walk", "Mine's my client. Every week I walk"),
    ("{NAME:Jo Marsh} and later {INITIALS:J.M.} again", "My client and later my client again"),
    # Where.
    ("teaches at {PLACE:Lincoln High}", "teaches at a school"),
    ("fax of the {PLACE:Maple Medical Center} notes", "fax of the hospital notes"),
    ("works at {PLACE:Horizon Freight} now", "works at their workplace now"),
    ("she works at the {PLACE:Corner Diner}", "she works at their workplace"),
    ("got the sack from {PLACE:horizon freight}", "got the sack from their workplace"),
    ("two hours from {PLACE:petaluma}", "two hours from a town nearby"),
    ("a sophomore at {PLACE:Oberlin}", "a sophomore at a school"),
    ("the school, {PLACE:Cedar Ridge Middle}.", "the school."),
    ("an {PLACE:Elm Academy} boy", "a school boy"),
    ("found at {PLACE:88 Tamarack Ln unit 3}", "found at [their address]"),
    ("seen {PLACE:at Harbor Lights} again", "seen at a town nearby again"),
    ("works {PLACE:at the Corner Diner}", "works at their workplace"),
    ("around {PLACE:90272}", "around their area"),
    # When.
    ("died on {DATE:January 9} and", "died this winter and"),
    ("hospitalised on {DATE:May 2nd}.", "hospitalised this spring."),
    ("{DATE:March 14} was the day", "This spring was the day"),
    ("On {DATE:2 of December} she left", "Recently she left"),
    ("overdosed {DATE:5/6}", "overdosed recently"),
    ("since {DATE:October}", "for a while now"),
    ("in {DATE:March 1988}", "in 1988"),
    ("DOB {DATE:3/14/88}, seen", "[their date of birth], seen"),
    ("born on {DATE:3/14/88}", "born on [their date of birth]"),
    ("due {DATE:5/6}", "due soon"),
    ("set for {DATE:September 14}.", "set for this fall."),
    ("over {DATE:labor day weekend}", "over a holiday weekend"),
    ("every {DATE:Sept 11} she", "every fall she"),
    # How old.
    ("She's {AGE90:ninety-one}, sharp", "She's in her nineties, sharp"),
    ("pt is {AGE90:93}", "pt is in their nineties"),
    ("a {AGE90:93-year-old} widow", "a very old widow"),
    ("he is {AGE90:a hundred and one} years old", "he is over ninety"),
    ("a woman of {AGE90:97} who", "a woman over ninety who"),
    ("he's {MRN:94}, deaf", "he's in his nineties, deaf"),
    # The formal ones.
    ("call {PHONE:617-555-0143}", "call [their number]"),
    ("write {EMAIL:k@example.net}", "write [their e-mail]"),
    ("see {IMAGE:intake_jane.pdf}", "see [a file]"),
    ("parked {IMAGE:LD71 KXO} there", "parked [left out] there"),
    # One person alone fits.
    ("He is {QUASI:the only fire chief here}.", "He is someone in a very visible role."),
    ("My 4pm {QUASI:won a Grammy and quit}.", "My 4pm is someone in a very visible role."),
    (
        "my {QUASI:client is the one on the six o'clock news}.",
        "my client is someone in a very visible role.",
    ),
    (
        "{QUASI:the sole survivor of the ferry accident} wept",
        "someone from an event that many have heard of wept",
    ),
]


def _marked(marked: str) -> tuple[str, list[Finding]]:
    text, found = "", list[Finding]()
    for number, piece in enumerate(marked.replace("}", "{").split("{")):
        kind, _, words = piece.rpartition(":") if number % 2 else ("", "", piece)
        if kind:
            found.append(Finding(len(text), len(text) + len(words), Kind(kind), 0.9, "why"))
        text += words
    return text, found


@pytest.mark.parametrize(("marked", "wanted"), EXAMPLES)
def test_what_was_found_gives_way(marked: str, wanted: str) -> None:
    assert rewritten(*_marked(marked)) == wanted


def test_a_text_without_findings_stays_as_it_is() -> None:
    assert rewritten("as  it\nwas ", ()) == "as  it\nwas "


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_gives_way(kind: Kind) -> None:
    text = "It says Qwertzuiop there."
    out = rewritten(text, [Finding(8, 18, kind, 0.9, "why")])
    assert "Qwertzuiop" not in out
    assert out.startswith("It says ")
    assert out.endswith(" there.")


@st.composite
def _found(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    text = draw(st.text(min_size=1, max_size=200))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=12)))
    kinds = st.sampled_from(Kind)
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Finding(start, end, draw(kinds), 0.9, "why") for start, end in pairs]


@given(_found())
def test_any_text_with_any_findings_is_rewritten_alike_each_time(
    drawn: tuple[str, list[Finding]],
) -> None:
    assert rewritten(*drawn) == rewritten(*drawn)


def test_nearly_all_rewrites_are_clean_themselves() -> None:
    """Of the labelled messages that are warned about; a second look mends most of the rest."""
    if not _LABELLED.exists():
        pytest.skip("tests/identifiers/dev.jsonl, the labelled development set, is not here")
    rows = [json.loads(line) for line in _LABELLED.read_text("utf-8").splitlines() if line.strip()]
    once, twice, warned = 0, 0, 0
    for row in rows:
        verdict = screen(row["text"])
        if not (row["warn"] and verdict.warn):
            continue
        warned += 1
        first = rewritten(row["text"], verdict.findings)
        again = screen(first)
        second = rewritten(first, again.findings) if again.warn else first
        once += not again.warn
        twice += not screen(second).warn
    assert once >= 0.85 * warned
    assert twice >= 0.95 * warned
