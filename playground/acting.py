"""Making interactions: a person does something, the bot is told.

Knows how each kind of interaction looks. It does *not* wait for the answer.
"""

from collections.abc import Sequence

from playground.commanding import MESSAGE_MENU, Found, command_json
from playground.filling import (
    Values,
    check_count,
    choice_value,
    submitted,
)
from playground.interaction_shapes import interaction_json
from playground.interactions import Asked, Interaction, new_token
from playground.message_shapes import message_json
from playground.payloads import Json
from playground.reading import BUTTON, LINK_STYLE, SELECTS, Control
from playground.reply import Modal
from playground.resolving import Resolved
from playground.stage import DriverError, Stage
from playground.world import Channel, Happening, Message, User


def command(
    stage: Stage,
    user: User,
    channel: Channel,
    name: str,
    found: Found,
    options: list[Json],
    resolved: Resolved,
) -> Interaction:
    """A slash command is sent."""
    interaction = _new(stage, Asked.COMMAND, name, user, channel)
    return _send(stage, interaction, found.data(options) | resolved.json())


def completion(
    stage: Stage, user: User, channel: Channel, name: str, found: Found, options: list[Json]
) -> Interaction:
    """An option of a slash command is being typed."""
    interaction = _new(stage, Asked.AUTOCOMPLETE, name, user, channel)
    return _send(stage, interaction, found.data(options))


def message_menu(stage: Stage, user: User, found: Json, message: Message) -> Interaction:
    """A command is chosen in the menu of a message."""
    channel = stage.world.channels[message.channel_id]
    interaction = _new(stage, Asked.COMMAND, found["name"], user, channel)
    interaction.target_id = message.id
    shape = message_json(stage.world, message)
    data: Json = {
        **command_json(found),
        "type": MESSAGE_MENU,
        "target_id": str(message.id),
        "resolved": {"messages": {str(message.id): shape}},
    }
    return _send(stage, interaction, data)


def press(stage: Stage, user: User, message: Message, control: Control) -> Interaction:
    """A button is pressed."""
    if control.kind != BUTTON:
        raise DriverError(f"{control.name!r} is no button")
    if control.component.get("style") == LINK_STYLE:
        raise DriverError(f"{control.name!r} is a link to {control.custom_id}")
    return _component(stage, user, message, control, {})


def choose(
    stage: Stage, user: User, message: Message, control: Control, choices: Sequence[object]
) -> Interaction:
    """Options, users, roles or channels are chosen in a select."""
    if control.kind not in SELECTS:
        raise DriverError(f"{control.name!r} is no select")
    resolved = Resolved(stage.world, stage.world.channels[message.channel_id], user)
    values = [choice_value(control.component, choice, resolved) for choice in choices]
    check_count(control.name, control.component, len(values), required=bool(values))
    if len(values) < control.component.get("min_values", 1):
        raise DriverError(f"{control.name!r} takes at least {control.component['min_values']}")
    return _component(stage, user, message, control, {"values": values, **resolved.json()})


def submit(stage: Stage, user: User, modal: Modal, values: Values) -> Interaction:
    """A form is sent."""
    trigger = modal.interaction
    if trigger.user is not user:
        raise DriverError(f"the form {modal.title!r} is open before {trigger.user.name} only")
    resolved = Resolved(stage.world, trigger.channel, user)
    components = submitted(modal.components, values, resolved)
    interaction = _new(stage, Asked.MODAL, modal.custom_id, user, trigger.channel)
    interaction.source, interaction.trigger = trigger.source, trigger
    data = {"custom_id": modal.custom_id, "components": components, **resolved.json()}
    return _send(stage, interaction, data)


def _component(
    stage: Stage, user: User, message: Message, control: Control, chosen: Json
) -> Interaction:
    channel = stage.world.channels[message.channel_id]
    interaction = _new(stage, Asked.COMPONENT, control.custom_id, user, channel)
    interaction.source = message
    data: Json = {
        "custom_id": control.custom_id,
        "component_type": control.kind,
        "id": control.component["id"],
        **chosen,
    }
    return _send(stage, interaction, data)


def _new(stage: Stage, asked: Asked, name: str, user: User, channel: Channel) -> Interaction:
    its_id = stage.world.real_snowflakes.next()
    return stage.interactions.add(Interaction(its_id, new_token(), asked, name, user, channel))


def _send(stage: Stage, interaction: Interaction, data: Json) -> Interaction:
    payload = interaction_json(stage.world, interaction, data)
    stage.world.tell(Happening("INTERACTION_CREATE", payload, 0))
    return interaction
