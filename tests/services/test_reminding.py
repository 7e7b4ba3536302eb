"""Warnings that nothing happened about are handed out once each, whatever fails."""

import asyncio
from datetime import timedelta

from bot.domain.ids import MessageId
from bot.identifiers import Kind
from bot.services.confidentiality import REMIND_AFTER
from bot.services.reminding import Reminding
from bot.services.warnings import Decision, Notice, Told, Warned
from tests.domain.examples import ADA, CHANNEL, GUILD, NOON
from tests.services.conftest import House


class _Faults:
    """Hears of faults."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def fault(self, what: str, fault: BaseException) -> None:
        del fault
        self.heard.append(what)


async def _warned(house: House, number: int, told: Told = Told.IN_REPLY) -> None:
    number_id = MessageId(number)
    await house.guard.warned(Warned(number_id, GUILD, CHANNEL, ADA, (Kind.NAME,), NOON))
    await house.guard.noticed(number_id, Notice(told, CHANNEL, MessageId(number + 100)))


async def test_each_is_due_once_after_a_while_unless_it_was_decided(house: House) -> None:
    for number in (1, 2, 3):
        await _warned(house, number)
    await house.guard.decide(MessageId(2), Decision.CONSENTED)
    assert await house.guard.due_reminders() == ()
    house.clock.steer(NOON + REMIND_AFTER - timedelta(seconds=1), rate=0)
    assert await house.guard.due_reminders() == ()
    house.clock.steer(NOON + REMIND_AFTER, rate=0)
    assert [one.message_id for one in await house.guard.due_reminders()] == [1, 3]
    assert await house.guard.due_reminders() == ()


async def test_what_nobody_sees_is_not_reminded_of(house: House) -> None:
    await _warned(house, 1, Told.REMOVED)
    await _warned(house, 2, Told.NOBODY)
    await _warned(house, 3, Told.PRIVATELY)
    house.clock.steer(NOON + REMIND_AFTER, rate=0)
    assert [one.message_id for one in await house.guard.due_reminders()] == [3]


async def test_one_that_fails_stops_neither_the_others_nor_the_task(house: House) -> None:
    reminded = asyncio.Queue[int]()

    async def remind(warned: Warned) -> None:
        reminded.put_nowait(warned.message_id)
        if warned.message_id == MessageId(1):
            raise RuntimeError

    faults = _Faults()
    reminding = Reminding(house.guard, faults)
    reminding.serve(remind)
    await _warned(house, 1)
    await _warned(house, 2)
    house.clock.steer(NOON + REMIND_AFTER, rate=0)
    task = asyncio.create_task(reminding.run())
    assert [await reminded.get(), await reminded.get()] == [1, 2]
    await _warned(house, 3)
    house.clock.steer(NOON + 2 * REMIND_AFTER, rate=0)
    reminding.touch()
    assert await reminded.get() == 3
    task.cancel()
    assert faults.heard == ["reminding failed"]
