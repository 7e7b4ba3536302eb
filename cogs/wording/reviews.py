"""Words of the private review of a warning, of the rewrite, and of a message that was removed."""

from collections.abc import Sequence

from bot.domain.ids import ChannelId
from cogs.wording.shared import channel

DELETE = "Delete mine"
REWORD = "Delete and post the rewrite"
FALSE_ALARM = "Not an identifier"
CONSENTED = "The client has agreed"

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
CANNOT_SWAP = (
    "I may not delete messages in this channel, so I posted nothing. Please delete or edit your"
    " message yourself; the rewrite is here to copy."
)
DELETED = "Your message is deleted, and the warning with it. Thank you."
KEPT = "Thank you for looking. It stays, and the warning is gone."
LEARNED = (
    "Thank you for looking. It stays, and the warning is gone. I will not warn this group about"
    " those words again; I remember them as keyed hashes only."
)
SWAPPED = "Your message is deleted, and the rewrite stands in its place. Thank you."
NOT_POSTED = (
    "Your message is deleted, but Discord did not let me post the rewrite. It is here to copy."
)

MARKED_TITLE = "What you wrote, with what I noticed"
REWRITE_TITLE = "A rewrite, to copy or to edit"
COPY_TITLE = "What you wrote"

_ONLY_YOU = "Only you can see this, and I keep none of your words."
_AGREED = "A client may agree to be named among colleagues (APA 4.06); then say so."
_MESSAGE_CHOICE = (
    f"You can also edit your message: the warning goes when I find nothing any more. {_AGREED}"
)
_TITLE_CHOICE = (
    "Please rename the thread, for example to “A question of boundaries”."
    f" The warning goes when I find nothing any more. {_AGREED}"
)
LONGEST_POINTS = 1200
"""Discord shows 2000 characters; the rest is for the sentences around the points."""

Point = tuple[str, str]
"""Why, and what was found, marked."""


def review(lines: str, *, title: bool) -> str:
    """What was found and why, for the author alone."""
    where = "the title" if title else "your message"
    choice = _TITLE_CHOICE if title else _MESSAGE_CHOICE
    return f"In {where} I noticed:\n{lines}\n{choice} {_ONLY_YOU}"


# Where, if not in the words themselves.

IN_POLL = "in the poll"
IN_FORWARDED = "in what you forwarded"
IN_FILE_NAME = "in a file's name"
IN_FILE_NOTE = "in what you wrote about a file"


def in_file(name: str) -> str:
    """Where a finding stood that is in a file."""
    return f"in the file {name}"


def reasons(points: Sequence[Point], wheres: Sequence[str] = ()) -> str:
    """What was found and why, where the whole text stands below."""
    return _fitting([f"{found}: {_why(why, where)}" for why, found, where in _each(points, wheres)])


def around(points: Sequence[Point], wheres: Sequence[str]) -> str:
    """What was found and why, with the words around it."""
    return _fitting(
        [f"{_why(why, where)}:\n> {passage}" for why, passage, where in _each(points, wheres)]
    )


def _each(points: Sequence[Point], wheres: Sequence[str]) -> list[tuple[str, str, str]]:
    told = [*wheres, *[""] * (len(points) - len(wheres))]
    return [(*point, where) for point, where in zip(points, told, strict=True)]


def _why(why: str, where: str) -> str:
    return f"{why}, {where}" if where else why


def _fitting(lines: Sequence[str]) -> str:
    """As many lines as fit, numbered, and how many there are besides."""
    shown: list[str] = []
    for number, line in enumerate(lines, start=1):
        if sum(map(len, shown)) + len(line) > LONGEST_POINTS:
            break
        shown.append(f"{number}. {line}")
    more = len(lines) - len(shown)
    return "\n".join(shown) + (f"\nThere is more of that kind: {more}." if more else "")


# The rewrite.

REWRITE_FORM = "Post a rewrite"
REWRITE_LABEL = "Your message, reworded"
REWRITE_HINT = "Change it as you like. I look at it again before anybody else sees it."
POST_ANYWAY = "Not an identifier: post my wording"
EMPTY = "There is nothing to post in it yet."


def still(lines: str) -> str:
    """The rewrite that was submitted would be warned about as well; it is shown below."""
    return (
        f"I posted nothing, because I still noticed:\n{lines}\n"
        f"Your wording is below: go on with it, or say that it is no identifier. {_ONLY_YOU}"
    )


# A message that was removed at once.

POST_REWRITE = "Post the rewrite"
POST_FALSE_ALARM = "Not an identifier: post it"
POST_CONSENTED = "The client has agreed: post it"
LEAVE = "Leave it out"

LEFT_OUT = "It stays out, and this copy is gone. Thank you."
POSTED_AGAIN = "It stands in the channel again, posted by me in your name. Thank you."
POSTED_LEARNED = (
    "It stands in the channel again, posted by me in your name. I will not warn this group about"
    " those words again; I remember them as keyed hashes only."
)
POSTED_REWRITE = "The rewrite stands in the channel, posted by me in your name. Thank you."
CANNOT_POST = "Discord does not let me post there now. Your words are still here."
NO_COPY = "I cannot find your words here any more. Please write it anew."


def removed(channel_id: ChannelId, lines: str, *, files: bool) -> str:
    """The direct message with the copy of a message that was taken out of a channel."""
    lost = " What you post again from here goes without the files." if files else ""
    return (
        f"I took your message out of {channel(channel_id)}, because it may identify a client."
        f" I noticed:\n{lines}\n"
        f"This is the only copy, for you alone.{lost} I keep nothing of it. {_AGREED}"
    )
