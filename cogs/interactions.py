"""Where every press and every failed command arrives, whatever subject it belongs to."""

from discord import app_commands
from discord.ext import commands

from cogs.controls import Interaction, Router
from cogs.replies import explain


class InteractionsCog(commands.Cog):
    """Hands presses and submits to the router, and errors of commands to the one explanation."""

    def __init__(self, client: commands.Bot, router: Router) -> None:
        self._client = client
        self._router = router

    async def cog_load(self) -> None:
        """discord.py's own handler only logs; a member deserves a sentence."""
        self._client.tree.on_error = self._failed

    @commands.Cog.listener()
    async def on_interaction(self, interaction: Interaction) -> None:
        """Every interaction; the router takes those of our controls."""
        await self._router.route(interaction)

    async def _failed(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        await explain(interaction, error)
