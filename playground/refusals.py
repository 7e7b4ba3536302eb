"""How Discord says no: an HTTP status, a code of its own, a message, and where in the body.

Knows the vocabulary only; who refuses what is decided by the routes.
"""

import re
from collections.abc import Iterable

from playground.payloads import Json

_WORDING: dict[int, tuple[int, str]] = {
    0: (401, "401: Unauthorized"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10007: (404, "Unknown Member"),
    10008: (404, "Unknown Message"),
    10011: (404, "Unknown Role"),
    10013: (404, "Unknown User"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    10070: (404, "Unknown Guild Scheduled Event"),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50003: (403, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50008: (400, "Cannot send messages in a non-text channel"),
    50013: (403, "Missing Permissions"),
    50021: (403, "Cannot execute action on a system message"),
    50024: (400, "Cannot execute action on this channel type"),
    50027: (401, "Invalid Webhook Token"),
    50035: (400, "Invalid Form Body"),
    50083: (400, "Thread is archived"),
    50109: (400, "The request body contains invalid JSON."),
    10090: (404, "Unknown auto moderation rule"),  # this code is not publicly known
    160004: (400, "A thread has already been created for this message"),
    160005: (400, "Thread is locked"),
    180000: (400, "Cannot update a finished event"),
}


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Discord's no, to be sent as the answer to one request."""

    def __init__(self, code: int, *, status: int | None = None, errors: Json | None = None) -> None:
        self.code = code
        fallback, self.message = _WORDING[code]
        self.status = fallback if status is None else status
        self.errors = errors
        super().__init__(f"{self.status} (code {code}): {self.message}")

    def body(self) -> Json:
        """The JSON that goes with the status."""
        body: Json = {"message": self.message, "code": self.code}
        return body if self.errors is None else {**body, "errors": self.errors}


def invalid(field: str, code: str, message: str) -> Refused:
    """A refusal of one field of the body, such as `components[0].label`."""
    return invalid_form([(field, code, message)])


def invalid_form(faults: Iterable[tuple[str, str, str]]) -> Refused:
    """A refusal of several fields: (path, code, message) each; an empty path is the body itself."""
    errors: Json = {}
    for path, code, message in faults:
        node = errors
        for step in re.findall(r"[^.\[\]$]+", path):
            node = node.setdefault(step, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})
    return Refused(50035, errors=errors)
