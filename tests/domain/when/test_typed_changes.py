"""In the nights in which clocks change, what is skipped or comes twice is asked about."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.when.typed import Problem, ProblemKind, Reading, read_times

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
"""A Tuesday, 10:00 in New York."""

NEW_YORK = "America/New_York"
LONDON = "Europe/London"
SYDNEY = "Australia/Sydney"
KOLKATA = "Asia/Kolkata"
AUCKLAND = "Pacific/Auckland"
BERLIN = "Europe/Berlin"


def read(
    text: str, zone: str = NEW_YORK, now: datetime = NOW, minutes: int = 60, most: int = 25
) -> Reading:
    length = timedelta(minutes=minutes)
    return read_times(text, now=now, zone=ZoneInfo(zone), length=length, most=most)


def only_problem(reading: Reading) -> Problem:
    assert reading.slots == ()
    (problem,) = reading.problems
    return problem


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("zone", "now", "text", "kind", "candidates"),
    [
        # skipped
        (NEW_YORK, "2026-03-01", "3/8 2:30am", ProblemKind.GAP, ["01:30-05:00", "03:30-04:00"]),
        (NEW_YORK, "2027-03-08", "3/14 2am", ProblemKind.GAP, ["01:00-05:00", "03:00-04:00"]),
        (LONDON, "2026-03-20", "29/3 1:30am", ProblemKind.GAP, ["00:30+00:00", "02:30+01:00"]),
        (LONDON, "2027-03-20", "28/3 1:59am", ProblemKind.GAP, ["00:59+00:00", "02:59+01:00"]),
        (SYDNEY, "2026-10-01", "4/10 2:30am", ProblemKind.GAP, ["01:30+10:00", "03:30+11:00"]),
        (SYDNEY, "2027-10-01", "3/10 02:15", ProblemKind.GAP, ["01:15+10:00", "03:15+11:00"]),
        # twice
        (NEW_YORK, "2026-10-25", "11/1 1:30am", ProblemKind.FOLD, ["01:30-04:00", "01:30-05:00"]),
        (NEW_YORK, "2027-11-01", "Sun 1am", ProblemKind.FOLD, ["01:00-04:00", "01:00-05:00"]),
        (LONDON, "2026-10-20", "25/10 1:30am", ProblemKind.FOLD, ["01:30+01:00", "01:30+00:00"]),
        (LONDON, "2027-10-26", "31/10 01:00", ProblemKind.FOLD, ["01:00+01:00", "01:00+00:00"]),
        (SYDNEY, "2026-04-01", "5/4 2:30am", ProblemKind.FOLD, ["02:30+11:00", "02:30+10:00"]),
        (SYDNEY, "2027-04-01", "4/4 2:00am", ProblemKind.FOLD, ["02:00+11:00", "02:00+10:00"]),
        # the end of a range can be the trouble as well
        (NEW_YORK, "2026-03-01", "3/8 1am-2:30am", ProblemKind.GAP, ["01:30-05:00", "03:30-04:00"]),
        # in the zone that is said
        (
            LONDON,
            "2026-10-25",
            "1/11 1:30am Eastern",
            ProblemKind.FOLD,
            ["01:30-04:00", "01:30-05:00"],
        ),
    ],
)
def test_a_time_that_is_skipped_or_comes_twice_is_asked_about(
    zone: str, now: str, text: str, kind: ProblemKind, candidates: list[str]
) -> None:
    problem = only_problem(read(text, zone, at(f"{now}T12:00+00:00")))
    assert problem.kind is kind
    there = ZoneInfo(NEW_YORK if "Eastern" in text else zone)
    shown = [instant.astimezone(there).isoformat()[11:16] for instant in problem.instants]
    offsets = [instant.astimezone(there).isoformat()[19:] for instant in problem.instants]
    assert [clock + offset for clock, offset in zip(shown, offsets, strict=True)] == candidates


@pytest.mark.parametrize(
    ("zone", "now", "text", "start"),
    [
        (NEW_YORK, "2026-03-01", "3/8 1:59am", "2026-03-08T01:59-05:00"),
        (NEW_YORK, "2026-03-01", "3/8 3am", "2026-03-08T03:00-04:00"),
        (NEW_YORK, "2026-10-25", "11/1 12:59am", "2026-11-01T00:59-04:00"),
        (NEW_YORK, "2026-10-25", "11/1 2am", "2026-11-01T02:00-05:00"),
        (NEW_YORK, "2026-10-25", "Sun 7pm", "2026-10-25T19:00-04:00"),
        (NEW_YORK, "2026-10-31", "tomorrow 7pm", "2026-11-01T19:00-05:00"),
        (NEW_YORK, "2027-03-13", "tomorrow 7pm", "2027-03-14T19:00-04:00"),
        (LONDON, "2026-03-28", "tomorrow 7pm", "2026-03-29T19:00+01:00"),
        (LONDON, "2026-10-24", "tomorrow 7pm", "2026-10-25T19:00+00:00"),
        (SYDNEY, "2026-04-03", "Sun 7pm", "2026-04-05T19:00+10:00"),
        (SYDNEY, "2026-10-02", "Sun 7pm", "2026-10-04T19:00+11:00"),
        (NEW_YORK, "2026-10-25", "11/1 1:30am EDT", "2026-11-01T01:30-04:00"),
        (LONDON, "2026-10-26", "1/11 1:30am EST", "2026-11-01T01:30-05:00"),
        (LONDON, "2026-10-20", "25/10 1:30am GMT", "2026-10-25T01:30+00:00"),
        (LONDON, "2026-10-20", "25/10 1:30am BST", "2026-10-25T01:30+01:00"),
        (NEW_YORK, "2026-10-25", "11/1 1:30am UTC-5", "2026-11-01T01:30-05:00"),
        (KOLKATA, "2026-03-01", "8/3 2:30am", "2026-03-08T02:30+05:30"),
        (AUCKLAND, "2026-09-25", "Sun 1:30am", "2026-09-27T01:30+12:00"),
        (BERLIN, "2026-10-20", "25/10 03:00", "2026-10-25T03:00+01:00"),
    ],
)
def test_around_the_changes_the_wall_clock_is_what_counts(
    zone: str, now: str, text: str, start: str
) -> None:
    reading = read(text, zone, at(f"{now}T12:00+00:00"))
    assert reading.problems == ()
    assert [slot.starts for slot in reading.slots] == [at(start)]


def test_a_range_across_a_skipped_hour_is_an_hour_shorter() -> None:
    reading = read("3/8 1am-5am", NEW_YORK, at("2026-03-01T12:00+00:00"))
    assert reading.problems == ()
    assert [slot.starts.hour for slot in reading.slots] == [6, 7, 8]
