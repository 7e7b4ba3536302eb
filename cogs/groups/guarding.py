"""What `/group guard` shows and changes."""

from dataclasses import dataclass

import discord
from discord import app_commands

from bot.domain.group import Group
from bot.domain.ids import ChannelId
from bot.identifiers import Strictness
from bot.services.confidentiality import Confidentiality
from cogs.choosing import channel_of
from cogs.controls import Interaction
from cogs.replies import actor, tell
from cogs.wording import guard as wording

Place = app_commands.AppCommandChannel | app_commands.AppCommandThread


class ChosenPlace(app_commands.Transformer):
    """A channel option for channels in which people write, and for threads and posts."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """A channel."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """What Discord offers to pick from."""
        kind = discord.ChannelType
        return [kind.text, kind.voice, kind.forum, kind.public_thread, kind.private_thread]

    async def transform(self, interaction: Interaction, value: Place, /) -> Place:
        """The channel as Discord names it; the bot need not see it."""
        del interaction
        return value


INHERITED = "inherited"
STRICTNESSES = [
    *(app_commands.Choice(name=words, value=one.value) for one, words in wording.CHOICES.items()),
    app_commands.Choice(name=wording.INHERIT, value=INHERITED),
]


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; nothing of it means: show me."""

    strictness: str | None = None
    place: Place | None = None
    forget: bool = False


async def tend(interaction: Interaction, guard: Confidentiality, group: Group, wish: Wish) -> None:
    """Changes the guard as wished, or shows it."""
    if wish.place and not _belongs(wish.place, group):
        await tell(interaction, wording.NOT_ITS_CHANNEL)
        return
    if wish.forget:
        count = await guard.forget(group, actor(interaction))
        await tell(interaction, wording.forgotten(group, count))
    if wish.strictness:
        await _choose(interaction, guard, group, wish)
    elif not wish.forget:
        await _show(interaction, guard, group)


async def _choose(
    interaction: Interaction, guard: Confidentiality, group: Group, wish: Wish
) -> None:
    asker = actor(interaction)
    chosen = None if wish.strictness == INHERITED else Strictness(wish.strictness or "")
    place = ChannelId(wish.place.id) if wish.place else None
    await guard.choose(group, asker, chosen, place)
    elsewhere = channel_of(interaction) != group.channel_id
    words = wording.chosen(group, asker.id, chosen, place)
    await tell(interaction, words, ephemeral=elsewhere)


async def _show(interaction: Interaction, guard: Confidentiality, group: Group) -> None:
    choices = await guard.strictnesses(group.id)
    guarded = wording.Guarded(
        group,
        choices,
        await guard.record(group.id),
        await guard.learned(group.id),
        tuple(one for one in _strict(group, choices) if _barred(interaction, one)),
    )
    await tell(interaction, wording.guard(guarded))


def _belongs(place: Place, group: Group) -> bool:
    own = {group.channel_id, group.settings.voice_channel_id}
    if isinstance(place, app_commands.AppCommandThread):
        return place.parent_id in own
    return place.id in own


def _strict(group: Group, choices: wording.Choices) -> list[ChannelId]:
    """The channels in which messages are to be removed."""
    default = choices.get(None, Strictness.NUDGE)
    places = {group.channel_id: default, **{one: way for one, way in choices.items() if one}}
    return [one for one, way in places.items() if way is Strictness.STRICT]


def _barred(interaction: Interaction, channel_id: ChannelId) -> bool:
    guild = interaction.guild
    channel = guild.get_channel_or_thread(channel_id) if guild else None
    if guild is None or channel is None:
        return False
    try:
        return not channel.permissions_for(guild.me).manage_messages
    except discord.ClientException:
        return True
