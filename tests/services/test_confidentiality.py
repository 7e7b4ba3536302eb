"""The guard's memory, and its verdict on texts of any length without holding up the rest."""

import asyncio
import time

import pytest

from bot.domain.errors import LikelyIdentifier, TextTooLong
from bot.domain.ids import MessageId
from bot.identifiers import Kind
from bot.services.confidentiality import require_clean, screened
from bot.services.warnings import Decision, Notice, Told, Warned
from tests.domain.examples import ADA, CHANNEL, GUILD, NOON
from tests.services.conftest import House

TELLING = "please text her at 617-555-0134 tonight"


async def test_a_clean_text_loses_its_outer_blanks_only() -> None:
    assert await require_clean("topic", "  Endings and\nbeginnings \n", 150) == (
        "Endings and\nbeginnings"
    )


async def test_an_empty_text_is_clean() -> None:
    assert await require_clean("note", "   ", 10) == ""


async def test_a_text_is_measured_without_its_outer_blanks() -> None:
    assert await require_clean("note", " " * 50 + "x" * 10, 10) == "x" * 10
    with pytest.raises(TextTooLong):
        await require_clean("note", "x" * 11, 10)


async def test_a_refusal_gives_reasons_and_never_the_text() -> None:
    with pytest.raises(LikelyIdentifier) as refused:
        await require_clean("topic", TELLING, 150)
    assert refused.value.where == "topic"
    assert refused.value.reasons
    assert all("0134" not in reason for reason in refused.value.reasons)
    assert "0134" not in repr(refused.value)
    assert "0134" not in str(refused.value)


@pytest.mark.parametrize("before", [0, 1200], ids=["short", "long"])
async def test_the_verdict_does_not_depend_on_the_length(before: int) -> None:
    filling = "a calm week. " * (before // 13)
    assert (await screened(filling)).warn is False
    assert (await screened(filling + TELLING)).warn is True


async def test_a_long_text_does_not_hold_up_the_others() -> None:
    text = "we talked about the weather and the long way home. " * 78
    worst = 0.0

    async def tick() -> None:
        nonlocal worst
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.001)
            worst = max(worst, time.perf_counter() - began)

    ticking = asyncio.create_task(tick())
    await asyncio.gather(*(screened(text) for _ in range(3)))
    ticking.cancel()
    assert worst < 1


async def test_a_warning_is_given_once_and_remembers_what_was_decided(house: House) -> None:
    warned = Warned(MessageId(5), GUILD, CHANNEL, ADA, (Kind.PHONE,), NOON)
    assert await house.guard.warned(warned)
    assert not await house.guard.warned(warned)
    notice = Notice(Told.IN_REPLY, CHANNEL, MessageId(6))
    await house.guard.noticed(MessageId(5), notice)
    await house.guard.decide(MessageId(5), Decision.CONSENTED)
    found = await house.guard.find(MessageId(5))
    assert found is not None
    assert (found.notice, found.decision) == (notice, Decision.CONSENTED)
    assert await house.guard.find(MessageId(7)) is None
