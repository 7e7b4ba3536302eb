"""What the controls of a review have in common: they are for the author alone, and end in words."""

import discord

from bot.domain.ids import MemberId
from bot.services.confidentiality import Confidentiality
from bot.services.warnings import Warned
from cogs.confidentiality.subjects import Subject, subject_of
from cogs.controls import Interaction, Press
from cogs.replies import tell
from cogs.wording import reviews as wording


async def of_author(guard: Confidentiality, press: Press) -> Warned | None:
    """The warning, if it is about a text of the member who presses; else they are told."""
    known = await guard.find(subject_of(press).key)
    if known is None:
        await tell(press.interaction, wording.NOT_KNOWN)
    elif known.author_id != MemberId(press.interaction.user.id):
        await tell(press.interaction, wording.NOT_YOURS)
    else:
        return known
    return None


async def end(interaction: Interaction, text: str) -> None:
    """Puts a sentence in place of the review, and nothing of the text with it."""
    await interaction.edit_original_response(content=text, embeds=[], view=None)


async def deleted(client: discord.Client, subject: Subject) -> bool:
    """Deletes a message, or finds it deleted; False where the bot may not."""
    channel = client.get_partial_messageable(subject.channel_id)
    try:
        await channel.get_partial_message(subject.number).delete()
    except discord.NotFound:
        pass
    except discord.Forbidden:
        return False
    return True
