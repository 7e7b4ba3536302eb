"""Commands, controls and forms, as a member uses them and as discord.py answers them."""

import discord
import pytest
from discord import app_commands, ui

from playground.loopback import Loopback
from playground.stage import DriverError
from tests.playground.bare import Bare, running
from tests.playground.conftest import Scene


class Asking(ui.Modal, title="Call a meeting"):
    topic = ui.Label["Asking"](
        text="Topic", component=ui.TextInput["Asking"](max_length=20, default="Consultation")
    )
    how_soon = ui.Label["Asking"](
        text="How soon",
        component=ui.Select["Asking"](
            options=[discord.SelectOption(label="Today"), discord.SelectOption(label="This week")]
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        assert isinstance(self.topic.component, ui.TextInput)
        assert isinstance(self.how_soon.component, ui.Select)
        told = f"{self.topic.component.value}, {self.how_soon.component.values[0]}"
        await interaction.response.send_message(told, ephemeral=True)


class Controls(ui.View):
    @ui.button(label="Count", custom_id="count")
    async def count(self, interaction: discord.Interaction, _: ui.Button["Controls"]) -> None:
        await interaction.response.edit_message(content="counted")

    @ui.select(
        placeholder="Which day",
        custom_id="day",
        max_values=2,
        options=[discord.SelectOption(label=day) for day in ("Mon", "Tue", "Wed")],
    )
    async def day(self, interaction: discord.Interaction, chosen: ui.Select["Controls"]) -> None:
        await interaction.response.defer()
        await interaction.followup.send(", ".join(chosen.values), ephemeral=True)

    @ui.button(label="Ask", custom_id="ask")
    async def ask(self, interaction: discord.Interaction, _: ui.Button["Controls"]) -> None:
        await interaction.response.send_modal(Asking())


def commands(client: Bare) -> None:
    group = app_commands.Group(name="group", description="Consultation groups")

    @group.command(name="create", description="Bind a group")
    async def create(
        interaction: discord.Interaction,
        name: app_commands.Range[str, 1, 20],
        quorum: int = 3,
        channel: discord.TextChannel | None = None,
        convener: discord.Member | None = None,
    ) -> None:
        place = "" if channel is None else channel.mention
        who = "" if convener is None else convener.display_name
        await interaction.response.send_message(f"{name} {quorum} {place} {who}", view=Controls())

    @group.command(name="zone", description="Choose a zone")
    async def zone(interaction: discord.Interaction, zone: str) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send(f"your zone is {zone}")

    @zone.autocomplete("zone")
    async def zones(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        known = ["Pacific/Auckland", "Europe/London"]
        found = [one for one in known if typed.lower() in one.lower()]
        return [app_commands.Choice(name=one, value=one) for one in found]

    @group.command(name="silent", description="Never answers")
    async def silent(_: discord.Interaction) -> None:
        pass

    async def check(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"read {message.content}", ephemeral=True)

    client.tree.add_command(group)
    client.tree.add_command(app_commands.ContextMenu(name="Check", callback=check))


async def test_a_subcommand_gets_its_options_by_name_and_type(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback, commands):
        reply = await scene.fran.slash(
            scene.text,
            "group create",
            name="Wednesday",
            quorum=4,
            channel=scene.text,
            convener=scene.omar,
        )
    assert reply.text == f"Wednesday 4 <#{scene.text.id}> Omar"
    assert sorted(control.name for control in reply.controls) == ["Ask", "Count", "Which day"]
    assert loopback.answers[0].name == "group create"


async def test_a_button_changes_its_message(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, commands):
        reply = await scene.fran.slash(scene.text, "group create", name="Wednesday")
        pressed = await scene.omar.press(reply, "Count")
    assert pressed.updated
    assert reply.text == "counted"


async def test_a_select_takes_its_labels(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, commands):
        reply = await scene.fran.slash(scene.text, "group create", name="Wednesday")
        chosen = await scene.omar.choose(reply, "Which day", ["Mon", "Wed"])
    assert chosen.text == "Mon, Wed"
    assert chosen.message in scene.omar.sees(scene.text)
    assert chosen.message not in scene.fran.sees(scene.text)


async def test_a_form_keeps_what_is_prefilled(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, commands):
        reply = await scene.fran.slash(scene.text, "group create", name="Wednesday")
        form = await scene.omar.press(reply, "Ask")
        assert form.modal is not None
        assert form.modal.prefilled("Topic") == "Consultation"
        with pytest.raises(DriverError, match="How soon"):
            await scene.omar.submit(form)
        sent = await scene.omar.submit(form, {"How soon": ["This week"]})
    assert sent.text == "Consultation, This week"
    assert sent.ephemeral


async def test_a_deferral_is_awaited(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, commands):
        reply = await scene.omar.slash(scene.text, "group zone", zone="Europe/London")
    assert reply.text == "your zone is Europe/London"
    assert reply.ephemeral


async def test_an_option_is_completed(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, commands):
        found = await scene.omar.complete(scene.text, "group zone", option="zone", typed="auck")
    assert found == [{"name": "Pacific/Auckland", "value": "Pacific/Auckland"}]


async def test_a_menu_of_a_message_reads_it(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, commands):
        message = await scene.fran.write(scene.text, "a case")
        reply = await scene.omar.menu(message, "Check")
    assert reply.text == "read a case"


async def test_silence_is_told_after_the_time_to_answer(loopback: Loopback, scene: Scene) -> None:
    loopback.interactions.answer_within = 0.05
    async with running(loopback, commands):
        with pytest.raises(DriverError, match="did not respond"):
            await scene.omar.slash(scene.text, "group silent")
