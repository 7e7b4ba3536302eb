"""Only the browser that was given this start's address comes in."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.playground.page_driving import ASLEEP, Browser

ROUTES = ("/", "/live", "/static/js/main.js", "/files/1/a.png")


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    async with Browser.at(tmp_path, ASLEEP) as one:
        yield one


async def test_the_token_becomes_a_strict_cookie_and_leaves_the_address(browser: Browser) -> None:
    async with (
        aiohttp.ClientSession() as fresh,
        fresh.get(browser.page.gate.address, allow_redirects=False) as answer,
    ):
        assert (answer.status, answer.headers["Location"]) == (303, "/")
        cookie = answer.cookies[browser.page.gate.cookie]
    assert cookie["samesite"] == "Strict"
    assert cookie["httponly"]
    async with browser.session.get(f"{browser.origin}/") as page:
        assert page.status == 200
        assert browser.page.gate.token not in await page.text()


@pytest.mark.parametrize("route", ROUTES)
async def test_nothing_is_served_without_the_token(browser: Browser, route: str) -> None:
    wrong = {browser.page.gate.cookie: "wrong"}
    for cookies in ({}, wrong):
        async with (
            aiohttp.ClientSession(cookies=cookies) as stranger,
            stranger.get(browser.origin + route) as answer,
        ):
            assert answer.status == 403
            assert "token" in await answer.text()


async def test_no_wish_is_taken_without_the_token(browser: Browser) -> None:
    wish = {"viewer": "fran", "do": "over"}
    async with (
        aiohttp.ClientSession() as stranger,
        stranger.post(f"{browser.origin}/wish", json=wish) as answer,
    ):
        assert answer.status == 403
    assert browser.stand.number == 1


async def test_the_token_is_another_at_every_start(browser: Browser, tmp_path: Path) -> None:
    async with Browser.at(tmp_path / "second", ASLEEP) as second:
        assert second.page.gate.token != browser.page.gate.token


@pytest.mark.parametrize("host", ["playground.example.org", "127.0.0.1", "127.0.0.1:1", "[::1]"])
@pytest.mark.parametrize("route", ROUTES)
async def test_other_host_headers_are_refused(browser: Browser, host: str, route: str) -> None:
    headers = {"Host": host}
    async with browser.session.get(browser.origin + route, headers=headers) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("origin", ["http://example.org", "null", "https://127.0.0.1:8087", None])
async def test_no_other_page_opens_a_socket(browser: Browser, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin}
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await browser.session.ws_connect(f"{browser.origin}/live", headers=headers)
    assert refused.value.status == 403


async def test_no_other_page_sends_a_wish(browser: Browser) -> None:
    headers = {"Origin": "http://example.org"}
    wish = {"viewer": "fran", "do": "over"}
    async with browser.session.post(f"{browser.origin}/wish", json=wish, headers=headers) as answer:
        assert answer.status == 403
    assert browser.stand.number == 1


@pytest.mark.parametrize("path", ["/", "/static/js/main.js", "/static/nothing.js"])
async def test_scripts_and_styles_are_files_of_its_own(browser: Browser, path: str) -> None:
    async with browser.session.get(browser.origin + path) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "script-src 'self';" in policy
    assert "default-src 'none';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["../serving.py", "%2e%2e/serving.py", "js", "js/../../gate.py"])
async def test_only_the_pages_own_files_are_served(browser: Browser, path: str) -> None:
    async with browser.session.get(f"{browser.origin}/static/{path}") as answer:
        assert answer.status == 404


async def test_it_listens_on_this_machine_only(browser: Browser) -> None:
    assert browser.page.gate.address.startswith("http://127.0.0.1:")
    with pytest.raises(aiohttp.ClientConnectorError):
        await browser.session.get(f"http://127.0.0.2:{browser.page.gate.port}/")
