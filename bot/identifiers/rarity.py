"""Details that leave very few people: someone called the only one of a kind in a small place, or a sole survivor.

Patterns see only what is said outright; weighing a role, a place and a trait together is beyond them.
"""

from bot.identifiers import cues
from bot.identifiers.finding import Kind
from bot.identifiers.recognizer import Recognizer, pattern, unsaid_before

_SMALL = (
    r"(?:town|county|city|village|island|region|district|parish|precinct|department|dept|"
    r"school|state|reservation|tribe|valley|department|squad|team|bench|force|diocese|"
    r"congregation|department|"
    r"crew|unit|firm|faculty|council|legislature|campus)"
)
_NOT_US = unsaid_before(rf"{cues.WRITER}(?: \w{{1,10}}){{0,2}} ?$|\b(?:am|are)\s$", 30)

RECOGNIZERS = (
    Recognizer(
        Kind.QUASI,
        pattern(
            rf"\b(?:{cues.CLIENT}|he|she|they|who|guy|kid|mom|dad|man|woman|husband|"
            r"wife)(?: is| was|'s|'re)?(?: literally| now| also| apparently| probably)?,? "
            r"(?P<id>the (?:only|first|sole)(?: [\w'-]{1,20}){1,6}? (?:in|on|of|"
            r"for) (?:the|our|this|that|my|her|his|"
            rf"their)(?: [\w'-]{{1,20}}){{0,2}}? {_SMALL})\b"
        ),
        0.75,
        "someone described as the only one of a kind in a small place",
        (_NOT_US,),
    ),
    Recognizer(
        Kind.QUASI,
        pattern(
            r"\b(?P<id>(?:the )?(?:sole|only|lone|"
            r"last) (?:\w{1,15} )?survivor of the(?: [\w'-]{1,20}){1,8})"
        ),
        0.75,
        "someone described as the survivor of an event",
        (_NOT_US,),
    ),
)
