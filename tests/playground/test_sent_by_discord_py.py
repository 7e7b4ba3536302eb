"""What discord.py sends properly is not refused: neither by the description nor by a rule."""

from collections.abc import Mapping

import discord
import pytest
from discord import app_commands

from tests.playground.leaving import Sending, breaks, described, sent
from tests.playground.samples import SOON, Card, Rows, call_modal, embed, file, in_a_place, sync

PINGED = discord.AllowedMentions(users=[discord.Object(7), discord.Object(8)], everyone=False)
GOOD: Mapping[str, Sending] = {
    "text": lambda d: d.channel.send("Hello", nonce="a" * 25),
    "text at its longest": lambda d: d.channel.send("x" * 2000),
    "mentions": lambda d: d.channel.send("<@7> <@8>", allowed_mentions=PINGED),
    "reply": lambda d: d.channel.send("yes", reference=d.message, mention_author=False),
    "embed": lambda d: d.channel.send(embed=embed()),
    "rows": lambda d: d.channel.send("Hello", view=Rows()),
    "layout": lambda d: d.channel.send(view=Card()),
    "file": lambda d: d.channel.send(file=file()),
    "layout with a file": lambda d: d.channel.send(view=Card("meeting.ics"), file=file()),
    "edit": lambda d: d.message.edit(content="Hello", view=Rows(), embed=None),
    "edit of a layout": lambda d: d.message.edit(view=Card()),
    "edit that clears": lambda d: d.message.edit(content=None, view=None),
    "edit with a file": lambda d: d.message.edit(view=Card("b.ics"), attachments=[file("b.ics")]),
    "answer": lambda d: d.interaction().response.send_message("Hello", ephemeral=True),
    "answer by a layout": lambda d: d.interaction().response.send_message(view=Card()),
    "answer with a file": lambda d: d.interaction().response.send_message(
        view=Card("meeting.ics"), file=file()
    ),
    "deferral": lambda d: d.interaction().response.defer(ephemeral=True, thinking=True),
    "update": lambda d: d.interaction(3).response.edit_message(view=Card()),
    "deferred update": lambda d: d.interaction(3).response.defer(),
    "modal": lambda d: d.interaction().response.send_modal(call_modal()),
    "suggestions": lambda d: d.interaction(4).response.autocomplete(
        [app_commands.Choice(name=f"Zone {n}", value=f"zone-{n}") for n in range(25)]
    ),
    "no suggestions": lambda d: d.interaction(4).response.autocomplete([]),
    "follow-up": lambda d: d.interaction().followup.send("Hello", embed=embed(), ephemeral=True),
    "edit of the answer": lambda d: d.interaction().edit_original_response(view=Card()),
    "commands": sync,
    "event elsewhere": lambda d: in_a_place(d, description="x" * 1000),
    "event in a voice channel": lambda d: d.guild.create_scheduled_event(
        name="Peer consultation",
        start_time=SOON,
        channel=discord.Object(9, type=discord.VoiceChannel),
        privacy_level=discord.PrivacyLevel.guild_only,
        entity_type=discord.EntityType.voice,
    ),
    "thread": lambda d: d.text_channel().create_thread(name="Meeting", message=d.message),
    "private thread": lambda d: d.text_channel().create_thread(name="Meeting"),
    "post": lambda d: d.text_channel(15).create_thread(
        name="Meeting", view=Card("a"), file=file("a")
    ),
}


@pytest.mark.parametrize("sending", GOOD.values(), ids=GOOD.keys())
async def test_what_is_good_is_not_refused(sending: Sending) -> None:
    """Neither the description nor a rule finds fault with what discord.py sends properly."""
    known = described()
    request = await sent(sending)
    assert known.knows(request.method, request.path)
    assert known.problems_in_request(request.method, request.path, request.body) == []
    assert breaks(request) == []
