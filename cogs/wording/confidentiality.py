"""Words of warnings about client identifiers; they never repeat what was found."""

from bot.domain.ids import MemberId
from cogs.wording.shared import person

WARNING = "This message may identify a client. Only you can open the review."
REVIEW = "Review privately"


def title_warning(author_id: MemberId) -> str:
    """Posted in a thread whose title may identify a client."""
    return f"{person(author_id)} This title may identify a client. Only you can open the review."


REMINDER = "This message may still identify a client. Only you can open the review."
COULD_NOT_COPY = (
    "This message may identify a client. Only you can open the review. I would have taken it out"
    " here, but I cannot keep all of it for you, and you would have lost it."
)
COULD_NOT_REMOVE = (
    "This message may identify a client. Only you can open the review. I would have taken it out"
    " here, but I cannot write to you privately, and you would have lost it. `/check` looks at a"
    " draft before anybody sees it."
)


def title_reminder(author_id: MemberId) -> str:
    """Posted once in a thread whose title nobody changed."""
    return (
        f"{person(author_id)} This title may still identify a client. Only you can open the review."
    )


def private_warning(link: str, *, title: bool) -> str:
    """A direct message, where nothing is said in the channel."""
    what = "The title of your thread" if title else "Your message"
    return f"{what} may identify a client: {link}\nNobody else was told."


def private_reminder(link: str, *, title: bool) -> str:
    """The same again, once."""
    what = "The title of your thread" if title else "Your message"
    return f"{what} may still identify a client: {link}\nNobody else was told, and I say no more."
