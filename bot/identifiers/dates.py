"""Days of a client's life.

A date alone is scheduling talk; it counts beside a word for what happened to a client on it. Years
alone, weekdays and seasons are no dates here. It does not know today's date.
"""

from bot.identifiers import cues
from bot.identifiers.cue_words import first_words
from bot.identifiers.finding import Kind
from bot.identifiers.needs import either, holding, said, shaped
from bot.identifiers.recognizer import (
    Recognizer,
    any_of,
    pattern,
    said_around,
    unsaid_after,
    unsaid_before,
)

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_ORDINAL = any_of(
    "first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, "
    "twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, "
    "nineteenth, twentieth, thirtieth, (?:twenty|thirty)[ "
    "-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
)
_NTH = rf"{_DAY}(?:st|nd|rd|th)"
_CENTURY = "(?:19|20)"
_YEAR = rf"(?:,? ?'?(?:{_CENTURY}[0-9]{{2}}|[0-9]{{2}}(?![0-9:%]| ?[ap]m)))"
_NAMED = (
    rf"{cues.MONTH} (?:the )?(?:{_DAY}(?:st|nd|rd|th)?(?![0-9:%/]|-?[0-9]| ?[ap]m){_YEAR}?"
    rf"|{_ORDINAL})"
)
_DAY_FIRST = rf"(?:the )?(?:{_DAY}(?:st|nd|rd|th)?|{_ORDINAL}),? (?:of )?{cues.MONTH}{_YEAR}?"
_SLASHED = (
    rf"{_DAY}/{_DAY}(?:/{_CENTURY}?[0-9]{{2}})?|{_DAY}[-.]{_DAY}[-.]{_CENTURY}?[0-9]{{2}}"
    rf"|{_CENTURY}[0-9]{{2}}[-/.][01]?[0-9][-/.]{_DAY}"
)
_DATE = rf"(?<![\w/.$-])(?:{_SLASHED}|{_NAMED}|{_DAY_FIRST})(?![\w/%])"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )"
_OF_THE_MONTH = (
    rf"{_WEEKDAY}?the {_NTH}(?!\w| (?:time|session|grade|floor|edition|visit|percentile))"
)
_MONTH_OR_HOLIDAY = any_of(
    "january, february, march, april, may, june, july, august, september, october, "
    "november, december, christmas, xmas, thanksgiving, new year's, labor day(?: "
    "weekend)?, memorial day, halloween, easter, mother's day, father's day, valentine's "
    "day, july 4th, fourth of july"
)
# A date shows itself by its month, or by marks or an ending after its digits.
_SOME_DATE = either(said(cues.MONTH), shaped(r"[0-9](?:[-/.][0-9]|st|nd|rd|th)"))

_GROUP_MATTER = any_of(
    "our group, the group, deadline, registration, renewal, dues, talk, workshop, "
    "webinar, consult, conference, retreat, training, exam, rule, law, fee, rates?, the "
    "new, cfr, article, published, recording, portal, meeting, lecture, seminar, reading, "
    "licen[cs]e, ceus?, board, invoice, claims?, book"
)
_CLIENTS_DAY = (
    cues.not_own_kin,
    cues.not_own("surgery, birthday, bday, wedding, anniversary, hearing, intake, due date, dob"),
    unsaid_before(rf"{cues.WRITER}(?! (?:saw|see|met|think|hear|heard)\b)", 50),
    unsaid_before(rf"\b{_GROUP_MATTER}\b", 50),
    unsaid_before(
        r"\b(?:dr|prof)\.? \w{1,20} \w{1,10} (?:on )?$"
        r"|\b(?:summary|report|notes?|paperwork|form)(?: is)?(?: due)?(?: on| by)? ?$",
        40,
    ),
    # The hour of a meeting, a rating out of ten, a fraction.
    unsaid_after(r" ?(?:@|at|,)? ?[0-9]{1,2}(?::[0-9]{2})? ?(?:[ap]m|-|\?)|\?", 20),
    unsaid_before(r"\b(?:rat(?:ed|es|ing)|scor(?:ed?|es|ing)|scaled?|pain|mood|suds|urges?)\b", 25),
    unsaid_after(
        r" (?:of|days?|times|sessions?|weeks|homework|items|anxiety|pain|meals?|nights?|points)\b"
    ),
)
_EVENT = any_of(
    """
    admitted, admission, readmitted, adm, discharged?, d/c'?e?d?, dc'?e?d, dc, hospitali[sz]ed,
    hospitali[sz]ation, hosp'?d, inpatient, died, passed(?: away)?, deceased, death, suicided,
    killed, funeral, overdosed?, od'?d, attempt(?:ed)?, incident(?: date)?, inc, assaulted,
    attacked, raped, arrested, sentenced, got out, incarcerated, crash(?:ed)?, accident, surgery,
    miscarried, miscarriage, stillbirth, gave birth, lost the baby,
    (?:baby|she|who|twins)(?:'s| is| was)? due, diagnosed, dx'?d, divorced, relapsed?, last drink,
    sober since, clean since, sobriety date, intake of, session of, session on,
    started (?:therapy|treatment|with me),
    evicted, deported, last contact, last seen, dos, doa, doi, hold expires, turn(?:s|ed) 1?[0-9],
    date of (?:death|admission|discharge|injury|loss|service)
    """
)
# What happens to groups and laws too: it counts where someone is spoken of.
_ALSO_OTHERS = any_of(
    """
    intake, first session, first appointment, last session, hearing, court date, trial, custody,
    anniversary, placed, removed, occurred, charged, fired, separated, married, wedding, committed,
    delivered, released, moved out, deployed, due date,
    seen (?:at|in|on|by), presented (?:to|on), visited, evaluated, treated (?:at|in|on), underwent,
    operated
    """
)
_STRUCK = any_of(
    "admitted, discharged, hospitali[sz]ed, died, passed away, overdosed, arrested, "
    "incarcerated, miscarried"
)
_EVENT_AFTER = any_of(
    "admission, discharge, hospitali[sz]ation, overdose, attempt, incident, suicide, "
    "assault, crash, accident, er visit, miscarriage, arrest"
)
# Between event and date: a few words, or some more that end in `on`.
_GAP = r"(?:[^.!?\n0-9]{0,25}?[ :(=,-]|[^.!?\n0-9]{0,60}? on )"

RECOGNIZERS = (
    Recognizer(
        Kind.DATE,
        pattern(
            r"\b"
            + any_of("d.?o.?b.?, date of birth, birth ?date, birth ?day, b-?day, born(?: on)?")
            + rf"(?: (?:is|was|on)\b|[:=,) -]){{0,4}} ?(?P<id>{_DATE})"
        ),
        0.9,
        "a date of birth",
        (
            unsaid_before(
                rf"\b(?:my|our)\b(?! (?:\w{{1,12}} )?{cues.CLIENT})(?: \w{{1,12}}){{0,3}} ?$", 40
            ),
        ),
        needs=(_SOME_DATE, either(holding("birth", "born", "day"), shaped("o.?b"))),
    ),
    Recognizer(
        Kind.DATE,
        pattern(rf"\b{_EVENT}\b{_GAP}(?P<id>{_DATE}|{_OF_THE_MONTH})"),
        0.75,
        "a date beside words for what happened to a client",
        _CLIENTS_DAY,
        needs=(_SOME_DATE,),
        begins=first_words(_EVENT),
    ),
    Recognizer(
        Kind.DATE,
        pattern(rf"\b{_ALSO_OTHERS}\b{_GAP}(?P<id>{_DATE}|{_OF_THE_MONTH})"),
        0.7,
        "a date beside words for what happened to a client",
        (*_CLIENTS_DAY, said_around(cues.PERSON, 60)),
        needs=(_SOME_DATE,),
        begins=first_words(_ALSO_OTHERS),
    ),
    Recognizer(
        Kind.DATE,
        pattern(
            rf"\b{_STRUCK}\b(?: again| away| back)? "
            rf"(?:in|since|last|early|late|on|over) "
            rf"(?P<id>{_MONTH_OR_HOLIDAY}(?:,? {_CENTURY}[0-9]{{2}})?)\b(?! [0-9])"
        ),
        0.7,
        "a month or holiday beside words for what happened to a client",
        _CLIENTS_DAY,
        needs=(said(_MONTH_OR_HOLIDAY),),
        begins=first_words(_STRUCK),
    ),
    Recognizer(
        Kind.DATE,
        pattern(rf"(?P<id>{_DATE})[,:]? (?:was (?:the|his|her|their) )?{_EVENT_AFTER}\b"),
        0.75,
        "a date beside words for what happened to a client",
        _CLIENTS_DAY,
        needs=(said(_EVENT_AFTER), _SOME_DATE),
    ),
    Recognizer(
        Kind.DATE,
        pattern(rf"\bon (?P<id>{_DATE}),? (?:(?:my|the|a) {cues.CLIENT}|he|she)\b"),
        0.65,
        "a date on which a client did something",
        _CLIENTS_DAY,
        needs=(_SOME_DATE,),
        begins=first_words("on"),
    ),
)
