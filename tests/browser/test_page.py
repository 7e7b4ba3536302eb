"""The page in a real browser: what a founder tries in the first minutes, by clicks and keys."""

import os
import re
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.visitor import Visitor

pytestmark = pytest.mark.xdist_group("browser")  # they share what is costly to make

PICTURES = Path(__file__).resolve().parent.parent.parent / "docs" / "pictures"


def _picture(visitor: Visitor, name: str) -> None:
    """Pictures of the docs are made anew when CONVENE_PICTURES is set: `make pictures`."""
    if os.environ.get("CONVENE_PICTURES"):
        visitor.picture(PICTURES / f"{name}.png")


def _group(visitor: Visitor) -> None:
    visitor.slash("group create", name="Harbour group", quorum="2", zone="new york")
    visitor.sees("has its home here")
    visitor.slash("zone", zone="new york")
    for name, city in (("Omar", "london"), ("Dana", "auckland")):
        visitor.become(name)
        visitor.press("Join")
        visitor.sees("Which time zone are you in?")
        visitor.slash("zone", zone=city)
    visitor.become("Fran")


def _poll(visitor: Visitor, times: str = "Fri 2pm, Thu 4pm") -> None:
    visitor.slash("meeting call")
    visitor.form.get_by_label("What is it about?").fill("Endings")
    visitor.form.get_by_label("Which times could you offer?").fill(times)
    _picture(visitor, "form")
    visitor.form.get_by_role("button", name="Submit").click()
    visitor.sees("Nothing is posted yet")
    visitor.press("Post the poll")
    expect(visitor.messages.get_by_role("button", name="Answer", exact=True)).to_be_visible()


def _answer(visitor: Visitor, times: list[str]) -> None:
    visitor.press("Answer")
    visitor.pick("I can come", times)
    visitor.form.get_by_role("button", name="Submit").click()
    visitor.sees("your answer is kept")


def test_the_main_job_by_clicks_as_three_members(visitor: Visitor) -> None:
    _group(visitor)
    _poll(visitor)
    visitor.become("Omar")
    _answer(visitor, ["Fri 6 March, 7:00 pm"])
    _picture(visitor, "poll")
    visitor.become("Dana")
    visitor.sees_not("your answer is kept")  # what Omar was told is Omar's alone
    _answer(visitor, ["Sat 7 March, 8:00 am"])
    visitor.sees("That settled it")
    expect(visitor.messages.get_by_role("button", name="I am coming")).to_be_visible()
    _picture(visitor, "meeting")
    expect(visitor.page.get_by_role("region", name="1 event")).to_be_visible()


def test_a_reminder_comes_after_a_jump_of_the_clock(visitor: Visitor) -> None:
    _group(visitor)
    _poll(visitor)
    visitor.press("Manage")
    visitor.press("Choose a time")
    visitor.messages.get_by_test_id("select").last.click()
    visitor.page.get_by_role("option").first.click()
    expect(visitor.messages.get_by_role("button", name="I am coming")).to_be_visible()
    visitor.go("Peer consultation")
    for _ in range(12):
        if visitor.messages.get_by_text("Reminder").count():
            break
        visitor.page.get_by_role("button", name="Jump to the next thing").click()
        visitor.page.wait_for_timeout(700)
    visitor.sees("Reminder")
    _picture(visitor, "reminder")


def test_an_answer_after_a_restart_of_the_bot(visitor: Visitor) -> None:
    _group(visitor)
    _poll(visitor)
    visitor.page.get_by_role("button", name="Take the bot down").click()
    expect(visitor.page.get_by_role("button", name="Bring it back")).to_be_visible()
    visitor.page.get_by_role("button", name="Bring it back").click()
    expect(visitor.page.get_by_text("Convene is online").first).to_be_visible()
    visitor.become("Omar")
    _answer(visitor, ["Fri 6 March, 7:00 pm"])


def test_a_warning_and_its_private_review(visitor: Visitor) -> None:
    _group(visitor)
    visitor.become("Omar")
    visitor.write("Could somebody see my client Leopold Vandersloot next week?")
    visitor.sees("may identify a client")
    visitor.press("Review privately")
    visitor.sees("a name beside")
    _picture(visitor, "review")
    visitor.press("Delete mine")
    visitor.sees_not("Leopold")


def test_the_guard_reads_files_polls_and_what_is_forwarded(page: Page, visitor: Visitor) -> None:
    _group(visitor)
    hers = "My client Leopold Vandersloot, 555-0142, asked to move."
    file = {"name": "notes.txt", "mimeType": "text/plain", "buffer": hers.encode()}
    page.get_by_test_id("attach-input").set_input_files([file])  # pyright: ignore[reportArgumentType] - a file without a disk
    visitor.write("The plan for Friday")
    warnings = visitor.messages.get_by_role("button", name="Review privately")
    expect(warnings).to_have_count(1)
    page.get_by_role("button", name="Ask a poll").click()
    visitor.form.get_by_label("Question").fill("Who could see my client Leopold Vandersloot?")
    visitor.form.get_by_label(re.compile("^Answers")).fill("Omar\nDana")
    visitor.form.get_by_role("button", name="Post poll").click()
    poll = visitor.messages.get_by_test_id("poll")
    expect(poll).to_contain_text("Who could see my client")
    expect(warnings).to_have_count(2)
    visitor.go("front-desk")
    visitor.write("Please see my client Leopold Vandersloot on Friday.")
    page.get_by_role("button", name=re.compile("^More for this message of Fran")).last.click()
    page.get_by_role("menuitem", name="Forward").click()
    visitor.form.get_by_label("To").select_option(label="harbour-group")
    assert _serious(page) == []
    visitor.form.get_by_role("button", name="Forward").click()
    expect(visitor.messages.get_by_test_id("forwarded")).to_contain_text("on Friday")
    expect(warnings).to_have_count(3)


def test_keys_alone_are_enough_to_ask_for_the_zone(page: Page, visitor: Visitor) -> None:
    _group(visitor)
    page.get_by_role("textbox", name=re.compile("^Message ")).focus()
    page.keyboard.type("/meeting list")
    page.get_by_role("option", name="/meeting list").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("form", name="Command meeting list").wait_for()
    _tab_to(page, "Send")
    page.keyboard.press("Enter")
    visitor.sees("Nothing is coming up")


def _tab_to(page: Page, label: str) -> None:
    for _ in range(20):
        if page.evaluate("document.activeElement.textContent.trim()") == label:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the key Tab does not lead to {label}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    page: Page, visitor: Visitor, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    _group(visitor)
    _poll(visitor)
    assert _serious(page) == []
    visitor.press("Answer")
    visitor.form.wait_for()
    assert _serious(page) == []
    wide = "document.querySelector('dialog[open] .fields')"
    assert page.evaluate(f"{wide}.scrollWidth <= {wide}.clientWidth")
    _picture(visitor, f"answer-{scheme}")


def _serious(page: Page) -> list[str]:
    axe: Any = Axe()  # it types its answers in part only
    found = axe.run(page).response
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


def test_a_phone_shows_the_card_without_scrolling_sideways(page: Page, visitor: Visitor) -> None:
    _group(visitor)
    _poll(visitor)
    page.set_viewport_size({"width": 360, "height": 740})
    visitor.sees("Endings")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    _picture(visitor, "phone")


def test_a_phone_shows_the_answers_to_many_times_as_a_picture(page: Page, visitor: Visitor) -> None:
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    _group(visitor)
    _poll(visitor, "Tue 2pm, Tue 3pm, Wed 2pm, Thu 2pm, Thu 3pm, Fri 10am")
    visitor.become("Omar")
    _answer(visitor, ["Wed 4 March, 7:00 pm", "Thu 5 March, 7:00 pm", "Fri 6 March, 3:00 pm"])
    picture = visitor.messages.get_by_role("img", name=re.compile("^How many of 3 can come"))
    expect(picture).to_have_attribute("alt", re.compile(r"Wed 4 Mar: 2 pm: 2 \(best\)"))
    _on_a_phone(page, picture)
    _picture(visitor, "heatmap-poll")


def test_a_phone_shows_the_groups_usual_hours_as_a_picture(page: Page, visitor: Visitor) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    _group(visitor)
    for name, week in (
        ("Dana", "Tue-Sat 6am-10am"),
        ("Omar", "Mon-Thu 5pm-9pm\nFri 2pm-5pm"),
        ("Fran", "Mon, Wed 9-12, 13-17\nFri 9-13"),
    ):
        visitor.become(name)
        visitor.slash("availability week")
        visitor.form.get_by_label("Your usual free hours").fill(week)
        visitor.form.get_by_role("button", name="Submit").click()
        visitor.sees("I keep this")
    visitor.slash("availability show")
    picture = visitor.messages.get_by_role("img", name=re.compile("^How many of 3 are usually"))
    expect(picture).to_have_attribute("alt", re.compile(r"3 \(best, with you\)"))
    _on_a_phone(page, picture)
    _picture(visitor, "heatmap-week")


def _on_a_phone(page: Page, picture: Locator) -> None:
    assert _serious(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("image => image.naturalWidth") == 624
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_chapter_of_the_story_plays_step_by_step(page: Page) -> None:
    page.get_by_role("button", name="Play chapter 1").click()
    expect(page.get_by_role("button", name=re.compile("Next"))).to_be_visible()
    page.get_by_role("button", name=re.compile("Next")).first.click()
    expect(page.get_by_role("list", name="Messages").get_by_role("article").first).to_be_visible()
