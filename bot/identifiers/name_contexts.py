"""Names that clinical talk around them gives to a client: family, care, age, treatment, papers.

Where a colleague is thanked, presents or supervises, a name beside such words is left alone. It
does not know the members of a group.
"""

from bot.identifiers import cues
from bot.identifiers.cue_words import first_words
from bot.identifiers.finding import Kind
from bot.identifiers.name_shapes import (
    CAPITAL,
    FULL,
    KIN,
    NO_COLLEAGUE,
    NO_WORK_OF,
    SMALL,
    SPOUSE_OR_CHILD,
    given,
    given_or_capital,
)
from bot.identifiers.needs import digits, holding, said, shaped, standing, written
from bot.identifiers.recognizer import (
    Recognizer,
    any_of,
    pattern,
    said_around,
    said_before,
)

_CARE = any_of(
    "intake, diagnosis, dx, meds, safety plan, relapse, affair, overdose, suicide, "
    "attempt, discharge, termination, trauma, abuse, disclosure, no-?show, parole, "
    "custody, iep"
)
_DID = any_of(
    "called, emailed, texted, wants, thinks, says, said, told, asked, found, left, won't, refuses, "
    "keeps, showed"
)
_PAPERS = any_of("auth, chart, records?, eval(?:uation)?, notes?, labs, referral, roi, superbill")
_TALK = any_of(
    "clients?, patients?, cts?, pts?, [0-9]{1,2} ?(?:yo|y/o), year[ -]old, bpd, ptsd, "
    "trauma, mdd, depress(?:ed|ion), anxiety, arfid, adhd, ocd, bipolar, suicidal, "
    "relapsed?, intake, auth, meds, dx, tx, diagnosed, session, cutting, eating disorder, "
    "panic, grief"
)
_TREATMENT = any_of(
    "been seeing, started seeing, session(?: [0-9]{1,3})? (?:with|w/), intake (?:with|w/), "
    "sess (?:with|w/), treating, safety plan(?:ning|ned)? (?:with|w/), my work with, discharged, "
    "terminat(?:ing|ed) (?:with|w/)"
)
_TELLS = any_of("said, says, told me, admitted, texted me")
_ALONE = any_of(
    "no[- ]?showed, relapsed, dissociated, decompensated, overdosed, od'?d, self-harmed, "
    "cut again, ghosted me, attempted suicide, disclosed, hosp'?d"
)
_STATE = "hospitali[sz]ed|suicidal|inpatient|sectioned"
_CLINICAL = rf"(?:{_ALONE}|(?:got|was) hospitali[sz]ed|is (?:suicidal|inpatient)|was sectioned)"
BORNE = (
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?P<id>{CAPITAL}|{SMALL}) {_TELLS}\b"
            r"[^.!?\n]{0,40}"
            r"\b(?:die|dying|kill|suicid|hurt (?:him|her)self|cutting|relaps|abus|rap(?:e|ing))"
        ),
        0.65,
        "a name beside words for what a client tells",
        (given,),
        needs=(
            standing(_TELLS),
            holding("die", "dying", "kill", "suicid", "hurt", "cutting", "relaps", "abus", "rap"),
        ),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{CAPITAL}|{SMALL})'s (?:{KIN}|{_CARE})\b"),
        0.65,
        "a name beside words for someone's family or care",
        (given, NO_COLLEAGUE),
        needs=(standing(rf"(?<='s )(?:{KIN}|{_CARE})\b"),),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{CAPITAL})'s (?:(?:{KIN}|{SPOUSE_OR_CHILD}) {_DID}|{_CARE})\b"),
        0.65,
        "a name beside words for someone's family or care",
        (given_or_capital, NO_COLLEAGUE),
        needs=(standing(rf"(?<='s )(?:{KIN}|{SPOUSE_OR_CHILD}|{_CARE})\b"),),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{FULL}|{SMALL}) {_CLINICAL}\b"),
        0.75,
        "a name beside words for what a client does",
        (given,),
        needs=(said(_ALONE, _STATE), standing(_CLINICAL)),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?P<id>{CAPITAL}(?: (?-i:[A-Z])\b\.?| {CAPITAL})?)"
            r"(?:, (?:1?[3-9]|[1-8][0-9])(?:[mf]\b|yo\b|y/o)?, "
            r"| \((?:1?[3-9]|[1-8][0-9])(?:[mf]|yo|y/o)?[),])"
        ),
        0.65,
        "a name beside an age",
        (given, cues.not_own_kin, NO_COLLEAGUE),
        needs=(digits(1), shaped(r"[,(] ?[0-9]")),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{_TREATMENT} (?P<id>{FULL}|{SMALL})"),
        0.7,
        "a name beside words for treatment",
        (given, NO_COLLEAGUE, NO_WORK_OF),
        begins=first_words(_TREATMENT),
    ),
)

PARTIAL = (
    Recognizer(
        Kind.NAME,
        pattern(rf"(?:, |\()(?P<id>{FULL})(?=[,.?!)]| (?:who|with|from|on|in|at|is|was|has)\b)"),
        0.7,
        "a name beside an age",
        (
            given,
            said_before(r"\b[0-9]{1,2}[ -]?(?:yo|y/?o|year[ -]old)\b", 100),
            NO_COLLEAGUE,
            cues.not_own_kin,
        ),
        needs=(written(r"[,(] ?[A-Z\u00c0-\u00de]"),),
        checks_need=(digits(1), said("yo|y/?o|year")),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?P<id>{CAPITAL} (?-i:[B-HJ-NP-Z]\b|[AO]\b(?=[.,?!)])))\.?(?! ?(?-i:[A-Z][a-z]))"
        ),
        0.65,
        "a given name and an initial in clinical talk",
        (given, said_around(rf"\b{_TALK}\b", 100), NO_COLLEAGUE, cues.not_own_kin),
        needs=(written(r"[A-HJ-Z](?<=\w .)\b"),),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{_PAPERS} (?:for|on|re|about) (?P<id>{FULL}|{SMALL})"),
        0.65,
        "a name beside words for a client's papers",
        (given, NO_COLLEAGUE, cues.not_own_kin),
        needs=(said("for|on|re|about"),),
        begins=first_words(_PAPERS),
    ),
)

RECOGNIZERS = (*BORNE, *PARTIAL)
