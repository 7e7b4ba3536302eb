"""Interactions: who may still answer which one, and what became of it.

Holds the deadlines (3 s for the first answer, then 15 minutes, both in real time, as discord.py
measures them too) and the rules of first answers. It does *not* build what the bot is sent
(`interaction_shapes`) nor serve the routes.
"""

import asyncio
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum

from playground.payloads import Json
from playground.refusals import Refused, invalid
from playground.world import Channel, Message, User


class Asked(IntEnum):
    """What kind of interaction it is, by Discord's numbers."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL = 5


class Answer(IntEnum):
    """The ways to answer, by Discord's numbers."""

    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass(slots=True, eq=False, repr=False)
class Interaction:
    """One thing that a member did with the bot. `source` is the message whose control it was."""

    id: int
    token: str
    asked: Asked
    name: str
    user: User
    channel: Channel
    source: Message | None = None
    trigger: "Interaction | None" = None
    target_id: int | None = None
    opened: float = field(default_factory=time.monotonic)
    answer: Answer | None = None
    answer_data: Json = field(default_factory=dict[str, object])
    answered_after: float | None = None
    original: Message | None = None
    original_settled: bool = False
    original_deleted: bool = False
    followups: list[Message] = field(default_factory=list[Message])
    changes: int = 0
    _stirred: asyncio.Event = field(default_factory=asyncio.Event)

    def stir(self) -> None:
        """Something about it changed: wake those who wait."""
        self.changes += 1
        self._stirred.set()
        self._stirred = asyncio.Event()

    async def until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Wait for a condition; whether it came true in time."""
        try:
            async with asyncio.timeout(seconds):
                while not holds():
                    await self._stirred.wait()
        except TimeoutError:
            return holds()
        return True

    @property
    def followed(self) -> Message | None:
        """The message to which a further one replies: the own answer, else the control's."""
        standing = (one for one in (self.original, self.source) if one is not None)
        return next((one for one in standing if not one.deleted), None)

    @property
    def age(self) -> float:
        """Real seconds since it was made."""
        return time.monotonic() - self.opened


@dataclass(frozen=True, slots=True)
class Answered:
    """How long an interaction waited for its first answer: a command's name or a custom_id."""

    name: str
    seconds: float


@dataclass(slots=True)
class Interactions:
    """All that were made. The limits are in real seconds and can be made tight."""

    answer_within: float = 3.0
    token_life: float = 900.0
    by_token: dict[str, Interaction] = field(default_factory=dict[str, Interaction])
    answers: list[Answered] = field(default_factory=list[Answered])

    def add(self, interaction: Interaction) -> Interaction:
        """Keep it, so that it can be answered."""
        self.by_token[interaction.token] = interaction
        return interaction

    def to_answer(self, interaction_id: int, token: str, answer: int) -> Interaction:
        """The interaction, if this may be its first answer.

        Raises:
            Refused: It is unknown or too old, was answered already, or is not answered like that.
        """
        found = self.by_token.get(token)
        if found is None or found.id != interaction_id:
            raise Refused(10062)
        if found.answer is not None:
            raise Refused(40060)
        if found.age > self.answer_within:
            raise Refused(10062)
        if answer not in allowed_answers(found):
            raise invalid("type", "BASE_TYPE_CHOICES", "Not an answer to this kind of interaction.")
        return found

    def to_follow(self, token: str) -> Interaction:
        """The interaction whose answer is edited or followed up.

        Raises:
            Refused: It is unknown, was never answered, or its token has run out.
        """
        found = self.by_token.get(token)
        if found is None or found.answer is None:
            raise Refused(10015)
        if found.age > self.token_life:
            raise Refused(50027)
        return found

    def note_answer(self, interaction: Interaction, answer: Answer, data: Json) -> None:
        """The first answer came: keep it and how long it took."""
        interaction.answer = answer
        interaction.answer_data = data
        interaction.answered_after = interaction.age
        self.answers.append(Answered(interaction.name, interaction.answered_after))


def allowed_answers(interaction: Interaction) -> set[int]:
    """The kinds of answer that Discord takes for it."""
    if interaction.asked is Asked.AUTOCOMPLETE:
        return {Answer.CHOICES}
    allowed: set[int] = {Answer.MESSAGE, Answer.DEFERRED_MESSAGE}
    if interaction.source is not None:
        allowed |= {Answer.UPDATE, Answer.DEFERRED_UPDATE}
    if interaction.asked is not Asked.MODAL:
        allowed |= {Answer.MODAL}
    return allowed


def new_token() -> str:
    """A token of about the length of Discord's."""
    return secrets.token_urlsafe(64)
