"""Things that lead to a client: a vehicle, a device, a picture or document.

It leaves alone the writer's own car, printer and handouts where the words beside them say so.
"""

import re

from bot.identifiers import check_digits, cues
from bot.identifiers.finding import Kind
from bot.identifiers.given_names import given_name
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    pattern,
    said_around,
    unsaid_around,
    unsaid_before,
)
from bot.identifiers.records import NUMBER, has_digits
from bot.identifiers.words import listed

_DIGITS = "0123456789"
_OWN = unsaid_before(cues.OWN, 60)
_CAR = (
    r"\b(?:car|truck|van|suv|sedan|coupe|pickup|motorcycle|jeep|subaru|toyota|honda|ford|"
    r"chevy|tesla|bmw|audi|nissan|hyundai|kia|mazda|"
    r"tacoma|civic|corolla|camry|prius|charger|mustang|escalade|silverado|rental|parked|"
    r"parks|drives|driving)\b"
)


def _plate_like(candidate: Candidate) -> bool:
    marks = re.sub(r"[^A-Za-z0-9]", "", candidate.span)
    return 4 <= len(marks) <= 8 and len(candidate.digits) >= 2


VEHICLES = (
    Recognizer(
        Kind.VEHICLE,
        pattern(
            r"\b(?:licen[cs]e plate|plates?|number plate|tag|rego)(?: (?:number|no|is|was|"
            r"of|#)|'s|:|=|,|#|\()*? ?(?P<id>x)".replace("*?", "{0,3}").replace(
                "(?P<id>x)",
                r"[\"'(]?(?P<id>(?=[a-z0-9 -]{0,7}[0-9])(?:[a-z0-9]{2,8}(?:[- "
                r"][a-z0-9]{2,5})?|(?:[a-z0-9] ){4,6}[a-z0-9]{1,4}))\b",
            )
        ),
        0.75,
        "a vehicle's plate",
        (_plate_like, _OWN),
        _DIGITS,
    ),
    Recognizer(
        Kind.VEHICLE,
        pattern(
            r"(?<![\w-])(?P<id>(?-i:[0-9][A-Z]{3}[- ]?[0-9]{3}|[A-Z]{3}[- ]?[0-9]{4}|"
            r"[0-9][A-Z]{2}[- ]?[0-9]{4}|[A-Z]{2}[0-9]{2} ?[A-Z]{3}))(?![\w-])"
        ),
        0.7,
        "the shape of a plate beside words for a vehicle or plate",
        (
            said_around(rf"{_CAR}|\bplates?\b", 60),
            _OWN,
            unsaid_before(r"\b(?:suite|room|rm|flight|parking|spot|model|code)\b[^.]{0,10}$", 30),
        ),
        _DIGITS,
    ),
    Recognizer(
        Kind.VEHICLE,
        pattern(r"\b(?P<id>[a-hj-npr-z0-9]{17})\b"),
        0.85,
        "a vehicle identification number",
        (
            lambda candidate: (
                check_digits.vin(candidate.span)
                or bool(re.search(r"\bvin\b", candidate.before(20), re.IGNORECASE))
            ),
            has_digits(6),
            _OWN,
        ),
        _DIGITS,
    ),
)

_WORN = (
    r"\b(?:pumps?|implants?|pacemaker|icd|defibrillator|cpap|bipap|vns|dbs|cgm|dexcom|"
    r"stimulator|monitor|ankle|bracelet|hearing aids?|cochlear|"
    r"prosthe\w{1,8}|wheelchair|insulin|device|chromebook|ipad|laptop|tablet|phone|unit)\b"
)

DEVICES = (
    Recognizer(
        Kind.DEVICE,
        pattern(
            r"\b(?:serial(?: (?:number|no|#))?|ser|s/n|sn|imei|udi|device (?:id|tag|no|"
            rf"number|#)|asset tag)(?:\.|:|=|#| |\()*(?P<id>{NUMBER})".replace(")*(", "){0,4}(")
        ),
        0.8,
        "a serial number beside words for a client's device",
        (
            has_digits(4),
            said_around(_WORN, 120),
            unsaid_around(
                r"\b(?:printer|router|scanner|shredder|copier|my (?:laptop|ipad|phone|"
                r"tablet)|office|white noise)\b",
                80,
            ),
            unsaid_before(cues.OWN, 80),
        ),
        _DIGITS,
    ),
)

_PAPERWORK = listed(
    """
    a abc action adult advance agenda aim and anonymized anxiety appendix april art article
    assessment attached attachment audio august auth authorization back bai bdi before billing
    blank book brochure budget bundle business calendar case cbt ce cert certificate ceu chapter
    chart checklist child client clinic clinical clip close code coding color complete completed
    conference confidentiality consent consult consultation contract copy correspondence couch
    couple couples course cover ct data date dbt deck deid deidentified demo depression diagram
    didactic discharge doc docs document draft drawing duty e eap edit edited email emdr
    emergency eob ethics eval evaluation event example exercise export family faq fax fee fees
    figure file files fill final flow flyer follow form format forms front full fyi gad gad7
    genogram goals grid group groups guide guidelines handout handouts health hipaa history
    homework hours house ifs image img index individual info informed initial insurance intake
    interview invoice january journal july june kids large last law legal letter letterhead
    level license list log logo lunch manual map march master materials measure media meeting
    meetings memo menu minutes mmpi mmpi3 model module month monthly mtg music new newsletter
    note notes notice november number october of office old on outline overview packet page
    pages paper part patient pcl pcl5 peer phi phone photo photos phq phq9 pic picture plan
    plans play policies policy portrait poster practice presentation privacy process program
    progress protocol psych psychology pt q quarter questionnaire rates raw read reading
    readings receipt receipts recording records redacted referral refs release report reports
    request research resource resources response results resume retreat review revised roi
    roster rough safety sample scale scan scanned schedule school score scores scoring scr
    screen screenshot script section self session sessions sheet short sign signed skills sleep
    slide slides small soap social source space spring staff stage statement summary summer
    superbill superbills supervision survey syllabus table talk tax team template termination
    terms test testing tests text texts the therapist therapy time timeline to tool tools topic
    tracker training trauma treatment tx unit untitled update updated upload v ver version
    vertical video vignette vm voice voicemail volume waiver week weekly winter wisc wk workbook
    worksheet worksheets workshop write writeup www year yearly zoom
    """
)
_CLINICAL = re.compile(
    r"(?:intake|note|notes|drawing|journal|letter|mmpi|wisc|eval|assessment|chart|roi|"
    r"records?|superbill|safety|plan|session|consult|report|discharge|summary|"
    r"family|texts?|diary|poem|art|photo|voicemail|vm|arm|self|portrait|scan|history|"
    r"referral|release|treatment|progress|soap|phq|genogram|custody|court)s?",
    re.IGNORECASE,
)
_FILE = r"(?:pdf|docx?|jpe?g|png|heic|gif|pptx?|xlsx?|csv|txt|rtf|pages|m4a|mp3|mp4|mov|wav|zip)"


def _parts(name: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.rpartition(".")[0])
    return [part for part in re.split(r"[^A-Za-z]+", spaced) if part]


def _names_someone(candidate: Candidate) -> bool:
    """A file name with a given name in it, or with words of clinical work and one word that belongs to none."""
    parts = [part.lower() for part in _parts(candidate.span)]
    if any(given_name(part) for part in parts):
        return True
    strange = [part for part in parts if len(part) > 2 and part not in _PAPERWORK]  # noqa: PLR2004 - initials are no names
    clinical = any(_CLINICAL.fullmatch(part) for part in parts)
    return (
        clinical
        and 1 <= len(strange) <= 2
        and any(part[:1].isupper() for part in _parts(candidate.span) if part.lower() in strange)
    )


IMAGES = (
    Recognizer(
        Kind.IMAGE,
        pattern(rf"(?<![\w./-])(?P<id>[\w-][\w.-]{{2,80}}\.{_FILE})(?![\w.]?\w)"),
        0.75,
        "a file that seems to be named after someone",
        (
            _names_someone,
            unsaid_before(r"\b(?:my|our) (?:cv|resume|headshot|license|certificate)\b", 40),
        ),
        ".",
    ),
    Recognizer(
        Kind.IMAGE,
        pattern(rf"(?<![\w./-])(?P<id>[\w-][\w.-]{{2,80}}\.{_FILE})(?![\w.]?\w)"),
        0.65,
        "a picture or document of a client's",
        (
            said_around(
                rf"\b(?:his|her|their|{cues.CLIENT}'s?) (?:\w{{1,12}} ){{0,2}}(?:drawing|art|"
                r"artwork|journal|diary|texts|letter|poem|photo|selfie|picture|painting|"
                r"collage|sandtray)\b"
                r"|\b(?:she|he|they|ct|client|pt|patient) (?:sent|drew|painted|made|wrote|"
                r"asked me to (?:read|look|watch))\b|\bsee (?:him|her|them) in\b",
                100,
            ),
            unsaid_before(cues.OWN, 40),
        ),
        ".",
    ),
)

RECOGNIZERS = (*VEHICLES, *DEVICES, *IMAGES)
