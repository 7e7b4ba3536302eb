"""Scheduled events. Knows the time only where it is told; an edit it sees without what it edits."""

from collections.abc import Iterator
from datetime import UTC, datetime

from playground.rules.broken import Broken, inside, length, missing, no_choice, written
from playground.rules.reading import Fields, fields_of, number_of, text_of

STAGE, VOICE, EXTERNAL = 1, 2, 3
START, END = "scheduled_start_time", "scheduled_end_time"


def event(given: Fields, *, new: bool, now: datetime | None) -> Iterator[Broken]:
    """What Discord would refuse of an event that is made (`new`) or edited."""
    if new or "name" in given:
        yield from written("name", given.get("name"), 100)
    yield from length("description", given.get("description"), 0, 1000)
    location = fields_of(given.get("entity_metadata")).get("location")
    yield from length(inside("entity_metadata", "location"), location, 1, 100)
    yield from _place(given, new=new)
    yield from _times(given, now)
    if new and given.get("privacy_level") != 2:
        yield no_choice("privacy_level", "(2,)")
    if new and given.get(START) is None:
        yield missing(START)


def _place(given: Fields, *, new: bool) -> Iterator[Broken]:
    """An event elsewhere needs a location and an end; one in a channel needs the channel."""
    kind = number_of(given.get("entity_type"))
    if kind == EXTERNAL:
        yield from _elsewhere(given)
    elif new and kind in {STAGE, VOICE} and given.get("channel_id") is None:
        yield missing("channel_id")
    elif new and kind not in {STAGE, VOICE}:
        yield no_choice("entity_type", (STAGE, VOICE, EXTERNAL))


def _elsewhere(given: Fields) -> Iterator[Broken]:
    location = text_of(fields_of(given.get("entity_metadata")).get("location"))
    if not (location or "").strip():
        yield missing(inside("entity_metadata", "location"))
    if given.get(END) is None:
        yield missing(END)
    if given.get("channel_id") is not None:
        words = "Events elsewhere have no channel"
        yield Broken("channel_id", "GUILD_SCHEDULED_EVENT_CHANNEL_ID_INVALID", words)


def _times(given: Fields, now: datetime | None) -> Iterator[Broken]:
    start, end = _instant(given.get(START)), _instant(given.get(END))
    for name, read in ((START, start), (END, end)):
        if text_of(given.get(name)) is not None and read is None:
            words = "Could not parse. Should be ISO8601."
            yield Broken(name, "DATE_TIME_TYPE_PARSE", words)
    if now is not None and start is not None and start < now:
        words = "Cannot schedule event in the past."
        yield Broken(START, "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", words)
    if start is not None and end is not None and end <= start:
        words = "Event end time must be after start time"
        yield Broken(END, "GUILD_SCHEDULED_EVENT_END_BEFORE_START", words)


def _instant(value: object) -> datetime | None:
    """An aware instant; a time without a zone is UTC, as Discord reads it."""
    try:
        read = datetime.fromisoformat(text_of(value) or "")
    except ValueError:
        return None
    return read if read.tzinfo is not None else read.replace(tzinfo=UTC)
