"""The tree keeps the rules of the house."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.house import rules
from tests.house.reading import PROJECT, Breach
from tests.house.sentences import sentences_only_in_wording

Rule = Callable[[Path], Iterator[Breach]]


@pytest.mark.parametrize(
    "rule",
    [
        rules.sql_only_in_storage,
        rules.now_only_in_the_clock,
        rules.no_waiting_in_pure_rooms,
        rules.no_print_in_the_bot,
        rules.short_modules,
        rules.telling_names,
        rules.cogs_apart,
        sentences_only_in_wording,
    ],
)
def test_the_tree_keeps(rule: Rule) -> None:
    breaches = [str(breach) for breach in rule(PROJECT)]
    assert not breaches, "\n".join([rule.__doc__ or "", *breaches])


def test_what_is_pinned_is_what_the_package_asks_for() -> None:
    """requirements/run.in and the dependencies in pyproject.toml name the same ranges."""
    asked = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"][
        "dependencies"
    ]
    lines = (PROJECT / "requirements/run.in").read_text("utf-8").splitlines()
    assert sorted(asked) == sorted(line for line in lines if line and not line.startswith("#"))


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_pin_has_its_hashes_and_no_address(name: str) -> None:
    """The lists say what to install and its hashes, never where from."""
    text = (PROJECT / f"requirements/{name}.txt").read_text("utf-8")
    assert "://" not in text
    assert "--index" not in text
    entries = text.replace("\\\n", " ").splitlines()
    pins = [entry for entry in entries if entry and not entry.startswith("#")]
    assert pins
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
