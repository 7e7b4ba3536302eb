"""Nudges: they ping those who have not answered by the time they are sent, nobody else."""

import discord

from bot.domain.group import Nudge
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from bot.domain.nudges import to_nudge
from bot.domain.plan import marker
from bot.services.outbox import Entry
from cogs.controls import button
from cogs.layout import card
from cogs.outgoing import Outgoing
from cogs.wording import nudges as wording
from cogs.wording.availability import USE
from cogs.wording.polls import ANSWER


def nudge(gathering: Gathering, entry: Entry) -> Outgoing:
    """One message for everybody who is asked in the group's channel."""
    waiting = to_nudge(gathering, Nudge.THREAD)
    return _outgoing(gathering, entry, wording.nudge(gathering, waiting), waiting)


def private_nudge(gathering: Gathering, entry: Entry) -> Outgoing:
    """One member's own message."""
    waiting = (entry.member,) if entry.member else ()
    text = "".join(wording.private_nudge(gathering, member_id) for member_id in waiting)
    return _outgoing(gathering, entry, text, waiting)


def _outgoing(
    gathering: Gathering, entry: Entry, text: str, pinged: tuple[MemberId, ...]
) -> Outgoing:
    meeting = gathering.meeting
    mark, primary = marker(meeting, entry.key), discord.ButtonStyle.primary
    controls = (
        button(ANSWER, "poll", meeting.id, "answer", mark, style=primary),
        button(USE, "poll", meeting.id, "usual", mark),
    )
    return Outgoing(card(text, controls=controls), pinged)
