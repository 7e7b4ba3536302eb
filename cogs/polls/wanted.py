"""What a turn of a rhythm posts where it knows too few usual hours: a question to its convener."""

import discord

from bot.domain.meeting import Gathering
from bot.domain.plan import marker
from bot.services.outbox import Entry
from cogs.controls import button
from cogs.layout import card
from cogs.outgoing import Outgoing
from cogs.wording import rhythm as wording


def times_wanted(gathering: Gathering, entry: Entry) -> Outgoing:
    """The convener is told; whoever has times to offer may give them."""
    number, mark = gathering.meeting.id, marker(gathering.meeting, entry.key)
    controls = (
        button(wording.GIVE, "turn", number, "times", mark, style=discord.ButtonStyle.primary),
        button(wording.LEAVE_OUT, "turn", number, "skip", mark),
    )
    view = card(wording.times_wanted(gathering), controls=controls)
    return Outgoing(view, (gathering.meeting.convener_id,), title=wording.WANTED_TITLE)
