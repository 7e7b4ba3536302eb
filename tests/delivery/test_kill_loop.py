"""The real bot, killed a hundred times: nothing is lost, nothing comes twice, nothing too late."""

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path

from tests.delivery.checker import Verdict
from tests.delivery.due import MINUTE
from tests.delivery.kill_loop import FLIGHT, Setting, lane, lanes

KILLS = int(os.environ.get("CONVENE_KILLS", "100"))
KILLS_OF_THE_BROKEN = 10
CHANCES = 4
LONGER_THAN_OF_USE = (20 * MINUTE, 25 * MINUTE)
"""In the dark for so long, a last reminder and the start's message come to be of no use."""

SEED = int(os.environ.get("CONVENE_SEED", "1"))


async def test_a_hundred_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    verdicts = await lanes(KILLS, SEED, tmp_path)
    assert [one for verdict in verdicts for one in verdict.breaks] == []
    assert sum(verdict.kills for verdict in verdicts) == KILLS
    # The loop is worth something only if it often strikes between due and sent.
    assert sum(verdict.hits for verdict in verdicts) > KILLS / 3
    assert sum(verdict.answers_lost for verdict in verdicts) > 0
    assert sum(verdict.excused for verdict in verdicts) < sum(v.owed for v in verdicts) / 8


def _broken(how: str, folder: Path, dark: float, flight: tuple[int, int], seed: int) -> Setting:
    command = (sys.executable, "-m", "tests.delivery.broken_bot", how)
    return Setting(
        KILLS_OF_THE_BROKEN,
        seed,
        folder / f"{how}-{seed}",
        meetings=40,
        dark=dark,
        unheard=0.4,
        flight=flight,
        command=command,
    )


async def _noticed(
    how: str,
    folder: Path,
    dark: float,
    seen: Callable[[Verdict], list[str]],
    flight: tuple[int, int] = FLIGHT,
) -> bool:
    """Whether the checker sees the break; a few kills may by chance strike where it is harmless."""
    for seed in range(SEED, SEED + CHANCES):
        if seen(await lane(_broken(how, folder, dark, flight, seed))):
            return True
    return False


async def test_the_checker_notices_bots_that_break_their_promise(tmp_path: Path) -> None:
    noticed = await asyncio.gather(
        _noticed("marks_first", tmp_path, 0.1, lambda one: one.lost),
        _noticed("sends_anew", tmp_path, 0.1, lambda one: one.doubled),
        _noticed("never_looks", tmp_path, 0.6, lambda one: one.doubled),
        _noticed("sends_too_late", tmp_path, 0.6, lambda one: one.untimely, LONGER_THAN_OF_USE),
    )
    assert noticed == [True, True, True, True]
