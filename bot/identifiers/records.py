"""Numbers by which an office knows a client: social security, record, plan, account, licence.

All but the few shapes that are unmistakable need a word for the number beside them. It leaves alone the codes, fees and ids of the
writer's own practice.
"""

import re

from bot.identifiers import check_digits, cues
from bot.identifiers.finding import Kind
from bot.identifiers.recognizer import (
    Candidate,
    Check,
    Recognizer,
    pattern,
    said_around,
    unsaid_before,
)

_DIGITS = "0123456789"
# A number as offices write it: runs of letters and digits, joined by hyphens, or by blanks where digits follow.
NUMBER = (
    r"[a-z]{0,4}[-. ]?[0-9][a-z0-9]{0,17}(?:[-./][a-z0-9]{1,12}){0,4}(?: (?:[0-9]{2,12}|"
    r"[0-9]{1,4}-[0-9]{1,6})(?![\w/:%])){0,4}(?:(?-i: [A-Z])(?![\w.']))?"
)
# What stands between the word for a number and the number.
_LINK = r"(?: (?:is|was|ending|number|no|num|id)\b|\.|:|=|#|,|\(|\"|'| |-){0,6}"


def has_digits(least: int) -> Check:
    """Holds for a span with at least so many digits."""
    return lambda candidate: len(candidate.digits) >= least


def _no_year(candidate: Candidate) -> bool:
    return not re.fullmatch(r"(?:19|20)[0-9]{2}", candidate.digits)


def _assigned(candidate: Candidate) -> bool:
    """A social security number of an area, group and serial that are given out."""
    area, group, serial = candidate.digits[:3], candidate.digits[3:5], candidate.digits[5:]
    return area not in {"000", "666"} and area[0] != "9" and group != "00" and serial != "0000"


_OWN = unsaid_before(cues.OWN, 30)
_MINE = unsaid_before(r"\bmy (?:\w{1,12} ){0,2}$", 40)
_SOCIAL = (
    r"\b(?:ssn|ss ?#|soc(?:ial)? ?sec(?:urity)?(?: (?:number|no|#))?|socials?(?! (?:work|skills|"
    r"anx|media|club|hour|event|phob|support|life))\b)"
)
_FOUR_WORDS = (
    r"(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)[ -]){3}(?:zero|oh|one|two|"
    r"three|four|five|six|seven|eight|nine)"
)

SOCIAL_SECURITY = (
    Recognizer(
        Kind.SSN,
        pattern(r"(?<![\w.#/-])(?P<id>[0-9]{3}-[0-9]{2}-[0-9]{4})(?![\w-])"),
        0.9,
        "the shape of a social security number",
        (_assigned, unsaid_before(r"\b(?:my|isbn|ein|po|order|invoice)\b[^.]{0,12}$", 30)),
        "-",
    ),
    Recognizer(
        Kind.SSN,
        pattern(r"(?<![\w.#/$-])(?P<id>[0-9]{3}[ .][0-9]{2}[ .][0-9]{4}|[0-9]{9})(?![\w-])"),
        0.85,
        "nine digits beside words for a social security number",
        (_assigned, said_around(_SOCIAL, 60)),
        _DIGITS,
    ),
    Recognizer(
        Kind.SSN,
        pattern(
            r"\b(?:last (?:four|4)(?: digits)? (?:of|on|for) (?:his|her|their|the|a|ct's|"
            r"client's|pt's|patient's)?\s?"
            rf"(?:\w{{1,12}}'?s? )?(?:ss|ssn|ss#|social|soc)\b"
            rf"|{_SOCIAL}[^0-9]{{0,20}}(?:last (?:four|4)|ends|ending)|(?:vet|client|ct|"
            r"patient|pt|claimant|member)'s last (?:four|4)\b)"
            rf"[^0-9]{{0,80}}?(?P<id>\b[0-9]{{4}}\b(?![-/:%])|\b{_FOUR_WORDS}\b)"
        ),
        0.8,
        "four digits beside 'the last four' of a social security number",
        (_no_year,),
    ),
    Recognizer(
        Kind.SSN,
        pattern(
            r"\b(?:nino|ni (?:number|no|#)|national insurance(?: (?:number|no))?)"
            + _LINK
            + r"(?P<id>[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d])\b"
        ),
        0.85,
        "a national insurance number",
        (_MINE,),
        _DIGITS,
    ),
    Recognizer(
        Kind.SSN,
        pattern(
            r"\b(?:sin|social insurance(?: (?:number|no))?)"
            + _LINK
            + r"(?P<id>[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3})\b"
        ),
        0.85,
        "a social insurance number",
        (lambda candidate: check_digits.luhn(candidate.digits), _MINE),
        _DIGITS,
    ),
    Recognizer(
        Kind.SSN,
        pattern(
            r"\b(?:tfn|tax file (?:number|no)|itin)"
            + _LINK
            + r"(?P<id>[0-9]{3}[ -]?[0-9]{2,3}[ -]?[0-9]{3,4})\b"
        ),
        0.8,
        "a client's tax number",
        (_MINE,),
        _DIGITS,
    ),
)

_COURT = (
    r"(?:case|docket|cause|dcfs|dcf|cps|dcyf|cys|acs|dss|cyfd|ocs|inmate|booking|cdcr|"
    r"prison(?:er)?|police report|incident report|probation)"
)
_RECORD = (
    r"(?:mrn|mr ?(?:#|no\b|number\b)|med(?:ical)? rec(?:ord)?s?\b|(?:pt|patient|client|ct|"
    r"chart|record|file|folder|hosp(?:ital)?|hospital) ?"
    rf"(?:record|chart|id)? ?(?:#|no\b|number\b|num\b|id\b)|{_COURT} ?(?:case|report)? ?(?:#|"
    r"no\b|number\b|num\b|id\b)|docket\b|"
    r"nhs(?! england| trust| waiting| therap)|nhi)"
)
_OFFICE_MATTER = unsaid_before(
    r"\b(?:my|our|support|help ?desk|tech|ticket|course|payer|provider|npi|tax|claim|"
    r"wait(?:ing)? ?list|ceu?|invoice|order)\b[^.]{0,12}$",
    40,
)

RECORDS = (
    Recognizer(
        Kind.MRN,
        pattern(rf"\b{_RECORD}{_LINK}(?P<id>{NUMBER})(?!%)"),
        0.85,
        "digits beside words for a record or case number",
        (has_digits(4), _no_year, _OFFICE_MATTER),
        _DIGITS,
    ),
    Recognizer(
        Kind.MRN,
        pattern(
            r"(?<![\w-])(?P<id>[0-9]{2,4}-(?-i:JV|CV|CR|DR|FM|JD|FA|JC|DP|PR|MH)-[0-9]{3,7}|"
            r"(?-i:JV|CV|CR|DR|FM|JD|FA|JC|DP|PR|"
            r"MH)-[0-9]{2,4}-[0-9]{3,7}(?:-[0-9]{2})?)(?![\w-])"
        ),
        0.8,
        "the shape of a court's case number",
        needs="-",
    ),
    Recognizer(
        Kind.MRN,
        pattern(r"(?<![\w.-])(?P<id>[0-9]{3} [0-9]{3} [0-9]{4})(?![\w-])"),
        0.8,
        "an NHS number",
        (lambda candidate: check_digits.nhs(candidate.digits), said_around(r"\bnhs\b", 40)),
        _DIGITS,
    ),
)

_PAYER = (
    r"(?:aetna|cigna|bcbs|blue ?cross|anthem|uhc|united(?:healthcare)?|optum|magellan|"
    r"humana|kaiser|tricare|beacon|carelon|premera|regence|molina|"
    r"centene|ambetter|oscar|medicaid|medicare|medi-cal|medical assistance|masshealth|"
    r"highmark|evernorth|wellcare|geha|ohip|bupa|medibank|masshealth)"
)
_PLAN_WORD = (
    r"(?:(?:member|subscriber|policy|policyholder|insurance|insured|ins|beneficiary|dbn|"
    r"enrollee)(?:'s)?)"
)

PLANS = (
    Recognizer(
        Kind.PLAN,
        pattern(
            rf"\b(?:{_PLAN_WORD} ?(?:(?:id|#|no|number|num)\b|#)|{_PAYER}(?: (?:member|"
            r"subscriber|policy))? ?(?:(?:id|number|no|dbn)\b|#)|dbn\b)"
            rf"(?:[^0-9\n.?!]{{0,25}}(?:is|was|been) )?{_LINK}(?P<id>{NUMBER})(?!%)"
        ),
        0.85,
        "a number beside words for a health plan's member",
        (has_digits(5), _OFFICE_MATTER, unsaid_before(r"\bpayer\b", 20)),
        _DIGITS,
    ),
    Recognizer(
        Kind.PLAN,
        pattern(
            rf"\b{_PAYER}:? (?P<id>(?=[a-z0-9 ]{{0,3}}[a-z])[a-z0-9]{{2,12}}(?:[ "
            r"-][0-9]{2,9}){0,3}(?: (?-i:[A-Z])\b)?)(?![\w/])"
        ),
        0.75,
        "letters and digits after the name of an insurer",
        (has_digits(8), _OFFICE_MATTER),
        _DIGITS,
    ),
    Recognizer(
        Kind.PLAN,
        pattern(
            r"\b(?P<id>(?-i:[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]-?[AC-HJKMNP-RT-Y]{2}[0-9]{2})"
            r")\b"
        ),
        0.85,
        "the shape of a Medicare number",
        needs=_DIGITS,
    ),
)

_CARD = r"\b(?:visa|mastercard|amex|discover|debit|credit|card|cc|autopay|payment)\b"

ACCOUNTS = (
    Recognizer(
        Kind.ACCOUNT,
        pattern(
            r"(?<![\w.#/$-])(?P<id>[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}|"
            r"3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5})(?![\w-])"
        ),
        0.9,
        "a card number by its check digit",
        (lambda candidate: check_digits.luhn(candidate.digits), _OWN),
        _DIGITS,
    ),
    Recognizer(
        Kind.ACCOUNT,
        pattern(r"(?<![\w.#/$-])(?P<id>[3-6][0-9]{3}(?:[ -][0-9]{4}){3})(?![\w-])"),
        0.8,
        "the shape of a card number beside words for a card",
        (said_around(_CARD), _OWN),
        _DIGITS,
    ),
    Recognizer(
        Kind.ACCOUNT,
        pattern(
            r"\b(?:card|visa|mastercard|amex|debit|hsa|fsa|account|"
            r"acct)\b(?: on file)?,? ?(?:ending|ends|end)(?: in|"
            r" with)? (?P<id>[0-9]{4})(?![\w/:-])"
        ),
        0.75,
        "the last four digits of a card or account",
        (
            unsaid_before(r"\b(?:my|our|practice|business|office)\b[^.]{0,15}$", 30),
            unsaid_before(r"\bmy\b (?:\w{1,12} )?(?:card|visa|account)?$", 25),
        ),
        _DIGITS,
    ),
    Recognizer(
        Kind.ACCOUNT,
        pattern(
            r"\b(?:(?:bank )?(?:account|acct|acc)|routing|checking|savings|iban|bsb|"
            rf"sort code)(?: (?:account|and acct))?{_LINK}(?P<id>{NUMBER})(?!%)"
        ),
        0.8,
        "a number beside words for a bank account",
        (has_digits(6), _OWN, _OFFICE_MATTER),
        _DIGITS,
    ),
    Recognizer(
        Kind.ACCOUNT,
        pattern(
            r"(?<![\w-])(?P<id>(?-i:[A-Z]{2})[0-9]{2}(?: ?(?-i:[A-Z0-9]{4})){2,7}(?: "
            r"?(?-i:[A-Z0-9]{1,3}))?)(?![\w-])"
        ),
        0.9,
        "an international bank account number by its check digits",
        (lambda candidate: check_digits.iban(candidate.span.replace(" ", "").upper()), _OWN),
        _DIGITS,
    ),
)

_LICENCE = (
    r"(?:licen[cs]e(?! (?:plate|board))|licen[cs]ure|driver'?s? lic|dl|passport|bar|green ?card|"
    r"alien registration|registration|certificate|cert|permit|visa)"
)

LICENCES = (
    Recognizer(
        Kind.LICENSE,
        pattern(
            rf"\b{_LICENCE}(?:(?: ?(?:#|no\b|number\b|num\b|id\b))?{_LINK})(?P<id>{NUMBER})(?!%)"
        ),
        0.75,
        "a number beside words for a licence, certificate or passport",
        (
            has_digits(4),
            _no_year,
            said_around(rf"\b{cues.PERSON}\b|\b(?:i see|treat(?:ing)? (?:an?|the))\b", 150),
            unsaid_before(
                r"\b(?:my|our|ceu?|lmft|lmhc|lcsw|lpc|amft|lpcc|course|workshop|training|"
                r"your|supervisor'?s?|dr)\b[^.]{0,25}$",
                40,
            ),
        ),
        _DIGITS,
    ),
    Recognizer(
        Kind.LICENSE,
        pattern(
            r"\b(?:uscis|a-number|a number|alien) ?#?:? ?(?P<id>a ?-?[0-9]{8,9}|"
            r"a?[0-9]{3}[- ][0-9]{3}[- ][0-9]{3})\b"
        ),
        0.85,
        "an immigration number",
        needs=_DIGITS,
    ),
)

RECOGNIZERS = (*SOCIAL_SECURITY, *RECORDS, *PLANS, *ACCOUNTS, *LICENCES)
