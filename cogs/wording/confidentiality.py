"""Words about client identifiers: the warning, its private review, and the check of a draft.

The public ones never repeat what was found.
"""

from collections.abc import Sequence

from bot.domain.ids import MemberId
from cogs.wording.shared import counted, person

WARNING = "This message may identify a client. Only you can open the review."
REVIEW = "Review privately"


def title_warning(author_id: MemberId) -> str:
    """Posted in a thread whose title may identify a client."""
    return f"{person(author_id)} This title may identify a client. Only you can open the review."


DELETE = "Delete my message"
FALSE_ALARM = "Keep it: false alarm"
CONSENTED = "Keep it: the client consented"

NOT_YOURS = "Only the author can open this review."
NOT_KNOWN = "There is nothing left to review here."
GONE = "It is deleted already, so there is nothing left to review."
HEALED = "I find nothing in it any more, so the warning is gone. Thank you."
CANNOT_READ = (
    "I may not read it any more, so I cannot show you what I found."
    " Please look at it yourself and decide."
)
CANNOT_DELETE = (
    "I may not delete messages in this channel. Please delete it yourself;"
    " the warning then goes as well."
)
DELETED = "Your message is deleted, and the warning with it. Thank you."
KEPT = "Thank you for looking. It stays, and the warning is gone."

_ONLY_YOU = "Only you can see this, and I keep none of your words."
_MESSAGE_CHOICE = "To change your message, edit it: the warning goes when I find nothing any more."
_TITLE_CHOICE = (
    "Please rename the thread, for example to “A question of boundaries”."
    " The warning goes when I find nothing any more."
)
LONGEST_POINTS = 1500
"""Discord shows 2000 characters; the rest is for the sentences around the points."""

Point = tuple[str, str]
"""Why, and the passage with what was found marked in it."""


def review(points: Sequence[Point], *, title: bool) -> str:
    """What was found and why, for the author alone."""
    where = "the title" if title else "your message"
    choice = _TITLE_CHOICE if title else _MESSAGE_CHOICE
    return f"In {where} I noticed:\n{_points(points)}\n{choice} {_ONLY_YOU}"


def _points(points: Sequence[Point]) -> str:
    """As many points as fit, and how many there are besides."""
    lines: list[str] = []
    for number, (why, passage) in enumerate(points, start=1):
        line = f"{number}. {why}:\n> {passage}"
        if sum(map(len, lines)) + len(line) > LONGEST_POINTS:
            break
        lines.append(line)
    more = len(points) - len(lines)
    return "\n".join(lines) + (f"\nThere is more of that kind: {more}." if more else "")


CHECK = "Look at a draft privately for what may identify a client"
CHECK_TITLE = "Check a draft"
CHECK_LABEL = "What would you like to send?"
CHECK_HINT = "Nobody else sees this, and nothing of it is kept."

_AID = "I look for patterns and can miss things: this is an aid, not a guarantee."


def checked(points: Sequence[Point]) -> str:
    """What was found in a draft, or that nothing was."""
    if not points:
        return f"I found nothing that may identify a client. {_AID}"
    found = counted(len(points), "passage", "passages")
    return f"I noticed {found} that may identify a client:\n{_points(points)}\n{_AID} {_ONLY_YOU}"
