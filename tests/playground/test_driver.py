"""What a person cannot do is told clearly, and never reaches the bot."""

import discord
import pytest
from discord import app_commands, ui

from playground.loopback import Loopback
from playground.stage import DriverError
from tests.playground.bare import Bare, running
from tests.playground.conftest import Scene


class Card(ui.View):
    @ui.button(label="Closed", custom_id="closed", disabled=True)
    async def closed(self, interaction: discord.Interaction, _: ui.Button["Card"]) -> None:
        await interaction.response.defer()


def setup(client: Bare) -> None:
    @client.tree.command(name="post", description="Post a card")
    @app_commands.choices(kind=[app_commands.Choice(name="Case", value="case")])
    async def post(
        interaction: discord.Interaction,
        size: app_commands.Range[int, 1, 5],
        kind: str | None = None,
    ) -> None:
        await interaction.response.send_message(f"{size} {kind}", view=Card(timeout=None))

    @client.tree.command(name="setup", description="For conveners")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def configure(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("done")


@pytest.mark.parametrize(
    ("command", "options", "complaint"),
    [
        ("unknown", {}, "no command 'unknown'"),
        ("post now", {}, "no subcommand 'now'"),
        ("post", {}, r"needs \['size'\]"),
        ("post", {"size": 9}, "value of 1 to 5"),
        ("post", {"size": "2"}, "takes <class 'int'>"),
        ("post", {"size": 2, "hue": 1}, r"has no \['hue'\]"),
        ("post", {"size": 2, "kind": "x"}, "has no choice 'x'"),
        ("setup", {}, "not shown to Omar"),
    ],
)
async def test_an_impossible_command_is_told(
    loopback: Loopback, scene: Scene, command: str, options: dict[str, object], complaint: str
) -> None:
    async with running(loopback, setup):
        with pytest.raises(DriverError, match=complaint):
            await scene.omar.slash(scene.text, command, **options)
    assert loopback.answers == []


async def test_a_command_for_servers_is_not_in_direct_messages(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback, setup):
        with pytest.raises(DriverError, match="not shown in direct messages"):
            await scene.fran.slash(scene.fran.dm, "setup")


async def test_nobody_writes_nothing_or_where_they_cannot(scene: Scene) -> None:
    with pytest.raises(DriverError, match="cannot send 0 characters"):
        await scene.omar.write(scene.text, "")
    scene.server.deny(scene.text, scene.omar, send_messages=True)
    with pytest.raises(DriverError, match="cannot write"):
        await scene.omar.write(scene.text, "hello")


async def test_controls_are_pressed_only_where_they_are(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, setup):
        card = await scene.omar.slash(scene.text, "post", size=2, kind="Case")
        assert card.text == "2 case"
        with pytest.raises(DriverError, match="disabled"):
            await scene.omar.press(card, "Closed")
        with pytest.raises(DriverError, match="0 controls called 'Open'"):
            await scene.omar.press(card, "Open")
        scene.server.deny(scene.text, scene.omar, view_channel=True)
        with pytest.raises(DriverError, match="does not see"):
            await scene.omar.press(card, "Closed")


async def test_a_server_may_open_a_command(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback, setup):
        assert (await scene.fran.slash(scene.text, "setup")).text == "done"
        scene.server.open_command("setup")
        assert (await scene.omar.slash(scene.text, "setup")).text == "done"


async def test_waiting_in_vain_names_what_for(loopback: Loopback) -> None:
    with pytest.raises(DriverError, match="the bot to wake up"):
        await loopback.until(lambda: False, "the bot to wake up", seconds=0.02)
