"""What the page's server sends each member, and what each wish does, with the real bot."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.threads import Opening, standalone
from playground.world import Kind
from tests.playground.page_driving import ASLEEP, Browser, Json

ZONE = "America/New_York"


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Browser]:
    async with Browser.at(tmp_path) as one:
        yield one
        discord = one.stand.scene.discord
        assert discord.violations == []
        assert discord.own_faults == []


@pytest.fixture
async def quiet(tmp_path: Path) -> AsyncIterator[Browser]:
    """A page whose bot never comes."""
    async with Browser.at(tmp_path, ASLEEP) as one:
        yield one


async def group(browser: Browser) -> Json:
    """Fran makes a group in the channel; where that is."""
    async with browser.looking("fran") as fran:
        place = fran.channel("harbour-group")["id"]
        options = {"name": "Harbour group", "quorum": 2, "zone": ZONE}
        await browser.wish("fran", "slash", channel=place, command="group create", options=options)
        await fran.until(fran.messages)
        return {"channel": place}


# Who sees what.


async def test_each_member_has_their_own_zone_and_the_same_server(quiet: Browser) -> None:
    async with quiet.looking("dana") as dana:
        assert dana.sections["me"]["zone"] == "Pacific/Auckland"
        assert dana.sections["me"]["locale"] == "en-NZ"
        names = [one["name"] for one in dana.sections["channels"]]
        assert names == ["harbour-group", "Harbour Room", "front-desk", "questions", "Convene"]
        people = {one["name"]: one["city"] for one in dana.sections["people"]}
        assert len(people) == 6
        assert len(set(people.values())) == 4
        await dana.be("priya")
        assert dana.sections["me"]["city"] == "Kolkata"


async def test_an_answer_for_one_is_never_sent_to_another(browser: Browser) -> None:
    place = await group(browser)
    async with browser.looking("omar") as omar, browser.looking("dana") as dana:
        await browser.wish("omar", "press", **omar.control("Join"))
        await omar.until(lambda: omar.messages()[-1]["private"])
        private = [one["id"] for one in omar.messages() if one["private"]]
        await browser.wish("fran", "write", text="a public word", **place)
        await dana.until(lambda: dana.messages()[-1]["content"] == "a public word")
        told = "".join(dana.frames)
        assert private
        assert not [one for one in private if one in told]
        assert "Welcome to" in "".join(omar.frames)
        assert "Welcome to" not in told


async def test_a_private_answer_cannot_be_reached_by_another(browser: Browser) -> None:
    await group(browser)
    async with browser.looking("omar") as omar:
        await browser.wish("omar", "press", **omar.control("Join"))
        await omar.until(lambda: omar.messages()[-1]["private"])
        private = {
            "channel": omar.channel("harbour-group")["id"],
            "message": omar.messages()[-1]["id"],
        }
        for do in ("delete", "edit", "menu", "press"):
            status, answer = await browser.ask(
                "dana", do, text="x", command="x", control="x", **private
            )
            assert (status, answer["say"]) == (409, "That message is not there any more.")
        await browser.wish("omar", "delete", **private)
        await omar.until(lambda: omar.messages()[-1]["id"] != private["message"])


async def test_a_private_thread_is_not_sent_to_those_outside(quiet: Browser) -> None:
    scene = quiet.stand.scene
    opening = Opening("Between us", Kind.PRIVATE_THREAD)
    thread = standalone(scene.discord.world, scene.text, scene.fran.user, opening)
    await scene.fran.write(thread, "only here")
    async with quiet.looking("fran") as fran, quiet.looking("omar") as omar:
        assert fran.channel("Between us")["kind"] == "private_thread"
        assert "only here" not in "".join(omar.frames)
        assert "Between us" not in "".join(omar.frames)
        status, _ = await quiet.ask("omar", "write", channel=str(thread.id), text="me too")
        assert status == 409


async def test_only_what_changed_is_sent(quiet: Browser) -> None:
    async with quiet.looking("fran") as fran:
        place = fran.channel("front-desk")["id"]
        await quiet.wish("fran", "write", channel=place, text="hello")
        await fran.until(lambda: fran.messages("front-desk"))
        frame = [one for one in fran.frames if '"hello"' in one]
        assert len(frame) == 1
        assert '"server"' not in frame[0]
        assert len(frame[0]) < 4000


async def test_unread_marks_and_pings_are_each_members_own(quiet: Browser) -> None:
    omar_id = quiet.stand.people["omar"].person.mention
    async with quiet.looking("omar") as omar, quiet.looking("dana") as dana:
        place = omar.channel("front-desk")["id"]
        await quiet.wish("fran", "write", channel=place, text=f"{omar_id} look")
        await omar.until(lambda: omar.channel("front-desk")["pings"])
        await dana.until(lambda: dana.channel("front-desk")["unread"])
        assert dana.channel("front-desk")["pings"] == 0
        assert omar.messages("front-desk")[0]["mentions"]
        assert not dana.messages("front-desk")[0]["mentions"]
        message = omar.messages("front-desk")[0]["id"]
        await quiet.wish("omar", "read", channel=place, message=message)
        await omar.until(lambda: not omar.channel("front-desk")["unread"])
        assert dana.channel("front-desk")["unread"] == 1


# What members do.


async def test_messages_are_written_answered_edited_and_deleted(quiet: Browser) -> None:
    async with quiet.looking("omar") as omar:
        place = {"channel": omar.channel("front-desk")["id"]}
        first = await quiet.wish("fran", "write", text="**first**", **place)
        await quiet.wish("omar", "write", text="second", answers=first["message"], **place)
        await omar.until(lambda: len(omar.messages("front-desk")) == 2)
        assert omar.messages("front-desk")[1]["answers"]["text"] == "**first**"
        assert not omar.messages("front-desk")[0]["may"]["edit"]
        status, _ = await quiet.ask("omar", "edit", text="x", message=first["message"], **place)
        assert status == 409
        await quiet.wish("fran", "edit", text="changed", message=first["message"], **place)
        await omar.until(lambda: omar.messages("front-desk")[0]["edited"])
        await quiet.wish("fran", "delete", message=first["message"], **place)
        await omar.until(lambda: len(omar.messages("front-desk")) == 1)
        assert omar.messages("front-desk")[0]["answers"]["gone"]


async def test_files_come_with_a_message_and_are_served_harmlessly(quiet: Browser) -> None:
    async with quiet.looking("dana") as dana:
        wish = {"viewer": "dana", "do": "write", "channel": dana.channel("front-desk")["id"]}
        files = {"": ("page.html", b"<script>alert(1)</script>")}
        assert (await quiet.send({**wish, "text": "look"}, files))[0] == 200
        assert (await quiet.send(wish, {"": ("a b.png", b"\x89PNG")}))[0] == 200
        await dana.until(lambda: len(dana.messages("front-desk")) == 2)
        kept = [one["attachments"][0] for one in dana.messages("front-desk")]
    async with quiet.session.get(quiet.origin + kept[0]["url"]) as page:
        assert page.headers["Content-Disposition"] == "attachment"
        assert page.content_type == "application/octet-stream"
        assert "sandbox" in page.headers["Content-Security-Policy"]
    async with quiet.session.get(quiet.origin + kept[1]["url"]) as picture:
        assert (picture.content_type, await picture.read()) == ("image/png", b"\x89PNG")


async def test_polls_are_asked_and_messages_forwarded_with_their_files(quiet: Browser) -> None:
    async with quiet.looking("omar") as omar:
        desk, home = (omar.channel(name)["id"] for name in ("front-desk", "harbour-group"))
        answers = ["Room one", "Room two"]
        await quiet.wish("omar", "ask", channel=desk, question="Which room?", answers=answers)
        wish = {"viewer": "omar", "do": "write", "channel": desk, "text": "the plan"}
        status, sent = await quiet.send(wish, {"": ("plan.txt", b"Room two")})
        assert status == 200
        await omar.until(lambda: len(omar.messages("front-desk")) == 2)
        poll = omar.messages("front-desk")[0]
        assert poll["poll"] == {"question": "Which room?", "answers": answers}
        assert not poll["may"]["forward"]
        await quiet.wish("omar", "forward", channel=desk, message=sent["message"], to=home)
        await omar.until(lambda: omar.messages() and "forwarded" in omar.messages()[-1])
        forwarded = omar.messages()[-1]["forwarded"]
        assert forwarded["content"] == "the plan"
        assert [one["name"] for one in forwarded["attachments"]] == ["plan.txt"]
        for question, said in (("", answers), ("Which?", []), ("Which?", ["x" * 56])):
            status, _ = await quiet.ask(
                "omar", "ask", channel=desk, question=question, answers=said
            )
            assert status == 409


async def test_threads_and_posts_are_opened_and_renamed(quiet: Browser) -> None:
    async with quiet.looking("priya") as priya:
        place = {"channel": priya.channel("front-desk")["id"]}
        message = await quiet.wish("priya", "write", text="a question", **place)
        thread = await quiet.wish("priya", "thread", title="About it", **message, **place)
        await priya.until(lambda: priya.knows("About it"))
        assert priya.messages("front-desk")[0]["thread"]["name"] == "About it"
        status, answer = await quiet.ask("priya", "thread", title="Again", **message, **place)
        assert (status, answer["say"][:15]) == (409, "Discord refuses")
        await quiet.wish("priya", "rename", channel=thread["channel"], title="Renamed")
        forum = priya.channel("questions")["id"]
        await quiet.wish("priya", "post", channel=forum, title="How long?", text="An hour?")
        await priya.until(lambda: priya.knows("How long?"))
        assert priya.channel("Renamed")["by"] == "Priya"
        assert priya.channel("How long?")["first"] == "An hour?"


async def test_a_thread_that_is_not_there_yet_has_no_messages_to_press(quiet: Browser) -> None:
    status, answer = await quiet.ask("fran", "write", channel="77", text="x")
    assert (status, answer["say"]) == (409, "There is no such channel any more.")


async def test_commands_are_offered_completed_and_sent(browser: Browser) -> None:
    async with browser.looking("fran") as fran:
        place = {"channel": fran.channel("harbour-group")["id"]}
        offered = await browser.wish("fran", "commands", **place)
        assert {"group", "meeting", "zone", "check"} <= {one["name"] for one in offered["slash"]}
        typed: Json = {
            "option": "zone",
            "typed": "auckl",
            "options": {"quorum": "thr", "name": "x"},
        }
        found = await browser.wish("fran", "complete", command="group create", **typed, **place)
        assert "Auckland" in found["choices"][0]["name"]
        voice = fran.channel("Harbour Room")["id"]
        options: Json = {"name": "Harbour", "quorum": 2, "zone": found["choices"][0]["value"]}
        sent = {"command": "group create", "options": {**options, "voice": voice}}
        answer = await browser.wish("fran", "slash", **sent, **place)
        await fran.until(fran.messages)
        assert fran.messages()[0]["id"] == answer["message"]
        assert fran.messages()[0]["command"]["name"] == "group create"


async def test_direct_messages_offer_each_command_that_works_there_once(browser: Browser) -> None:
    place = str(browser.stand.scene.omar.dm.id)
    offered = await browser.wish("omar", "commands", channel=place)
    assert [one["name"] for one in offered["slash"]] == ["check"]


@pytest.mark.parametrize(
    ("command", "options", "said"),
    [
        ("group create", {"name": "x"}, "needs"),
        ("group create", {"name": "x", "quorum": 2.5, "zone": "x"}, "whole number"),
        ("group create", {"name": "x", "quorum": 2, "zone": "x", "voice": "9"}, "no such channel"),
        ("nothing", {}, "no command"),
        ("", {}, "no command"),
    ],
)
async def test_a_command_that_cannot_be_sent_is_told_in_a_sentence(
    browser: Browser, command: str, options: Json, said: str
) -> None:
    place = str(browser.stand.scene.text.id)
    status, answer = await browser.ask(
        "fran", "slash", channel=place, command=command, options=options
    )
    assert status == 409
    assert said in answer["say"].lower()


async def test_a_form_is_opened_filled_and_sent(browser: Browser) -> None:
    place = await group(browser)
    zone = {"command": "zone", "options": {"zone": ZONE}}
    await browser.wish("fran", "slash", **zone, **place)
    form = (await browser.wish("fran", "slash", command="meeting call", **place))["form"]
    texts = [
        one["component"]["custom_id"] for one in form["parts"] if one["component"]["type"] == 4
    ]
    values = {texts[0]: "Endings", texts[-1]: "not a time"}
    status, _ = await browser.ask("omar", "submit", form=form["key"], values=values)
    assert status == 409
    empty = {**values, texts[0]: ""}
    status, answer = await browser.ask("fran", "submit", form=form["key"], values=empty)
    assert (status, "required" in answer["say"]) == (409, True)
    async with browser.looking("fran") as fran:
        values[texts[-1]] = "Fri 4pm"
        answer = await browser.wish("fran", "submit", form=form["key"], values=values)
        await fran.until(lambda: answer["message"] in [one["id"] for one in fran.messages()])
        await browser.wish("fran", "press", **fran.control("Post the poll"))
        await fran.until(lambda: [m for m in fran.messages() if "Endings" in str(m["components"])])
        await fran.until(lambda: fran.sections["pending"])
        assert "poll deadline" in [one["action"] for one in fran.sections["pending"]]
    status, answer = await browser.ask("fran", "submit", form=form["key"], values=values)
    assert (status, answer["say"]) == (409, "This form is not open any more.")


@pytest.mark.parametrize(
    "wish",
    [
        {"do": "fly"},
        {"do": "write", "viewer": "nobody"},
        {"do": "write", "channel": 5},
        {"do": "clock.rate", "rate": 7},
        {"do": "clock.skip", "seconds": -5},
        {"do": "clock.skip"},
        {"do": "slash", "options": []},
    ],
)
async def test_what_is_no_wish_is_refused(quiet: Browser, wish: Json) -> None:
    place = str(quiet.stand.scene.text.id)
    given: Json = {"viewer": "fran", "channel": place, "command": "x", **wish}
    status, answer = await quiet.ask(given.pop("viewer"), given.pop("do"), **given)
    assert status in (400, 409)
    assert answer["say"].endswith(".")


async def test_what_is_no_json_is_refused(quiet: Browser) -> None:
    headers = {"Origin": quiet.origin, "Content-Type": "application/json"}
    for body in (b"{", b"[]", b"\xff"):
        async with quiet.session.post(f"{quiet.origin}/wish", data=body, headers=headers) as answer:
            assert answer.status == 400


# Time, the bot, what Discord received.


async def test_time_can_be_steered_and_skipped(browser: Browser) -> None:
    clock = browser.stand.scene.discord.clock
    await browser.wish("fran", "clock.rate", rate=0)
    before = clock.now()
    await browser.wish("fran", "clock.skip", seconds=86400)
    assert (clock.now() - before).total_seconds() == 86400
    answer = await browser.wish("fran", "clock.next")
    assert answer["say"].startswith("Nothing is planned")
    async with browser.looking("fran") as fran:
        await browser.wish("fran", "clock.rate", rate=3600)
        await fran.until(lambda: fran.sections["clock"]["rate"] == 3600)


async def test_the_bot_goes_down_comes_back_and_loses_its_line(browser: Browser) -> None:
    async with browser.looking("fran") as fran:

        async def so(state: str) -> None:
            await fran.until(lambda: fran.sections["bot"]["state"] == state)

        await so("online")
        await browser.wish("fran", "bot.kill")
        await so("down")
        status, answer = await browser.ask("fran", "bot.kill")
        assert (status, answer["say"][:21]) == (409, "The bot does not run:"[:21])
        assert (await browser.ask("fran", "bot.cut"))[0] == 409
        await browser.wish("fran", "bot.start")
        await so("online")
        await browser.wish("fran", "bot.cut")
        await so("cut")
        await browser.wish("fran", "bot.mend")
        await so("online")


async def test_a_command_to_a_bot_that_is_down_is_told(quiet: Browser) -> None:
    scene = quiet.stand.scene
    scene.discord.interactions.answer_within = 0.1
    scene.discord.world.commands[None] = [
        {
            "id": "5",
            "name": "zone",
            "type": 1,
            "description": "x",
            "default_member_permissions": None,
        }
    ]
    status, answer = await quiet.ask("fran", "slash", channel=str(scene.text.id), command="zone")
    assert status == 409
    assert answer["say"].startswith("Convene did not respond")


async def test_what_discord_received_is_listed_with_its_objections(browser: Browser) -> None:
    await group(browser)
    async with browser.looking("fran") as fran:
        received = fran.sections["received"]
        routes = [(one["method"], one["route"]) for one in received["last"]]
        assert ("PUT", "/applications/{application_id}/commands") in routes
        assert received["objections"] == 0
        assert browser.stand.scene.discord.token not in "".join(fran.frames)


async def test_starting_over_gives_a_fresh_server_to_open_tabs(browser: Browser) -> None:
    await group(browser)
    async with browser.looking("fran") as fran:
        await browser.wish("fran", "over")
        await fran.until(lambda: fran.sections["stand"] == 2)
        assert fran.messages() == []
        await fran.until(lambda: fran.sections["bot"]["state"] == "online")


async def test_nothing_is_left_running_or_lying_about(tmp_path: Path) -> None:
    async with Browser.at(tmp_path) as browser:
        bot = browser.stand.scene.bot
        assert bot.running
    assert not bot.running
    await asyncio.sleep(0)
