"""Pictures and documents that are named after a client, or that show what is a client's.

It sees a file's name and what is said beside it, never the file.
"""

import re

from bot.identifiers import cues
from bot.identifiers.finding import Kind
from bot.identifiers.given_names import given_name
from bot.identifiers.needs import shaped
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    pattern,
    said_around,
)
from bot.identifiers.words import listed, theorist

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
# What a client has made, or is seen or heard in.
_ARTEFACTS = listed(
    "arm art artwork diary drawing drawings journal letter letters poem selfie texts vm voicemail"
)
_CASE_WORK = _ARTEFACTS | listed(
    """
    assessment chart consult court custody discharge eval family genogram history intake mmpi note
    notes phq plan portrait progress record records referral release report roi safety scan session
    soap summary superbill treatment wisc
    """
)
_FILE = (
    r"(?<![\w./-])(?P<id>[\w-][\w.-]{2,80}\."
    rf"{any_of('pdf, docx?, jpe?g, png, heic, gif, pptx?, xlsx?, csv, txt, rtf, pages, m4a')}"
    r"|[\w-][\w.-]{2,80}\.(?:mp3|mp4|mov|wav|zip))(?![\w.]?\w)"
)
_ENDING = shaped(
    rf"\.{any_of('pdf, doc, jpe?g, png, heic, gif, ppt, xls, csv, txt, rtf, pages, m4a, mp3, mp4')}"
    r"|\.(?:mov|wav|zip)"
)


def _words(name: str) -> list[str]:
    """The words of a file name: parted by marks, digits, and a capital after a small letter."""
    spaced = re.sub(r"(?<=[a-z])(?<!Mc)(?<!Mac)(?=[A-Z])", "_", name.rpartition(".")[0])
    return [word for word in re.split(r"[\W\d_]", spaced) if word]


def _strange(word: str) -> bool:
    return len(word) > 1 and word.lower() not in _PAPERWORK and not theorist(word)


def _named_after_someone(candidate: Candidate) -> bool:
    """A given name, or one or two strange words amid those of clinical work.

    A strange word in small letters could be anything: it counts beside what a client has made.
    """
    words = _words(candidate.span)
    small = [word.lower() for word in words]
    if any(given_name(word) for word in small):
        return True
    strange = [word for word in words if _strange(word)]
    if len(strange) not in {1, 2}:
        return False
    capital = any(word[0].isupper() for word in strange)
    return not (_CASE_WORK if capital else _ARTEFACTS).isdisjoint(small)


_MADE = any_of(
    "drawing, art, artwork, journal, diary, texts, letter, poem, photo, selfie, picture, "
    "painting, collage, sandtray"
)

RECOGNIZERS = (
    Recognizer(
        Kind.IMAGE,
        pattern(_FILE),
        0.75,
        "a file that seems to be named after someone",
        (
            _named_after_someone,
            cues.not_own("cv, resume, headshot, license, certificate, slides, deck", 40),
        ),
        needs=(_ENDING,),
    ),
    Recognizer(
        Kind.IMAGE,
        pattern(_FILE),
        0.65,
        "a picture or document of a client's",
        (
            said_around(
                rf"\b(?:his|her|their|{cues.CLIENT}'s?) (?:\w{{1,12}} ){{0,2}}{_MADE}\b"
                rf"|\b(?:he|she|they|{cues.CLIENT}) (?:sent|drew|painted|made|wrote"
                r"|asked me to (?:read|look|watch))\b|\bsee (?:him|her|them) in\b",
                100,
            ),
            cues.not_own("couch, office, desk, cat, dog, slides, form, handout", 40),
        ),
        needs=(_ENDING,),
    ),
)
