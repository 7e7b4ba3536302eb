"""The scene: an invented practice on the loopback Discord, its people, the bot as a process.

Also the ways in which every chapter looks around: the newest card, a thread, what somebody sees.
It does *not* know what happens in the story.
"""

from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from playground.bot_process import BotProcess
from playground.calendar_program import free_port
from playground.clock import SteeredClock
from playground.loopback import Loopback
from playground.person import Person
from playground.reply import Reply
from playground.server import Server
from playground.story.expecting import Unheld, expect
from playground.story.plain import Reader, clock, day
from playground.story.views import Remark, Sight, form_view, message_view
from playground.world import Channel, Message

BEGIN = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
"""Wednesday, 9:00 am in New York, where the clocks go forward on the Sunday that follows."""

NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
AUCKLAND, KOLKATA = ZoneInfo("Pacific/Auckland"), ZoneInfo("Asia/Kolkata")
CONFIG = """
[storage]
path = "convene.sqlite3"
backups = "backups"

[calendar]
listen = "127.0.0.1:{port}"
public = "http://127.0.0.1:{port}"
"""

ON_OPEN_POLLS = "Use my usual hours"
"""A control of an open poll's card, and of its nudge, which nobody manages anything from."""


@dataclass(slots=True)
class Scene:
    """Everything that a step acts on and looks at.

    Attributes:
        hand: What somebody has before them, for the step in which they go on with it.
    """

    discord: Loopback
    bot: BotProcess
    server: Server
    text: Channel
    voice: Channel
    people: dict[str, Person]
    zones: dict[int, ZoneInfo]
    hand: dict[str, Reply] = field(default_factory=dict[str, Reply])
    _known_forms: set[tuple[int, str]] = field(default_factory=set[tuple[int, str]])

    @classmethod
    @asynccontextmanager
    async def set_up(cls, folder: Path, command: tuple[str, ...]) -> AsyncGenerator[Self]:
        """Everything in place; the bot is there but not started yet.

        Args:
            folder: Where the bot keeps its database, configuration and log.
            command: How the bot is run; `--config FILE` is put behind it.
        """
        async with AsyncExitStack() as stack:
            steered = SteeredClock(BEGIN)
            discord = await stack.enter_async_context(Loopback.start(clock=steered))
            server = discord.add_guild("Harbour Practice")
            scene = cls(
                discord,
                BotProcess(discord, folder, CONFIG.format(port=free_port()), command=command),
                server,
                server.add_text_channel("harbour-group"),
                server.add_voice_channel("Harbour Room"),
                {},
                {},
            )
            scene._invite()
            stack.push_async_callback(scene._leave)
            yield scene

    def _invite(self) -> None:
        for name, zone, manages in (
            ("Fran", NEW_YORK, True),
            ("Omar", LONDON, False),
            ("Dana", AUCKLAND, False),
            ("Priya", KOLKATA, False),
            ("Tomasz", LONDON, False),
            ("Aiko", NEW_YORK, False),
        ):
            options = {"manage_guild": True} if manages else {}
            self.people[name] = self.server.add_member(name, **options)
            self.zones[self.people[name].id] = zone

    async def _leave(self) -> None:
        if self.bot.running:
            await self.bot.kill()

    # Who is there.

    @property
    def fran(self) -> Person:
        """In New York; she manages the server."""
        return self.people["Fran"]

    @property
    def omar(self) -> Person:
        """In London."""
        return self.people["Omar"]

    @property
    def dana(self) -> Person:
        """In Auckland."""
        return self.people["Dana"]

    @property
    def priya(self) -> Person:
        """In Kolkata."""
        return self.people["Priya"]

    @property
    def tomasz(self) -> Person:
        """In London."""
        return self.people["Tomasz"]

    @property
    def aiko(self) -> Person:
        """In New York."""
        return self.people["Aiko"]

    # What they see.

    def reader(self, who: Person) -> Reader:
        """How somebody reads Discord's text at this moment."""
        world = self.discord.world
        return Reader(
            {user.id: user.name for user in world.users.values()},
            {channel.id: channel.name for channel in world.channels.values()},
            self.zones[who.id],
            self.discord.clock.now(),
        )

    def sight(self, who: Person, message: Message) -> Sight:
        """A message before somebody."""
        if message not in who.sees(self.channel_of(message)):
            raise Unheld(f"{who.name} to see the message", f"they do not: {message.text[:200]}")
        return message_view(who, message, self._place(message), self.reader(who))

    def _place(self, message: Message) -> str:
        channel = self.channel_of(message)
        if channel.guild_id is None:
            return "in a direct message"
        return f"in the thread “{channel.name}”" if channel.is_thread else f"in #{channel.name}"

    def answer(self, who: Person, reply: Reply) -> Sight:
        """What the bot answered somebody."""
        if reply.message is None:
            raise Unheld("a message as the answer", reply.text)
        return self.sight(who, reply.message)

    def form(self, who: Person, reply: Reply, filled: Mapping[str, object] | None = None) -> Sight:
        """The form that opened before somebody, with what they put into it.

        The hints in it are shown when they see it for the first time.
        """
        if reply.modal is None:
            raise Unheld("a form to open", reply.text)
        known = (who.id, reply.modal.title)
        hints = known not in self._known_forms
        self._known_forms.add(known)
        return form_view(who, reply.modal, filled or {}, hints=hints)

    def notified(self, message: Message) -> set[str]:
        """The names of those whom a message really notifies."""
        users = self.discord.world.users
        return {users[one].name for one in message.pinged}

    def channel_of(self, message: Message) -> Channel:
        """Where a message stands."""
        return self.discord.world.channels[message.channel_id]

    # What stands in the channel.

    def with_control(self, label: str, place: Channel | None = None) -> list[Message]:
        """The bot's public messages in a channel that carry a control, oldest first."""
        standing = (place or self.text).standing
        return [
            one
            for one in standing
            if one.audience is None and any(control.name == label for control in one.controls)
        ]

    def newest(self, label: str) -> Message:
        """The newest message in the group's channel with such a control."""
        found = self.with_control(label)
        expect(found, f"a message with the button “{label}”", "none")
        return found[-1]

    @property
    def poll_card(self) -> Message:
        """The card of the open poll."""
        found = self.open_polls
        expect(found, "the card of an open poll", "none")
        return found[-1]

    @property
    def open_polls(self) -> list[Message]:
        """The cards of open polls: a nudge can be answered as well, and stays, but is no card."""
        managed = self.with_control("Manage")
        return [one for one in self.with_control(ON_OPEN_POLLS) if one in managed]

    @property
    def meeting_card(self) -> Message:
        """The card of the coming meeting."""
        return self.newest("I am coming")

    @property
    def thread(self) -> Channel:
        """The thread of the newest meeting's card."""
        number = self.meeting_card.thread_id
        expect(number, "a thread under the meeting's card", "none")
        return self.discord.world.channels[number or 0]

    # How time goes on.

    async def settle(self) -> None:
        """Wait until the bot has done all that is due, and its cards show it."""
        await self.discord.clock.jump(self.discord.clock.now())

    async def walk(self, to: datetime) -> Remark:
        """Let the time pass until then, and everything that is due on the way happen."""
        await self.discord.clock.walk(to)
        return self.hour()

    def hour(self) -> Remark:
        """What time it is for whom."""
        now = self.discord.clock.now()
        there = now.astimezone(NEW_YORK)
        others = ((LONDON, "London"), (KOLKATA, "Kolkata"), (AUCKLAND, "Auckland"))
        told = ", ".join(f"{_short(now, zone, there)} in {city}" for zone, city in others)
        return Remark(f"It is {day(there)}, {clock(there)} in New York ({told}).")


def _short(now: datetime, zone: ZoneInfo, there: datetime) -> str:
    local = now.astimezone(zone)
    weekday = "" if local.date() == there.date() else f"{local:%A} "
    return f"{weekday}{clock(local)}"
