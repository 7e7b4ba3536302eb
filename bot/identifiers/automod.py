"""The formal identifiers as patterns for Discord's AutoMod, which refuses a message unseen.

Discord's patterns are Rust's: no look-around and no references back. So what may not stand beside
a number is matched with it, and what needs more context is left to the screening. The patterns
hold in lower case too. It does not know which servers use them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.identifiers.finding import Kind

MOST_PATTERNS = 10
LONGEST_PATTERN = 260


class Part(StrEnum):
    """What a server can have refused; each part is one rule at Discord."""

    NUMBERS = "numbers"
    CONTACTS = "contacts"


@dataclass(frozen=True, slots=True)
class Shape:
    """One pattern of a rule, in Rust's syntax, and what it settles."""

    kind: Kind
    pattern: str


_START = r"(?:^|[^0-9A-Za-z$.#/_-])"
_END = r"(?:$|[^0-9A-Za-z_-])"
_LINK = r"(?: (?:is|was|no|number)\b|[ :=#.(,'-]){0,6}"
_NUMBER = (
    r"(?:[a-z]{1,3}[ -]?)?(?:\d{2}-)?"
    r"(?:\d{4,12}|\d{1,4}-\d{3,7}|\d{2,4}-\d{2}-\d{2,4})"
)
_COURT = r"(?:jv|cv|cr|dr|fm|jd|fa|jc|dp|pr|mh)"
_DATE = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\d{4}-\d{2}-\d{2})"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_BIRTH = r"\b(?:d\.?o\.?b|date of birth|birth ?date)\b(?: (?:is|was)\b|[ :=.(,-]){0,4}"
_AREA = (
    r"(?:[2-7]\d\d|80[1-9]|8[129]\d|83[0-24-9]|84[0-35-9]|85[0-46-9]|86[0-57-9]|87[0-689]"
    r"|88[0-79]|9[1-9]\d)"
)

NUMBERS = (
    Shape(
        Kind.SSN,  # an area, a group and a serial that are given out
        _START
        + r"(?:00[1-9]|0[1-9]\d|[1-57-8]\d{2}|6[0-57-9]\d|66[0-57-9])"
        + r"-(?:0[1-9]|[1-9]\d)-(?:000[1-9]|00[1-9]\d|0[1-9]\d{2}|[1-9]\d{3})"
        + _END,
    ),
    Shape(
        Kind.SSN,
        rf"(?i)\b(?:ssn|ss ?#|social security|soc sec|(?:his|her|their|'s) social){_LINK}"
        rf"\d{{3}}[ .-]?\d{{2}}[ .-]?\d{{4}}{_END}",
    ),
    Shape(
        Kind.SSN,
        r"(?i)\blast (?:four|4)(?: digits)? (?:of|on|for) (?:(?:his|her|their|the) )?"
        rf"(?:ssn|social(?: security)?)\b{_LINK}\d{{4}}{_END}",
    ),
    Shape(
        Kind.MRN,
        r"(?i)\b(?:mrn|mr ?#|medical record|chart ?(?:#|no\b|number)|docket"
        rf"|(?:patient|client|pt|ct|inmate|booking)(?: record)? ?(?:#|id|number)){_LINK}{_NUMBER}",
    ),
    Shape(
        Kind.MRN,
        r"(?i)\b(?:cps|dcfs?|dcyf|court|hosp(?:ital)?|police|prison)(?: (?:case|file|report))?"
        rf" ?(?:#|no\b|number){_LINK}{_NUMBER}",
    ),
    Shape(
        Kind.MRN,  # a court's case number
        rf"(?i){_START}(?:\d{{2,4}}-{_COURT}|{_COURT}-\d{{2,4}})-\d{{3,7}}(?:-\d\d)?{_END}",
    ),
    Shape(
        Kind.MRN,
        rf"(?i)\b(?:nhs|nhi) ?(?:no|number|#){_LINK}\d{{3}}[ -]?\d{{3}}[ -]?\d{{4}}{_END}",
    ),
    Shape(Kind.DATE, rf"(?i){_BIRTH}{_DATE}"),
    Shape(
        Kind.DATE,
        rf"(?i){_BIRTH}(?:{_MONTH} \d{{1,2}}"
        rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH})",
    ),
    Shape(
        Kind.DATE,
        r"(?i)\b(?:(?:client|patient|pt|ct)(?: was)?|(?:he|she) was) born(?: on)?:? "
        rf"(?:{_DATE}|{_MONTH} \d{{1,2}}\b)",
    ),
)
"""Social security numbers, record and case numbers beside their word, dates of birth."""

_CALLING = r"(?i)\b(?:cell|phone|mobile|number|calls?|called|texts?|texted|fax|vm)\b[^\d\n]{0,20}"

CONTACTS = (
    Shape(
        Kind.PHONE,  # North America, without the area codes that are free of charge
        rf"{_START}(?:\+?1[-. ]?)?\(?{_AREA}(?:\) ?|[-. ])\d{{3}}[-. ]\d{{4}}(?:$|[^\d_-])",
    ),
    Shape(Kind.PHONE, rf"{_CALLING}{_AREA}\d{{7}}{_END}"),
    Shape(Kind.PHONE, rf"{_CALLING}[2-9]\d{{2}}[-.]\d{{4}}{_END}"),
    Shape(Kind.PHONE, rf"(?:^|[^0-9A-Za-z+])\+[1-9](?:[ .()-]{{0,2}}\d){{8,13}}{_END}"),
    Shape(
        Kind.PHONE,  # Britain, Australia and New Zealand
        rf"{_START}(?:0\d{{4}} ?\d{{6}}|0\d{{4}} \d{{3}} \d{{3}}"
        r"|02\d \d{4} \d{4}|02\d \d{3} \d{3,4}|0\d{3} \d{3} \d{3,4}"
        rf"|\(?0[2-8]\)? \d{{4}} \d{{4}}){_END}",
    ),
    Shape(
        Kind.EMAIL,
        r"(?i)(?:^|[^a-z0-9._%+/@-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}"
        r"(?:$|[^a-z0-9_@-])",
    ),
)
"""Telephone numbers and e-mail addresses, whoever's they are."""

SHAPES = {Part.NUMBERS: NUMBERS, Part.CONTACTS: CONTACTS}


def refusing(text: str, parts: Iterable[Part]) -> Part | None:
    """The first of these parts whose rule would refuse the text, as Discord does."""
    return next((part for part in parts if any(one.search(text) for one in _read(part))), None)


@cache
def _read(part: Part) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape.pattern) for shape in SHAPES[part])
