"""Places smaller than a state tied to a client: address, ZIP code, town, school, hospital, employer.

States, countries and kinds of employer are no places here, and neither is where the group or the writer meets.
"""

from bot.identifiers import cues
from bot.identifiers.finding import Kind
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    pattern,
    said_around,
    unsaid_after,
    unsaid_before,
)
from bot.identifiers.words import WIDE_PLACES, ordinary

_DIGITS = "0123456789"
_STREET = (
    r"(?:street|avenue|boulevard|lane|drive|road|court|terrace|circle|place|parkway|highway|"
    r"crescent|st|ave|blvd|ln|dr|rd|ct|ter|cir|pl|pkwy|hwy)"
)
_WAY = r"(?:street|avenue|boulevard|lane|road|court|terrace|parkway|crescent|ave|blvd|ln|rd|st)"
_UNIT = r"(?:,? (?:apt|apartment|unit|#|no\.?)\.? ?[0-9a-z]{1,5}\b)?"
_MEETING_PLACE = unsaid_before(
    rf"{cues.OWN}|\b(?:office|suite|meet|meeting|venue|parking|park|retreat|workshop|"
    r"conference|clinic|lunch|dinner|coffee|hosting|host|agency|sublet|for rent|"
    r"address for|mail (?:it|them|checks?) to)\b",
    60,
)
_CLIENT_NEAR = said_around(rf"\b{cues.PERSON}\b", 160)

STREETS = (
    Recognizer(
        Kind.PLACE,
        pattern(
            r"(?<![\w.$/-])(?P<id>[0-9]{1,5}[a-z]?,? (?:(?:[nsew]|north|south|east|west)\.? )?"
            r"(?:(?-i:[A-Z][\w'-]{1,20}|[0-9]{1,3}(?:st|nd|rd|"
            rf"th)) ){{1,3}}{_STREET}\b\.?{_UNIT})"
        ),
        0.8,
        "a street address",
        (_MEETING_PLACE,),
        _DIGITS,
    ),
    Recognizer(
        Kind.PLACE,
        pattern(
            r"\b(?:lives? (?:at|on)|living at|address(?: is|:)?|house at|apartment at|"
            r"home at|wellness check|welfare check|sent? (?:police|cops|them) to|staying at|"
            r"residing at|house)"
            r"(?:[^0-9.\n]{0,25} )?(?P<id>(?:[0-9]{1,5}|"
            rf"(?:[a-z]{{3,9}} ){{1,2}}?[a-z]{{3,9}}) (?:[a-z'-]{{2,20}} ){{1,3}}?{_WAY}"
            rf"\b{_UNIT})"
        ),
        0.7,
        "a street address",
        (_MEETING_PLACE, _CLIENT_NEAR),
    ),
)

_ZIP_WORD = r"(?:zip(?: ?code)?|postal code|post ?code)(?: is| was|:|=|,| of)? "
CODES = (
    Recognizer(
        Kind.PLACE,
        pattern(
            rf"\b{_ZIP_WORD}?(?P<id>[0-9]{{5}}(?:-[0-9]{{4}})?|"
            r"[a-z]{1,2}[0-9][a-z0-9]? ?[0-9][a-z]{2}|"
            r"[a-z][0-9][a-z] ?[0-9][a-z][0-9])\b".replace(r" ?(?P", r" (?P")
        ),
        0.75,
        "a postal code",
        (_MEETING_PLACE,),
        _DIGITS,
    ),
    Recognizer(
        Kind.PLACE,
        pattern(
            r"\b(?:lives?|living|grew up|from|moved|moving|resides?|residing|based|family|"
            r"around)(?: back)? (?:in|around|near|to|from)? ?(?P<id>(?!90[78][0-9]{2}|"
            r"96[01][0-9]{2}|99[0-9]{3})[0-9]{5})(?![0-9,.-]?[0-9]|\w)"
        ),
        0.65,
        "a postal code beside words for where a client lives",
        (_MEETING_PLACE, _CLIENT_NEAR, unsaid_before(cues.WRITER + r"[^.]{0,20}$", 40)),
        _DIGITS,
    ),
)

# A proper name: capitalised words, with small words only between them.
_PROPER = r"(?-i:[A-Z][\w'&-]{1,20}(?:(?: (?:of|the|and|&|at|on|de|la))? [A-Z][\w'&-]{1,20}){0,4})"
_INSTITUTION = (
    r"(?-i:High(?: School)?|Middle(?: School)?|Elementary(?: School)?|Academy|Preschool|"
    r"Montessori|Prep|School|College|University|Hospital|Medical Center|"
    r"Behavioral(?: Health)?|Juvenile(?: Hall)?|Children's|Correctional|Penitentiary|Rehab|"
    r"Treatment Center|Recovery Center|Church|Parish|Synagogue|Mosque|Temple|"
    r"Swim Club|Country Club|Police Department|Fire Department|PD|Nursing Home|Assisted Living)"
)
_SUBJECT = (
    r"(?:he|she|they|who|kid|child|teen|boy|girl|son|daughter|guy|man|woman|lady|mom|dad|"
    r"mother|father|husband|wife|couple|family|"
    r"clients?|patients?|cts?|pts?|clts?|(?-i:[A-Z]\.[A-Z]\.))(?:'s|'re)?"
)
_TIE = (
    r"(?:(?:works?|worked|working|teaches|taught|teaching|employed|nurses|coaches|"
    r"volunteers|bartends|waitresses|preaches|serves) (?:at|for|in)|"
    r"(?:goes|went|going|commutes|transferred|returned|moved|moving|drives|drove) (?:back |"
    r"home |over )?(?:to|from)|attends|attended|attending|"
    r"(?:lives|lived|living|grew up|raised|born|resides|stays|staying) (?:in|near|outside|"
    r"around|at|on)|"
    r"(?:is|was|'s)? ?(?:a |an |the )?(?:\w{1,14} ){0,2}(?:student|teacher|nurse|professor|"
    r"coach|principal|junior|senior|sophomore|freshman|resident|inmate|pastor|officer|"
    r"janitor|manager|librarian|cleaner|chef|surgeon|deputy|firefighter) (?:at|in|of)|"
    r"(?:manages|owns|runs)|(?:comes|came|is|are|was|hails|fled) (?:originally )?from|"
    r"(?:admitted|sent|taken|hospitali[sz]ed|enrolled|placed|discharged) (?:to|at|in|from)|"
    r"fired from|graduated from)"
)


def _small(candidate: Candidate) -> bool:
    """No state, country, month, programme or other word that begins with a capital and is no small place."""
    words = candidate.span.split()
    return (
        candidate.span.lower() not in WIDE_PLACES
        and not (words[0].isupper() and len(words) == 1)
        and not ordinary(words[0])
    )


_NOT_US = unsaid_before(rf"{cues.OWN}|{cues.WRITER} (?:\w{{1,12}} ){{0,3}}$", 60)

TIES = (
    Recognizer(
        Kind.PLACE,
        pattern(
            rf"\b{_SUBJECT}(?: (?!i |we |my |"
            rf"our )[\w'-]{{1,14}},?){{0,4}}? {_TIE} (?:the )?(?P<id>{_PROPER})"
        ),
        0.7,
        "a place or employer tied to a client",
        (
            _small,
            _NOT_US,
            unsaid_after(r"(?:'s)? (?:theory|model|method|therapy|time|state\b)", 12),
        ),
    ),
    Recognizer(
        Kind.PLACE,
        pattern(
            r"\b(?:at|in|to|from|of|by|called|is|inside|"
            r"near) (?:the )?(?P<id>(?-i:(?:St\. )?[A-Z][\w'-]{1,20}(?: "
            rf"[A-Z][\w'-]{{1,20}}){{0,2}}) {_INSTITUTION})\b"
        ),
        0.65,
        "a named school, hospital or institution beside a client",
        (
            _small,
            said_around(rf"\b{_SUBJECT}\b|\b(?:his|her|their)\b", 100),
            _NOT_US,
            unsaid_after(
                r",? (?:press|study|library|scale|method|model|trial|training|conference|cme|ce)\b",
                14,
            ),
            unsaid_before(
                r"\b(?:dr|prof|professor|colleague|training|trained|workshop|conference|"
                r"talk|research|study|studies|lecture|grand rounds)\b",
                60,
            ),
        ),
    ),
)

RECOGNIZERS = (*STREETS, *CODES, *TIES)
