"""`/reminders`: how a member likes to be reminded."""

from discord import app_commands
from discord.ext import commands

from bot.domain.group import Nudge
from bot.domain.ids import MemberId
from bot.services.groups import GroupKeeping
from cogs.choosing import guild_of
from cogs.controls import Interaction
from cogs.replies import tell
from cogs.wording import nudges as wording


class RemindersCog(commands.Cog):
    """What each member may choose about reminders."""

    reminders = app_commands.Group(name="reminders", description=wording.COMMANDS, guild_only=True)

    def __init__(self, groups: GroupKeeping) -> None:
        self._groups = groups

    @reminders.command(name="nudge", description=wording.NUDGE)
    @app_commands.describe(**wording.NUDGE_OPTIONS)
    @app_commands.choices(
        how=[app_commands.Choice(name=words, value=how) for how, words in wording.CHOICES.items()]
    )
    async def nudge(self, interaction: Interaction, how: app_commands.Choice[str]) -> None:
        """Keeps where the member is asked for an answer that is missing."""
        chosen = Nudge(how.value)
        member_id = MemberId(interaction.user.id)
        await self._groups.set_nudge(guild_of(interaction), member_id, chosen)
        await tell(interaction, wording.KEPT[chosen])
