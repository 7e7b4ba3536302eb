"""Reminders, in the meeting's thread: they ping those who come or may come.

After a move that is also who was asked again and has not said yet.
"""

from bot.domain.availability import able, awaited
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from bot.domain.plan import marker
from bot.services.outbox import Entry
from cogs.controls import button
from cogs.layout import card
from cogs.outgoing import Outgoing
from cogs.wording import meetings as words
from cogs.wording import notices


def reminder(gathering: Gathering, entry: Entry) -> Outgoing:
    """Before the meeting, at one of the group's lead times."""
    pinged = _reminded(gathering)
    text = notices.reminder(gathering, pinged, gathering.group.settings.voice_channel_id)
    return _outgoing(gathering, entry, text, pinged)


def start(gathering: Gathering, entry: Entry) -> Outgoing:
    """At the start."""
    pinged = _reminded(gathering)
    text = notices.start(pinged, gathering.group.settings.voice_channel_id)
    return _outgoing(gathering, entry, text, pinged)


def _outgoing(
    gathering: Gathering, entry: Entry, text: str, pinged: tuple[MemberId, ...]
) -> Outgoing:
    mark, number = marker(gathering.meeting, entry.key), gathering.meeting.id
    controls = (
        button(words.NOT_COMING, "meeting", number, "cannot", mark),
        button(words.SHOW_BUTTON, "meeting", number, "show", mark),
    )
    return Outgoing(card(text, controls=controls), pinged)


def _reminded(gathering: Gathering) -> tuple[MemberId, ...]:
    return (*able(gathering), *awaited(gathering))
