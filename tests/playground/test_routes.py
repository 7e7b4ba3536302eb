"""The quieter routes: each answers what discord.py can read and Discord's description allows."""

from datetime import timedelta

import discord
import pytest
from discord import app_commands
from discord.http import Route

from playground.loopback import Loopback
from playground.stage import DriverError
from playground.world import Event
from tests.playground.bare import Bare, channel_of, refused, running
from tests.playground.conftest import Scene


def guild_of(client: Bare, scene: Scene) -> discord.Guild:
    guild = client.get_guild(scene.server.id)
    assert guild is not None
    return guild


async def test_the_account_and_its_servers(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        assert [one.id async for one in client.fetch_guilds()] == [scene.server.id]
        assert (await client.fetch_guild(scene.server.id)).name == scene.server.name
        assert (await client.fetch_user(scene.fran.id)).display_name == "Fran"
        for path in ("/gateway", "/gateway/bot", "/applications/@me"):
            assert await client.http.request(Route("GET", path))
        async with refused(10013, 404):
            await client.fetch_user(1)
        async with refused(10004, 404):
            await client.fetch_guild(1)


async def test_members_are_fetched_and_searched(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        guild = guild_of(client, scene)
        assert (await guild.fetch_member(scene.omar.id)).display_name == "Omar"
        everybody = {one.id async for one in guild.fetch_members()}
        assert {scene.fran.id, scene.omar.id, loopback.application_id} < everybody
        found = await guild.query_members("om")
        assert [one.id for one in found] == [scene.omar.id]
        searched = await client.http.request(
            Route("GET", "/guilds/{guild_id}/members/search?query=fr", guild_id=guild.id)
        )
        assert [one["user"]["id"] for one in searched] == [str(scene.fran.id)]
        scene.server.remove_member(scene.omar)
        async with refused(10007, 404):
            await guild.fetch_member(scene.omar.id)


async def test_roles_are_made_and_given(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        guild = guild_of(client, scene)
        async with refused(50013, 403):
            await guild.create_role(name="Conveners")
        scene.server.bot_role.permissions |= discord.Permissions(manage_roles=True).value
        role = await guild.create_role(name="Conveners", mentionable=True)
        member = await guild.fetch_member(scene.omar.id)
        await member.add_roles(role)
        channel = channel_of(client, scene.text.id)
        await channel.send(role.mention, allowed_mentions=discord.AllowedMentions(roles=True))
        assert [one.text for one in scene.omar.pings] == [role.mention]
        await member.remove_roles(role)
        assert role.id not in {one.id for one in (await guild.fetch_member(member.id)).roles}
        assert role.id in {one.id for one in await guild.fetch_roles()}


async def test_channels_are_made_changed_and_deleted(loopback: Loopback, scene: Scene) -> None:
    scene.server.bot_role.permissions |= discord.Permissions(
        manage_channels=True, manage_roles=True
    ).value
    async with running(loopback) as client:
        guild = guild_of(client, scene)
        channel = await guild.create_text_channel("friday-group")
        await channel.edit(name="friday-peers", topic="Fridays")
        await channel.set_permissions(guild.default_role, send_messages=False)
        with pytest.raises(DriverError, match="cannot write"):
            await scene.omar.write(loopback.world.channels[channel.id], "hello")
        await channel.set_permissions(guild.default_role, overwrite=None)
        fetched = await client.fetch_channel(channel.id)
        assert isinstance(fetched, discord.TextChannel)
        assert fetched.topic == "Fridays"
        listed = [one.name for one in await guild.fetch_channels()]
        assert listed == ["wednesday-group", "friday-peers"]
        await channel.delete()
        async with refused(10003, 404):
            await client.fetch_channel(channel.id)


async def test_a_channel_is_not_made_without_permission(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client, refused(50013, 403):
        await guild_of(client, scene).create_text_channel("friday-group")


async def test_commands_keep_their_ids_over_a_sync(loopback: Loopback, scene: Scene) -> None:
    place = discord.Object(scene.server.id)

    def setup(client: Bare) -> None:
        @client.tree.command(name="everywhere", description="Global")
        async def everywhere(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("global")

        @client.tree.command(name="here", description="Local", guild=place)
        async def here(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("local")

    async with running(loopback, setup) as client:
        first = await client.tree.fetch_commands()
        assert [one.id for one in await client.tree.sync()] == [one.id for one in first]
        local = await client.tree.sync(guild=place)
        assert [one.name for one in local] == ["here"]
        assert (await scene.fran.slash(scene.text, "here")).text == "local"
        command = await client.tree.fetch_command(first[0].id)
        assert (await command.edit(description="Everywhere")).description == "Everywhere"
        await command.delete()
        async with refused(10063, 404):
            await client.tree.fetch_command(first[0].id)
        await _one_command(client, scene)


async def _one_command(client: Bare, scene: Scene) -> None:
    application = client.application_id
    assert application is not None
    made = await client.http.upsert_guild_command(
        application, scene.server.id, {"name": "one", "description": "One", "type": 1}
    )
    again = await client.http.upsert_guild_command(
        application, scene.server.id, {"name": "one", "description": "Still one", "type": 1}
    )
    assert made["id"] == again["id"]
    place = (application, scene.server.id)
    assert len(await client.http.get_guild_commands(*place)) == 2
    await client.http.get_guild_command(*place, int(made["id"]))
    await client.http.edit_guild_command(*place, int(made["id"]), {"description": "The one"})
    await client.http.delete_guild_command(*place, int(made["id"]))


async def test_small_things_of_messages_threads_and_events(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        sent = await channel.send("hello")
        assert (await channel.fetch_message(sent.id)).content == "hello"
        async with channel.typing():
            pass
        thread = await channel.create_thread(
            name="Private", type=discord.ChannelType.private_thread
        )
        await thread.add_user(discord.Object(scene.omar.id))
        assert (await thread.fetch_member(scene.omar.id)).id == scene.omar.id
        await thread.remove_user(discord.Object(scene.omar.id))
        await thread.edit(archived=True)
        private = [one.id async for one in channel.archived_threads(private=True)]
        assert private == [thread.id]
        await _interest(loopback, client, scene)


async def _interest(loopback: Loopback, client: Bare, scene: Scene) -> None:
    start = loopback.clock.now() + timedelta(days=1)
    room = scene.server.add_voice_channel("Room")
    event = Event(loopback.world.next_id(), scene.server.id, "Peers", start, 2, scene.fran.id)
    event.channel_id, event.subscribers = room.id, [scene.omar.id]
    scene.server.guild.events[event.id] = event
    found = await guild_of(client, scene).fetch_scheduled_event(event.id)
    assert [one.id async for one in found.users()] == [scene.omar.id]


async def test_a_choice_is_offered_at_most_25_times() -> None:
    def setup(client: Bare) -> None:
        @client.tree.command(name="zone", description="Zone")
        async def zone(interaction: discord.Interaction, name: str) -> None:
            await interaction.response.send_message(name)

        @zone.autocomplete("name")
        async def names(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
            count = int(typed)
            return [app_commands.Choice(name=f"{n}", value=f"{n}") for n in range(count)]

    async with Loopback.start() as loopback:
        loopback.interactions.answer_within = 0.2
        server = loopback.add_guild("Elm Street")
        text, fran = server.add_text_channel("group"), server.add_member("Fran")
        async with running(loopback, setup):
            assert len(await fran.complete(text, "zone", option="name", typed="25")) == 25
            with pytest.raises(DriverError, match="did not respond"):
                await fran.complete(text, "zone", option="name", typed="26")
        assert len(loopback.violations) == 1
