"""The meeting's card, and what the group is told about changes."""

from typing import Any

import discord
from discord import ui

from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Phase
from bot.domain.plan import Action, key_of, marker
from bot.services.calendar import calendar_file
from bot.services.outbox import Entry
from cogs.controls import button
from cogs.layout import card
from cogs.outgoing import Attached, Outgoing
from cogs.wording import meetings as wording
from cogs.wording import notices

FILE = "peer-consultation.ics"


def attendance_buttons(gathering: Gathering, mark: str) -> tuple[ui.Button[Any], ...]:
    """Coming, maybe, not coming; with the marker by which the message is found again."""
    number = gathering.meeting.id
    return (
        button(
            wording.COMING, "meeting", number, "coming", mark, style=discord.ButtonStyle.success
        ),
        button(wording.TENTATIVE, "meeting", number, "tentative", mark),
        button(wording.NOT_COMING, "meeting", number, "cannot", mark),
    )


def draw(gathering: Gathering) -> ui.LayoutView:
    """The card as the meeting is now."""
    meeting = gathering.meeting
    mark = marker(meeting, key_of(meeting, Action.MEETING_CARD))
    controls = (
        *attendance_buttons(gathering, mark),
        button(wording.MANAGE, "meeting", meeting.id, "manage", mark),
    )
    over = meeting.phase is not Phase.SCHEDULED
    return card(
        wording.card_head(gathering),
        wording.card_attendance(gathering),
        controls=(_show(gathering, mark),) if over else controls,
        file=FILE,
        quiet=over,
    )


def _show(gathering: Gathering, mark: str) -> ui.Button[Any]:
    return button(wording.SHOW_BUTTON, "meeting", gathering.meeting.id, "show", mark)


def file_of(gathering: Gathering) -> Attached | None:
    """The calendar file that goes with the card."""
    if gathering.meeting.time is None:
        return None
    return Attached(FILE, calendar_file(gathering))


def meeting_card(gathering: Gathering, entry: Entry) -> Outgoing:
    """The card, when it is posted: whoever may come is told."""
    del entry  # the card's marker is its own
    coming, tentative, _, silent = wording.attendance_of(gathering)
    pinged = (*coming, *tentative, *silent)
    return Outgoing(draw(gathering), pinged, file_of(gathering))


def moved_notice(gathering: Gathering, entry: Entry) -> Outgoing:
    """Everybody in the group is asked about the new time."""
    pinged = tuple(member.id for member in gathering.group.members)
    mark = marker(gathering.meeting, entry.key)
    text = notices.moved_notice(gathering, pinged)
    return Outgoing(card(text, controls=attendance_buttons(gathering, mark)), pinged)


def cancelled_notice(gathering: Gathering, entry: Entry) -> Outgoing:
    """Whoever was coming, or had answered the poll, is told."""
    pinged = _concerned(gathering)
    mark = marker(gathering.meeting, entry.key)
    text = notices.cancelled_notice(gathering, pinged)
    return Outgoing(card(text, controls=(_show(gathering, mark),), quiet=True), pinged)


def _concerned(gathering: Gathering) -> tuple[MemberId, ...]:
    meeting = gathering.meeting
    away = {who for who, state in meeting.attendance.items() if state is Attendance.NOT_COMING}
    return tuple(
        member.id
        for member in gathering.group.members
        if member.id not in away and (meeting.time or member.id in meeting.answers)
    )
