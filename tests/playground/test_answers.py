"""When and how an interaction may be answered, and what Discord says to anything else."""

import asyncio
import io
from collections.abc import Awaitable, Callable

import discord
import pytest
from discord import app_commands, ui
from discord.http import Route

from playground.loopback import Loopback
from playground.payloads import Json
from playground.stage import DriverError
from tests.playground.bare import Bare, channel_of, refused, running
from tests.playground.conftest import Scene

Doing = Callable[[discord.Interaction], Awaitable[None]]


async def answer_raw(interaction: discord.Interaction, kind: int, data: Json | None = None) -> None:
    """Answer past discord.py's own checks."""
    path = "/interactions/{interaction_id}/{interaction_token}/callback"
    route = Route("POST", path, interaction_id=interaction.id, interaction_token=interaction.token)
    await interaction.client.http.request(route, json={"type": kind, "data": data or {}})


def modal() -> Json:
    text: Json = {"type": 4, "custom_id": "t", "style": 1}
    field: Json = {"type": 18, "label": "Topic", "component": text}
    return {"custom_id": "m", "title": "Call", "components": [field]}


def doing(action: Doing) -> Callable[[Bare], None]:
    """A client with one command `/try` that does this."""

    def setup(client: Bare) -> None:
        async def run(interaction: discord.Interaction) -> None:
            await action(interaction)

        client.tree.add_command(app_commands.Command(name="try", description="Try", callback=run))

    return setup


async def test_a_second_answer_is_refused(loopback: Loopback, scene: Scene) -> None:
    done = asyncio.Event()

    async def action(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("first")
        async with refused(40060, 400):
            await answer_raw(interaction, 4, {"content": "second"})
        async with refused(40060, 400):
            await answer_raw(interaction, 9, modal())
        done.set()

    async with running(loopback, doing(action)):
        await scene.fran.slash(scene.text, "try")
        await asyncio.wait_for(done.wait(), 2)
    assert [one.text for one in scene.fran.sees(scene.text)] == ["first"]


async def test_an_answer_after_its_time_is_refused(loopback: Loopback, scene: Scene) -> None:
    loopback.interactions.answer_within = 0.05
    done = asyncio.Event()

    async def action(interaction: discord.Interaction) -> None:
        await asyncio.sleep(0.1)
        async with refused(10062, 404):
            await interaction.response.send_message("late")
        done.set()

    async with running(loopback, doing(action)):
        with pytest.raises(DriverError, match="did not respond"):
            await scene.fran.slash(scene.text, "try")
        await asyncio.wait_for(done.wait(), 2)
    assert loopback.answers == []


async def test_a_token_runs_out(loopback: Loopback, scene: Scene) -> None:
    loopback.interactions.token_life = 0.05
    done = asyncio.Event()

    async def action(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("first")
        await asyncio.sleep(0.1)
        async with refused(50027, 401):
            await interaction.followup.send("much later")
        async with refused(50027, 401):
            await interaction.edit_original_response(content="changed")
        done.set()

    async with running(loopback, doing(action)):
        await scene.fran.slash(scene.text, "try")
        await asyncio.wait_for(done.wait(), 2)


async def test_nothing_follows_what_was_never_answered(loopback: Loopback, scene: Scene) -> None:
    done = asyncio.Event()

    async def action(interaction: discord.Interaction) -> None:
        async with refused(10015, 404):
            await interaction.followup.send("too early")
        await interaction.response.send_message("now")
        done.set()

    async with running(loopback, doing(action)):
        assert (await scene.fran.slash(scene.text, "try")).text == "now"
        await asyncio.wait_for(done.wait(), 2)


async def test_a_command_cannot_update_a_message(loopback: Loopback, scene: Scene) -> None:
    async def action(interaction: discord.Interaction) -> None:
        async with refused(50035, 400):
            await answer_raw(interaction, 7, {"content": "updated"})
        await interaction.response.send_message("instead")

    async with running(loopback, doing(action)):
        assert (await scene.fran.slash(scene.text, "try")).text == "instead"


async def test_the_original_is_read_edited_and_deleted(loopback: Loopback, scene: Scene) -> None:
    done = asyncio.Event()

    async def action(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        await interaction.edit_original_response(content="made good")
        assert (await interaction.original_response()).content == "made good"
        follow = await interaction.followup.send("more", wait=True)
        await follow.edit(content="more of it")
        await interaction.delete_original_response()
        async with refused(10008, 404):
            await interaction.edit_original_response(content="gone")
        done.set()

    async with running(loopback, doing(action)):
        reply = await scene.fran.slash(scene.text, "try")
        await asyncio.wait_for(done.wait(), 2)
        assert [one.text for one in scene.omar.sees(scene.text)] == ["more of it"]
        assert reply.followups[0].text == "more of it"


async def test_an_ephemeral_answer_is_for_one_member(loopback: Loopback, scene: Scene) -> None:
    async def action(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("for you", ephemeral=True)

    async with running(loopback, doing(action)) as client:
        reply = await scene.fran.slash(scene.text, "try")
        assert reply.message is not None
        assert reply.message in scene.fran.sees(scene.text)
        assert scene.omar.sees(scene.text) == []
        channel = channel_of(client, scene.text.id)
        assert [one async for one in channel.history()] == []
        async with refused(10008, 404):
            await channel.fetch_message(reply.message.id)
        await loopback.quiet()
        assert client.heard == []


async def test_an_ephemeral_answer_with_a_file_pings_nobody(
    loopback: Loopback, scene: Scene
) -> None:
    async def action(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(
            scene.omar.mention,
            ephemeral=True,
            file=discord.File(io.BytesIO(b"BEGIN:VCALENDAR"), "meeting.ics"),
            allowed_mentions=discord.AllowedMentions(users=True),
        )

    async with running(loopback, doing(action)):
        reply = await scene.fran.slash(scene.text, "try")
    assert reply.message is not None
    assert [one.content for one in reply.message.attachments] == [b"BEGIN:VCALENDAR"]
    assert scene.omar.pings == []


async def test_a_layout_replaces_itself(loopback: Loopback, scene: Scene) -> None:
    class Layout(ui.LayoutView):
        row = ui.ActionRow["Layout"]()

        @row.button(label="Next", custom_id="next")
        async def forward(self, interaction: discord.Interaction, _: ui.Button["Layout"]) -> None:
            after = ui.LayoutView()
            after.add_item(ui.TextDisplay[ui.LayoutView]("second page"))
            await interaction.response.edit_message(view=after)

    async def action(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=Layout())

    async with running(loopback, doing(action)):
        reply = await scene.fran.slash(scene.text, "try")
        await scene.fran.press(reply, "Next")
    assert reply.text == "second page"
    assert reply.controls == []


async def test_controls_work_in_a_direct_conversation(loopback: Loopback, scene: Scene) -> None:
    async def action(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("in private")

    async with running(loopback, doing(action)):
        reply = await scene.omar.slash(scene.omar.dm, "try")
    assert reply.message in scene.omar.sees(scene.omar.dm)
