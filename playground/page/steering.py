"""What somebody at the page can do beside being a member: time, the bot, the story.

Knows how a minute passes in a moment and how a bot goes down. It does *not* know HTTP.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from playground.page.asking import Asked, Misasked
from playground.page.ground import Ground, Stand
from playground.page.pending import waiting
from playground.page.telling import Telling
from playground.payloads import Json
from playground.stage import DriverError

RATES = (0.0, 1.0, 60.0, 3600.0)
LONGEST_SKIP = timedelta(days=31)
PATIENCE = 10.0

Steer = Callable[[Ground, Telling, Asked], Awaitable[Json]]


async def _rate(ground: Ground, _: Telling, asked: Asked) -> Json:
    rate = asked.number("rate")
    if rate not in RATES:
        raise Misasked("time does not pass like that")
    ground.stand.scene.discord.clock.steer(rate=rate)
    return {}


async def _next(ground: Ground, _: Telling, asked: Asked) -> Json:
    """Jump to the next thing that happens, by the bot's word or, where it is down, by its plan."""
    del asked
    stand = ground.stand
    clock = stand.scene.discord.clock
    turned = await clock.jump(clock.now(), PATIENCE)
    due = turned.next or next((one.due for one in waiting(stand.database)), None)
    if due is None:
        return {"say": "Nothing is planned: the bot waits for people."}
    await clock.jump(max(due, clock.now()), PATIENCE)
    return {"say": "Here we are: the next planned thing is due now."}


async def _skip(ground: Ground, _: Telling, asked: Asked) -> Json:
    """Let a stretch of time pass, and everything that is due on the way happen."""
    stretch = timedelta(seconds=asked.number("seconds"))
    if not timedelta() < stretch <= LONGEST_SKIP:
        raise Misasked("not so far")
    clock = ground.stand.scene.discord.clock
    await _walk(ground.stand, clock.now() + stretch)
    return {}


async def _walk(stand: Stand, to: datetime) -> None:
    clock = stand.scene.discord.clock
    if clock.followers:
        await clock.walk(to, PATIENCE)
    else:
        clock.steer(to)


async def _kill(ground: Ground, _: Telling, asked: Asked) -> Json:
    del asked
    await ground.stand.scene.bot.kill()
    return {"say": "The bot is down, as after a power cut."}


async def _start(ground: Ground, _: Telling, asked: Asked) -> Json:
    del asked
    await ground.stand.scene.bot.start()
    return {"say": "The bot is back."}


async def _cut(ground: Ground, _: Telling, asked: Asked) -> Json:
    del asked
    if not ground.stand.scene.bot.running:
        raise DriverError("the bot does not run, so there is no line to cut")
    ground.stand.cut()
    return {"say": "The line is cut: the bot runs, but cannot reach Discord."}


async def _mend(ground: Ground, _: Telling, asked: Asked) -> Json:
    del asked
    await ground.stand.mend()
    return {"say": "The line is mended; the bot finds back by itself."}


async def _over(ground: Ground, telling: Telling, asked: Asked) -> Json:
    del asked
    await telling.leave()
    await ground.begin()
    return {"say": "A fresh playground: the server is empty again."}


async def _tell(_: Ground, telling: Telling, asked: Asked) -> Json:
    await telling.begin(int(asked.number("chapter")))
    return {}


async def _step(_: Ground, telling: Telling, asked: Asked) -> Json:
    del asked
    telling.step()
    return {}


async def _on(_: Ground, telling: Telling, asked: Asked) -> Json:
    del asked
    telling.play_on()
    return {}


async def _pause(_: Ground, telling: Telling, asked: Asked) -> Json:
    del asked
    telling.pause()
    return {}


async def _leave(_: Ground, telling: Telling, asked: Asked) -> Json:
    del asked
    await telling.leave()
    return {"say": "You are free to go on by hand from here."}


STEERING: dict[str, Steer] = {
    "clock.rate": _rate,
    "clock.next": _next,
    "clock.skip": _skip,
    "bot.kill": _kill,
    "bot.start": _start,
    "bot.cut": _cut,
    "bot.mend": _mend,
    "over": _over,
    "story.begin": _tell,
    "story.step": _step,
    "story.on": _on,
    "story.pause": _pause,
    "story.leave": _leave,
}
