"""Details that leave very few people: the only one of a kind in a small place, a sole survivor.

Patterns see only what is said outright; weighing a role, a place and a trait together is beyond
them.
"""

from bot.identifiers import cues
from bot.identifiers.cue_words import first_words
from bot.identifiers.finding import Kind
from bot.identifiers.needs import said
from bot.identifiers.recognizer import Recognizer, any_of, pattern, unsaid_before

_SMALL_CIRCLE = any_of(
    "town, county, city, village, island, region, district, parish, precinct, department, "
    "dept, school, state, reservation, tribe, valley, squad, team, bench, force, diocese, "
    "congregation, crew, unit, firm, faculty, council, legislature, campus, coast, base, "
    "hospital"
)
_NOT_US = unsaid_before(rf"{cues.WRITER}(?: \w{{1,10}}){{0,2}} ?$|\b(?:am|are)\s$", 30)

RECOGNIZERS = (
    Recognizer(
        Kind.QUASI,
        pattern(
            rf"\b{cues.SUBJECT}(?: is| was)?(?: literally| now| also| apparently| probably)?,? "
            r"(?P<id>the (?:only|first|sole)(?: [\w'-]{1,20}){1,6}? (?:in|on|of|for) "
            rf"(?:the|our|this|that|my|her|his|their)(?: [\w'-]{{1,20}}){{0,2}}? {_SMALL_CIRCLE})\b"
        ),
        0.75,
        "someone described as the only one of a kind in a small place",
        (_NOT_US,),
        needs=(said("only|first|sole"),),
        begins=first_words(cues.SUBJECT),
    ),
    Recognizer(
        Kind.QUASI,
        pattern(
            r"\b(?P<id>(?:the )?(?:sole|only|lone|last) (?:\w{1,15} )?survivor of the"
            r"(?: [\w'-]{1,20}){1,8})"
        ),
        0.75,
        "someone described as the survivor of an event",
        (_NOT_US,),
        needs=(said("survivor"),),
    ),
)
