"""Telephone and fax numbers that may be a client's.

Crisis lines, toll-free lines, and numbers that the words beside them call a colleague's, an
organisation's or the writer's own are left alone. It does not know whether a number is in use.
"""

from bot.identifiers import cues
from bot.identifiers.finding import Kind
from bot.identifiers.needs import digits, holding, said, shaped
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    has_digits,
    pattern,
    said_before,
    unsaid_after,
    unsaid_before,
)

_TOLL_FREE = ("800", "833", "844", "855", "866", "877", "888", "900")
_REASON = "a telephone or fax number that may be a client's"
_START = r"(?<![0-9A-Za-z$.#/_-])"
_END = r"(?![0-9]|[-./][0-9])"
_IN_WORDS = any_of("zero, oh, one, two, three, four, five, six, seven, eight, nine")
_DIGIT_WORD = rf"(?:{_IN_WORDS}|[0-9])"


def _reaches_someone(candidate: Candidate) -> bool:
    """A number that a person may have: no toll-free line, and no area that begins with 0 or 1."""
    area = candidate.digits[-10:-7]
    return area[0] not in "01" and area not in _TOLL_FREE


def _mostly_words(candidate: Candidate) -> bool:
    return len(candidate.digits) * 3 < len(candidate.span.split())


_CALLING = any_of(
    "call, calls, called, calling, phone, tel, telephone, cell, mobile, texts?, texted, "
    "number, reach, reachable, fax, whatsapp, voicemail, vm, contact, ring, rang, sms"
)
_SOMEBODYS = (
    unsaid_before(rf"\b{cues.COLLEAGUE}\b"),
    cues.not_own("cell, mobile, phone, number, fax, line, office, practice, google voice", 40),
    unsaid_before(r"\b(?:call|text|reach|ring|page|contact|dm|ping|whatsapp) (?:me|us)\b", 40),
    unsaid_before(
        r"\b"
        + any_of(
            "npi, isbn, issn, doi, pmid, ein, tax id, taxonomy, claim, mtg, meeting id, invoice, "
            "ticket, confirmation, order, code, sku, tracking, version, id, mrn, nhs, nhi, chart, "
            "record, account, acct, serial, ser, sn, case"
        )
        + r"\b[^a-z]{0,12}(?:is |no\.? |number )?$",
        40,
    ),
    unsaid_after(r" ?(?:is|=) (?:my|our)\b"),
)

RECOGNIZERS = (
    Recognizer(
        Kind.PHONE,
        pattern(
            _START
            + r"(?P<id>(?:\+?1[-. ]?)?(?:\([0-9]{3}\) ?|[0-9]{3}[-. ])[0-9]{3}[-. ][0-9]{4}"
            + r"(?: ?(?:x|ext\.?) ?[0-9]{1,5})?)"
            + _END
        ),
        0.85,
        _REASON,
        (_reaches_someone, *_SOMEBODYS),
        needs=(digits(10), shaped(r"[0-9][0-9]{2}[-. ][0-9]{4}")),
    ),
    Recognizer(
        Kind.PHONE,
        pattern(rf"{_START}(?P<id>[2-9][0-9]{{9}}|[2-9][0-9]{{2}}[-.][0-9]{{4}}){_END}"),
        0.7,
        "digits beside words for calling or texting someone",
        (
            said_before(rf"\b{_CALLING}\b", 40),
            lambda candidate: candidate.digits[:3] not in _TOLL_FREE,
            *_SOMEBODYS,
        ),
        needs=(digits(7), shaped(r"[0-9][0-9]{2}[-.]?[0-9]{4}")),
        checks_need=(said(_CALLING),),
    ),
    Recognizer(
        Kind.PHONE,
        pattern(rf"(?<![\w+])(?P<id>\+[1-9][0-9]{{0,2}}(?:[ .-]?\(?[0-9]{{1,5}}\)?){{2,6}}){_END}"),
        0.8,
        _REASON,
        (has_digits(9, 15), *_SOMEBODYS),
        needs=(holding("+"),),
        checks_need=(digits(9),),
    ),
    Recognizer(
        Kind.PHONE,  # Britain, Australia and New Zealand: a leading 0, then groups
        pattern(
            _START
            + r"(?P<id>0[0-9]{4} ?[0-9]{6}|0[0-9]{4} [0-9]{3} [0-9]{3}|02[0-9] [0-9]{4} [0-9]{4}"
            + r"|0[0-9]{3} [0-9]{3} [0-9]{3,4}|\(0[2-8]\) ?[0-9]{4} [0-9]{4}"
            + r"|0[2-8] [0-9]{4} [0-9]{4}|02[0-9] [0-9]{3} [0-9]{3,4})"
            + _END
        ),
        0.75,
        _REASON,
        _SOMEBODYS,
        needs=(digits(9), shaped(r"0[0-9)]{1,4} ?[0-9]{3}")),
    ),
    Recognizer(
        Kind.PHONE,  # dictated
        pattern(rf"\b(?P<id>(?:{_DIGIT_WORD}[ ,-]{{1,2}}){{6,9}}{_DIGIT_WORD})\b"),
        0.75,
        "a number told digit by digit",
        (_mostly_words, *_SOMEBODYS),
        checks_need=(said(_IN_WORDS), shaped(rf"{_IN_WORDS}[ ,-]{{1,2}}{_IN_WORDS}")),
    ),
)
