"""The agenda of one meeting as plain facts: turns, topics, and the boxes once it has begun.

It knows neither the group's queue nor when anything is due.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.ids import MemberId


class TurnState(StrEnum):
    """Where a member stands with presenting at this meeting."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    WILLING = "willing"  # they offered themselves while every place was taken
    PASSED = "passed"
    LAPSED = "lapsed"  # they were asked, and the time for an answer ran out


HELD = frozenset({TurnState.OFFERED, TurnState.ACCEPTED})
"""A turn in one of these states takes up a place."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A presenter asks another member to take the turn; `number` counts the meeting's swaps."""

    number: int
    to: MemberId
    at: datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """What one member said, or is asked, about presenting.

    `position` is their place in the order; `ask` is the number of the message that asked them, 0
    where none did, and `at` is when; `title` is what they present, if they said so.
    """

    state: TurnState
    position: int
    ask: int
    at: datetime
    title: str = ""
    swap: Swap | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that a member would like to talk about; `number` is the meeting's own count."""

    number: int
    member_id: MemberId
    text: str


class Part(StrEnum):
    """What a stretch of a meeting is for."""

    OPENING = "opening"
    PRESENTER = "presenter"
    TOPIC = "topic"
    TALK = "talk"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of a meeting that has begun: a presenter's, a topic's, or everybody's."""

    part: Part
    starts: datetime
    ends: datetime
    member_id: MemberId | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """The boxes of a meeting that was begun.

    `number` counts how often they were laid, `at` is when they last were, and `revision` is that
    of the time they were laid for: a meeting that was moved has to begin anew.
    """

    number: int
    revision: int
    at: datetime
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """All of it; `asks`, `swaps` and `given` count messages of asking, swaps and topics so far."""

    turns: Mapping[MemberId, Turn] = field(default_factory=dict[MemberId, Turn])
    topics: tuple[Topic, ...] = ()
    facilitator: MemberId | None = None
    laid: Laid | None = None
    asks: int = 0
    swaps: int = 0
    given: int = 0

    @property
    def worded(self) -> bool:
        """Whether it holds anything that a member typed."""
        boxes = self.laid.boxes if self.laid else ()
        titled = any(turn.title for turn in self.turns.values())
        return bool(self.topics) or titled or any(box.text for box in boxes)
