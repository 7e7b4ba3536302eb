"""The real bot, killed a hundred times: nothing is lost, nothing comes twice, nothing too late."""

import asyncio
import os
import sys
from pathlib import Path

from tests.delivery.due import MINUTE
from tests.delivery.kill_loop import FLIGHT, Setting, lane, lanes

KILLS = int(os.environ.get("CONVENE_KILLS", "100"))
KILLS_OF_THE_BROKEN = 10
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


def _broken(how: str, folder: Path, dark: float, flight: tuple[int, int] = FLIGHT) -> Setting:
    command = (sys.executable, "-m", "tests.delivery.broken_bot", how)
    return Setting(
        KILLS_OF_THE_BROKEN,
        SEED,
        folder / how,
        meetings=40,
        dark=dark,
        unheard=0.4,
        flight=flight,
        command=command,
    )


async def test_the_checker_notices_bots_that_break_their_promise(tmp_path: Path) -> None:
    marks, anew, nonce, late = await asyncio.gather(
        lane(_broken("marks_first", tmp_path, 0.1)),
        lane(_broken("sends_anew", tmp_path, 0.1)),
        lane(_broken("never_looks", tmp_path, 0.6)),
        lane(_broken("sends_too_late", tmp_path, 0.6, LONGER_THAN_OF_USE)),
    )
    assert marks.lost != []
    assert anew.doubled != []
    assert nonce.doubled != []
    assert late.untimely != []
