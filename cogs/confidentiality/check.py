"""`/check`: a member shows the bot a draft, privately, before anybody else sees it."""

from discord import TextStyle, app_commands, ui
from discord.ext import commands

from bot.services.confidentiality import screened
from cogs.confidentiality.marking import points
from cogs.controls import Interaction, Press, Router, custom_id
from cogs.replies import tell
from cogs.wording import confidentiality as wording

DRAFT = "draft"
LONGEST_DRAFT = 4000


class DraftForm(ui.Modal):
    """Takes a draft; the router gets what is submitted."""

    def __init__(self) -> None:
        super().__init__(title=wording.CHECK_TITLE, custom_id=custom_id("check", 0, "done"))
        draft = ui.TextInput[DraftForm](
            custom_id=DRAFT, style=TextStyle.paragraph, max_length=LONGEST_DRAFT
        )
        self.add_item(
            ui.Label(text=wording.CHECK_LABEL, description=wording.CHECK_HINT, component=draft)
        )
        self.stop()  # it is only shown: after a restart a submit must find its way as well


class CheckCog(commands.Cog):
    """The check of a draft; it needs no right to read messages."""

    def __init__(self, router: Router) -> None:
        router.on("check", "done", self._checked)

    @app_commands.command(name="check", description=wording.CHECK)
    async def check(self, interaction: Interaction) -> None:
        """Opens the form."""
        await interaction.response.send_modal(DraftForm())

    async def _checked(self, press: Press) -> None:
        text = press.text(DRAFT)
        verdict = await screened(text)
        await tell(press.interaction, wording.checked(points(text, verdict)))
