"""What the feed tells over HTTP: versions, faults, storms, and one shape for everything wrong."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.feed.limits import AT_ONCE
from bot.feed.serving import CannotListen, served
from playground.calendar_program import asked, free_port

NOON = datetime(2026, 1, 12, 12, tzinfo=UTC)


@dataclass(slots=True)
class Shelf:
    """Feeds by token, at an address of this machine, at a time that a test sets."""

    port: int = field(default_factory=free_port)
    feeds: dict[str, bytes] = field(default_factory=lambda: {"ours": b"BEGIN:VCALENDAR"})
    now: datetime = NOON
    broken: bool = False

    async def read(self, token: str) -> bytes | None:
        if self.broken:
            raise RuntimeError(token)
        return self.feeds.get(token)

    def address(self, path: str = "/calendar/ours.ics") -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture
async def shelf() -> AsyncGenerator[Shelf]:
    """A feed that listens."""
    one = Shelf()
    async with served("127.0.0.1", one.port, one.read, lambda: one.now):
        yield one


async def test_a_calendar_fetches_only_what_has_changed(shelf: Shelf) -> None:
    first = await asked(shelf.address())
    assert (first.status, first.body) == (200, b"BEGIN:VCALENDAR")
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert first.headers["Last-Modified"] == "Mon, 12 Jan 2026 12:00:00 GMT"
    tag, since = first.headers["ETag"], first.headers["Last-Modified"]
    shelf.now += timedelta(hours=1)
    for known in ({"If_None_Match": tag}, {"If_Modified_Since": since}):
        again = await asked(shelf.address(), **known)
        assert (again.status, again.body) == (304, b"")
        assert (again.headers["ETag"], again.headers["Last-Modified"]) == (tag, since)
    shelf.feeds["ours"] = b"another"
    for known in ({"If_None_Match": tag}, {"If_Modified_Since": since}):
        assert (await asked(shelf.address(), **known)).body == b"another"
    both = await asked(shelf.address(), If_None_Match=tag, If_Modified_Since="Tue, 01 Jan 2030")
    assert both.status == 200


async def test_two_versions_within_a_second_are_told_apart_by_the_time_too(shelf: Shelf) -> None:
    first = await asked(shelf.address())
    shelf.feeds["ours"] = b"another"
    second = await asked(shelf.address(), If_Modified_Since=first.headers["Last-Modified"])
    assert second.status == 200
    assert second.headers["Last-Modified"] != first.headers["Last-Modified"]


async def test_a_head_tells_the_same_without_the_feed(shelf: Shelf) -> None:
    whole, head = await asked(shelf.address()), await asked(shelf.address(), "HEAD")
    assert head.body == b""
    assert head.shape[:2] == whole.shape[:2]


async def test_all_that_is_wrong_looks_alike(shelf: Shelf) -> None:
    shelf.feeds["ended"] = b"BEGIN:VCALENDAR"
    assert (await asked(shelf.address("/calendar/ended.ics"))).status == 200
    del shelf.feeds["ended"]
    paths = ("/calendar/ended.ics", "/calendar/wrong.ics", "/", "/calendar/", "/calendar/ours")
    others = ("/calendar/ours.ics/x", "/calendar/%2e%2e/ours.ics", f"/calendar/{'x' * 200}.ics")
    shapes = [(await asked(shelf.address(path))).shape for path in (*paths, *others)]
    shapes += [(await asked(shelf.address(), verb)).shape for verb in ("POST", "PUT", "DELETE")]
    assert all(shape == shapes[0] for shape in shapes)
    assert shapes[0][0] == 404
    assert shapes[0][2] == b""


async def test_a_fault_is_told_without_the_token(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    shelf.broken = True
    assert (await asked(shelf.address("/calendar/secret-token.ics"))).status == 503
    shelf.broken = False
    assert (await asked(shelf.address())).status == 200
    assert "a calendar feed could not be read" in caplog.text
    assert "secret-token" not in caplog.text


async def test_a_storm_is_told_to_come_later(shelf: Shelf) -> None:
    many = [asked(shelf.address("/calendar/wrong.ics")) for _ in range(int(AT_ONCE) + 100)]
    statuses = [one.status for one in await asyncio.gather(*many)]
    assert set(statuses) == {404, 429}
    assert statuses.count(404) >= AT_ONCE


async def test_an_address_that_is_taken_is_said_so(shelf: Shelf) -> None:
    with pytest.raises(CannotListen):
        async with served("127.0.0.1", shelf.port, shelf.read, lambda: NOON):
            pass
