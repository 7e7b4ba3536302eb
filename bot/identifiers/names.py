"""Names of clients and of those around them, where the words beside them say whose they are.

A name alone is left alone: it may be a colleague's, a theorist's, or a word. It does not know the
members of a group.
"""

from bot.identifiers import cues
from bot.identifiers.finding import Kind
from bot.identifiers.given_names import given_name
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    pattern,
    said_around,
    said_before,
    unsaid_after,
    unsaid_before,
)
from bot.identifiers.words import everyday, listed, theorist

# A capital and small letters, with more capitals within (McAdam, O'Shea, Nwosu-Grant).
_CAPITAL = (
    r"(?-i:[A-Z\u00c0-\u00de](?:[a-z\u00df-\u024f]|[A-Z](?=[a-z])|-(?=[A-Za-z])"
    r"|'(?=[A-Z])){1,20})\b"
)
_FULL = rf"(?:{_CAPITAL}(?: (?-i:[A-Z]\.? )?{_CAPITAL}){{0,2}}(?: (?-i:[A-Z])\b\.?)?)"
# In small letters only the given names of a list count, each with an initial at most.
_SMALL = r"(?:[a-z\u00df-\u024f][a-z\u00df-\u024f-]{1,19}\b(?: (?!i\b|a\b)[a-z]\b\.?)?)"


def _first(candidate: Candidate) -> str:
    return candidate.span.replace(",", " ").split()[0]


def _no_word(candidate: Candidate) -> bool:
    """No everyday word; a theorist's surname may be a client's too."""
    return not everyday(_first(candidate))


def _given(candidate: Candidate) -> bool:
    return given_name(_first(candidate))


def _given_or_capital(candidate: Candidate) -> bool:
    """A given name, or a capitalised word that is neither an everyday word nor a theorist."""
    first = _first(candidate)
    return given_name(first) or not (first.islower() or everyday(first) or theorist(first))


_NO_WORK_OF = unsaid_after(
    "(?:'s)? "
    + any_of(
        "theory, method, model, approach, protocol, inventory, scale, system, questionnaire, "
        "therapy, technique, style, books?, paper, article, training, systems"
    )
    + r"\b"
)
_NOT_MY_PEOPLE = cues.not_own_kin
_WHOSE = any_of(
    "my, our, the, this, that, a, an, new, ex, former, another, one, w/, with, for, re:?, "
    "saw, see, seeing, today"
)
_RELATIVE = any_of(
    "kid, teen, boy, girl, couple, son, daughter, husband, wife, boyfriend, girlfriend, "
    "fiancee?, partner, mom, mum, mother, dad, father, guy, man, woman, lady, sister, "
    "brother, stepdad, stepmom, stepfather, stepmother, grandma, grandmother, roommate, "
    "ex, twins, siblings"
)
_NAMED = any_of("'s name is, 's name was, s? named, s? called, s? name:, :? name[:=]")

CUED = (
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{_WHOSE}[- ]?(?:\w{{1,12}} ){{0,2}}{cues.CLIENT}(?:,|:| -)? (?P<id>{_FULL})"),
        0.85,
        "a name beside words for a client",
        (_no_word, _NO_WORK_OF),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{cues.CLIENT},? (?P<id>{_FULL}|{_SMALL})"),
        0.75,
        "a name beside words for a client",
        (_given, _NO_WORK_OF),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?:{cues.CLIENT}|{_RELATIVE}){_NAMED} [\"']?(?P<id>{_FULL}|{_SMALL})"),
        0.85,
        "a name where someone is named",
        (_given_or_capital, _NOT_MY_PEOPLE),
        ("name", "called"),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            r"\b(?:(?:his|their) (?:real |first |last |full )?name is"
            rf"|(?:the )?(?:boy|girl|kid|{cues.CLIENT}|husband|wife|couple) is|{cues.CLIENT} name) "
            rf"[\"']?(?P<id>{_FULL}|{_SMALL})"
        ),
        0.75,
        "a name where someone is named",
        (_given, _NOT_MY_PEOPLE),
        (" is ", " name "),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?:the|his|her|their|{cues.CLIENT}'s) (?:\w{{1,10}} )?{_RELATIVE}"
            rf"(?:,| \(|:)? ?(?<=[ (])(?P<id>{_CAPITAL}|{_SMALL})(?:,|\)| )"
        ),
        0.7,
        "a name beside words for someone in a client's life",
        (_given_or_capital, _NO_WORK_OF),
    ),
)

_TITLE = r"(?-i:Mr|Mrs|Ms|Miss|Mx|MR|MRS)\.?"
_PROFESSION = any_of(
    "attorney, lawyer, judge, principal, teacher, supervisor, dr, professor, colleague, "
    "thanks, thank you, hi, hello, dear, cc, presenter, speaker, counselor, investigator, "
    "detective, officer, representative, senator, president, nurse, practitioner, "
    "assistant, accountant, biller"
)
# How adjectives end that stand before a couple or a family: the Korean couple, a Catholic family.
_ADJECTIVE_ENDS = (
    "al", "an", "ed", "er", "ese", "ic", "im", "ing", "ish", "ist", "ive", "ous",
)  # fmt: skip


# Who everybody knows by title or as a family.
_FAMOUS = listed(
    """
    addams america brady bean clean congeniality dalloway darcy doubtfire freeze havisham hyde
    kardashian manners manson marple miyagi potato robinson rogers royal simpson spock universe
    """
)


def _titled_name(candidate: Candidate) -> bool:
    name = candidate.span.split()[1]
    return not everyday(name) and name.lower() not in _FAMOUS


def _family_name(candidate: Candidate) -> bool:
    name = candidate.span
    return not (everyday(name) or theorist(name) or name.lower() in _FAMOUS)


def _no_adjective(candidate: Candidate) -> bool:
    return not candidate.span.lower().endswith(_ADJECTIVE_ENDS)


TITLED = (
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{_TITLE} {_FULL})"),
        0.7,
        "a name with a title",
        (
            _titled_name,
            unsaid_before(rf"\b{_PROFESSION}\b", 50),
            unsaid_after(rf",? (?:my|our|the) {_PROFESSION}\b", 30),
        ),
        ("mr", "ms", "mx", "miss"),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\bthe (?P<id>{_CAPITAL}) (?:couple|family|twins|siblings|kids|boys|girls|brothers"
            r"|sisters|household|custody)\b"
            r"(?! (?:of|systems?|therap|method|institute|stud|model|law))"
        ),
        0.7,
        "a family's name",
        (_family_name, _no_adjective),
    ),
)

# Of whom members speak when they speak of a client; a colleague has a spouse and children too.
_KIN = any_of(
    "mom, mum, mother, mama, dad, father, stepdad, stepmom, stepfather, stepmother, parents, ex, "
    "foster (?:mom|dad|parents), bio (?:mom|dad), guardian, caseworker, probation officer, roommate"
)
_SPOUSE_OR_CHILD = any_of(
    "wife, husband, boyfriend, girlfriend, sister, brother, daughter, son, grandma, grandmother, "
    "teacher, psychiatrist"
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
_CLINICAL = any_of(
    "no[- ]?showed, relapsed, dissociated, decompensated, overdosed, od'?d, self-harmed, "
    "cut again, ghosted me, (?:got|was) hospitali[sz]ed, is suicidal, attempted suicide, "
    "disclosed, is inpatient, was sectioned, hosp'?d"
)
_NO_COLLEAGUE = unsaid_before(
    r"\b"
    + any_of(
        "thanks, thank you, congrats, congratulations, colleague, presenter, supervision, "
        "supervisor, consult(?:ation)?, peer, zoom, my own, training, workshop, group, dr, prof"
    )
    + r"\b|@",
    40,
)

BORNE = (
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{_CAPITAL}|{_SMALL})'s (?:{_KIN}|{_CARE})\b"),
        0.65,
        "a name beside words for someone's family or care",
        (_given, _NO_COLLEAGUE),
        ("'s ",),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{_CAPITAL})'s (?:(?:{_KIN}|{_SPOUSE_OR_CHILD}) {_DID}|{_CARE})\b"),
        0.65,
        "a name beside words for someone's family or care",
        (_given_or_capital, _NO_COLLEAGUE),
        ("'s ",),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{_FULL}|{_SMALL}) {_CLINICAL}\b"),
        0.75,
        "a name beside words for what a client does",
        (_given,),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?P<id>{_CAPITAL}(?: (?-i:[A-Z])\b\.?| {_CAPITAL})?)"
            r"(?:, (?:1?[3-9]|[1-8][0-9])(?:[mf]\b|yo\b|y/o)?, "
            r"| \((?:1?[3-9]|[1-8][0-9])(?:[mf]|yo|y/o)?[),])"
        ),
        0.65,
        "a name beside an age",
        (_given, _NOT_MY_PEOPLE, _NO_COLLEAGUE),
        ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            r"\b"
            + any_of(
                "been seeing, started seeing, session(?: [0-9]{1,3})? (?:with|w/), intake "
                "(?:with|w/), sess (?:with|w/), treating, safety plan(?:ning|ned)? (?:with|w/), my "
                "work with, discharged, terminat(?:ing|ed) (?:with|w/)"
            )
            + f" (?P<id>{_FULL}|{_SMALL})"
        ),
        0.7,
        "a name beside words for treatment",
        (_given, _NO_COLLEAGUE, _NO_WORK_OF),
    ),
)

PARTIAL = (
    Recognizer(
        Kind.NAME,
        pattern(rf"(?:, |\()(?P<id>{_FULL})(?=[,.?!)]| (?:who|with|from|on|in|at|is|was|has)\b)"),
        0.7,
        "a name beside an age",
        (
            _given,
            said_before(r"\b[0-9]{1,2}[ -]?(?:yo|y/?o|year[ -]old)\b", 100),
            _NO_COLLEAGUE,
            _NOT_MY_PEOPLE,
        ),
        ("yo", "y/o", "old"),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?P<id>{_CAPITAL} (?-i:[B-HJ-NP-Z]\b|[AO]\b(?=[.,?!)])))\.?(?! ?(?-i:[A-Z][a-z]))"
        ),
        0.65,
        "a given name and an initial in clinical talk",
        (_given, said_around(rf"\b{_TALK}\b", 100), _NO_COLLEAGUE, _NOT_MY_PEOPLE),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{_PAPERS} (?:for|on|re|about) (?P<id>{_FULL}|{_SMALL})"),
        0.65,
        "a name beside words for a client's papers",
        (_given, _NO_COLLEAGUE, _NOT_MY_PEOPLE),
        (" for ", " on ", " re ", " about "),
    ),
)

RECOGNIZERS = (*PARTIAL, *CUED, *TITLED, *BORNE)
