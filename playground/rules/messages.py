"""Messages: what is sent by a channel, a forum post, an answer to an interaction, a follow-up.

Knows one body at a time. Of an edit it does not know what the message held before, and so leaves
alone what only that could decide.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from playground.rules.broken import Broken, inside, length, repeated
from playground.rules.embeds import embeds
from playground.rules.layouts import Files, layout, rows, uses_v2
from playground.rules.reading import Fields, fields_of, items_of, number_of, text_of

IS_COMPONENTS_V2 = 1 << 15
MOST_CONTENT = 2000
NOT_WITH_V2 = ("content", "embeds", "poll", "sticker_ids")
FILLS = ("embeds", "components", "sticker_ids", "attachments", "poll", "shared_client_theme")
FORWARD = 1  # the type of a message reference that brings its own content
FIRST_SNOWFLAKE = 1 << 22


@dataclass(frozen=True, slots=True)
class Sent:
    """A message's body: where it is in the request, and what comes with it.

    Attributes:
        at: The path of the body; "" where the message is the whole body.
        given: Its fields.
        files: How many files are uploaded with it.
        new: Whether it makes a message, rather than edits one.
    """

    at: str
    given: Fields
    files: int
    new: bool

    @property
    def has_flag(self) -> bool:
        """Whether it says that it is made of Components V2."""
        return bool((number_of(self.given.get("flags")) or 0) & IS_COMPONENTS_V2)

    @property
    def is_v2(self) -> bool:
        """Whether its components are to be read as V2: an edit need not repeat the flag."""
        return self.has_flag or (not self.new and uses_v2(self.given.get("components")))

    def path(self, name: str) -> str:
        """The path of one of its fields."""
        return inside(self.at, name)


def message(sent: Sent) -> Iterator[Broken]:
    """What Discord would refuse of a message."""
    yield from length(sent.path("content"), sent.given.get("content"), 0, MOST_CONTENT)
    yield from embeds(sent.path("embeds"), sent.given.get("embeds"))
    yield from _emptiness(sent)
    yield from _mentions(sent)
    yield from _attachments(sent)
    yield from _components(sent)
    nonce = text_of(sent.given.get("nonce")) or ""
    if len(nonce) > 25:
        words = "Must be 25 or fewer characters long."
        yield Broken(sent.path("nonce"), "NONCE_TYPE_TOO_LONG", words)


def _emptiness(sent: Sent) -> Iterator[Broken]:
    """A new message must hold something; an edit must leave something, as far as it can be seen."""
    content = (text_of(sent.given.get("content")) or "").strip()
    if content or sent.files or any(sent.given.get(name) for name in FILLS):
        return
    reference = fields_of(sent.given.get("message_reference"))
    clears_all = {"content", "embeds", "attachments", "components"} <= sent.given.keys()
    if clears_all or (sent.new and reference.get("type") != FORWARD):
        yield Broken(sent.at, "50006", "Cannot send an empty message")


def _mentions(sent: Sent) -> Iterator[Broken]:
    at = sent.path("allowed_mentions")
    allowed = fields_of(sent.given.get("allowed_mentions"))
    for name in ("users", "roles"):
        ids = items_of(allowed.get(name))
        if ids and name in items_of(allowed.get("parse")):
            words = f'parse:["{name}"] and {name}: [ids...] are mutually exclusive.'
            yield Broken(at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", words)
        yield from length(inside(at, name), ids, 0, 100)
    for name in ("parse", "users", "roles"):
        values = items_of(allowed.get(name))
        for place in repeated([str(value) for value in values]):
            words = "The set already contains this value"
            path = inside(inside(at, name), place)
            yield Broken(path, "SET_TYPE_ALREADY_CONTAINS_VALUE", words)


def _attachments(sent: Sent) -> Iterator[Broken]:
    """Each entry is one of the uploaded files, by its number, or in an edit one that is kept."""
    at = sent.path("attachments")
    yield from length(at, sent.given.get("attachments"), 0, 10)
    for place, item in enumerate(items_of(sent.given.get("attachments"))):
        number = _number(fields_of(item).get("id"))
        kept = not sent.new and number is not None and number >= FIRST_SNOWFLAKE
        if number is not None and number >= sent.files and not kept:
            words = "Attachment data not found"
            yield Broken(inside(at, place), "ATTACHMENT_NOT_FOUND", words)


def _number(value: object) -> int | None:
    text = text_of(value)
    return int(text) if text is not None and text.isdecimal() else number_of(value)


def _components(sent: Sent) -> Iterator[Broken]:
    at, given = sent.path("components"), sent.given.get("components")
    if not sent.is_v2:
        yield from rows(at, given)
        return
    yield from layout(at, given, _files(sent))
    if not sent.has_flag:
        return
    for name in NOT_WITH_V2:
        if sent.given.get(name):
            words = f"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            path = sent.path(name)
            yield Broken(path, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", words)


def _files(sent: Sent) -> Files:
    """The names a media item may refer to: known where the body lists what it uploads and keeps."""
    listed = items_of(sent.given.get("attachments"))
    names = [text_of(fields_of(item).get("filename")) for item in listed]
    unlisted = "attachments" not in sent.given
    if None in names or (unlisted and (sent.files or not sent.new)):
        return Files(None)
    return Files(frozenset(name for name in names if name is not None))
