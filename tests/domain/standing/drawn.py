"""Members with usual hours, drawn at random; windows around the days on which clocks change."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from bot.domain.standing.pattern import A_DAY, Away, Hours, Standing, tidied
from bot.domain.when.slot import Slot

ZONES = (
    "America/New_York",
    "Europe/London",
    "Pacific/Auckland",
    "Pacific/Honolulu",
    "Asia/Kolkata",
    "Australia/Adelaide",
    "Australia/Lord_Howe",  # changes by half an hour
    "Asia/Kathmandu",
    "America/St_Johns",
    "America/Havana",  # changes at midnight
    "Pacific/Kiritimati",
    "Pacific/Chatham",
    "UTC",
)
"""Whole, half and quarter hours; both sides of the date line; every way of changing the clock."""

TURNS = (
    datetime(2026, 3, 8, tzinfo=UTC),  # New York and Havana go forward
    datetime(2026, 3, 29, tzinfo=UTC),  # London goes forward
    datetime(2026, 4, 4, tzinfo=UTC),  # Auckland, Adelaide and Lord Howe go back
    datetime(2026, 9, 26, tzinfo=UTC),  # Auckland goes forward
    datetime(2026, 10, 3, tzinfo=UTC),  # Adelaide and Lord Howe go forward
    datetime(2026, 10, 25, tzinfo=UTC),  # London goes back
    datetime(2026, 11, 1, tzinfo=UTC),  # New York and Havana go back
    datetime(2026, 12, 31, tzinfo=UTC),
    datetime(2028, 2, 28, tzinfo=UTC),
)


def _lasting(starts: int, length: int) -> Hours:
    return Hours(starts, starts + length)


hours = st.builds(
    _lasting,
    st.integers(0, A_DAY - 1),
    st.one_of(st.integers(1, A_DAY), st.sampled_from((60, 120, 180, 240))),
)
days = st.lists(hours, max_size=3).map(tidied)
weeks = st.tuples(*[days] * 7)


@st.composite
def windows(draw: st.DrawFn, longest_hours: int = 72) -> Slot:
    """A window by whole minutes, near a day that matters."""
    starts = draw(st.sampled_from(TURNS)) + timedelta(minutes=draw(st.integers(-2880, 2880)))
    return Slot(starts, starts + timedelta(minutes=draw(st.integers(1, longest_hours * 60))))


def _away(turn: datetime, first: int, length: int) -> Away:
    day: date = turn.date() + timedelta(days=first)
    return Away(day, day + timedelta(days=length))


aways = st.builds(_away, st.sampled_from(TURNS), st.integers(-4, 4), st.integers(0, 3))
standings = st.builds(
    Standing,
    st.sampled_from(ZONES),
    weeks,
    st.lists(aways, max_size=2).map(tuple),
    st.one_of(st.just(Hours(480, 1260)), hours),
)

_daytime = st.builds(
    _lasting, st.integers(16, 60).map(lambda quarter: 15 * quarter), st.integers(60, 480)
)
likely = st.builds(
    Standing,
    st.sampled_from(("America/New_York", "America/St_Johns", "Europe/London")),
    st.tuples(*[st.lists(_daytime, min_size=1, max_size=2).map(tidied)] * 7),
)
"""Members who often have hours in common, and often only a part of one."""
