"""`/calendar`: a member's private address for their calendar; offered where the feed is on."""

from discord import app_commands
from discord.ext import commands

from bot.services.calendar_feed import CalendarFeeds
from cogs.calendar_buttons import subscribing_buttons
from cogs.choosing import guild_of
from cogs.controls import Interaction, Press, Router, button
from cogs.replies import actor, tell
from cogs.wording import calendar as wording


class CalendarCog(commands.Cog):
    """What members do about their feed."""

    calendar = app_commands.Group(name="calendar", description=wording.COMMANDS, guild_only=True)

    def __init__(self, feeds: CalendarFeeds, router: Router) -> None:
        self._feeds = feeds
        router.on("calendar", "renew", self._renew_pressed)

    @calendar.command(name="link", description=wording.LINK)
    async def link(self, interaction: Interaction) -> None:
        """A first address; one that was given before cannot be shown again."""
        since = await self._feeds.since(guild_of(interaction), actor(interaction).id)
        if since is None:
            await self._give(interaction)
        else:
            renew = button(wording.RENEW, "calendar", 0, "renew")
            await tell(interaction, wording.linked_already(since), renew)

    @calendar.command(name="renew", description=wording.RENEW_COMMAND)
    async def renew(self, interaction: Interaction) -> None:
        """Another address in place of the one before."""
        await self._give(interaction)

    @calendar.command(name="revoke", description=wording.REVOKE)
    async def revoke(self, interaction: Interaction) -> None:
        """No address any more."""
        ended = await self._feeds.revoke(guild_of(interaction), actor(interaction).id)
        await tell(interaction, wording.REVOKED if ended else wording.NO_LINK)

    async def _renew_pressed(self, press: Press) -> None:
        await self._give(press.interaction)

    async def _give(self, interaction: Interaction) -> None:
        address = await self._feeds.renew(guild_of(interaction), actor(interaction).id)
        await tell(interaction, wording.linked(address), *subscribing_buttons(address))
