"""Work on several threads: each result in its place, and no more taken in than is useful."""

import threading
from collections.abc import Iterator

import pytest

from bot.cli.in_order import AHEAD, in_order


def test_results_come_in_the_order_of_what_was_given() -> None:
    """The first may take the longest: here it waits for the last."""
    last = threading.Event()

    def work(number: int) -> int:
        if number == 0:
            assert last.wait(10)
        if number == 3:
            last.set()
        return number * number

    assert list(in_order(work, range(4), 2)) == [0, 1, 4, 9]


def test_a_result_is_there_before_the_next_is_given() -> None:
    """Who gives one and waits for its result before giving another is not kept waiting."""
    answered = threading.Event()

    def given() -> Iterator[int]:
        yield 1
        assert answered.wait(10)
        yield 2

    results = in_order(str, given(), 3)
    assert next(results) == "1"
    answered.set()
    assert list(results) == ["2"]


def test_no_more_is_taken_in_than_a_little() -> None:
    """An endless stream does not fill the memory, and is let go of with the results."""
    taken: list[int] = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            taken.append(number)
            yield number
            number += 1

    results = in_order(str, endless(), 2)
    assert [next(results) for _ in range(5)] == ["0", "1", "2", "3", "4"]
    results.close()
    assert len(taken) <= 5 + 2 * AHEAD + 3


def test_a_failure_comes_in_its_place() -> None:
    """What the work raises, and what the giving raises, after the results before it."""

    def broken() -> Iterator[int]:
        yield 1
        message = "no more"
        raise OSError(message)

    results = in_order(str, broken(), 2)
    assert next(results) == "1"
    with pytest.raises(OSError, match="no more"):
        next(results)
    with pytest.raises(ZeroDivisionError):
        list(in_order(lambda number: 1 // number, [0], 2))
