"""The gateway: sessions that are lost and found, and those who are turned away."""

import asyncio
import json
import zlib

import aiohttp
import discord
import pytest

from playground.connector import loopback_connector
from playground.loopback import Loopback
from playground.payloads import Json
from tests.playground.bare import Bare, running
from tests.playground.conftest import Scene


async def test_a_resumed_session_hears_what_it_missed(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        loopback.faults.cut_gateway()
        assert not loopback.gateway.connected
        await scene.fran.write(scene.text, "while you were away")
        await loopback.until(lambda: client.resumed, "the resume")
        assert [one.content for one in client.heard] == ["while you were away"]
        assert (loopback.gateway.readies, loopback.gateway.resumes) == (1, 1)


async def test_a_session_resumes_after_a_close_code(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        loopback.faults.cut_gateway(4000)
        await loopback.until(lambda: client.resumed, "the resume")


async def test_an_invalid_session_identifies_anew(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        loopback.faults.invalid_session()
        await loopback.until(lambda: loopback.gateway.readies == 2, "the second READY")
        await scene.fran.write(scene.text, "welcome back")
        await loopback.until(lambda: client.heard, "the message")
        assert loopback.gateway.resumes == 0


async def test_a_heartbeat_is_answered() -> None:
    async with Loopback.start(heartbeat_seconds=0.05) as loopback, running(loopback) as client:
        await loopback.until(lambda: loopback.gateway.heartbeats > 3, "heartbeats")
        assert client.latency < 1


async def test_a_wrong_token_is_turned_away(loopback: Loopback) -> None:
    client = Bare(loopback)
    with pytest.raises(discord.LoginFailure):
        await client.login("wrong")
    await client.close()


async def test_an_intent_that_is_switched_off_is_turned_away() -> None:
    async with Loopback.start(message_content=False) as loopback:
        client = Bare(loopback)
        await client.login(loopback.token)
        with pytest.raises(discord.PrivilegedIntentsRequired):
            await client.connect()
        await client.close()


async def test_the_application_says_which_intents_are_on() -> None:
    async with Loopback.start(message_content=False) as loopback:
        client = Bare(loopback, discord.Intents.default())
        await client.login(loopback.token)
        flags = (await client.application_info()).flags
        assert not flags.gateway_message_content_limited
        assert flags.gateway_guild_members_limited
        await client.close()


async def test_no_other_host_can_be_reached(loopback: Loopback) -> None:
    async with aiohttp.ClientSession(connector=loopback_connector(loopback.address)) as session:
        with pytest.raises(aiohttp.ClientConnectorError, match="not on this loopback"):
            await session.get("https://example.net/")


async def test_raw_frames_are_compressed_and_a_bad_token_closes_with_4004(
    loopback: Loopback,
) -> None:
    url = "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream"
    identify: Json = {"token": "wrong", "intents": 0, "properties": {}}
    connector = loopback_connector(loopback.address)
    async with (
        aiohttp.ClientSession(connector=connector) as session,
        session.ws_connect(url) as socket,
    ):
        hello: Json = json.loads(zlib.decompressobj().decompress(await socket.receive_bytes()))
        assert hello["op"] == 10
        await socket.send_json({"op": 2, "d": identify})
        await asyncio.wait_for(socket.receive(), 2)
        assert socket.close_code == 4004


async def test_a_channel_made_meanwhile_is_told(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        channel = scene.server.add_text_channel("later")
        await loopback.until(lambda: client.get_channel(channel.id), "the channel")
        server = loopback.add_guild("Oak Street")
        await loopback.until(lambda: client.get_guild(server.id), "the server")
        ines = server.add_member("Ines")
        await loopback.until(lambda: client.get_user(ines.id), "the member")
        server.remove_bot()
        await loopback.until(lambda: not client.get_guild(server.id), "the end of it")
