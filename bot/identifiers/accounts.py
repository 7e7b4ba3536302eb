"""Numbers of a client's health plan, bank and card, licence and passport.

It leaves alone payers' and providers' ids, procedure codes, and the writer's own cards and licence.
"""

from bot.identifiers import check_digits, cues
from bot.identifiers.cue_words import first_words
from bot.identifiers.finding import Kind
from bot.identifiers.needs import digits, holding, written
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    has_digits,
    pattern,
    said_around,
    unsaid_before,
)
from bot.identifiers.records import LINK, NUMBER, OFFICE_MATTER, SIGN, no_year

_PAYER = any_of(
    "aetna, cigna, bcbs, blue ?cross, anthem, uhc, united(?:healthcare)?, optum, "
    "magellan, humana, kaiser, tricare, beacon, carelon, premera, regence, molina, "
    "centene, ambetter, oscar, medicaid, medicare, medi-cal, medical assistance, "
    "masshealth, highmark, evernorth, wellcare, geha, ohip, bupa, medibank"
)
_INSURED = any_of(
    "member, subscriber, policy, policyholder, insurance, insurer, insured, ins, beneficiary, "
    "enrollee"
)
_MEMBER_ID = (
    rf"(?:{_INSURED}(?:'s)? ?{SIGN}|{_PAYER}(?: (?:member|subscriber|policy))? ?\(?"
    rf"(?:dbn\b|{SIGN})|dbn\b)"
)
# The letters of a Medicare number leave out those that look like digits.
_L = "[AC-HJKMNP-RT-Y]"
_LD = "[AC-HJKMNP-RT-Y0-9]"


def _member_number(candidate: Candidate) -> bool:
    """Five digits, or three with letters: a bare small number is rather a count."""
    letters = any(mark.isalpha() for mark in candidate.span)
    return len(candidate.digits) >= (3 if letters else 5)


PLANS = (
    Recognizer(
        Kind.PLAN,
        pattern(rf"\b{_MEMBER_ID}(?:[^0-9\n.?!]{{0,25}}(?:is|was|been) )?{LINK}(?P<id>{NUMBER})"),
        0.85,
        "a number beside words for a health plan's member",
        (_member_number, OFFICE_MATTER),
        checks_need=(digits(3),),
        begins=first_words(_MEMBER_ID),
    ),
    Recognizer(
        Kind.PLAN,
        pattern(
            rf"\b{_PAYER}(?: member)?:? (?P<id>(?=[a-z0-9 ]{{0,3}}[a-z])"
            r"[a-z0-9]{2,12}(?:[ -][0-9]{2,9}){0,3}(?: (?-i:[A-Z])\b)?)(?![\w/])"
        ),
        0.75,
        "letters and digits after the name of an insurer",
        (has_digits(8), OFFICE_MATTER),
        checks_need=(digits(8),),
        begins=first_words(_PAYER),
    ),
    Recognizer(
        Kind.PLAN,
        pattern(rf"\b(?P<id>(?-i:[1-9]{_L}{_LD}[0-9]-?{_L}{_LD}[0-9]-?{_L}{{2}}[0-9]{{2}}))\b"),
        0.85,
        "the shape of a Medicare number",
        needs=(digits(5), written(r"[1-9][A-Z][A-Z0-9][0-9]-?[A-Z]")),
    ),
)

_CARD = any_of("visa, mastercard, amex, discover, debit, credit, card, cc, autopay, payment")
_CARD_OR_ACCOUNT = any_of("card, visa, mastercard, amex, debit, hsa, fsa, account, acct")
_NOT_MY_CARD = cues.not_own("card, visa, mastercard, amex, account, acct, bank, iban, savings", 40)
_BANK = any_of("(?:bank )?(?:account|acct|acc), routing, checking, savings, iban, bsb, sort code")

ACCOUNTS = (
    Recognizer(
        Kind.ACCOUNT,
        pattern(
            r"(?<![\w.#/$-])(?P<id>[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}"
            r"|3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5})(?![\w-])"
        ),
        0.9,
        "a card number by its check digit",
        (lambda candidate: check_digits.luhn(candidate.digits), _NOT_MY_CARD),
        needs=(digits(15),),
    ),
    Recognizer(
        Kind.ACCOUNT,
        pattern(r"(?<![\w.#/$-])(?P<id>[3-6][0-9]{3}(?:[ -][0-9]{4}){3})(?![\w-])"),
        0.8,
        "the shape of a card number beside words for a card",
        (said_around(rf"\b{_CARD}\b"), _NOT_MY_CARD),
        needs=(digits(16),),
    ),
    Recognizer(
        Kind.ACCOUNT,
        pattern(rf"\b{_BANK}(?: (?:account|and acct))?{LINK}(?P<id>{NUMBER})"),
        0.8,
        "a number beside words for a bank account",
        (has_digits(6), _NOT_MY_CARD, OFFICE_MATTER),
        needs=(holding("acc", "routing", "checking", "savings", "iban", "bsb", "sort code"),),
        checks_need=(digits(6),),
    ),
    Recognizer(
        Kind.ACCOUNT,
        pattern(
            r"(?<![\w-])(?P<id>(?-i:[A-Z]{2})[0-9]{2}(?: ?(?-i:[A-Z0-9]{4})){2,7}"
            r"(?: ?(?-i:[A-Z0-9]{1,3}))?)(?![\w-])"
        ),
        0.9,
        "an international bank account number by its check digits",
        (lambda candidate: check_digits.iban(candidate.span.replace(" ", "")), _NOT_MY_CARD),
        needs=(digits(2), written(r"[A-Z][A-Z][0-9]{2} ?[A-Z0-9]{4}")),
    ),
)

_LICENCE = any_of(
    "licen[cs]e(?! (?:plate|board)), licen[cs]ure, driver'?s? lic, dl, passport, bar, "
    "green ?card, alien registration, registration, certificate, cert, permit, visa"
)
_MEMBERS = any_of(
    "my, our, your, ceu?, lmft, lmhc, lcsw, lpc, lpcc, amft, course, workshop, training, "
    "supervisor'?s?, dr"
)

LICENCES = (
    Recognizer(
        Kind.LICENSE,
        pattern(
            rf"\b(?:passport|driver'?s? licen[cs]e|green ?card|alien registration)(?: ?{SIGN})?"
            rf"{LINK}(?P<id>{NUMBER})"
        ),
        0.8,
        "a number beside words for a licence or passport",
        (has_digits(6), unsaid_before(rf"\b{_MEMBERS}\b[^.]{{0,25}}$", 40)),
        needs=(holding("passport", "driver", "green", "alien"),),
        checks_need=(digits(6),),
    ),
    Recognizer(
        Kind.LICENSE,
        pattern(rf"\b{_LICENCE}(?: ?{SIGN})?{LINK}(?P<id>{NUMBER})"),
        0.75,
        "a number beside words for a licence, certificate or passport",
        (
            has_digits(4),
            no_year,
            said_around(rf"{cues.PERSON}|\b(?:i see|treat(?:ing)? (?:an?|the))\b", 150),
            unsaid_before(rf"\b{_MEMBERS}\b[^.]{{0,25}}$", 40),
        ),
        needs=(
            holding(
                *("licen", "driver", "dl", "passport", "bar", "green", "alien", "registration"),
                *("cert", "permit", "visa"),
            ),
        ),
        checks_need=(digits(4),),
    ),
    Recognizer(
        Kind.LICENSE,
        pattern(
            r"\b(?:uscis|a-number|a number|alien) ?#?:? ?"
            r"(?P<id>a ?-?[0-9]{8,9}|a?[0-9]{3}[- ][0-9]{3}[- ][0-9]{3})\b"
        ),
        0.85,
        "an immigration number",
        needs=(digits(8), holding("uscis", "number", "alien")),
    ),
)

LAST_DIGITS = (
    Recognizer(
        Kind.ACCOUNT,
        pattern(
            rf"\b{_CARD_OR_ACCOUNT}\b(?: on file)?,? ?"
            r"(?:ending|ends|end)(?: in| with)? (?P<id>[0-9]{4})(?![\w/:-])"
        ),
        0.75,
        "the last four digits of a card or account",
        (unsaid_before(r"\b(?:my|our|practice|business|office)\b[^.]{0,30}$", 50),),
        needs=(digits(4), holding("end")),
        begins=first_words(_CARD_OR_ACCOUNT),
    ),
)

# Of findings that are alike the first counts: the last digits of a visa are rather a card's last.
RECOGNIZERS = (*PLANS, *ACCOUNTS, *LICENCES, *LAST_DIGITS)
