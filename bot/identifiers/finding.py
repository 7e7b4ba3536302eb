"""What a screening says: kinds of client identifiers, and findings of them in a text.

Kinds follow APA Ethics Standard 4.06 through the list of the HIPAA Safe Harbor rule. A finding
says where and why in a clinician's words; it does not hold the text itself, so that it can be kept.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of client identifier a finding is."""

    NAME = "NAME"
    INITIALS = "INITIALS"
    PLACE = "PLACE"
    DATE = "DATE"
    AGE90 = "AGE90"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    URL = "URL"
    IP = "IP"
    HANDLE = "HANDLE"
    SSN = "SSN"
    MRN = "MRN"
    PLAN = "PLAN"
    ACCOUNT = "ACCOUNT"
    LICENSE = "LICENSE"
    VEHICLE = "VEHICLE"
    DEVICE = "DEVICE"
    IMAGE = "IMAGE"
    QUASI = "QUASI"


@dataclass(frozen=True, slots=True)
class Finding:
    """A span of a text that may identify a client.

    Attributes:
        start: First code point of the span.
        end: One past the last code point; always greater than `start`.
        kind: The sort of identifier.
        score: From 0 to 1, how sure the recognizer is.
        reason: Why, in words for the author; never any of the text.
    """

    start: int
    end: int
    kind: Kind
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Screening:
    """The verdict on one text: whether to warn, and the findings in order, none over another."""

    warn: bool
    findings: tuple[Finding, ...]
