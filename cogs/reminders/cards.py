"""Reminders: each pings those whom it is for, nobody else; the close pings nobody at all."""

from typing import Any

from discord import ui

from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from bot.domain.plan import marker
from bot.domain.reminders import pinged
from bot.services.outbox import Entry
from cogs.controls import button
from cogs.layout import card
from cogs.outgoing import Outgoing
from cogs.wording import meetings as words
from cogs.wording import notices
from cogs.wording import reminders as wording


def reminder(gathering: Gathering, entry: Entry) -> Outgoing:
    """Before the meeting, in the thread, to all who are reminded at this instant."""
    members = pinged(gathering, entry.lead or 0)
    text = notices.reminder(gathering, members, gathering.group.settings.voice_channel_id)
    return _before(gathering, entry, text, members)


def private_reminder(gathering: Gathering, entry: Entry) -> Outgoing:
    """One member's own."""
    return _before(gathering, entry, _to(gathering, entry, wording.private_reminder), _for(entry))


def snoozed_reminder(gathering: Gathering, entry: Entry) -> Outgoing:
    """Once more, in the thread, to the one who asked for it."""
    return _before(gathering, entry, _to(gathering, entry, wording.snoozed_reminder), _for(entry))


def start(gathering: Gathering, entry: Entry) -> Outgoing:
    """At the start, in the thread."""
    members = pinged(gathering, 0)
    text = notices.start(members, gathering.group.settings.voice_channel_id)
    return Outgoing(card(text, controls=_controls(gathering, entry)), members)


def private_start(gathering: Gathering, entry: Entry) -> Outgoing:
    """At the start, one member's own."""
    text = _to(gathering, entry, wording.private_start)
    return Outgoing(card(text, controls=_controls(gathering, entry)), _for(entry))


def close(gathering: Gathering, entry: Entry) -> Outgoing:
    """After the end: who was there?"""
    number, mark = gathering.meeting.id, marker(gathering.meeting, entry.key)
    controls = (
        button(wording.I_WAS_THERE, "there", number, "yes", mark),
        button(wording.I_COULD_NOT, "there", number, "no", mark),
        button(wording.MEND, "there", number, "mend", mark),
    )
    return Outgoing(card(wording.close(gathering), controls=controls, quiet=True), silent=True)


def _before(
    gathering: Gathering, entry: Entry, text: str, members: tuple[MemberId, ...]
) -> Outgoing:
    number, mark = gathering.meeting.id, marker(gathering.meeting, entry.key)
    controls = (
        button(wording.SNOOZE, "remind", number, "snooze", mark),
        button(wording.NOT_THIS_ONE, "remind", number, "hush", mark),
        *_controls(gathering, entry),
    )
    return Outgoing(card(text, controls=controls), members)


def _controls(gathering: Gathering, entry: Entry) -> tuple[ui.Button[Any], ...]:
    mark, number = marker(gathering.meeting, entry.key), gathering.meeting.id
    return (
        button(words.NOT_COMING, "meeting", number, "cannot", mark),
        button(words.SHOW_BUTTON, "meeting", number, "show", mark),
    )


def _for(entry: Entry) -> tuple[MemberId, ...]:
    return (entry.member,) if entry.member else ()


def _to(gathering: Gathering, entry: Entry, say: wording.ToOne) -> str:
    return say(gathering, entry.member) if entry.member else ""
