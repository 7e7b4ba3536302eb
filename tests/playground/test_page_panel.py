"""What the panel reads: the plan from the database, and the requests with their objections."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from playground.journal import Entry
from playground.loopback import Loopback
from playground.page.pending import waiting
from playground.page.received import received
from playground.rest.door import Violation
from tests.playground.page_driving import Browser


async def call(browser: Browser) -> None:
    """Fran has a group of one, and calls a meeting for Friday."""
    fran = browser.stand.scene.fran
    text = browser.stand.scene.text
    zone = "America/New_York"
    await fran.slash(text, "group create", name="Harbour group", quorum=2, zone=zone)
    await fran.slash(text, "zone", zone=zone)
    form = await fran.slash(text, "meeting call")
    typed = {"What is it about?": "Endings", "Which times could you offer?": "Fri 4pm"}
    preview = await fran.submit(form, typed)
    await fran.press(preview, "Post the poll")


async def test_the_plan_is_read_without_a_text_also_while_the_bot_is_down(tmp_path: Path) -> None:
    async with Browser.at(tmp_path) as browser:
        await call(browser)
        await browser.stand.scene.settle()
        found = waiting(browser.stand.database)
        assert [one.action for one in found] == ["poll deadline"]
        assert found[0].due > browser.stand.scene.discord.clock.now()
        assert "Endings" not in repr(found)
        await browser.stand.scene.bot.kill()
        assert waiting(browser.stand.database) == found
        await browser.stand.scene.bot.start()
        await browser.stand.scene.bot.stop()
        assert waiting(browser.stand.database) == found


async def test_the_next_planned_thing_is_reached_with_and_without_the_bot(tmp_path: Path) -> None:
    async with Browser.at(tmp_path) as browser:
        await call(browser)
        await browser.stand.scene.settle()
        clock = browser.stand.scene.discord.clock
        due = waiting(browser.stand.database)[0].due
        await browser.stand.scene.bot.kill()
        await browser.wish("fran", "clock.next")
        assert timedelta() <= clock.now() - due < timedelta(seconds=5)
        assert waiting(browser.stand.database)[0].action == "poll deadline"
        await browser.stand.scene.bot.start()
        await browser.stand.scene.settle()
        assert "poll deadline" not in [one.action for one in waiting(browser.stand.database)]


def test_there_is_no_plan_without_a_database(tmp_path: Path) -> None:
    assert waiting(tmp_path / "none.sqlite3") == []
    (tmp_path / "other.sqlite3").write_bytes(b"no database at all, but long enough to be read")
    assert waiting(tmp_path / "other.sqlite3") == []


async def test_an_objection_stands_beside_the_request_that_it_is_about() -> None:
    async with Loopback.start() as discord:
        route = "POST /channels/{channel_id}/messages"
        hook = "POST /webhooks/{webhook_id}/{webhook_token}"
        now = datetime.now(UTC).isoformat()
        for path, route_name, status in (
            ("/channels/1/messages", route, 200),
            ("/channels/1/messages", route, 403),
            ("/webhooks/5/TOKEN", hook, 400),
            ("/channels/1/messages", route, 400),
        ):
            discord.journal.note(Entry(now, now, "POST", path, route_name, status, status == 200))
        told = [
            Violation("POST", "/webhooks/5/secret", ["$.content: longer than 2000"]),
            Violation("POST", "/channels/1/messages", ["$: empty"]),
        ]
        discord.violations.extend(told)
        found = [one.objections for one in received(discord)]
    assert found == [("$: empty",), ("$.content: longer than 2000",), (), ()]
