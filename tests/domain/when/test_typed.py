"""Typed times mean what people mean by them, and what is unsure is asked about."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.when.typed import ProblemKind, read_times

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)  # a Tuesday: 10 am in New York


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Tue 2pm", ["2026-11-24T19:00"]),
        ("Wed 10-12", ["2026-11-25T15:00", "2026-11-25T16:00"]),
        ("3/14 5:30pm EST", ["2027-03-14T21:30"]),
        ("Mon/Wed 12-1", ["2026-11-25T17:00", "2026-11-30T17:00"]),
        ("Fri 1, 3 and 5pm", ["2026-11-27T18:00", "2026-11-27T20:00", "2026-11-27T22:00"]),
    ],
)
def test_forms(text: str, starts: list[str]) -> None:
    reading = read_times(
        text, now=NOW, zone=ZoneInfo("America/New_York"), length=timedelta(hours=1)
    )
    assert reading.problems == ()
    assert [f"{slot.starts:%Y-%m-%dT%H:%M}" for slot in reading.slots] == starts


def test_a_bare_hour_is_asked_about() -> None:
    reading = read_times(
        "Fri 3", now=NOW, zone=ZoneInfo("America/New_York"), length=timedelta(hours=1)
    )
    assert [problem.kind for problem in reading.problems] == [ProblemKind.AMBIGUOUS_HALF]
