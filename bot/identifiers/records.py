"""Numbers by which the state, a court or a hospital knows a client.

All but the shapes that cannot be mistaken need a word for the number beside them. It leaves alone
codes, years and what concerns the writer's own practice.
"""

import re

from bot.identifiers import check_digits
from bot.identifiers.finding import Kind
from bot.identifiers.needs import digits, either, holding, said, shaped, written
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    has_digits,
    pattern,
    said_around,
    unsaid_before,
)

# A number as offices write it: runs of letters and digits, joined by hyphens, or by blanks where
# digits follow.
NUMBER = (
    r"(?:[a-z]{1,4}[-. ]?)?[0-9][a-z0-9]{0,17}(?:[-./][a-z0-9]{1,12}){0,4}"
    r"(?: (?:[0-9]{2,12}|[0-9]{1,4}-[0-9]{1,6})(?![\w/:%])){0,4}(?:(?-i: [A-Z])(?![\w.']))?(?!%)"
)
# What stands between the word for a number and the number.
LINK = r"(?: ?\b(?:is|was|ending|number|no|num|id)\b|[.:=#,(\"' -]){0,6}"
SIGN = r"(?:#|no\b|number\b|num\b|id\b)"


def no_year(candidate: Candidate) -> bool:
    """Holds for a span that is more than a year of the last or this century."""
    return not re.fullmatch(r"(?:19|20)[0-9]{2}", candidate.digits)


def _assigned(candidate: Candidate) -> bool:
    """A social security number of an area, group and serial that are given out."""
    area, group, serial = candidate.digits[:3], candidate.digits[3:5], candidate.digits[5:]
    return area not in {"000", "666"} and area[0] != "9" and group != "00" and serial != "0000"


# Matters of an office that have numbers of their own.
OFFICE_MATTER = unsaid_before(
    r"\b"
    + any_of(
        "my, our, support, help ?desk, tech, ticket, course, payer, provider, npi, tax, "
        "claim, wait(?:ing)? ?list, ceu?, invoice, order"
    )
    + r"\b[^.]{0,12}$",
    40,
)
_MINE = unsaid_before(r"\bmy (?:\w{1,12} ){0,2}$", 40)
_SOCIAL = (
    r"\b(?:ssn|ss ?#|soc(?:ial)? ?sec(?:urity)?(?: (?:number|no|#))?|socials?(?! (?:work|skills|"
    r"anx|media|club|hour|event|phob|support|life)))"
)
_WORD = any_of("zero, oh, one, two, three, four, five, six, seven, eight, nine")
_WHOSE = any_of("his, her, their, the, a, (?:ct|client|pt|patient|vet|claimant|member|kid)'s")

SOCIAL_SECURITY = (
    Recognizer(
        Kind.SSN,
        pattern(r"(?<![\w.#/-])(?P<id>[0-9]{3}-[0-9]{2}-[0-9]{4})(?![\w-])"),
        0.9,
        "the shape of a social security number",
        (_assigned, unsaid_before(r"\b(?:my|isbn|ein|po|order|invoice)\b[^.]{0,12}$", 30)),
        needs=(digits(9), shaped(r"-[0-9]{2}-[0-9]")),
    ),
    Recognizer(
        Kind.SSN,
        pattern(r"(?<![\w.#/$-])(?P<id>[0-9]{3}[ .-][0-9]{2}[ .-][0-9]{4}|[0-9]{9})(?![\w-])"),
        0.85,
        "nine digits beside words for a social security number",
        (said_around(_SOCIAL, 60), _MINE),
        needs=(digits(9), shaped(r"[0-9][0-9][0-9 .-][0-9]{4}")),
    ),
    Recognizer(
        Kind.SSN,
        pattern(
            rf"\b(?:last (?:four|4)(?: digits)? (?:of|on|for) (?:{_WHOSE} )?(?:\w{{1,12}}'?s? )?"
            rf"(?:ss|ssn|ss#|social|soc)\b|{_SOCIAL}[^0-9]{{0,20}}(?:last (?:four|4)|ends|ending)"
            r"|(?:vet|client|ct|patient|pt|claimant|member)'s last (?:four|4)\b)"
            rf"[^0-9]{{0,80}}?(?P<id>\b[0-9]{{4}}\b(?![-/:%])|\b(?:{_WORD}[ -]){{3}}{_WORD}\b)"
        ),
        0.8,
        "four digits beside 'the last four' of a social security number",
        (no_year,),
        needs=(either(digits(4), said(_WORD)), holding("last four", "last 4", "ends", "ending")),
    ),
    Recognizer(
        Kind.SSN,
        pattern(
            rf"\b(?:nino|ni {SIGN}|national insurance(?: {SIGN})?){LINK}"
            r"(?P<id>[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d])\b"
        ),
        0.85,
        "a national insurance number",
        (_MINE,),
        needs=(digits(6), shaped(r"[0-9][0-9] ?[0-9]{2} ?[0-9]{2} ?[a-d]")),
    ),
    Recognizer(
        Kind.SSN,
        pattern(
            rf"\b(?:sin|social insurance(?: {SIGN})?){LINK}"
            r"(?P<id>[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3})\b"
        ),
        0.85,
        "a social insurance number",
        (lambda candidate: check_digits.luhn(candidate.digits), _MINE),
        needs=(digits(9), holding("sin", "social ins")),
    ),
    Recognizer(
        Kind.SSN,
        pattern(
            rf"\b(?:tfn|tax file (?:number|no)|itin){LINK}"
            r"(?P<id>[0-9]{3}[ -]?[0-9]{2,3}[ -]?[0-9]{3,4})\b"
        ),
        0.8,
        "a client's tax number",
        (_MINE,),
        needs=(digits(8), holding("tfn", "tax file", "itin")),
    ),
)

_AUTHORITY = any_of(
    "case, docket, cause, dcfs, dcf, cps, dcyf, cys, acs, dss, cyfd, ocs, inmate, "
    "booking, cdcr, prison(?:er)?, police report, incident report, probation"
)
_CHART = any_of("pt, patient, client, ct, chart, record, file, folder, hosp(?:ital)?")
_RECORD = (
    rf"(?:mrn|mr ?{SIGN}|med(?:ical)? rec(?:ord)?s?\b|{_CHART} ?(?:record|chart|id)? ?{SIGN}"
    rf"|{_AUTHORITY} ?(?:case|report)? ?{SIGN}|docket\b|nhs(?! (?:england|trust|wait|therap))|nhi)"
)
_COURT = r"(?-i:JV|CV|CR|DR|FM|JD|FA|JC|DP|PR|MH)"

RECORDS = (
    Recognizer(
        Kind.MRN,
        pattern(rf"\b{_RECORD}{LINK}(?P<id>{NUMBER})"),
        0.85,
        "digits beside words for a record or case number",
        (has_digits(4), no_year, OFFICE_MATTER),
        needs=(either(said(_RECORD), holding("mrn", "nhs", "nhi")),),
        checks_need=(digits(4),),
    ),
    Recognizer(
        Kind.MRN,
        pattern(
            rf"(?<![\w-])(?P<id>[0-9]{{2,4}}-{_COURT}-[0-9]{{3,7}}"
            rf"|{_COURT}-[0-9]{{2,4}}-[0-9]{{3,7}}(?:-[0-9]{{2}})?)(?![\w-])"
        ),
        0.8,
        "the shape of a court's case number",
        needs=(digits(5), written(r"-(?<=[A-Z]-)[0-9]{2}")),
    ),
    Recognizer(
        Kind.MRN,
        pattern(r"(?<![\w.-])(?P<id>[0-9]{3} [0-9]{3} [0-9]{4})(?![\w-])"),
        0.88,  # more than a telephone number of the same digits
        "an NHS number by its check digit",
        (lambda candidate: check_digits.nhs(candidate.digits), said_around(r"\bnhs\b", 40)),
        needs=(digits(10),),
        checks_need=(holding("nhs"),),
    ),
)

RECOGNIZERS = (*SOCIAL_SECURITY, *RECORDS)
