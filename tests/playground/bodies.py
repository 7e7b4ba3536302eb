"""Bodies as Discord's documentation gives them, and what a case of a rule is."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from playground.rules import broken_rules

Body: TypeAlias = Any  # JSON of any shape
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
V2 = 1 << 15

SEND = ("POST", "/channels/1/messages")
EDIT = ("PATCH", "/channels/1/messages/2")
POST = ("POST", "/channels/1/threads")
THREAD = ("POST", "/channels/1/messages/2/threads")
CHANNEL = ("PATCH", "/channels/1")
ANSWER = ("POST", "/interactions/1/a-token/callback")
FOLLOW_UP = ("POST", "/webhooks/1/a-token")
ORIGINAL = ("PATCH", "/webhooks/1/a-token/messages/@original")
COMMANDS = ("PUT", "/applications/1/commands")
IN_GUILD = ("PUT", "/applications/1/guilds/2/commands")
EVENT = ("POST", "/guilds/1/scheduled-events")
EVENT_EDIT = ("PATCH", "/guilds/1/scheduled-events/2")


@dataclass(frozen=True, slots=True)
class Case:
    """One rule: what breaks it, what does not, and where it says so."""

    claim: str
    request: tuple[str, str]
    bad: Body
    good: Body
    says: str
    files: int = 0

    def said_of(self, body: Body) -> list[str]:
        """What the rules say of a body."""
        found = broken_rules(*self.request, body, self.files, now=NOW)
        return [f"{one.path} {one.code}" for one in found]


def button(name: str = "open", **given: Body) -> Body:
    """A button."""
    return {"type": 2, "style": 1, "label": "Answer", "custom_id": name, **given}


def bare(**given: Body) -> Body:
    """A button with nothing but what is given."""
    return {"type": 2, **given}


def select(count: int = 2, kind: int = 3, **given: Body) -> Body:
    """A select, radio group (21) or checkbox group (22)."""
    options = [{"label": "Slot", "value": f"{n}"} for n in range(count)]
    return {"type": kind, "custom_id": "slots", "options": options, **given}


def users(**given: Body) -> Body:
    """A select of members."""
    return {"type": 5, "custom_id": "who", **given}


def row(*parts: Body) -> Body:
    """An action row."""
    return {"type": 1, "components": [*parts]}


def in_rows(*parts: Body) -> Body:
    """A message with one row."""
    return {"content": "Hello", "components": [row(*parts)]}


def text(words: str = "Hello") -> Body:
    """A text display."""
    return {"type": 10, "content": words}


def section(*parts: Body, **given: Body) -> Body:
    """A section."""
    return {"type": 9, "components": [*parts], "accessory": button(), **given}


def container(*parts: Body, **given: Body) -> Body:
    """A container."""
    return {"type": 17, "components": [*parts], **given}


def v2(*parts: Body, **given: Body) -> Body:
    """A message of Components V2."""
    return {"flags": V2, "components": [*parts], **given}


def picture(url: str) -> Body:
    """A media gallery."""
    return {"type": 12, "items": [{"media": {"url": url}}]}


def upload(name: str, count: int = 1) -> Body:
    """A V2 message with a file shown and files listed."""
    listed = [{"id": n, "filename": f"{n}.ics"} for n in range(count)]
    file = {"type": 13, "file": {"url": f"attachment://{name}"}}
    return v2(file, attachments=listed)


def mentions(**given: Body) -> Body:
    """A message with allowed mentions."""
    return {"content": "Hello", "allowed_mentions": given}


def embed(**given: Body) -> Body:
    """A message with an embed."""
    return {"embeds": [{"type": "rich", **given}]}


def modal(*parts: Body, **given: Body) -> Body:
    """A modal as an answer."""
    data = {"title": "Call", "custom_id": "cv:call", "components": [*parts], **given}
    return {"type": 9, "data": data}


def label(component: Body | None = None, **given: Body) -> Body:
    """A label around a control."""
    held = {"type": 4, "style": 1, "custom_id": "topic"} if component is None else component
    return {"type": 18, "label": "Topic", "component": held, **given}


def typed(**given: Body) -> Body:
    """A modal with a text input."""
    return modal(label({"type": 4, "style": 1, "custom_id": "topic", **given}))


def offers(*names: str) -> Body:
    """Choices as an answer to autocompletion."""
    return {"type": 8, "data": {"choices": [{"name": name, "value": "a"} for name in names]}}


def command(*options: Body, **given: Body) -> list[Body]:
    """A slash command, alone."""
    return [{"name": "call", "description": "Call", "options": [*options], **given}]


def option(name: str = "topic", kind: int = 3, **given: Body) -> Body:
    """An option of a command."""
    return {"type": kind, "name": name, "description": "What about", **given}


def spoken(**given: Body) -> Body:
    """An event in a voice channel."""
    made = {"name": "Peer consultation", "entity_type": 2, "channel_id": "5", "privacy_level": 2}
    return {**made, "scheduled_start_time": "2026-03-02T10:00:00+00:00", **given}


def elsewhere(**given: Body) -> Body:
    """An event outside Discord."""
    place = {"entity_type": 3, "channel_id": None, "entity_metadata": {"location": "12 Elm Street"}}
    return spoken(**{**place, "scheduled_end_time": "2026-03-02T11:00:00+00:00", **given})
