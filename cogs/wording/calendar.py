"""Words about calendars: where a meeting is kept, and a member's own feed."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from bot.services.calendar import NEUTRAL_SUMMARY
from bot.services.calendar_links import WebCalendar
from cogs.wording.shared import moment

ADD: Mapping[WebCalendar, str] = MappingProxyType(
    {
        WebCalendar.GOOGLE: "Google Calendar",
        WebCalendar.OUTLOOK: "Outlook.com",
        WebCalendar.OUTLOOK_WORK: "Outlook at work",
    }
)
FOLLOW = ADD

COMMANDS = "See your meetings in your own calendar"
LINK = "Get a private address that your calendar can follow"
RENEW_COMMAND = "Get a new address; the one you have stops working"
REVOKE = "Stop the address you have"
RENEW = "Give me a new one"

NO_LINK = "You have no calendar address here. `/calendar link` gives you one."
REVOKED = (
    "Done. The address shows nothing any more, and your calendar will notice at its next look."
    " `/calendar link` gives you a new one."
)


def linked(address: str) -> str:
    """A member's new feed, told once."""
    return (
        f"This is your private calendar address:\n```\n{address}\n```\n"
        "Copy it and have your calendar follow it: it is called *From URL* or *Subscribe*."
        f" Your meetings in this server then show up as “{NEUTRAL_SUMMARY}”, and follow every move"
        " and call-off. How soon is up to your calendar: some look every hour, some once a day.\n"
        "Whoever has the address can see when you meet, so keep it to yourself. I keep no copy:"
        " if it is lost or got around, `/calendar renew` gives you another, and this one stops."
    )


def linked_already(since: datetime) -> str:
    """The member asks for the address that they were given before."""
    return (
        f"You have had a calendar address since {moment(since)}. I keep no copy of it, so I cannot"
        " show it again. I can give you a new one; then the old one stops working, and your"
        " calendar needs the new one."
    )
