"""Scheduled events: how they look, and what of them Discord would refuse.

Knows times and kinds. It does *not* ask for permissions.
"""

from datetime import datetime

from playground.payloads import Json, part, read_stamp, stamp, stamp_or_none
from playground.refusals import invalid
from playground.shapes import user_json
from playground.world import Event, World

STAGE, VOICE, EXTERNAL = 1, 2, 3
SCHEDULED, ACTIVE, COMPLETED, CANCELED = 1, 2, 3, 4
_NEXT_STATUSES = {SCHEDULED: {ACTIVE, CANCELED}, ACTIVE: {COMPLETED}}


def event_json(world: World, event: Event) -> Json:
    """A scheduled event."""
    return {
        "id": str(event.id),
        "guild_id": str(event.guild_id),
        "name": event.name,
        "description": event.description,
        "channel_id": None if event.channel_id is None else str(event.channel_id),
        "creator_id": str(event.creator_id),
        "creator": user_json(world.users[event.creator_id]),
        "image": None,
        "scheduled_start_time": stamp(event.start),
        "scheduled_end_time": stamp_or_none(event.end),
        "status": event.status,
        "entity_type": event.entity_type,
        "entity_id": None,
        "recurrence_rule": None,
        "privacy_level": 2,
        "guild_scheduled_event_exceptions": [],
        "user_count": len(event.subscribers),
        "entity_metadata": None if event.location is None else {"location": event.location},
    }


def change(event: Event, body: Json) -> None:
    """Take over what the body names, as it stands."""
    event.name = body.get("name", event.name)
    event.description = body.get("description", event.description)
    event.entity_type = body.get("entity_type") or event.entity_type
    event.start = _when(body, "scheduled_start_time") or event.start
    if "scheduled_end_time" in body:
        event.end = _when(body, "scheduled_end_time")
    if "channel_id" in body:
        event.channel_id = None if body["channel_id"] is None else int(body["channel_id"])
    if "entity_metadata" in body:
        event.location = part(body, "entity_metadata").get("location")


def check(event: Event, now: datetime, *, moved: bool) -> None:
    """Refuse what cannot be held; a start in the past only where it was newly chosen (`moved`)."""
    if moved and event.start <= now:
        raise invalid(
            "scheduled_start_time",
            "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
            "Cannot schedule event in the past.",
        )
    if event.end is not None and event.end <= event.start:
        raise invalid(
            "",
            "GUILD_SCHEDULED_EVENT_END_TIME_BEFORE_START_TIME",
            "Cannot schedule event to end before it starts.",
        )
    if event.entity_type == EXTERNAL:
        _check_external(event)
    elif event.channel_id is None:
        raise invalid("channel_id", "BASE_TYPE_REQUIRED", "This field is required")


def move_on(event: Event, status: int) -> None:
    """Start, complete or cancel it, in the order that Discord allows."""
    if status not in _NEXT_STATUSES.get(event.status, set()):
        code = "TRANSITION_INVALID"
        raise invalid("status", code, f"Cannot go from status {event.status} to {status}.")
    event.status = status


def _check_external(event: Event) -> None:
    if not event.location:
        raise invalid("entity_metadata", "BASE_TYPE_REQUIRED", "This field is required")
    if event.end is None:
        raise invalid("scheduled_end_time", "BASE_TYPE_REQUIRED", "This field is required")
    if event.channel_id is not None:
        raise invalid("channel_id", "BASE_TYPE_INVALID", "An external event has no channel.")


def _when(body: Json, key: str) -> datetime | None:
    return read_stamp(body[key]) if body.get(key) else None
