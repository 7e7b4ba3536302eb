"""Forms with every kind of field, as discord.py makes and reads them."""

import discord
import pytest
from discord import app_commands, ui

from playground.loopback import Loopback
from playground.stage import DriverError
from tests.playground.bare import Bare, running
from tests.playground.conftest import Scene


class Everything(ui.Modal):
    """One field of each kind that takes five parts."""

    def __init__(self) -> None:
        super().__init__(title="Everything", custom_id="everything")
        self.kind = ui.RadioGroup[Everything](
            options=[
                discord.RadioGroupOption(label="Case", value="case"),
                discord.RadioGroupOption(label="Support", value="support"),
            ]
        )
        self.days = ui.CheckboxGroup[Everything](
            options=[
                discord.CheckboxGroupOption(label="Monday", value="mon", default=True),
                discord.CheckboxGroupOption(label="Tuesday", value="tue"),
            ],
            required=False,
        )
        self.files = ui.FileUpload[Everything](max_values=2, required=False)
        self.people = ui.UserSelect[Everything](max_values=2, required=False)
        self.note = ui.TextInput[Everything](max_length=10, required=False)
        for label, component in (
            ("Kind", self.kind),
            ("Days", self.days),
            ("Files", self.files),
            ("People", self.people),
            ("Note", self.note),
        ):
            self.add_item(ui.Label[Everything](text=label, component=component))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        read = [(one.filename, await one.read()) for one in self.files.values]
        people = [one.display_name for one in self.people.values]
        told = [self.kind.value, self.days.values, read, people, self.note.value]
        await interaction.response.send_message(repr(told))


def setup(client: Bare) -> None:
    async def ask(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Everything())

    client.tree.add_command(app_commands.Command(name="ask", description="Ask", callback=ask))


async def test_every_kind_of_field_arrives(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, setup):
        form = await scene.fran.slash(scene.text, "ask")
        reply = await scene.fran.submit(
            form,
            {
                "Kind": "Support",
                "Days": ["Tuesday"],
                "Files": {"a.txt": b"agenda"},
                "People": [scene.omar],
                "Note": "brief",
            },
        )
    assert reply.text == repr(["support", ["tue"], [("a.txt", b"agenda")], ["Omar"], "brief"])


async def test_what_is_left_alone_keeps_its_default(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, setup):
        form = await scene.fran.slash(scene.text, "ask")
        reply = await scene.fran.submit(form, {"Kind": "case"})
    assert reply.text == repr(["case", ["mon"], [], [], ""])


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({}, "'Kind' is required"),
        ({"Kind": "Lunch"}, "no option 'Lunch'"),
        ({"Kind": "Case", "Note": "far too long"}, "0 to 10 characters"),
        ({"Kind": "Case", "Files": dict.fromkeys("abc", b"")}, "1 to 2 choices, not 3"),
        ({"Kind": "Case", "Mood": "good"}, "no field"),
    ],
)
async def test_the_client_sends_nothing_that_is_not_filled_in(
    loopback: Loopback, scene: Scene, values: dict[str, object], complaint: str
) -> None:
    async with running(loopback, setup):
        form = await scene.fran.slash(scene.text, "ask")
        with pytest.raises(DriverError, match=complaint):
            await scene.fran.submit(form, values)
