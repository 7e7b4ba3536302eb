"""Places smaller than a state tied to a client: address, postal code, town, school, employer.

States, countries and kinds of employer are no places here, and neither is where the group or the
writer meets, works or lives.
"""

from bot.identifiers import cues
from bot.identifiers.cue_words import first_words
from bot.identifiers.finding import Kind
from bot.identifiers.needs import (
    CAPITAL_WITHIN,
    digits,
    either,
    holding,
    said,
    shaped,
    standing,
    written,
)
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    pattern,
    said_around,
    unsaid_after,
    unsaid_before,
)
from bot.identifiers.words import WIDE_PLACES, everyday, listed, theorist

_WAY = any_of(
    "street, avenue, boulevard, lane, road, court, terrace, parkway, crescent, ave, blvd, "
    "ln, rd, st"
)
_STREET = rf"(?:{_WAY}|drive|circle|place|highway|dr|ct|ter|cir|pl|pkwy|hwy)"
_AT_HOME = any_of(
    "lives? (?:at|on), living at, address(?: is|:)?, house(?: at)?, apartment at, home at, "
    "(?:wellness|welfare) check, sen[dt] (?:police|cops|them) to, staying at, residing at"
)
_UNIT = r"(?:,? (?:apt|apartment|unit|#|no\.?)\.? ?[0-9a-z]{1,5}\b)?"
_CLIENT_NEAR = said_around(cues.PERSON, 160)
_NOT_WHERE_WE_MEET = unsaid_before(
    r"\b"
    + any_of(
        "office, suite, practice, meets?, meeting, venue, parking, park, retreat, workshop, "
        "conference, clinic, lunch, dinner, coffee, hosting, host, agency, sublet, for rent, "
        "address for, mail (?:it|them|checks?) to"
    )
    + r"\b"
    + r"|\b(?:my|our) (?:\w{1,12} ){0,2}(?:place|house|home|address)\b"
)

STREETS = (
    Recognizer(
        Kind.PLACE,
        pattern(
            r"(?<![\w.$/-])(?P<id>[0-9]{1,5}[a-z]?,? (?:(?:[nsew]|north|south|east|west)\.? )?"
            r"(?:(?-i:[A-Z][\w'-]{1,20}|[0-9]{1,3}(?:st|nd|rd|th)) ){1,3}"
            rf"{_STREET}\b\.?{_UNIT})"
        ),
        0.8,
        "a street address",
        (_NOT_WHERE_WE_MEET,),
        needs=(digits(1), said(_STREET), shaped(r"[0-9][a-z]?,? ")),
    ),
    Recognizer(
        Kind.PLACE,
        pattern(
            rf"\b{_AT_HOME}"
            r"(?:[^0-9.\n]{0,25} )?(?P<id>(?:[0-9]{1,5}|[a-z]{3,9}(?: [a-z]{3,9})?)"
            rf" (?:[a-z'-]{{2,20}} ){{1,3}}?{_WAY}\b{_UNIT})"
        ),
        0.7,
        "a street address",
        (
            _NOT_WHERE_WE_MEET,
            said_around(rf"{cues.PERSON}|\b(?:wellness|welfare) check\b", 160),
        ),
        needs=(said(_WAY), either(said(_AT_HOME), holding("address", "house"))),
    ),
)

_CODE = (
    r"[0-9]{5}(?:-[0-9]{4})?|[a-z]{1,2}[0-9][a-z0-9]? ?[0-9][a-z]{2}"
    r"|[a-z][0-9][a-z] ?[0-9][a-z][0-9]"
)
_LIVING = any_of(
    "lives?, living, grew up, from, moved, moving, resides?, residing, based, family, around"
)
_POSTAL_CODE = "(?:zip(?: ?code)?|postal code|post ?code)"
# Five digits that are codes of procedures in therapy and testing.
_PROCEDURE = r"(?!90[78][0-9]{2}|96[01][0-9]{2}|99[0-9]{3})"

CODES = (
    Recognizer(
        Kind.PLACE,
        pattern(
            rf"\b{_POSTAL_CODE}(?: is| was|[:=,]| of)? "
            rf"(?P<id>{_CODE})\b"
        ),
        0.75,
        "a postal code",
        (_NOT_WHERE_WE_MEET, cues.not_own("zip, zip ?code, post ?code, postal code")),
        needs=(digits(1),),
        begins=first_words(_POSTAL_CODE),
    ),
    Recognizer(
        Kind.PLACE,
        pattern(
            rf"\b{_LIVING}(?: back)?(?: in| around| near| to| from)? "
            rf"(?P<id>{_PROCEDURE}(?![0-9]{{2}}000)[0-9]{{5}})(?![0-9,.-]?[0-9]|\w)"
            r"(?! (?:miles|dollars|people|words|steps|to|in|of)\b)"
        ),
        0.65,
        "a postal code beside words for where a client lives",
        (_NOT_WHERE_WE_MEET, _CLIENT_NEAR, unsaid_before(cues.WRITER + r"[^.]{0,20}$", 40)),
        needs=(digits(5), shaped(r"[0-9][0-9]{4}")),
        begins=first_words(_LIVING),
    ),
)

# Capitalised words, with small words only between them; one in capitals throughout is a programme.
_WORD = r"(?-i:[A-Z\u00c0-\u00de](?=[\w'-]{0,19}[a-z\u00df-\u024f])[\w'-]{1,20})"
_PROPER = rf"(?:(?-i:St|Mt|Ft)\.? )?{_WORD}(?:(?: (?:of|the|and|&|at|on|de|la))? {_WORD}){{0,4}}"
_SCHOOL = (
    "(?-i:"
    + any_of(
        "High(?: School)?, Middle(?: School)?, Elementary(?: School)?, Academy, Preschool, "
        "Montessori"
    )
    + ")"
)
_INSTITUTION = (
    "(?-i:"
    + any_of(
        "Prep, School, College, University, Hospital, Medical Center, Behavioral Health, "
        "Behavioral(?! [A-Z]), Juvenile(?: Hall)?, Children's, Correctional, Penitentiary, "
        "Rehab, Treatment Center, Recovery Center, Church, Parish, Synagogue, Mosque, Temple, "
        "Swim Club, Country Club, Police Department, Fire Department, PD, Nursing Home, "
        "Assisted Living"
    )
    + ")"
)
_THERE = "(?:at|in|to|from|of|by|called|is|inside|near)"
_WORKS = any_of(
    "works?, worked, working, teaches, taught, teaching, employed, nurses, coaches, "
    "volunteers, bartends, preaches, serves, studies, studied"
)
_ROLE = any_of(
    "student, teacher, nurse, professor, coach, principal, junior, senior, sophomore, "
    "freshman, resident, inmate, pastor, officer, janitor, manager, librarian, cleaner, "
    "chef, surgeon, deputy, firefighter, mayor, sheriff, chief, senator, rabbi, priest, imam, "
    "dean, cop"
)
_GOES = any_of(
    "goes, went, going, commutes, transferred, returned, moved, moving, drives, drove, flew"
)
_LIVES = any_of(
    "lives, lived, living, grew up, raised, born, resides, residing, stays, staying, met, married"
)
_TAKEN = any_of(
    "admitted, sent, taken, hospitali[sz]ed, enrolled, placed, discharged, treated, seen"
)
_IN_CARE = "(?:(?:re)?admitted|hospitali[sz]ed|discharged|treated)"
_DOES = (
    rf"(?:{_WORKS} (?:at|for|in)|{_GOES} (?:back |home |over )?(?:to|from)|{_LIVES} (?:in|near|"
    rf"outside|around|at|on)|{_TAKEN} (?:to|at|in|from)|{_ROLE} (?:at|in|of)|attend(?:s|ed|ing)"
    r"|(?:lost|got|started|has|quit) (?:a|his|her|their|the) (?:new )?(?:job|shift|internship)"
    r" (?:at|with)|manages|owns|runs|(?:comes|came|is|are|was|hails|fled) (?:originally )?from"
    r"|(?:fired|graduated) from)"
)
_AMID = r"(?:(?:the|a|an) (?:[a-z]{2,14} ){0,3}?(?:(?:in|at|outside|near|of|called) )?)?"


_PARTS = listed("northern southern eastern western central upstate rural coastal greater")


def _small(candidate: Candidate) -> bool:
    """No state, country or month, and none that begins with an everyday word."""
    words = candidate.span.split()
    part_of = words[1:] if words[0].lower() in _PARTS else words
    return (
        " ".join(part_of).lower() not in WIDE_PLACES
        and not all(map(everyday, words))
        and not theorist(words[0])
    )


_NOT_OURS = (
    cues.not_own_kin,
    unsaid_before(rf"{cues.WRITER} (?:\w{{1,12}} ){{0,3}}$"),
    unsaid_before(
        r"\b"
        + any_of(
            "dr, prof, professor, colleague, training, trained, workshop, conference, talk, "
            "research, study, studies, lecture, grand rounds, article"
        )
        + r"\b"
    ),
    unsaid_after(
        r"(?:'s)?,? (?:theory|model|method|therapy|time|state|press|study|library|scale|trial|"
        r"training|conference|cme|ce)\b",
        16,
    ),
)

TIES = (
    Recognizer(
        Kind.PLACE,
        pattern(
            rf"\b{cues.SUBJECT}(?: (?!i |we |my |our )[\w'-]{{1,14}},?){{0,5}}? {_DOES} {_AMID}"
            rf"(?P<id>{_PROPER})"
        ),
        0.7,
        "a place or employer tied to a client",
        (_small, *_NOT_OURS),
        needs=(CAPITAL_WITHIN, standing(_DOES, rf" {_AMID}{_PROPER}")),
        begins=first_words(cues.SUBJECT),
    ),
    Recognizer(
        Kind.PLACE,
        pattern(
            rf"\b{_IN_CARE} (?:to|at|from) (?:the )?"
            rf"(?P<id>{_PROPER})"
        ),
        0.7,
        "where a client was in hospital",
        (_small, *_NOT_OURS),
        needs=(CAPITAL_WITHIN,),
        begins=first_words(_IN_CARE),
    ),
    Recognizer(
        Kind.PLACE,
        pattern(rf"\b{cues.CLIENT} (?:\w{{1,12}} )?from (?P<id>{_PROPER})"),
        0.7,
        "where a client is from",
        (_small, *_NOT_OURS),
        needs=(said("from"), CAPITAL_WITHIN),
        begins=first_words(cues.CLIENT),
    ),
    Recognizer(
        Kind.PLACE,
        pattern(
            rf"\b{_THERE} (?:the )?"
            rf"(?P<id>(?:(?:St\.|(?-i:[A-Z]{{2,5}})) (?:{_WORD} ){{0,2}}|(?:{_WORD} ){{1,3}})"
            rf"{_INSTITUTION})\b"
        ),
        0.65,
        "a named institution beside a client",
        (_small, _CLIENT_NEAR, *_NOT_OURS),
        needs=(said(_THERE), standing(_INSTITUTION)),
    ),
    Recognizer(
        Kind.PLACE,
        pattern(rf"\b(?P<id>{_WORD}(?: {_WORD}){{0,2}} {_SCHOOL})\b"),
        0.65,
        "a named school beside a client",
        (_small, _CLIENT_NEAR, *_NOT_OURS),
        needs=(standing(_SCHOOL),),
    ),
)

_STATE = (
    r"(?-i:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI"
    r"|S[CD]|T[NX]|UT|V[AT]|W[AIVY])"
)

TOWNS = (
    Recognizer(
        Kind.PLACE,
        pattern(rf"\b(?:in|from|near|to|at) (?P<id>{_WORD}(?: {_WORD}){{0,2}}, {_STATE})\b"),
        0.65,
        "a town and its state beside a client",
        (_CLIENT_NEAR, *_NOT_OURS, unsaid_before(rf"{cues.WRITER}|\b(?:my|our) ", 50)),
        needs=(written(r", [A-Z]{2}\b"),),
        begins=first_words("in|from|near|to|at"),
    ),
)

RECOGNIZERS = (*STREETS, *CODES, *TIES, *TOWNS)
