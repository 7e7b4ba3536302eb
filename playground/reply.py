"""What a person gets for something that they did with the bot.

Waits for the first answer and, where it only asks for time, for what comes of it. It does *not*
know how the interaction came about.
"""

from dataclasses import dataclass

from playground.components import stored
from playground.filling import Field, fields_of
from playground.interactions import Answer, Interaction
from playground.payloads import Json
from playground.reading import TEXT_DISPLAY, Control, walk
from playground.stage import DriverError, Stage
from playground.world import Message


@dataclass(frozen=True, slots=True)
class Modal:
    """A form that stands open before a person."""

    interaction: Interaction
    title: str
    custom_id: str
    components: list[Json]

    @property
    def fields(self) -> list[Field]:
        """Its fields in order."""
        return fields_of(self.components)

    @property
    def labels(self) -> list[str]:
        """The labels of its fields."""
        return [field.label for field in self.fields]

    @property
    def text(self) -> str:
        """Its title and what can be read in it."""
        shown = [one["content"] for one in walk(self.components) if one["type"] == TEXT_DISPLAY]
        return "\n".join([self.title, *shown, *self.labels])

    def prefilled(self, label: str) -> object:
        """What stands in a field when the form opens.

        Raises:
            DriverError: There is no such field.
        """
        for field in self.fields:
            if label in (field.label, field.custom_id):
                return field.prefilled
        raise DriverError(f"no field {label!r}, only {self.labels}")


@dataclass(frozen=True, slots=True)
class Reply:
    """What happened first: a message, an update of the control's message, or a form.

    A message is the live object: later edits show in it.
    """

    interaction: Interaction
    message: Message | None = None
    modal: Modal | None = None

    @property
    def text(self) -> str:
        """All visible text of the message or form; nothing where there is neither."""
        if self.modal is not None:
            return self.modal.text
        return "" if self.message is None else self.message.text

    @property
    def ephemeral(self) -> bool:
        """Whether only the person sees the message."""
        return self.message is not None and self.message.ephemeral

    @property
    def controls(self) -> list[Control]:
        """The message's buttons and selects."""
        return [] if self.message is None else self.message.controls

    @property
    def updated(self) -> bool:
        """Whether the control's own message was changed instead of a new one sent."""
        return self.message is not None and self.message is self.interaction.source

    @property
    def followups(self) -> list[Message]:
        """What the bot sent after its answer, up to now."""
        return self.interaction.followups

    @property
    def seconds(self) -> float:
        """How long the first answer took."""
        return self.interaction.answered_after or 0.0


async def await_answer(stage: Stage, interaction: Interaction) -> None:
    """Wait for the first answer of whatever kind.

    Raises:
        DriverError: There is none within Discord's three seconds.
    """
    limit = stage.interactions.answer_within
    if not await interaction.until(lambda: interaction.answer is not None, limit):
        raise DriverError(f"the bot did not respond to {interaction.name!r} within {limit} s")


async def await_reply(stage: Stage, interaction: Interaction) -> Reply:
    """Wait for the first answer, and for what it defers.

    Raises:
        DriverError: The bot did not respond, or never made good on a deferral.
    """
    await await_answer(stage, interaction)
    if interaction.answer is Answer.MODAL:
        return Reply(interaction, modal=_modal(interaction))
    if interaction.answer is Answer.DEFERRED_MESSAGE:
        if not await interaction.until(lambda: _made_good(interaction), stage.patience):
            raise DriverError(f"the bot deferred {interaction.name!r} and left it at that")
    elif interaction.answer is Answer.DEFERRED_UPDATE:
        await interaction.until(lambda: _made_good(interaction), stage.update_patience)
    return Reply(interaction, _message(interaction))


def _made_good(interaction: Interaction) -> bool:
    settled = interaction.original_settled or interaction.original_deleted
    return settled or bool(interaction.followups)


def _message(interaction: Interaction) -> Message | None:
    silent = not interaction.original_settled and bool(interaction.followups)
    original = interaction.original
    if original is None or original.deleted or silent:
        return interaction.followups[0] if interaction.followups else None
    return original


def _modal(interaction: Interaction) -> Modal:
    data = interaction.answer_data
    components = stored(data["components"], {})
    return Modal(interaction, data["title"], data["custom_id"], components)
