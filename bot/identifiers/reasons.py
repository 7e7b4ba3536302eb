"""Why a passage was marked, in words that a clinician accepts; never any of the text.

The network gives no reasons of its own: this names the words beside a passage that speak of a
client, as a colleague would point to them.
"""

import re

from bot.identifiers.finding import Kind

REACH = 60
"""So many characters on each side of a passage are looked at."""

_BESIDE = (
    (
        re.compile(
            r"\b(?:my|our|this|that|a|the) (?:\w{1,15} )?(?:client|cl|ct)s?\b", re.IGNORECASE
        ),
        "“client”",
    ),
    (re.compile(r"\b(?:client|ct)s?\b", re.IGNORECASE), "“client”"),
    (re.compile(r"\b(?:patient|pt)s?\b", re.IGNORECASE), "“patient”"),
    (re.compile(r"\b(?:couple|family)\b", re.IGNORECASE), "words for a couple or a family"),
    (
        re.compile(
            r"\b(?:mother|mom|mum|father|dad|sister|brother|son|daughter|husband|wife|ex|partner"
            r"|boyfriend|girlfriend|aunt|uncle|grand\w+|nan|roommate|boss|fianc\w+)\b",
            re.IGNORECASE,
        ),
        "words for someone in a client's life",
    ),
    (
        re.compile(
            r"\b(?:session|intake|no[- ]?show\w*|cancel\w*|relapse\w*|terminat\w+|disclos\w+|saw"
            r"|seeing|treat\w*|refer\w*|consent|mandated|discharge\w*|admitted|hospitali[sz]ed"
            r"|diagnos\w+|therapy|sober|crisis|case|couch)\b",
            re.IGNORECASE,
        ),
        "words for the work with a client",
    ),
)

_WHAT = {
    Kind.NAME: "a name that looks like a client's, or of someone close to one",
    Kind.INITIALS: "initials that look like a client's",
    Kind.PLACE: "a place smaller than a state that seems tied to a client",
    Kind.DATE: "a date that seems tied to a client",
    Kind.AGE90: "an age over 89",
    Kind.PHONE: "a telephone number that may be a client's",
    Kind.EMAIL: "an e-mail address that may be a client's",
    Kind.URL: "a web address that may lead to a client",
    Kind.IP: "a network address",
    Kind.HANDLE: "a user name that may be a client's",
    Kind.SSN: "a national or social security number, or a part of one",
    Kind.MRN: "a record or case number",
    Kind.PLAN: "a health plan number",
    Kind.ACCOUNT: "a number of an account or a card",
    Kind.LICENSE: "a number of a licence or a passport",
    Kind.VEHICLE: "a number of a vehicle",
    Kind.DEVICE: "a number or name of a device that a client has",
    Kind.IMAGE: "a picture or document that seems to be about a client",
    Kind.QUASI: "details that together may leave only one person",
}
_SHORT = {
    Kind.NAME: "a name beside",
    Kind.INITIALS: "initials beside",
    Kind.PLACE: "a place beside",
    Kind.DATE: "a date beside",
}


def reason_for(text: str, start: int, end: int, kind: Kind) -> str:
    """The reason for a finding at this place."""
    short = _SHORT.get(kind)
    if short:
        around = f"{text[max(0, start - REACH) : start]} \n {text[end : end + REACH]}"
        for cue, words in _BESIDE:
            if cue.search(around):
                return f"{short} {words}"
    return _WHAT[kind]
