"""The story on the page: step by step, with time standing still, and left for one's own hand."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import pytest

from playground.page.telling import Telling
from playground.story.chapter import Chapter
from playground.story.expecting import expect
from playground.story.scene import Scene
from playground.story.views import Remark, View
from tests.playground.page_driving import CONVENE, Browser, Json
from tests.playground.page_driving import View as Tab


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    async with Browser.at(tmp_path, CONVENE) as one:
        yield one


def story(tab: Tab) -> Json:
    return cast("Json", tab.sections["story"])


async def waiting(tab: Tab, number: int) -> None:
    """Until so many steps are told."""
    await tab.until(lambda: story(tab)["number"] == number and story(tab)["at"] != "playing")


async def test_it_is_told_step_by_step_while_time_stands_still(browser: Browser) -> None:
    clock_rates: list[float] = []
    async with browser.looking("fran") as tab:
        assert story(tab)["at"] == "untold"
        assert len(story(tab)["chapters"]) >= 8
        await browser.wish("fran", "story.begin", chapter=0)
        await waiting(tab, 1)
        assert story(tab)["told"]["sentence"].startswith("Convene comes online")
        clock_rates.append(browser.stand.scene.discord.clock.rate)
        await browser.wish("fran", "story.step")
        await waiting(tab, 2)
        seen = [one for one in story(tab)["told"]["views"] if "who" in one]
        assert (seen[0]["who"], seen[0]["channel"]) == ("Fran", tab.channel("harbour-group")["id"])
        assert tab.messages()
        clock_rates.append(browser.stand.scene.discord.clock.rate)
    assert clock_rates == [0, 0]


async def test_it_begins_in_a_fresh_server_and_can_be_left(browser: Browser) -> None:
    async with browser.looking("fran") as tab:
        place = tab.channel("harbour-group")["id"]
        await browser.wish("fran", "write", channel=place, text="from before")
        await browser.wish("fran", "story.begin", chapter=0)
        await waiting(tab, 1)
        assert "from before" not in str(tab.sections)
        await browser.wish("fran", "story.leave")
        await tab.until(lambda: story(tab)["at"] == "left")
        await tab.until(lambda: tab.sections["clock"]["rate"] == 1)
        place = tab.channel("harbour-group")["id"]
        options = {"name": "By hand", "quorum": 2, "zone": "Europe/London"}
        await browser.wish("fran", "slash", channel=place, command="group create", options=options)
        await browser.wish("fran", "story.step")
        await tab.until(lambda: story(tab)["at"] == "failed")
        assert "Expected:" in " ".join(story(tab)["told"]["why"])
        status, answer = await browser.ask("fran", "story.step")
        assert (status, "begin it anew" in answer["say"]) == (409, True)


async def test_a_later_chapter_is_reached_quickly_and_plays_on(browser: Browser) -> None:
    async with browser.looking("dana") as tab:
        first = story(tab)["chapters"][1]["first"]
        await browser.wish("dana", "story.begin", chapter=1)
        await waiting(tab, first + 1)
        assert story(tab)["hurrying"] is False
        await browser.wish("dana", "story.on")
        await waiting(tab, first + 2)
        assert story(tab)["on"]
        await browser.wish("dana", "story.pause")
        await tab.until(lambda: not story(tab)["on"])


async def test_a_step_that_does_not_hold_says_why(browser: Browser) -> None:
    chapter = Chapter("Short")

    @chapter.step("It rains.")
    async def _rain(scene: Scene) -> AsyncIterator[View]:
        yield Remark(f"In {scene.server.name} it does not rain.")
        expect(holds=False, expected="rain", found="sun")

    telling = Telling(browser.page.ground, [chapter])
    await telling.begin(0)
    while telling.view()["at"] == "playing":
        browser.page.ground.stirred.clear()
        await browser.page.ground.stirred.wait()
    assert telling.view()["at"] == "failed"
    assert telling.view()["told"]["why"] == ["Expected: rain", "Found: sun"]
    await telling.close()


@pytest.mark.parametrize("chapter", [-1, 99])
async def test_there_is_no_other_chapter(browser: Browser, chapter: int) -> None:
    status, _ = await browser.ask("fran", "story.begin", chapter=chapter)
    assert status == 409
    assert browser.stand.number == 1
