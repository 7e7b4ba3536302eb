"""Names and initials of clients and of those around them, where the words beside them say whose they are.

A name alone is left alone: it may be a colleague's, a theorist's, or a word. It does not know the members of a group.
"""

from bot.identifiers import cues
from bot.identifiers.finding import Kind
from bot.identifiers.given_names import given_name
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    pattern,
    said_before,
    unsaid_after,
    unsaid_before,
)
from bot.identifiers.words import THEORISTS, listed, ordinary

_CAPITAL = r"(?-i:[A-Z][a-z\u00c0-\u024f'-]{1,20})"
_FULL = rf"(?:{_CAPITAL}(?: (?-i:[A-Z]\.? )?{_CAPITAL}){{0,2}}(?: (?-i:[A-Z])\b\.?)?)"
_LOWER = r"[a-z\u00e0-\u024f'-]{2,20}"


def _first(candidate: Candidate) -> str:
    return candidate.span.replace(",", " ").split()[0]


def _capital_name(candidate: Candidate) -> bool:
    """A capitalised word that is neither an everyday word nor a label."""
    return not ordinary(_first(candidate))


def _given(candidate: Candidate) -> bool:
    return given_name(_first(candidate)) and not ordinary(_first(candidate))


def _no_theorist(candidate: Candidate) -> bool:
    return _first(candidate).lower().removesuffix("'s") not in THEORISTS


_WHOSE = (
    r"(?:my|our|the|this|that|a|an|new|ex|former|another|one|w/|with|for|re:?|saw|see|seeing|"
    r"today)(?:-| )?(?:\w{1,12} ){0,2}"
)
_NAMED = r"(?:'s name is|'s name was|s? named|s? called|s? name:| name is|:? name[:=])"
_NOT_AUTHOR = unsaid_after(
    r"(?:'s)? (?:theory|method|model|approach|protocol|inventory|scale|questionnaire|"
    r"therapy|technique|way|style|book|paper)\b",
    20,
)

CLIENTS = (
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{_WHOSE}{cues.CLIENT}(?:,|:| -)? (?P<id>{_FULL})"),
        0.85,
        "a name beside words for a client",
        (_capital_name, _NOT_AUTHOR),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            r"(?<![\w-])(?-i:(?:[Cc]lient|[Pp]atient|ct|clt|pt|Ct|Pt|CT|"
            rf"PT)) (?P<id>{_FULL})(?=[ ,.'(])"
        ),
        0.7,
        "a name beside words for a client",
        (_given, _NOT_AUTHOR),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{cues.CLIENT},? (?P<id>{_LOWER}(?: [a-z]\b\.?)?)"),
        0.75,
        "a name beside words for a client",
        (_given,),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?:{cues.CLIENT}|kid|teen|boy|girl|couple|son|daughter|husband|wife|"
            r"boyfriend|girlfriend|mom|mother|dad|father|guy|man|woman|sister|brother|"
            rf"stepdad|stepmom)(?:'s)?{_NAMED} [\"']?(?P<id>{_FULL}|{_LOWER})"
        ),
        0.85,
        "a name where someone is named",
        (_capital_name, unsaid_before(cues.OWN, 30), unsaid_before(r"\b(?:my|our)\s$", 5)),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            r"\b(?:(?:his|her|their) (?:real |first |last |full )?name is|(?:the )?(?:boy|"
            rf"girl|kid|client|patient|husband|wife|couple) is) [\"']?(?P<id>{_FULL}|"
            rf"{_LOWER})"
        ),
        0.75,
        "a name where someone is named",
        (_given,),
    ),
)

_TITLE = r"(?-i:Mr|Mrs|Ms|Miss|Mx|MR|MRS)\.?"
_TITLED_COLLEAGUE = unsaid_before(
    r"\b(?:attorney|lawyer|judge|principal|teacher|supervisor|dr|professor|colleague|thanks|"
    r"thank you|hi|hello|dear|cc|presenter|speaker|counselor|investigator|detective|officer|"
    r"representative|senator|president)\b",
    50,
)

TITLES = (
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{_TITLE} {_FULL})"),
        0.7,
        "a name with a title",
        (
            lambda candidate: not ordinary(candidate.span.split()[1]),
            _TITLED_COLLEAGUE,
            unsaid_after(
                r"(?:'s)? (?:neighborhood|method|will see you)|,? (?:my|our|"
                r"the) (?:attorney|lawyer|supervisor|colleague|assistant|accountant|"
                r"biller)\b",
                30,
            ),
        ),
        "M",
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\bthe (?P<id>{_CAPITAL}(?:-{_CAPITAL})?) (?:couple|family|twins|siblings|kids|"
            r"boys|girls|brothers|sisters|household|custody|packet|file|chart|records)\b"
        ),
        0.7,
        "a family's name",
        (
            _capital_name,
            lambda candidate: (
                not candidate.span.lower().endswith(
                    (
                        "an",
                        "ish",
                        "ese",
                        "ic",
                        "ist",
                        "ical",
                        "al",
                        "ed",
                        "ing",
                        "ive",
                        "er",
                        "ish",
                        "ous",
                        "im",
                    )
                )
            ),
            unsaid_after(
                r" (?:systems?|therap\w{1,5}|method|institute|studies|study|model|law)\b", 20
            ),
        ),
    ),
)

_KIN = (
    r"(?:mom|mum|mother|mama|dad|father|stepdad|stepmom|stepfather|stepmother|parents|wife|"
    r"husband|ex|boyfriend|girlfriend|sister|brother|daughter|son|grandma|grandmother|"
    r"foster (?:mom|dad|parents)|bio (?:mom|dad)|guardian|caseworker|probation officer|"
    r"psychiatrist|roommate|teacher|school|intake|diagnosis|dx|meds|safety plan|relapse|"
    r"affair|"
    r"overdose|suicide|attempt|discharge|termination|trauma|abuse|disclosure|no-?show|"
    r"parole|custody|iep)"
)

BEARERS = (
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{_CAPITAL})'s {_KIN}\b"),
        0.65,
        "a name beside words for someone's family or care",
        (
            _given,
            unsaid_before(
                r"\b(?:thanks|thank you|congrats|congratulations|colleague|presenter)\b|"
                r"\bfor (?:\w{1,10} ){0,2}$|@",
                40,
            ),
        ),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?P<id>{_CAPITAL})'s {_KIN} (?:called|emailed|texted|wants|thinks|says|said|"
            r"told|asked|found|died|left|is|was|has|won't|refuses|keeps|showed)\b"
        ),
        0.65,
        "a name beside words for someone's family",
        (_capital_name,),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?P<id>{_LOWER})'s {_KIN}\b"),
        0.62,
        "a name beside words for someone's family or care",
        (_given, _no_theorist),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?P<id>{_FULL}|{_LOWER}) (?:no[- ]?showed|no show again|relapsed|"
            r"dissociated|decompensated|overdosed|od'?d|self-harmed|cut again|ghosted me|"
            r"got hospitali[sz]ed|is suicidal|was hospitali[sz]ed|attempted suicide|"
            r"disclosed|is inpatient|got 5150'?d|was sectioned|hosp'd)\b"
        ),
        0.75,
        "a name beside words for what a client does",
        (_given,),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b(?P<id>{_CAPITAL}(?: (?-i:[A-Z])\b\.?| {_CAPITAL})?)(?:,? \(?|, )(?:1?[3-9]|"
            r"[1-8][0-9])(?:[mf]\b|yo\b|y/o)?(?:\)|,) "
        ),
        0.65,
        "a name beside an age",
        (_given, unsaid_before(r"\b(?:my|our) (?:\w{1,12} ){0,2}$", 30)),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            r"\b(?:been seeing|session (?:with|w/)|intake (?:with|w/)|sess (?:with|w/)|"
            r"treating|safety plan(?:ning|ned)? (?:with|w/)|my work with|discharged|"
            rf"terminat(?:ing|ed) (?:with|w/)) (?P<id>{_FULL}|{_LOWER})"
        ),
        0.7,
        "a name beside words for treatment",
        (
            _given,
            unsaid_before(
                r"\b(?:supervision|consult(?:ation)?|peer|zoom|my own|training|group)\b", 40
            ),
        ),
    ),
)

_SHORTHAND = listed(
    """
    a.a. a.d. a.d.h.d. a.i. a.k.a. a.m. a.s.a.p. b.a. b.b.c. b.c. b.i.d. b.p.d. b.s. c.c. c.e.
    c.v. d.c. d.i.y. d.j. d.o. d.o.b. d.v. e.g. e.r. f.b.i. f.m. f.y.i. h.i. h.i.v. h.r. i.c.
    i.d. i.e. i.q. i.v. j.d. l.a. l.l.c. m.a. m.d. m.o. m.s. n.a. n.b. n.c. n.d. n.h. n.i. n.j.
    n.m. n.p. n.p.d. n.y. o.c.d. o.d. o.t. p.c. p.m. p.o. p.r.n. p.s. p.t. p.t.s.d. ph.d. q.a.
    q.d. q.i.d. r.i. r.i.p. r.n. r.s.v.p. s.c. s.d. s.i. s.o.s. s.u.d. t.b.a. t.b.d. t.i.d. t.v.
    u.k. u.n. u.s. v.a. v.i.p. w.h.o. w.v. x.x. y.o.
    """
)


def _no_shorthand(candidate: Candidate) -> bool:
    return candidate.span.lower().replace("-", "") not in _SHORTHAND


_SIGNS = (
    r"(?:no[- ]?showed|relapsed|dissociated|dc'?d|d/c'?d|is back|again|cancelled|ghosted|"
    r"threatened|overdosed|disclosed|said|says|told|came|was|wants|wrote|cried|asked|drew|"
    r"deceased|"
    r"transferred|lies|sent|texted|called)"
)
_ACRONYM = listed(
    """
    aa aca act add adhd ai am apa aps asap asd bp bpd btw cbt ce ceu cl cps cpt ct cv dad dbt dc
    dcf did do dsm dss dv dx eap ed ehr ein emdr emr eob er erp eu ex fba fsa fyi gad he hers hi
    hipaa his hmo hoa hr hsa hx ibs icd icu id iep ifs imo inn iop ipv iq it its la lcsw llc
    lmft lmhc lol lpc md mdd mi mom my na nasw no np npi ny ocd odd ok omg oon or ot pa pc phi
    php pllc pm poc ppo pt ptsd rn roi rx sad si sib so ssdi ssi sti sud sx tbh tv tx uk un us
    va yes
    """
)


def _no_acronym(candidate: Candidate) -> bool:
    return candidate.span.lower().rstrip(".") not in _ACRONYM


INITIALS = (
    Recognizer(
        Kind.INITIALS,
        pattern(
            r"(?<![\w.@/-])(?P<id>(?-i:[A-Z]\.(?:[- ]?[A-Z]\.){1,2}))(?![\w.@-])(?! "
            r"(?-i:[A-Z][a-z]{2,}))(?!,? \(?(?:19|20)[0-9]{2})"
        ),
        0.7,
        "initials that may stand for a client",
        (
            _no_shorthand,
            unsaid_before(
                r"(?-i:[A-Z][a-z]{2,}), $|\b(?:dr|prof|ed|eds|trans|&|my|colleague|"
                r"supervisor)\.? $",
                30,
            ),
        ),
        ".",
    ),
    Recognizer(
        Kind.INITIALS,
        pattern(rf"\b{cues.CLIENT},? (?P<id>(?-i:[A-Z]{{2,3}}))(?![\w-])"),
        0.75,
        "initials beside words for a client",
        (
            _no_acronym,
            said_before(rf"(?-i:[a-z]{{1,3}}) $|\b(?:{cues.CLIENT}),? $", 20),
            unsaid_after(
                r" (?:code|codes|license|board|state|medicaid|law|therapist|group|program|"
                r"resident)\b",
                20,
            ),
        ),
    ),
    Recognizer(
        Kind.INITIALS,
        pattern(
            r"(?:^|[.!?\n] {0,2}|\bsaw |\bsession (?:with|w/) |"
            r"\bre:? )(?P<id>(?-i:[A-Z]{2,3})) (?:no[- ]?showed|relapsed|dissociated|"
            r"dc'?d|d/c'?d|overdosed|disclosed|cancelled again|ghosted|threatened|again\b|"
            r"came in|was tearful|decompensated|transferred out)"
        ),
        0.7,
        "initials beside words for what a client does",
        (_no_acronym,),
    ),
    Recognizer(
        Kind.INITIALS,
        pattern(rf"\b(?P<id>{_TITLE} (?-i:[A-WYZ])\b)(?![.'-]?\w)"),
        0.65,
        "a title and an initial",
        needs="M",
    ),
)

RECOGNIZERS = (*CLIENTS, *TITLES, *BEARERS, *INITIALS)
