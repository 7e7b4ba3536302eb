"""Which messages a member has before them, the small system lines among them.

Another member's private message is not among them, whoever asks. It does *not* know how a
message is shown.
"""

from playground.permissions import Permission, in_channel
from playground.person import SHOWN, Person
from playground.world import Channel, Message, MessageKind, World

LINES = (
    MessageKind.CHANNEL_NAME_CHANGE,
    MessageKind.THREAD_CREATED,
    MessageKind.THREAD_STARTER,
)
MOST = 200


def before(world: World, person: Person, channel: Channel) -> list[Message]:
    """The last messages of a channel as somebody sees them, oldest first."""
    if not in_channel(world, channel, person.id) & Permission.READ_MESSAGE_HISTORY:
        return []
    shown = [one for one in channel.standing if one.kind in (*SHOWN, *LINES)]
    return [one for one in shown if one.audience in (None, person.id)][-MOST:]


def one_before(world: World, person: Person, channel: Channel, message_id: int) -> Message | None:
    """One of them, if it is among them."""
    return next((m for m in before(world, person, channel) if m.id == message_id), None)
