"""What appeared in the loopback Discord, written into its journal beside the requests.

A request may be repeated, refused or given an earlier message back; what members see is what
appeared. The group is invented, so what its messages say may stand here.
"""

from datetime import UTC, datetime
from typing import Any

from playground.journal import Entry
from playground.loopback import Loopback
from playground.world import Happening, Message, MessageKind

APPEARED = "appeared"
"""The method under which the journal holds what is no request."""


class Ledger:
    """Writes down messages, threads and events as they appear, and what the loop does."""

    def __init__(self, discord: Loopback) -> None:
        self._discord = discord
        discord.world.watchers.append(self._watch)

    def note(self, what: str, **notes: object) -> None:
        """Write something down, with both times."""
        entry = Entry(
            at=datetime.now(UTC).isoformat(),
            clock=self._discord.clock.now().isoformat(),
            method=APPEARED,
            path="",
            route=what,
            status=0,
            accepted=True,
            notes=dict(notes),
        )
        self._discord.journal.note(entry)

    def _watch(self, happening: Happening) -> None:
        data: dict[str, Any] = happening.data
        match happening.name, happening.message:
            case "MESSAGE_CREATE", Message() as message:
                self._message(message)
            case "THREAD_CREATE", _:
                self.note("thread", id=int(data["id"]), parent=int(data["parent_id"]))
            case "GUILD_SCHEDULED_EVENT_CREATE", _:
                starts = datetime.fromisoformat(data["scheduled_start_time"])
                self.note("event", id=int(data["id"]), starts=int(starts.timestamp()))
            case _:
                pass

    def _message(self, message: Message) -> None:
        if message.kind is MessageKind.THREAD_STARTER:
            return  # Discord's own pointer to the card on which a thread hangs
        self.note(
            "message",
            id=message.id,
            channel=message.channel_id,
            text=message.text,
            buttons=[control.name for control in message.controls],
        )
