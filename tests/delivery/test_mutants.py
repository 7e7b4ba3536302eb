"""Each way to break the delivery is noticed by the directed tests, and most by the machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.delivery.mutants import MUTANTS

HERE = Path(__file__).parent
DIRECTED = ("test_once.py", "test_lateness.py", "test_withdrawn.py", "test_faults.py")
MACHINE = ("test_machine.py",)
FOUND_BY_CHANCE = (
    "done_before_sent",
    "never_too_late",
    "no_look",
    "no_unique_key",
    "retry_with_new_nonce",
    "unknown_is_done",
)
"""Those that the machine finds soon; the rest needs too rare a sequence to be looked for here."""


def _run(mutant: str, names: tuple[str, ...] = DIRECTED) -> subprocess.CompletedProcess[str]:
    files = [str(HERE / name) for name in names]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "tests.delivery.mutants", *files]
    environment = {**os.environ, "CONVENE_MUTANT": mutant, "CONVENE_MACHINES": "150"}
    return subprocess.run(  # noqa: S603 - our own tests, run once more
        command,
        cwd=HERE.parent.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_unbroken_the_directed_tests_pass() -> None:
    done = _run("")
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.parametrize("mutant", sorted(MUTANTS))
def test_a_broken_delivery_is_noticed(mutant: str) -> None:
    done = _run(mutant)
    assert done.returncode == 1, f"{mutant} was not noticed:\n{done.stdout[-2000:]}"
    assert "FAILED" in done.stdout


@pytest.mark.parametrize("mutant", FOUND_BY_CHANCE)
def test_the_machine_notices_it_too(mutant: str) -> None:
    done = _run(mutant, MACHINE)
    assert done.returncode == 1, f"{mutant} was not noticed:\n{done.stdout[-2000:]}"
    assert "FAILED" in done.stdout
