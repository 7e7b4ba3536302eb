"""Friday: a member's own calendar follows the group, and in the end no more."""

import re
from collections.abc import AsyncIterator

from playground.calendar_program import Told, asked
from playground.reply import Reply
from playground.story.chapter import Chapter
from playground.story.expecting import expect, same, says, silent_about
from playground.story.plain import clock, day
from playground.story.scene import AUCKLAND, Scene
from playground.story.views import Remark, View
from playground.story.week.calling_off import SECOND, SUPPORT
from playground.story.week.moving import MOVED
from playground.story.week.proposing import SAFE

CHAPTER = Chapter("Friday: a calendar that follows by itself")
_HAND = "Dana’s calendar"


def _address(reply: Reply) -> str:
    found = re.search(r"http://\S+\.ics", reply.text)
    expect(found, "a calendar address", reply.text)
    return found[0] if found else ""


def _seen(told: Told) -> Remark:
    """What Dana finds in her calendar, on her own clock."""
    lines = [
        f"{summary}, {day(starts.astimezone(AUCKLAND))}, {clock(starts.astimezone(AUCKLAND))}"
        f" ({status.lower()})"
        for summary, starts, status in told.lines
    ]
    return Remark(f"Dana’s calendar: {'; '.join(lines)}.")


@CHAPTER.step("Dana asks for a private address and has her calendar follow it.")
async def _link(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.dana.slash(scene.text, "calendar link")
    yield scene.answer(scene.dana, reply)
    scene.hand[_HAND] = reply
    expect(reply.ephemeral, "an answer to Dana alone")
    told = await asked(_address(reply))
    yield _seen(told)
    confirmed, off = ("Peer consultation", MOVED, "CONFIRMED"), SECOND
    same(told.lines, [confirmed, ("Peer consultation", off, "CANCELLED")], "Dana’s calendar")
    silent_about(told.body.decode(), SAFE, SUPPORT)


@CHAPTER.step("Nothing has changed since: her calendar learns that without fetching it again.")
async def _again(scene: Scene) -> AsyncIterator[View]:
    address = _address(scene.hand[_HAND])
    first = await asked(address)
    again = await asked(address, If_None_Match=first.headers["ETag"])
    yield Remark("Not changed.")
    same((again.status, again.body), (304, b""), "the second look")


@CHAPTER.step("She lent her computer to somebody, so she ends the address: it shows nothing more.")
async def _revoke(scene: Scene) -> AsyncIterator[View]:
    reply = await scene.dana.slash(scene.text, "calendar revoke")
    yield scene.answer(scene.dana, reply)
    says(reply.text, "shows nothing any more")
    told = await asked(_address(scene.hand[_HAND]))
    same((told.status, told.body), (404, b""), "what is left of it")
