"""The patterns for AutoMod: within its limits, in Rust's syntax, and right on labelled messages."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identifiers import Kind
from bot.identifiers.automod import LONGEST_PATTERN, MOST_PATTERNS, SHAPES, Part, Shape
from playground.rust_patterns import first_match, is_pattern

pytestmark = pytest.mark.xdist_group("automod")  # they share what is costly to make

_LABELLED = Path(__file__).parent / "dev.jsonl"
_ALL = [shape for shapes in SHAPES.values() for shape in shapes]
_BIRTH = re.compile(r"\b(?:dob|birth|born)", re.IGNORECASE)

# What is refused, and a twin that is let through.
PAIRS = (
    (Kind.SSN, "it's 457-55-5462 on page one", "item 457-55-546, not 000-55-5462 or 900-55-1234"),
    (Kind.SSN, "his social is 457 55 5462", "social work, 457 55 5462 trials of the n-back"),
    (Kind.SSN, "SSN: 457555462.", "the ssn form has 45 fields"),
    (Kind.SSN, "last four of her SSN, 4821", "the last four of her sessions, 2021"),
    (Kind.MRN, "MRN 00482913 on the fax", "an MRN is on the fax, all 61 pages"),
    (Kind.MRN, "mr #A4471902 they said", "Mr 4 lemons, and Mr. Jones"),
    (Kind.MRN, "pt record # 5521-0087", "pt record of 2021, 90837"),
    (Kind.MRN, "chart no. 20-1187", "bring the flip chart, no 2 markers"),
    (Kind.MRN, "docket J-24-00391", "docket it for May 24"),
    (Kind.MRN, "dcfs case # 0094-7713-C", "CPS has 30 days, case of 2 kids"),
    (Kind.MRN, "hosp no. 44-20917", "at the hospital, no. 2 on the list"),
    (Kind.MRN, "hearing in 22-JV-004417", "items 22-JV and 17-20"),
    (Kind.MRN, "decree (FM-07-1182-23)", "FM-07 is a form"),
    (Kind.MRN, "NHS number 943 476 5919", "NHS waits are 1800 weeks"),
    (Kind.DATE, "DOB 11/06/2009", "the DOB field is blank, group on 11/06/2009"),
    (Kind.DATE, "date of birth: March 3, 1988", "date of birth is asked in March"),
    (Kind.DATE, "d.o.b. 3rd of March", "a birthday session on the 3rd of March"),
    (Kind.DATE, "client was born on 2011-04-02", "she was born in Brazil in 1978"),
    (Kind.PHONE, "her cell 617-555-0143", "1-800-273-8255 and 988"),
    (Kind.PHONE, "(212) 555-0187 x42", "(888) 555-0187"),
    (Kind.PHONE, "texted 2125550187", "NPI 2125550187"),
    (Kind.PHONE, "call 555-0142", "PCL-5 went 555-0142"),
    (Kind.PHONE, "+44 20 7946 0958", "+1 to that, 2 4 6 8"),
    (Kind.PHONE, "ring 07700 900123", "0.7700 to 0.9001"),
    (Kind.EMAIL, "lena.k@example.net wrote", "<@123456789012345678> @ the office @home"),
)


class _Row(NamedTuple):
    text: str
    warn: bool | None
    ids: list[tuple[str, str]]


@pytest.fixture(scope="module")
def rows() -> list[_Row]:
    if not _LABELLED.exists():
        pytest.skip("tests/identifiers/dev.jsonl, the labelled development set, is not here")
    read = [json.loads(line) for line in _LABELLED.read_text("utf-8").splitlines() if line.strip()]
    return [_Row(row["text"], row["warn"], row["ids"]) for row in read]


def _refused(part: Part, text: str) -> list[Shape]:
    return [one for one in SHAPES[part] if first_match(one.pattern, text) is not None]


def test_every_rule_is_within_discords_limits() -> None:
    assert all(1 <= len(shapes) <= MOST_PATTERNS for shapes in SHAPES.values())
    assert all(len(shape.pattern) <= LONGEST_PATTERN for shape in _ALL)
    assert set(SHAPES) == set(Part)


@pytest.mark.parametrize("shape", _ALL, ids=lambda shape: shape.pattern[:50])
def test_every_pattern_is_rusts(shape: Shape) -> None:
    assert is_pattern(shape.pattern)


@pytest.mark.parametrize(("kind", "refused", "passes"), PAIRS, ids=[one[1] for one in PAIRS])
def test_is_refused_and_its_twin_is_not(kind: Kind, refused: str, passes: str) -> None:
    for text in (refused, refused.lower(), refused.upper()):
        found = {shape.kind for part in Part for shape in _refused(part, text)}
        assert kind in found, text
    assert [one for part in Part for one in _refused(part, passes)] == []


def test_every_pattern_is_tried() -> None:
    """No pattern lacks a text that it alone refuses among those of its kind, or shares."""
    texts = [refused for _, refused, _ in PAIRS]
    idle = [one.pattern for one in _ALL if not any(first_match(one.pattern, t) for t in texts)]
    assert idle == []


def test_no_clean_message_is_refused(rows: list[_Row]) -> None:
    """Nothing that the labels call clean; grey ones carry a colleague's telephone or address."""
    wrong = [row.text for row in rows if row.warn is False and any(_all(row.text))]
    assert wrong == []
    grey = [row.text for row in rows if row.warn is None and _refused(Part.NUMBERS, row.text)]
    assert grey == []


def _all(text: str) -> list[Shape]:
    return [one for part in Part for one in _refused(part, text)]


@pytest.mark.parametrize(("part", "least"), [(Part.NUMBERS, 0.7), (Part.CONTACTS, 0.8)])
def test_most_of_what_is_formal_is_refused(rows: list[_Row], part: Part, least: float) -> None:
    """Of the messages with such an identifier; run with -s to see how many."""
    kinds = {shape.kind for shape in SHAPES[part]}
    owed = [row for row in rows if _formal(row, kinds)]
    hit = sum(bool(_refused(part, row.text)) for row in owed)
    print(f"{part}: {hit} of {len(owed)} messages are refused")  # noqa: T201 - shown with -s
    assert hit >= least * len(owed)


def _formal(row: _Row, kinds: set[Kind]) -> bool:
    """Whether it holds such an identifier; of dates only those of birth count."""
    return any(
        kind in kinds and (kind != "DATE" or _BIRTH.search(row.text) is not None)
        for _, kind in row.ids
    )


@pytest.mark.parametrize("shape", _ALL, ids=lambda shape: shape.pattern[:50])
def test_python_reads_a_pattern_as_rust_does(shape: Shape, rows: list[_Row]) -> None:
    texts = [row.text for row in rows] + [text for _, *pair in PAIRS for text in pair]
    python = re.compile(shape.pattern)
    for text in texts:
        found = python.search(text)
        assert (found and found[0]) == first_match(shape.pattern, text)


_PIECES = st.sampled_from(
    [
        "ssn ",
        "MRN #",
        "dob ",
        "case no ",
        "457",
        "-",
        "55",
        "5462",
        " ",
        "(",
        ")",
        ".",
        "@",
        "a",
        "+",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_python_and_rust_agree_on_what_looks_alike(text: str) -> None:
    for shape in _ALL:
        found = re.search(shape.pattern, text)
        assert (found and found[0]) == first_match(shape.pattern, text)
