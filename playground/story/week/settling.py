"""Saturday: the deadline settles the meeting by quorum; card, thread, event, calendar file."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

from playground.story.chapter import Chapter
from playground.story.expecting import expect, same, says, silent_about
from playground.story.plain import clock
from playground.story.scene import KOLKATA, LONDON, NEW_YORK, Scene
from playground.story.views import Remark, View
from playground.story.week.proposing import SAFE, THURSDAY

CHAPTER = Chapter("Saturday: the time is settled")
DEADLINE = datetime(2026, 3, 7, 14, 5, tzinfo=UTC)
STARTS = datetime(2026, 3, 10, 8, 0, tzinfo=NEW_YORK).astimezone(UTC)
"""Tuesday, 8:00 am in New York, which has daylight saving time by then: an hour earlier in UTC."""


@CHAPTER.step("Tomasz has not answered, but four can come: the deadline settles it by quorum.")
async def _settled(scene: Scene) -> AsyncIterator[View]:
    yield await scene.walk(DEADLINE)
    await scene.discord.until(lambda: scene.with_control("I am coming"), "the meeting's card")
    card = scene.meeting_card
    yield scene.sight(scene.fran, card)
    says(card.text, f"<t:{int(STARTS.timestamp())}:F>", "**Coming (3)**", "**Maybe (1)**")
    told = {"Fran", "Omar", "Priya", "Aiko", "Tomasz"}
    same(scene.notified(card), told, "who is notified")
    expect(not scene.open_polls, "the poll to be closed", "it is open")


@CHAPTER.step("It keeps its hour over Sunday's change of the clocks: 8:00 am in New York.")
async def _hour(scene: Scene) -> AsyncIterator[View]:
    same(len(scene.server.events), 1, "events in the server's list")
    starts = scene.server.events[0].start
    for zone, city in ((NEW_YORK, "New York"), (LONDON, "London"), (KOLKATA, "Kolkata")):
        yield Remark(f"Tuesday's meeting is at {clock(starts.astimezone(zone))} in {city}.")
    same(clock(starts.astimezone(NEW_YORK)), "8:00 am", "the hour in New York, as it was typed")
    before, after = (one.astimezone(NEW_YORK).utcoffset() for one in (THURSDAY, starts))
    expect(after and before and after > before, "the clocks to go forward in between", after)
    same(starts, STARTS, "when the event starts")


@CHAPTER.step("The server's event and the calendar file say nothing of what it is about.")
async def _neutral(scene: Scene) -> AsyncIterator[View]:
    event = scene.server.events[0]
    yield Remark(f"In the server's events: “{event.name}”, “{event.description}”")
    calendar = scene.meeting_card.attachments[0].content.decode()
    for line in calendar.splitlines():
        if line.startswith(("SUMMARY", "DTSTART", "SEQUENCE", "DESCRIPTION")):
            yield Remark(f"In the calendar file: {line}")
    says(calendar, "DTSTART:20260310T120000Z", "SEQUENCE:0", "UID:")
    silent_about(f"{event.name} {event.description} {calendar}", "impasse", SAFE)
    silent_about(scene.thread.name, "impasse")
    says(scene.thread.name, "Tue 10 March, 8:00 am New York time")


@CHAPTER.step("Tomasz says with one press that he comes, and Aiko that she cannot after all.")
async def _attend(scene: Scene) -> AsyncIterator[View]:
    coming = await scene.tomasz.press(scene.meeting_card, "I am coming")
    yield scene.answer(scene.tomasz, coming)
    says(coming.text, "You are coming")
    sorry = await scene.aiko.press(scene.meeting_card, "I can’t come")
    yield scene.answer(scene.aiko, sorry)
    await scene.settle()
    says(scene.meeting_card.text, "**Coming (4)**", "**Can’t come**")
