"""The poll's public card, which only shows, and the word to the convener below quorum."""

from typing import Any

import discord
from discord import ui

from bot.domain.availability import can_reach_quorum
from bot.domain.disclosure import is_public
from bot.domain.heat.answers import heat_of_answers
from bot.domain.heat.grid import Heat
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from bot.domain.plan import Action, key_of, marker
from bot.services.outbox import Entry
from cogs.controls import button
from cogs.layout import card
from cogs.outgoing import Outgoing, Picture
from cogs.wording import availability as availability_wording
from cogs.wording import heat as heat_wording
from cogs.wording import meetings as meeting_wording
from cogs.wording import polls as wording
from cogs.wording import quorum

FILE = "answers.png"


def draw(gathering: Gathering) -> ui.LayoutView:
    """The card as the poll is now."""
    meeting = gathering.meeting
    mark = marker(meeting, key_of(meeting, Action.POLL_CARD))
    return card(
        wording.card(gathering),
        controls=_open(gathering, mark) if meeting.open else (_show(gathering, mark),),
        picture=picture_of(gathering),
        quiet=not meeting.open,
    )


def picture_of(gathering: Gathering) -> Picture | None:
    """The answers as a picture, where there are many times."""
    return _pictured(heat_of_answers(gathering)) if is_public(gathering) else None


def own_picture(gathering: Gathering, member_id: MemberId, zone: str) -> Picture | None:
    """The same for one member who may see it, in their zone."""
    return _pictured(heat_of_answers(gathering, zone, member_id))


def _pictured(heat: Heat | None) -> Picture | None:
    if heat is None:
        return None
    return Picture(FILE, heat, heat_wording.poll_captions(heat), heat_wording.poll_alt(heat))


def _open(gathering: Gathering, mark: str) -> tuple[ui.Button[Any], ...]:
    number = gathering.meeting.id
    primary = discord.ButtonStyle.primary
    return (
        button(wording.ANSWER, "poll", number, "answer", mark, style=primary),
        button(availability_wording.USE, "poll", number, "usual", mark),
        *see_button(gathering, mark),
        _manage(gathering, mark),
    )


def see_button(gathering: Gathering, mark: str) -> tuple[ui.Button[Any], ...]:
    """Shows hidden answers to who may see them; nothing where they are open."""
    if is_public(gathering):
        return ()
    return (button(wording.SEE, "poll", gathering.meeting.id, "answers", mark),)


def _show(gathering: Gathering, mark: str) -> ui.Button[Any]:
    return button(meeting_wording.SHOW_BUTTON, "meeting", gathering.meeting.id, "show", mark)


def poll_card(gathering: Gathering, entry: Entry) -> Outgoing:
    """The card, when it is posted: the members are told that they are asked, if they still are.

    Who called it has answered by that; where nobody did, its convener is asked like the others.
    """
    del entry  # the card's marker is its own
    meeting = gathering.meeting
    asked = gathering.group.members if meeting.open else ()
    called = None if meeting.turn else meeting.convener_id
    pinged = tuple(one.id for one in asked if one.id not in meeting.answers and one.id != called)
    title = meeting_wording.post_title(gathering)
    return Outgoing(draw(gathering), pinged, picture_of(gathering), title=title)


def undecided(gathering: Gathering, entry: Entry) -> Outgoing:
    """Below quorum at the deadline: the convener is told, and offered what can be done."""
    mark = marker(gathering.meeting, entry.key)
    text = wording.undecided_notice(gathering)
    controls = (*see_button(gathering, mark), *manage_buttons(gathering, mark))
    return Outgoing(card(text, controls=controls), (gathering.meeting.convener_id,))


def impossible(gathering: Gathering, entry: Entry) -> Outgoing:
    """While the poll runs, no time can get the quorum any more: its convener is asked at once."""
    number, mark = gathering.meeting.id, marker(gathering.meeting, entry.key)
    controls = (
        *see_button(gathering, mark),
        button(wording.ADD, "poll", number, "add", mark),
        button(quorum.WAIT, "poll", number, "wait", mark),
        button(wording.OFF, "poll", number, "off", mark, style=discord.ButtonStyle.danger),
    )
    if can_reach_quorum(gathering, entry.due_at):
        controls = (_manage(gathering, mark),)
    text = quorum.impossible_notice(gathering, entry.due_at)
    return Outgoing(card(text, controls=controls), (gathering.meeting.convener_id,))


def waiting(gathering: Gathering, mark: str, member_id: MemberId) -> ui.LayoutView:
    """What becomes of that question when the convener waits."""
    text = quorum.waiting(gathering, member_id)
    return card(text, controls=(_manage(gathering, mark),))


def _manage(gathering: Gathering, mark: str) -> ui.Button[Any]:
    return button(wording.MANAGE, "poll", gathering.meeting.id, "manage", mark)


def manage_buttons(gathering: Gathering, mark: str = "") -> tuple[ui.Button[Any], ...]:
    """What a convener can do with an open poll."""
    number = gathering.meeting.id
    return (
        button(wording.EXTEND, "poll", number, "extend", mark),
        button(wording.ADD, "poll", number, "add", mark),
        button(wording.CHOOSE, "poll", number, "choose", mark),
        button(wording.OFF, "poll", number, "off", mark, style=discord.ButtonStyle.danger),
    )
