"""Ages over 89, told outright or by a year of birth.

Counts of other things (minutes, sessions, scores, sizes) are left alone, and so are members' own
relatives. The year now is not known here: a birth before 1934 is over 89 since 2023.
"""

from bot.identifiers import cues
from bot.identifiers.cue_words import first_words
from bot.identifiers.finding import Kind
from bot.identifiers.needs import digits, either, holding, said, shaped
from bot.identifiers.recognizer import (
    Recognizer,
    any_of,
    pattern,
    said_before,
    unsaid_after,
    unsaid_before,
)

_ONES = any_of("one, two, three, four, five, six, seven, eight, nine")
_AGE = (
    rf"(?:9[0-9]|1[01][0-9]|ninety(?:[ -]{_ONES})?|(?:a|one) hundred(?: and)?(?: (?:{_ONES}|ten))?)"
)
_NOT_SINCE = r"(?! (?:ago|of|in|later|inside|sober|clean|married|together|from))"
_YEARS = rf"(?:yo\b|y/o|y\.o\.?|(?:yr|year)s?[ -]old|yrs?\b{_NOT_SINCE}|years{_NOT_SINCE} of age)"
_OLD = rf"[ -]?{_YEARS}"
_OTHER_COUNT = unsaid_after(
    r"[ -]?(?:%|/|:|\.[0-9]|"
    + any_of(
        "x, min, mins, minutes?, hours?, hrs?, days?, weeks?, wks?, months?, mos?, lbs?, "
        "pounds, kg, mg, percent, percentile, bpm, miles, mph, sessions, dollars, bucks, "
        "degrees, points, times, people, pages, on, for (?:the|a), in (?:the|a), and i, "
        "years (?:sober|clean|ago)"
    )
    + r"\b)|[0-9]|,[0-9]{3}"
)
_CLIENTS_AGE = (
    cues.not_own_kin,
    unsaid_before(rf"{cues.WRITER}[^.,]{{0,10}}$"),
    _OTHER_COUNT,
)
_SOME_AGE = either(holding("ninety", "hundred"), shaped("9[0-9]|1[01][0-9]"))
_SUBJECT = rf"(?:he|she|they|who|{cues.CLIENT}|(?:mr|mrs|ms)\.? \w{{1,20}},?)"
_AGED = rf"(?:(?:woman|man|lady|gentleman|widow|widower|{cues.CLIENT}) of|aged?:?|at the age of)"
_NAMED = rf"\b(?:mr|mrs|ms|miss|{cues.CLIENT})\b"

RECOGNIZERS = (
    Recognizer(
        Kind.AGE90,
        pattern(rf"(?<![\w$./-])(?P<id>{_AGE}{_OLD})"),
        0.8,
        "an age over 89",
        _CLIENTS_AGE,
        needs=(said(rf"(?:ninety|hundred|and|ten|{_ONES})?{_YEARS}"), _SOME_AGE),
    ),
    Recognizer(
        Kind.AGE90,
        pattern(
            rf"\b{_SUBJECT}"
            r"(?: is| was|'s|'re)?"
            r"(?: just| now| almost| nearly| um| uh)?(?: turned| turning| turns| at)? "
            rf"(?P<id>{_AGE})\b"
        ),
        0.75,
        "an age over 89",
        _CLIENTS_AGE,
        needs=(_SOME_AGE,),
        begins=first_words(_SUBJECT),
    ),
    Recognizer(
        Kind.AGE90,
        pattern(rf"\b{_AGED} (?P<id>{_AGE})\b"),
        0.8,
        "an age over 89",
        _CLIENTS_AGE,
        needs=(_SOME_AGE,),
        begins=first_words(_AGED),
    ),
    Recognizer(
        Kind.AGE90,
        pattern(
            rf"(?:(?-i:[A-Z][\w'-]{{1,20}}),|\b{cues.CLIENT},?) \(?(?:[mf],? ?)?(?P<id>{_AGE})"
            r"(?=[,)]| ?[mf]\b)"
        ),
        0.7,
        "an age over 89 beside a client",
        (*_CLIENTS_AGE, said_before(_NAMED, 40)),
        needs=(_SOME_AGE,),
        checks_need=(said(_NAMED),),
    ),
    Recognizer(
        Kind.AGE90,
        pattern(
            rf"{cues.PERSON} (?:was |is |were )?(?:born|b\.) (?:back )?(?:in )?"
            r"(?P<id>19(?:[0-2][0-9]|3[0-3]))\b"
        ),
        0.8,
        "a year of birth that tells an age over 89",
        (cues.not_own_kin,),
        needs=(digits(4), said("born|b"), shaped(r"19[0-3][0-9]")),
    ),
)
