"""Words about time zones."""

from datetime import datetime

from cogs.wording.shared import moment

PICK = "Pick the city nearest to you"
OTHER_CITY = "My city is not listed"
FORM_TITLE = "Where are you?"
FORM_LABEL = "Your city"
FORM_HINT = "The nearest larger city is fine, like Boston or Leeds."
GO_ON = "Continue"

COMMAND = "Set or change your time zone"
OPTION = "Start typing your city, then pick one"


def question() -> str:
    """Asked once, where it is first needed."""
    return (
        "Which time zone are you in? I ask once, so that I can show you times in yours"
        " and read the times you type. You can change it later with `/zone`."
    )


def kept(city: str, now: datetime) -> str:
    """The zone is known now."""
    return f"Thank you. I will use {city} time for you. It is {moment(now)} now."


def which(typed_count: int) -> str:
    """Several places match."""
    return f"I know {typed_count} places like that. Which one is it?"


NOT_FOUND = "I could not find that place. Please try a larger city near you, or pick from the list."
