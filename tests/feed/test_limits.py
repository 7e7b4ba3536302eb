"""The bucket lets through what it was made for, and is full again after a while."""

from hypothesis import given
from hypothesis import strategies as st

from bot.feed.limits import Bucket
from bot.feed.versions import Versions
from tests.domain.examples import NOON, after


@given(
    st.floats(0.5, 50),
    st.integers(1, 50),
    st.lists(st.floats(0, 5), min_size=1, max_size=60),
)
def test_no_stretch_of_time_has_more_than_the_rate_and_one_burst(
    rate: float, most: int, pauses: list[float]
) -> None:
    times = [sum(pauses[:number]) for number in range(len(pauses) + 1)]
    clock = iter(times)
    bucket = Bucket(lambda: next(clock), rate, most)
    let = [at for at in times[1:] if bucket.takes()]
    for first, begin in enumerate(let):
        for last, end in enumerate(let[first:], start=first):
            assert last - first + 1 <= most + (end - begin) * rate + 1e-6


def test_after_a_pause_it_lets_a_burst_through_again() -> None:
    now = [0.0]
    bucket = Bucket(lambda: now[0], rate=2.0, most=4)
    assert [bucket.takes() for _ in range(5)] == [True] * 4 + [False]
    now[0] = 2.0
    assert [bucket.takes() for _ in range(5)] == [True] * 4 + [False]


def test_a_feed_that_was_forgotten_among_many_is_told_as_new() -> None:
    now = [NOON]
    versions = Versions(lambda: now[0], most=2)
    versions.of("one", b"feed")
    versions.of("two", b"feed")
    now[0] = after(1)
    assert versions.of("one", b"feed").since == NOON
    versions.of("three", b"feed")
    assert versions.of("one", b"feed").since == NOON
    assert versions.of("two", b"feed").since == after(1)
