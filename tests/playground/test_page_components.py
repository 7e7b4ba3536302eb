"""Presses, choices, forms and files reach a bot as somebody at the page gave them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.playground.page_driving import EVERYTHING, Browser, Json, View


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    async with Browser.at(tmp_path, EVERYTHING) as one:
        yield one
        assert one.stand.scene.discord.violations == []
        assert one.stand.scene.discord.own_faults == []


@pytest.fixture
async def fran(browser: Browser) -> AsyncIterator[View]:
    async with browser.looking("fran") as view:
        yield view


def place(view: View) -> Json:
    return {"channel": view.channel("harbour-group")["id"]}


async def said(view: View, text: str) -> None:
    """Wait until the newest message says so."""
    await view.until(lambda: view.messages() and text in view.messages()[-1]["content"])


async def test_every_part_of_a_card_is_sent_with_the_pages_own_addresses(
    browser: Browser, fran: View
) -> None:
    await browser.wish("fran", "slash", command="all card", **place(fran))
    await fran.until(fran.messages)
    message = fran.messages()[0]
    kinds = [one["type"] for one in message["components"][0]["components"]]
    assert kinds == [10, 9, 9, 14, 12, 13, 1]
    assert "discordapp" not in str(message)
    picture = message["components"][0]["components"][4]["items"][0]["media"]["url"]
    async with browser.session.get(browser.origin + picture) as answer:
        assert answer.content_type == "image/png"
        assert (await answer.read()).startswith(b"\x89PNG")


async def test_buttons_and_selects_of_every_kind_arrive(browser: Browser, fran: View) -> None:
    await browser.wish("fran", "slash", command="all card", **place(fran))
    await fran.until(fran.messages)
    await browser.wish("fran", "press", **fran.control("Danger"))
    await said(fran, "Danger: pressed")
    people = browser.stand.people
    for name, values in (
        ("one", ["B"]),
        ("several", ["A", "C"]),
        ("who", [str(people["dana"].person.id)]),
        ("role", [str(browser.stand.scene.server.id)]),
        ("where", [fran.channel("front-desk")["id"]]),
    ):
        await browser.wish("fran", "choose", values=values, **fran.control(name))
        await said(fran, f"{name}: {values}")


@pytest.mark.parametrize(
    ("control", "values"), [("several", ["A"]), ("one", ["Z"]), ("who", ["nobody"])]
)
async def test_a_choice_that_cannot_be_made_is_refused(
    browser: Browser, fran: View, control: str, values: list[str]
) -> None:
    await browser.wish("fran", "slash", command="all card", **place(fran))
    await fran.until(fran.messages)
    status, answer = await browser.ask("fran", "choose", values=values, **fran.control(control))
    assert status in (400, 409)
    assert answer["say"].endswith(".")
    assert len(fran.messages()) == 1


async def test_a_form_of_every_kind_of_field_arrives(browser: Browser, fran: View) -> None:
    options = {"second": True}
    answer = await browser.wish("fran", "slash", command="all form", options=options, **place(fran))
    people = browser.stand.people
    values: Json = {
        "agreed": True,
        "people": [str(people["omar"].person.id)],
        "place": [fran.channel("front-desk")["id"]],
        "long": "two\nlines",
    }
    wish: Json = {"viewer": "fran", "do": "submit", "form": answer["form"]["key"], "values": values}
    status, _ = await browser.send(wish, {"files": ("notes.txt", b"minutes")})
    assert status == 200
    await said(fran, "[True, 1, 1, 1, 'two\\nlines']")


async def test_a_form_that_was_refused_can_be_sent_again(browser: Browser, fran: View) -> None:
    answer = await browser.wish("fran", "slash", command="all form", **place(fran))
    name = answer["form"]["parts"][0]["component"]["custom_id"]
    values: Json = {name: "ab", "letters": ["A", "B"], "kind": "case", "days": []}
    form = answer["form"]["key"]
    status, refused = await browser.ask("fran", "submit", form=form, values=values)
    assert (status, "3 to 20 characters" in refused["say"]) == (409, True)
    await browser.wish("fran", "submit", form=form, values={**values, name: "abc"})
    await said(fran, "['abc', ['A', 'B'], 'case', []")


async def test_options_of_every_type_arrive(browser: Browser, fran: View) -> None:
    options: Json = {
        "text": "hello",
        "number": 7,
        "choice": "Blue",
        "flag": False,
        "part": 1.5,
        "person": str(browser.stand.people["dana"].person.id),
        "channel": fran.channel("front-desk")["id"],
        "role": str(browser.stand.scene.server.id),
        "letter": "B",
    }
    wish: Json = {"viewer": "fran", "do": "slash", "command": "all options", **place(fran)}
    status, _ = await browser.send({**wish, "options": options}, {"file": ("a.txt", b"abcd")})
    assert status == 200
    await said(fran, "['hello', 7, 'Blue', False, 'Dana', 'front-desk', '@everyone', 1.5, 'B', 4]")


async def test_a_half_typed_number_does_not_stop_completion(browser: Browser, fran: View) -> None:
    typed = {"option": "letter", "typed": "b", "options": {"number": "se", "text": "x"}}
    found = await browser.wish("fran", "complete", command="all options", **typed, **place(fran))
    assert found["choices"] == [{"name": "Letter B", "value": "B"}]


async def test_a_command_in_a_messages_menu_is_used(browser: Browser, fran: View) -> None:
    offered = await browser.wish("fran", "commands", **place(fran))
    assert offered["menu"] == ["Count words"]
    sent = await browser.wish("fran", "write", text="one two three", **place(fran))
    await browser.wish(
        "fran", "menu", message=sent["message"], command="Count words", **place(fran)
    )
    await said(fran, "3 words")


async def test_a_deferred_answer_is_shown_as_waiting_first(browser: Browser, fran: View) -> None:
    await browser.wish("fran", "slash", command="all late", **place(fran))
    await said(fran, "Late")
    assert any('"waiting": true' in one for one in fran.frames)
    assert fran.messages()[-1]["private"]
