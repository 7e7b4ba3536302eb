"""What `/group rhythm` shows and changes."""

from dataclasses import dataclass

from discord import app_commands

from bot.domain.group import Group
from bot.domain.meeting import Soon
from bot.services.rhythm import RhythmKeeping
from cogs.choosing import channel_of
from cogs.controls import Interaction
from cogs.replies import actor, tell
from cogs.wording import rhythm as wording

WINDOWS = [
    app_commands.Choice(name=words, value=one.value) for one, words in wording.CHOICES.items()
]


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; nothing of it means: show me. `every` 0 ends it."""

    every: int | None = None
    start: str = ""
    soon: Soon | None = None


async def tend(interaction: Interaction, rhythms: RhythmKeeping, group: Group, wish: Wish) -> None:
    """Changes the rhythm as wished and tells the group, or shows it."""
    if wish == Wish():
        rhythm = await rhythms.of(group)
        await tell(interaction, wording.shown(group, rhythm) if rhythm else wording.none(group))
        return
    who = actor(interaction)
    if wish.every == 0:
        await rhythms.stop(group, who)
        words = wording.stopped(group, who.id)
    else:
        kept = await rhythms.change(group, who, wish.every, wish.start, wish.soon)
        words = wording.kept(group, kept, who.id)
    await tell(interaction, words, ephemeral=channel_of(interaction) != group.channel_id)
