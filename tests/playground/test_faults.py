"""What goes wrong on purpose, limits, and what of it the journal keeps."""

import asyncio
import json
from pathlib import Path

import aiohttp
import discord
import pytest
from discord.http import Route

from playground.loopback import Loopback
from playground.tls import client_context
from tests.playground.bare import channel_of, refused, running
from tests.playground.conftest import Scene

POST = "POST /channels/{channel_id}/messages"


async def test_a_lost_answer_was_accepted_and_the_nonce_finds_it(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        loopback.faults.lose_answer(POST, times=1)
        with pytest.raises(aiohttp.ClientError):
            await channel.send("reminder", nonce="r-1")
        again = await channel.send("reminder", nonce="r-1")
    assert [one.id for one in scene.fran.sees(scene.text)] == [again.id]
    lost, found = loopback.journal.of(POST)
    assert (lost.accepted, lost.lost, found.notes["deduplicated"]) == (True, True, True)


async def test_a_500_after_acceptance_is_tried_again_by_discord_py(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        loopback.faults.lose_answer(POST, how="500", times=1)
        await channel_of(client, scene.text.id).send("reminder")
    assert len(scene.fran.sees(scene.text)) == 1
    assert len(loopback.journal.of(POST)) == 2


async def test_a_share_of_answers_is_lost_by_the_seed(loopback: Loopback, scene: Scene) -> None:
    losing = loopback.faults.lose_answer(POST, share=0.5, seed=7)
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        outcomes = [await _arrives(channel) for _ in range(20)]
    assert losing.lost == outcomes.count(False)
    assert 5 <= losing.lost <= 15
    assert len(scene.fran.sees(scene.text)) == 20


async def _arrives(channel: discord.TextChannel) -> bool:
    try:
        await channel.send("reminder")
    except aiohttp.ClientError:
        return False
    return True


async def test_a_refusal_is_not_accepted(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        loopback.faults.refuse(POST, 503, times=1)
        async with refused(0, 503):
            await channel.send("unheard")
        await channel.send("heard")
    assert [one.text for one in scene.fran.sees(scene.text)] == ["heard"]
    assert [one.accepted for one in loopback.journal.of(POST)] == [False, True]


async def test_a_429_is_waited_out(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        loopback.faults.refuse(POST, 429, times=2)
        await channel_of(client, scene.text.id).send("patience")
    assert [one.status for one in loopback.journal.of(POST)] == [429, 429, 200]


async def test_a_bucket_that_is_not_announced_runs_into_429(
    loopback: Loopback, scene: Scene
) -> None:
    loopback.limits.tighten(POST, 1, 0.1, announced=False)
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        await channel.send("one")
        await channel.send("two")
    assert [one.status for one in loopback.journal.of(POST)] == [200, 429, 200]


async def test_a_bucket_that_is_announced_is_kept_to(loopback: Loopback, scene: Scene) -> None:
    loopback.limits.tighten(POST, 1, 0.1)
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        await channel.send("one")
        await channel.send("two")
    assert [one.status for one in loopback.journal.of(POST)] == [200, 200]


async def test_an_outage_takes_everything_and_the_session_resumes(
    loopback: Loopback, scene: Scene
) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        with loopback.faults.outage():
            with pytest.raises(aiohttp.ClientError):
                await channel.send("unheard")
            await loopback.until(lambda: not loopback.gateway.connected, "the cut")
            await scene.fran.write(scene.text, "meanwhile")
        await loopback.until(lambda: client.heard, "what was said meanwhile", seconds=10)


async def test_slowness_is_slow(loopback: Loopback, scene: Scene) -> None:
    async with running(loopback) as client:
        channel = channel_of(client, scene.text.id)
        loopback.faults.slow(POST, 0.1)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await channel.send("slow")
        loopback.faults.clear()
        await channel.send("quick")


async def test_an_unknown_route_is_the_loopbacks_fault() -> None:
    async with Loopback.start() as loopback:
        async with running(loopback) as client, refused(0, 501):
            await client.http.request(Route("GET", "/voice/regions"))
        assert [one.path for one in loopback.own_faults] == ["/voice/regions"]


async def test_a_request_that_breaks_off_is_nobodys_fault(loopback: Loopback) -> None:
    host, port = loopback.address.split(":")
    _, writer = await asyncio.open_connection(
        host, int(port), ssl=client_context(), server_hostname="discord.com"
    )
    head = "POST /api/v10/channels/1/messages HTTP/1.1\r\nHost: discord.com\r\n"
    login = f"Authorization: Bot {loopback.token}\r\nContent-Length: 100\r\n\r\n"
    writer.write((head + login + '{"content":').encode())
    await writer.drain()
    await asyncio.sleep(0.02)
    writer.transport.abort()
    await loopback.until(lambda: loopback.journal.entries, "the entry")
    assert loopback.journal.entries[0].status == 499
    assert not loopback.journal.entries[0].accepted


async def test_the_journal_is_kept_in_a_file_without_any_text(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    async with Loopback.start(journal_file=file) as loopback:
        text = loopback.add_guild("Elm Street").add_text_channel("group")
        async with running(loopback) as client:
            view = discord.ui.View()
            view.add_item(discord.ui.Button[discord.ui.View](label="Yes", custom_id="cv:r:1:yes"))
            sent = await channel_of(client, text.id).send("secret words", view=view, nonce="n-1")
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    posted = next(one for one in lines if one["route"] == POST)
    assert posted["notes"] == {
        "deduplicated": False,
        "message": str(sent.id),
        "channel": str(text.id),
        "nonce": "n-1",
        "custom_ids": ["cv:r:1:yes"],
    }
    assert "secret" not in file.read_text()
