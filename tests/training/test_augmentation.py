"""The rules that make other messages out of a labelled one keep what its labels say."""

import importlib
import random
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.xdist_group("augmentation")  # they share what is costly to make

_FOLDER = Path(__file__).parents[2] / "training"


@pytest.fixture(scope="module")
def tools() -> Any:  # noqa: ANN401 (the folder's scripts are found by their path alone)
    """The scripts' own modules."""
    sys.path.insert(0, str(_FOLDER))
    try:
        return importlib.import_module("rows"), importlib.import_module("augment")
    finally:
        sys.path.remove(str(_FOLDER))


@pytest.fixture(scope="module")
def units(tools: Any) -> list[list[Any]]:  # noqa: ANN401
    """All hand-written messages, twins together."""
    rows, _ = tools
    found: dict[str, list[Any]] = {}
    for row in rows.read_rows(sorted((_FOLDER / "messages").glob("*.jsonl"))):
        found.setdefault(row.unit, []).append(row)
    return list(found.values())


def test_there_are_as_many_messages_as_were_asked_for(units: list[list[Any]]) -> None:
    """At least 4,000 messages, about half of them clean, with many near-twins."""
    rows = [row for unit in units for row in unit]
    assert len(rows) >= 4000
    assert 0.45 <= sum(row.warn for row in rows) / len(rows) <= 0.55
    assert sum(len(unit) for unit in units if len(unit) > 1) >= 0.4 * len(rows)


def test_labels_stay_on_words_of_the_message(tools: Any, units: list[list[Any]]) -> None:  # noqa: ANN401
    """After any change a warned message has as many labels, each inside the text and not blank."""
    _, augment = tools
    draw = random.Random(7)  # noqa: S311 (a seed, no secret)
    for unit in units:
        for before, after in zip(unit, augment.augmented(unit, draw), strict=True):
            assert len(after.labels) == len(before.labels)
            assert after.warn == before.warn
            for label in after.labels:
                part = after.text[label.start : label.end]
                assert part.strip() == part
                assert part


def test_the_same_seed_gives_the_same_messages(tools: Any, units: list[list[Any]]) -> None:  # noqa: ANN401
    """Training can be repeated."""
    _, augment = tools
    for unit in units[:300]:
        one, other = (augment.augmented(unit, random.Random(3)) for _ in range(2))  # noqa: S311
        assert one == other


def test_a_name_that_both_twins_have_is_changed_in_both(tools: Any) -> None:  # noqa: ANN401
    """Else the name alone would tell them apart."""
    rows, augment = tools
    twins = [
        rows.Row("saw Noam at 4", True, (rows.Label(4, 8, "NAME"),), "u"),  # noqa: FBT003
        rows.Row("Noam from suite B has the key", False, (), "u", "suite mate"),  # noqa: FBT003
    ]
    names: set[str] = set()
    alike = 0
    for seed in range(40):
        warned, clean = augment.augmented(twins, random.Random(seed))  # noqa: S311
        label = warned.labels[0]
        name = warned.text[label.start : label.end]
        names.add(name.casefold())
        alike += name.casefold() in clean.text.casefold()
    assert alike >= 34  # of 40: a slip of the keyboard may fall on it in the clean one
    assert len(names) > 10


def test_a_theorist_keeps_the_name_that_a_client_shares(tools: Any) -> None:  # noqa: ANN401
    """`Dora walked out on Freud` is about that Dora."""
    rows, augment = tools
    twins = [
        rows.Row("Dora walked out on me", True, (rows.Label(0, 4, "NAME"),), "u"),  # noqa: FBT003
        rows.Row("Dora walked out on Freud", False, (), "u", "published case"),  # noqa: FBT003
    ]
    for seed in range(40):
        clean = augment.augmented(twins, random.Random(seed))[1]  # noqa: S311
        assert "dora" in clean.text.casefold()
