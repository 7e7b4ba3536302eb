"""What is said about presenting, what a meeting is about, and how its time passes.

One control of each message carries its marker; the others say what they are about.
"""

from typing import Any

import discord
from discord import ui

from bot.domain.agenda.boxes import running
from bot.domain.agenda.facts import Box
from bot.domain.agenda.offers import swap_of
from bot.domain.agenda.queue import open_places
from bot.domain.agenda.refusals import BoxOver
from bot.domain.ids import MeetingId
from bot.domain.meeting import Gathering
from bot.domain.plan import marker
from bot.services.outbox import Entry
from cogs.controls import button
from cogs.layout import card
from cogs.outgoing import Outgoing
from cogs.wording import agenda as wording

_GREEN, _BLUE = discord.ButtonStyle.success, discord.ButtonStyle.primary


def offer(gathering: Gathering, entry: Entry) -> Outgoing:
    """Asks those who are next, as far as they have not said anything by now."""
    number, mark = gathering.meeting.id, marker(gathering.meeting, entry.key)
    text, asked = wording.offer(gathering, _number(entry))
    controls = (
        button(wording.ACCEPT, "turn", number, "accept", mark, style=_GREEN),
        button(wording.PASS, "turn", number, "pass", mark),
        button(wording.SWAP, "turn", number, "swap", mark),
    )
    return Outgoing(card(text, controls=controls), asked)


def swap(gathering: Gathering, entry: Entry) -> Outgoing:
    """Asks another member to take a turn; whose it is stays as it is until they agree."""
    asked = _number(entry)
    giver, _, wanted = swap_of(gathering, asked)
    number, about = gathering.meeting.id, str(asked)
    controls = (
        button(wording.TAKE, "turn", number, "take", about, style=_GREEN),
        button(wording.DECLINE, "turn", number, "decline", about),
        _show(gathering, entry),
    )
    text = wording.swap(gathering, giver, wanted)
    return Outgoing(card(text, controls=controls), (wanted.to,))


def places(gathering: Gathering, entry: Entry) -> Outgoing:
    """Says what is free, and pings nobody."""
    mark = marker(gathering.meeting, entry.key)
    return Outgoing(card(wording.places(gathering), controls=(_present(gathering, mark),)))


def agenda(gathering: Gathering, entry: Entry) -> Outgoing:
    """The agenda on the day; quiet, since the reminders ping."""
    number, mark = gathering.meeting.id, marker(gathering.meeting, entry.key)
    controls = [button(wording.BEGIN, "meeting", number, "begin", mark, style=_BLUE)]
    controls += [_present(gathering)] if open_places(gathering) else []
    if not gathering.group.settings.formal:
        controls.append(button(wording.ADD_TOPIC, "topic", number, "open"))
    return Outgoing(card(wording.agenda(gathering), controls=tuple(controls)))


def box(gathering: Gathering, entry: Entry) -> Outgoing:
    """At the beginning of a box."""
    one, controls = _box(gathering, entry)
    return Outgoing(card(wording.box_begins(one), controls=controls))


def box_ends(gathering: Gathering, entry: Entry) -> Outgoing:
    """Five minutes before its end."""
    one, controls = _box(gathering, entry)
    return Outgoing(card(wording.box_ends(one), controls=controls))


def _box(gathering: Gathering, entry: Entry) -> tuple[Box, tuple[ui.Button[Any], ...]]:
    laid = running(gathering.meeting)
    if laid is None:
        raise BoxOver
    place = int(_last(entry).partition(".")[2])
    steering = box_buttons(gathering.meeting.id, laid.number, place, len(laid.boxes))
    return laid.boxes[place], (*steering, _show(gathering, entry))


def box_buttons(
    meeting_id: MeetingId, number: int, place: int, count: int
) -> tuple[ui.Button[Any], ...]:
    """More time, or the next; the last box ends with the meeting."""
    if place + 1 >= count:
        return ()
    about = f"{number}.{place}"
    return (
        button(wording.MORE, "box", meeting_id, "more", about),
        button(wording.NEXT, "box", meeting_id, "next", about),
    )


def _present(gathering: Gathering, rest: str = "") -> ui.Button[Any]:
    return button(wording.PRESENT, "turn", gathering.meeting.id, "accept", rest, style=_GREEN)


def _show(gathering: Gathering, entry: Entry) -> ui.Button[Any]:
    mark = marker(gathering.meeting, entry.key)
    return button(wording.SHOW_BUTTON, "agenda", gathering.meeting.id, "show", mark)


def _last(entry: Entry) -> str:
    """What tells the entry from others of its kind."""
    return entry.key.rpartition(":")[2]


def _number(entry: Entry) -> int:
    return int(_last(entry))
