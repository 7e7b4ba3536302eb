"""Steps that many tests begin with, done as members do them."""

from playground.loopback import Loopback
from playground.person import Person
from playground.reply import Reply
from playground.world import Channel, Message


async def make_group(
    channel: Channel, founder: Person, members: list[tuple[Person, str]], quorum: int = 2
) -> None:
    """A group in the channel; everybody, its founder too, has a zone."""
    await founder.slash(
        channel, "group create", name="Wednesday group", quorum=quorum, zone="America/New_York"
    )
    await founder.slash(channel, "zone", zone="America/New_York")
    for person, zone in members:
        await person.slash(channel, "group join", zone=zone)


async def call_meeting(
    channel: Channel, convener: Person, times: str, topic: str = "Countertransference"
) -> Reply:
    """The convener fills in the form and posts the poll; gives what they see then."""
    form = await convener.slash(channel, "meeting call")
    preview = await convener.submit(
        form, {"What is it about?": topic, "Which times could you offer?": times}
    )
    return await convener.press(preview, "Post the poll")


async def poll_card(discord: Loopback, channel: Channel) -> Message:
    """The newest poll card in a channel, once it is there."""
    await discord.until(lambda: _with_button(channel, "Answer"), "a poll card")
    return _with_button(channel, "Answer")[-1]


async def meeting_card(discord: Loopback, channel: Channel) -> Message:
    """The newest meeting card in a channel, once it is there."""
    await discord.until(lambda: _with_button(channel, "I am coming"), "a meeting card")
    return _with_button(channel, "I am coming")[-1]


def came(channel: Channel, words: str) -> list[Message]:
    """Every message with these words that ever came, whether it was taken away since or not."""
    return [one for one in channel.messages.values() if words in one.text]


def _with_button(channel: Channel, label: str) -> list[Message]:
    return [
        message
        for message in channel.standing
        if any(control.name == label for control in message.controls)
    ]


async def answer(
    person: Person, card: Message, yes: list[str], need: list[str] | None = None
) -> Reply:
    """A member answers a poll by option labels or values."""
    form = await person.press(card, "Answer")
    return await person.submit(form, {"I can come": yes, "If need be, I could come": need or []})


async def thread_of(discord: Loopback, channel: Channel) -> Channel:
    """The thread of the channel's newest meeting, once it is open."""

    def threads() -> list[Channel]:
        return [
            one
            for one in discord.world.channels.values()
            if one.is_thread and one.parent_id == channel.id
        ]

    await discord.until(threads, "a thread")
    return threads()[-1]
