"""Each way to break the delivery is noticed by its tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.delivery.mutants import MUTANTS

HERE = Path(__file__).parent
DIRECTED = ("test_once.py", "test_lateness.py", "test_withdrawn.py", "test_faults.py")


def _run(mutant: str) -> subprocess.CompletedProcess[str]:
    files = [str(HERE / name) for name in DIRECTED]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "tests.delivery.mutants", *files]
    environment = {**os.environ, "CONVENE_MUTANT": mutant}
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
