"""Addresses that open a web calendar with a meeting in it, or with a subscription.

They carry neutral words and instants in UTC, nothing of the topic and nobody's name.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote, urlencode

from bot.domain.when.slot import Slot
from bot.services.calendar import NEUTRAL_SUMMARY


class WebCalendar(StrEnum):
    """Where members keep calendars; Outlook has one door for private accounts, one for work's."""

    GOOGLE = "google"
    OUTLOOK = "outlook"
    OUTLOOK_WORK = "outlook work"


_OUTLOOK = {
    WebCalendar.OUTLOOK: "https://outlook.live.com/calendar/0",
    WebCalendar.OUTLOOK_WORK: "https://outlook.office.com/calendar/0",
}


def adding(place: WebCalendar, time: Slot) -> str:
    """The address under which that calendar offers to keep a meeting at this time."""
    if place is WebCalendar.GOOGLE:
        dates = f"{_packed(time.starts)}/{_packed(time.ends)}"
        asked = {"action": "TEMPLATE", "text": NEUTRAL_SUMMARY, "dates": dates}
        return _address("https://calendar.google.com/calendar/render", asked)
    asked = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": NEUTRAL_SUMMARY,
        "startdt": _instant(time.starts),
        "enddt": _instant(time.ends),
    }
    return _address(f"{_OUTLOOK[place]}/deeplink/compose", asked)


def subscribing(place: WebCalendar, feed: str) -> str:
    """The address under which that calendar offers to follow the feed.

    Google has none that keeps to https: there the member pastes the feed's address.
    """
    if place is WebCalendar.GOOGLE:
        return "https://calendar.google.com/calendar/r/settings/addbyurl"
    return _address(f"{_OUTLOOK[place]}/addfromweb", {"url": feed, "name": NEUTRAL_SUMMARY})


def _address(base: str, asked: Mapping[str, str]) -> str:
    # A blank is %20: some of these pages show a + as it is.
    return f"{base}?{urlencode(asked, quote_via=quote, safe='')}"


def _packed(instant: datetime) -> str:
    return f"{instant:%Y%m%dT%H%M%SZ}"


def _instant(instant: datetime) -> str:
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"
