"""Messages: what is posted, who is notified, what a bot may read, what is refused."""

import io
from datetime import timedelta

import discord

from playground.clock import SteeredClock
from playground.loopback import Loopback
from tests.playground.bare import channel_of, refused, running
from tests.playground.conftest import Scene


async def test_only_those_allowed_are_pinged(loopback: Loopback, scene: Scene) -> None:
    text = f"{scene.fran.mention} {scene.omar.mention} @everyone"
    async with running(loopback) as client:
        sent = await channel_of(client, scene.text.id).send(
            text, allowed_mentions=discord.AllowedMentions(users=[discord.Object(scene.omar.id)])
        )
    assert [one.id for one in scene.omar.pings] == [sent.id]
    assert scene.fran.pings == []
    assert [user.id for user in sent.mentions] == [scene.omar.id]


async def test_a_mention_in_an_embed_pings_nobody(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        await channel_of(client, scene.text.id).send(
            embed=discord.Embed(description=scene.omar.mention),
            allowed_mentions=discord.AllowedMentions.all(),
        )
    assert scene.omar.pings == []


async def test_an_everyone_is_heard_only_with_its_permission(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        everyone = discord.AllowedMentions(everyone=True)
        await channel.send("@everyone quiet", allowed_mentions=everyone)
        scene.server.bot_role.permissions |= discord.Permissions(mention_everyone=True).value
        await channel.send("@everyone loud", allowed_mentions=everyone)
    assert [one.text for one in scene.omar.pings] == ["@everyone loud"]


async def test_a_member_who_cannot_see_the_channel_is_not_pinged(
    loopback: Loopback, scene: Scene
) -> None:
    scene.server.deny(scene.text, scene.omar, view_channel=True)
    async with running(loopback) as client:
        await channel_of(client, scene.text.id).send(
            scene.omar.mention, allowed_mentions=discord.AllowedMentions(users=True)
        )
    assert scene.omar.pings == []


async def test_a_mention_in_a_text_display_pings(loopback: Loopback, scene: Scene) -> None:
    view = discord.ui.LayoutView()
    view.add_item(
        discord.ui.Container[discord.ui.LayoutView](
            discord.ui.TextDisplay[discord.ui.LayoutView](f"Ready, {scene.omar.mention}?")
        )
    )
    async with running(loopback) as client:
        await channel_of(client, scene.text.id).send(
            view=view, allowed_mentions=discord.AllowedMentions(users=True)
        )
    assert [one.text for one in scene.omar.pings] == [f"Ready, {scene.omar.mention}?"]


async def test_a_reply_pings_its_author_unless_told_not_to(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        await scene.omar.write(scene.text, "a question")
        await loopback.until(lambda: client.heard, "the question")
        await client.heard[0].reply("quietly", mention_author=False)
        loud = await client.heard[0].reply("loudly", mention_author=True)
    assert [one.id for one in scene.omar.pings] == [loud.id]
    assert loud.reference is not None
    assert loud.reference.message_id == client.heard[0].id


async def test_history_is_paged_both_ways(loopback: Loopback, scene: Scene) -> None:
    written = [(await scene.fran.write(scene.text, f"no. {n}")).id for n in range(7)]
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        newest = [m.id async for m in channel.history(limit=3)]
        after = [m.id async for m in channel.history(after=discord.Object(written[2]), limit=2)]
        before = [m.id async for m in channel.history(before=discord.Object(written[2]))]
        around = [m.id async for m in channel.history(around=discord.Object(written[3]), limit=3)]
    assert newest == written[:3:-1]
    assert after == written[3:5]
    assert before == written[1::-1]
    assert sorted(around) == written[2:5]


async def test_an_edit_is_seen_and_a_deletion_too(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        sent = await channel_of(client, scene.text.id).send("first")
        await sent.edit(content="second")
        assert [one.text for one in scene.fran.sees(scene.text)] == ["second"]
        await sent.delete()
        assert scene.fran.sees(scene.text) == []
        async with refused(10008, 404):
            await sent.fetch()


async def test_files_go_up_and_come_down(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        sent = await channel.send(file=discord.File(io.BytesIO(b"BEGIN:VCALENDAR"), "meeting.ics"))
        assert await sent.attachments[0].read() == b"BEGIN:VCALENDAR"
        await scene.fran.write(scene.text, files={"notes.txt": b"agenda"})
        await loopback.until(lambda: len(client.heard) == 2, "the file")
        assert await client.heard[1].attachments[0].read() == b"agenda"


async def test_a_file_component_points_to_the_upload(loopback: Loopback, scene: Scene) -> None:
    view = discord.ui.LayoutView()
    view.add_item(discord.ui.File[discord.ui.LayoutView]("attachment://meeting.ics"))
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        await channel.send(view=view, file=discord.File(io.BytesIO(b"BEGIN"), "meeting.ics"))
    shown = scene.fran.sees(scene.text)[0].components[0]
    assert shown["name"] == "meeting.ics"
    assert shown["file"]["url"].startswith("https://cdn.discordapp.com/attachments/")


async def test_without_the_intent_content_is_withheld(scene: Scene, loopback: Loopback) -> None:
    intents = discord.Intents.default()
    async with running(loopback, intents=intents) as client:
        assert client.user is not None
        await scene.fran.write(scene.text, "about a case", files={"case.txt": b"x"})
        await scene.fran.write(scene.text, f"<@{client.user.id}> help")
        await scene.fran.write(scene.fran.dm, "in private")
        await loopback.until(lambda: len(client.heard) == 3, "three messages")
    assert [one.content for one in client.heard] == [
        "",
        f"<@{loopback.application_id}> help",
        "in private",
    ]
    assert client.heard[0].attachments == []


async def test_a_nonce_gives_the_first_message_back(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        first = await channel.send("once", nonce="meeting-12")
        again = await channel.send("twice", nonce="meeting-12")
        assert (again.id, again.content) == (first.id, "once")
        assert len(scene.fran.sees(scene.text)) == 1
        await first.delete()
        async with refused(10008, 404):
            await channel.send("thrice", nonce="meeting-12")
    route = "POST /channels/{channel_id}/messages"
    assert [one.notes["deduplicated"] for one in loopback.journal.of(route)[:2]] == [False, True]


async def test_a_nonce_is_forgotten_after_the_window_of_the_clock() -> None:
    clock = SteeredClock(rate=0)
    async with Loopback.start(clock=clock) as loopback:
        text = loopback.add_guild("Elm Street").add_text_channel("group")
        async with running(loopback) as client:
            channel = channel_of(client, text.id)
            first = await channel.send("once", nonce="n")
            clock.steer(clock.now() + timedelta(minutes=4))
            assert (await channel.send("again", nonce="n")).id == first.id
            clock.steer(clock.now() + timedelta(minutes=2))
            assert (await channel.send("anew", nonce="n")).id != first.id


async def test_a_closed_direct_conversation_refuses(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        user = client.get_user(scene.omar.id)
        assert user is not None
        await user.send("open")
        assert [one.text for one in scene.omar.sees(scene.omar.dm)] == ["open"]
        scene.omar.close_dms()
        async with refused(50007, 403):
            await user.send("closed")


async def test_missing_permissions_and_missing_access(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        scene.server.deny(scene.text, None, embed_links=True)
        async with refused(50013, 403):
            await channel.send(embed=discord.Embed(title="Poll"))
        scene.server.deny(scene.text, None, send_messages=True)
        async with refused(50013, 403):
            await channel.send("unheard")
        scene.server.deny(scene.text, None, view_channel=True)
        async with refused(50001, 403):
            await channel.send("unseen")


async def test_without_read_history_it_is_empty(loopback: Loopback, scene: Scene) -> None:
    await scene.fran.write(scene.text, "earlier")
    scene.server.deny(scene.text, None, read_message_history=True)
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        assert [one async for one in channel.history()] == []


async def test_others_messages_are_deleted_only_with_manage_messages(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        await scene.fran.write(scene.text, "one")
        await scene.fran.write(scene.text, "two")
        await loopback.until(lambda: len(client.heard) == 2, "both")
        await client.heard[0].delete()
        scene.server.take_from_bot(manage_messages=True)
        async with refused(50013, 403):
            await client.heard[1].delete()
    assert [one.text for one in scene.fran.sees(scene.text)] == ["two"]


async def test_nobody_edits_what_others_wrote(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        await scene.fran.write(scene.text, "mine")
        await loopback.until(lambda: client.heard, "the message")
        async with refused(50005, 403):
            await client.heard[0].edit(content="yours")


async def test_a_body_that_discord_refuses_is_a_violation() -> None:
    async with Loopback.start() as loopback:
        text = loopback.add_guild("Elm Street").add_text_channel("group")
        async with running(loopback) as client, refused(50035, 400):
            await channel_of(client, text.id).send("x" * 2001)
        assert len(loopback.violations) == 1
        assert "xx" not in str(loopback.violations)
        assert loopback.own_faults == []


async def test_an_unknown_channel_is_unknown(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client, refused(10003, 404):
        await client.fetch_channel(scene.text.id + 1)
