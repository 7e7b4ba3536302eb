"""Which rules hold for which request. Knows the paths; the rules know the bodies."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import TypeAlias

from playground.rules.auto_moderation import moderation_rule
from playground.rules.broken import Broken, missing, no_choice
from playground.rules.commands import command, commands, suggestions
from playground.rules.events import event
from playground.rules.messages import Sent, message
from playground.rules.modals import modal
from playground.rules.reading import Fields, fields_of, number_of
from playground.rules.threads import thread


class Callback(IntEnum):
    """The `type` of an answer to an interaction."""

    PONG = 1
    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    SUGGESTIONS = 8
    MODAL = 9
    ACTIVITY = 12


@dataclass(frozen=True, slots=True)
class Request:
    """A request's body with what else its rules need.

    Attributes:
        body: The JSON body.
        files: How many files are uploaded with it.
        now: The time against which "past" is meant; None where that is not to be judged.
    """

    body: object
    files: int
    now: datetime | None

    @property
    def given(self) -> Fields:
        """The body's fields."""
        return fields_of(self.body)

    def message(self, at: str = "", *, new: bool) -> Iterator[Broken]:
        """Judge the body, or the field of it at this path, as a message."""
        given = fields_of(self.given.get(at)) if at else self.given
        return message(Sent(at, given, self.files, new))


Rule: TypeAlias = Callable[[Request], Iterator[Broken]]


def rule_for(method: str, path: str) -> Rule | None:
    """The rule that holds for a request, where there is one."""
    for wanted, pattern, rule in ROUTES:
        if wanted == method and pattern.fullmatch(path):
            return rule
    return None


def _sent(request: Request) -> Iterator[Broken]:
    yield from request.message(new=True)


def _edited(request: Request) -> Iterator[Broken]:
    yield from request.message(new=False)


def _opened(request: Request) -> Iterator[Broken]:
    """A thread, or a forum's post with its first message."""
    yield from thread(request.given, new=True)
    if "message" in request.given:
        yield from request.message("message", new=True)


def _callback(request: Request) -> Iterator[Broken]:
    data = fields_of(request.given.get("data"))
    match number_of(request.given.get("type")):
        case kind if kind not in set(Callback):
            yield no_choice("type", tuple(int(known) for known in Callback))
        case Callback.MESSAGE:
            yield from request.message("data", new=True)
        case Callback.UPDATE:
            yield from request.message("data", new=False)
        case Callback.SUGGESTIONS | Callback.MODAL if not data:
            yield missing("data")
        case Callback.SUGGESTIONS:
            yield from suggestions("data", data)
        case Callback.MODAL:
            yield from modal("data", data)
        case _:
            pass


def _channel(request: Request) -> Iterator[Broken]:
    yield from thread(request.given, new=False)


def _commands(request: Request) -> Iterator[Broken]:
    yield from commands(request.body)


def _command(request: Request) -> Iterator[Broken]:
    yield from command("", request.given)


def _event(request: Request) -> Iterator[Broken]:
    yield from event(request.given, new=True, now=request.now)


def _event_edit(request: Request) -> Iterator[Broken]:
    yield from event(request.given, new=False, now=request.now)


def _moderation(request: Request) -> Iterator[Broken]:
    yield from moderation_rule(request.given, new=True)


def _moderation_edit(request: Request) -> Iterator[Broken]:
    yield from moderation_rule(request.given, new=False)


def _at(template: str) -> re.Pattern[str]:
    """A pattern in which each * stands for one part of a path."""
    return re.compile(re.escape(template).replace(r"\*", "[^/]+"))


ROUTES: tuple[tuple[str, re.Pattern[str], Rule], ...] = (
    ("POST", _at("/channels/*/messages"), _sent),
    ("PATCH", _at("/channels/*/messages/*"), _edited),
    ("POST", _at("/channels/*/threads"), _opened),
    ("POST", _at("/channels/*/messages/*/threads"), _opened),
    ("PATCH", _at("/channels/*"), _channel),
    ("POST", _at("/interactions/*/*/callback"), _callback),
    ("POST", _at("/webhooks/*/*"), _sent),
    ("PATCH", _at("/webhooks/*/*/messages/*"), _edited),
    ("PUT", _at("/applications/*/commands"), _commands),
    ("PUT", _at("/applications/*/guilds/*/commands"), _commands),
    ("POST", _at("/applications/*/commands"), _command),
    ("POST", _at("/applications/*/guilds/*/commands"), _command),
    ("POST", _at("/guilds/*/scheduled-events"), _event),
    ("PATCH", _at("/guilds/*/scheduled-events/*"), _event_edit),
    ("POST", _at("/guilds/*/auto-moderation/rules"), _moderation),
    ("PATCH", _at("/guilds/*/auto-moderation/rules/*"), _moderation_edit),
)
