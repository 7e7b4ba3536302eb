"""Polls, forwards and files of people, as discord.py meets them."""

import discord
import pytest

from playground.loopback import FILES, Loopback
from playground.stage import DriverError
from tests.playground.bare import channel_of, running
from tests.playground.conftest import Scene


async def test_a_poll_is_heard_and_read_again(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        asked = await scene.fran.ask(scene.text, "Which book?", ["Winnicott", "Yalom"])
        await loopback.until(lambda: client.heard, "the poll")
        read = await channel_of(client, scene.text.id).fetch_message(asked.id)
        for message in (client.heard[0], read):
            assert message.poll is not None
            assert message.poll.question == "Which book?"
            assert [one.text for one in message.poll.answers] == ["Winnicott", "Yalom"]


async def test_a_forward_carries_words_and_files_as_they_were(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        told = await scene.fran.write(scene.text, "as it was", files={"a.txt": b"inside"})
        passed_on = await scene.omar.forward(told, scene.text)
        await scene.fran.edit(told, "as it became", keep=[])
        read = await channel_of(client, scene.text.id).fetch_message(passed_on.id)
        [snapshot] = read.message_snapshots
        assert read.type is discord.MessageType.default
        assert read.content == ""
        assert snapshot.content == "as it was"
        assert await snapshot.attachments[0].read() == b"inside"


async def test_a_file_has_what_was_said_of_it_and_can_be_taken_away(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        files = {"a.txt": b"one", "b.txt": b"two"}
        told = await scene.fran.write(scene.text, files=files, about={"b.txt": "the second"})
        channel = channel_of(client, scene.text.id)
        read = await channel.fetch_message(told.id)
        assert [one.description for one in read.attachments] == [None, "the second"]
        await scene.fran.edit(told, "", keep=["b.txt"])
        read = await channel.fetch_message(told.id)
        assert [one.filename for one in read.attachments] == ["b.txt"]


async def test_a_download_can_be_refused(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        told = await scene.fran.write(scene.text, files={"a.txt": b"one"})
        read = await channel_of(client, scene.text.id).fetch_message(told.id)
        loopback.faults.refuse(FILES, 403)
        with pytest.raises(discord.Forbidden):
            await read.attachments[0].read()
        assert await read.attachments[0].read() == b"one"


async def test_without_the_intent_neither_polls_nor_forwards_are_told() -> None:
    async with Loopback.start(message_content=False) as loopback:
        server = loopback.add_guild("Practice")
        fran, text = server.add_member("Fran"), server.add_text_channel("group")
        intents = discord.Intents.default()
        async with running(loopback, intents=intents) as client:
            await fran.ask(text, "Which book?", ["Winnicott"])
            await fran.forward(await fran.write(text, "hello"), text)
            await loopback.until(lambda: len(client.heard) == 3, "all three")
            assert [one.poll for one in client.heard] == [None, None, None]
            assert [one.message_snapshots for one in client.heard] == [[], [], []]


async def test_people_do_not_ask_or_forward_what_discord_would_not_take(
    loopback: Loopback, scene: Scene
) -> None:
    asked = await scene.fran.ask(scene.text, "Which book?", ["Winnicott"])
    with pytest.raises(DriverError):
        await scene.fran.ask(scene.text, "", ["Winnicott"])
    with pytest.raises(DriverError):
        await scene.fran.forward(asked, scene.text)
    scene.server.deny(scene.text, scene.fran, send_messages=True)
    with pytest.raises(DriverError):
        await scene.fran.ask(scene.text, "Which book?", ["Winnicott"])
