"""Words about texts that somebody asks to have looked at: a draft, or a message that stands."""

from collections.abc import Sequence

from bot.domain.ids import MemberId
from bot.identifiers.automod import Part
from cogs.wording.automod import WHAT
from cogs.wording.shared import counted, person

Point = tuple[str, str]
"""Why, and the passage with what was found marked in it."""

LONGEST_POST = 1960
"""Discord shows 2000 characters in a message; the rest is for the author's name."""

_LONGEST_POINTS = 1300

CHECK = "Look at a draft privately for what may identify a client"
CHECK_TITLE = "Check a draft"
CHANGE_TITLE = "Change the draft"
CHECK_LABEL = "What would you like to send?"
CHECK_HINT = "Nobody else sees this, and nothing of it is kept."
DRAFT_TITLE = "Your draft"
CHANGE = "Change it"
POST = "Post it in this channel"
TAKE_BACK = "Take it back"
DELETE = "Delete my message"
MENU = "Check for identifiers"

_NOTHING = "I found nothing that may identify a client."
_AID = "I look for patterns and can miss things: this is an aid, not a guarantee."
_ONLY_YOU = "Only you can see this, and I keep none of your words."
_POSTS = "I post it under your name, and ping nobody."


def checked(points: Sequence[Point], *, length: int, may_post: bool, warns: bool) -> str:
    """The verdict on a draft, and what can be done with it now."""
    parts = [_found(points), _AID, _ONLY_YOU, _next(length, may_post=may_post, warns=warns)]
    return "\n".join(filter(None, parts))


def _found(points: Sequence[Point]) -> str:
    if not points:
        return _NOTHING
    found = counted(len(points), "passage", "passages")
    return f"I noticed {found} that may identify a client:\n{_points(points)}"


def _next(length: int, *, may_post: bool, warns: bool) -> str:
    if not may_post:
        return ""
    if length > LONGEST_POST:
        return (
            f"It has {length} characters. I can post up to {LONGEST_POST} at once,"
            " so please shorten it or send it in parts."
        )
    if warns:
        return (
            "Once you have changed that, I can post it for you. A rewrite to start from is below."
        )
    return _POSTS


def _points(points: Sequence[Point]) -> str:
    """As many points as fit, and how many there are besides."""
    lines: list[str] = []
    for number, (why, passage) in enumerate(points, start=1):
        line = f"{number}. {why}:\n> {passage}"
        if sum(map(len, lines)) + len(line) > _LONGEST_POINTS:
            break
        lines.append(line)
    more = len(points) - len(lines)
    return "\n".join(lines) + (f"\nThere is more of that kind: {more}." if more else "")


def posted(author_id: MemberId, text: str) -> str:
    """A member's text, as it stands in the channel."""
    return f"{head(author_id)}{text}"


def head(author_id: MemberId) -> str:
    """How a text begins that was posted for a member."""
    return f"{person(author_id)} writes:\n"


def done(link: str) -> str:
    """Told to who has just posted a draft."""
    return (
        f"It is posted: {link}\nYou can take it back here for as long as you see this message,"
        f" and later by its own menu: Apps > {MENU}."
    )


def would_refuse(part: Part) -> str:
    """AutoMod would refuse the draft if its author sent it, so the bot does not post it either."""
    return (
        f"In this channel Discord refuses {WHAT[part]}, so I do not post that either."
        " Your draft is still below: please change it."
    )


NOT_A_PLACE = "You cannot write in this channel, so I cannot post it for you here."
NO_DRAFT = "I cannot find your draft any more. Please start again with `/check`."
NOT_POSTED = (
    "Discord did not let me post it here. Your draft is still below: please send it yourself."
)
NOT_KNOWN = (
    "Discord did not say whether it is posted. Please look in the channel first."
    " Pressing again within a few minutes does not post it twice."
)
TAKEN_BACK = "It is gone from the channel."
NOT_TAKEN_BACK = "I may not delete messages in this channel. Please delete it yourself."
NOT_YOURS = "That message is not yours."

NOTHING_TO_READ = "There are no words in that message that I could look at."
_HOW_TO_MEND = "To mend it, edit the message, or delete it. Others may have read it already."
_KINDLY = (
    "If you agree, tell them privately and without repeating the words, for example:"
    "\n> Would you look at your message once more? Something in it may lead to a client."
    "\nThey can edit or delete it, and open this same check on it."
)


def own_message(lines: str) -> str:
    """The check of a message, for who wrote it; no lines where nothing was found."""
    mend = _HOW_TO_MEND if lines else ""
    return "\n".join(filter(None, [_noticed(lines), mend, _AID, _ONLY_YOU]))


def others_message(author_id: MemberId, lines: str) -> str:
    """The check of a message, for who reads it."""
    whose = f"This is about the message of {person(author_id)}. They are not told."
    return "\n".join(filter(None, [_noticed(lines), _KINDLY if lines else "", _AID, whose]))


def _noticed(lines: str) -> str:
    return f"I noticed what may identify a client:\n{lines}" if lines else _NOTHING
