"""Scheduled events: in a voice channel, elsewhere, in the past."""

from datetime import datetime, timedelta

import discord
import pytest

from playground.loopback import Loopback
from tests.playground.bare import Bare, refused, running
from tests.playground.conftest import Scene


def guild_of(client: Bare, scene: Scene) -> discord.Guild:
    guild = client.get_guild(scene.server.id)
    assert guild is not None
    return guild


async def in_voice(guild: discord.Guild, start: datetime) -> discord.ScheduledEvent:
    return await guild.create_scheduled_event(
        name="Peer consultation",
        start_time=start,
        channel=guild.voice_channels[0],
        privacy_level=discord.PrivacyLevel.guild_only,
        entity_type=discord.EntityType.voice,
    )


async def test_an_event_lives_in_a_voice_channel(loopback: Loopback, scene: Scene) -> None:
    room = scene.server.add_voice_channel("Room")
    start = loopback.clock.now() + timedelta(days=2)
    async with running(loopback) as client:
        guild = guild_of(client, scene)
        event = await in_voice(guild, start)
        assert event.channel_id == room.id
        moved = await event.edit(start_time=start + timedelta(days=1))
        assert moved.start_time == scene.server.events[0].start
        await loopback.until(lambda: guild.scheduled_events, "the gateway's event")
        assert [one.id for one in await guild.fetch_scheduled_events()] == [event.id]
        await event.delete()
        async with refused(10070, 404):
            await guild.fetch_scheduled_event(event.id)
    assert scene.server.events == []


async def test_an_event_elsewhere_has_an_end(loopback: Loopback, scene: Scene) -> None:
    start = loopback.clock.now() + timedelta(days=2)
    async with running(loopback) as client:
        event = await guild_of(client, scene).create_scheduled_event(
            name="Peer consultation",
            start_time=start,
            end_time=start + timedelta(hours=1),
            location="Elm Street 5",
            privacy_level=discord.PrivacyLevel.guild_only,
            entity_type=discord.EntityType.external,
        )
        started = await event.start()
        assert started.status is discord.EventStatus.active
        async with refused(50035, 400):
            await event.cancel()
        await started.end()
        assert scene.server.events[0].status == 3


@pytest.mark.parametrize("offset", [timedelta(days=-1), timedelta(seconds=-1)])
async def test_an_event_in_the_past_is_refused(offset: timedelta) -> None:
    async with Loopback.start() as loopback:
        server = loopback.add_guild("Elm Street")
        server.add_voice_channel("Room")
        async with running(loopback) as client:
            guild = client.get_guild(server.id)
            assert guild is not None
            async with refused(50035, 400):
                await in_voice(guild, loopback.clock.now() + offset)
        assert server.events == []


async def test_an_event_needs_its_permission(loopback: Loopback, scene: Scene) -> None:
    scene.server.add_voice_channel("Room")
    scene.server.take_from_bot(manage_events=True, create_events=True)
    async with running(loopback) as client, refused(50013, 403):
        await in_voice(guild_of(client, scene), loopback.clock.now() + timedelta(days=1))
