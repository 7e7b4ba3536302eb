"""The meeting's card, and what the group is told about changes."""

from typing import Any

import discord
from discord import ui

from bot.domain.availability import awaited, has_quorum
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Phase
from bot.domain.plan import Action, key_of, marker
from bot.services.calendar import calendar_file
from bot.services.outbox import Entry
from cogs.calendar_buttons import adding_buttons
from cogs.controls import button
from cogs.layout import card
from cogs.outgoing import Attached, Outgoing
from cogs.wording import agenda, changes, notices, reminders
from cogs.wording import meetings as wording

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
    over = meeting.phase is not Phase.SCHEDULED
    controls = (
        *attendance_buttons(gathering, mark),
        button(wording.MANAGE, "meeting", meeting.id, "manage", mark),
    )
    return card(
        wording.card_head(gathering),
        wording.card_attendance(gathering),
        "" if over else agenda.presenters_line(gathering),
        reminders.there_line(gathering) if over else changes.short_line(gathering),
        controls=(_show(gathering, mark),) if over else controls,
        file=FILE,
        links=adding_buttons(meeting.time) if meeting.time and not over else (),
        quiet=over,
    )


def _show(gathering: Gathering, mark: str) -> ui.Button[Any]:
    return button(wording.SHOW_BUTTON, "meeting", gathering.meeting.id, "show", mark)


def file_of(gathering: Gathering) -> Attached | None:
    """The calendar file that goes with the card, and with word that the time is another."""
    if gathering.meeting.time is None:
        return None
    return Attached(FILE, calendar_file(gathering))


def meeting_card(gathering: Gathering, entry: Entry) -> Outgoing:
    """The card, when it is posted: whoever may come is told."""
    del entry  # the card's marker is its own
    coming, tentative, _, silent = wording.attendance_of(gathering)
    pinged = (*coming, *tentative, *silent)
    title = wording.post_title(gathering)
    return Outgoing(draw(gathering), pinged, file_of(gathering), title)


def moved_notice(gathering: Gathering, entry: Entry) -> Outgoing:
    """Whose word about the new time is not known is asked; who comes must hear of it as well.

    Only its convener, who moves it, is not told what they did.
    """
    coming, tentative, _, _ = wording.attendance_of(gathering)
    concerned = dict.fromkeys((*awaited(gathering), *coming, *tentative))
    concerned.pop(gathering.meeting.convener_id, None)
    pinged = tuple(concerned)
    mark = marker(gathering.meeting, entry.key)
    text = notices.moved_notice(gathering)
    return _with_file(gathering, text, attendance_buttons(gathering, mark), pinged)


def cancelled_notice(gathering: Gathering, entry: Entry) -> Outgoing:
    """Whoever was coming, or had answered the poll, is told."""
    pinged = _concerned(gathering)
    mark = marker(gathering.meeting, entry.key)
    text = notices.cancelled_notice(gathering, pinged)
    undo = button(changes.RESTORE, "meeting", gathering.meeting.id, "restore", mark)
    controls = (_show(gathering, mark), undo)
    return _with_file(gathering, text, controls, pinged, quiet=True)


def restored_notice(gathering: Gathering, entry: Entry) -> Outgoing:
    """Whoever was told that it is called off is told that it is not."""
    pinged = _concerned(gathering)
    mark = marker(gathering.meeting, entry.key)
    text = changes.restored_notice(gathering, pinged)
    return _with_file(gathering, text, (_show(gathering, mark),), pinged)


def _with_file(
    gathering: Gathering,
    text: str,
    controls: tuple[ui.Button[Any], ...],
    pinged: tuple[MemberId, ...],
    *,
    quiet: bool = False,
) -> Outgoing:
    """A notice with the calendar file as it is by now, so that a calendar can follow."""
    attached = file_of(gathering)
    shown = attached.name if attached else None
    return Outgoing(card(text, controls=controls, file=shown, quiet=quiet), pinged, attached)


def short_notice(gathering: Gathering, entry: Entry) -> Outgoing:
    """Below the quorum: the group reads it, the convener is told what can be done."""
    number, mark = gathering.meeting.id, marker(gathering.meeting, entry.key)
    danger = discord.ButtonStyle.danger
    controls = (
        button(wording.MOVE_OPEN, "meeting", number, "move", mark),
        button(changes.HOLD, "meeting", number, "hold", mark),
        button(wording.CANCEL_OPEN, "meeting", number, "cancel", mark, style=danger),
    )
    if has_quorum(gathering):
        controls = (_show(gathering, mark),)
    text = changes.short_notice(gathering)
    return Outgoing(card(text, controls=controls), (gathering.meeting.convener_id,))


def held(gathering: Gathering, mark: str, member_id: MemberId) -> ui.LayoutView:
    """What becomes of that notice when the convener keeps the meeting as it is."""
    text = changes.held(gathering, member_id)
    return card(text, controls=(_show(gathering, mark),))


def _concerned(gathering: Gathering) -> tuple[MemberId, ...]:
    meeting = gathering.meeting
    away = {who for who, state in meeting.attendance.items() if state is Attendance.NOT_COMING}
    return tuple(
        member.id
        for member in gathering.group.members
        if member.id not in away and (meeting.time or member.id in meeting.answers)
    )
