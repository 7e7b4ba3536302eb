"""Words about time zones."""

from datetime import datetime

from bot.domain.when.shown import show_clock

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


def kept(city: str, there: datetime) -> str:
    """The zone is known now; `there` is the present in that zone, so that a slip shows."""
    return f"Thank you. I will use {city} time for you, where it is {show_clock(there.time())} now."


def which() -> str:
    """Several places match what was typed."""
    return "I know more than one place like that. Which one is it?"


NOT_FOUND = "I could not find that place. Please try a larger city near you, or pick from the list."
