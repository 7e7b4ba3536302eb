"""Threads and forum posts, made by the bot and by members."""

import discord

from playground.loopback import Loopback
from tests.playground.bare import channel_of, refused, running
from tests.playground.conftest import Scene


async def test_one_thread_hangs_on_a_message(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        sent = await channel_of(client, scene.text.id).send("Meeting on Wednesday")
        thread = await sent.create_thread(name="Meeting")
        assert thread.id == sent.id
        await thread.send("welcome")
        async with refused(160004, 400):
            await sent.create_thread(name="Meeting again")
    found = scene.fran.threads(scene.text)[0]
    assert [one.text for one in scene.fran.sees(found)] == ["welcome"]


async def test_a_mention_takes_a_member_into_a_private_thread(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        thread = await channel_of(client, scene.text.id).create_thread(
            name="Private", type=discord.ChannelType.private_thread
        )
        assert scene.omar.threads(scene.text) == []
        await thread.add_user(discord.Object(scene.omar.id))
        assert [one.id for one in scene.omar.threads(scene.text)] == [thread.id]
        members = [one.id for one in await thread.fetch_members()]
    assert members == [loopback.application_id, scene.omar.id]


async def test_a_forum_post_is_a_thread_with_its_first_message(
    loopback: Loopback, scene: Scene
) -> None:
    forum = scene.server.add_forum("consults")
    async with running(loopback) as client:
        channel = client.get_channel(forum.id)
        assert isinstance(channel, discord.ForumChannel)
        post = await channel.create_thread(name="Meeting", content="When?")
        assert post.message.id == post.thread.id
        theirs = await scene.fran.post(forum, "A question", "of countertransference")
        await loopback.until(lambda: client.get_channel(theirs.id), "the member's post")
        heard = [one.content for one in client.heard]
    assert "of countertransference" in heard
    assert [one.name for one in scene.omar.threads(forum)] == ["Meeting", "A question"]


async def test_a_renaming_is_told_twice(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        thread = await scene.fran.open_thread(scene.text, "A case")
        await scene.fran.rename(thread, "Another case")
        await loopback.until(lambda: len(client.heard) == 2, "both notices")
        seen = client.get_channel(thread.id)
    assert isinstance(seen, discord.Thread)
    assert seen.name == "Another case"
    assert client.heard[1].type is discord.MessageType.channel_name_change


async def test_nobody_replies_to_a_notice(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        await scene.fran.open_thread(scene.text, "A case")
        await loopback.until(lambda: client.heard, "the notice")
        async with refused(50035, 400):
            await client.heard[0].reply("hm")


async def test_an_archived_thread_is_left_alone(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        thread = await channel.create_thread(name="Old", type=discord.ChannelType.public_thread)
        await thread.edit(archived=True)
        async with refused(50083, 400):
            await thread.edit(name="Older")
        assert channel.guild is not None
        assert await channel.guild.active_threads() == []
        archived = [one.id async for one in channel.archived_threads()]
        assert archived == [thread.id]
        await thread.send("awake")
        assert [one.id for one in await channel.guild.active_threads()] == [thread.id]


async def test_threads_need_their_permission(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        sent = await channel.send("Meeting")
        scene.server.deny(scene.text, None, create_public_threads=True)
        async with refused(50013, 403):
            await sent.create_thread(name="Meeting")


async def test_others_threads_are_renamed_with_manage_threads(
    loopback: Loopback, scene: Scene
) -> None:
    thread = await scene.fran.open_thread(scene.text, "Theirs")
    async with running(loopback) as client:
        found = client.get_channel(thread.id)
        assert isinstance(found, discord.Thread)
        await found.edit(name="Ours")
        scene.server.take_from_bot(manage_threads=True)
        async with refused(50013, 403):
            await found.edit(name="Mine")
    assert thread.name == "Ours"
