"""Days of a client's life, and ages over 89.

A date alone is scheduling talk; it counts beside a word for what happened to a client on it. Years alone, weekdays and seasons are no
dates here. It does not know today's date.
"""

from bot.identifiers import cues
from bot.identifiers.finding import Kind
from bot.identifiers.recognizer import Recognizer, pattern, said_before, unsaid_after, unsaid_before

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|"
    r"seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty)[ -](?:first|"
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
)
_YEAR = r"(?:,? ?'?(?:(?:19|20)[0-9]{2}|[0-9]{2}(?![0-9:apAP%])))"
_NAMED = (
    rf"{cues.MONTH} (?:the )?(?:{_DAY}(?:st|nd|rd|th)?(?![0-9:%/]|-?[0-9]| ?[ap]m){_YEAR}?|"
    rf"{_ORDINAL})"
)
_DAY_FIRST = rf"(?:the )?(?:{_DAY}(?:st|nd|rd|th)?|{_ORDINAL}),? (?:of )?{cues.MONTH}(?:{_YEAR})?"
_SLASHED = (
    rf"{_DAY}/{_DAY}(?:/(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}}))?|{_DAY}[-.]{_DAY}[-.](?:(?:19|"
    rf"20)?[0-9]{{2}})|(?:19|20)[0-9]{{2}}[-/.][01]?[0-9][-/.]{_DAY}"
)
DAY = rf"(?<![\w/.$-])(?:{_SLASHED}|{_NAMED}|{_DAY_FIRST})(?![\w/%])"
_MONTH_ONLY = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)(?! [0-9])(?:,? (?:19|20)[0-9]{2})?"
)
_HOLIDAY = (
    r"(?:christmas|xmas|thanksgiving|new year's|labor day|memorial day|halloween|easter|"
    r"mother's day|father's day|valentine's day|july 4th|fourth of july)"
)

# The writer, the group, or the writer's family as the one concerned.
_OTHERS = unsaid_before(
    rf"{cues.OWN}|\b(?:i|i'm|i was|i am|i will|i'll|we|we're|we are|we'll|our group|"
    r"the group|deadline|registration|renewal|dues|talk|workshop|webinar|"
    r"consult|conference|retreat|training|exam|rule|law|fee|rates?|the new|cfr|article|"
    r"published|recording|portal|meeting)\b(?! (?:saw|see|met|think|hear|heard))",
    50,
)

_BIRTH = r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birth ?day|b-?day|born(?: on)?|was born)"
_EVENT = (
    r"\b(?:admitted|admission|readmitted|admit|adm|discharged?|d/c'?e?d?|dc'?e?d|dc|"
    r"hospitali[sz](?:ed|ation)|hosp'?d|inpatient|committed|died|passed(?: away)?|"
    r"deceased|death|suicided|killed|funeral|overdosed?|od'?d|attempt(?:ed)?|"
    r"incident(?: date)?|inc|assaulted|attacked|raped|arrested|charged|sentenced|"
    r"released|got out|incarcerated|crash(?:ed)?|accident|surgery|operated|miscarried|"
    r"miscarriage|stillbirth|delivered|gave birth|lost the baby|"
    r"baby was due|due|diagnosed|dx'?d|separated|divorced|married|wedding|moved out|"
    r"relapsed?|last drink|sober since|clean since|sobriety date|intake|"
    r"first session|first appointment|last session|last contact|last seen|session of|"
    r"session on|dos|date of service|evicted|deported|deployed|fired|"
    r"hearing|court date|trial|custody|anniversary|placed|removed|date of (?:death|"
    r"admission|discharge|injury|loss|service)|doa|doi|hold expires|turns (?:1[0-9]|[0-9])|"
    r"turned (?:1[0-9]|[0-9]))"
)
_GAP = r"(?:[^.!?\n0-9]{0,25}?[ :(=,-])"
_IN_LIFE = rf"{cues.PERSON}"

BIRTHS = (
    Recognizer(
        Kind.DATE,
        pattern(rf"{_BIRTH}(?: is| was|:|=|,| on|\)|-| ){{0,4}} ?(?P<id>{DAY})"),
        0.9,
        "a date of birth",
        (unsaid_before(r"\b(?:my|our)\b(?! (?:client|patient|ct|pt|clt))(?: \w{1,12}){0,3}$", 40),),
    ),
    Recognizer(
        Kind.AGE90,
        pattern(
            rf"\b{_IN_LIFE} (?:was |is |were )?(?:born|b\.) (?:in |"
            r"back in )?(?P<id>19(?:[0-2][0-9]|3[0-3]))\b"
        ),
        0.8,
        "a year of birth that tells an age over 89",
        (unsaid_before(cues.OWN, 40),),
        "1",
    ),
)

EVENTS = (
    Recognizer(
        Kind.DATE,
        pattern(rf"{_EVENT}\b{_GAP}(?P<id>{DAY})"),
        0.75,
        "a date beside words for what happened to a client",
        (_OTHERS, unsaid_after(r" ?(?:@|at|,)? ?[0-9]{1,2}(?::[0-9]{2})? ?(?:[ap]m|-|\?)", 20)),
    ),
    Recognizer(
        Kind.DATE,
        pattern(
            r"\b(?:admitted|discharged|hospitali[sz]ed|died|passed away|overdosed|arrested|"
            r"incarcerated|miscarried)\b(?: again| away| back)? (?:in|since|last|early|late|"
            rf"on|over) (?P<id>{_MONTH_ONLY}|{_HOLIDAY})\b"
        ),
        0.7,
        "a month or holiday beside words for what happened to a client",
        (_OTHERS,),
    ),
    Recognizer(
        Kind.DATE,
        pattern(
            rf"(?P<id>{DAY})(?:,|:)? (?:was (?:the|his|her|their) )?(?:admission|discharge|"
            r"hospitali[sz]ation|overdose|attempt|incident|suicide|assault|crash|accident|"
            r"er visit|miscarriage|arrest)\b"
        ),
        0.75,
        "a date beside words for what happened to a client",
        (_OTHERS,),
    ),
)

_NINETIES = r"(?:9[0-9]|1[01][0-9])"
_NINETY = (
    r"(?:ninet(?:y|ies)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|"
    r"one) hundred(?: and)?(?: (?:one|two|three|four|five|six|seven|eight|nine|ten))?)"
)
_OLD = (
    r"[ -]?(?:yo\b|y/o|y\.o\.?|yrs?[ -]old|years?[ -]old|year[ -]old|yrs?\b(?! (?:ago|of|in|"
    r"later|inside|sober|clean))|years(?! (?:ago|of|in|later|inside|sober|clean)) of age)"
)
_NO_UNIT = unsaid_after(
    r"(?:[ -]?(?:%|/|:|\.[0-9]|x\b|min|minutes|hours?|hrs?|days?|weeks?|wks?|months?|mos?\b|"
    r"lbs?|pounds|kg|mg|percent|percentile|bpm|miles|mph|sessions|dollars|bucks|degrees|"
    r"points|on the|for (?:the|a)|in (?:the|a)|and i\b|years (?:sober|clean|ago)))|[0-9]|"
    r",[0-9]{3}",
    20,
)
_NOT_MINE = unsaid_before(rf"{cues.OWN}|\b(?:i|i'm|i'll be|we)\b[^.,]{{0,10}}$", 60)

AGES = (
    Recognizer(
        Kind.AGE90,
        pattern(rf"(?<![\w$./-])(?P<id>(?:{_NINETIES}|{_NINETY}){_OLD})"),
        0.8,
        "an age over 89",
        (_NOT_MINE,),
    ),
    Recognizer(
        Kind.AGE90,
        pattern(
            r"\b(?:he|she|they|he's|she's|they're|client|patient|pt|ct|clt|who|who's|"
            r"mr\.? \w{1,20}|mrs\.? \w{1,20}|ms\.? \w{1,20})"
            r"(?: is| was|'s)?(?: just| now| almost| nearly| um| uh)?(?: turned| turning|"
            rf" turns| at)? (?P<id>{_NINETIES}|{_NINETY})\b"
        ),
        0.75,
        "an age over 89",
        (_NO_UNIT, _NOT_MINE),
    ),
    Recognizer(
        Kind.AGE90,
        pattern(
            r"\b(?:(?:woman|man|lady|gentleman|widow|widower|client|patient|pt|ct) of|"
            rf"aged?:?|at the age of) (?P<id>{_NINETIES}|{_NINETY})\b"
        ),
        0.8,
        "an age over 89",
        (_NO_UNIT, _NOT_MINE),
    ),
    Recognizer(
        Kind.AGE90,
        pattern(
            r"(?:(?-i:[A-Z][\w'-]{1,20}), (?:at |now )?|\b(?:client|patient|pt|"
            rf"ct),? \(?(?:[mf],? ?)?)(?P<id>{_NINETIES}|{_NINETY})(?=[,)]| ?[mf]\b)"
        ),
        0.7,
        "an age over 89 beside a client",
        (_NO_UNIT, _NOT_MINE, said_before(rf"\b(?:mr|mrs|ms|miss|{cues.CLIENT})\b", 40)),
    ),
)

RECOGNIZERS = (*BIRTHS, *EVENTS, *AGES)
