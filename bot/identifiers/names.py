"""Names of clients and of those around them, where the words beside them say whose they are.

A name alone is left alone: it may be a colleague's, a theorist's, or a word. It does not know the
members of a group.
"""

from bot.identifiers import cues
from bot.identifiers.cue_words import first_words
from bot.identifiers.finding import Kind
from bot.identifiers.name_shapes import (
    CAPITAL,
    FULL,
    KIN,
    NO_WORK_OF,
    SMALL,
    SPOUSE_OR_CHILD,
    given,
    given_or_capital,
    no_word,
)
from bot.identifiers.needs import CAPITAL_WITHIN, digits, said, standing
from bot.identifiers.recognizer import (
    Candidate,
    Recognizer,
    any_of,
    pattern,
    unsaid_after,
    unsaid_before,
)
from bot.identifiers.words import everyday, listed, theorist

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
_SOMEBODY_NAMED = rf"(?:{cues.CLIENT}|{_RELATIVE}){_NAMED}"
_SOMEBODY_IS = (
    r"(?:(?:his|her|their) (?:real |first |last |full )?name is"
    rf"|(?:the )?(?:boy|girl|kid|{cues.CLIENT}|husband|wife|couple) is|{cues.CLIENT} name)"
)
_CLIENTS = rf"(?:the|his|her|their|{cues.CLIENT}'s)"

_PROFESSION = any_of(
    "attorney, lawyer, judge, principal, teacher, supervisor, dr, professor, colleague, "
    "thanks, thank you, hi, hello, dear, cc, presenter, speaker, counselor, investigator, "
    "detective, officer, representative, senator, president, nurse, practitioner, "
    "assistant, accountant, biller, manager, landlord, agent, receptionist"
)

CUED = (
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{_WHOSE}[- ]?(?:\w{{1,12}} ){{0,2}}{cues.CLIENT}(?:,|:| -)? (?P<id>{FULL})"),
        0.85,
        "a name beside words for a client",
        (no_word, NO_WORK_OF),
        needs=(standing(rf"{_WHOSE}?{cues.CLIENT}", rf"(?:,|:| -)? {CAPITAL}"),),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{cues.CLIENT}[,:]? \(?(?P<id>{FULL}|{SMALL})"),
        0.75,
        "a name beside words for a client",
        (given, NO_WORK_OF),
        begins=first_words(cues.CLIENT),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{_SOMEBODY_NAMED} [\"']?(?P<id>{FULL}|{SMALL})"),
        0.85,
        "a name where someone is named",
        (given_or_capital, cues.not_own_kin),
        needs=(said("named|called|name"),),
        begins=first_words(_SOMEBODY_NAMED),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b{_SOMEBODY_IS} [\"']?(?P<id>{FULL}|{SMALL})"),
        0.75,
        "a name where someone is named",
        (given, cues.not_own_kin, unsaid_before(rf"\b{_PROFESSION}\b", 50)),
        needs=(said("is|name"),),
        begins=first_words(_SOMEBODY_IS),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b{_CLIENTS} (?:\w{{1,10}}[ -])?{_RELATIVE}"
            rf"(?:,| \(|:)? ?(?<=[ (])(?P<id>{CAPITAL}|{SMALL})(?=[,) .?!']|$)"
        ),
        0.7,
        "a name beside words for someone in a client's life",
        (given_or_capital, NO_WORK_OF),
        needs=(said(_RELATIVE),),
        begins=first_words(_CLIENTS),
    ),
)

# Names that are words count where a client's verb follows them: `my client Will said`.
_WORD_NAMES = any_of(
    "Will, May, April, June, August, Chase, Mark, Grace, Hope, Faith, Joy, Art, Bill, Drew, "
    "Summer, Autumn, Dawn, Rose, Lily, Daisy, Ivy, Ruby, Jade, Amber, Crystal, Heather, Angel, "
    "Destiny, Austin, Hunter, Mason, Grant, Rich, Rob, Gene, Pat, Sue, Don, Jack, "
    "Christian, Jordan, Chad"
)
_CLIENTS_VERB = any_of(
    "said, says, is, was, has, told, came, asked, keeps, wants, who, feels, felt, cried, needs, "
    "relapsed, no[- ]?showed, cancelled, canceled, started, stopped, reports, and"
)

OPEN = (
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\b{cues.CLIENT}[,:]? \(?(?P<id>(?-i:{_WORD_NAMES}))(?:[,)]|'s)?"
            rf" (?-i:{_CLIENTS_VERB})\b"
        ),
        0.75,
        "a name beside words for a client",
        needs=(said(_WORD_NAMES),),
        begins=first_words(cues.CLIENT),
    ),
    Recognizer(
        Kind.NAME,
        pattern(rf"\b(?:{KIN}|{SPOUSE_OR_CHILD})(?:, | \()(?P<id>{CAPITAL})[,)]"),
        0.65,
        "a name beside words for someone in a client's life",
        (given, cues.not_own_kin),
        begins=first_words(KIN, SPOUSE_OR_CHILD),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\bmy (?:\w{{1,10}} )?[0-9]{{1,2}}(?::[0-9]{{2}})?(?: ?[ap]m)?,? (?P<id>{CAPITAL})"
        ),
        0.7,
        "a name beside the hour of a session",
        (given,),
        needs=(digits(1),),
        begins=first_words("my"),
    ),
)

_TITLE = r"(?-i:Mr|Mrs|Ms|Miss|Mx|MR|MRS)\.?"
_FAMILY = any_of(
    "couple, family, twins, siblings, kids, boys, girls, brothers, sisters, household, custody"
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
        pattern(rf"\b(?P<id>{_TITLE} {FULL})"),
        0.7,
        "a name with a title",
        (
            _titled_name,
            unsaid_before(rf"\b{_PROFESSION}\b", 50),
            unsaid_after(rf",? (?:my|our|the) {_PROFESSION}\b", 30),
        ),
        begins=first_words(_TITLE),
    ),
    Recognizer(
        Kind.NAME,
        pattern(
            rf"\bthe (?P<id>{CAPITAL}) {_FAMILY}\b"
            r"(?! (?:of|systems?|therap|method|institute|stud|model|law))"
        ),
        0.7,
        "a family's name",
        (_family_name, _no_adjective),
        needs=(said(_FAMILY), CAPITAL_WITHIN),
        begins=first_words("the"),
    ),
)

RECOGNIZERS = (*CUED, *OPEN, *TITLED)
