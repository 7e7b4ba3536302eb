"""What Discord refuses and no schema can say: what one field means for another.

Lengths and counts that the schema does say are here too, so that they hold where the description is
not at hand. The rules see one body; they do not know the world (permissions, what exists, what was
answered before), nor what a message held before an edit.
"""

from datetime import datetime

from playground.rules.broken import Broken
from playground.rules.routes import Request, rule_for

__all__ = ["Broken", "broken_rules"]


def broken_rules(
    method: str, path: str, body: object, files: int = 0, *, now: datetime | None = None
) -> list[Broken]:
    """What Discord would refuse of a request, beyond its shape.

    Args:
        method: As on the wire, e.g. "POST".
        path: Without the API's prefix and without a query, e.g. "/channels/123/messages".
        body: The JSON body; of a multipart request its `payload_json`.
        files: How many files come with it.
        now: An aware instant against which an event's start is past; None leaves that unjudged.

    Returns:
        Everything found, in the order of the body's parts; empty for a request without rules.
    """
    rule = rule_for(method, path)
    return [] if rule is None else list(rule(Request(body, files, now)))
