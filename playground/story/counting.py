"""Counts what arrived in the channels by what people read, not by how the bot marks it.

A reminder is told by its words, the meeting's time in it, and how long before that it was posted.
It does *not* know what the bot keeps.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from playground.story.plain import day
from playground.story.scene import Scene
from playground.world import Message

LEADS = {
    timedelta(minutes=10): "10 minutes",
    timedelta(hours=1): "1 hour",
    timedelta(days=1): "1 day",
}
"""The group's lead times, the shortest first; a late reminder still belongs to its own."""

_REMINDER = re.compile(r"Reminder: we meet <t:(\d+):R>")


def messages(scene: Scene) -> Iterator[Message]:
    """Everything public that stands in any channel or thread."""
    return (one for one in came(scene) if not one.deleted)


def before(starts: datetime, lead: str) -> str:
    """What a reminder is counted under: `1 day before Tuesday 10 March, 12:00 UTC`."""
    return f"{lead} before {day(starts)}, {starts:%H:%M} UTC"


def came(scene: Scene) -> Iterator[Message]:
    """Everything public that ever came, whether it was taken away since or not."""
    for channel in list(scene.discord.world.channels.values()):
        if channel.guild_id is not None:
            yield from (one for one in channel.messages.values() if one.audience is None)


def reminders(scene: Scene) -> Counter[str]:
    """How many reminders arrived, by lead time and the meeting's start (see `before`).

    Each takes the place of the one before it, so those that stand no more are counted too.
    """
    found: Counter[str] = Counter()
    for message in came(scene):
        for told in _REMINDER.findall(message.text):
            starts = datetime.fromtimestamp(int(told), UTC)
            found[before(starts, _lead(starts - message.created_at))] += 1
    return found


def saying(scene: Scene, words: str) -> list[Message]:
    """The public messages with these words."""
    return [one for one in messages(scene) if words in one.text]


def ever_saying(scene: Scene, words: str) -> list[Message]:
    """The public messages with these words that ever came."""
    return [one for one in came(scene) if words in one.text]


def _lead(left: timedelta) -> str:
    return next((name for lead, name in LEADS.items() if left <= lead), f"an odd {left}")
